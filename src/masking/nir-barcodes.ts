import type { Barcode } from '../domain/reading.ts'
import { scoreOf, type Evidence } from '../formats/nir-evidence.ts'
import { findNirsInText } from '../formats/nir-text.ts'
import { parseNir } from '../formats/nir.ts'
import { finding, type NirFinding } from './nir-finding.ts'
import { believed, type NirContext } from './nir-hits.ts'
import type { PageSigns } from './page-signs.ts'

/** Separators of 2D-Doc fields (GS, RS, US) and other control characters. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]+/g

/** Symbols whose decoded content holds a NIR: the symbol is masked whole, since any telephone reads it. */
export function findInBarcodes(page: PageSigns, context: NirContext): NirFinding[] {
  return page.page.barcodes.flatMap(barcode => {
    const hit = nirIn(barcode, context)
    if (!hit) return []
    const evidence: Evidence[] = ['code-barres', ...hit.evidence]
    const told = { page: page.page.page, zones: [barcode.zone], score: scoreOf(evidence), evidence, label: hit.label }
    return [finding(told, hit.secret)]
  })
}

interface Hit {
  readonly secret: string
  readonly evidence: readonly Evidence[]
  readonly label: boolean
}

function nirIn({ content }: Barcode, context: NirContext): Hit | null {
  // In a 2D-Doc the identifier of a field is glued to its value: other numbers there must not make a NIR with it.
  if (/^DC0[1-4]/.test(content)) return fieldIn(content)
  const [best] = findNirsInText(content.replace(CONTROL, '\n'))
    .filter(f => believed(context.type, f.evidence))
    .sort((a, b) => b.score - a.score)
  if (best) return { secret: secretOf(best.candidate), evidence: best.evidence, label: best.label === 'fort' }
  return bornOn(content, context.naissances ?? [])
}

const secretOf = ({ body, key }: { body: string; key: string | null }): string => body + (key ?? '')

/** A field of a 2D-Doc whose whole value is a NIR with its key. */
function fieldIn(content: string): Hit | null {
  for (const field of content.split(CONTROL)) {
    const nir = parseNir(field.slice(2))
    if (nir?.key) return { secret: secretOf(nir), evidence: ['cle-exacte'], label: false }
  }
  return null
}

/** A symbol that is nothing but 13 figures is a NIR when the holder's birth stands in it. */
function bornOn(content: string, births: readonly string[]): Hit | null {
  const nir = parseNir(content.trim())
  if (!nir || !births.some(iso => nir.body.slice(1, 5) === iso.slice(2, 4) + iso.slice(5, 7))) return null
  return { secret: secretOf(nir), evidence: ['naissance-concordante'], label: false }
}
