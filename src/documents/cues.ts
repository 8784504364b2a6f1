import type { Cue } from './kind.ts'

/** Words that stand in the head of a page, as a title or a letterhead. */
export const head = (words: string, weight: number): Cue => ({ words, weight, where: 'head' })

/** Words that tell wherever they stand. */
export const mention = (words: string, weight: number): Cue => ({ words, weight })

/** Titles of other documents: standing in the head, they speak against. */
export const not = (...titles: readonly string[]): Cue[] => titles.map(words => ({ words, weight: -7, where: 'head' }))
