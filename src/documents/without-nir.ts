import { lineText, type Line } from '../domain/reading.ts'
import { parseNir } from '../formats/nir.ts'
import { findNirsInText } from '../formats/nir-text.ts'
import { wordsAt } from './text-line.ts'

/** Fifteen signs that may be a NIR with its key, whatever the label beside them says. */
const WITH_KEY = /(?<!\d)[1-478](?:[ .\-/|]{0,3}[\dAB]){14}(?!\d)/g

/** The lines of a page without the words of a NIR: those that the text shows to be one, and any whose key holds. */
export function withoutNir(lines: readonly Line[]): readonly Line[] {
  const texts = lines.map(lineText)
  const text = texts.join('\n')
  const keyed = [...text.matchAll(WITH_KEY)].filter(m => parseNir(m[0].replace(/\|/g, '')) !== null)
  const nirs = [...findNirsInText(text), ...keyed.map(m => ({ start: m.index, end: m.index + m[0].length }))]
  if (nirs.length === 0) return lines
  let at = 0
  return lines.map((line, i) => {
    const start = at
    at += (texts[i]?.length ?? 0) + 1
    const inside = nirs.filter(n => n.start < at && n.end > start)
    const hidden = new Set(inside.flatMap(n => wordsAt(line, n.start - start, n.end - start)))
    return hidden.size === 0 ? line : { ...line, words: line.words.filter(w => !hidden.has(w)) }
  })
}
