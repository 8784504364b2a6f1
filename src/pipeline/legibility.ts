import { champTexte, type Champs } from '../domain/champs.ts'
import type { Cut, PageReading, Side } from '../domain/reading.ts'
import { missingFields } from '../documents/needed-fields.ts'
import type { TypeConfidence } from '../sorting/classify.ts'

/**
 * Why a piece cannot be exploited, in French, or `null`:
 *
 *     none of its pages can be read ........................... the reason of the page
 *     a large part is cut off beside what was read ............ where it is cut
 *     no sure type, and something says that it is cut ......... where it is cut
 *     nothing that the regulation asks, and its head is gone .. where it is cut
 *     all that its type needs was read ........................ it can
 *     something needed is missing, and a page cannot be read .. the reason of that page
 *                                    , and a page is cut ...... where it is cut
 *                                    , and a page is hard to read .. the reason of that page
 *     otherwise ............................................... it can: what was not read is a matter of checks
 *
 * @param pages those of the piece, with their quality
 */
export function whyUnusable(
  { type, confiance }: TypeConfidence,
  champs: Champs,
  pages: readonly PageReading[],
): string | null {
  const unread = pages.filter(p => p.quality.state === 'unreadable')
  if (!pages.some(p => p.quality.state === 'readable')) return motifOf(unread) ?? ILLISIBLE
  const cuts = pages.flatMap(p => (p.quality.cut === undefined ? [] : [p.quality.cut]))
  const isOutside = type === 'hors-perimetre'
  const isUnsure = confiance <= UNSURE || (isOutside && champTexte(champs, 'natureDocument') === null)
  const severe = cuts.find(cut => isSevere(cut) || (isUnsure && isLikely(cut)) || (isOutside && isHeadless(cut)))
  if (severe) return motifOfCut(severe.sliced.length > 0 ? severe.sliced : severe.bare)
  if (missingFields(type, champs).length === 0) return null
  const [cut] = [...cuts].sort((a, b) => b.bare.length - a.bare.length)
  return motifOf(unread) ?? (cut ? motifOfCut(cut.bare) : motifOf(pages))
}

/** A type told no more surely than this was told without its title, or is nearly matched by another. */
const UNSURE = 0.7

/**
 * The head or a side of the writing is gone, and with it much of the sheet: what is read beside it (a name without its
 * label, a total without its figures) cannot be trusted. A missing foot takes nothing from what stands above it.
 */
const isSevere = ({ sliced, format }: Cut): boolean => format !== 'whole' && sliced.some(side => side !== 'bottom')

const isLikely = ({ sliced, bare, format }: Cut): boolean =>
  sliced.length > 0 || format === 'part-of-sheet' || (format === 'odd' && bare.length > 0)

/** What told the type went with the head; what is left may speak of other documents. */
const isHeadless = ({ bare, format }: Cut): boolean => format === 'part-of-sheet' && bare.includes('top')

const ILLISIBLE = 'Ce document est illisible : numérisez-le de nouveau.'

const motifOf = (pages: readonly PageReading[]): string | null =>
  pages.find(p => p.quality.motif !== null)?.quality.motif ?? null

const WHERE: Readonly<Record<Side, string>> = { top: 'en haut', bottom: 'en bas', left: 'à gauche', right: 'à droite' }

function motifOfCut(sides: readonly Side[]): string {
  const where = sides.map(side => WHERE[side])
  const places = where.length > 1 ? `${where.slice(0, -1).join(', ')} et ${String(where.at(-1))}` : where[0]
  return places === undefined
    ? 'Le document paraît coupé, une partie manque : numérisez la page entière.'
    : `Le document est coupé ${places} : numérisez la page entière.`
}
