import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { DepotId } from '../domain/depot-id.ts'
import type { Canal, Depot } from '../domain/resultat.ts'
import { maskNir } from '../formats/nir-text.ts'

/** What is known of a deposit besides its bytes. */
export interface DepotOptions {
  readonly canal: Canal
  readonly guichet: string | null
  readonly numeroUnique: string | null
  /** Deposit day, Europe/Paris, ISO date. */
  readonly jourDepot: string
  /** ISO date-time of the reception. */
  readonly recuLe: string
}

/** Digest of a file, read as a stream. */
async function digest(path: string): Promise<{ sha256: string; octets: number }> {
  const hash = createHash('sha256')
  let octets = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    octets += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), octets }
}

/**
 * The id of a deposit depends on what was deposited, by whom and for which demande: never on the clock.
 * @param fichier the name as received, NIR masked
 */
export function depotId(
  sha256: string,
  fichier: string,
  { canal, guichet, numeroUnique }: Pick<DepotOptions, 'canal' | 'guichet' | 'numeroUnique'>,
): DepotId {
  const key = JSON.stringify([sha256, fichier, canal, guichet, numeroUnique])
  return `depot-${createHash('sha256').update(key).digest('hex').slice(0, 16)}` as DepotId
}

/** The deposit's record. */
export async function describeDepot(path: string, options: DepotOptions): Promise<{ id: DepotId; depot: Depot }> {
  const { sha256, octets } = await digest(path)
  const fichier = maskNir(basename(path))
  const id = depotId(sha256, fichier, options)
  const { canal, guichet, numeroUnique, recuLe } = options
  return { id, depot: { id, canal, guichet, numeroUnique, fichier, sha256, octets, pages: 0, recuLe } }
}
