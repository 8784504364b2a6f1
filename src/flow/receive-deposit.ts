import type { Canal } from '../domain/resultat.ts'
import type { TravailEnAttente } from '../domain/work.ts'
import { parisDay } from '../formats/calendar.ts'
import { maskNir } from '../formats/nir-text.ts'
import { depotId } from '../pipeline/depot.ts'
import { QueueUnreachable } from '../queue/queues.ts'
import type { House } from './house.ts'
import { originalAddress, ORIGINAL } from './addresses.ts'
import { plainName } from './plain-name.ts'

/** A file as it comes in. */
export interface Incoming {
  readonly source: AsyncIterable<Uint8Array>
  /** As the sender gave it; only its last part is kept. */
  readonly nom: string
  /** What goes with it; asked once the file is there, as it may follow the file on the same connection. */
  details(): Promise<Details>
}

export interface Details {
  readonly canal: Canal
  readonly guichet: string | null
  readonly numeroUnique: string | null
  readonly idempotencyKey: string | null
}

export type Received =
  | { readonly kind: 'created' | 'known'; readonly id: string }
  /** The idempotency key stands for another deposit: nothing of this one is kept. */
  | { readonly kind: 'key-reused' }

/** Up to this size a file is short: it never waits behind bundles. */
const COURT_OCTETS = 5_000_000

/**
 * Takes in a deposit. When this returns, its bytes are sealed on the disk and read again, and its record and the work it
 * needs are committed: whatever dies next, it will be processed.
 *
 * @param now ISO instant of the reception
 * @throws FileTooLarge
 */
export async function receiveDeposit(
  incoming: Incoming,
  house: Pick<House, 'files' | 'receptions' | 'queues' | 'outbox'>,
  { maxBytes, now }: { readonly maxBytes: number; readonly now: string },
): Promise<Received> {
  const { files, receptions } = house
  const nom = plainName(incoming.nom)
  const fichier = maskNir(nom)
  const draft = await files.receive(incoming.source, ORIGINAL, maxBytes)
  try {
    const { canal, idempotencyKey, ...details } = await incoming.details()
    // Typed or sent by someone: a NIR put there by mistake is not kept.
    const guichet = details.guichet === null ? null : maskNir(details.guichet)
    const numeroUnique = details.numeroUnique === null ? null : maskNir(details.numeroUnique)
    const { sha256, octets } = draft
    const id = depotId(sha256, fichier, { canal, guichet, numeroUnique })
    const original = originalAddress(id, sha256)
    // The same file again after its original had its time: it is known, and its bytes do not come back.
    const destroyed = (await receptions.find(id, null))?.originalDetruit ?? false
    if (!destroyed) await draft.commit(original)
    const accueil = await receptions.receive(
      {
        id,
        canal,
        guichet,
        numeroUnique,
        fichier,
        nomScelle: files.sealText(nom, id),
        sha256,
        octets,
        original,
        jourDepot: parisDay(now),
        recuLe: now,
        voie: canal === 'portail' || octets <= COURT_OCTETS ? 'courte' : 'longue',
      },
      idempotencyKey,
    )
    switch (accueil.kind) {
      case 'created':
        await announceSoon(house, accueil.travail)
        return { kind: 'created', id }
      case 'known':
        return { kind: 'known', id }
      case 'key-reused':
        if ((await receptions.find(id, null)) === null) await files.remove(original)
        return { kind: 'key-reused' }
    }
  } finally {
    await draft.discard()
  }
}

/** The deposit is safe already: when the queue does not answer, the sweeper announces it later. */
export async function announceSoon(
  { queues, outbox }: Pick<House, 'queues' | 'outbox'>,
  travail: TravailEnAttente,
): Promise<void> {
  try {
    await queues.announce([travail])
  } catch (error) {
    if (!(error instanceof QueueUnreachable)) throw error
    await outbox.leaveToSweeper(travail)
  }
}
