import type { CataloguedCheck, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import type { TypePiece } from '../domain/type-piece.ts'
import { legendsIn, type Legend, type LegendMeaning } from '../formats/legends.ts'

/** Readings of a legend under the first count for nothing, under the second for a doubt (filigrane, section 4). */
const HEARD = 0.5
const SURE = 0.8

/** Types with anti-fraud checks (result contract). */
const CHECKED: ReadonlySet<TypePiece> = new Set<TypePiece>([
  'carte-nationale-identite',
  'passeport',
  'titre-de-sejour',
  'recepisse-titre-de-sejour',
  'bulletin-de-paie',
  'avis-imposition',
])

interface Seen extends Legend {
  readonly confidence: number
  readonly preuve: Preuve
}

/**
 * `filigrane`: what the legends laid over the pages say (filigrane, sections 3 and 4). Protections, copies and marks of
 * scanning applications are neutral; a specimen, a draft or a cancelled document is not a document. Quotes the words of
 * the table of legends only, never the page: a legend may bear a name.
 */
export function filigraneCheck(): CataloguedCheck {
  return {
    code: 'filigrane',
    compares: 'legends laid over the page after it was made',
    accuses: 'a legend that says specimen, demo or another use, read with confidence',
    appliesTo: ({ type }) => CHECKED.has(type),
    run(context) {
      if (context.pages.every(p => p.quality.state === 'unreadable')) return UNREADABLE
      const seen = seenOn(context)
      const bad = seen.filter(s => severityOf(s.meaning) === 'anomalie')
      const [sure] = bad.filter(s => s.confidence >= SURE)
      if (sure) return anomaly(sure, bad)
      const [doubt] = bad.length > 0 ? bad : seen.filter(s => severityOf(s.meaning) === 'doute')
      if (doubt) return doubtful(doubt)
      const [first, ...others] = seen
      if (first) return neutral([first, ...others])
      // A page that nobody could look at may be the one that a legend bars.
      return context.pages.some(p => p.quality.state === 'unreadable') ? UNREADABLE : unmarked(context)
    },
  }
}

const UNREADABLE: CheckResult = {
  statut: 'non-realise',
  motif: "La page n'est pas lisible : regardez si une mention la barre.",
}

/** Says what was looked for and where, not that nothing is there: a pale legend can escape the eye of a program. */
const unmarked = ({ pages }: CheckContext): CheckResult => ({
  statut: 'conforme',
  motif:
    pages.length === 1
      ? "Aucune mention qui barre le document n'a été vue sur la page examinée."
      : `Aucune mention qui barre le document n'a été vue sur les ${pages.length} pages examinées.`,
  preuves: [{ libelle: 'Pages examinées', valeur: String(pages.length), page: null, zone: null, source: 'calcul' }],
})

/** A legend on all the pages counts once, as it was read best. */
function seenOn({ pages }: CheckContext): Seen[] {
  const seen = new Map<string, Seen>()
  for (const { page, overlays = [] } of pages) {
    for (const { texte, zones, confidence, source } of overlays) {
      if (confidence < HEARD) continue
      for (const legend of legendsIn(texte)) {
        const known = seen.get(legend.cue)
        if (known && known.confidence >= confidence) continue
        const preuve = { libelle: 'Mention en filigrane', valeur: legend.cue, page, zone: zones[0] ?? null, source }
        seen.set(legend.cue, { ...legend, confidence, preuve })
      }
    }
  }
  return [...seen.values()]
}

function severityOf(meaning: LegendMeaning): 'anomalie' | 'doute' | 'neutre' {
  switch (meaning) {
    case 'modele':
    case 'projet':
    case 'annule':
      return 'anomalie'
    case 'logiciel':
      // Somebody used a trial tool: a reason to look, alone no sign of forgery (section 3, weak).
      return 'doute'
    case 'protection':
    case 'copie':
    case 'numerisation':
      return 'neutre'
  }
}

function anomaly({ meaning, cue, preuve }: Seen, all: readonly Seen[]): CheckResult {
  const preuves: NonEmpty<Preuve> = [preuve, ...all.map(s => s.preuve).filter(p => p !== preuve)]
  return { statut: 'anomalie', motif: `La mention ${cue} barre le document. ${CAUSES[meaning]}`, preuves }
}

const CAUSES: Readonly<Record<LegendMeaning, string>> = {
  modele:
    "C'est la marque d'un modèle, mais elle peut avoir été imprimée par erreur par un logiciel : demandez le document définitif.",
  projet: "Ce n'est peut-être qu'une version provisoire, transmise par erreur : demandez le document définitif.",
  annule:
    "Ce document semble annulé par l'organisme qui l'a délivré, et a pu être joint par erreur : demandez celui qui le remplace.",
  logiciel:
    "C'est la marque d'un logiciel d'essai, qui a pu servir à assembler ou à convertir le fichier : demandez le fichier d'origine.",
  protection: '',
  copie: '',
  numerisation: '',
}

const doubtful = ({ meaning, cue, preuve }: Seen): CheckResult => ({
  statut: 'non-realise',
  motif:
    meaning === 'logiciel'
      ? `La mention ${cue} est écrite sur le document. ${CAUSES.logiciel}`
      : `Une mention qui ressemble à ${cue} est écrite sur le document, mais sa lecture est incertaine : vérifiez-la sur la page.`,
  preuves: [preuve],
})

const neutral = (seen: NonEmpty<Seen>): CheckResult => ({
  statut: 'conforme',
  motif:
    "La mention écrite sur le document protège une copie ou dit que c'en est une : elle ne change rien à sa valeur.",
  preuves: [seen[0].preuve, ...seen.slice(1).map(s => s.preuve)],
})
