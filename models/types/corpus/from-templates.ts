import { drawContext } from '../../../samples/generator/draw.ts'
import { rng } from '../../../samples/generator/rng.ts'
import type { Drawn, DrawnPage, Rng } from '../../../samples/generator/template.ts'
import { TEMPLATES } from '../../../samples/generator/templates/index.ts'
import type { PageTexts } from '../../../src/sorting/type-features.ts'
import type { Example } from './example.ts'
import { misread, noiseRate } from './noise.ts'

/** Texts of the samples' templates; `INEDITS` are for measuring only and stay out. */
export async function examplesFromTemplates(seeds: readonly number[]): Promise<Example[]> {
  const examples: Example[] = []
  for (const template of TEMPLATES) {
    for (const seed of seeds) {
      const pages = textsOfDrawn(template.draw(await drawContext(template, { seed }, NO_PICTURES)))
      const random = rng('templates', seed, template.id)
      const of = (changed: readonly PageTexts[]): Example => ({
        type: template.type,
        source: template.id,
        pages: changed,
      })
      examples.push(of(pages))
      for (let i = 0; i < VARIANTS; i++) examples.push(of(vary(pages, random)))
      // Pages inside a bundle are also judged alone.
      const [, ...later] = pages
      if (later.length > 0) examples.push(of(vary([random.pick(later)], random)))
    }
  }
  return examples
}

/** Pictures say nothing to a reader of words. */
const NO_PICTURES = { portraitOf: () => Promise.resolve(''), twoDDoc: () => '', qr: () => '' }

/** Variants of each drawing: fewer lines, other order, misread signs. */
const VARIANTS = 4

const textsOfDrawn = ({ pages }: Drawn): PageTexts[] =>
  pages.map(page => ({ lines: linesOfHtml(page), card: Math.max(page.widthMm, page.heightMm) < 130 }))

const BREAKS = /<\/?(?:div|p|tr|table|h\d|li|ul|ol|br|section|header|footer|hr)\b[^>]*>/gi

/** What a drawn page says, line by line: close to what a reader gives, without a browser. */
function linesOfHtml({ html }: DrawnPage): string[] {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(BREAKS, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
}

/** The same document as another issuer might lay it out: lines lost, some exchanged, the title gone, signs misread. */
function vary(pages: readonly PageTexts[], random: Rng): PageTexts[] {
  const lost = random.pick([0, 0.1, 0.25, 0.45])
  const untitled = random.chance(0.3)
  const rate = noiseRate(random)
  const card = random.chance(0.5)
  return pages.slice(0, random.chance(0.3) ? 1 : pages.length).map((page, i) => {
    const lines = page.lines.filter((_, rank) => !(untitled && i === 0 && rank < 3) && !random.chance(lost))
    for (let swap = 0; swap < lines.length / 6; swap++) {
      const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)]
      const [x, y] = [lines[a], lines[b]]
      if (x !== undefined && y !== undefined) [lines[a], lines[b]] = [y, x]
    }
    // A card is as often copied on a sheet.
    return { lines: lines.map(line => misread(line, rate, random)), card: page.card && card }
  })
}
