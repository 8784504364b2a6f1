import { eachPart } from './connected.ts'
import type { InkMap } from './ink-map.ts'

/** Strokes joined over more than this share of the map are rules, frames, sidebars or pictures, not words. */
const LONGEST_WORD = 0.12
/** Where less ink than this is left, what was taken for drawing is all there is. */
const MIN_INK = 400

/** The ink without the strokes longer than a word: rules, frames and pictures lie in a direction of their own. */
export function lettersOf(map: InkMap): InkMap {
  const { width, height } = map
  const longest = LONGEST_WORD * Math.max(width, height)
  const ink = map.ink.slice()
  let kept = 0
  eachPart(map.ink.slice(), width, height, 1, ({ cells, x0, y0, x1, y1 }) => {
    if (Math.max(x1 - x0, y1 - y0) - 1 < longest) kept += cells.length
    else for (const at of cells) ink[at] = 0
  })
  return kept < MIN_INK ? map : { ...map, ink }
}
