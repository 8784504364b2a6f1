import { sql, type RawBuilder } from 'kysely'
import type { Canal, Resultat } from '../domain/resultat.ts'
import type { Avancement, EtatDepot, TravailEnAttente, Voie } from '../domain/work.ts'
import type { Database } from './database.ts'
import { insertWork } from './outbox.ts'

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

  /**
   * Records a deposit and the work it needs, together or not at all, in one statement: an upload costs the database one
   * round trip.
   */
  async receive(nouvelle: NouvelleReception, idempotencyKey: string | null = null): Promise<Accueil> {
    const statement = receiveStatement(nouvelle, proprietaireDe(nouvelle.canal, nouvelle.guichet), idempotencyKey)
    // The same key came twice at the same instant: the second time the first is seen.
    const { rows } = await statement.execute(this.#database).catch((error: { code?: string }) => {
      if (error.code !== UNIQUE_VIOLATION) throw error
      return statement.execute(this.#database)
    })
    const { autre = false, rang = null } = rows[0] ?? {}
    if (autre) return { kind: 'key-reused' }
    if (rang === null) return { kind: 'known' }
    const { id: depotId, voie } = nouvelle
    return { kind: 'created', travail: { depotId, etape: 'traitement', revision: 1, voie, rang, delaiMs: 0 } }
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
const UNIQUE_VIOLATION = '23505'

/** `autre`: the key stands for another deposit, and nothing was written. `rang`: the place of the work, if it is new. */
function receiveStatement(
  n: NouvelleReception,
  proprietaire: string,
  cle: string | null,
): RawBuilder<{ autre: boolean; rang: number | null }> {
  const travail = { depotId: n.id, etape: 'traitement', revision: 1, voie: n.voie, proprietaire } as const
  const poids = n.canal === 'portail' ? POIDS_PORTAIL : POIDS_GUICHET
  return sql<{ autre: boolean; rang: number | null }>`
    with liee as (select depot_id from idempotence where proprietaire = ${proprietaire} and cle = ${cle}::text),
    autre as (select 1 from liee where depot_id <> ${n.id}),
    nouvelle as (
      insert into reception (id, proprietaire, canal, guichet, numero_unique, fichier, nom_scelle, sha256, octets,
        original, jour_depot, recu_le, voie, etat, revision, avancement)
      select ${n.id}::text, ${proprietaire}::text, ${n.canal}::text, ${n.guichet}::text, ${n.numeroUnique}::text,
        ${n.fichier}::text, ${n.nomScelle}::text, ${n.sha256}::text, ${n.octets}::bigint, ${n.original}::text,
        ${n.jourDepot}::text, ${n.recuLe}::text, ${n.voie}::text, 'recu', 0, 'null'::jsonb
      where not exists (select from autre)
      on conflict (id) do nothing returning id),
    cle as (
      insert into idempotence (proprietaire, cle, depot_id) select ${proprietaire}::text, ${cle}::text, ${n.id}::text
      where ${cle}::text is not null and not exists (select from liee)),
    trace as (
      insert into audit (acteur, action, objet) select ${proprietaire}::text, 'depot.recu', id from nouvelle),
    travail as (${insertWork({ ...travail, poids }, sql`exists (select from nouvelle)`)})
    select exists (select from autre) as autre, (select rang from travail) as rang`
}
