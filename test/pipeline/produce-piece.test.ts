import { describe, expect, it } from 'vitest'
import type { Zone } from '../../src/domain/geometry.ts'
import { lineText } from '../../src/domain/reading.ts'
import type { Draft } from '../../src/pipeline/draft.ts'
import { findMasks } from '../../src/pipeline/masks.ts'
import { producePiece, type Produced } from '../../src/pipeline/produce-piece.ts'
import type { ProduceAnswer, Residue } from '../../src/sandbox/protocol.ts'
import { inside, page, zonesOf } from '../masking/page-builder.ts'
import { draft, readPage } from './draft-builder.ts'
import { RSS, ScriptedPool, WRITTEN } from './scripted-pool.ts'

const SPACED = '2 69 05 49 588 157 80'
const PAIE = page(3).line('BULLETIN DE PAIE').line('N° SS', SPACED).build()
const SUITE = page(4).line('Cumuls de l’année').build()
const PIECE = draft('bulletin-de-paie', [PAIE, SUITE])

const LEFT: Zone = [0.5, 0.8, 0.7, 0.82]
const still = (...residues: Residue[]): ProduceAnswer => ({ ...WRITTEN, residues })
const seenAt = (pageIndex: number, ...zones: Zone[]): Residue => ({ where: 'pixels', pageIndex, zones })

let pool: ScriptedPool

function produce(piece: Draft, answers: readonly ProduceAnswer[] = []): Promise<Produced> {
  pool = new ScriptedPool({ produce: (_, nth) => answers[nth - 1] ?? WRITTEN })
  const { pages: masks } = findMasks([piece], [])
  return producePiece({ draft: piece, masks, outPath: '/sortie/01.pdf', titre: 'Bulletin de paie', pool })
}

describe('the file of a piece', () => {
  it('is written once, its number burnt and left out of its words', async () => {
    const produced = await produce(PIECE)
    const [request, ...others] = pool.produced
    expect(others).toEqual([])
    expect(request).toMatchObject({ titre: 'Bulletin de paie', outPath: '/sortie/01.pdf', type: 'bulletin-de-paie' })
    const [first, second] = request?.pages ?? []
    for (const zone of zonesOf(PAIE, SPACED)) expect(inside(zone, first?.masks ?? [])).toBe(true)
    expect(first?.lines.map(lineText)).toEqual(['BULLETIN DE PAIE', 'N° SS'])
    expect(second).toMatchObject({ masks: [], lines: SUITE.lines, raster: { path: '/travail/page-4.raw' } })
    expect(produced).toMatchObject({
      neutralise: true,
      written: { octets: 1234 },
      timings: { ecriture: 5 },
      rssBytes: RSS,
    })
  })

  it('says on which page of the deposit each number stood, key and all in one zone', async () => {
    const { occurrences } = await produce(PIECE)
    expect(occurrences.map(o => o.page)).toEqual([3])
    for (const zone of zonesOf(PAIE, SPACED))
      expect(
        inside(
          zone,
          occurrences.map(o => o.zone),
        ),
      ).toBe(true)
  })

  it('hands the number to the proof, and to nothing that is kept', async () => {
    const produced = await produce(PIECE)
    expect(pool.produced[0]?.secrets).toEqual(['269054958815780'])
    expect(JSON.stringify(produced).replace(/\D/g, '')).not.toContain('0549588157')
  })

  it('keeps the tones of a page under a watermark, and parts the others in layers', async () => {
    const legend = { texte: 'SPECIMEN', zones: [LEFT], angle: -45, confidence: 0.9, repeats: 1, source: 'ocr' as const }
    await produce(
      draft('bail', [
        { ...SUITE, overlays: [legend] },
        { ...SUITE, page: 5, overlays: [] },
      ]),
    )
    expect(pool.produced[0]?.pages.map(p => p.keepDetail)).toEqual([true, false])
  })
})

describe('what the proof still reads', () => {
  it('is burnt too, and the file is proven again before it is delivered', async () => {
    const produced = await produce(PIECE, [still(seenAt(1, LEFT))])
    expect(pool.produced.map(r => r.pages[1]?.masks)).toEqual([[], [LEFT]])
    expect(pool.produced[1]?.pages[0]?.masks).toEqual(pool.produced[0]?.pages[0]?.masks)
    expect(produced).toMatchObject({ neutralise: true, written: { sha256: WRITTEN.sha256 } })
    expect(produced.occurrences).toContainEqual({ page: 4, zone: LEFT })
  })

  it('takes its words out of the text of the file as well', async () => {
    const [zone] = zonesOf(SUITE, 'Cumuls')
    await produce(PIECE, [still(seenAt(1, zone as Zone))])
    expect(pool.produced.map(r => r.pages[1]?.lines.map(lineText))).toEqual([['Cumuls de l’année'], ['de l’année']])
  })

  it('withholds the file when it is there after three attempts', async () => {
    const again = still(seenAt(0, LEFT))
    const produced = await produce(PIECE, [again, again, again])
    expect(pool.produced).toHaveLength(3)
    expect(produced).toMatchObject({ neutralise: false, written: null })
  })

  it('withholds the file at once when nobody knows where to burn', async () => {
    const nowhere = still({ where: 'bytes', pageIndex: null, zones: [] }, { where: 'text', pageIndex: null, zones: [] })
    const produced = await produce(PIECE, [nowhere])
    expect(pool.produced).toHaveLength(1)
    expect(produced).toMatchObject({ neutralise: false, written: null })
  })
})

describe('a piece with a page that could not be decoded', () => {
  it('is written without that page; what is burnt stays with the right page', async () => {
    const lost = { reading: page(2).build(), raster: null }
    const produced = await produce({ ...PIECE, pages: [lost, ...PIECE.pages] }, [still(seenAt(1, LEFT))])
    expect(pool.produced[0]?.pages.map(p => p.raster.path)).toEqual(['/travail/page-3.raw', '/travail/page-4.raw'])
    expect(produced.occurrences.map(o => o.page)).toEqual([3, 4])
  })

  it('has no file when none of its pages was decoded, and nothing is asked', async () => {
    const produced = await produce({ ...PIECE, pages: [{ ...readPage(PAIE), raster: null }] })
    expect(pool.asked).toEqual([])
    expect(produced).toEqual({ occurrences: [], neutralise: true, written: null, timings: {} })
  })
})
