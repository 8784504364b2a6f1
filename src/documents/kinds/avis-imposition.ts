import { fold } from '../../formats/text.ts'
import { completedWith } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import type { PieceText } from '../piece-text.ts'
import { finAvisImposition } from '../validity/annees.ts'
import { nonDeterminee } from '../validity/validity.ts'
import { twoDDocFields } from '../two-d-doc-fields.ts'
import { readAvis } from './avis-imposition-champs.ts'

/**
 * Income tax notice: avis d'impôt, avis de situation déclarative (ASDIR), avis de non-imposition (before 2016), avis
 * rectificatif or de dégrèvement. Not the taxe foncière, the taxe d'habitation, the declaration, the payment schedule.
 */
const cues: readonly Cue[] = [
  { words: "Avis de situation déclarative à l'impôt sur le revenu", weight: 10, where: 'head' },
  { words: 'Avis de situation déclarative', weight: 8, where: 'head' },
  { words: 'Impôt et prélèvements sociaux sur les revenus de', weight: 9, where: 'head' },
  { words: 'Impôt sur les revenus de', weight: 8, where: 'head' },
  { words: 'Impôt sur le revenu', weight: 2, where: 'head' },
  { words: 'Avis de non-imposition', weight: 9, where: 'head' },
  { words: "Avis d'impôt", weight: 6, where: 'head' },
  { words: "Avis d'imposition", weight: 6, where: 'head' },
  { words: "Avis d'impôt établi en", weight: 3, where: 'head' },
  { words: 'Avis de dégrèvement', weight: 5, where: 'head' },
  { words: 'Direction générale des finances publiques', weight: 3, where: 'head' },
  { words: 'AVIS IR RG', weight: 6 },
  { words: 'AVIS IR RS', weight: 6 },
  { words: 'Revenu fiscal de référence', weight: 4 },
  { words: 'Nombre de parts', weight: 3 },
  { words: "Référence de l'avis", weight: 3 },
  { words: 'Numéro fiscal déclarant 1', weight: 3 },
  { words: 'Date de mise en recouvrement', weight: 2 },
  { words: 'Revenu brut global', weight: 3 },
  { words: 'Déduction 10 %', weight: 2 },
  { words: 'Impôt sur les revenus soumis au barème', weight: 3 },
  { words: 'Détail des revenus', weight: 2 },
  { words: 'Vos références', weight: 1 },
  { words: 'Taxes foncières', weight: -12, where: 'head' },
  { words: 'Taxe foncière', weight: -12, where: 'head' },
  { words: "Taxe d'habitation", weight: -10, where: 'head' },
  { words: 'Numéro de propriétaire', weight: -10 },
  { words: 'Cotisation foncière des entreprises', weight: -10, where: 'head' },
  { words: 'Bordereau de situation', weight: -10, where: 'head' },
  { words: 'Déclaration des revenus', weight: -6, where: 'head' },
  { words: 'Déclaration de revenus', weight: -4, where: 'head' },
  { words: 'Déclaration préremplie', weight: -8, where: 'head' },
  { words: 'Accusé de réception de votre déclaration', weight: -10, where: 'head' },
  { words: 'Vos futurs prélèvements', weight: -3 },
]

/** 04 and 28: avis d'impôt; 18, 24 and 27: situation déclarative. */
const TYPES_2D_DOC = ['04', '28', '18', '24', '27']

export const avisImposition: DocumentKind = {
  type: 'avis-imposition',
  cues,
  readFields: text => completedWith(readAvis(text), twoDDocFields(text, TYPES_2D_DOC)),
  validity({ champs, text, profil }) {
    const annee = twoDDocFields(text, TYPES_2D_DOC)['anneeRevenus'] ?? champs['anneeRevenus']
    return typeof annee?.valeur === 'number'
      ? finAvisImposition({ valeur: String(annee.valeur), confiance: annee.confiance }, profil)
      : nonDeterminee("L'année des revenus ne se lit pas. Déposez la première page de l'avis, plus nette.")
  },
  checks: [
    '2d-doc-signature',
    '2d-doc-coherence',
    'avis-coherence',
    'avis-administration',
    'filigrane',
    'fichier-retouche',
    'demande-coherence',
    'doublon',
  ],
  remarks({ champs, text }) {
    const remarks: string[] = []
    const pages = pagesSaid(text)
    if (pages.first !== null && pages.first > 1)
      remarks.push(
        "La première page de l'avis manque. Ajoutez-la : elle porte la référence et le revenu fiscal de référence.",
      )
    else if (text.pages.length < (pages.total ?? (champs['revenuBrutGlobal'] ? 1 : 2)))
      remarks.push(
        "L'avis d'imposition est incomplet : toutes ses pages n'ont pas été déposées. Ajoutez les pages qui manquent.",
      )
    return remarks
  },
}

/** What the page numbers say: that of the first page deposited, and how many pages the notice has. */
function pagesSaid(text: PieceText): { first: number | null; total: number | null } {
  const [page] = text.pages
  for (const line of text.lines) {
    if (line.page !== page?.page) continue
    const match = /(?:^|\s|PAGE )([1-9])\s?\/\s?([2-9])$/.exec(fold(line.text))
    if (match && Number(match[1]) <= Number(match[2])) return { first: Number(match[1]), total: Number(match[2]) }
  }
  return { first: null, total: null }
}
