import type { Lecture } from '../domain/champs.ts'
import type { CheckContext, Rereading } from '../domain/check.ts'
import type { Verdict } from './comparison.ts'

/** What one closer look saw where a value is printed: the value as first read, or the machine readable one. */
export interface Seen {
  readonly value: 'printed' | 'signed'
  /** Offsets in the text of the look: of the value, or of what of it tells it from the other. */
  readonly start: number
  readonly end: number
  /** How surely each of its characters must be read, where many of them tell it from the other. */
  readonly enough?: number
}

/** Looks that must all agree. */
const LOOKS = 3
/** Every character of a value that counts against somebody is read this surely, in every look. */
const SURE_LOOK = 0.95

/**
 * A difference looked at again, closely, before it counts. All looks see the value as first read, and surely: it stands
 * there. All see the machine readable one: the first reading was wrong. Else it is a doubt, unless the first reading was
 * sure of itself and no look sees the machine readable value.
 * @param first the verdict on the first reading
 * @param see what a look's text holds; `null` for neither value
 */
export async function lookAgain(
  { reread }: Pick<CheckContext, 'reread'>,
  first: Exclude<Verdict, 'accord'>,
  { page, zone, source }: Lecture,
  see: (text: string) => Seen | null,
): Promise<Verdict> {
  if (!reread || source !== 'ocr' || page === null || zone === null) return first
  const looks = (await reread(page, zone)).map(look => ({ look, seen: see(look.text) }))
  if (looks.length < LOOKS) return first
  if (looks.every(({ seen }) => seen?.value === 'signed')) return 'accord'
  if (looks.some(({ seen }) => seen?.value === 'signed')) return 'doute'
  if (looks.every(({ look, seen }) => seen !== null && surely(look, seen))) return 'desaccord'
  return first
}

const surely = ({ confidences }: Rereading, { start, end, enough = SURE_LOOK }: Seen): boolean =>
  confidences.slice(start, end).every(c => c >= enough)
