import type { CheckContext } from '../domain/check.ts'
import { LAYOUTS, type MrzFieldName } from '../formats/mrz/layout.ts'
import { mrzFieldZone, nationalityOf, sexOf } from '../formats/mrz/mrz-champs.ts'
import { nameAgrees } from '../formats/mrz/names-agree.ts'
import { fieldText } from '../formats/two-d-doc/two-d-doc-reading.ts'
import { twoDDocChamps } from '../formats/two-d-doc/two-d-doc-champs.ts'
import { differenceOf, judge, type Comparison, type Difference } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { codePreuve, twoDDocsOf, type TwoDDocOnPiece } from './two-d-docs.ts'

/**
 * The band of an identity card against the 2D-Doc beside it, which repeats number, names, sex and nationality. The code
 * is exact (its own error correction): a difference means that one of the two was changed, whoever signed it.
 */
export function compareWithTwoDDoc(context: CheckContext, band: BandRead): Comparison[] {
  return twoDDocsOf(context).own.flatMap(doc => compare(band, doc))
}

function compare(band: BandRead, doc: TwoDDocOnPiece): Comparison[] {
  const { fields, format } = band.reading
  const code = new Map(twoDDocChamps(doc.reading).map(c => [c.nom, String(c.valeur)]))
  const surname = LAYOUTS[format].fields.surname ? 'surname' : 'names'
  const givenNames = LAYOUTS[format].fields.givenNames ? 'givenNames' : 'names'
  const exact = (a: string, b: string | null): Difference => differenceOf(a, b ?? '')
  const name = (a: string, b: string, cut: boolean): Difference =>
    (({ same: 'aucune', compatible: 'aucune', close: 'confusion', different: 'nette' }) as const)[nameAgrees(a, b, cut)]
  const rows: readonly (readonly [
    nom: string,
    libelle: string,
    MrzFieldName,
    mrz: string | null,
    (code: string) => Difference,
  ])[] = [
    ['numeroDocument', 'numéro', 'documentNumber', fields.documentNumber, c => exact(c, fields.documentNumber)],
    ['nom', 'nom', surname, fields.surname, c => name(c, fields.surname, fields.surnameMayBeCut)],
    ['prenoms', 'prénoms', givenNames, fields.givenNames, c => name(c, fields.givenNames, fields.givenNamesMayBeCut)],
    ['sexe', 'sexe', 'sex', sexOf(fields.sex), c => exact(c, sexOf(fields.sex))],
    [
      'nationalite',
      'nationalité',
      'nationality',
      nationalityOf(band.reading),
      c => exact(c, nationalityOf(band.reading)),
    ],
  ]
  const compared = rows.flatMap(([nom, libelle, field, mrz, difference]) => {
    const value = code.get(nom)
    return value === undefined || mrz === null
      ? []
      : [comparison(band, doc, libelle, field, [value, mrz], difference(value))]
  })
  const whole = wholeBand(band, doc)
  return whole ? [...compared, whole] : compared
}

/** Codes that hold the whole band: fillers are spaces there, lines follow one another. */
function wholeBand(band: BandRead, doc: TwoDDocOnPiece): Comparison | null {
  const text = fieldText(doc.reading, '6F')
  if (text === null) return null
  const stored = text.replace(/ /g, '<')
  const read = band.reading.lines.join('')
  // Issuers leave out the last fillers.
  return comparison(
    band,
    doc,
    'bande entière',
    'documentNumber',
    [stored, read],
    differenceOf(stored.padEnd(read.length, '<'), read),
  )
}

function comparison(
  { page, reading }: BandRead,
  doc: TwoDDocOnPiece,
  libelle: string,
  field: MrzFieldName,
  [code, mrz]: readonly [string, string],
  difference: Difference,
): Comparison {
  const wrong = reading.checks.some(c => c.name === field && c.status === 'wrong')
  const confiance = wrong ? 0 : (reading.confidences[field] ?? 0)
  return {
    libelle,
    verdict: judge(difference, { confiance, source: reading.source }, 1),
    detail: `${code} dans le 2D-Doc, ${mrz} dans la bande MRZ`,
    preuves: [
      codePreuve(doc, libelle, code),
      { libelle: `MRZ, ${libelle}`, valeur: mrz, page, zone: mrzFieldZone(reading, field), source: 'mrz' },
    ],
  }
}
