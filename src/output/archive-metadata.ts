import { PDFHexString, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import sharp from 'sharp'

const PRODUCER = 'numeriseur'

/**
 * What PDF/A-2b (ISO 19005-2) wants beside the pages: the same title and producer in the document information and in
 * XMP, and the colour space that RGB and grey are meant in. No date and no name of a person.
 */
export async function archiveMetadata(
  context: PDFContext,
  titre: string,
): Promise<{ info: PDFRef; metadata: PDFRef; intent: PDFRef }> {
  const info = context.register(context.obj({ Title: PDFHexString.fromText(titre), Producer: PDFString.of(PRODUCER) }))
  const metadata = context.register(
    context.stream(Buffer.from(xmp(titre), 'utf8'), { Type: 'Metadata', Subtype: 'XML' }),
  )
  const profile = context.register(context.flateStream(await srgbProfile(), { N: 3 }))
  const intent = context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB'),
      DestOutputProfile: profile,
    }),
  )
  return { info, metadata, intent }
}

let profile: Promise<Uint8Array> | null = null

/** The small sRGB profile that libvips carries. */
function srgbProfile(): Promise<Uint8Array> {
  profile ??= sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
    .withIccProfile('srgb')
    .jpeg()
    .toBuffer()
    .then(jpeg => sharp(jpeg).metadata())
    .then(({ icc }) => {
      if (!icc) throw new Error('expected an sRGB profile in the JPEG, got none')
      return new Uint8Array(icc)
    })
  return profile
}

const xmp = (titre: string): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(titre)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
