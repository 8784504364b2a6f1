/**
 * One-byte codes for the characters of a text layer. The first page is Windows-1252 (`WinAnsiEncoding`), so that French
 * text and every digit stand in the file as they are read, and a search of the bytes finds them; other characters get
 * codes on further pages in the order in which they come.
 */
export class CodePages {
  readonly #codes = new Map<string, Code>()
  readonly #pages: Map<number, string>[] = []
  #next = FIRST

  codeOf(char: string): Code {
    const known = this.#codes.get(char)
    if (known) return known
    const ansi = windows1252(char)
    const code = ansi === null ? this.#furtherCode() : { page: 0, code: ansi }
    this.#codes.set(char, code)
    ;(this.#pages[code.page] ??= new Map()).set(code.code, char)
    return code
  }

  /** Per page, code to character; a page without any is `undefined`. */
  get pages(): readonly (ReadonlyMap<number, string> | undefined)[] {
    return this.#pages
  }

  #furtherCode(): Code {
    const used = this.#next - FIRST
    this.#next++
    return { page: 1 + Math.floor(used / PER_PAGE), code: FIRST + (used % PER_PAGE) }
  }
}

interface Code {
  readonly page: number
  readonly code: number
}

/** Codes 0x21 to 0xFF; 0x20 is kept for the space on every page. */
const FIRST = 0x21
const PER_PAGE = 0xff - FIRST + 1

/** Windows-1252 from 0x80 to 0x9F; a full stop where it has no character. */
const HIGH = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

function windows1252(char: string): number | null {
  const point = char.codePointAt(0) ?? 0
  if ((point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff)) return point
  const high = char === '.' ? -1 : HIGH.indexOf(char)
  return high >= 0 ? 0x80 + high : null
}
