import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { CodePages } from './code-pages.ts'
import { GLYPHLESS, glyphlessFont } from './glyphless-font.ts'

const SPACE = 0x20
const LAST = 0xff
/** Symbolic: the font's own cmap tells the glyphs (ISO 32000-1, 9.6.6.4). */
const SYMBOLIC = 4

/** Registers one font a page of codes, all on the same font program; resource name to font. */
export function embedTextFonts(context: PDFContext, codes: CodePages): Record<string, PDFRef> {
  const { advance, space, ascent, descent } = GLYPHLESS
  const program = glyphlessFont()
  const file = context.register(context.flateStream(program, { Length1: program.length }))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'SansDessin',
      Flags: SYMBOLIC,
      FontBBox: [0, descent, advance, ascent],
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: ascent,
      StemV: 80,
      FontFile2: file,
    }),
  )
  const widths = context.register(
    context.obj(Array.from({ length: LAST - SPACE + 1 }, (_, i) => (i === 0 ? space : advance))),
  )
  const fonts: Record<string, PDFRef> = {}
  codes.pages.forEach((page, index) => {
    if (!page) return
    const font = context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'SansDessin',
      FirstChar: SPACE,
      LastChar: LAST,
      Widths: widths,
      FontDescriptor: descriptor,
      ToUnicode: context.register(context.flateStream(toUnicode(page))),
    })
    fonts[`F${index}`] = context.register(font)
  })
  return fonts
}

/** CMap from codes to characters (ISO 32000-1, 9.10.3), at most 100 entries a block. */
function toUnicode(page: ReadonlyMap<number, string>): string {
  const entries = [...new Map([[SPACE, ' '], ...page])]
    .sort(([a], [b]) => a - b)
    .map(([code, char]) => `<${hex(code, 2)}> <${utf16(char)}>`)
  const blocks: string[] = []
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
const utf16 = (char: string): string =>
  Array.from({ length: char.length }, (_, i) => hex(char.charCodeAt(i), 4)).join('')
