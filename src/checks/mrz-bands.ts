import type { CheckContext } from '../domain/check.ts'
import { PieceText } from '../documents/piece-text.ts'
import { mrzOf } from '../documents/mrz-fields.ts'
import { LAYOUTS, type MrzFormat } from '../formats/mrz/layout.ts'
import type { MrzRead, MrzUnreadReason } from '../formats/mrz/mrz-reading.ts'
import { readMrz } from '../formats/mrz/read-mrz.ts'

export interface BandRead {
  readonly page: number
  readonly reading: MrzRead
}

export interface BandsOnPiece {
  /** Understood bands, one of each document: a copy of the same band counts once. */
  readonly read: readonly BandRead[]
  /** Why the others were not. */
  readonly unread: readonly MrzUnreadReason[]
}

/** A band found among ordinary words was read with the language model of a page: its glyphs are never sure. */
const AMONG_WORDS = 0.7

/** The machine readable zones of a piece, best read first. A driving licence is no identity document here. */
export function bandsOf({ pages, jourDepot }: CheckContext): BandsOnPiece {
  const read: BandRead[] = []
  const unread: MrzUnreadReason[] = []
  for (const page of pages) {
    for (const band of page.mrzBands) {
      const reading = readMrz(band, jourDepot)
      if (reading.status === 'unread') unread.push(reading.reason)
      else if (reading.format !== 'FR-PERMIS') read.push({ page: page.page, reading })
    }
  }
  if (read.length === 0 && unread.length === 0) {
    const formats = (Object.keys(LAYOUTS) as MrzFormat[]).filter(f => f !== 'FR-PERMIS')
    const found = mrzOf(new PieceText(pages), jourDepot, formats)
    if (found)
      read.push({ page: found.page, reading: found.reading.source === 'ocr' ? unsure(found.reading) : found.reading })
  }
  const best = read.sort((a, b) => rightChecks(b) - rightChecks(a) || b.reading.confidence - a.reading.confidence)
  return { read: best.filter((band, i) => best.findIndex(other => sameDocument(other, band)) === i), unread }
}

function unsure(reading: MrzRead): MrzRead {
  const confidences = Object.fromEntries(
    Object.entries(reading.confidences).map(([name, sure]) => [name, Math.min(sure, AMONG_WORDS)]),
  )
  return { ...reading, confidences, confidence: Math.min(reading.confidence, AMONG_WORDS) }
}

const rightChecks = ({ reading }: BandRead): number => reading.checks.filter(c => c.status === 'ok').length

const sameDocument = (a: BandRead, b: BandRead): boolean =>
  a.reading.format === b.reading.format &&
  a.reading.fields.documentNumber === b.reading.fields.documentNumber &&
  a.reading.fields.birthDateRaw === b.reading.fields.birthDateRaw

const UNREAD: Readonly<Record<MrzUnreadReason, string>> = {
  'lignes-incompletes': 'la bande MRZ est coupée : il en manque une partie',
  'format-inconnu': "la bande MRZ n'a pas pu être déchiffrée",
  'trop-de-corrections': 'trop de caractères de la bande MRZ sont douteux',
  'plusieurs-lectures': 'la bande MRZ peut se lire de plusieurs façons',
}

/** Why no band was understood, as the start of a sentence. */
export const unreadMotif = (reasons: readonly MrzUnreadReason[]): string =>
  `Contrôle impossible : ${UNREAD[reasons[0] ?? 'format-inconnu']}. Demandez une copie plus nette et entière, bien à plat.`
