import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import type { Word } from '../../src/domain/reading.ts'
import { judgeQuality } from '../../src/reading/judge-quality.ts'

const [W, H] = [1240, 1754]
const TEXT = ['Madame, votre quittance de loyer', 'pour le mois de septembre 2026', 'montant total 512,40 euros']

interface Drawing {
  readonly body?: string
  readonly paper?: string
  readonly width?: number
  readonly height?: number
}

async function picture({ body = '', paper = '#f8f8f6', width = W, height = H }: Drawing): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>${body}</svg>`
  const data = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer()
  return { width, height, channels: 1, data, dpi: 150 }
}
const linear = (page: Raster, gain: number, lift: number): Raster => ({
  ...page,
  data: page.data.map(v => Math.max(0, Math.min(255, Math.round(v * gain + lift)))),
})
const blurred = async (page: Raster, sigma: number): Promise<Raster> => {
  const raw = { width: page.width, height: page.height, channels: 1 as const }
  return { ...page, data: await sharp(page.data, { raw }).blur(sigma).toColourspace('b-w').raw().toBuffer() }
}
const lines = (fill = '#222', x = 150, length = 18): string =>
  Array.from(
    { length },
    (_, i) =>
      `<text x="${x}" y="${200 + 60 * i}" font-family="Liberation Sans" font-size="24" fill="${fill}">${TEXT[i % 3]}</text>`,
  ).join('')

/** Words as OCR gives them, spread over the page. */
const words = (count: number, confidence: number, x = 0.15): Word[] =>
  Array.from({ length: count }, (_, i) => ({
    text: 'quittance',
    zone: [x, 0.1 + 0.03 * (i % 28), x + 0.1, 0.115 + 0.03 * (i % 28)],
    confidence,
    source: 'ocr',
  }))

describe('the quality of a page', () => {
  it('is readable when enough was read, however pale, dark or blurred the picture looks', async () => {
    const page = await picture({ body: lines() })
    for (const seen of [page, linear(page, 0.2, 5), linear(page, 0.2, 200), await blurred(page, 5)])
      expect(judgeQuality(seen, words(20, 0.9), false)).toMatchObject({ state: 'readable', motif: null })
  })

  it('is readable when its own text says enough, whatever it looks like; that says nothing of its picture', async () => {
    const own = words(20, 1).map((w): Word => ({ ...w, source: 'texte-pdf' }))
    expect(judgeQuality(await picture({ paper: '#111' }), own, false)).toEqual({
      state: 'readable',
      motif: null,
      sharpness: null,
      meanGrey: null,
      meanConfidence: 1,
    })
    expect(judgeQuality(await picture({}), own.slice(0, 1), false).state).toBe('blank')
  })

  it('is readable when a code or an MRZ was read, whatever else', async () => {
    expect(judgeQuality(await picture({ paper: '#888' }), [], true).state).toBe('readable')
  })

  it.each([
    ['bare', {}],
    ['of coloured paper', { paper: '#f6d9e2' }],
    ['with what shows through from the other side', { body: lines('#e9e9e7') }],
    ['with holes of a binder', { body: '<circle cx="65" cy="700" r="17"/><circle cx="65" cy="1050" r="17"/>' }],
    ['with the dark edge of a lid', { body: `<path d="M0 0H30L22 ${H}H0Z" fill="#222"/>` }],
  ])('is blank when the page is %s', async (_, drawing) => {
    expect(judgeQuality(await picture(drawing), [], false)).toMatchObject({ state: 'blank', motif: null })
  })

  it('is not blank with a stamp or a few words alone', async () => {
    const stamp =
      '<rect x="700" y="1300" width="300" height="140" fill="none" stroke="#273a8c" stroke-width="5"/><text x="720" y="1380" font-size="40">REÇU LE 15 10 2026</text>'
    expect(judgeQuality(await picture({ body: stamp }), [], false).state).toBe('readable')
    expect(judgeQuality(await picture({ body: lines('#222', 150, 1) }), words(3, 0.3), false).state).toBe('readable')
  })

  it.each([
    ['blurred', (p: Raster) => blurred(p, 9), /floue : reprenez-la à la lumière, bien à plat/],
    ['too dark', (p: Raster) => linear(p, 0.03, 4), /trop sombre/],
    ['burnt white', (p: Raster) => linear(p, 0.02, 250), /trop claire/],
  ])('is unreadable when the page is %s, and says what to do', async (_, spoil, motif) => {
    const { state, motif: said } = judgeQuality(await spoil(await picture({ body: lines() })), [], false)
    expect(state).toBe('unreadable')
    expect(said).toMatch(motif)
  })

  it('is unreadable when much was read and none of it makes sense', async () => {
    const { state, motif } = judgeQuality(await picture({ body: lines() }), words(60, 0.2), false)
    expect(state).toBe('unreadable')
    expect(motif).toMatch(/numérisez de nouveau la page/)
  })

  it('says that the picture is too small when it has few pixels', async () => {
    const small = await picture({ width: 400, height: 560, body: `<g transform="scale(.32)">${lines()}</g>` })
    expect(judgeQuality(small, words(60, 0.2), false).motif).toMatch(/trop petite.*200 points par pouce/)
  })
})

describe('a page that seems cut', () => {
  it('has writing sliced by a border', async () => {
    const { cut } = judgeQuality(await picture({ body: lines('#222', -60) }), words(18, 0.9, 0.02), false)
    expect(cut).toEqual({ sliced: ['left'], bare: ['left'], format: 'whole' })
  })

  it('has the width of a sheet and not its height', async () => {
    const { cut } = judgeQuality(await picture({ height: 1100, body: lines() }), words(20, 0.9), false)
    expect(cut?.format).toBe('part-of-sheet')
  })

  it('lost its head between two lines: no margin above, and wide ones beside', async () => {
    const text = (top: number): Word[] => words(14, 0.9).map(w => ({ ...w, zone: [0.15, top, 0.85, top + 0.02] }))
    const part = await picture({ height: 1100, body: lines() })
    expect(judgeQuality(part, text(0.02), false).cut).toEqual({ sliced: [], bare: ['top'], format: 'part-of-sheet' })
    expect(judgeQuality(part, text(0.1), false).cut?.bare).toEqual([])
    expect(judgeQuality(await picture({ body: lines() }), text(0.02), false).cut).toBeUndefined()
  })

  it('is none whose margins were trimmed on all sides', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => 0.02 + (i * 0.94) / 24)
    const trimmed = rows.flatMap(y =>
      [0.02, 0.86].map(x => ({ ...words(1, 0.9)[0], zone: [x, y, x + 0.12, y + 0.02] }) as Word),
    )
    expect(judgeQuality(await picture({ height: 1640, width: 1060 }), trimmed, false).cut).toBeUndefined()
  })

  it('is none that has margins all around, and none that the file itself draws', async () => {
    expect(judgeQuality(await picture({ body: lines() }), words(20, 0.9), false).cut).toBeUndefined()
    const printed = words(20, 1, 0.001).map((w): Word => ({ ...w, source: 'texte-pdf' }))
    expect(judgeQuality(await picture({ body: lines('#222', 2) }), printed, false).cut).toBeUndefined()
  })
})
