import { changed, codesOf, otherFigure, withCodes, withField } from './edit-drawn.ts'
import { OTHER_SIGNER } from './pki.ts'
import type { Drawn } from './template.ts'
import { plain, signTwoDDoc } from './two-d-doc.ts'

/** What forgers do to a document that its 2D-Doc betrays. `null`: the document has nothing of the kind to change. */

const US = '\u001f'
/** The signature is Base32 of 64 bytes. */
const signedPart = (content: string): string => content.slice(0, content.lastIndexOf(US))

/** Amounts that pages print and codes repeat: field of the truth, identifier in the code. */
const AMOUNTS = { revenuFiscalReference: '41', netImposable: '58' } as const

/** Another amount is printed; the code is left as it was. */
export const printedAmount =
  (nom: keyof typeof AMOUNTS) =>
  (drawn: Drawn): Drawn | null => {
    const edit = editOf(drawn, nom)
    const pages = edit && withField(drawn.pages, nom, otherFigure)
    return pages && { ...drawn, pages, champs: { ...drawn.champs, [nom]: edit.to } }
  }

interface Edit {
  readonly to: number
  /** As the code writes them, identifier included. */
  readonly codeFrom: string
  readonly codeTo: string
}

function editOf(drawn: Drawn, nom: keyof typeof AMOUNTS): Edit | null {
  const value = drawn.champs[nom]
  if (typeof value !== 'number' || value === 0) return null
  const id = AMOUNTS[nom]
  const [code] = codesOf(drawn)
  const written = [String(value), value.toFixed(2).replace('.', ',')].find(v => code?.includes(id + v))
  if (written === undefined) return null
  const other = otherFigure(written)
  return { to: Number(other.replace(',', '.')), codeFrom: id + written, codeTo: id + other }
}

/** The amount, or the name, is another one on the page and in the code; the old signature is kept. */
export function changedCode(drawn: Drawn): Drawn | null {
  for (const nom of ['revenuFiscalReference', 'netImposable'] as const) {
    const edit = editOf(drawn, nom)
    const pages = edit && withField(drawn.pages, nom, otherFigure)
    const both = pages && withCodes(pages, content => content.replace(edit.codeFrom, edit.codeTo))
    if (both) return { ...drawn, pages: both, champs: { ...drawn.champs, [nom]: edit.to } }
  }
  return null
}

/** The code is made again with the same header, and signed with a key that is not the one of its certificate. */
export function signedAgain(drawn: Drawn): Drawn | null {
  const pages = withCodes(drawn.pages, content => signTwoDDoc(signedPart(content), OTHER_SIGNER.key))
  return pages && codesOf(drawn).every(c => !c.startsWith(`DC04XT01${OTHER_SIGNER.id}`)) ? { ...drawn, pages } : null
}

/** Types that one administration alone signs: notices, titles, attestations of the foreigners' service. */
const RESERVED: ReadonlySet<string> = new Set(['04', '18', '24', '27', '28', '07', '13', '15', '16', '17', '25'])

/** The code is signed, rightly, by someone of the list who may not sign such a document. */
export function signedByAnother(drawn: Drawn): Drawn | null {
  const pages = withCodes(drawn.pages, content => {
    const signed = signedPart(content)
    if (!RESERVED.has(signed.slice(20, 22))) return content
    return signTwoDDoc(signed.slice(0, 8) + OTHER_SIGNER.id + signed.slice(12), OTHER_SIGNER.key)
  })
  return pages && { ...drawn, pages }
}

/** A code repeats a text of the page. */
export const codeHolds = (drawn: Drawn, text: string): boolean =>
  codesOf(drawn).some(code => signedPart(code).slice(26).includes(plain(text)))

/** The date on which the document ends is printed some years later; band and code are left as they were. */
export function printedExpiry(drawn: Drawn): Drawn | null {
  const { mrz, dateExpiration } = drawn.champs
  if (typeof dateExpiration !== 'string') return null
  const [year, month, day] = dateExpiration.split('-') as [string, string, string]
  const inBand = typeof mrz === 'string' && mrz.includes(year.slice(2) + month + day)
  if (!inBand && !codeHolds(drawn, day + month + year)) return null
  const other = String(Number(year) + 4)
  const written = new RegExp(`\\b${day}([ ./-])${month}\\1(?:${year})\\b`, 'g')
  const pages = changed(drawn.pages, html => html.replace(written, (_, by: string) => [day, month, other].join(by)))
  const end = `${other}-${month}-${day}`
  return pages && { ...drawn, pages, champs: { ...drawn.champs, dateExpiration: end }, dateFinValidite: end }
}
