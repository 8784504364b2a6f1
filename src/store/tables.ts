import type { ColumnType, Generated } from 'kysely'
import type { Avancement, EtatDepot, Etape, Voie } from '../domain/work.ts'
import type { Canal, Resultat } from '../domain/resultat.ts'

/** Instants are the database's: state never depends on the clock of a worker. */
type Instant = ColumnType<Date, never, never>
type Json<T> = ColumnType<T, string, string>

/** Tables, in the words of the SNE. JSON columns hold results that the NIR barrier has passed. */
export interface Tables {
  /** The SNE's own record of a deposit. */
  depot: {
    id: string
    canal: string
    guichet: string | null
    numero_unique: string | null
    fichier: string
    sha256: string
    /** The result without its pieces. */
    resultat: unknown
    recu_le: string
  }
  /** The SNE's own record of a piece. */
  piece: {
    id: string
    depot_id: string
    rang: number
    type: string
    indice_pertinence: string
    date_fin_validite: string | null
    contenu: unknown
  }
  /** A deposit as received, and how far it is. */
  reception: {
    id: string
    /** Who may see it: the code of the key that deposited it. */
    proprietaire: string
    canal: Canal
    guichet: string | null
    numero_unique: string | null
    /** Name as received, NIR masked. */
    fichier: string
    /** The same name unmasked, sealed with the master key: a NIR in it is searched for in the pages. */
    nom_scelle: string
    sha256: string
    octets: ColumnType<number | string, number, never>
    /** Address of the sealed original in the file store. */
    original: string
    /** The original is no more, since then. */
    original_detruit_le: ColumnType<Date | null, never, unknown>
    jour_depot: string
    recu_le: string
    voie: Voie
    etat: EtatDepot
    revision: number
    avancement: Json<Avancement | null>
    change_le: ColumnType<Date, never, unknown>
  }
  /** Pages of a bundle under way, kept so that a worker's death costs none of them. */
  page: {
    depot_id: string
    revision: number
    page: number
    /** Of the sealed page in the file store. */
    adresse: string
    sha256: string
    garde_le: Instant
  }
  outbox: {
    depot_id: string
    etape: Etape
    revision: number
    voie: Voie
    rang: number
    proprietaire: string
    pas_avant: ColumnType<Date, unknown, unknown>
    /** Token of the worker that holds it: whoever no longer has it changes nothing. */
    bail: string | null
    bail_fin: ColumnType<Date | null, unknown, unknown>
    essais: Generated<number>
    /** How often the confined process died on it. */
    pannes: Generated<number>
    annonce_le: ColumnType<Date | null, unknown, unknown>
    cree_le: Instant
  }
  resultat: { depot_id: string; revision: number; contenu: Json<Resultat>; fait_le: Instant }
  controle: {
    depot_id: string
    piece_id: string
    code: string
    statut: string
    reverifier_le: ColumnType<Date | null, string | null, string | null>
  }
  idempotence: { proprietaire: string; cle: string; depot_id: string; cree_le: Instant }
  webhook: { proprietaire: string; url: string; secret_scelle: string }
  cle_api: {
    id: string
    empreinte: string
    proprietaire: string
    canal: Canal
    guichet: string | null
    portees: Json<readonly string[]>
    expire_le: ColumnType<Date, unknown, unknown>
    revoquee_le: ColumnType<Date | null, unknown, unknown>
  }
  audit: {
    n: ColumnType<number | string, never, never>
    instant: Instant
    acteur: string
    action: string
    objet: string
    /** Chains each line to the one before; written a little after the line itself. */
    empreinte: ColumnType<string | null, never, string>
  }
}
