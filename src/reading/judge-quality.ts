import type { Raster } from '../domain/raster.ts'
import type { PageQuality, Word } from '../domain/reading.ts'
import { findMarks, type Marks } from '../page/marks.ts'
import { isDark, isNight, measureQuality, type PictureQuality } from '../page/quality.ts'
import { findCut } from './find-cut.ts'
import { meanConfidence, readingScore } from './reading-score.ts'

/** Less sure text than this on a whole page is nothing: a stain or a fold gives some signs too. */
const SOME_TEXT = 20
/** Text that makes no sense, and little of it. */
const SENSELESS = 0.5
const LITTLE_TEXT = 60
/** Mean confidence under which a page is read with difficulty. */
const HARD = 0.5
/** So many words without any sense are writing that cannot be read, not a picture in which chance found some. */
const MANY_WORDS = 12
/**
 * Marks this pale on a page this even are what shows through from the other side (measured: strength up to 16, contrast
 * up to 8.6; blurred writing from 30 and 11, pencil from 40).
 */
const GHOST = { strength: 18, contrast: 10 }
/** Where marks are sharper than this they can be seen as they are (blurred writing: below 40; stamps: 700 and more). */
const SHARP = 200
const TRACE = 6
const PALE = 250
/** Paper burnt to white, with the remains of writing on it. */
const BURNT = { grey: 253, contrast: 2, signs: 8 }
/** A page whose long side has fewer pixels than this was captured too small to be read (A4 at 60 dpi: 700). */
const SMALL = 700

/** Whether a page can be read, judged by what was read first, then by the picture. */
export function judgeQuality(grey: Raster, words: readonly Word[], hasCode: boolean): PageQuality {
  const confidence = meanConfidence(words)
  const ownText = words.some(w => w.source === 'texte-pdf')
  if (ownText && confidence >= SENSELESS && readingScore(words) >= SOME_TEXT) {
    // Drawn, not captured, and it says enough: whatever the picture were, the page is readable and whole.
    return { state: 'readable', motif: null, sharpness: null, meanGrey: null, meanConfidence: twoDecimals(confidence) }
  }
  const picture = measureQuality(grey)
  const marks = findMarks(grey)
  const state = hasCode ? 'readable' : stateOf(picture, marks, words, confidence)
  const hard = state === 'unreadable' || (state === 'readable' && words.length > 0 && confidence < HARD)
  const cut = ownText ? null : findCut(grey, words, marks)
  return {
    state,
    motif: hard ? motifOf(picture, marks, Math.max(grey.width, grey.height)) : null,
    ...(cut === null ? {} : { cut }),
    sharpness: marks.sharpness,
    meanGrey: Math.round(picture.meanGrey),
    meanConfidence: twoDecimals(confidence),
  }
}

const twoDecimals = (v: number): number => Math.round(v * 100) / 100

/**
 *     enough sure text ............................................. readable
 *     some text, most of it without sense .......................... unreadable
 *     no text, darkness ............................................ unreadable
 *     no text, no mark but accidents of paper and glass ............ blank
 *     no text, paper burnt to white with remains of writing ........ unreadable
 *     no text, a pale ghost of the other side ...................... blank
 *     much writing without sense ................................... unreadable
 *     few words, a stamp, a signature, a picture ................... readable when sharp
 */
function stateOf(
  picture: PictureQuality,
  { signs, drawings, strength, sharpness }: Marks,
  words: readonly Word[],
  confidence: number,
): PageQuality['state'] {
  const score = readingScore(words)
  if (score >= SOME_TEXT) return confidence < SENSELESS && score < LITTLE_TEXT ? 'unreadable' : 'readable'
  if (isNight(picture)) return 'unreadable'
  if (signs + drawings === 0) return 'blank'
  if (isBurnt(picture, signs) && words.length === 0) return 'unreadable'
  if (strength < TRACE || (strength < GHOST.strength && picture.contrast < GHOST.contrast)) return 'blank'
  if (words.length >= MANY_WORDS) return 'unreadable'
  return sharpness >= SHARP ? 'readable' : 'unreadable'
}

const isBurnt = ({ meanGrey, contrast }: PictureQuality, signs: number): boolean =>
  meanGrey > BURNT.grey && contrast < BURNT.contrast && signs >= BURNT.signs

function motifOf({ meanGrey }: PictureQuality, { sharpness }: Marks, longSide: number): string {
  if (isDark(meanGrey)) return "L'image est trop sombre : reprenez-la à la lumière, bien à plat."
  if (meanGrey > PALE) return "L'image est trop claire, l'écriture a disparu : reprenez-la sans reflet ni flash."
  if (longSide < SMALL) return "L'image est trop petite : numérisez la page à 200 points par pouce au moins."
  if (sharpness < SHARP) return 'La photo est floue : reprenez-la à la lumière, bien à plat.'
  return 'Le texte ne se lit pas : numérisez de nouveau la page, entière, droite et nette.'
}
