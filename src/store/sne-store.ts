import type { SneStore } from '../domain/ports.ts'
import type { Piece, Resultat } from '../domain/resultat.ts'
import type { Database } from './database.ts'
import { refuseNir } from './nir-wall.ts'

/** The store of the SNE on any PostgreSQL. */
export class SqlSneStore implements SneStore {
  readonly #database: Database
  readonly #onClose: () => Promise<void>

  /** @param onClose what to do besides when the store is closed; nothing when others share the database */
  constructor(database: Database, onClose: () => Promise<void> = () => Promise.resolve()) {
    this.#database = database
    this.#onClose = onClose
  }

  async enregistrer(resultat: Resultat): Promise<void> {
    refuseNir(resultat, 'resultat')
    const { pieces, ...rest } = resultat
    const { id, canal, guichet, numeroUnique, fichier, sha256, recuLe } = resultat.depot
    await this.#database.transaction().execute(async trx => {
      const row = {
        canal,
        guichet,
        numero_unique: numeroUnique,
        fichier,
        sha256,
        resultat: JSON.stringify(rest),
        recu_le: recuLe,
      }
      await trx
        .insertInto('depot')
        .values({ id, ...row })
        .onConflict(c => c.column('id').doUpdateSet(row))
        .execute()
      const ids = pieces.map(p => p.id)
      await trx
        .deleteFrom('piece')
        .where('depot_id', '=', id)
        .$if(ids.length > 0, q => q.where('id', 'not in', ids))
        .execute()
      for (const [index, piece] of pieces.entries()) {
        const columns = pieceColumns(piece, index + 1)
        await trx
          .insertInto('piece')
          .values({ id: piece.id, depot_id: id, ...columns })
          .onConflict(c => c.column('id').doUpdateSet(columns))
          .execute()
      }
    })
  }

  async lire(depotId: string): Promise<Resultat | null> {
    const depot = await this.#database
      .selectFrom('depot')
      .select('resultat')
      .where('id', '=', depotId)
      .executeTakeFirst()
    if (!depot) return null
    const pieces = await this.#database
      .selectFrom('piece')
      .select('contenu')
      .where('depot_id', '=', depotId)
      .orderBy('rang')
      .execute()
    return { ...(depot.resultat as Omit<Resultat, 'pieces'>), pieces: pieces.map(p => p.contenu as Piece) }
  }

  async close(): Promise<void> {
    await this.#onClose()
  }
}

const pieceColumns = (piece: Piece, rang: number) => ({
  rang,
  type: piece.type,
  indice_pertinence: piece.indicePertinence,
  date_fin_validite: piece.dateFinValidite,
  contenu: JSON.stringify(piece),
})
