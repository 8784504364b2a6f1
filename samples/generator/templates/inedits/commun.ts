import type { TypePiece } from '../../../../src/domain/type-piece.ts'
import type { DrawContext, Drawn, DrawnPage, Template } from '../../template.ts'
import { page, type Fonte } from '../kit.ts'

/**
 * What the layouts share that nobody develops on: they are drawn with `--held-out` only, never with the normal draw, so
 * that no cue, pattern or model is ever fitted to them. See samples/README.md.
 */
export const inedit = (
  type: TypePiece,
  disposition: string,
  draw: (context: DrawContext) => Drawn,
  titulaire?: Template['titulaire'],
): Template => ({ id: `${type}/inedit-${disposition}`, type, ...(titulaire ? { titulaire } : {}), draw })

export const SANS_OBJET = { dateFinValidite: null, regleValidite: 'sans-objet' } as const

/** Plain rules that all these sheets use: framed tables, headings, a foot line. */
const CSS = `
.in h1{font-size:15pt;margin:5mm 0 4mm;line-height:1.2}.in h2{font-size:11pt;margin:4mm 0 1.5mm}.in h3{font-size:9.5pt;margin:3mm 0 1mm}
.in .tb td,.in .tb th{border:.2mm solid #777;padding:1mm 1.8mm}.in .tb th{background:#eceae4}
.in .li td{border-bottom:.2mm dotted #888;padding:1.1mm 1mm}
.in .enc{border:.35mm solid #333;padding:2.5mm 3mm}.in .gris{background:#eee;padding:2mm 3mm}
.in .col{display:flex;gap:7mm}.in .col>div{flex:1}
.in .pied{position:absolute;left:15mm;right:15mm;bottom:7mm;font-size:6.6pt;line-height:1.25;color:#555;text-align:center}
.in .main{font-family:Z003;font-size:17pt;line-height:1.45;color:#1a2766}
.in .mach{font-family:'Liberation Mono';font-size:10pt}
`

interface Feuille {
  readonly fonte?: Fonte
  readonly pt?: number
  readonly marges?: string
  readonly largeurMm?: number
  readonly hauteurMm?: number
  readonly interligne?: number
}

/** A sheet, A4 portrait unless said otherwise. */
export const feuille = (html: string, f: Feuille = {}): DrawnPage =>
  page(`<div class="in" style="font-size:${f.pt ?? 9.6}pt;line-height:${f.interligne ?? 1.4}">${html}</div>`, {
    css: CSS,
    fonte: f.fonte ?? 'sans',
    marges: f.marges ?? '15mm 17mm',
    ...(f.largeurMm === undefined ? {} : { largeurMm: f.largeurMm }),
    ...(f.hauteurMm === undefined ? {} : { hauteurMm: f.hauteurMm }),
  })

export const PAYSAGE = { largeurMm: 297, hauteurMm: 210 } as const

/** A4 sheets of one document, numbered at the foot when there are several. */
export const feuilles = (htmls: readonly string[], f: Feuille = {}): DrawnPage[] =>
  htmls.map((h, i) =>
    feuille(
      htmls.length === 1
        ? h
        : `${h}<div class="abs" style="right:12mm;bottom:8mm;font-size:8pt">${i + 1} / ${htmls.length}</div>`,
      f,
    ),
  )
