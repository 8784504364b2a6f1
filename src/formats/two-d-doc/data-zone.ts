import { dataIdentifier } from './dictionary.ts'
import type { TwoDDocField } from './two-d-doc-reading.ts'
import { decodeValue } from './values.ts'

/** Ends a variable field; after the signature, opens the annexe. */
export const GS = '\u001d'
/** Ends a field that the issuer truncated. */
const RS = '\u001e'
/** Ends the signed data. */
export const US = '\u001f'

/**
 * Fields of a message (ANTS specification 3.2.6, chapter 4): identifier of two characters, then the value; fixed fields
 * have no separator, variable ones end with GS, RS, their maximum length or the end. Unknown identifiers are variable:
 * a reader must not fail on them. A stray separator between fields is skipped.
 */
export function parseDataZone(message: string): TwoDDocField[] {
  const fields: TwoDDocField[] = []
  let at = 0
  while (at < message.length) {
    if (isSeparator(message.charAt(at))) {
      at++
      continue
    }
    const id = message.slice(at, at + 2)
    const entry = dataIdentifier(id)
    const text = valueAt(message, at + 2, entry?.max ?? null)
    at += id.length + text.length
    const truncated = message.charAt(at) === RS
    if (isSeparator(message.charAt(at))) at++
    fields.push({
      id,
      label: entry?.label ?? null,
      text,
      value: entry ? decodeValue(entry.kind, text) : text,
      truncated,
      short: entry !== null && entry.fixed && text.length < entry.min,
    })
  }
  return fields
}

const isSeparator = (character: string): boolean => character === GS || character === RS

/** Up to a separator, the maximum length or the end: a fixed field has its length for maximum. */
function valueAt(message: string, start: number, max: number | null): string {
  const limit = max === null ? message.length : Math.min(message.length, start + max)
  let end = start
  while (end < limit && !isSeparator(message.charAt(end))) end++
  return message.slice(start, end)
}
