import { champTexte, type Champs } from '../domain/champs.ts'
import { wordsOf, type PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { cuePlaces } from '../documents/cue-places.ts'
import { isCard, sidesOn } from './card-sides.ts'
import type { Classification, PageVote } from './classify.ts'
import { clauseGoesOn, likeness, opensLetter, referencesOn, sentenceGoesOn } from './page-marks.ts'
import { follows, isLastPage, nextPage, readPagination, type Pagination } from './pagination.ts'
import { compareKeys, keysOn } from './piece-keys.ts'

/** A page with what it says of its place in a bundle. */
export interface SeenPage {
  readonly reading: PageReading
  readonly vote: PageVote
  readonly pagination: Pagination | null
}

/** The piece that the pages before belong to. */
export interface OpenPiece {
  readonly pages: readonly SeenPage[]
  readonly classification: Classification
  /** Number of its last page, counted on when that page bears none. */
  readonly lastPage: Pagination | null
}

/** What stands between the piece and the page. */
export interface Gap {
  readonly blankPages: number
  /** Blank backs stand behind most pages of the file: they say nothing. */
  readonly duplex: boolean
  /** All pages are of one born-digital file. */
  readonly bornDigital: boolean
}

/** Why a page begins a new piece (weight above 0) or goes on with the last one (below 0). */
export interface Reason {
  readonly weight: number
  /** French, without anything read on the page but page numbers. */
  readonly label: string
}

export const seePage = (reading: PageReading, vote: PageVote): SeenPage => ({
  reading,
  vote,
  pagination: readPagination(reading),
})

/** Types whose documents usually run over several pages without a title of their own. */
const MANY_PAGES: ReadonlySet<TypePiece> = new Set([
  'livret-de-famille',
  'jugement-de-divorce',
  'contrat-de-travail',
  'avis-imposition',
  'bail',
  'depot-de-plainte',
  'attestation-pension',
  'attestation-caf',
  'autre-piece-reglementaire',
  'autre-justificatif-ressources',
  'acte-de-naissance',
])
/** The booklet holds extracts of records of several people: only its cover begins another one. */
const BOOKLET = 'livret-de-famille'
const BOOKLET_LEAVES: ReadonlySet<TypePiece> = new Set([BOOKLET, 'acte-de-naissance'])
/** Words of records delivered on a sheet of their own: those of a booklet are "délivrés conformes aux registres". */
const BOOKLET_STRANGERS = ['copie intégrale', 'avec filiation', 'pour extrait conforme', 'copie conforme']
const BOOKLET_NATURES: ReadonlySet<string | null> = new Set(['acte-de-mariage', 'acte-de-deces'])
/** A vote below this says nothing about where a piece begins. */
const BELIEVED = 0.5
/** Words common to two scans of one page. */
const SAME_PAGE = 0.8
/** A back of a card or a nearly empty last leaf. */
const FEW_WORDS = 40

/** Every reason for and against a cut before `page`. */
export function reasonsToCut(open: OpenPiece, page: SeenPage, gap: Gap): Reason[] {
  const last = open.pages.at(-1)
  if (!last) return []
  return [
    ...byPagination(open, page),
    ...bySides(open, page),
    ...byType(open, last, page),
    ...byContinuity(last, page),
    ...byPaper(last, page, gap),
  ]
}

function byPagination(open: OpenPiece, { pagination }: SeenPage): Reason[] {
  const last = open.lastPage
  if (pagination && last && follows(last, pagination))
    return [{ weight: -7, label: `page ${said(pagination)} à la suite de la page ${said(last)}` }]
  if (pagination?.page === 1) return [{ weight: 5, label: `première page (${said(pagination)})` }]
  if (last && isLastPage(last)) return [{ weight: 3, label: `dernière page du document précédent (${said(last)})` }]
  if (last?.of != null && !pagination) return [{ weight: -3, label: `page attendue : ${said(nextPage(last))}` }]
  if (last && pagination) return [{ weight: 2, label: `page ${said(pagination)} après la page ${said(last)}` }]
  if (pagination) return [{ weight: -1, label: `page ${said(pagination)}, pas une première page` }]
  return []
}

const said = ({ page, of }: Pagination): string => (of === null ? String(page) : `${page}/${of}`)

/** The back of a card goes with its front; two fronts are two cards. */
function bySides(open: OpenPiece, page: SeenPage): Reason[] {
  const type = open.classification.type
  if (!isCard(type)) return []
  const before = open.pages.map(p => sidesOn(type, p.reading))
  const [recto, verso] = [before.some(s => s.recto), before.some(s => s.verso)]
  const here = sidesOn(type, page.reading)
  const sameType = page.vote.type === type
  if (here.recto && recto && sameType) return [{ weight: 3, label: 'recto d’une autre carte' }]
  const foreign = !sameType && page.vote.confiance >= BELIEVED && page.vote.type !== 'hors-perimetre'
  if (foreign) return []
  if (here.verso && !here.recto && recto && !verso) return [{ weight: -6, label: 'verso de la carte précédente' }]
  if (here.recto && sameType && verso && !recto) return [{ weight: -4, label: 'recto de la carte précédente' }]
  if (here.verso && !here.recto && verso) return [{ weight: 2, label: 'verso d’une autre carte' }]
  return []
}

function byType(open: OpenPiece, last: SeenPage, page: SeenPage): Reason[] {
  const { type } = open.classification
  const { vote } = page
  if (type === BOOKLET && isBookletLeaf(page))
    return hasTitle(page.reading, 'livret de famille') && !open.pages.every(p => isNearlyEmpty(p.reading))
      ? [{ weight: 1, label: 'couverture d’un autre livret' }]
      : [{ weight: -2, label: 'feuillet du même livret' }]
  if (vote.type === type && (vote.type !== 'hors-perimetre' || vote.titled)) return sameType(open, last, page)
  if (!vote.known || (vote.confiance < BELIEVED && !vote.titled)) return [unknownPage(open, page)]
  if (type === 'bail' && isLeaseAnnex(page)) return [{ weight: 0.8, label: 'annexe possible du bail' }]
  if (vote.titled) return [{ weight: 2 + 2 * vote.confiance, label: 'titre d’un autre document' }]
  if (vote.confiance >= 0.9) return [{ weight: 3, label: 'contenu d’un autre document' }]
  return [{ weight: 1, label: 'contenu qui évoque un autre document' }]
}

function isBookletLeaf({ vote, reading }: SeenPage): boolean {
  if (BOOKLET_STRANGERS.some(words => cuePlaces(reading, words).length > 0)) return false
  if (vote.type !== 'autre-piece-reglementaire') return BOOKLET_LEAVES.has(vote.type)
  return BOOKLET_NATURES.has(champTexte(keysOn(vote.type, reading), 'natureDocument'))
}

/** What is joined to a lease by law, and named in its list of annexes. */
const LEASE_ANNEXES: ReadonlySet<string | null> = new Set([
  'etat-des-lieux',
  'diagnostic-immobilier',
  'acte-de-cautionnement',
])

const isLeaseAnnex = ({ vote, reading }: SeenPage): boolean =>
  vote.type === 'hors-perimetre' && LEASE_ANNEXES.has(champTexte(keysOn(vote.type, reading), 'natureDocument'))

const isNearlyEmpty = (page: PageReading): boolean => wordsOf(page).length < FEW_WORDS

const hasTitle = (page: PageReading, words: string): boolean =>
  cuePlaces(page, words).some(p => p.inHead && p.coverage >= 0.45)

/** A page without known words: the rest of a long document, the back of a card, or a document nobody knows. */
function unknownPage(open: OpenPiece, page: SeenPage): Reason {
  const { type, confiance } = open.classification
  const few = isNearlyEmpty(page.reading)
  if (isCard(type))
    return few && open.pages.length === 1
      ? { weight: -1, label: 'page presque vide après une carte' }
      : { weight: 2, label: 'page sans titre après une carte' }
  if (MANY_PAGES.has(type) && confiance >= BELIEVED) return { weight: -1.5, label: 'page sans titre à la suite' }
  return few ? { weight: -0.5, label: 'page presque vide' } : { weight: 0.6, label: 'page sans titre connu' }
}

function sameType(open: OpenPiece, last: SeenPage, page: SeenPage): Reason[] {
  const type = page.vote.type
  const keys = open.pages.map(p => keysOn(type, p.reading))
  const relation = relationTo(keys, keysOn(type, page.reading), page.vote.titled || !MANY_PAGES.has(type))
  if (relation === 'different') return [{ weight: 4, label: 'même type, autre document (période, numéro ou personne)' }]
  if (likeness(last.reading, page.reading) >= SAME_PAGE) return [{ weight: 2, label: 'même page une seconde fois' }]
  if (relation === 'same') return [{ weight: -3, label: 'mêmes références que la page précédente' }]
  if (MANY_PAGES.has(type)) return [page.vote.titled ? titledAgain(open, page) : FOLLOWS]
  return [page.vote.titled ? { weight: 2.5, label: 'titre répété' } : { weight: -1.5, label: 'suite sans titre' }]
}

const FOLLOWS: Reason = { weight: -2, label: 'suite du même type de document' }
/** Words common to the first pages of two documents of one model. */
const SAME_MODEL = 0.35

/** A running title, or another document of the same kind: its first page then looks like the first one. */
function titledAgain(open: OpenPiece, page: SeenPage): Reason {
  const [first] = open.pages
  return first && likeness(first.reading, page.reading) >= SAME_MODEL
    ? { weight: 1, label: 'même première page' }
    : { weight: -1, label: 'titre courant' }
}

/** Any page of the piece that differs separates, any that agrees ties. */
function relationTo(pages: readonly Champs[], page: Champs, people: boolean): 'same' | 'different' | 'unknown' {
  const relations = pages.map(p => compareKeys(p, page, people))
  if (relations.includes('different')) return 'different'
  return relations.includes('same') ? 'same' : 'unknown'
}

function byContinuity(last: SeenPage, page: SeenPage): Reason[] {
  const reasons: Reason[] = []
  const clause = clauseGoesOn(last.reading, page.reading)
  if (clause !== null) reasons.push({ weight: -3, label: `article ${clause} à la suite` })
  else if (sentenceGoesOn(last.reading, page.reading)) reasons.push({ weight: -1.5, label: 'phrase qui continue' })
  const known = referencesOn(last.reading)
  const shared = [...referencesOn(page.reading)].filter(r => known.has(r)).length
  if (shared > 0) reasons.push({ weight: shared > 1 ? -2 : -1.3, label: 'référence commune aux deux pages' })
  if (opensLetter(page.reading)) reasons.push({ weight: 1.5, label: 'début de lettre' })
  return reasons
}

function byPaper(last: SeenPage, page: SeenPage, gap: Gap): Reason[] {
  const reasons: Reason[] = []
  const [a, b] = [last, page].map(({ reading: r }) => [r.widthPx / r.dpi, r.heightPx / r.dpi] as const)
  const differs = a !== undefined && b !== undefined && a.some((size, i) => Math.abs(size / (b[i] ?? size) - 1) > 0.15)
  if (differs) reasons.push({ weight: 0.8, label: 'autre format de papier' })
  if (gap.blankPages > 0 && !gap.duplex) reasons.push({ weight: 0.7, label: 'page blanche entre les deux' })
  if (gap.bornDigital) reasons.push({ weight: -0.8, label: 'même fichier numérique' })
  return reasons
}
