import { X509Certificate } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import signerFile from '../../models/two-d-doc/list-signer.json' with { type: 'json' }
import shipped from '../../models/two-d-doc/trust-store.json' with { type: 'json' }
import { readTrustedList, type TrustedList, type TrustedListReading } from '../formats/two-d-doc/trusted-list.ts'

/** A trusted list that is not proven, or older than the shipped one. */
export class TrustedListRefused extends Error {
  override readonly name = 'TrustedListRefused'
}

export const LIST_URL = shipped.tsl.url

/** Where the refreshed store stands in the data folder. */
export const refreshedStorePath = (dataDir: string): string => join(dataDir, '2d-doc-trust-store.json')

/**
 * Proves a trusted list with the certificate of the scheme operator that is shipped, and keeps its authorities in the
 * data folder; the certificates stay those that are shipped. Authorities that left the list are refused from then on.
 * @param xml the list as received
 * @throws TrustedListRefused; nothing is changed
 */
export async function refreshTrustStore(xml: string, dataDir: string): Promise<TrustedList> {
  const reading = readTrustedList(xml, new X509Certificate(Buffer.from(signerFile.der, 'base64')))
  if (reading.kind !== 'read') throw new TrustedListRefused(refusal(reading))
  const { list } = reading
  if (list.sequence < shipped.tsl.sequence)
    throw new TrustedListRefused(
      `Cette liste de confiance (n° ${list.sequence}) est plus ancienne que celle qui est installée (n° ${shipped.tsl.sequence}) : elle n'est pas prise.`,
    )
  const path = refreshedStorePath(dataDir)
  await mkdir(dataDir, { recursive: true })
  await writeFile(`${path}.tmp`, JSON.stringify(authoritiesOf(list)))
  await rename(`${path}.tmp`, path)
  return list
}

function authoritiesOf(list: TrustedList): unknown {
  const listed = new Set(list.authorities.map(a => a.id))
  const dropped = shipped.authorities.filter(a => !listed.has(a.id)).map(a => ({ ...a, trusted: false }))
  return {
    tsl: { sequence: list.sequence, issued: list.issued, nextUpdate: list.nextUpdate, url: LIST_URL },
    authorities: [...list.authorities, ...dropped],
  }
}

function refusal(reading: Exclude<TrustedListReading, { kind: 'read' }>): string {
  if (reading.kind === 'not-a-list')
    return "Ce fichier n'est pas la liste de confiance 2D-Doc : rien n'est changé. Vérifiez l'adresse."
  switch (reading.cause) {
    case 'signataire-inconnu':
      return "Cette liste de confiance n'est pas signée par le signataire connu : rien n'est changé. Mettez numeriseur à jour si l'État a changé de signataire."
    case 'sans-signature':
    case 'contenu-change':
    case 'signature-fausse':
      return "La signature de cette liste de confiance n'est pas bonne : rien n'est changé. Prenez la liste à l'adresse de l'État."
  }
}
