import type { Champ } from '../domain/champs.ts'
import { findDates } from '../formats/dates.ts'
import { monthOf } from '../formats/months.ts'
import { findMonths, parsePeriod } from '../formats/periods.ts'
import { foldWords } from '../formats/text.ts'
import { field } from './fields.ts'
import { toSpan, wordsAt, type PieceText, type Span, type TextLine } from './piece-text.ts'

export interface RecentMonth {
  readonly champ: Champ
  readonly line: TextLine
}

/** Words just before a month that make it another thing than the month a paper is about. */
const ELSEWHERE = new Set(
  'JUSQU COMPTER PARTIR DEPUIS AVANT PROCHAIN PROCHAINE ECHEANCE EXPIRE EXPIRATION EFFET NE NEE NAISSANCE'.split(' '),
)
const isElsewhere = (before: string): boolean =>
  foldWords(before)
    .split(' ')
    .slice(-4)
    .some(word => ELSEWHERE.has(word))

interface Candidate {
  readonly mois: string
  readonly span: Span
  readonly line: TextLine
}

/**
 * The most recent month that a paper is about (`YYYY-MM`): months in words or figures, and the month in which a printed
 * period ends. A month after `notAfter`, or one that a paper announces or counts from, is not.
 * @param notAfter ISO day: of the document where it is known, else of the deposit
 */
export function recentMonth(text: PieceText, notAfter: string): RecentMonth | null {
  const found = text.lines.flatMap(line => [...monthsOn(line), ...monthsOverTwoLines(text, line), ...periodEnds(line)])
  const past = found.filter(c => c.mois <= notAfter.slice(0, 7))
  const latest = past.reduce<Candidate | null>((a, c) => (a === null || c.mois > a.mois ? c : a), null)
  return latest && { champ: field(latest.span, latest.mois), line: latest.line }
}

/** "septembre" above "2026" in a narrow column. */
function monthsOverTwoLines(text: PieceText, line: TextLine): Candidate[] {
  const next = text.lines[line.index + 1]
  if (next?.page !== line.page) return []
  return line.cells.flatMap(cell => {
    const month = /^\p{L}{3,9}\.?$/u.test(cell.text) ? monthOf(cell.text) : null
    const year = next.cells.find(c => /^20\d\d$/.test(c.text) && c.zone[0] < cell.zone[2] && c.zone[2] > cell.zone[0])
    const words = [...line.words.slice(cell.from, cell.to), ...(year ? next.words.slice(year.from, year.to) : [])]
    const span = month !== null && year ? toSpan(line.page, words) : null
    return span && year ? [{ mois: `${year.text}-${String(month).padStart(2, '0')}`, span, line }] : []
  })
}

function monthsOn(line: TextLine): Candidate[] {
  return findMonths(line.text).flatMap(({ mois, start, end }) => {
    const span = toSpan(line.page, wordsAt(line, start, end))
    return span && !isElsewhere(line.text.slice(0, start)) ? [{ mois, span, line }] : []
  })
}

/** "du 01/07/2024 au 31/07/2024": at most three months, a longer one is that of a contract or of rights. */
function periodEnds(line: TextLine): Candidate[] {
  return line.cells.flatMap(cell => {
    const dates = findDates(cell.text)
    const period = dates.length >= 2 ? parsePeriod(cell.text) : null
    const span = toSpan(line.page, line.words.slice(cell.from, cell.to))
    if (!period || !span || monthsBetween(period.debut, period.fin) > 3) return []
    return [{ mois: period.fin.slice(0, 7), span, line }]
  })
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
