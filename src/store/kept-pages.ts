import type { Travail } from '../domain/work.ts'
import type { Database } from './database.ts'

/** Where each page of a bundle under way is kept, once it was read. */
export class KeptPages {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Address and digest of the sealed page; `null` when it is still to be read. */
  async find({ depotId, revision }: Travail, page: number): Promise<{ adresse: string; sha256: string } | null> {
    const row = await this.#database
      .selectFrom('page')
      .select(['adresse', 'sha256'])
      .where('depot_id', '=', depotId)
      .where('revision', '=', revision)
      .where('page', '=', page)
      .executeTakeFirst()
    return row ?? null
  }

  async add({ depotId, revision }: Travail, page: number, adresse: string, sha256: string): Promise<void> {
    await this.#database
      .insertInto('page')
      .values({ depot_id: depotId, revision, page, adresse, sha256 })
      .onConflict(c => c.columns(['depot_id', 'revision', 'page']).doUpdateSet({ adresse, sha256 }))
      .execute()
  }

  /** Pages of files that nobody is to read any more: of this deposit, or of any (`null`). */
  needless(depotId: string | null, limit: number): Promise<{ depot_id: string; revision: number; adresse: string }[]> {
    return this.#database
      .selectFrom('page')
      .select(['depot_id', 'revision', 'adresse'])
      .$if(depotId !== null, q => q.where('depot_id', '=', depotId))
      .where(eb =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbox')
              .select('outbox.etape')
              .whereRef('outbox.depot_id', '=', 'page.depot_id')
              .whereRef('outbox.revision', '=', 'page.revision')
              .where('outbox.etape', '=', 'traitement'),
          ),
        ),
      )
      .limit(limit)
      .execute()
  }

  async remove(adresse: string): Promise<void> {
    await this.#database.deleteFrom('page').where('adresse', '=', adresse).execute()
  }
}
