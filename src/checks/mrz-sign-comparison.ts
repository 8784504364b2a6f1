import type { CheckContext, NonEmpty, Preuve } from '../domain/check.ts'
import { LAYOUTS, sliceOf, type MrzFieldName } from '../formats/mrz/layout.ts'
import { mrzFieldZone } from '../formats/mrz/mrz-champs.ts'
import { mrzSigns, type MrzSign } from '../formats/mrz/mrz-signs.ts'
import type { Comparison } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { SURE } from './preuves.ts'

const FIELDS: Readonly<Record<MrzFieldName, string>> = {
  documentCode: 'code du document',
  issuingState: 'État émetteur',
  documentNumber: 'numéro',
  nationality: 'nationalité',
  birthDate: 'date de naissance',
  sex: 'sexe',
  expiryDate: "date d'expiration",
  optional1: 'zone facultative',
  optional2: 'zone facultative',
  names: 'nom et prénoms',
  surname: 'nom',
  givenNames: 'prénoms',
  issuingOffice: 'bureau de délivrance',
}

/** Signs of the band on its own. One that rests on a doubtful or corrected glyph counts against nobody. */
export function signComparisons({ jourDepot }: CheckContext, band: BandRead): Comparison[] {
  return mrzSigns(band.reading, jourDepot).map(sign => ({
    libelle: 'bande MRZ',
    verdict: isSure(band, sign) ? 'desaccord' : 'doute',
    detail: sign.motif,
    preuves: preuves(band, sign),
  }))
}

function isSure({ reading }: BandRead, sign: MrzSign): boolean {
  if (sign.code !== 'mise-en-page' && reading.checks.some(c => c.status === 'wrong')) return false
  return sign.fields.every(field => (reading.confidences[field] ?? 0) >= SURE)
}

function preuves({ page, reading }: BandRead, sign: MrzSign): NonEmpty<Preuve> {
  const [first = 'documentNumber', ...rest] = sign.fields
  const preuve = (field: MrzFieldName): Preuve => {
    const slice = LAYOUTS[reading.format].fields[field]
    return {
      libelle: `MRZ, ${FIELDS[field]}`,
      valeur: slice ? sliceOf(reading.lines, slice) : '',
      page,
      zone: mrzFieldZone(reading, field),
      source: 'mrz',
    }
  }
  return [preuve(first), ...rest.map(preuve)]
}
