import { sql } from 'kysely'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'

/** How long originals are kept, in days. */
export interface RetentionRule {
  /** Once the SNE holds the result and every piece is proven without NIR. */
  readonly afterProof: number
  /** When something of it was never proven, or a person had to look. */
  readonly withoutProof: number
}

/** Which originals have had their time. Time is the database's. */
export class Retention {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Originals to destroy now: nothing waits to read them again. */
  async due({ afterProof, withoutProof }: RetentionRule, limit: number): Promise<{ id: string; original: string }[]> {
    const { rows } = await sql<{ id: string; original: string }>`
      select r.id, r.original from reception r
      where r.original_detruit_le is null
        and r.etat in ('verse', 'quarantaine')
        and r.change_le <= now() - make_interval(days => ${Math.min(afterProof, withoutProof)})
        and not exists (select 1 from outbox o where o.depot_id = r.id and o.etape <> 'avis')
        and (r.change_le <= now() - make_interval(days => ${withoutProof})
          or (r.etat = 'verse' and not exists (
            select 1 from resultat s, jsonb_array_elements(s.contenu -> 'pieces') piece
            where s.depot_id = r.id and s.revision = r.revision and (piece -> 'nir' ->> 'neutralise') <> 'true')))
      order by r.change_le limit ${limit}`.execute(this.#database)
    return rows
  }

  /** Notes that an original is no more, and forgets the name it came with. */
  async destroyed(id: string): Promise<void> {
    await this.#database.transaction().execute(async trx => {
      await trx
        .updateTable('reception')
        .set({ original_detruit_le: sql`now()`, nom_scelle: '' })
        .where('id', '=', id)
        .execute()
      await recordAudit(trx, { acteur: 'numeriseur', action: 'original.detruit', objet: id })
    })
  }
}
