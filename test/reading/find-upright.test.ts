import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { turn } from '../../src/page/transform.ts'
import { findUpright } from '../../src/reading/find-upright.ts'
import { createOcrEngine, type OcrEngine } from '../../src/reading/ocr-engine.ts'
import { drawnPage } from '../page/drawn-page.ts'

const neverAsked: OcrEngine = {
  recognise: () => {
    throw new Error('nothing had to be read')
  },
  close: () => undefined,
}

/** A card: a few words in capitals, which have no ascenders to tell the upper side by. */
async function card(): Promise<Raster> {
  const lines = ['CARTE NATIONALE', 'MARTIN ISABELLE', 'NEE A BORDEAUX', 'LE 14 07 1985']
  const text = lines.map((l, i) => `<text x="60" y="${90 + i * 70}">${l}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="680" height="430"><rect width="680" height="430" fill="white"/>
    <g font-family="Liberation Sans" font-size="34">${text}</g></svg>`
  const data = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  return { width: 680, height: 430, channels: 1, data, dpi: 200 }
}

let engine: OcrEngine
beforeAll(async () => {
  engine = await createOcrEngine()
})
afterAll(() => engine.close())

describe('a page', () => {
  it('of clear lines is made upright without reading', async () => {
    const { orientation } = await findUpright(await drawnPage(0), neverAsked)
    expect(orientation).toMatchObject({ quarterTurns: 0, reason: "lignes et sens de l'écriture nets" })
  })

  it('without writing is left as it is, without reading', async () => {
    const data = new Uint8Array(240_000).fill(250)
    const blank: Raster = { width: 400, height: 600, channels: 1, data, dpi: 72 }
    const { raster, orientation } = await findUpright(blank, neverAsked)
    expect(raster).toBe(blank)
    expect(orientation.reason).toBe('page sans écriture')
  })

  it('that was read one way up and made no sense is asked again', async () => {
    const page = await drawnPage(0)
    const rejected = { quarterTurns: 2, skew: 0, reason: '' } as const
    const { orientation } = await findUpright(page, engine, rejected)
    expect(orientation).toMatchObject({ quarterTurns: 0, reason: "sens confirmé par la lecture d'une bande" })
  })
})

it.each([1, 2] as const)('a card of capitals turned %i quarter turns is made upright by reading', async turns => {
  const { orientation, raster } = await findUpright(await turn(await card(), turns), engine)
  expect(orientation.quarterTurns).toBe((4 - turns) % 4)
  expect([raster.width, raster.height]).toEqual([680, 430])
})
