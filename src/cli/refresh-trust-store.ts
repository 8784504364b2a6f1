import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import shipped from '../../models/two-d-doc/trust-store.json' with { type: 'json' }
import { proveTrustedList, SHIPPED_SEQUENCE } from '../formats/two-d-doc/refreshed-list.ts'
import type { TrustedList, TrustedListReading } from '../formats/two-d-doc/trusted-list.ts'

/** A trusted list that is not proven, or older than the one that serves. */
export class TrustedListRefused extends Error {
  override readonly name = 'TrustedListRefused'
}

export const LIST_URL = shipped.tsl.url

/** Where the refreshed list stands in the data folder, as the State signed it. */
export const refreshedListPath = (dataDir: string): string => join(dataDir, '2d-doc-tsl.xml')

/**
 * Proves a trusted list with the certificate of the scheme operator that is shipped, and keeps it as it was signed in
 * the data folder, to be proven again at each load; the certificates stay those that are shipped.
 * @param xml the list as received
 * @throws TrustedListRefused; nothing is changed
 */
export async function refreshTrustStore(xml: string, dataDir: string): Promise<TrustedList> {
  const reading = proveTrustedList(xml)
  if (reading.kind !== 'read') throw new TrustedListRefused(refusal(reading))
  const { list } = reading
  const path = refreshedListPath(dataDir)
  const known = Math.max(SHIPPED_SEQUENCE, await keptSequence(path))
  if (list.sequence < known)
    throw new TrustedListRefused(
      `Cette liste de confiance (n° ${list.sequence}) est plus ancienne que celle qui est installée (n° ${known}) : elle n'est pas prise.`,
    )
  await mkdir(dataDir, { recursive: true })
  await writeFile(`${path}.tmp`, xml)
  await rename(`${path}.tmp`, path)
  return list
}

/** Number of the list refreshed last; 0 when there is none, or what stands there is not a list of the State. */
async function keptSequence(path: string): Promise<number> {
  try {
    const reading = proveTrustedList(await readFile(path, 'utf8'))
    return reading.kind === 'read' ? reading.list.sequence : 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

function refusal(reading: Exclude<TrustedListReading, { kind: 'read' }>): string {
  if (reading.kind === 'not-a-list')
    return "Ce fichier n'est pas la liste de confiance 2D-Doc : rien n'est changé. Vérifiez l'adresse."
  switch (reading.cause) {
    case 'signataire-inconnu':
      return "Cette liste de confiance n'est pas signée par le signataire connu : rien n'est changé. Mettez numeriseur à jour si l'État a changé de signataire."
    case 'signataire-hors-validite':
      return "Cette liste de confiance est signée à une date où le certificat du signataire n'était pas valide : rien n'est changé. Mettez numeriseur à jour si l'État a changé de signataire."
    case 'sans-signature':
    case 'contenu-change':
    case 'signature-fausse':
      return "La signature de cette liste de confiance n'est pas bonne : rien n'est changé. Prenez la liste à l'adresse de l'État."
  }
}
