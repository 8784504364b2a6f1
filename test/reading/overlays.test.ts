import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { legendsIn } from '../../src/formats/legends.ts'
import { nirKey } from '../../src/formats/nir.ts'
import type { Raster } from '../../src/domain/raster.ts'
import { crop, greyOf } from '../../src/page/grey.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { ocrPicture } from '../../src/reading/ocr-picture.ts'
import { readOverlays } from '../../src/reading/overlays.ts'

/** Less than a page, so that it is read fast; six rows of a repeated legend cross it. */
const WIDTH = 1240
const HEIGHT = 1000
const LINES = Array.from(
  { length: 19 },
  (_, i) => `Ligne ${100 + i} cotisation retraite complémentaire montant 2${i}4,17`,
)

async function draw(over: string): Promise<Raster> {
  const text = LINES.map((l, i) => `<text x="90" y="${120 + i * 46}" font-size="22">${l}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Liberation Sans"><rect width="100%" height="100%" fill="#fff"/>${text}${over}</svg>`
  const image = sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 90 })
  const { data } = await sharp(await image.toBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true })
  return greyOf({ width: WIDTH, height: HEIGHT, channels: 3, data, dpi: 150 })
}

function repeated(legend: string, angle: number, ink: string, opacity: number): string {
  const rows = Array.from(
    { length: 13 },
    (_, i) => `<text x="${-1800 - (i % 2) * 170}" y="${(i - 6) * 230}">${`${legend}\u2003\u2003`.repeat(6)}</text>`,
  )
  return `<g transform="translate(${WIDTH / 2} ${HEIGHT / 2}) rotate(${angle})" font-size="28" fill="${ink}" opacity="${opacity}">${rows.join('')}</g>`
}

let engine: OcrEngine
beforeAll(async () => {
  engine = await createOcrEngine()
})
afterAll(() => engine.close())

/** Lines of the middle of the page, which are enough to judge by. */
const MIDDLE = [8, 9, 10, 11]

const found = async (grey: Raster): Promise<number> => {
  const middle = crop(grey, [0, (80 + 8 * 46) / HEIGHT, 1, (100 + 12 * 46) / HEIGHT])
  const text = engine
    .recognise(await ocrPicture(middle), {})
    .map(w => w.text)
    .join(' ')
  return MIDDLE.flatMap(i => [`${100 + i}`, `2${i}4,17`]).filter(n => text.includes(n)).length
}

describe('a legend laid over a page', () => {
  it.each([
    ['#1d2f66', 0.56, -25],
    ['#8c1d22', 0.52, -25],
    ['#1e1e1e', 0.6, 45],
  ])('in ink %s, opacity %s, at %s degrees is read, and so is the page under it', async (ink, opacity, angle) => {
    const marked = await draw(repeated('POUR DEMANDE DE LOGEMENT SOCIAL UNIQUEMENT', angle, ink, opacity))
    const unmarked = await readOverlays(marked, engine)
    expect(unmarked?.overlays).toHaveLength(1)
    const [overlay] = unmarked?.overlays ?? []
    expect(legendsIn(overlay?.texte ?? '').map(l => l.meaning)).toEqual(['protection'])
    expect(Math.abs((overlay?.angle ?? 0) - angle)).toBeLessThan(2)
    if (unmarked) expect(await found(unmarked.grey)).toBeGreaterThanOrEqual(7)
  })

  it('once, in big letters across the page, is read', async () => {
    const marked = await draw(
      '<text transform="translate(620 520) rotate(-45)" text-anchor="middle" font-size="165" font-weight="700" fill="#888" opacity=".5">SPECIMEN</text>',
    )
    expect((await readOverlays(marked, engine))?.overlays[0]).toMatchObject({ texte: 'SPECIMEN', source: 'ocr' })
  })

  it('that bears a social security number gives it to masking in every row, even where print has crossed it', async () => {
    const body = '1841275123456'
    const [number, key] = [body.replace(/(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6'), nirKey(body)]
    const marked = await draw(repeated(`LOGEMENT SOCIAL ${number} ${key}`, -25, '#1d2f66', 0.56))
    const unmarked = await readOverlays(marked, engine)
    const numbers = unmarked?.numbers ?? []
    expect(numbers.filter(n => n.text === body + key).length).toBeGreaterThanOrEqual(9)
    const rows = numbers.map(({ zone: [x0, y0, x1, y1] }) => {
      const x = ((x0 + x1) / 2 - 0.5) * WIDTH
      const y = ((y0 + y1) / 2 - 0.5) * HEIGHT
      return Math.round((x * Math.sin((25 * Math.PI) / 180) + y * Math.cos((25 * Math.PI) / 180)) / 230)
    })
    expect(new Set(rows).size).toBeGreaterThanOrEqual(5)
  })

  it('is not seen where there is none: text, a stamp, grey cells and rules', async () => {
    const plain = await draw(
      '<rect x="80" y="400" width="740" height="60" fill="#bbb" opacity=".6"/><g transform="rotate(-8 900 750)" fill="none" stroke="#273a8c" stroke-width="6" opacity=".8"><rect x="750" y="680" width="320" height="150"/><text x="770" y="770" font-size="40" fill="#273a8c" stroke="none">REÇU LE 12 MAI</text></g>',
    )
    expect(await readOverlays(plain, engine)).toBeNull()
  })
})
