import { changedCode, codeHolds, printedAmount, printedExpiry, signedAgain, signedByAnother } from './code-forgeries.ts'
import { changed, withField } from './edit-drawn.ts'
import { icaoDigit } from './numbers.ts'
import type { Drawn } from './template.ts'

/**
 * What forgers do to a document that its MRZ or its 2D-Doc betrays. Each changes a drawn document, its pages and its
 * truth together; `null` when the document has nothing of the kind to change.
 */
export type ForgeryId =
  | 'cle-mrz'
  | 'naissance-imprimee'
  | 'numero-sans-cle'
  | 'nom-imprime'
  | 'expiration-imprimee'
  | 'rfr-imprime'
  | 'net-imposable-imprime'
  | 'code-modifie'
  | 'code-resigne'
  | 'emetteur-non-habilite'

export const FORGERIES: Readonly<Record<ForgeryId, (drawn: Drawn) => Drawn | null>> = {
  'cle-mrz': wrongDigit,
  'naissance-imprimee': printedBirth,
  'numero-sans-cle': numberWithoutDigit,
  'nom-imprime': printedName,
  'expiration-imprimee': printedExpiry,
  'rfr-imprime': printedAmount('revenuFiscalReference'),
  'net-imposable-imprime': printedAmount('netImposable'),
  'code-modifie': changedCode,
  'code-resigne': signedAgain,
  'emetteur-non-habilite': signedByAnother,
}

/** The digit of the date of birth in the band is another one. */
function wrongDigit(drawn: Drawn): Drawn | null {
  const { mrz, dateNaissance } = drawn.champs
  if (typeof mrz !== 'string' || typeof dateNaissance !== 'string') return null
  const birth = dateNaissance.slice(2).replaceAll('-', '')
  const right = birth + icaoDigit(birth)
  if (!mrz.includes(right)) return null
  return withBand(drawn, mrz.replace(right, birth + String((Number(icaoDigit(birth)) + 4) % 10)))
}

/** The year of birth printed on the document is nine years earlier; band and code are left as they were. */
function printedBirth(drawn: Drawn): Drawn | null {
  const { mrz, dateNaissance } = drawn.champs
  if (typeof dateNaissance !== 'string') return null
  const [year, month, day] = dateNaissance.split('-') as [string, string, string]
  if (mrz === undefined && !codeHolds(drawn, day + month + year)) return null
  const other = String(Number(year) - 9)
  const written = new RegExp(`\\b${day}([ ./-])${month}\\1(?:${year})\\b`, 'g')
  const pages = changed(drawn.pages, html => html.replace(written, (_, by: string) => [day, month, other].join(by)))
  return pages && { ...drawn, pages, champs: { ...drawn.champs, dateNaissance: `${other}-${month}-${day}` } }
}

/** One figure of the number is another one, on the face and in the band; no digit was computed again. */
function numberWithoutDigit(drawn: Drawn): Drawn | null {
  const { mrz, numeroDocument } = drawn.champs
  if (typeof mrz !== 'string' || typeof numeroDocument !== 'string' || !mrz.includes(numeroDocument)) return null
  // Three more: no reader takes the one for the other, and no weight of the check digit hides it.
  const forged = numeroDocument.replace(/\d(?=\D*$)/, d => String((Number(d) + 3) % 10))
  if (forged === numeroDocument) return null
  const printed = changed(drawn.pages, html => html.replaceAll(numeroDocument, forged))
  const band = mrz.replace(numeroDocument, forged)
  return printed && { ...drawn, pages: printed, champs: { ...drawn.champs, numeroDocument: forged, mrz: band } }
}

/** Another surname is printed on the document; band and code are left as they were. */
function printedName(drawn: Drawn): Drawn | null {
  const { mrz, nom, declarant1 } = drawn.champs
  if (typeof nom !== 'string' || (mrz === undefined && !codeHolds(drawn, nom))) return null
  const other = nom === 'FONTAINE' ? 'GARNIER' : 'FONTAINE'
  const pages = withField(drawn.pages, 'nom', () => other)
  const champs = { ...drawn.champs, nom: other }
  const first = typeof declarant1 === 'string' ? { declarant1: declarant1.replace(nom, other) } : {}
  return pages && { ...drawn, pages, champs: { ...champs, ...first } }
}

/** The document with another band. */
function withBand(drawn: Drawn, mrz: string): Drawn | null {
  const before = String(drawn.champs['mrz']).replaceAll('<', '&lt;')
  const pages = changed(drawn.pages, html => html.replace(before, mrz.replaceAll('<', '&lt;')))
  return pages && { ...drawn, pages, champs: { ...drawn.champs, mrz } }
}
