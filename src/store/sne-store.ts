import { maskNir } from '../formats/nir-text.ts'
import type { SneStore } from '../domain/ports.ts'
import type { Piece, Resultat } from '../domain/resultat.ts'
import type { Database } from './database.ts'

/** A result that still holds a NIR is refused whole. The message says where, never what. */
export class NirInResult extends Error {
  override readonly name = 'NirInResult'
  constructor(where: string) {
    super(
      `Un numéro de sécurité sociale est resté dans le résultat (${where}) : rien n'est enregistré. Signalez-le à l'exploitant.`,
    )
  }
}

/** The store of the SNE on any PostgreSQL. */
export class SqlSneStore implements SneStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
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
    await this.#database.destroy()
  }
}

const pieceColumns = (piece: Piece, rang: number) => ({
  rang,
  type: piece.type,
  indice_pertinence: piece.indicePertinence,
  date_fin_validite: piece.dateFinValidite,
  contenu: JSON.stringify(piece),
})

/** The last wall before the disk: no text and no number of the result may hold a NIR. */
function refuseNir(value: unknown, where: string): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value)
    if (maskNir(text) !== text) throw new NirInResult(where)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) refuseNir(item, `${where}.${key}`)
  }
}
