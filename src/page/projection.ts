import type { InkMap } from './ink-map.ts'

/** Edge points of strokes, by their place along and across the text, in pixels of the map. */
export interface EdgePoints {
  readonly along: Float32Array
  /** Between two pixels, where the grey passes from ink to paper: whole pixels would pull every angle towards 0. */
  readonly across: Float32Array
}

export type Axis = 'rows' | 'columns'

/** Points looked at: enough for a dense page, bounded for a dark one. */
const MAX_POINTS = 24_000
const ALMOST_ONE = 0.99

/**
 * Edges of the strokes on one side: the inside of dark areas has none. With axis `rows` the sides are below (+1) and
 * above (-1), with `columns` right (+1) and left (-1).
 */
export function edgePoints({ width, height, ink, grey, level }: InkMap, axis: Axis, side: 1 | -1): EdgePoints {
  const step = (axis === 'rows' ? width : 1) * side
  const found: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if (ink[at] === 1 && ink[at + step] === 0) found.push(at)
    }
  }
  const every = Math.max(1, Math.ceil(found.length / MAX_POINTS))
  const count = Math.floor(found.length / every)
  const along = new Float32Array(count)
  const across = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const at = found[i * every] as number
    const x = at % width
    const y = (at - x) / width
    along[i] = axis === 'rows' ? x : y
    const dark = grey[at] as number
    const part = ((level[at] as number) - dark) / ((grey[at + step] as number) - dark)
    across[i] = (axis === 'rows' ? y : x) + side * (part >= 0 && part < 1 ? part : ALMOST_ONE)
  }
  return { along, across }
}

/** The same points at the pixels of ink that they are the edges of. */
export function wholePixels({ along, across }: EdgePoints, side: 1 | -1): EdgePoints {
  return { along, across: across.map(side === 1 ? Math.floor : Math.ceil) }
}

/**
 * How sharply the points gather in lines at an angle: sum of squared differences between neighbouring rows of their
 * projection along `angle` degrees.
 */
export function lineEnergy({ along, across }: EdgePoints, angle: number, length: number, depth: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * length) + 2
  const bins = new Float32Array(depth + 2 * margin + 2)
  for (let i = 0; i < along.length; i++) {
    const at = (across[i] as number) - (along[i] as number) * slope + margin
    const low = at | 0
    const part = at - low
    // Shared between two rows: without it angles near 0 gain from the pixel grid itself.
    bins[low] = (bins[low] as number) + 1 - part
    bins[low + 1] = (bins[low + 1] as number) + part
  }
  let energy = 0
  for (let i = 1; i < bins.length; i++) {
    const d = (bins[i] as number) - (bins[i - 1] as number)
    energy += d * d
  }
  return energy
}
