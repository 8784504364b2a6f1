import { cuePlaces } from '../documents/cue-places.ts'
import type { PageReading } from '../domain/reading.ts'
import type { TypePiece } from '../domain/type-piece.ts'

/** Sides of a card that a page shows. */
export interface Sides {
  readonly recto: boolean
  readonly verso: boolean
}

interface CardWords {
  readonly recto: readonly string[]
  readonly verso: readonly string[]
}

/** Words printed on one side only (pieces-justificatives, section 3). The laminated card bears its MRZ on the front. */
const CARDS: Partial<Record<TypePiece, CardWords>> = {
  'carte-nationale-identite': {
    recto: ["carte nationale d'identité", 'identity card', 'Personalausweis', "carta d'identita", 'documento nacional'],
    verso: ["cette carte est valable jusqu'au", "valable jusqu'au", 'délivrée le', 'date de délivrance', 'adresse'],
  },
  'titre-de-sejour': {
    recto: ['titre de séjour', 'residence permit', 'carte de résident', 'carte de séjour'],
    verso: ['date de délivrance', 'lieu de naissance', "autorise l'exercice", 'autorité'],
  },
  'carte-etudiant': { recto: ["carte d'étudiant", 'carte étudiante'], verso: [] },
  'carte-invalidite': {
    recto: ['carte mobilité inclusion', "carte d'invalidité"],
    verso: ['délivrée le', 'date de délivrance'],
  },
  passeport: { recto: ['passeport', 'passport'], verso: ['domicile', 'taille', 'couleur des yeux'] },
}

export const isCard = (type: TypePiece): boolean => CARDS[type] !== undefined

/** Which sides of a card of this type stand on the page; both on a page where front and back were copied together. */
export function sidesOn(type: TypePiece, page: PageReading): Sides {
  const words = CARDS[type]
  if (!words) return { recto: false, verso: false }
  const has = (list: readonly string[]): boolean => list.some(w => cuePlaces(page, w).length > 0)
  const onBack = page.mrzBands.some(b => b.lines.length === 3)
  return { recto: has(words.recto), verso: onBack || has(words.verso) }
}
