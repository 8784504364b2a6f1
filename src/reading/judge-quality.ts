import type { Raster } from '../domain/raster.ts'
import type { PageQuality, Word } from '../domain/reading.ts'
import { measureQuality, type PictureQuality } from '../page/quality.ts'
import { meanConfidence, readingScore } from './reading-score.ts'

/** Less sure text than this on a whole page is nothing: a stain or a fold gives some signs too. */
const SOME_TEXT = 20
/** Nothing stands out on a page this even, scanner noise averaged away (blank scans measured: 0 to 0.7; pages: 15 and more). */
const BLANK_CONTRAST = 3
/** A picture without text this sharp is a photograph, not a blurred page (blurred pages measured: below 60). */
const SHARP = 250
const DARK = 70
const PALE = 250
/** Text that makes no sense, and little of it. */
const SENSELESS = 0.5
const LITTLE_TEXT = 100

/** Whether a page can be read, judged by what was read first, then by the picture. */
export function judgeQuality(grey: Raster, words: readonly Word[], hasCode: boolean): PageQuality {
  const picture = measureQuality(grey)
  const confidence = meanConfidence(words)
  const state = stateOf(picture, readingScore(words), confidence, hasCode)
  return {
    state,
    motif: state === 'unreadable' ? motifOf(picture) : null,
    sharpness: Math.round(picture.sharpness),
    meanGrey: Math.round(picture.meanGrey),
    meanConfidence: Math.round(confidence * 100) / 100,
  }
}

function stateOf(picture: PictureQuality, score: number, confidence: number, hasCode: boolean): PageQuality['state'] {
  if (hasCode) return 'readable'
  if (score < SOME_TEXT) {
    if (picture.contrast < BLANK_CONTRAST) return 'blank'
    return picture.sharpness >= SHARP ? 'readable' : 'unreadable'
  }
  return confidence < SENSELESS && score < LITTLE_TEXT ? 'unreadable' : 'readable'
}

function motifOf({ meanGrey, sharpness }: PictureQuality): string {
  if (meanGrey < DARK) return "L'image est trop sombre : reprenez-la à la lumière, bien à plat."
  if (meanGrey > PALE) return "L'image est trop claire, l'écriture a disparu : reprenez-la sans reflet ni flash."
  if (sharpness < SHARP) return 'La photo est floue : reprenez-la à la lumière, bien à plat.'
  return 'Le texte ne se lit pas : numérisez de nouveau la page, entière, droite et nette.'
}
