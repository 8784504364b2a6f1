import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser } from '../../samples/generator/browser.ts'
import { conditionNamed } from '../../samples/generator/capture/conditions.ts'
import { TODAY } from '../../samples/generator/draw.ts'
import { drawSheet, makeSample } from '../../samples/generator/sample.ts'
import { templateNamed } from '../../samples/generator/write-committed.ts'

// A developer may have no Chromium; where CI runs it must be there, and its absence fails.
const drawing = existsSync(chromiumPath()) || process.env.CI !== undefined

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function draw(seed: number): Promise<{ pixels: string; scan: string; pdf: string; truth: string }> {
  const browser = await openBrowser()
  try {
    const template = templateNamed('titre-de-sejour/carte-2020-recto')
    const sheet = await drawSheet(browser, template, { seed })
    const scan = await makeSample(browser, sheet, conditionNamed('stamp+scan-150-grey', TODAY), { seed })
    const pdf = await makeSample(browser, sheet, conditionNamed('pdf', TODAY), { seed })
    return {
      pixels: hash(sheet.pages[0]?.png ?? new Uint8Array()),
      scan: hash(scan.file.bytes),
      pdf: hash(pdf.file.bytes),
      truth: JSON.stringify(scan.truth),
    }
  } finally {
    await browser.close()
  }
}

describe.runIf(drawing)('the generator', () => {
  it('draws the same pixels, scan, PDF and truth for the same seed, others for another one', async () => {
    const first = await draw(5)
    expect(await draw(5)).toEqual(first)
    const other = await draw(6)
    expect(other.pixels).not.toBe(first.pixels)
    expect(other.truth).not.toBe(first.truth)
  })
})
