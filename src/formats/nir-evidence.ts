import type { NirCandidate } from './nir-candidates.ts'
import type { NirLabel } from './nir-labels.ts'
import { isNumeroFiscal } from './numero-fiscal.ts'

/**
 * What speaks for and against a candidate, in points. From MASK_FROM on it is masked. Source: detection table of
 * the trade (keys, labels, month, birth, civilité). Ours: the printed groups, because nothing else on paper is written
 * 1-2-2-2-3-3, and a strong label at the threshold, because a number with the structure of a NIR under "N° de sécurité
 * sociale" is one even without its key.
 */
const POINTS = {
  'cle-exacte': 5,
  'cle-apres-reparation': 3,
  'cle-fausse': -2,
  'libelle-fort': 5,
  'libelle-immediat': 0,
  'libelle-faible': 1,
  'mois-civil': 1,
  'naissance-concordante': 4,
  'civilite-concordante': 1,
  'document-qui-en-porte': 1,
  'groupes-imprimes': 6,
  'groupes-proches': 2,
  'une-case-par-chiffre': 2,
  'groupes-irreguliers': -3,
  'libelle-autre-numero': -6,
  'libelle-vague': -4,
  'cle-fiscale': -4,
  'colonne-de-nombres': -4,
  'ecarts-larges': -8,
  'suite-plus-longue': -8,
  'lettres-collees': -4,
  'sur-deux-lignes': -2,
  'numero-deja-trouve': 8,
  'numero-proche-deja-trouve': 5,
  'nom-de-fichier': 5,
  'bloc-illisible-sous-libelle': 5,
  'code-barres': 0,
} as const
export type Evidence = keyof typeof POINTS

export const MASK_FROM = 5
/** A second reading of the masked file that still shows this much has found a residue. */
export const RESIDUE_FROM = 3

export const scoreOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, e) => sum + POINTS[e], 0)

/** What surrounds a candidate. */
export interface Surroundings {
  readonly label: NirLabel['kind'] | null
  /** Births known from elsewhere in the deposit, ISO. */
  readonly births?: readonly string[]
  /** The only civilité of the page. */
  readonly civility?: 'homme' | 'femme' | null
  /** The document is of a kind on which a NIR is usual. */
  readonly expected?: boolean
  /** Amounts with decimals stand on the same line. */
  readonly amountsAround?: boolean
}

/** The evidence of a candidate in its surroundings. */
export function evidenceOf(
  candidate: NirCandidate,
  { label, births = [], civility, expected, amountsAround }: Surroundings,
): Evidence[] {
  const { body, keyStatus, grouping } = candidate
  const strong = label === 'fort'
  const evidence: Evidence[] = []
  const add = (when: boolean, what: Evidence): void => {
    if (when) evidence.push(what)
  }
  add(keyStatus === 'exacte', 'cle-exacte')
  add(keyStatus === 'reparee', 'cle-apres-reparation')
  // Under its label, or after the printed groups, a wrong key is OCR noise.
  add(keyStatus === 'fausse' && !strong && grouping !== 'imprime', 'cle-fausse')
  add(strong, 'libelle-fort')
  add(label === 'faible', 'libelle-faible')
  add(label === 'exclu', 'libelle-autre-numero')
  // A file's own number of 15 characters whose last two are the key of a NIR by chance: one in five hundred.
  add(label === 'vague' && keyStatus !== 'exacte', 'libelle-vague')
  add(/^...(?:0[1-9]|1[0-2])/.test(body), 'mois-civil')
  add(
    births.some(iso => body.slice(1, 5) === iso.slice(2, 4) + iso.slice(5, 7)),
    'naissance-concordante',
  )
  add(civility !== undefined && civility !== null && civility === sexOf(body), 'civilite-concordante')
  add(expected === true, 'document-qui-en-porte')
  add(grouping === 'imprime', 'groupes-imprimes')
  add(grouping === 'proche', 'groupes-proches')
  add(grouping === 'cases', 'une-case-par-chiffre')
  // OCR splits groups: under its label that says nothing.
  add(grouping === 'irregulier' && !strong, 'groupes-irreguliers')
  add(candidate.key === null && !strong && grouping !== 'imprime' && isNumeroFiscal(body), 'cle-fiscale')
  add(amountsAround === true && !strong, 'colonne-de-nombres')
  // Under its label a form may print each group or figure in a cell; one wide gap is the end of a value.
  const cells = grouping === 'cases' || (strong && grouping === 'imprime' && candidate.wideGaps >= 4)
  add(candidate.wideGaps > 0 && !cells, 'ecarts-larges')
  add(candidate.insideLongerRun && !strong && grouping !== 'imprime' && grouping !== 'compact', 'suite-plus-longue')
  add(candidate.gluedLetters && !strong, 'lettres-collees')
  add(candidate.twoLines, 'sur-deux-lignes')
  return evidence
}

const sexOf = (body: string): 'homme' | 'femme' => (/^[137]/.test(body) ? 'homme' : 'femme')

/**
 * Keeps, where candidates overlap, the one with the most points; with equal points the longer, so that a key is covered
 * with its number.
 */
export function bestApart<T extends { readonly score: number; readonly start: number; readonly end: number }>(
  all: readonly T[],
): T[] {
  const kept: T[] = []
  for (const one of [...all].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    if (kept.every(k => one.end <= k.start || k.end <= one.start)) kept.push(one)
  }
  return kept.sort((a, b) => a.start - b.start)
}
