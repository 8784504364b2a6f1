/** Signs of a folded text (`foldWords`): a space, figures, capitals. */
const SIGNS = 37
const GRAM = 3

/**
 * The groups of three signs that stand in a text. Most words looked for on a page are not there, nor anything like them:
 * these groups tell it without reading the text again for each.
 */
export class TextGrams {
  readonly #present = new Uint8Array(SIGNS ** GRAM)

  /** @param text folded by `foldWords`; other signs count as spaces */
  constructor(text: string) {
    for (let i = 0; i + GRAM <= text.length; i++) this.#present[gramAt(text, i)] = 1
  }

  /** False only when the words stand nowhere in the text. */
  mayHold(words: string): boolean {
    for (let i = 0; i + GRAM <= words.length; i++) if (this.#present[gramAt(words, i)] === 0) return false
    return true
  }
}

const gramAt = (text: string, i: number): number =>
  (signAt(text, i) * SIGNS + signAt(text, i + 1)) * SIGNS + signAt(text, i + 2)

function signAt(text: string, i: number): number {
  const code = text.charCodeAt(i)
  if (code >= 65 && code <= 90) return code - 54
  return code >= 48 && code <= 57 ? code - 47 : 0
}
