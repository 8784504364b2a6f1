import type { Barcode, PageReading } from '../domain/reading.ts'
import { lineText } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'

/** What a machine readable code says a page is. */
export interface CodeEvidence {
  readonly type: TypePiece
  /** `natureDocument` when the type gathers several documents. */
  readonly nature: string | null
  /** On the scale of cues. */
  readonly weight: number
  /** French, for the evidence: holds no personal data. */
  readonly label: string
}

/** A code made for one kind of document outweighs any words. */
const DECISIVE = 12
/** A code found on several kinds of documents. */
const STRONG = 6

const HORS = 'hors-perimetre'
const AUTRE = 'autre-piece-reglementaire'

/**
 * 2D-Doc document types (perimeter 01, edition 3.3.9 of the ANTS specification) met on pieces of a demande. Types
 * that are not here are `hors-perimetre` without a known nature.
 */
const TYPES_2D_DOC: Readonly<Record<string, readonly [TypePiece, string | null]>> = {
  '00': [HORS, 'justificatif-domicile'],
  // Energy, water, telephone or internet: the words of the page say which.
  '01': [HORS, null],
  '02': [HORS, 'taxe-habitation'],
  '03': [HORS, 'rib'],
  '04': ['avis-imposition', null],
  '05': [HORS, 'rib'],
  '06': ['bulletin-de-paie', null],
  '07': ['carte-nationale-identite', null],
  '08': ['carte-nationale-identite', null],
  '09': [HORS, null],
  '10': ['contrat-de-travail', null],
  '11': [HORS, 'releve-bancaire'],
  '12': [AUTRE, 'procedure-expulsion'],
  '13': ['recepisse-titre-de-sejour', null],
  '15': [AUTRE, 'autorisation-de-travail'],
  '16': [HORS, 'attestation-demande-asile'],
  '17': ['autre-justificatif-ressources', null],
  '18': ['avis-imposition', null],
  '21': [HORS, 'bordereau-situation-fiscale'],
  '23': ['autre-justificatif-ressources', null],
  '24': ['avis-imposition', null],
  '25': [AUTRE, 'autorisation-de-travail'],
  '27': ['avis-imposition', null],
  '28': ['avis-imposition', null],
  '29': [AUTRE, 'justificatif-situation-professionnelle'],
  A1: [HORS, 'avis-contravention'],
  A2: ['carte-invalidite', null],
  A4: [AUTRE, 'acte-de-deces'],
  A8: [HORS, 'carte-grise'],
  AA: [HORS, 'permis-de-conduire'],
  AB: [HORS, 'permis-de-conduire'],
  AD: [HORS, 'permis-de-conduire'],
  AE: [AUTRE, 'acte-de-deces'],
  B0: [AUTRE, 'diplome'],
  B1: [HORS, 'attestation-cvec'],
  B2: [HORS, 'certificat-vaccination'],
  L1: [HORS, 'certificat-vaccination'],
}

/** 2D-Doc header in C40, alone, in a wallet link, or as the first of several symbols (`EXYZAB`). */
const HEADER_2D_DOC = /(?:^|[?&]v=|^E[0-9A-F]{5})DC0[1-4][A-Z0-9]{8}[0-9A-F]{8}([0-9A-Z]{2})/

/** The document type in the header of a 2D-Doc (2 characters), or `null` when the code is none. Reads the header only. */
const type2DDoc = (barcode: Barcode): string | null => HEADER_2D_DOC.exec(barcode.content)?.[1] ?? null

/** What the barcodes and the MRZ of a page say, strongest first. */
export function codesOnPage(page: PageReading): CodeEvidence[] {
  const found = [...page.barcodes.flatMap(b => fromBarcode(b) ?? []), ...mrzLines(page).flatMap(l => fromMrz(l) ?? [])]
  const best = new Map<string, CodeEvidence>()
  for (const code of found) {
    const key = `${code.type} ${code.nature}`
    if ((best.get(key)?.weight ?? 0) < code.weight) best.set(key, code)
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight)
}

function fromBarcode(barcode: Barcode): CodeEvidence | null {
  const code = type2DDoc(barcode)
  if (code === null) return null
  const [type, nature] = TYPES_2D_DOC[code] ?? [HORS, null]
  // A bailiff's act may be about anything but is nearly always an eviction here.
  const weight = code === '12' || type === HORS ? STRONG : DECISIVE
  return { type, nature, weight, label: `2D-Doc de type ${code}` }
}

/**
 * First lines of the MRZ bands, and printed lines that look like one: a band that could not be cut out is still
 * among the words.
 */
function mrzLines(page: PageReading): string[] {
  const bands = page.mrzBands.map(b => b.lines[0] ?? '')
  const printed = page.lines
    .map(l => lineText(l).replace(/\s/g, '').replace(/[«‹≤]/g, '<'))
    .filter(t => t.length >= 26 && t.length <= 46 && (t.match(/</g)?.length ?? 0) >= 3)
  return [...bands, ...printed].map(normalise)
}

const normalise = (line: string): string => line.replace(/\s/g, '').replace(/[«‹≤]/g, '<').toUpperCase()

/** First letters of a machine readable zone: ICAO 9303 parts 4 to 7, French laminated card, French driving licence. */
function fromMrz(line: string): CodeEvidence | null {
  const of = (type: TypePiece, label: string, weight = DECISIVE, nature: string | null = null): CodeEvidence => ({
    type,
    nature,
    weight,
    label: `bande MRZ ${label}`,
  })
  // "1" and "l" for "I", "0" for "D" or "O": the first signs of a band are read without language.
  if (/^[I1L][D0O]FRA/.test(line)) return of('carte-nationale-identite', 'IDFRA')
  if (/^P[A-Z<]?[A-Z0-9<]{3}[A-Z]+<[A-Z<]+/.test(line) && line.length >= 38) return of('passeport', 'P<')
  if (/^[A-D][A-Z0-9]FRA\d/.test(line) && line.length <= 32)
    return of(HORS, 'de permis', DECISIVE, 'permis-de-conduire')
  if (/^V[A-Z<][A-Z0-9<]{3}[A-Z]+<[A-Z<]+/.test(line)) return of('titre-de-sejour', 'de visa', STRONG)
  if (/^[I1L]RFRA|^(?:AR|T[A-Z])FRA/.test(line)) return of('titre-de-sejour', 'de titre de séjour')
  if (/^[I1L][A-Z0-9<]FRA/.test(line)) return of('titre-de-sejour', 'de titre de séjour', STRONG)
  if (/^(?:[I1L][RPS]|AR)[A-Z<]{3}/.test(line) && line.length <= 38)
    return of('titre-de-sejour', 'de titre de séjour', STRONG)
  if (/^[I1LC][A-Z0-9<][A-Z0<]{3}[A-Z0-9<]/.test(line) && line.length >= 28 && line.length <= 38)
    return of('carte-nationale-identite', "de carte d'identité", STRONG + 2)
  return null
}
