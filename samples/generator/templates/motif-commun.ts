import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import { fonte as fonteCss, identite, page, type Fonte } from './kit.ts'

/** What the listed documents without a type code share. */

const CSS = `
.rg{font-size:10.4pt;line-height:1.5}.rg h1{font-size:14.5pt;text-align:center;margin:8mm 0 5mm;line-height:1.25}.rg h2{font-size:10.8pt;margin:4mm 0 1.5mm}.rg .ju{text-align:justify}
.rg .ta td,.rg .ta th{border:.2mm solid #666;padding:1.1mm 2mm}.rg .ta th{background:#ececec}.rg .enc{border:.35mm solid #333;padding:2.5mm 3.5mm}
.rg .pied{position:absolute;left:20mm;right:20mm;bottom:9mm;font-size:7pt;line-height:1.3;color:#555;text-align:center}
.rg .l{margin:1.5mm 0;display:flex;align-items:center;gap:2.5mm;flex-wrap:wrap}
`

export const feuille = (html: string, fonte: Fonte = 'sans', corpsPt = 10.4): DrawnPage =>
  page(`<div class="rg" style="font-size:${corpsPt}pt;${fonteCss(fonte)}">${html}</div>`, {
    css: CSS,
    fonte,
    marges: '16mm 20mm',
  })

/** A listed document: `nature` is the code of `natureDocument`. */
export const reglementaire = (
  context: DrawContext,
  nature: string,
  jour: string,
  pages: readonly DrawnPage[],
): Drawn => ({
  pages,
  champs: { ...identite(context.person), natureDocument: nature, dateDocument: jour },
  dateFinValidite: null,
  regleValidite: 'sans-objet',
})

export const modele = (
  nature: string,
  draw: (context: DrawContext) => Drawn,
  titulaire?: Template['titulaire'],
): Template => ({
  id: `autre-piece-reglementaire/${nature}`,
  type: 'autre-piece-reglementaire',
  ...(titulaire ? { titulaire } : {}),
  draw,
})
