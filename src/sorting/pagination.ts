import { textLine } from '../documents/text-line.ts'
import { lineText, type PageReading } from '../domain/reading.ts'

/** The number that a page bears in its document. */
export interface Pagination {
  readonly page: number
  /** Number of pages of the document, when printed. */
  readonly of: number | null
}

const FIGURES = '[\\dIl|]{1,3}'
const NAMED_OF = new RegExp(
  `(?<![\\p{L}\\d])(?:pages?|p\\.|pg\\.?|feuillet|feuille|folio)[\\s:]*(?:n\\s?°[\\s:]*)?(${FIGURES})\\s*(?:/|sur|of|de)\\s*(${FIGURES})(?![\\d/.,])`,
  'iu',
)
/** "2/3", "(2 sur 3)", with at most a misread "Page" before it. */
const ALONE_OF = /^(?:[\s([\-–]|\p{L}{1,6}\.?\s)*(\d{1,2})\s*(?:\/|sur)\s*(\d{1,2})[\s)\]\-–]*$/u
const NAMED = new RegExp(`(?:^|\\s)(?:page|p\\.|feuillet|folio)[\\s:]*(?:n\\s?°[\\s:]*)?(${FIGURES})[\\s.]*$`, 'iu')
const DASHED = /^\s*[-–]\s*(\d{1,2})\s*[-–]\s*$/u
/** Documents of a demande have fewer pages. */
const LONGEST = 99
/** Lines counted from each end of the page where a number alone is a page number. */
const EDGE_LINES = 3

/**
 * The page number printed on a page: "page 2/3", "Page 2 sur 3", "2/3" alone at an edge, "- 2 -", "page 2".
 * @returns `null` when there is none, or when it cannot be one (3/2, month/year, a number inside the text)
 */
export function readPagination(page: PageReading): Pagination | null {
  for (const line of page.lines) {
    const named = NAMED_OF.exec(lineText(line))
    const read = named && pagination(named[1], named[2])
    if (read) return read
  }
  const edges = page.lines.filter((_, i) => i < EDGE_LINES || i >= page.lines.length - EDGE_LINES)
  const cells = edges.flatMap((line, i) => textLine(page, line, i).line.cells.map(c => c.text))
  for (const text of cells) {
    const alone = ALONE_OF.exec(text)
    const read = alone && !/^0/.test(alone[1] ?? '') && pagination(alone[1], alone[2])
    if (read) return read
    const single = NAMED.exec(text) ?? DASHED.exec(text)
    const number = single && figures(single[1])
    if (number !== null && number >= 1 && number <= LONGEST) return { page: number, of: null }
  }
  return null
}

/** `next` is the page just after `last` of the same document. */
export const follows = (last: Pagination, next: Pagination): boolean =>
  next.page === last.page + 1 && (last.of === next.of || last.of === null || next.of === null)

/** The document ends with this page. */
export const isLastPage = (read: Pagination): boolean => read.of !== null && read.page === read.of

/** The page after one that bears no number. */
export const nextPage = (read: Pagination): Pagination => ({ page: read.page + 1, of: read.of })

function pagination(page: string | undefined, of: string | undefined): Pagination | null {
  const [n, total] = [figures(page), figures(of)]
  if (n === null || total === null || n < 1 || n > total || total > LONGEST) return null
  return { page: n, of: total }
}

function figures(text: string | undefined): number | null {
  const clean = text?.replace(/[Il|]/g, '1')
  return clean !== undefined && /^\d+$/.test(clean) ? Number(clean) : null
}
