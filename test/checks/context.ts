import type { Champ, Champs, ValeurChamp } from '../../src/domain/champs.ts'
import type { CheckContext } from '../../src/domain/check.ts'
import type { MrzBand, PageReading } from '../../src/domain/reading.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { page } from '../documents/page-builder.ts'
import { band } from '../formats/mrz/band.ts'
import { writeMrz } from '../formats/mrz/write-mrz.ts'

/** Day of deposit of the tests. */
const DAY = '2026-07-01'

/** A field printed on page 1 and read by OCR with certainty, unless said otherwise. */
export const champ = (valeur: ValeurChamp, other: Partial<Champ> = {}): Champ => ({
  valeur,
  confiance: 0.97,
  page: 1,
  zone: [0.1, 0.1, 0.4, 0.12],
  source: 'ocr',
  ...other,
})

/** Printed fields, all read alike. */
export const printed = (values: Readonly<Record<string, ValeurChamp>>, other: Partial<Champ> = {}): Champs =>
  Object.fromEntries(Object.entries(values).map(([nom, valeur]) => [nom, champ(valeur, other)]))

/** A page that holds bands, barcodes and lines of text. */
export function pageWith(parts: {
  readonly mrz?: MrzBand | readonly MrzBand[]
  readonly codes?: readonly string[]
  readonly text?: string
  readonly source?: 'ocr' | 'texte-pdf'
}): PageReading {
  const bands = parts.mrz === undefined ? [] : 'lines' in parts.mrz ? [parts.mrz] : parts.mrz
  const drawn = page(parts.text ?? 'DOCUMENT', {
    barcodes: parts.codes ?? [],
    ...(parts.source ? { source: parts.source } : {}),
  })
  return { ...drawn, mrzBands: bands }
}

export const context = (
  type: TypePiece,
  pages: readonly PageReading[],
  champs: Champs = {},
  jourDepot = DAY,
): CheckContext => ({ type, pages: pages.map((p, i) => ({ ...p, page: i + 1 })), champs, jourDepot })

const HOLDER = {
  issuer: 'FRA',
  nationality: 'FRA',
  birth: '850214',
  sex: 'F',
  expiry: '330105',
  surname: ['LEROY'],
  given: ['ANNE', 'CLAIRE'],
  optional: '',
} as const

/** Fictional documents of the tests, all of one person. */
export const CNIE_BAND = writeMrz({ ...HOLDER, format: 'TD1', code: 'ID', number: 'F8K2TR7B4' })
export const PASSPORT_BAND = writeMrz({ ...HOLDER, format: 'TD3', code: 'P', number: '22AB12345' })
export const LAMINATED_BAND = writeMrz({
  ...HOLDER,
  format: 'FR-CNI',
  code: 'ID',
  number: '110669300417',
  optional: '693012',
})
export const PERMIT_BAND = writeMrz({
  ...HOLDER,
  format: 'TD1',
  code: 'IR',
  number: 'KTR8PX2L9',
  nationality: 'SEN',
  optional: '9912345678',
})

/** What the cards print. */
export const CNIE_PRINTED = {
  nom: 'LEROY',
  prenoms: 'Anne, Claire',
  numeroDocument: 'F8K2TR7B4',
  dateNaissance: '1985-02-14',
  sexe: 'F',
  nationalite: 'FRA',
  dateExpiration: '2033-01-05',
}

export const cnie = (champs: Champs = printed(CNIE_PRINTED), lines: readonly string[] = CNIE_BAND): CheckContext =>
  context('carte-nationale-identite', [pageWith({ mrz: band(lines) })], champs)
