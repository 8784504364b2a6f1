import { roundZone, type Zone } from '../../domain/geometry.ts'
import { LAYOUTS, type MrzCheckName, type MrzFieldName, type MrzFormat, type Slice } from './layout.ts'
import type { MrzRead } from './mrz-reading.ts'

/** A field of the result as the MRZ gives it. */
export interface MrzChamp {
  readonly nom: string
  readonly valeur: string
  /** 0..1 */
  readonly confiance: number
  readonly zone: Zone
}

/**
 * The fields of the result (contract names) that an MRZ gives: those whose check digit is wrong are left out. Names
 * have no accents there; the nationality is the ICAO code, `FRA` for the French laminated card that does not print it.
 */
export function mrzChamps(reading: MrzRead): MrzChamp[] {
  const { fields, format, checks } = reading
  const trusted = (name: MrzCheckName): boolean => checks.every(c => c.name !== name || c.status !== 'wrong')
  const champ = (nom: string, field: MrzFieldName, valeur: string | null): MrzChamp[] =>
    valeur === null || valeur === ''
      ? []
      : [{ nom, valeur, confiance: reading.confidences[field] ?? 0, zone: mrzFieldZone(reading, field) }]
  const surname = LAYOUTS[format].fields.surname ? 'surname' : 'names'
  const givenNames = LAYOUTS[format].fields.givenNames ? 'givenNames' : 'names'
  return [
    ...champ('nom', surname, fields.surname),
    ...champ('prenoms', givenNames, fields.givenNames),
    ...champ('numeroDocument', 'documentNumber', trusted('documentNumber') ? fields.documentNumber : null),
    ...champ('dateNaissance', 'birthDate', trusted('birthDate') ? fields.birthDate : null),
    ...champ('sexe', 'sex', sexOf(fields.sex)),
    ...champ('nationalite', format === 'FR-CNI' ? 'issuingState' : 'nationality', nationalityOf(reading)),
    ...champ('dateExpiration', 'expiryDate', trusted('expiryDate') ? fields.expiryDate : null),
    ...champ('numeroEtranger', 'optional1', foreignerNumber(reading)),
    {
      nom: 'mrz',
      valeur: reading.lines.join('\n'),
      confiance: reading.confidence,
      zone: roundZone(reading.zone),
    },
  ]
}

/** `M`, `F`, `X` (a filler: unspecified), `null` for anything else. */
export function sexOf(character: string | null): 'M' | 'F' | 'X' | null {
  if (character === 'M' || character === 'F') return character
  return character === '<' ? 'X' : null
}

/** ICAO code of the holder's nationality; the French laminated card implies it. */
export const nationalityOf = ({ format, fields }: Pick<MrzRead, 'format' | 'fields'>): string | null =>
  format === 'FR-CNI' ? fields.issuingState : fields.nationality

/** The ten digits of the foreigner number (AGDREF) in the optional zone of a French titre de séjour, cards since 2011. */
export function foreignerNumber({ format, fields }: Pick<MrzRead, 'format' | 'fields'>): string | null {
  const french = format === 'TD1' && fields.issuingState === 'FRA' && fields.nationality !== 'FRA'
  return french && /^\d{10}$/.test(fields.optional1 ?? '') ? fields.optional1 : null
}

/** Where a field stands on the page: its line and columns as parts of the band, characters being of one width. */
export function mrzFieldZone(reading: MrzPlace, field: MrzFieldName): Zone {
  const slice = LAYOUTS[reading.format].fields[field]
  return slice ? mrzSliceZone(reading, slice) : roundZone(reading.zone)
}

type MrzPlace = { readonly zone: Zone; readonly format: MrzFormat }

export function mrzSliceZone({ zone, format }: MrzPlace, slice: Slice): Zone {
  const { lineCount, lineLength } = LAYOUTS[format]
  const [x0, y0, x1, y1] = zone
  const width = (x1 - x0) / lineLength
  const height = (y1 - y0) / lineCount
  return roundZone([
    x0 + width * slice.start,
    y0 + height * slice.line,
    x0 + width * slice.end,
    y0 + height * (slice.line + 1),
  ])
}
