import type { Browser } from 'playwright-core'
import { PDFDocument } from '@cantoo/pdf-lib'
import { printPdf, renderPages, RENDER_DPI, type RenderedPage } from './browser.ts'
import { capture, type CapturedPage, type Condition } from './capture/conditions.ts'
import { addImagePage, encode, jpeg, newPdf, type EncodedFile } from './capture/encode.ts'
import { draw, TODAY, type DrawOptions } from './draw.ts'
import { FORGERIES, type ForgeryId } from './forgeries.ts'
import {
  blankPageTruth,
  marksTruth,
  pageTruth,
  pieceTruth,
  spoiltTruth,
  textlessPageTruth,
  type Verite,
  type VeritePage,
  type VeritePiece,
} from './truth.ts'
import type { Drawn, Template } from './template.ts'

/** A drawn document with its pixels. */
export interface Sheet {
  readonly template: Template
  readonly drawn: Drawn
  readonly pages: readonly RenderedPage[]
  /** Absent: the document is genuine. */
  readonly falsification?: ForgeryId
}

export interface Sample {
  readonly file: EncodedFile
  /** Everything but the name of the file, which the caller gives. */
  readonly truth: Omit<Verite, 'fichier'>
}

export async function drawSheet(browser: Browser, template: Template, options: DrawOptions): Promise<Sheet> {
  const drawn = await draw(template, options)
  return { template, drawn, pages: await renderPages(browser, drawn) }
}

/** The same document falsified, or `null` when it has nothing of the kind to falsify. */
export async function forgeSheet(browser: Browser, sheet: Sheet, falsification: ForgeryId): Promise<Sheet | null> {
  const drawn = FORGERIES[falsification](sheet.drawn)
  return drawn && { template: sheet.template, drawn, pages: await renderPages(browser, drawn), falsification }
}

const geometrie = (condition: Condition): Verite['geometrie'] =>
  condition.id.includes('photo') ? 'feuille-redressee' : condition.id.includes('cut') ? 'page-coupee' : 'page'

/** One document in one condition. */
export async function makeSample(
  browser: Browser,
  sheet: Sheet,
  condition: Condition,
  options: DrawOptions,
): Promise<Sample> {
  const { template, drawn } = sheet
  const { falsification } = sheet
  const head = {
    template: template.id,
    condition: condition.id,
    seed: options.seed,
    jour: options.today ?? TODAY,
    ...(falsification && { falsification }),
  }
  const geometry = { geometrie: geometrie(condition) }
  if (condition.format === null) {
    const pages = sheet.pages.map((p, i) => pageTruth(p, i + 1))
    const file: EncodedFile = { extension: 'pdf', bytes: await printPdf(browser, drawn) }
    return { file, truth: { ...head, ...geometry, pages, pieces: [pieceTruth(template, drawn, pages)] } }
  }
  const captured = await capturePages(sheet, condition, options)
  const file = await encode(
    captured.map(c => c.image),
    condition.format,
  )
  if (condition.carries === 'nothing') {
    const pages = sheet.pages.map((p, i) => blankPageTruth(p, i + 1))
    return { file, truth: { ...head, ...geometry, pages, pieces: [], erreur: { code: 'pages-blanches' } } }
  }
  if (condition.carries === 'marks') {
    const pages = sheet.pages.map((p, i) => textlessPageTruth(p, i + 1))
    return { file, truth: { ...head, ...geometry, pages, pieces: [marksTruth(pages)] } }
  }
  const pages = sheet.pages.map((p, i) => pageTruth(p, i + 1, captured[i]))
  const pieces = [spoiltTruth(pieceTruth(template, drawn, pages), condition.unreadable, sheet.pages, pages)]
  return { file, truth: { ...head, ...geometry, pages, pieces } }
}

async function capturePages(sheet: Sheet, condition: Condition, options: DrawOptions): Promise<CapturedPage[]> {
  const captured: CapturedPage[] = []
  for (const [i, page] of sheet.pages.entries()) {
    const name = `${sheet.template.id} ${options.household?.name ?? ''} ${options.copy ?? ''}`
    captured.push(await capture(page, condition, RENDER_DPI, options.seed, name, i))
  }
  return captured
}

/** A document of a bundle: its sheets and how they were captured. A condition without a format is born digital. */
export interface BundlePart {
  readonly sheet: Sheet
  readonly condition: Condition
  /** Its pages carry nothing (a blank back fed through the scanner). */
  readonly blank?: boolean
}

/**
 * Several documents in one file.
 * @param kind a TIFF of grey pages, or a PDF in which born-digital parts keep their live text and the others are images
 */
export async function makeBundle(
  browser: Browser,
  parts: readonly BundlePart[],
  kind: 'tiff' | 'pdf',
  options: DrawOptions,
): Promise<Sample> {
  const pages: VeritePage[] = []
  const pieces: VeritePiece[] = []
  const captures: (CapturedPage[] | null)[] = []
  for (const { sheet, condition, blank } of parts) {
    const captured = condition.format === null ? null : await capturePages(sheet, condition, options)
    captures.push(captured)
    const own = sheet.pages.map((p, i) =>
      blank === true ? blankPageTruth(p, pages.length + i + 1) : pageTruth(p, pages.length + i + 1, captured?.[i]),
    )
    pages.push(...own)
    if (blank !== true) pieces.push(pieceTruth(sheet.template, sheet.drawn, own))
  }
  const images = captures.flatMap(c => c ?? []).map(c => c.image)
  const file: EncodedFile =
    kind === 'pdf'
      ? { extension: 'pdf', bytes: await mixedPdf(browser, parts, captures) }
      : await encode(images, { kind: 'tiff-jpeg', quality: 62, grey: true })
  return {
    file,
    truth: {
      template: parts.map(p => (p.blank === true ? '(page blanche)' : p.sheet.template.id)).join(' + '),
      condition: parts.map(p => p.condition.id).join(' + '),
      seed: options.seed,
      jour: options.today ?? TODAY,
      geometrie: 'page',
      pages,
      pieces,
    },
  }
}

async function mixedPdf(
  browser: Browser,
  parts: readonly BundlePart[],
  captures: readonly (readonly CapturedPage[] | null)[],
): Promise<Buffer> {
  const pdf = await newPdf()
  for (const [i, { sheet, condition }] of parts.entries()) {
    const captured = captures[i]
    if (captured) {
      const { format } = condition
      const { quality, grey } = format?.kind === 'jpeg' ? format : { quality: 75, grey: false }
      for (const { image } of captured) await addImagePage(pdf, await jpeg(image, quality, grey), image)
    } else {
      const source = await PDFDocument.load(await printPdf(browser, sheet.drawn), { updateMetadata: false })
      for (const page of await pdf.copyPages(source, source.getPageIndices())) pdf.addPage(page)
    }
  }
  return Buffer.from(await pdf.save())
}
