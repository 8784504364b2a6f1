import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/intake/open-file.ts'
import { LIMITS, pdfOf } from './drawings.ts'

const NUMBER = '2 69 05 49 588 157 80'

async function hiddenTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const outcome = await openFile(bytes, LIMITS)
  if (!outcome.ok) throw new Error(outcome.code)
  const texts = await outcome.file.hiddenTexts()
  outcome.file.close()
  return texts
}

const HIDING: Readonly<Record<string, (document: PDFDocument) => void | Promise<void>>> = {
  'a property of any name': document =>
    document.context
      .lookup(document.context.trailerInfo.Info, PDFDict)
      .set(PDFName.of('Matricule'), PDFHexString.fromText(NUMBER)),
  XMP: document => {
    const { context, catalog } = document
    const xmp = `<?xpacket begin=""?><rdf:Description dc:identifier="${NUMBER}"/><?xpacket end="w"?>`
    const stream = context.flateStream(xmp, { Type: 'Metadata', Subtype: 'XML' })
    catalog.set(PDFName.of('Metadata'), context.register(stream))
  },
  'a script': document => document.addJavaScript('calcul', `var nir = "${NUMBER}"`),
  'the content of an attached file': document =>
    document.attach(Buffer.from(`nom;nir\nALIX;${NUMBER}\n`), 'export.csv'),
  'the name of an attached file': document => document.attach(Buffer.from('x'), `${NUMBER}.txt`),
  'an object that nothing refers to': ({ context }) =>
    void context.register(context.obj({ Contents: PDFString.of(`NIR ${NUMBER}`) })),
}

describe('what no page of a PDF shows', () => {
  it.each(
    Object.entries(HIDING).flatMap(([where, hide]) => [[where, true, hide] as const, [where, false, hide] as const]),
  )('%s is read (objects packed: %s)', async (_, useObjectStreams, hide) => {
    const document = await PDFDocument.load(await pdfOf(p => p.drawText('Bulletin', { x: 50, y: 700 })))
    document.setTitle('Bulletin')
    await hide(document)
    const texts = await hiddenTexts(await document.save({ useObjectStreams }))
    expect(texts.filter(text => text.includes(NUMBER))).not.toEqual([])
  })

  it('what an earlier revision showed is read, and only what the page does not show any more', async () => {
    const first = await pdfOf(async (p, document) => {
      p.setFont(await document.embedFont(StandardFonts.Helvetica))
      p.drawText(`NIR ${NUMBER}`, { x: 50, y: 700, size: 10 })
      p.drawText('SIRET 732 829 320 00074', { x: 50, y: 650, size: 10 })
    })
    const document = await PDFDocument.load(first, { forIncrementalUpdate: true })
    const page = document.getPage(0)
    page.node.delete(PDFName.of('Contents'))
    page.drawText('SIRET 732 829 320 00074', { x: 50, y: 650, size: 10 })
    const texts = await hiddenTexts(await document.commit())
    expect(texts.filter(text => /\d{3}/.test(text))).toEqual([`NIR ${NUMBER}`])
  })

  it('a page that shows its number hides nothing', async () => {
    const bytes = await pdfOf(p => p.drawText(`NIR ${NUMBER}`, { x: 50, y: 700, size: 10 }))
    expect((await hiddenTexts(bytes)).filter(text => text.includes('588'))).toEqual([])
  })

  it('a file cut off, or of noise after its head, says nothing and fails nothing', async () => {
    const bytes = await pdfOf(p => p.drawText('Bulletin', { x: 50, y: 700 }))
    const noisy = Buffer.concat([bytes, Buffer.from('\nstream\n/Metadata <</FlateDecode stream\nxyz')])
    expect((await hiddenTexts(noisy)).filter(text => text.includes('588'))).toEqual([])
  })
})
