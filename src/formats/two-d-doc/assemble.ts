/** `E`, group of three characters, index, number of symbols minus one (both hexadecimal). */
const PART = /^E(?<group>[0-9A-Z]{3})[0-9A-F](?<last>[0-9A-F])/

/**
 * Puts together the codes that issuers spread over several symbols, up to 16 (specification 3.2.6, 3.4): symbols of
 * one group, sorted by their index, without their prefix. A symbol read twice counts once; an incomplete group, or one
 * that gives no 2D-Doc, is left as it is.
 * @param contents what each barcode of a document holds, in any order
 */
export function assembleTwoDDocs(contents: readonly string[]): string[] {
  const groups = new Map<string, Map<number, string>>()
  const keyOf = (content: string): string | null => {
    const match = PART.exec(content)
    return match?.groups ? `${match.groups['group']}${match.groups['last']}` : null
  }
  for (const content of contents) {
    const key = keyOf(content)
    if (key === null) continue
    const group = groups.get(key) ?? new Map<number, string>()
    groups.set(key, group.set(parseInt(content.charAt(4), 16), content.slice(6)))
  }
  const whole = new Map<string, string>()
  for (const [key, parts] of groups) {
    const count = parseInt(key.slice(3), 16) + 1
    const text = Array.from({ length: count }, (_, i) => parts.get(i) ?? '').join('')
    if (parts.size === count && text.startsWith('DC')) whole.set(key, text)
  }
  const rest = contents.filter(content => !whole.has(keyOf(content) ?? ''))
  return [...rest, ...whole.values()]
}
