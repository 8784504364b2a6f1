import { sql, type Transaction } from 'kysely'
import type { Resultat } from '../domain/resultat.ts'
import type { Travail, TravailEnAttente } from '../domain/work.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { refuseNir } from './nir-wall.ts'
import { addWork, insertWork, LeaseLost } from './outbox.ts'
import type { Tables } from './tables.ts'

/**
 * The ends of the stages. Each is one transaction: what was made, the end of this work and the work that follows are
 * written together, by the one worker that still holds the lease, or not at all.
 */
export class Stages {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * The file is read: its result goes to the SNE next. `quarantaine`: no result could be made, a person must look.
   * @throws LeaseLost
   * @throws NirInResult
   */
  endReading(
    travail: Travail,
    token: string,
    resultat: Resultat,
    options: { readonly quarantaine: boolean },
  ): Promise<TravailEnAttente> {
    refuseNir(resultat, 'resultat')
    const { depotId, revision } = travail
    return this.#database.transaction().execute(async trx => {
      const { proprietaire } = await endWork(trx, travail, token)
      await trx
        .insertInto('resultat')
        .values({ depot_id: depotId, revision, contenu: JSON.stringify(resultat) })
        .onConflict(c => c.columns(['depot_id', 'revision']).doNothing())
        .execute()
      await trx
        .updateTable('reception')
        .set({ etat: options.quarantaine ? 'quarantaine' : 'lu', revision, change_le: sql`now()` })
        .where('id', '=', depotId)
        .execute()
      await writeControles(trx, depotId, resultat)
      await recordAudit(trx, {
        acteur: 'numeriseur',
        action: options.quarantaine ? 'depot.quarantaine' : 'resultat.produit',
        objet: depotId,
      })
      return addWork(trx, { depotId, etape: 'versement', revision, voie: 'versement', proprietaire, poids: 1 })
    })
  }

  /**
   * The SNE holds the result. `revoirLe`: a service was down; the file is read again from this ISO instant.
   * @throws LeaseLost
   */
  async endWriteBack(travail: Travail, token: string, revoirLe: string | null): Promise<void> {
    const { depotId, revision } = travail
    await this.#database.transaction().execute(async trx => {
      const { proprietaire } = await endWork(trx, travail, token)
      await trx
        .updateTable('reception')
        .set({ etat: 'verse', change_le: sql`now()` })
        .where('id', '=', depotId)
        .where('etat', '=', 'lu')
        .execute()
      await recordAudit(trx, { acteur: 'numeriseur', action: 'index.publie', objet: depotId })
      const avis = { depotId, etape: 'avis', revision, voie: 'avis', proprietaire, poids: 1 } as const
      await insertWork(avis, sql`exists (select from webhook where proprietaire = ${proprietaire})`).execute(trx)
      await markUnannounced(trx, avis)
      if (revoirLe === null) return
      const again = { depotId, etape: 'traitement', revision: revision + 1, voie: 'recontrole', proprietaire } as const
      await addWork(trx, { ...again, poids: 1, pasAvant: revoirLe })
      await markUnannounced(trx, again)
    })
  }

  /**
   * Reads a deposit again from its original, at the next revision.
   * @returns `null` when the deposit is unknown, already waits to be read, or its original is destroyed
   */
  requeue(depotId: string, acteur: string): Promise<TravailEnAttente | null> {
    return this.#database.transaction().execute(async trx => {
      const deposit = await trx
        .selectFrom('reception')
        .select(['proprietaire', 'revision', 'voie'])
        .where('id', '=', depotId)
        .where('original_detruit_le', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      const waiting = await trx
        .selectFrom('outbox')
        .select('etape')
        .where('depot_id', '=', depotId)
        .where('etape', '=', 'traitement')
        .executeTakeFirst()
      if (!deposit || waiting) return null
      const { proprietaire, voie, revision } = deposit
      await trx
        .updateTable('reception')
        .set({ etat: 'recu', avancement: JSON.stringify(null), change_le: sql`now()` })
        .where('id', '=', depotId)
        .execute()
      await recordAudit(trx, { acteur, action: 'depot.relance', objet: depotId })
      return addWork(trx, { depotId, etape: 'traitement', revision: revision + 1, voie, proprietaire, poids: 1 })
    })
  }
}

/** Removes the work of the outbox if it is still ours: the fence that a worker given up for dead runs into. */
async function endWork(trx: Transaction<Tables>, travail: Travail, token: string): Promise<{ proprietaire: string }> {
  const ended = await trx
    .deleteFrom('outbox')
    .where('depot_id', '=', travail.depotId)
    .where('etape', '=', travail.etape)
    .where('revision', '=', travail.revision)
    .where('bail', '=', token)
    .returning('proprietaire')
    .executeTakeFirst()
  if (!ended) throw new LeaseLost(travail)
  return ended
}

/** The sweeper announces it when its time comes. */
async function markUnannounced(trx: Transaction<Tables>, travail: Travail): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ annonce_le: null })
    .where('depot_id', '=', travail.depotId)
    .where('revision', '=', travail.revision)
    .execute()
}

async function writeControles(trx: Transaction<Tables>, depotId: string, { pieces }: Resultat): Promise<void> {
  await trx.deleteFrom('controle').where('depot_id', '=', depotId).execute()
  const rows = pieces.flatMap(piece =>
    piece.controles.map(({ code, statut, reverifierLe }) => ({
      depot_id: depotId,
      piece_id: piece.id,
      code,
      statut,
      reverifier_le: reverifierLe ?? null,
    })),
  )
  if (rows.length === 0) return
  await trx
    .insertInto('controle')
    .values(rows)
    .onConflict(c => c.columns(['piece_id', 'code']).doNothing())
    .execute()
}
