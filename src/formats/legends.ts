import { findFuzzy, foldWords } from './text.ts'

/** What a legend laid over a document says of it (filigrane, section 3). */
export type LegendMeaning = 'protection' | 'copie' | 'numerisation' | 'modele' | 'projet' | 'annule' | 'logiciel'

export interface Legend {
  readonly meaning: LegendMeaning
  /** The words of the table, never those of the page: a legend may bear a name. */
  readonly cue: string
  /** OCR noise in it. */
  readonly edits: number
}

/** Words of legends, folded, the most telling first (filigrane, section 3). */
const LEGENDS: Readonly<Record<LegendMeaning, readonly string[]>> = {
  protection: [
    'DOCUMENT FILIGRANE',
    'FILIGRANE BETA GOUV FR',
    'FILIGRANE FACILE',
    'FILIGRANE VIA',
    'DOSSIERFACILE',
    'LOCATION IMMOBILIERE',
    'DEMANDE DE LOGEMENT',
    'LOGEMENT SOCIAL',
    'USAGE EXCLUSIF',
    'EXCLUSIVEMENT DESTINES',
    'EXCLUSIVEMENT DESTINE',
    'UNIQUEMENT POUR',
    'RESERVE A',
    'DESTINE A',
    'A L ATTENTION DE',
  ],
  numerisation: ['CAMSCANNER', 'NUMERISE AVEC', 'TAPSCANNER', 'ADOBE SCAN', 'MICROSOFT LENS'],
  annule: ['ANNULE', 'ANNULEE', 'PERIME', 'PERIMEE', 'INVALIDE', 'NON VALIDE', 'CANCELLED', 'CADUC', 'REMPLACE PAR'],
  modele: [
    'SPECIMEN',
    'EXEMPLE',
    'MODELE',
    'SAMPLE',
    'DEMONSTRATION',
    'DEMO',
    'FACTICE',
    'FICTIF',
    'SANS VALEUR',
    'NON CONTRACTUEL',
    'NON VALABLE',
    'IMITATION',
  ],
  projet: ['BROUILLON', 'DRAFT', 'PROJET', 'PROVISOIRE', 'SIMULATION', 'ESTIMATION'],
  logiciel: [
    'TRIAL VERSION',
    'DEMO VERSION',
    'UNREGISTERED',
    'EVALUATION ONLY',
    'EVALUATION VERSION',
    'ASPOSE',
    'NITRO PDF',
    'PDFELEMENT',
    'SEJDA',
    'ILOVEPDF',
  ],
  copie: ['PHOTOCOPIE', 'COPIE', 'COPY', 'DUPLICATA'],
}

/** Wordings in which a telling word says nothing bad (filigrane, section 3). */
const INNOCENT: readonly string[] = [
  'SPECIMEN DE SIGNATURE',
  'NOUVEAU MODELE',
  'MODELE N',
  'CERFA',
  'PAR EXEMPLE',
  'ANNULE ET REMPLACE',
  'CHEF DE PROJET',
  'ATTESTATION PROVISOIRE',
  'RECEPISSE PROVISOIRE',
]

/** A text that is not in the table is a legend only when it comes back this often: round stamps write obliquely too. */
const COMES_BACK = 3

/**
 * Whether an oblique writing is a legend: it says something of the table, or comes back.
 * @param textes its readings
 * @param repeats how often it was seen on the page
 */
export const isLegend = (textes: readonly string[], repeats: number): boolean =>
  repeats >= COMES_BACK || textes.some(texte => legendsIn(texte).length > 0)

/**
 * What a text laid over a page says.
 * @returns every legend of the table that stands in it, `null`-free; a protection that holds the word COPIE gives both
 */
export function legendsIn(texte: string): Legend[] {
  const folded = foldWords(texte)
  if (INNOCENT.some(words => findFuzzy(folded, words)))
    return legendsOf(folded, ['protection', 'numerisation', 'copie'])
  return legendsOf(folded, Object.keys(LEGENDS) as LegendMeaning[])
}

function legendsOf(folded: string, meanings: readonly LegendMeaning[]): Legend[] {
  return meanings.flatMap((meaning): Legend[] => {
    for (const cue of LEGENDS[meaning]) {
      const found = findFuzzy(folded, cue)
      if (found) return [{ meaning, cue, edits: found.edits }]
    }
    return []
  })
}
