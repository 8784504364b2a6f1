import { icaoOfAlpha2 } from '../mrz/states.ts'
import type { TwoDDocField, TwoDDocReading } from './two-d-doc-reading.ts'

/** A field of the result as a 2D-Doc gives it. */
export interface TwoDDocChamp {
  /** Data identifier it comes from. */
  readonly id: string
  /** Name in the result contract, or a free one. */
  readonly nom: string
  readonly valeur: string | number
  /** The issuer cut the value: it is only a beginning. */
  readonly tronque: boolean
}

type Convert = (field: TwoDDocField) => string | number | null
type Mapping = readonly (readonly [id: string, nom: string, convert?: Convert])[]

const givenNames: Convert = field => field.text.replace(/\//g, ' ').trim() || null
const nationality: Convert = field => icaoOfAlpha2(field.text) ?? field.text
/** Identifiers are text even where they hold only digits. */
const text: Convert = field => field.text.trim() || null

/** Tax notices (types 04 and 28) and situations déclaratives (18, 24, 27). */
const TAX: Mapping = [
  ['41', 'revenuFiscalReference'],
  ['43', 'nombreParts'],
  ['44', 'referenceAvis', text],
  ['45', 'anneeRevenus'],
  ['46', 'declarant1', text],
  ['47', 'numeroFiscal', text],
  ['48', 'declarant2', text],
  ['49', 'numeroFiscal2', text],
  ['4A', 'dateMiseEnRecouvrement'],
  ['4V', 'montantImpot'],
  ['4W', 'resteAPayer'],
  ['4X', 'retenueALaSource'],
  ['4Y', 'adresse', field => field.text.replace(/\//g, ' ').trim() || null],
]

const PAYSLIP: Mapping = [
  ['50', 'siret', text],
  ['53', 'periodeDebut'],
  ['54', 'periodeFin'],
  ['58', 'netImposable'],
  ['59', 'cumulNetImposable'],
  ['5A', 'salaireBrut'],
  ['5C', 'netAPayer'],
  ['10', 'salarie', text],
]

const IDENTITY: Mapping = [
  ['62', 'nom', text],
  ['63', 'nomUsage', text],
  ['60', 'prenoms', givenNames],
  ['66', 'numeroDocument', text],
  ['67', 'nationalite', nationality],
  ['68', 'sexe', text],
  ['69', 'dateNaissance'],
  ['6A', 'lieuNaissance', text],
  ['6O', 'dateExpiration'],
]

/** Attestations of the foreigners' online service: the number of the request, of the foreigner, and the validity. */
const ANEF: Mapping = [
  ...IDENTITY.filter(([id]) => id !== '66'),
  ['6K', 'numeroDocument', text],
  ['6Q', 'numeroEtranger', text],
  ['6N', 'dateDebutValidite'],
]

/** Proofs of address. Names and addresses are of several fields: `checks` compares them as they are. */
const BILL: Mapping = [['1D', 'montantTtc']]

const BY_TYPE: Readonly<Record<string, Mapping>> = {
  '04': TAX,
  '18': TAX,
  '24': TAX,
  '27': TAX,
  '28': TAX,
  '06': PAYSLIP,
  '00': BILL,
  '01': BILL,
  '02': BILL,
  '07': IDENTITY,
  '09': BILL,
  '13': ANEF,
  '10': [['50', 'siret', text]],
  A2: [
    ['AH', 'numeroDocument', text],
    ['AI', 'dateExpiration'],
  ],
}

/**
 * The signed fields of a 2D-Doc under the names of the result (dates ISO, amounts in euros, nationality as ICAO code).
 * The annexe is never used: nobody signs it. Types of documents that the result does not know give nothing.
 */
export function twoDDocChamps(reading: TwoDDocReading): TwoDDocChamp[] {
  const mapping = BY_TYPE[reading.header.type] ?? []
  return mapping.flatMap(([id, nom, convert]) => {
    const field = reading.fields.find(f => f.id === id)
    const valeur = field ? (convert ? convert(field) : field.value) : null
    return field && valeur !== null ? [{ id, nom, valeur, tronque: field.truncated }] : []
  })
}
