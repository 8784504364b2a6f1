/**
 * Draws the glyphs of OCR-B that an MRZ may hold (ICAO Doc 9303 part 3, 4.3) and writes `ocr-b.json`.
 *
 *     npx tsx models/ocr/make-ocr-b.ts
 *
 * Needs Chromium and the Debian package `fonts-ocr-b`. Each glyph is drawn 8 times too large and averaged down to a cell
 * as wide as one character (2.54 mm on the document), so that the stroke edges are grey as on a scan.
 */
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import sharp from 'sharp'

const GLYPHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
const CELL = { width: 20, height: 28 }
/** From the top of the cell to the baseline. */
const BASELINE = 23
const OVERSAMPLE = 8

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 400, height: 400 } })
const glyphs: Record<string, string> = {}
for (const glyph of GLYPHS) {
  const escaped = glyph.replace('<', '&lt;')
  await page.setContent(`<body style="margin:0"><canvas width="${CELL.width * OVERSAMPLE}" height="${CELL.height * OVERSAMPLE}"></canvas>
    <span style="font:100px 'OCR B'">${escaped}</span>`)
  // A script given as text: it runs in the page, not here.
  await page.evaluate(`(async () => {
    await document.fonts.ready
    const canvas = document.querySelector('canvas')
    const g = canvas.getContext('2d')
    g.fillStyle = '#fff'
    g.fillRect(0, 0, canvas.width, canvas.height)
    g.font = "100px 'OCR B'"
    const size = (100 * canvas.width) / g.measureText('0').width
    g.font = size + "px 'OCR B'"
    g.fillStyle = '#000'
    g.fillText(${JSON.stringify(glyph)}, 0, ${BASELINE * OVERSAMPLE})
  })()`)
  const drawn = await page.screenshot({
    clip: { x: 0, y: 0, width: CELL.width * OVERSAMPLE, height: CELL.height * OVERSAMPLE },
  })
  const { data } = await sharp(drawn)
    .removeAlpha()
    .toColourspace('b-w')
    .resize(CELL.width, CELL.height, { kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  glyphs[glyph] = data.toString('base64')
}
await browser.close()
writeFileSync(
  new URL('ocr-b.json', import.meta.url),
  JSON.stringify({ ...CELL, baseline: BASELINE, glyphs }, null, 1) + '\n',
)
