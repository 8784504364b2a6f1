import bwipjs from 'bwip-js/node'
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
  type PDFPage,
} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import sharp from 'sharp'
import { anyNir, groupsOf } from '../formats/nir-samples.ts'
import { FORMS } from '../formats/nir-written.ts'

/** Fictional numbers, all different, the same at every run. */
export const canaries = (count: number): string[] =>
  fc
    .sample(fc.uniqueArray(anyNir, { minLength: count, maxLength: count, selector: n => n.slice(0, 13) }), {
      numRuns: 1,
      seed: 5,
    })
    .flat()

const spaced = (nir: string): string => groupsOf(nir).join(' ')

/** A heap of numbers, each given once. */
export class Numbers {
  readonly #all: readonly string[]
  #at = 0
  constructor(all: readonly string[]) {
    this.#all = all
  }
  next(): string {
    const nir = this.#all[this.#at++]
    if (nir === undefined) throw new Error('not enough numbers')
    return nir
  }
  get left(): number {
    return this.#all.length - this.#at
  }
}

/** What the standard faces of a PDF can write. */
const WRITABLE = FORMS.filter(f => [...f.write('269054958815780')].every(sign => sign >= ' ' && sign <= 'ÿ'))

/** Pages of payslip with numbers in every written form. */
export async function written(numbers: Numbers, count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  let page: PDFPage | null = null
  for (let i = 0; i < count; i++) {
    const row = i % 20
    if (row === 0 || page === null) page = payslip(document)
    const form = WRITABLE[i % WRITABLE.length] as (typeof WRITABLE)[number]
    const text = `N° Sécurité sociale : ${form.write(numbers.next())}`
    page.drawText(text, { x: 50, y: 700 - 30 * row, size: 10, font })
  }
  return document.save()
}

function payslip(document: PDFDocument): PDFPage {
  const page = document.addPage([595.28, 841.89])
  page.drawText('BULLETIN DE PAIE', { x: 50, y: 790, size: 14 })
  page.drawText('Période du 01/08/2026 au 31/08/2026   Salaire brut 2 008,39   Net à payer 1 570,12', {
    x: 50,
    y: 760,
    size: 10,
  })
  return page
}

/** One page that shows no number, in a file that holds them wherever a PDF can hide one. */
export async function hidden(numbers: Numbers): Promise<Uint8Array> {
  const before = await PDFDocument.create()
  const font = await before.embedFont(StandardFonts.Helvetica)
  const old = payslip(before)
  // What the first revision shows; the second takes it off the page.
  old.drawText(`N° SS ${spaced(numbers.next())}`, { x: 50, y: 700, size: 10, font })
  const first = await before.save({ useObjectStreams: false })
  const document = await PDFDocument.load(first, { forIncrementalUpdate: true })
  const page = document.getPage(0)
  page.node.delete(PDFName.of('Contents'))
  page.drawText('BULLETIN DE PAIE du 31/08/2026   Net à payer 1 570,12', { x: 50, y: 760, size: 10 })

  document.setTitle(`Paie ${numbers.next()}`)
  document.setAuthor(`NIR ${spaced(numbers.next())}`)
  document.setSubject(spaced(numbers.next()))
  document.setKeywords([`NIR:${numbers.next()}`])
  document.setCreator(numbers.next())
  document.setProducer(numbers.next())
  const { context, catalog } = document
  context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of('Matricule'), PDFHexString.fromText(numbers.next()))
  const xmp = `<?xpacket begin=""?><rdf:Description dc:identifier="${numbers.next()}"/><?xpacket end="w"?>`
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })))

  const form = document.getForm()
  const field = form.createTextField(`nir.${numbers.next()}`)
  field.setText(spaced(numbers.next()))
  field.addToPage(page, { x: 50, y: 500, width: 200, height: 20, hidden: true })
  const rect = context.obj([50, 400, 80, 420])
  const note = { Type: 'Annot', Subtype: 'Text', Rect: rect, Contents: PDFString.of(`NIR ${numbers.next()}`) }
  const noteRef = context.register(
    context.obj({ ...note, T: PDFHexString.fromText(spaced(numbers.next())), Subj: PDFString.of(numbers.next()) }),
  )
  page.node.addAnnot(noteRef)

  const outlines = context.nextRef()
  const item = context.register(
    context.obj({
      Title: PDFHexString.fromText(`Mme ALIX ${spaced(numbers.next())}`),
      Parent: outlines,
      Dest: [page.ref, 'Fit'],
    }),
  )
  context.assign(outlines, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }))
  catalog.set(PDFName.of('Outlines'), outlines)
  await document.attach(Buffer.from(`NIR ${numbers.next()}`), `${numbers.next()}.txt`, {
    description: spaced(numbers.next()),
  })
  document.addJavaScript('calcul', `var nir = "${numbers.next()}"`)

  // Ink that no eye sees.
  page.drawText(spaced(numbers.next()), { x: 50, y: 300, size: 10, opacity: 0 })
  page.drawText(spaced(numbers.next()), { x: 50, y: 280, size: 10, color: rgb(1, 1, 1) })
  page.drawText(spaced(numbers.next()), { x: 50, y: 260, size: 10 })
  page.drawRectangle({ x: 40, y: 250, width: 200, height: 30, color: rgb(1, 1, 1) })
  page.drawText(spaced(numbers.next()), { x: 900, y: 260, size: 10 })
  const orphan = context.stream(`BT (${spaced(numbers.next())}) Tj ET`, {})
  context.register(orphan)
  return document.commit()
}

/** A page with its numbers in symbols. */
export async function symbols(numbers: Numbers): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = payslip(document)
  const kinds = [
    ['qrcode', (n: string) => `nom=ALIX&nir=${n}`],
    ['datamatrix', (n: string) => `NIR ${n}`],
    ['qrcode', (n: string) => n],
    ['pdf417', (n: string) => `NIR:${n}`],
  ] as const
  for (const [i, [bcid, text]] of kinds.entries()) {
    const png = await bwipjs.toBuffer({ bcid, text: text(numbers.next()), scale: 4, backgroundcolor: 'FFFFFF' })
    const image = await document.embedPng(png)
    const width = bcid === 'pdf417' ? 160 : 90
    page.drawImage(image, {
      x: 60 + (i % 2) * 250,
      y: 550 - Math.floor(i / 2) * 200,
      width,
      height: (width * image.height) / image.width,
    })
  }
  return document.save()
}

/** A photographed page: numbers in pixels, and in the EXIF of the picture. */
export async function picture(numbers: Numbers): Promise<Buffer> {
  const lines = [
    'BULLETIN DE PAIE',
    'Période du 01/08/2026 au 31/08/2026',
    `N° Sécurité sociale : ${spaced(numbers.next())}`,
    'Salaire brut 2 008,39   Net à payer 1 570,12',
    `Numéro INSEE ${numbers.next()}`,
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="900"><rect width="1240" height="900" fill="white"/>${lines
    .map((l, i) => `<text x="90" y="${120 + i * 110}" font-family="DejaVu Sans" font-size="34">${l}</text>`)
    .join('')}</svg>`
  return sharp(Buffer.from(svg))
    .jpeg({ quality: 92 })
    .withExif({ IFD0: { ImageDescription: `NIR ${numbers.next()}`, Artist: spaced(numbers.next()) } })
    .withMetadata({ density: 150 })
    .toBuffer()
}

/** Locked: nobody can look inside without its password. */
export async function locked(numbers: Numbers): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  payslip(document).drawText(`NIR ${spaced(numbers.next())}`, { x: 50, y: 700, size: 10 })
  document.setTitle(numbers.next())
  document.encrypt({ userPassword: 'x', ownerPassword: 'y' })
  return document.save({ useObjectStreams: false })
}

/** Its second page cannot be decoded: its picture ends too soon and its text stream is noise. */
export async function damaged(numbers: Numbers): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  payslip(document).drawText(`NIR ${spaced(numbers.next())}`, { x: 50, y: 700, size: 10 })
  const page = document.addPage([595.28, 841.89])
  const content = document.context.stream(`BT (${spaced(numbers.next())} Tj <${'zz'.repeat(40)}`, {
    Filter: 'FlateDecode',
  })
  page.node.set(PDFName.of('Contents'), document.context.register(content))
  return document.save({ useObjectStreams: false })
}
