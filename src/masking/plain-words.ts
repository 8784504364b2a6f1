import { zoneHeight, zonesMeet, type Zone } from '../domain/geometry.ts'
import type { Line, Word } from '../domain/reading.ts'
import { findNirLabels } from '../formats/nir-labels.ts'
import { digitOf } from '../formats/ocr-digits.ts'
import { foldSigns } from '../formats/signs.ts'

/** A word read with less confidence may be a number that was not recognised. */
const SURE = 0.75
/** Fewer signs than this in a row are no NIR, even when OCR lost some of them: dates, amounts, postcodes. */
const LEAST = 9
/** Part of a word's signs that are figures, or look like figures, when it may be a group of a number. */
const MOSTLY = 0.6
/** Labels that make a number beside them a NIR. */
const SPEAKING: ReadonlySet<string> = new Set(['fort', 'faible'])
/** A gap wider than this many heights of the words is one between cells. */
const CELL_GAP = 2.5

/**
 * The zones of the words that were surely read and cannot belong to a NIR: a proof need not read them again. What it must
 * read: every doubtful word, every long number with the whole of its line, the lines of labels, what stands beside a mask,
 * and all ink that is no word.
 * @param lines of the page as delivered, masked words left out
 * @param aspect width of the page divided by its height
 */
export function plainWords(lines: readonly Line[], masks: readonly Zone[], aspect: number): Zone[] {
  return lines.flatMap(line => {
    if (findNirLabels(foldSigns(line.words.map(w => w.text).join(' '))).some(l => SPEAKING.has(l.kind))) return []
    if (longestNumber(line.words, aspect) >= LEAST) return []
    const besides = masks.filter(m => zonesMeet(around(m), line.zone))
    return line.words
      .filter(w => w.confidence >= SURE && !besides.some(m => zonesMeet(around(m), w.zone)))
      .map(w => w.zone)
  })
}

/** A mask with the line above, the line below and some words on its row. */
function around(z: Zone): Zone {
  const height = zoneHeight(z)
  return [z[0] - 4 * height, z[1] - 1.5 * height, z[2] + 4 * height, z[3] + 1.5 * height]
}

/** Signs of the longest row of groups that may be one number. */
function longestNumber(words: readonly Word[], aspect: number): number {
  let longest = 0
  let run = 0
  let previous: Word | null = null
  for (const word of words) {
    const signs = numberSigns(word.text)
    const gap = previous ? (word.zone[0] - previous.zone[2]) * aspect : 0
    const apart = previous !== null && gap > CELL_GAP * Math.min(zoneHeight(previous.zone), zoneHeight(word.zone))
    // A lone border or point between two groups does not end a number.
    if (apart || (signs === 0 && word.text.length > 2)) run = 0
    run += signs
    longest = Math.max(longest, run)
    // An amount ends there.
    if (/\d,\d\d\D*$/.test(word.text)) run = 0
    previous = word
  }
  return longest
}

/** Signs of a word that may be figures; 0 for a word of letters. */
function numberSigns(text: string): number {
  const signs = [...foldSigns(text)].filter(s => /[\p{L}\p{N}|!\]]/u.test(s))
  const figures = signs.filter(s => digitOf(s) !== null).length
  return figures > 0 && figures >= MOSTLY * signs.length ? figures : 0
}
