import { twoDDocSymbol } from './two-d-doc.ts'
import type { Drawn, DrawnPage } from './template.ts'

/** Minimal edits of drawn documents, as a forger would make them. */

/** The pages after a change of their HTML, or `null` when nothing changed. */
export function changed(pages: readonly DrawnPage[], change: (html: string) => string): DrawnPage[] | null {
  const after = pages.map(page => ({ ...page, html: change(page.html) }))
  return after.some((page, i) => page.html !== pages[i]?.html) ? after : null
}

/** The pages with other text in every element that holds a field. */
export const withField = (pages: readonly DrawnPage[], nom: string, change: (text: string) => string) =>
  changed(pages, html =>
    html.replace(
      new RegExp(`(data-champ="${nom}"[^>]*>)([^<]+)`, 'g'),
      (_, tag: string, text: string) => tag + change(text),
    ),
  )

/** Another amount: one of its leading figures is another one, and every figure after it stays. */
export function otherFigure(text: string): string {
  const places = [...text.matchAll(/\d/g)].map(m => m.index)
  const [first, second] = places
  const at = text.charAt(first ?? 0) === '1' && second !== undefined ? second : first
  if (at === undefined) return text
  const digit = Number(text.charAt(at))
  const other = digit >= 5 ? digit - 4 : digit >= 3 ? digit - 2 : digit + 5
  return text.slice(0, at) + String(other) + text.slice(at + 1)
}

const SYMBOL =
  /<svg class="code-barres" data-format="datamatrix" data-module="([\d.]+)" data-contenu="([^"]*)".*?<\/svg>/gs

/** What the 2D-Doc of a document hold. */
export const codesOf = ({ pages }: Pick<Drawn, 'pages'>): string[] =>
  pages.flatMap(page => [...page.html.matchAll(SYMBOL)].map(m => decodeURIComponent(m[2] ?? '')))

/** The pages with other codes, of the same size of modules. */
export const withCodes = (pages: readonly DrawnPage[], change: (content: string) => string): DrawnPage[] | null =>
  changed(pages, html =>
    html.replace(SYMBOL, (svg, moduleMm: string, content: string) => {
      const before = decodeURIComponent(content)
      const after = change(before)
      return after === before ? svg : twoDDocSymbol(after, Number(moduleMm))
    }),
  )
