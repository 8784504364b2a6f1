import { describe, expect, it } from 'vitest'
import type { Line, Word } from '../../src/domain/reading.ts'
import { mrzBandsInText, readMrzBands } from '../../src/reading/mrz-band.ts'
import { MRZ_VECTORS } from '../formats/mrz/vectors.ts'
import { drawMrz, type Capture } from './draw-ocr-b.ts'

const CARD = ['IDFRAX4RTBPFW46<<<<<<<<<<<<<<<', '9007138F3002119FRA<<<<<<<<<<<6', 'MARTIN<<MAELYS<GAELLE<MARIE<<<']
const PASSPORT = ['P<FRADIALLO<<BAKARY<CHEIKH<<<<<<<<<<<<<<<<<<', '26TF741950FRA6008053M3604041<<<<<<<<<<<<<<<8']

const word = (text: string, zone: Word['zone'], source: Word['source'] = 'ocr'): Word => ({
  text,
  zone,
  confidence: 0.5,
  source,
})
const line = (...words: readonly Word[]): Line => ({
  words,
  zone: [
    Math.min(...words.map(w => w.zone[0])),
    Math.min(...words.map(w => w.zone[1])),
    Math.max(...words.map(w => w.zone[2])),
    Math.max(...words.map(w => w.zone[3])),
  ],
})

/** A captured band of which OCR saw one line only, and misread it. */
async function captured(
  lines: readonly string[],
  seen: number,
  misread: string,
  capture: Capture,
  length = misread.length,
) {
  const { grey, middles, left, pitch } = await drawMrz(lines, capture)
  const middle = middles[seen] as number
  const zone: Word['zone'] = [
    left / grey.width,
    (middle - pitch * 0.6) / grey.height,
    (left + pitch * length) / grey.width,
    (middle + pitch * 0.6) / grey.height,
  ]
  return readMrzBands(grey, [line(word(misread, zone))])
}

describe('the machine readable zone of a page', () => {
  it.each([
    ['a card', CARD],
    ['a passport', PASSPORT],
  ])('%s is read whole when OCR saw but one line of it, badly', async (_, lines) => {
    for (const seen of lines.keys()) {
      const misread = (lines[seen] as string).replaceAll('0', 'O').replace(/<</g, '<K').replace('<K', '<<<')
      const bands = await captured(lines, seen, `${misread.slice(0, -4)}<<<<`, { dpi: 200, blur: 0.6 })
      expect(bands.map(b => b.lines)).toEqual([lines])
      expect(bands[0]?.confidences.map(c => c.length)).toEqual(lines.map(l => l.length))
      expect(bands[0]?.alternatives?.map(a => a.length)).toEqual(lines.map(l => l.length))
    }
  })

  it('is read whole when OCR saw more signs on a line than stand there', async () => {
    for (const doubled of ['IDFRAX4RTBPFW46<<<<<<<<<<L<<<<<<<', 'IDFRAX4RTBPFWH4G6<<<<<<<<<<<L<<<<<']) {
      const [band] = await captured(CARD, 0, doubled, { dpi: 200, blur: 0.6 }, 30)
      expect(band?.lines).toEqual(CARD)
    }
  })

  it('a changed digit is read as it stands, not as the check digit would have it', async () => {
    const forged = [CARD[0] as string, '9107138F3002119FRA<<<<<<<<<<<6', CARD[2] as string]
    const [band] = await captured(forged, 1, '9007138F3002119FRA<<<<<<<<<<<6', { dpi: 200, blur: 0.6 })
    expect(band?.lines).toEqual(forged)
  })

  it.each<readonly [string, Capture]>([
    ['td2-rou', { dpi: 150, jpeg: 60, blur: 0.5 }],
    ['fr-titre-sejour-td2', { dpi: 200, bitonal: true }],
    ['mrva-icao', { dpi: 150, jpeg: 60, blur: 0.5 }],
    ['mrvb-fra', { dpi: 200, slope: 0.004, noise: 40 }],
    ['fr-cni-2018', { dpi: 150, bitonal: true }],
    ['fr-permis-specimen', { dpi: 150, jpeg: 60, blur: 0.5 }],
  ])('of every format is read as it stands: %s', async (id, capture) => {
    const lines = MRZ_VECTORS.vectors.find(v => v.id === id)?.lines ?? []
    const [first = ''] = lines
    const bands = await captured(lines, 0, first, capture)
    expect(bands.map(b => b.lines)).toEqual([lines])
  })

  it('costs nothing and gives nothing where no fillers show', async () => {
    const { grey } = await drawMrz([''], { dpi: 150 })
    expect(await readMrzBands(grey, [line(word('Bulletin', [0.1, 0.1, 0.3, 0.12]))])).toEqual([])
  })

  it('a text in another font that OCR took for fillers is no sure band', async () => {
    const { grey } = await drawMrz([''], { dpi: 150, noise: 60 })
    const bands = await readMrzBands(grey, [line(word(`${'A<<<B'.repeat(6)}`, [0.1, 0.5, 0.8, 0.55]))])
    for (const band of bands) expect(Math.max(...band.confidences.flat())).toBeLessThanOrEqual(0.6)
  })

  it('in the text of a PDF is taken as it stands', () => {
    const rows = CARD.map((text, i) => line(word(text, [0.1, 0.5 + i * 0.02, 0.6, 0.512 + i * 0.02], 'texte-pdf')))
    expect(mrzBandsInText(rows)).toMatchObject([{ lines: CARD, source: 'texte-pdf' }])
  })
})
