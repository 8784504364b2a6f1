import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LayerDisagreement, PageReading } from '../../src/domain/reading.ts'
import type { SourcePage } from '../../src/domain/source-page.ts'
import { openFile } from '../../src/intake/open-file.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { readPage } from '../../src/reading/read-page.ts'
import { LIMITS, pdfOf } from '../intake/drawings.ts'

const LETTER = [
  'Bulletin de paie de septembre 2026',
  'Employeur ATELIERS DELAUNAY',
  'Salaire brut 2318,40 euros',
  'Cotisations 509,12 euros',
  'Net imposable 1854,77 euros',
  'Net payé au salarié 1809,28 euros',
]

let engine: OcrEngine
let page: SourcePage
beforeAll(async () => {
  engine = await createOcrEngine()
  const drawn = await pdfOf(p => {
    LETTER.forEach((line, i) => p.drawText(line, { x: 60, y: 740 - 30 * i, size: 13 }))
  })
  const outcome = await openFile(drawn, LIMITS)
  if (!outcome.ok) throw new Error(outcome.code)
  page = await outcome.file.page(1)
})
afterAll(() => engine.close())

async function compared(change: (text: string) => string | null): Promise<readonly LayerDisagreement[] | undefined> {
  const words = (page.words ?? []).flatMap(w => {
    const text = change(w.text)
    return text === null ? [] : [{ ...w, text }]
  })
  const read = await readPage({ ...page, words }, 1, engine, { compareLayer: true })
  return read.reading.layerDisagreements
}

describe('the text of a page held against its pixels', () => {
  it('is not compared unless asked', async () => {
    const { reading }: { reading: PageReading } = await readPage(page, 1, engine)
    expect(reading.layerDisagreements).toBeUndefined()
  })

  it('says the same on an honest page', async () => {
    expect(await compared(text => text)).toEqual([])
  })

  it('says other where one figure of an amount was changed, and shows where', async () => {
    const found = await compared(text => (text === '1809,28' ? '2809,28' : text))
    expect(found).toMatchObject([{ kind: 'autre', texte: '2809,28', pixels: '1809,28' }])
    const zone = page.words?.find(w => w.text === '1809,28')?.zone ?? [0, 0, 0, 0]
    for (const side of [0, 1, 2, 3] as const) expect(found?.[0]?.zone[side]).toBeCloseTo(zone[side], 2)
  })

  it('says other where a name was put in place of another', async () => {
    const found = await compared(text => (text === 'DELAUNAY' ? 'MERCIER' : text))
    expect(found).toMatchObject([{ kind: 'autre', texte: 'MERCIER', pixels: 'DELAUNAY' }])
  })

  it('takes signs that look alike as equal: OCR may have confused them', async () => {
    expect(await compared(text => (text === '509,12' ? 'SO9,l2' : text))).toEqual([])
  })

  it('lacks a word that is drawn', async () => {
    const found = await compared(text => (text === '1854,77' ? null : text))
    expect(found).toMatchObject([{ kind: 'pixels-seuls', texte: '', pixels: '1854,77' }])
  })

  it('holds a word that nothing draws', async () => {
    const hidden = { text: 'invisible', zone: [0.6, 0.8, 0.7, 0.82], confidence: 1, source: 'texte-pdf' } as const
    const words = [...(page.words ?? []), hidden]
    const { reading } = await readPage({ ...page, words }, 1, engine, { compareLayer: true })
    expect(reading.layerDisagreements).toMatchObject([{ kind: 'texte-seul', texte: 'invisible', pixels: '' }])
  })
})
