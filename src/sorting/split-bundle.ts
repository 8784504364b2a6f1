import type { PageReading } from '../domain/reading.ts'
import { infoTypePiece, type TypePiece } from '../domain/type-piece.ts'
import { classifyPage, classifyPiece, type Classification } from './classify.ts'
import { reasonsToCut, seePage, type Gap, type OpenPiece, type Reason, type SeenPage } from './cohesion.ts'
import { announced, sectionsOf, type CoverSheet, type Section } from './cover-sheets.ts'
import { follows, nextPage, readPagination, type Pagination } from './pagination.ts'

/** The pages of one piece, with its type. */
export interface PieceRange extends Classification {
  /** Page numbers in the file as received, ascending, at least one. */
  readonly pages: readonly number[]
  /** A boundary of the piece, or a page kept inside it, was a close call: a person should look. */
  readonly coupureIncertaine: boolean
  /** The separator sheet before it; absent when there was none. */
  readonly bordereau?: CoverSheet
}

/** A sum of reasons nearer to zero than this is a close call. */
const CLOSE_CALL = 1.2
/** Blank pages among the others of a file scanned on both sides from one-sided sheets. */
const DUPLEX_SHARE = 0.4
const REASONS_KEPT = 2

interface Draft {
  readonly pages: readonly SeenPage[]
  /** Number of its last page, counted on over pages that bear none. */
  readonly lastPage: Pagination | null
  readonly uncertain: boolean
  readonly reasons: readonly Reason[]
}

interface Decision {
  readonly cut: boolean
  readonly uncertain: boolean
  readonly reasons: readonly Reason[]
}

/** Trust in a type that a separator sheet announces and the document does not deny. */
const ANNOUNCED = 0.9
/** A document that says so surely that it is of another type is not what its sheet announces. */
const DENIED = 0.9

/**
 * Cuts the pages of a file into pieces. Blank pages and separator sheets belong to no piece; every other page is in
 * exactly one, pieces are in the order of the file and their pages follow each other.
 *
 * What lies behind a separator sheet is one piece. A sheet that cannot be read, and pages behind it that would be cut surely
 * without it, make the cut uncertain: a sheet may be missing.
 *
 * Signs, from the surest: page numbers, the two sides of a card, another title, another period, number or person of the
 * same type, articles and sentences that go on, references in common, paper, blanks.
 *
 * @param pages all pages of the file, in order
 * @returns no piece when all pages are blank
 */
export function splitBundle(pages: readonly PageReading[]): PieceRange[] {
  return sectionsOf(pages).flatMap(section => (section.sheet ? behind(section.sheet, section) : cut(section.pages)))
}

function behind(sheet: CoverSheet, { pages }: Section): PieceRange[] {
  const printed = pages.filter(p => p.quality.state !== 'blank')
  if (printed.length === 0) return []
  const said = sheet.contenu ? 'bordereau de séparation' : 'bordereau de séparation dont le code ne se lit pas'
  const { evidence, ...classification } = withAnnounced(classifyPiece(printed), announced(sheet))
  const cuts = cut(pages)
  return [
    {
      ...classification,
      evidence: [...evidence, `${said}, page ${sheet.page}`],
      pages: printed.map(p => p.page),
      coupureIncertaine: sheet.contenu === null || cuts.slice(1).some(c => !c.coupureIncertaine),
      bordereau: sheet,
    },
  ]
}

function withAnnounced(read: Classification, type: TypePiece | null): Classification {
  if (type === null) return read
  if (read.type === type) return { ...read, confiance: Math.max(read.confiance, ANNOUNCED) }
  if (read.confiance >= DENIED) return read
  return { type, confiance: ANNOUNCED, second: read, evidence: [`type annoncé : ${infoTypePiece(type).label}`] }
}

function cut(pages: readonly PageReading[]): PieceRange[] {
  const blank = pages.filter(p => p.quality.state === 'blank').length
  const paper = {
    duplex: blank / pages.length >= DUPLEX_SHARE,
    bornDigital: pages.length > 1 && pages.every(p => p.source === 'texte-pdf'),
  }
  const printed = pages.filter(p => p.quality.state !== 'blank')
  const drafts: Draft[] = []
  printed.forEach((reading, i) => {
    const page = seePage(reading, classifyPage(reading))
    const open = drafts.at(-1)
    const previous = printed[i - 1]
    if (!open || !previous) {
      drafts.push({ pages: [page], lastPage: page.pagination, uncertain: false, reasons: [] })
      return
    }
    const gap = { ...paper, blankPages: reading.page - previous.page - 1 }
    const { cut: apart, uncertain, reasons } = decide(open, page, gap, printed[i + 1])
    if (apart) {
      drafts[drafts.length - 1] = { ...open, uncertain: open.uncertain || uncertain }
      drafts.push({ pages: [page], lastPage: page.pagination, uncertain, reasons: strongest(reasons, 1) })
    } else drafts[drafts.length - 1] = extended(open, page, uncertain, reasons)
  })
  return drafts.map(toRange)
}

function decide(open: Draft, page: SeenPage, gap: Gap, after: PageReading | undefined): Decision {
  if (page.reading.quality.state === 'unreadable') return decideUnread(open, page, after)
  const continues = open.lastPage !== null && page.pagination !== null && follows(open.lastPage, page.pagination)
  if (open.pages.every(p => p.reading.quality.state === 'unreadable'))
    // Nothing is known of an unread page: what comes after it may belong with what came before it.
    return { cut: !continues, uncertain: !page.vote.titled, reasons: [] }
  const classification = classifyPiece(open.pages.map(p => p.reading))
  const piece: OpenPiece = { pages: open.pages, classification, lastPage: open.lastPage }
  const reasons = reasonsToCut(piece, page, gap)
  const sum = reasons.reduce((total, r) => total + r.weight, 0)
  return { cut: sum > 0, uncertain: Math.abs(sum) < CLOSE_CALL, reasons }
}

/** An unreadable page stays with the document before it only when page numbers say that a page is missing there. */
function decideUnread(open: Draft, page: SeenPage, after: PageReading | undefined): Decision {
  const { lastPage } = open
  const apart: Decision = { cut: true, uncertain: true, reasons: [] }
  if (!lastPage) return apart
  const reason = { weight: -7, label: 'page illisible, attendue par la numérotation' }
  if (page.pagination)
    return follows(lastPage, page.pagination) ? { cut: false, uncertain: false, reasons: [reason] } : apart
  const expected = nextPage(lastPage)
  const next = after ? readPagination(after) : null
  const bridged = next !== null && next.page > 1 && follows(expected, next)
  const missing = expected.of !== null && expected.page <= expected.of && (next === null || next.page === 1)
  return bridged || missing ? { cut: false, uncertain: !bridged, reasons: [reason] } : apart
}

function extended(open: Draft, page: SeenPage, uncertain: boolean, reasons: readonly Reason[]): Draft {
  return {
    pages: [...open.pages, page],
    lastPage: page.pagination ?? (open.lastPage && nextPage(open.lastPage)),
    uncertain: open.uncertain || uncertain,
    reasons: [...open.reasons, ...strongest(reasons, -1)],
  }
}

/** The reasons that went the way of the decision, heaviest first. */
const strongest = (reasons: readonly Reason[], sign: 1 | -1): Reason[] =>
  reasons.filter(r => r.weight * sign > 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))

function toRange(draft: Draft): PieceRange {
  const classification = classifyPiece(draft.pages.map(p => p.reading))
  const said = [...new Set(draft.reasons.map(r => r.label))].slice(0, REASONS_KEPT)
  return {
    ...classification,
    evidence: [...classification.evidence, ...said],
    pages: draft.pages.map(p => p.reading.page),
    coupureIncertaine: draft.uncertain,
  }
}
