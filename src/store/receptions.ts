import { sql, type Transaction } from 'kysely'
import type { Canal, Resultat } from '../domain/resultat.ts'
import type { Avancement, EtatDepot, TravailEnAttente, Voie } from '../domain/work.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { addWork } from './outbox.ts'
import type { Tables } from './tables.ts'

/** A deposit whose sealed bytes are already safe in the file store. */
export interface NouvelleReception {
  readonly id: string
  readonly canal: Canal
  readonly guichet: string | null
  readonly numeroUnique: string | null
  /** Name as received, NIR masked. */
  readonly fichier: string
  readonly nomScelle: string
  readonly sha256: string
  readonly octets: number
  readonly original: string
  readonly jourDepot: string
  readonly recuLe: string
  readonly voie: Voie
}

export interface Reception extends NouvelleReception {
  readonly proprietaire: string
  readonly etat: EtatDepot
  readonly revision: number
  readonly avancement: Avancement | null
  /** The original had its time: it cannot be read again. */
  readonly originalDetruit: boolean
}

export type Accueil =
  | { readonly kind: 'created'; readonly travail: TravailEnAttente }
  /** The same file was deposited before, the same way: there is nothing more to do. */
  | { readonly kind: 'known' }
  /** The idempotency key was used for another deposit. */
  | { readonly kind: 'key-reused' }

/** Who may see a deposit: those who deposit by the same channel for the same guichet. */
export const proprietaireDe = (canal: Canal, guichet: string | null): string => `${canal}:${guichet ?? ''}`

/** Deposits received, and how far each is. */
export class Receptions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Records a deposit and the work it needs, together or not at all. */
  receive(nouvelle: NouvelleReception, idempotencyKey: string | null = null): Promise<Accueil> {
    const proprietaire = proprietaireDe(nouvelle.canal, nouvelle.guichet)
    return this.#database.transaction().execute(async (trx): Promise<Accueil> => {
      const created = await insert(trx, nouvelle, proprietaire)
      if (idempotencyKey !== null && !(await bindKey(trx, proprietaire, idempotencyKey, nouvelle.id))) {
        // Nothing of this deposit is kept: it was another file under a key already used.
        if (created) await trx.deleteFrom('reception').where('id', '=', nouvelle.id).execute()
        return { kind: 'key-reused' }
      }
      if (!created) return { kind: 'known' }
      await recordAudit(trx, { acteur: proprietaire, action: 'depot.recu', objet: nouvelle.id })
      const travail = await addWork(trx, {
        depotId: nouvelle.id,
        etape: 'traitement',
        revision: 1,
        voie: nouvelle.voie,
        proprietaire,
        poids: nouvelle.canal === 'portail' ? POIDS_PORTAIL : POIDS_GUICHET,
      })
      return { kind: 'created', travail }
    })
  }

  /** @param proprietaire who asks; `null` for the workers themselves. Another's deposit is as unknown as none. */
  async find(id: string, proprietaire: string | null): Promise<Reception | null> {
    const row = await this.#database
      .selectFrom('reception')
      .selectAll()
      .where('id', '=', id)
      .$if(proprietaire !== null, q => q.where('proprietaire', '=', proprietaire))
      .executeTakeFirst()
    if (!row) return null
    return {
      id: row.id,
      proprietaire: row.proprietaire,
      canal: row.canal,
      guichet: row.guichet,
      numeroUnique: row.numero_unique,
      fichier: row.fichier,
      nomScelle: row.nom_scelle,
      sha256: row.sha256,
      octets: Number(row.octets),
      original: row.original,
      jourDepot: row.jour_depot,
      recuLe: row.recu_le,
      voie: row.voie,
      etat: row.etat,
      revision: row.revision,
      avancement: row.avancement,
      originalDetruit: row.original_detruit_le !== null,
    }
  }

  /** The last result of a deposit; `null` while it is not read. */
  async resultat(depotId: string): Promise<Resultat | null> {
    const row = await this.#database
      .selectFrom('resultat')
      .select('contenu')
      .where('depot_id', '=', depotId)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.contenu ?? null
  }

  /** How many results there are, all deposits and revisions together. */
  async nombreDeResultats(): Promise<number> {
    const row = await this.#database
      .selectFrom('resultat')
      .select(q => q.fn.countAll().as('nombre'))
      .executeTakeFirstOrThrow()
    return Number(row.nombre)
  }

  async avancer(depotId: string, avancement: Avancement): Promise<void> {
    await this.#database
      .updateTable('reception')
      .set({ avancement: JSON.stringify(avancement), change_le: sql`now()` })
      .where('id', '=', depotId)
      .execute()
  }

  /** How many deposits are in each state. */
  async comptes(): Promise<Readonly<Record<EtatDepot, number>>> {
    const rows = await this.#database
      .selectFrom('reception')
      .select(['etat', q => q.fn.countAll().as('nombre')])
      .groupBy('etat')
      .execute()
    const comptes: Record<EtatDepot, number> = { recu: 0, lu: 0, verse: 0, quarantaine: 0 }
    for (const { etat, nombre } of rows) comptes[etat] = Number(nombre)
    return comptes
  }
}

/** On the portal a person waits: ten of their files pass for one of a guichet. */
const POIDS_PORTAIL = 1
const POIDS_GUICHET = 10

async function insert(trx: Transaction<Tables>, n: NouvelleReception, proprietaire: string): Promise<boolean> {
  const inserted = await trx
    .insertInto('reception')
    .values({
      id: n.id,
      proprietaire,
      canal: n.canal,
      guichet: n.guichet,
      numero_unique: n.numeroUnique,
      fichier: n.fichier,
      nom_scelle: n.nomScelle,
      sha256: n.sha256,
      octets: n.octets,
      original: n.original,
      jour_depot: n.jourDepot,
      recu_le: n.recuLe,
      voie: n.voie,
      etat: 'recu',
      revision: 0,
      avancement: JSON.stringify(null),
    })
    .onConflict(c => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** False when the key already stands for another deposit. */
async function bindKey(trx: Transaction<Tables>, proprietaire: string, cle: string, depotId: string): Promise<boolean> {
  await trx
    .insertInto('idempotence')
    .values({ proprietaire, cle, depot_id: depotId })
    .onConflict(c => c.columns(['proprietaire', 'cle']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('idempotence')
    .select('depot_id')
    .where('proprietaire', '=', proprietaire)
    .where('cle', '=', cle)
    .executeTakeFirst()
  return row?.depot_id === depotId
}
