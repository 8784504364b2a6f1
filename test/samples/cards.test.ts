import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import type { RenderedPage } from '../../samples/generator/browser.ts'
import { layCards } from '../../samples/generator/capture/cards.ts'
import { fromSharp, type Image } from '../../samples/generator/capture/image.ts'
import { rng } from '../../samples/generator/rng.ts'

const A4 = { widthMm: 210, heightMm: 297 }
/** A4 at 100 dpi. */
const [WIDTH, HEIGHT] = [827, 1169]
const FACES: readonly Zone[] = [
  [200 / WIDTH, 150 / HEIGHT, 540 / WIDTH, 365 / HEIGHT],
  [230 / WIDTH, 450 / HEIGHT, 570 / WIDTH, 665 / HEIGHT],
]
/** What stands on each: a black bar near its upper left corner. */
const BARS: readonly Zone[] = FACES.map(([x, y]) => [x + 20 / WIDTH, y + 20 / HEIGHT, x + 180 / WIDTH, y + 40 / HEIGHT])

const rect = ([x0, y0, x1, y1]: Zone, fill: string): string =>
  `<rect x="${x0 * WIDTH}" y="${y0 * HEIGHT}" width="${(x1 - x0) * WIDTH}" height="${(y1 - y0) * HEIGHT}" fill="${fill}"/>`

async function sheet(words: readonly Zone[], widthMm = A4.widthMm): Promise<{ image: Image; page: RenderedPage }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${FACES.map(f => rect(f, '#e0e8f4')).join('')}${words.map(b => rect(b, '#000')).join('')}</svg>`
  const image = await fromSharp(sharp(Buffer.from(svg)), 100)
  const page = {
    ...A4,
    widthMm,
    png: Buffer.alloc(0),
    words: words.map(zone => ({ text: 'NOM', zone })),
    nirZones: [],
    champsZones: {},
    codes: [],
    faces: FACES.map((zone, i) => ({ zone, degrees: i === 0 ? 0.5 : 0 })),
  }
  return { image, page }
}

/** Share of the dark pixels of the picture that lie in the zones. */
function darkWithin({ data, width, height }: Image, zones: readonly Zone[]): number {
  let dark = 0
  let inside = 0
  for (let i = 0; i < width * height; i++) {
    if ((data[i * 3] as number) > 100) continue
    dark++
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height]
    if (zones.some(z => x >= z[0] && x <= z[2] && y >= z[1] && y <= z[3])) inside++
  }
  return inside / dark
}

describe('cards laid on the glass by hand', () => {
  it.each(['each', 'sideways'] as const)('are %s turned, and what stands on them is known to have moved', async how => {
    for (const seed of [1, 2, 3, 4]) {
      const { image, page } = await sheet(BARS)
      const laid = await layCards(how)(image, rng(seed), page)
      const zones = BARS.map(b => laid.moved?.(b) ?? b)
      expect(laid.image).toMatchObject({ width: WIDTH, height: HEIGHT })
      expect(darkWithin(laid.image, zones)).toBeGreaterThan(0.97)
      expect(laid.faces).toHaveLength(2)
      for (const degrees of laid.faces ?? []) expect(Math.abs(degrees)).toBeLessThanOrEqual(3.5)
      if (how === 'sideways') expect([1, 3]).toContain(laid.turned?.quarters)
    }
  })

  it('have no common direction when they lie in different ones', async () => {
    const turns = new Set<number | null | undefined>()
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { image, page } = await sheet(BARS)
      turns.add((await layCards('each')(image, rng(seed), page)).turned?.quarters)
    }
    expect(turns).toContain(null)
  })

  it('stay where they are when other text stands on the sheet, or the card is the sheet itself', async () => {
    const withTitle = await sheet([...BARS, [0.1, 0.02, 0.4, 0.04]])
    expect((await layCards('each')(withTitle.image, rng(1), withTitle.page)).image).toBe(withTitle.image)
    const small = await sheet(BARS, 96)
    expect((await layCards('each')(small.image, rng(1), small.page)).image).toBe(small.image)
  })
})
