/** What makes a photo hard though a person still reads it: the light, the table, the sheet, the hand. */
export interface Scene {
  /** Colour of the table at a pixel; absent: wood. */
  readonly table?: (x: number, y: number) => readonly [number, number, number]
  /** Factor of the light on each channel at a point, in fractions of the photo. */
  readonly light?: (x: number, y: number) => readonly [number, number, number]
  /** Relief of the paper: factor of the light at a point of the sheet, in fractions of it. */
  readonly relief?: (u: number, v: number) => number
  /** White that a reflection adds, 0..255. */
  readonly glare?: (x: number, y: number) => number
  /** Deviation of the sensor's noise. */
  readonly grain?: number
  /** Share of the photo that the sheet spans; above 1 it leaves the picture. */
  readonly fit?: number
  /** Shift of the sheet from the middle, in fractions of the photo. */
  readonly shift?: readonly [number, number]
  /** Pixels over which the hand moved while the picture was taken. */
  readonly motion?: number
  /** Long side of the photo in pixels. */
  readonly height: number
  readonly tilt: number
}

export type Hardship = 'dim' | 'shadow' | 'white-table' | 'cloth' | 'crumpled' | 'flash' | 'border' | '2mpx' | '12mpx'

const near = (x: number, y: number, cx: number, cy: number, r: number): number =>
  Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * r * r))
const edge = (d: number, soft: number): number => 1 / (1 + Math.exp(-d / soft))

/** @param next random numbers, 0 <= x < 1 */
export function sceneOf(hardship: Hardship, next: () => number): Scene {
  const usual = { height: 3000, tilt: 0.05 }
  switch (hardship) {
    case 'dim': {
      // A lamp in the evening: yellow, from one corner, and a noisy sensor.
      const [cx, cy] = [next() < 0.5 ? 0.1 : 0.9, next() * 0.4]
      const light = (x: number, y: number): readonly [number, number, number] => {
        const k = 0.36 + 0.3 * near(x, y, cx, cy, 0.6)
        return [k * 1.08, k * 0.94, k * 0.66]
      }
      return { ...usual, light, grain: 6, motion: 2 }
    }
    case 'shadow': {
      // The phone and the arm between the lamp and the sheet: a straight edge, nearly sharp.
      const [at, lean] = [0.3 + 0.35 * next(), (next() - 0.5) * 0.8]
      const [from, to] = [0.15 + 0.2 * next(), 0.65 + 0.25 * next()]
      return {
        ...usual,
        light: (x, y) => {
          const inside = edge(y - at - lean * (x - 0.5), 0.012) * edge(x - from, 0.012) * edge(to - x, 0.012)
          const k = 1 - 0.52 * inside
          return [k, k, k * 1.02]
        },
      }
    }
    case 'white-table': {
      const tone = 196 + 26 * next()
      return { ...usual, table: () => [tone, tone, tone - 3] }
    }
    case 'cloth': {
      // Checked oilcloth: white and a colour, squares of about a centimetre.
      const side = 70 + 60 * next()
      const colour = next() < 0.5 ? ([176, 52, 48] as const) : ([52, 84, 150] as const)
      return {
        ...usual,
        table: (x, y) => {
          const n = (Math.floor(x / side) & 1) + (Math.floor(y / side) & 1)
          const share = n === 2 ? 1 : n === 1 ? 0.5 : 0
          return [232, 230, 224].map((w, i) => w + ((colour[i] ?? 0) - w) * share) as [number, number, number]
        },
      }
    }
    case 'crumpled': {
      // Folded in four, then crumpled: creases, and planes that catch the light differently.
      const waves = Array.from({ length: 7 }, () => ({ a: next() * 6.28, f: 4 + 9 * next(), p: next() * 6.28 }))
      const [du, dv] = [0.5 + 0.02 * (next() - 0.5), 0.5 + 0.02 * (next() - 0.5)]
      const relief = (u: number, v: number): number => {
        let k = 1 + (u < du ? 0.05 : -0.04) + (v < dv ? 0.03 : -0.07)
        for (const { a, f, p } of waves) {
          const s = Math.sin(f * (u * Math.cos(a) + 1.4 * v * Math.sin(a)) + p)
          k += 0.035 * (s > 0 ? 1 - 2 * Math.abs(s - 0.5) : -s * 0.6)
        }
        k -= 0.22 * Math.exp(-Math.abs(u - du) / 0.004) + 0.22 * Math.exp(-Math.abs(v - dv) / 0.003)
        return k
      }
      return { ...usual, relief }
    }
    case 'flash': {
      const [cx, cy] = [0.35 + 0.3 * next(), 0.35 + 0.3 * next()]
      return {
        ...usual,
        light: (x, y) => {
          const k = 0.62 + 0.42 * near(x, y, cx, cy, 0.42)
          return [k, k, k * 1.04]
        },
        // A person still reads through the edge of the spot.
        glare: (x, y) => 70 * near(x, y, cx, cy, 0.07),
      }
    }
    case 'border':
      // One side just leaves the picture.
      return { ...usual, fit: 0.97, shift: next() < 0.5 ? [0.035, 0] : [0, 0.03] }
    case '2mpx':
      return { ...usual, height: 1632 }
    case '12mpx':
      return { ...usual, height: 4032, tilt: 0.08, motion: 3 }
  }
}
