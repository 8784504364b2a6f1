import { verificationSentence } from '../checks/two-d-doc-sentences.ts'
import { frenchDate } from '../formats/dates.ts'
import { maskNir } from '../formats/nir-text.ts'
import { parseTwoDDoc } from '../formats/two-d-doc/parse.ts'
import type { TrustStore } from '../formats/two-d-doc/trust-store.ts'
import type { TwoDDocField, TwoDDocReading } from '../formats/two-d-doc/two-d-doc-reading.ts'
import { verifyTwoDDoc, type TwoDDocVerification } from '../formats/two-d-doc/verify.ts'
import { EXIT } from './exit-codes.ts'
import type { FoundContent } from './two-d-doc-contents.ts'

/** What is shown of a field: its text, the NIR that it may hold masked. */
interface ShownField {
  readonly id: string
  readonly libelle: string | null
  readonly valeur: string
  readonly tronque: boolean
}

/** One code as `numeriseur 2d-doc verify --json` writes it, a line each. */
export interface VerifiedCode {
  readonly page: number | null
  readonly resultat: 'valide' | 'invalide' | 'non-verifiable' | 'certificat-de-test'
  readonly motif: string
  readonly type: string | null
  readonly libelleType: string | null
  readonly version: number | null
  readonly autorite: string | null
  readonly certificat: string | null
  readonly emetteur: string | null
  readonly dateSignature: string | null
  readonly champs: readonly ShownField[]
  /** Not signed by anybody. */
  readonly annexe: readonly ShownField[]
}

const RESULTATS = {
  valid: 'valide',
  invalid: 'invalide',
  unverifiable: 'non-verifiable',
  'test-certificate': 'certificat-de-test',
} as const

/** @param day ISO day on which the document is received */
export function verifyContent({ page, content }: FoundContent, store: TrustStore, day: string): VerifiedCode {
  const parsed = parseTwoDDoc(content)
  switch (parsed.kind) {
    case 'read':
      return readCode(page, parsed.reading, verifyTwoDDoc(parsed.reading, store, { day }))
    case 'unsupported':
      return unreadCode(
        page,
        parsed.form === 'binaire'
          ? "Ce 2D-Doc est écrit en binaire, une forme qui n'est pas prise en charge. Vérifiez-le avec un lecteur officiel."
          : "Ce code est un 2D-Doc de nouvelle génération, qui n'est pas pris en charge. Vérifiez-le avec un lecteur officiel.",
      )
    case 'bad-header':
    case 'other':
      return unreadCode(
        page,
        "L'en-tête de ce 2D-Doc est abîmé. Numérisez de nouveau le code, ou donnez le PDF d'origine.",
      )
  }
}

function readCode(page: number | null, reading: TwoDDocReading, verification: TwoDDocVerification): VerifiedCode {
  const { header } = reading
  return {
    page,
    resultat: RESULTATS[verification.outcome],
    motif: verificationSentence(reading, verification),
    type: header.type,
    libelleType: reading.typeLabel,
    version: header.version,
    autorite: header.authority,
    certificat: header.certificate,
    emetteur: verification.certificate?.organisation ?? null,
    dateSignature: header.signatureDate,
    champs: areLost(reading) ? [] : reading.fields.map(shown),
    annexe: reading.annexe.map(shown),
  }
}

/** Without any separator fields run into one another: what would be shown stands in no document. */
const areLost = ({ signed, signature }: TwoDDocReading): boolean =>
  signature.kind === 'missing' && !/\p{Cc}/u.test(signed)

function unreadCode(page: number | null, motif: string): VerifiedCode {
  return {
    page,
    resultat: 'non-verifiable',
    motif,
    type: null,
    libelleType: null,
    version: null,
    autorite: null,
    certificat: null,
    emetteur: null,
    dateSignature: null,
    champs: [],
    annexe: [],
  }
}

/** The label goes with the value: it may be what tells that a number is a NIR. */
function shown({ id, label, text, value, truncated }: TwoDDocField): ShownField {
  const said = label === null ? '' : `${label} : `
  const asDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? frenchDate(value) : text
  const valeur = maskNir(printable(said + asDate)).slice(said.length)
  return { id, libelle: label, valeur, tronque: truncated }
}

/** Control characters would play on the terminal of whoever reads. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** 7 when a code is not valid or a test, else 8 when nothing can be said of one, else 0. */
export function exitCodeOfCodes(codes: readonly VerifiedCode[]): number {
  if (codes.some(c => c.resultat === 'invalide' || c.resultat === 'certificat-de-test')) return EXIT.codeInvalid
  if (codes.some(c => c.resultat === 'non-verifiable')) return EXIT.codeUnverifiable
  return EXIT.ok
}

const TITLES: Readonly<Record<VerifiedCode['resultat'], string>> = {
  valide: 'VALIDE',
  invalide: 'NON VALIDE',
  'non-verifiable': 'NON VÉRIFIÉ',
  'certificat-de-test': 'CERTIFICAT DE TEST',
}

/** The codes in French, for a person. */
export function renderCodes(codes: readonly VerifiedCode[]): string {
  return codes.map(renderCode).join('\n')
}

function renderCode(code: VerifiedCode): string {
  const where = code.page === null ? '' : `, page ${code.page}`
  const lines = [`2D-Doc${where} : ${TITLES[code.resultat]}`, code.motif]
  if (code.type !== null) {
    lines.push(
      `Document : ${code.libelleType ?? 'type inconnu'} (type ${code.type}, version ${code.version})`,
      `Émetteur : ${code.emetteur ?? 'inconnu'} (certificat ${code.autorite}/${code.certificat})`,
      `Signé le : ${code.dateSignature === null ? 'sans date' : frenchDate(code.dateSignature)}`,
    )
  }
  if (code.champs.length > 0) {
    lines.push(...(code.resultat === 'valide' ? TO_COMPARE : ['Champs lus (rien ne les garantit) :']))
    lines.push(...code.champs.map(fieldLine))
  }
  if (code.annexe.length > 0) lines.push('Annexe (non signée, sans valeur de preuve) :', ...code.annexe.map(fieldLine))
  return `${lines.join('\n')}\n`
}

/** A valid code may be that of another document, or stand on an edited page. */
const TO_COMPARE = [
  'À faire : comparez ces champs avec ce qui est imprimé. La signature ne garantit rien du reste de la page.',
  'Champs signés :',
] as const

const fieldLine = ({ id, libelle, valeur, tronque }: ShownField): string =>
  `  ${id}  ${libelle ?? 'champ inconnu'} : ${valeur === '' ? '(vide)' : valeur}${tronque ? ' (tronqué)' : ''}`
