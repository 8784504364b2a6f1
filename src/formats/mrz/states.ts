import { states } from 'mrz'
import { foldWords } from '../text.ts'
import { NATIONALITIES } from './nationalities.ts'

/** Codes that the list of the `mrz` package lacks: ICAO bodies, and states that are gone but still name people's birth. */
const OTHER_CODES = ['XMP', 'IAO', 'SCG', 'YUG', 'CSK', 'DDR', 'SUN', 'ZAR', 'ROM', 'TMP', 'BUR'] as const

/** Only specimens bear these. */
const SPECIMEN_CODES: ReadonlySet<string> = new Set(['UTO', 'YTO'])

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(states), ...OTHER_CODES])

/** A state or body of ICAO Doc 9303 part 3, section 5. `UTO` and `YTO` are not: see {@link isSpecimenState}. */
export const isKnownState = (code: string): boolean => KNOWN.has(code)

export const isSpecimenState = (code: string): boolean => SPECIMEN_CODES.has(code)

const COUNTRY_NAMES = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })

/** Every way a document writes a nationality, folded, to the ICAO codes it may mean (two states are "congolaise"). */
const BY_NAME: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const names = new Map<string, Set<string>>()
  const add = (name: string | undefined, code: string): void => {
    if (name === undefined) return
    const key = foldWords(name)
    names.set(key, (names.get(key) ?? new Set()).add(code))
  }
  for (const [icao, alpha2, masculine, feminine] of NATIONALITIES) {
    for (const name of [icao, alpha2, masculine, feminine ?? masculine]) add(name, icao)
    if (!alpha2.startsWith('X')) add(COUNTRY_NAMES.of(alpha2), icao)
  }
  // Germany is D in an MRZ and DEU elsewhere.
  add('D', 'DEU')
  return names
})()

/**
 * ICAO codes that a printed nationality may stand for ("Française", "FRA", "FR", "Sénégal"), `null` when it is none we
 * know. Germany is always `DEU` here.
 */
export function statesOfNationality(printed: string): ReadonlySet<string> | null {
  const folded = foldWords(printed)
  const whole = BY_NAME.get(folded)
  if (whole) return whole
  // "FRANÇAISE / FRENCH", "Nationalité : MAR". Two letters in a sentence are a word ("de"), not a state.
  const parts = folded.split(' ').flatMap(word => (word.length > 2 ? [...(BY_NAME.get(word) ?? [])] : []))
  return parts.length > 0 ? new Set(parts) : null
}

/** ICAO code of an ISO 3166-1 alpha-2 code, or of one of the codes that 2D-Doc adds (`XA` stateless); `null` if unknown. */
export const icaoOfAlpha2 = (alpha2: string): string | null =>
  NATIONALITIES.find(([, code]) => code === alpha2)?.[0] ?? null

/** Whether a printed nationality and an MRZ code name the same state; `null` when the printed one is unknown. */
export function nationalityAgrees(printed: string, mrzCode: string): boolean | null {
  const possible = statesOfNationality(printed)
  return possible ? possible.has(mrzCode === 'D' ? 'DEU' : mrzCode) : null
}

/**
 * Issuers whose names are written in another script: the Latin name printed is one transcription among others and may
 * differ from the MRZ (mrz.md 6).
 */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(
  (
    'AFG ARE ARM BGD BGR BHR BLR CHN COM DJI DZA EGY ERI ETH GEO GRC HKG IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN ' +
    'LBY LKA MAC MAR MDV MKD MMR MNE MNG MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SOM SRB SYR THA TJK TKM TUN TWN UKR UZB YEM'
  ).split(' '),
)

export const writesInAnotherScript = (issuer: string): boolean => OTHER_SCRIPTS.has(issuer)
