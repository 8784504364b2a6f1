import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Etape, Travail, TravailEnAttente, Voie } from '../domain/work.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** The worker no longer holds the work: another has taken it over. What it made must not be written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
  constructor(travail: Travail) {
    super(`Un autre processus a repris le dépôt ${travail.depotId} (${travail.etape}) : ce travail-ci n'est pas écrit.`)
  }
}

export type Prise =
  /** It is ours until the lease ends. `pannes`: how often the confined process has died on it. */
  | { readonly kind: 'held'; readonly essais: number; readonly pannes: number }
  /** Nothing is left to do: it was done before. */
  | { readonly kind: 'done' }
  /** Another holds it, or it must wait: look again after so many milliseconds. */
  | { readonly kind: 'busy'; readonly delaiMs: number }

/** A lease is renewed three times before it ends; a killed worker gives its work back after this long at most. */
const LEASE_MS = 12_000
export const RENEW_MS = 4_000
/** Work announced this long ago and not begun is announced again: the queue may have lost it. */
const ANNOUNCE_AGAIN_MS = 30_000
/** Work whose holder died is announced again sooner: it was under way. */
const DEAD_AGAIN_MS = 5_000
/** Work due later than this is announced by a later sweep. */
const AHEAD_MS = 60_000

/** A work to be written in the outbox. `poids`: how far it moves its owner back in the queue. */
export interface NouveauTravail extends Travail {
  readonly voie: Voie
  readonly proprietaire: string
  readonly poids: number
  /** ISO instant before which it does not start. */
  readonly pasAvant?: string
}

/** Highest place that BullMQ takes. */
const DERNIER_RANG = 2_000_000

/** Writes a work to do in the transaction of what makes it necessary. */
export async function addWork(trx: Transaction<Tables>, work: NouveauTravail): Promise<TravailEnAttente> {
  const { depotId, etape, revision, voie } = work
  const { rows } = await insertWork(work, sql`true`).execute(trx)
  // Written before: the queue knows it, and its place changes nothing any more.
  return { depotId, etape, revision, voie, rang: rows[0]?.rang ?? 1, delaiMs: 0 }
}

/**
 * The statement that writes a work where a condition holds, and gives its place: that of start-time fair queueing, after
 * the last of its owner, or at the head for an owner with nothing waiting, so that 3,000 files of one guichet never keep
 * another's only file waiting, and nobody's file waits for ever.
 */
export function insertWork(work: NouveauTravail, condition: RawBuilder<unknown>): RawBuilder<{ rang: number }> {
  const { depotId, etape, revision, voie, proprietaire, poids, pasAvant } = work
  // Announced by the caller as soon as the transaction is there; by the sweeper when that fails.
  return sql<{ rang: number }>`
    insert into outbox (depot_id, etape, revision, voie, rang, proprietaire, annonce_le, pas_avant)
    select ${depotId}::text, ${etape}::text, ${revision}::int, ${voie}::text,
      least(${DERNIER_RANG}::int, ${poids}::int + greatest(
        (select min(rang) from outbox where voie = ${voie}),
        (select max(rang) from outbox where proprietaire = ${proprietaire} and voie = ${voie}), 0)),
      ${proprietaire}::text, now(), greatest(now(), ${pasAvant ?? null}::timestamptz)
    where ${condition}
    on conflict (depot_id, etape, revision) do nothing
    returning rang`
}

/** The work still to be done. A row is there as long as the stage is not done, whatever becomes of the queue. */
export class Outbox {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Takes a work for `token`, unless it is done or another holds it. */
  async take(travail: Travail, token: string): Promise<Prise> {
    const { rows } = await sql<{ essais: number; pannes: number }>`
      update outbox set bail = ${token}, bail_fin = now() + ${interval(LEASE_MS)}, essais = essais + 1
      where ${only(travail)} and (bail is null or bail_fin <= now()) and pas_avant <= now()
      returning essais, pannes`.execute(this.#database)
    const [taken] = rows
    if (taken) return { kind: 'held', ...taken }
    const waiting = await sql<{ attente: number }>`
      select greatest(extract(epoch from coalesce(bail_fin, now()) - now()),
                      extract(epoch from pas_avant - now()), 0)::float8 as attente
      from outbox where ${only(travail)}`.execute(this.#database)
    const [row] = waiting.rows
    return row ? { kind: 'busy', delaiMs: Math.ceil(row.attente * 1000) + 250 } : { kind: 'done' }
  }

  /** Keeps a lease; false when it is no longer ours. */
  async renew(travail: Travail, token: string): Promise<boolean> {
    const { numAffectedRows } = await sql`
      update outbox set bail_fin = now() + ${interval(LEASE_MS)} where ${only(travail)} and bail = ${token}`.execute(
      this.#database,
    )
    return numAffectedRows === 1n
  }

  /** Gives a work back, to be tried again after a while. `panne`: the confined process died on it. */
  async giveBack(travail: Travail, token: string, delaiMs: number, panne = false): Promise<void> {
    await sql`
      update outbox set bail = null, bail_fin = null, annonce_le = null, pannes = pannes + ${panne ? 1 : 0},
        pas_avant = now() + ${interval(delaiMs)}
      where ${only(travail)} and bail = ${token}`.execute(this.#database)
  }

  /** Ends a work after which nothing is written. @throws LeaseLost */
  async end(travail: Travail, token: string): Promise<void> {
    const { numAffectedRows } = await sql`delete from outbox where ${only(travail)} and bail = ${token}`.execute(
      this.#database,
    )
    if (numAffectedRows !== 1n) throw new LeaseLost(travail)
  }

  /** The queue was not told of it: the next sweep tells it. */
  async leaveToSweeper(travail: Travail): Promise<void> {
    await sql`update outbox set annonce_le = null where ${only(travail)}`.execute(this.#database)
  }

  /**
   * Work that the queue may not know: never announced, announced long ago and held by nobody, or held by a worker that
   * died. It is marked announced;
   * several sweepers never take the same at the same time.
   */
  async toAnnounce(limit: number): Promise<TravailEnAttente[]> {
    const { rows } = await sql<{
      depot_id: string
      etape: Etape
      revision: number
      voie: Voie
      rang: number
      attente: number
    }>`
      update outbox set annonce_le = now()
      where (depot_id, etape, revision) in (
        select depot_id, etape, revision from outbox
        where (annonce_le is null or annonce_le < now() - ${interval(ANNOUNCE_AGAIN_MS)}
            or (bail_fin <= now() and annonce_le < now() - ${interval(DEAD_AGAIN_MS)}))
          and pas_avant <= now() + ${interval(AHEAD_MS)}
          and (bail is null or bail_fin <= now())
        order by annonce_le nulls first limit ${limit} for update skip locked)
      returning depot_id, etape, revision, voie, rang,
        greatest(extract(epoch from pas_avant - now()), 0)::float8 as attente`.execute(this.#database)
    return rows.map(({ depot_id: depotId, attente, ...row }) => ({
      depotId,
      ...row,
      delaiMs: Math.ceil(attente * 1000),
    }))
  }

  /** The work that workers hold now, or held when they died, and which process that is (`machine:pid`). */
  async held(): Promise<(Travail & { readonly essais: number; readonly porteur: string })[]> {
    const rows = await this.#database
      .selectFrom('outbox')
      .select(['depot_id', 'etape', 'revision', 'essais', 'bail'])
      .where('bail', 'is not', null)
      .orderBy('depot_id')
      .execute()
    return rows.map(({ depot_id: depotId, bail, ...row }) => ({
      depotId,
      ...row,
      porteur: (bail ?? '').split(':').slice(0, 2).join(':'),
    }))
  }

  /** How much work waits in each queue, and how long the oldest that is due has waited, in seconds. */
  async backlog(): Promise<{ readonly voie: Voie; readonly nombre: number; readonly ageSecondes: number }[]> {
    const { rows } = await sql<{ voie: Voie; nombre: string | number; age: number }>`
      select voie, count(*) as nombre, greatest(extract(epoch from now() - min(pas_avant)), 0)::float8 as age
      from outbox group by voie order by voie`.execute(this.#database)
    return rows.map(({ voie, nombre, age }) => ({ voie, nombre: Number(nombre), ageSecondes: age }))
  }
}

/** The row of a work. */
const only = ({ depotId, etape, revision }: Travail) =>
  sql`depot_id = ${depotId} and etape = ${etape} and revision = ${revision}`

const interval = (ms: number) => sql`make_interval(secs => ${ms / 1000})`
