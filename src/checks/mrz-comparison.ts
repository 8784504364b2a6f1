import type { Champ } from '../domain/champs.ts'
import type { Preuve } from '../domain/check.ts'
import type { MrzFieldName } from '../formats/mrz/layout.ts'
import { mrzFieldZone } from '../formats/mrz/mrz-champs.ts'
import type { Comparison, Verdict } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { champPreuve } from './preuves.ts'

/** A printed value and the same field of the band. */
interface Sides {
  readonly libelle: string
  readonly printed: Champ
  readonly field: MrzFieldName
  /** As people write them. */
  readonly shown: readonly [printed: string, mrz: string]
}

/** The comparison, with both zones as evidence. */
export function mrzComparison(
  { page, reading }: BandRead,
  { libelle, printed, field, shown }: Sides,
  verdict: Verdict,
): Comparison {
  const mrz: Preuve = {
    libelle: `MRZ, ${libelle}`,
    valeur: shown[1],
    page,
    zone: mrzFieldZone(reading, field),
    source: 'mrz',
  }
  return {
    libelle,
    verdict,
    detail: `${shown[0]} imprimé, ${shown[1]} dans la bande MRZ`,
    preuves: [champPreuve({ ...printed, valeur: shown[0] }, `Imprimé, ${libelle}`), mrz],
  }
}

/** How sure the band is of a field; a field whose digit is wrong is not sure of anything. */
export function sureness({ reading }: BandRead, field: MrzFieldName): number {
  return reading.checks.some(c => c.name === field && c.status === 'wrong') ? 0 : (reading.confidences[field] ?? 0)
}

/** Digits and letters only, in capitals. */
export const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
