import { chromium, type Browser } from 'playwright-core'
import sharp from 'sharp'
import type { Zone } from '../../src/domain/geometry.ts'
import type { Drawn, DrawnPage } from './template.ts'
import { COLLECT, readPageTruth, type PlacedCode, type PlacedFace, type PlacedText } from './page-truth.ts'

/** Pages are rendered at this resolution; capture conditions only go down from it. */
export const RENDER_DPI = 300

/** One drawn page: its pixels and what stands where. Zones are fractions of the page as drawn. */
export interface RenderedPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly png: Buffer
  readonly words: readonly PlacedText[]
  readonly nirZones: readonly Zone[]
  /** Field name to the places where it is printed. */
  readonly champsZones: Readonly<Record<string, readonly Zone[]>>
  readonly codes: readonly PlacedCode[]
  /** Faces of cards and booklets; empty for a document that is the sheet itself. */
  readonly faces: readonly PlacedFace[]
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Same glyph pixels whatever the machine's screen settings.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

/** The path of Chromium: `NUMERISEUR_CHROMIUM`, else Debian's. */
export const chromiumPath = (): string => process.env.NUMERISEUR_CHROMIUM ?? '/usr/bin/chromium'

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: FLAGS })

const px = (mm: number): number => (mm * 96) / 25.4

const document = (css: string, body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Document</title><style>html,body{margin:0;padding:0;background:#fff}${css}</style></head><body>${body}</body></html>`

/** Draws each page to pixels and collects its truth from the DOM. */
export async function renderPages(browser: Browser, drawn: Drawn): Promise<RenderedPage[]> {
  const tab = await browser.newPage({ deviceScaleFactor: RENDER_DPI / 96 })
  try {
    const rendered: RenderedPage[] = []
    for (const page of drawn.pages) {
      await tab.setViewportSize({ width: Math.ceil(px(page.widthMm)), height: Math.ceil(px(page.heightMm)) })
      await tab.setContent(document(page.css ?? '', page.html), { waitUntil: 'load' })
      await tab.evaluate('document.fonts.ready.then(() => undefined)')
      const truth = readPageTruth(await tab.evaluate(COLLECT), px(page.widthMm), px(page.heightMm))
      const shot = await tab.screenshot({ type: 'png' })
      rendered.push({ widthMm: page.widthMm, heightMm: page.heightMm, png: await exactSize(shot, page), ...truth })
    }
    return rendered
  } finally {
    await tab.close()
  }
}

/** The viewport is whole CSS pixels: cut what exceeds the page. */
async function exactSize(shot: Buffer, page: DrawnPage): Promise<Buffer> {
  const width = Math.round((page.widthMm / 25.4) * RENDER_DPI)
  const height = Math.round((page.heightMm / 25.4) * RENDER_DPI)
  return sharp(shot).extract({ left: 0, top: 0, width, height }).removeAlpha().png({ compressionLevel: 3 }).toBuffer()
}

/** The document as a born-digital PDF (live text, vector drawings). Same drawing, same bytes. */
export async function printPdf(browser: Browser, drawn: Drawn): Promise<Buffer> {
  const tab = await browser.newPage()
  try {
    const css = [...new Set(drawn.pages.map(p => p.css ?? ''))].join('\n')
    const sizes = drawn.pages
      .map(
        (p, i) =>
          `@page s${i}{size:${p.widthMm}mm ${p.heightMm}mm;margin:0}.sheet${i}{page:s${i};break-after:page;width:${p.widthMm}mm;height:${p.heightMm - 0.1}mm;overflow:hidden}`,
      )
      .join('')
    const body = drawn.pages.map((p, i) => `<div class="sheet${i}">${p.html}</div>`).join('')
    await tab.setContent(document(`${sizes}.sheet${drawn.pages.length - 1}{break-after:auto}${css}`, body), {
      waitUntil: 'load',
    })
    await tab.evaluate('document.fonts.ready.then(() => undefined)')
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false })
    return fixDates(pdf)
  } finally {
    await tab.close()
  }
}

/** Chromium writes the hour of printing: replaced by a constant of the same length, so that offsets stay right. */
const fixDates = (pdf: Buffer): Buffer =>
  Buffer.from(
    pdf
      .toString('latin1')
      .replace(
        /\((D:\d{14}[^)]*)\)/g,
        (_, date: string) => `(${"D:20261015090000+00'00'".padEnd(date.length).slice(0, date.length)})`,
      ),
    'latin1',
  )
