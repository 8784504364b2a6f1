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
  const left = map.ink.slice()
  const stroke = new Int32Array(ink.length)
  let kept = 0
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    let count = 1
    stroke[0] = start
    left[start] = 0
    for (let i = 0; i < count; i++) {
      const at = stroke[i] as number
      const x = at % width
      const y = (at - x) / width
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y)
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (left[next] === 0) continue
          left[next] = 0
          stroke[count++] = next
        }
      }
    }
    if (Math.max(x1 - x0, y1 - y0) < longest) kept += count
    else for (let i = 0; i < count; i++) ink[stroke[i] as number] = 0
  }
  return kept < MIN_INK ? map : { ...map, ink }
}
