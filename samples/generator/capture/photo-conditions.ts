import { layCards } from './cards.ts'
import type { Condition } from './conditions.ts'
import { grey, resample, scanner } from './effects.ts'
import { harderPhoto } from './photo.ts'
import type { Hardship } from './scene.ts'

const jpeg = (quality: number): Condition['format'] => ({ kind: 'jpeg', quality, grey: false })

const hard = (hardship: Hardship, quality: number): Condition => ({
  id: `photo-${hardship}`,
  effects: [harderPhoto(hardship)],
  format: jpeg(quality),
})

/** Cards as hands lay them on the glass, and photos taken in bad circumstances that a person reads all the same. */
export const photoConditions: readonly Condition[] = [
  // Both sides of a card, each in its own direction; documents without cards lie as they are.
  { id: 'cards-a4', effects: [layCards('each'), resample(200), scanner(0.25, 2)], format: jpeg(75) },
  {
    id: 'cards-a4-grey',
    effects: [layCards('each'), resample(200), grey, scanner(0.25, 2)],
    format: { kind: 'jpeg', quality: 75, grey: true },
  },
  { id: 'card-sideways', effects: [layCards('sideways'), resample(200), scanner(0.25, 2)], format: jpeg(75) },
  hard('dim', 70),
  hard('shadow', 75),
  hard('white-table', 75),
  hard('cloth', 75),
  hard('crumpled', 75),
  hard('flash', 75),
  hard('border', 75),
  hard('2mpx', 60),
  hard('12mpx', 60),
]
