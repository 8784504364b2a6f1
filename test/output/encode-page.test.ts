import { describe, expect, it } from 'vitest'
import { encodePage, type EncodedPage } from '../../src/output/encode-page.ts'
import { writePiecePdf } from '../../src/output/write-pdf.ts'
import { blank, meanOf, pageOf, sample, Sheet, shown } from './pages.ts'

const bytesOf = ({ layers }: EncodedPage): number =>
  layers.reduce(
    (n, l) => n + (l.kind === 'picture' ? l.image.bytes.length : l.mask.bytes.length + (l.colours?.bytes.length ?? 0)),
    0,
  )
const kinds = ({ layers }: EncodedPage): string[] =>
  layers.map(l => (l.kind === 'ink' && l.colours ? 'coloured ink' : l.kind))
/** Resolution of a layer on an A4 page, 8.27 inches wide. */
const zoneDpi = ({ zone, image }: Extract<EncodedPage['layers'][number], { kind: 'picture' }>): number =>
  image.width / ((zone[2] - zone[0]) * 8.267)
const seen = async (...page: Parameters<typeof pageOf>) =>
  shown(await writePiecePdf([pageOf(...page)], { titre: 'Essai' }), 200)

describe('how a page is kept', () => {
  it('black print on white is ink alone', async () => {
    const scan = await new Sheet().print(100, 100, 1500, 1500).noise(4).scanned()
    const encoded = await encodePage(scan, false)
    expect(encoded.coding).toBe('bitonal')
    expect(kinds(encoded)).toEqual(['ink'])
    expect(bytesOf(encoded)).toBeLessThan(25_000)
  })

  it('a blank page costs nothing', async () => {
    expect((await encodePage(blank(), false)).layers).toEqual([])
    expect((await encodePage(await new Sheet().noise(4).scanned(), false)).layers).toEqual([])
  })

  it('a coloured stamp keeps its colour', async () => {
    const scan = await new Sheet().print(100, 100, 1500, 700).ring(1000, 1100, 200, 10, [200, 30, 40]).scanned()
    expect((await encodePage(scan, false)).coding).not.toBe('bitonal')
    const [red, green, blue] = meanOf(await seen(scan), 998, 902, 1003, 908)
    expect(red - Math.max(green, blue)).toBeGreaterThan(80)
  })

  it('a thin signature in blue ink keeps its colour', async () => {
    const scan = await new Sheet()
      .print(100, 100, 1500, 700)
      .box(300, 1000, 900, 1003, [40, 60, 160])
      .box(500, 900, 503, 1100, [40, 60, 160])
      .scanned()
    const [red, , blue] = meanOf(await seen(scan), 400, 1001, 480, 1002)
    expect(blue - red).toBeGreaterThan(40)
  })

  it('a tinted band stays under its print', async () => {
    const scan = await new Sheet().box(100, 300, 1500, 700, [205, 205, 205]).print(120, 320, 1480, 680).scanned(1)
    const encoded = await encodePage(scan, false)
    expect(kinds(encoded)).toEqual(['picture', 'ink'])
    const page = await seen(scan)
    expect(meanOf(page, 105, 305, 118, 690)[0]).toBeGreaterThan(185)
    expect(meanOf(page, 105, 305, 118, 690)[0]).toBeLessThan(228)
    expect(meanOf(page, 20, 20, 80, 80)[0]).toBeGreaterThan(250)
  })

  it('white print on a dark band stays white, and the band full', async () => {
    const scan = await new Sheet()
      .print(100, 800, 1500, 1500)
      .box(100, 300, 1500, 380, [25, 50, 110])
      .print(130, 325, 1400, 365, [250, 250, 250])
      .scanned()
    const page = await seen(scan)
    expect(meanOf(page, 105, 305, 1490, 318)[0]).toBeLessThan(90)
    expect(meanOf(page, 1420, 330, 1480, 370)[2]).toBeGreaterThan(70)
  })

  it('faint thin print is not lost', async () => {
    const scan = await new Sheet().print(100, 100, 1500, 600).print(100, 900, 1500, 1400, [212, 212, 212]).scanned(1)
    const before = meanOf(scan, 100, 900, 1500, 1400)[0]
    const after = meanOf(await seen(scan), 100, 900, 1500, 1400)[0]
    expect(255 - after).toBeGreaterThan(0.6 * (246 - before))
  })

  it('a card on a sheet keeps its security ground, in colour', async () => {
    const scan = await new Sheet(1600, 2200)
      .guilloche(300, 300, 980, 730)
      .print(330, 330, 950, 480)
      .print(100, 1200, 1500, 2100)
      .scanned()
    const encoded = await encodePage(scan, false)
    expect(kinds(encoded)).toContain('picture')
    expect(encoded.layers.some(l => l.kind === 'picture' && l.image.channels === 3 && l.image.width >= 640)).toBe(true)
    const [red, , blue] = meanOf(await seen(scan), 320, 520, 960, 700)
    expect(blue - red).toBeGreaterThan(10)
  })

  it('a card alone is one colour picture', async () => {
    const scan = await new Sheet(680, 430).guilloche(0, 0, 680, 430).print(40, 60, 640, 180).scanned()
    expect((await encodePage(scan, false)).coding).toBe('colour')
  })

  it('white print on a dark page is never taken for paper', async () => {
    const scan = await new Sheet(1200, 1200, [40, 80, 140]).print(100, 100, 1100, 1100, [255, 255, 255]).scanned()
    expect((await encodePage(scan, false)).coding).toBe('colour')
  })

  it('a scan of low resolution keeps its greys', async () => {
    const scan = await new Sheet(1200, 1200).print(100, 100, 1100, 1100).scanned(1, 150)
    const encoded = await encodePage(scan, false)
    expect(encoded.coding).toBe('grey')
    expect(encoded.layers).toHaveLength(1)
  })

  it('a noisy page is not covered with specks', async () => {
    const scan = await new Sheet().print(100, 100, 1500, 300).noise(22).scanned(1)
    const page = await seen(scan)
    expect(meanOf(page, 50, 400, 1550, 1550)[0]).toBeGreaterThan(253)
    expect(bytesOf(await encodePage(scan, false))).toBeLessThan(12_000)
  })

  it('a page to be read again keeps finer pictures', async () => {
    const scan = await new Sheet().guilloche(300, 300, 980, 730).print(330, 330, 950, 480).scanned()
    expect(bytesOf(await encodePage(scan, true))).toBeGreaterThan(bytesOf(await encodePage(scan, false)))
  })
})

describe('a page that is black and white already', () => {
  it('keeps every one of its pixels', async () => {
    const scan = await new Sheet(400, 300).print(20, 20, 380, 280).scanned(1)
    const data = scan.data.map(v => (v < 128 ? 0 : 255))
    const page = await seen({ ...scan, data })
    expect([page.width, page.height]).toEqual([400, 300])
    expect(Array.from({ length: data.length }, (_, i) => ((page.data[i * 3] as number) < 128 ? 0 : 255))).toEqual([
      ...data,
    ])
  })
})

describe('the size of the samples', () => {
  it.each([
    ['acte-de-naissance-copie-integrale.jpg', 30_000],
    ['quittance-de-loyer-agence.jpg', 30_000],
    ['bulletin-de-paie-clarifie-2.jpg', 32_000],
    ['quittance-de-loyer-particulier.jpg', 30_000],
    ['attestation-hebergement-particulier.jpg', 35_000],
    ['carte-nationale-identite-cnie-2021.jpg', 70_000],
  ])('%s is at most %i bytes a page', async (name, most) => {
    expect(bytesOf(await encodePage(await sample(name), false))).toBeLessThanOrEqual(most)
  })
})

describe('a card among the samples', () => {
  it.each([
    'carte-nationale-identite-cnie-2021.jpg',
    'carte-nationale-identite-plastifiee-2013.jpg',
    'carte-nationale-identite-italie-cie.jpg',
    'titre-de-sejour-carte-2020.jpg',
    'titre-de-sejour-visa-long-sejour.jpg',
    'carte-invalidite-carte-orange.jpg',
    'hors-perimetre-carte-vitale.jpg',
    'hors-perimetre-permis-de-conduire.jpg',
  ])('%s keeps its portrait and its ground as a picture at full resolution', async name => {
    const { layers } = await encodePage(await sample(name), false)
    expect(
      layers.some(l => l.kind === 'picture' && l.image.width * l.image.height > 200_000 && zoneDpi(l) >= 199),
    ).toBe(true)
  })
})
