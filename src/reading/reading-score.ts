import type { Word } from '../domain/reading.ts'

/** Words of three letters or figures at least, which chance rarely makes with confidence. */
const TELLING = /^[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*[\p{L}\p{N}]$/u
const SURE = 0.7

/** How much plausible text was read: characters of the sure, telling words. Text upside down scores next to nothing. */
export function readingScore(words: readonly Word[]): number {
  let score = 0
  for (const { text, confidence } of words) {
    if (confidence >= SURE && text.length >= 3 && TELLING.test(text)) score += text.length * confidence
  }
  return score
}

/** Mean confidence of what was read, each word weighing its length; 0 for nothing. Lone signs say nothing. */
export function meanConfidence(words: readonly Word[]): number {
  let sum = 0
  let weight = 0
  for (const { text, confidence } of words) {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters < 2) continue
    sum += confidence * letters
    weight += letters
  }
  return weight === 0 ? 0 : sum / weight
}
