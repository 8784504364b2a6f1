import { distance } from 'fastest-levenshtein'
import { editsAllowed } from './text.ts'

/**
 * Words that say what the number beside them is. `fort`: a NIR. `faible`: perhaps one. `exclu`: another number of known
 * kind. `vague`: a number of some file, which is seldom a NIR.
 */
export interface NirLabel {
  readonly kind: 'fort' | 'faible' | 'exclu' | 'vague'
  /** Strong enough that what stands beside it is masked even when its figures cannot be read. */
  readonly block: boolean
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
}

/** Signs that OCR exchanges, brought to one on both sides of the comparison. */
const shape = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[0Q]/g, 'O')
    .replace(/[1L|!]/g, 'I')
    .replace(/5/g, 'S')
    .replace(/8/g, 'B')

const MARKERS = ['N', 'NO', 'NE', 'NR', 'NUM', 'NUMERO'].flatMap(n => [n, `${n}D`, `${n}DE`, `${n}DELA`])
const numbered = (...nouns: string[]): string[] => MARKERS.flatMap(m => nouns.map(noun => m + noun))

const TABLE: readonly {
  readonly kind: NirLabel['kind']
  readonly block: boolean
  readonly words: readonly string[]
}[] = [
  {
    kind: 'fort',
    block: true,
    words: [
      ...numbered(
        'SECURITESOCIALE',
        'SECUSOCIALE',
        'SECURITESOC',
        'SECUSOC',
        'SECU',
        'SS',
        'INSEE',
        'ASSURE',
        'ASSURESOCIAL',
        'NIR',
        'IMMATRICULATION',
        'IMMAT',
      ),
      'NIR',
      'NIA',
      'MATRICULEINSEE',
      'IMMATRICULATIONSECURITESOCIALE',
      'IMMATRICULATIONALASECURITESOCIALE',
      'IMMATRICULATIONSS',
      ...['SECURITESOCIALE', 'SECU', 'SS', 'INSEE'].flatMap(noun => ['N', 'NO', 'NUMERO'].map(n => noun + n)),
      'SOCIALSECURITYNUMBER',
    ],
  },
  {
    kind: 'fort',
    block: false,
    words: [
      ...numbered('IDENTIFICATION'),
      'SECURITESOCIALE',
      'SECUSOCIALE',
      'SECURITESOC',
      'SECUSOC',
      'SECU',
      'ASSURESOCIAL',
    ],
  },
  {
    kind: 'faible',
    block: false,
    words: ['MATRICULE', 'IMMATRICULATION', 'IMMAT', 'ASSURE', 'INSEE', 'IDENTIFIANT', 'CARTEVITALE', 'VITALE', 'SS'],
  },
  {
    kind: 'exclu',
    block: false,
    // prettier-ignore
    words: [
      'SIRET', 'SIREN', 'RCS', 'FISCAL', 'NUMEROFISCAL', 'NFISCAL', 'SPI', 'REFERENCEDELAVIS', 'REFDELAVIS', 'REFERENCEAVIS',
      'REFERENCESDELAVIS', 'IBAN', 'BBAN', 'RIB', 'URSSAF', 'NUMEROUNIQUE', 'ALLOCATAIRE', 'TELEPHONE', 'TEL', 'PORTABLE',
      'MOBILE', 'FAX', 'PDL', 'PRM', 'POINTDELIVRAISON', 'FINESS', 'RPPS', 'ADELI', 'ETRANGER', 'AGDREF', 'SERIE', 'TVA',
      'CNI', 'CARTENATIONALEDIDENTITE', 'TIME', 'TIMESTAMP', 'EPOCH', 'EAN', 'GENCOD', 'PLAFONDSECURITESOCIALE',
      'PLAFONDDELASECURITESOCIALE', 'SECURITESOCIALEPLAFONNEE', 'SECURITESOCIALEDEPLAFONNEE', 'CODEINSEE', 'INE',
    ],
  },
  {
    kind: 'vague',
    block: false,
    // prettier-ignore
    words: [
      // "Numéro de l'avis" is two letters from "numéro de la SS".
      ...numbered('AVIS', 'LAVIS'),
      'CONTRAT', 'FACTURE', 'DOSSIER', 'CLIENT', 'REFERENCE', 'REF', 'COMPTE', 'COMPTEUR', 'COMMANDE', 'DEMANDE', 'ABONNE',
      'ADHERENT', 'POLICE', 'QUITTANCE', 'ENREGISTREMENT', 'PROCEDURE', 'PASSEPORT', 'PERMIS', 'LOCATAIRE', 'LOGEMENT',
    ],
  },
]

interface Entry {
  readonly word: string
  readonly kind: NirLabel['kind']
  readonly block: boolean
}
const ENTRIES: readonly Entry[] = TABLE.flatMap(({ kind, block, words }) =>
  words.map(w => ({ word: shape(w), kind, block })),
)
const BY_WORD = new Map([...ENTRIES].reverse().map(e => [e.word, e]))
/** Labels long enough to be compared with edits, by the length that a reading may have. */
const FUZZY = new Map<number, Entry[]>()
for (const entry of ENTRIES.filter(e => !/^(?:NO|NE|NR|NUM)(?!ERO)/.test(e.word))) {
  const allowed = editsAllowed(entry.word)
  if (allowed === 0) continue
  for (let length = entry.word.length - allowed; length <= entry.word.length + allowed; length++) {
    FUZZY.set(length, [...(FUZZY.get(length) ?? []), entry])
  }
}
const LONGEST = Math.max(...ENTRIES.map(e => e.word.length)) + 2

const TOKEN = /\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lu}\p{M}]+|\d+/gu
/** Labels that any few letters and figures would make. */
const SHORT = 4

/** Signs between two words of one label. */
const MAX_GAP = 4

/**
 * Every label of a text in plain signs (`foldSigns`), OCR noise tolerated, left to right, the longest where several
 * stand at one place. A label does not cross a line break.
 */
export function findNirLabels(plain: string): NirLabel[] {
  const tokens = [...plain.matchAll(TOKEN)].map(m => ({
    text: shape(m[0].replace(/\p{M}/gu, '')),
    start: m.index,
    end: m.index + m[0].length,
  }))
  const found: NirLabel[] = []
  let covered = 0
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i] as (typeof tokens)[number]
    if (first.start < covered) continue
    let joined = ''
    let best: { label: NirLabel; edits: number; length: number } | null = null
    for (let j = i; j < tokens.length && j < i + 9; j++) {
      const token = tokens[j] as (typeof tokens)[number]
      const previous = tokens[j - 1]
      if (
        j > i &&
        previous &&
        !/^[^\n\t]{0,4}$/.test(plain.slice(previous.end, Math.min(token.start, previous.end + MAX_GAP + 1)))
      )
        break
      joined += token.text
      if (joined.length > LONGEST) break
      const match = matchLabel(joined)
      if (!match) continue
      const { entry, edits } = match
      // "n° 1A" is no NIA: in a short label a figure is OCR noise only inside one word.
      if (
        entry.word.length <= SHORT &&
        /\d/.test(plain.slice(first.start, token.end)) &&
        token.end - first.start > joined.length
      )
        continue
      // "Sécurité sociale plafonnée" is another thing than its first two words, even badly read.
      if (best && edits > best.edits && entry.word.length < best.length + 4) continue
      const block = entry.block || hasColon(plain, token.end, entry)
      best = {
        label: { kind: entry.kind, block, start: first.start, end: token.end },
        edits,
        length: entry.word.length,
      }
    }
    if (!best) continue
    found.push(best.label)
    covered = best.label.end
  }
  return found
}

/** "Sécurité sociale :" is as good as "N° de sécurité sociale". */
const hasColon = (plain: string, at: number, entry: Entry): boolean =>
  entry.kind === 'fort' && /^SECU/.test(entry.word) && /^\s{0,3}(?:\(N[I1]R\)\s{0,2})?:/.test(plain.slice(at, at + 14))

function matchLabel(joined: string): { entry: Entry; edits: number } | null {
  const exact = BY_WORD.get(joined)
  if (exact) return { entry: exact, edits: 0 }
  let best: { entry: Entry; edits: number } | null = null
  for (const entry of FUZZY.get(joined.length) ?? []) {
    const numberedLabel = /^N(?!I[RA])/.test(entry.word)
    // "de la sécurité sociale" is not "n° de la sécurité sociale" misread.
    if (entry.word.charAt(0) !== joined.charAt(0) && (numberedLabel || entry.word.at(-1) !== joined.at(-1))) continue
    const edits = distance(entry.word, joined)
    if (edits > editsAllowed(entry.word) || (best && edits >= best.edits)) continue
    if (numberedLabel && !holdsNoun(entry.word, joined)) continue
    best = { entry, edits }
  }
  return best
}

const MARKER = /^(?:NUMERO|NUM|NO|NE|NR|N)(?:DEIA|DE|D)?(?=.)/

/** The noun of a label is misread at most in part: "Numéro de la" is no "Numéro de la SS" that lost its two letters. */
function holdsNoun(word: string, joined: string): boolean {
  const noun = word.replace(MARKER, '')
  return distance(noun, joined.slice(-noun.length)) <= Math.max(1, Math.floor(noun.length / 3))
}

/**
 * The label that speaks for what follows a list of labels on one line: a doubtful one just after a strong one ("N° SS /
 * Matricule :") does not weaken it.
 * @param labels those that end before the number, left to right
 */
export function speakingLabel(plain: string, labels: readonly NirLabel[]): NirLabel | null {
  const last = labels.at(-1)
  if (!last) return null
  const previous = labels.at(-2)
  const joined = previous && /^[^\p{L}\d\n]{0,4}$/u.test(plain.slice(previous.end, last.start))
  return last.kind === 'faible' && previous?.kind === 'fort' && joined ? { ...previous, end: last.end } : last
}
