import type { Raster } from '../domain/raster.ts'
import type { Line, Word } from '../domain/reading.ts'
import { civilDate } from '../formats/calendar.ts'
import { closerLooks } from './closer-look.ts'
import type { OcrEngine } from './ocr-engine.ts'

/** Least sureness of every figure of a closer reading. */
const SURE_FIGURE = 0.9
/** Sureness of a date by how many of the four readings say it: the page's own and the three closer ones. */
const ALL_AGREE = 0.98
const PAGE_AND_TWO = 0.95
const CLOSER_ONLY = 0.92
/** Two closer readings say another date than the page's: none of them is sure. */
const DISPUTED = 0.6
/** A card bears five dates at most; a page with many is none. */
const MOST_DATES = 12
/** Height of a figure, in parts of the width of a date. */
const TALLEST = 0.22

const RUN = /^[\p{L}\d]{2}[ ./-][\p{L}\d]{2}[ ./-][\p{L}\d]{4}$/u
/**
 * The lines of an identity document with its dates read again, closely: alone, their figures enlarged, and nothing but
 * figures allowed. Dates of cards are small and stand on guilloches, where OCR of the whole page doubts and errs; and a
 * date counts against its bearer when the machine readable zone says another one. The readings vote (see the sureness
 * above); a date on which they do not agree stays as it was, and is not sure.
 * @param grey the page, upright; zones are fractions of it
 */
export async function readDatesClosely(grey: Raster, lines: readonly Line[], engine: OcrEngine): Promise<Line[]> {
  const runs = lines.flatMap(dateRuns)
  if (runs.length === 0 || runs.length > MOST_DATES) return [...lines]
  const read = new Map<Word, Word>()
  for (const run of runs) {
    const decided = decide(run, await closerReadings(grey, run, engine))
    run.forEach((word, i) => read.set(word, decided[i] ?? word))
  }
  return lines.map(line => ({ ...line, words: line.words.map(word => read.get(word) ?? word) }))
}

/** Words that look like a date of eight figures: one ("04.01.1965") or three ("04 01 1965"). */
function dateRuns({ words }: Line): Word[][] {
  const runs: Word[][] = []
  for (let i = 0; i < words.length; i++) {
    const run = [1, 3].map(n => words.slice(i, i + n)).find(looksLikeDate)
    if (!run) continue
    runs.push(run)
    i += run.length - 1
  }
  return runs
}

function looksLikeDate(words: readonly Word[]): boolean {
  const text = textOf(words.map(bare))
  return (
    RUN.test(text) &&
    (text.match(/\d/g)?.length ?? 0) >= 6 &&
    words.every(w => w.source === 'ocr' && w.upright === undefined)
  )
}

/** A word without the signs that OCR glued to it (":13.03.1981"), and where the rest stands. */
function bare(word: Word): Word {
  const signs = [...word.text]
  const isOfDate = (sign: string): boolean => /[\p{L}\d]/u.test(sign)
  const [from, to] = [signs.findIndex(isOfDate), signs.findLastIndex(isOfDate) + 1]
  if (from < 0) return word
  const [x0, y0, x1, y1] = word.zone
  const step = (x1 - x0) / signs.length
  return { ...word, text: signs.slice(from, to).join(''), zone: [x0 + from * step, y0, x0 + to * step, y1] }
}

const textOf = (words: readonly Word[]): string => words.map(w => w.text).join(' ')

/** The eight figures that each closer look gives, `null` for one that is no date or not sure. */
async function closerReadings(
  grey: Raster,
  run: readonly Word[],
  engine: OcrEngine,
): Promise<readonly (string | null)[]> {
  const looks = await closerLooks(grey, run.map(bare), engine, { tallest: TALLEST, whitelist: '0123456789./- ' })
  return looks.map(look => {
    const figures = look.filter(c => /\d/.test(c.text))
    return figures.every(c => c.confidence >= SURE_FIGURE) ? dateOf(figures.map(c => c.text).join('')) : null
  })
}

/** Day, month and year in eight figures, when it is a day of the calendar. */
function dateOf(figures: string): string | null {
  const parts = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(figures)
  return parts && civilDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) ? figures : null
}

function decide(run: readonly Word[], closer: readonly (string | null)[]): Word[] {
  const own = textOf(run).replace(/[^\p{L}\d]/gu, '')
  const [first, second] = closer.filter(c => c !== null)
  const votes = (value: string): number => closer.filter(c => c === value).length
  const winner = [first, second].find(c => c !== undefined && votes(c) >= 2)
  if (winner === undefined) return [...run]
  if (winner === own) return run.map(w => sureAs(w, votes(winner) === closer.length ? ALL_AGREE : PAGE_AND_TWO))
  if (votes(winner) < closer.length) return run.map(w => ({ ...w, confidence: Math.min(w.confidence, DISPUTED) }))
  let at = 0
  return run.map(w => ({
    ...w,
    text: w.text.replace(/[\p{L}\d]/gu, () => winner.charAt(at++)),
    confidence: CLOSER_ONLY,
  }))
}

const sureAs = (word: Word, confidence: number): Word => ({
  ...word,
  confidence: Math.max(word.confidence, confidence),
})
