import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** What the audit trail looks like when its chain is followed from the first line. */
export type ChainState =
  /** `nouvelles`: lines too young to be chained yet. */
  | { readonly kind: 'whole'; readonly lignes: number; readonly nouvelles: number }
  /** The first line that was changed, put in or whose neighbour was taken out. */
  | { readonly kind: 'broken'; readonly ligne: number }

interface Line {
  readonly n: string
  readonly instant: string
  readonly acteur: string
  readonly action: string
  readonly objet: string
  readonly empreinte: string | null
}

const BATCH = 1_000
/** Transactions are shorter: a line with a lower number is no longer on its way when a line is as old as this. */
const OLD_ENOUGH_S = 60

/**
 * The chain of the audit trail: each line holds the digest of itself and of the line before, so that a line changed, put
 * in or taken out shows at the first look. Lines are chained a little after they are written: writers never wait for one
 * another.
 */
export class AuditChain {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Chains the lines that are old enough. Two workers at once write the same digests. */
  async extend(oldEnoughSeconds = OLD_ENOUGH_S): Promise<void> {
    for (;;) {
      const last = await this.#lines(sql`empreinte is not null`, sql`desc`, 1)
      const lines = await this.#lines(
        sql`empreinte is null and instant <= now() - make_interval(secs => ${oldEnoughSeconds})`,
        sql`asc`,
        BATCH,
      )
      let before = last[0]?.empreinte ?? ''
      const digests = lines.map(line => (before = digestOf(before, line)))
      const numbers = lines.map(line => line.n)
      await sql`
        update audit set empreinte = v.empreinte from unnest(${numbers}::bigint[], ${digests}::text[]) as v (n, empreinte)
        where audit.n = v.n and audit.empreinte is null`.execute(this.#database)
      if (lines.length < BATCH) return
    }
  }

  /** Follows the chain from its first line to its last. */
  async verify(): Promise<ChainState> {
    let before = ''
    let lignes = 0
    let nouvelles = 0
    for (let after = '0'; ;) {
      const lines = await this.#lines(sql`n > ${after}::bigint`, sql`asc`, BATCH)
      for (const line of lines) {
        // A new line stands at the end: one without digest before one with is an intruder.
        if (line.empreinte === null) nouvelles++
        else if (nouvelles > 0 || line.empreinte !== digestOf(before, line)) {
          return { kind: 'broken', ligne: Number(line.n) }
        } else {
          before = line.empreinte
          lignes++
        }
      }
      after = lines.at(-1)?.n ?? after
      if (lines.length < BATCH) return { kind: 'whole', lignes, nouvelles }
    }
  }

  async #lines(where: ReturnType<typeof sql>, order: ReturnType<typeof sql>, limit: number): Promise<Line[]> {
    const { rows } = await sql<Line>`
      select n::text, to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as instant, acteur, action, objet,
        empreinte
      from audit where ${where} order by audit.n ${order} limit ${limit}`.execute(this.#database)
    return rows
  }
}

const digestOf = (before: string, { n, instant, acteur, action, objet }: Line): string =>
  createHash('sha256')
    .update(JSON.stringify([before, n, instant, acteur, action, objet]))
    .digest('hex')
