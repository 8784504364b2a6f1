import { champTexte, type Champ, type Champs } from '../../domain/champs.ts'
import { findDates } from '../../formats/dates.ts'
import { academicYear, parsePeriod, type Period } from '../../formats/periods.ts'
import { head, mention } from '../cues.ts'
import { datesInProse } from '../document-date.ts'
import { readEditionDate } from '../edition-date.ts'
import { champs, computed, field } from '../fields.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { NATURES_RESSOURCES, type NatureRessources } from '../natures/ressources.ts'
import { amounts, dates, periods, personNames, wholeAmounts } from '../parsers.ts'
import { personFields, type ChampsPersonne } from '../people.ts'
import { toSpan, wordsAt, type PieceText, type Span } from '../piece-text.ts'
import { readAnywhere, readField, readNear, spanIn, type Parser } from '../read-value.ts'
import { readRecipient } from '../recipient.ts'
import { recentMonth } from '../recent-month.ts'
import { finAnneeUniversitaire, finBilan } from '../validity/annees.ts'
import { finDesMois, moisDepuis } from '../validity/durees.ts'
import { lue, nonDeterminee, sansLimite } from '../validity/validity.ts'
import { readHolder } from './holder.ts'
import { readNature } from './nature.ts'

/** Words of bodies that pay and are not those of another type. */
const cues: readonly Cue[] = [
  mention('Montant net social', 1),
  mention('Ressources', 1),
  { words: "Relevé d'identité bancaire", weight: -9, where: 'head' },
  { words: 'Relevé de compte', weight: -9, where: 'head' },
  { words: 'Bulletin de paie', weight: -9, where: 'head' },
  { words: "Carte d'étudiant", weight: -7, where: 'head' },
  { words: 'Certificat de scolarité', weight: -7, where: 'head' },
  { words: 'Attestation de droits', weight: -6, where: 'head' },
  { words: "Avis d'arrêt de travail", weight: -7, where: 'head' },
  { words: 'Attestation de salaire', weight: -6, where: 'head' },
  head('Au nom du peuple français', -6),
]

/** Where the amount of each kind of paper stands. */
const MONTANTS: Readonly<Record<NatureRessources, readonly string[]>> = {
  'notification-bourse': [
    'Montant mensuel',
    'Montant annuel',
    'Montant total annuel',
    'Montant de la bourse',
    'Montant total',
    'Montant de votre bourse',
    'Montant',
  ],
  'indemnites-journalieres': [
    'Montant net versé',
    'Total net versé',
    'Montant total net',
    'Total net',
    'Net versé',
    'Montant net',
    'Total versé',
    'Montant total',
    'Total',
  ],
  bilan: [
    "Résultat net de l'exercice",
    'Résultat net comptable',
    "Résultat de l'exercice",
    'Bénéfice ou perte',
    'Résultat net',
    'Bénéfice',
    'Résultat',
  ],
  'attestation-comptable': [
    'Résultat net',
    'Bénéfice net',
    "Résultat de l'exercice",
    'Résultat',
    'Bénéfice',
    'Revenu net',
    'Rémunération nette',
    'Rémunération',
    'Revenu',
    "s'élève à",
    "Chiffre d'affaires",
  ],
  'chiffre-affaires': ['Total', "Chiffre d'affaires déclaré", "Chiffre d'affaires", 'Recettes'],
  'pension-alimentaire': [
    'Montant total',
    'Montant mensuel',
    'Total versé',
    'Montant versé',
    'Montant',
    'Pension alimentaire',
    'Total',
  ],
  'allocation-demandeur-asile': ['Total versé', 'Montant total', 'Montant versé', 'Montant', 'Total'],
  rente: ['Montant net', 'Montant mensuel', 'Montant trimestriel', 'Montant annuel', 'Montant', 'Total'],
}

const academic: Parser<string> = text => {
  const year = academicYear(text)
  return year === null ? [] : [{ value: `${year.debut}-${year.fin}`, start: 0, end: text.length }]
}

function readFields(text: PieceText, jourDepot: string): Champs {
  const nature = readNature(text, NATURES_RESSOURCES)
  const code = nature?.nature.code ?? null
  const dateDocument = readEditionDate(text, ['Date de notification'])
  const edition =
    typeof dateDocument?.valeur === 'string' && dateDocument.valeur < jourDepot ? dateDocument.valeur : jourDepot
  const exercice = code === 'bilan' || code === 'attestation-comptable'
  const cloture = exercice ? readCloture(text) : null
  const period = readPeriod(text, exercice)
  const annee =
    code === 'notification-bourse'
      ? (readField(text, ['Année universitaire', 'Année académique'], academic) ?? readAnywhere(text, academic, 0.9))
      : null
  return champs({
    ...readIncomeHolder(text, code),
    natureDocument: nature && computed(nature.nature.code, nature.confiance),
    dateDocument,
    anneeUniversitaire: annee,
    periodeDebut: period && field(period.span, period.value.debut),
    periodeFin: cloture ?? (period && field(period.span, period.value.fin)),
    mois: period || cloture || annee ? null : recentMonth(text, edition)?.champ,
    montant:
      code &&
      (readField(text, MONTANTS[code], amounts, ASIDE) ??
        readField(text, MONTANTS[code], wholeAmounts, { ...ASIDE, adjacent: true })),
  })
}

const CLOTURE = [
  'Exercice clos le',
  'Exercice clos au',
  'Clos le',
  'Date de clôture',
  'Clôture',
  'Bilan au',
  'Arrêté au',
]

/** Last day of the financial year; in a sentence the date may go on on the next line. */
function readCloture(text: PieceText): Champ | null {
  const labelled = readField(text, CLOTURE, dates, { maxGap: 0.4 })
  if (labelled) return labelled
  const said = datesInProse(text).find(d => /\b(?:CLOS|CLOTURE|ARRETE)E?S?(?: LE| AU| DU)?$/.test(d.before))
  return said ? field(said.span, said.iso) : null
}

const ASIDE = { maxGap: 0.7, unless: /\bJOURNALIERE?\b|\bBRUT\b|\| (?:BRUT|IMPOSABLE|JOURNALIER)/ }

/** The period that a statement covers: under its label, else the first two dates that a line joins. */
function readPeriod(text: PieceText, exercice: boolean): { span: Span; value: Period } | null {
  const labels = exercice
    ? ['Exercice du', 'Exercice', 'Période du']
    : ['Période de versement', 'Période du', 'Période', 'Pour la période', 'Indemnités du', 'Arrêt du']
  return readNear(text, labels, periods, { rows: 1, unless: /\bREFERENCE\b/ }) ?? firstPeriod(text)
}

/** A period may run over the end of its line: "du 18/08/2026 au" and then "30/09/2026". */
function firstPeriod(text: PieceText): { span: Span; value: Period } | null {
  for (const line of text.lines) {
    const next = text.lines[line.index + 1]
    const joined = next?.page === line.page ? `${line.text} ${next.text}` : line.text
    const [first, second] = findDates(joined)
    if (!first || !second || first.start >= line.text.length) continue
    const value = parsePeriod(joined)
    const span = toSpan(line.page, wordsAt(line, first.start, Math.min(second.end, line.text.length)))
    if (value && value.debut === first.iso && span) return { span, value }
  }
  return null
}

/** Who earns: the addressee of a letter, the person named in an attestation, the trader whose accounts they are. */
function readIncomeHolder(text: PieceText, code: NatureRessources | null): ChampsPersonne {
  const labels = [
    'des comptes de',
    'Bénéficiaire',
    'Assuré',
    'certifie que',
    'atteste que',
    'attestons que',
    'Nom et prénom',
    'Dirigeant',
    'Entreprise individuelle',
  ]
  if (code === 'bilan') return firstPerson(text) ?? readHolder(text, { labels })
  return code === 'attestation-comptable'
    ? readHolder(text, { labels })
    : (readRecipient(text) ?? readHolder(text, { labels }))
}

/** The first line of the page that opens with a surname in capitals and a given name: accounts name the trader there. */
function firstPerson(text: PieceText): ChampsPersonne | null {
  for (const line of text.lines.filter(l => l.page === text.pages[0]?.page && l.zone[1] < 0.2)) {
    for (const cell of line.cells) {
      const [name] = personNames()(cell.text)
      const span = name && spanIn(line, cell, name)
      const shown = span?.text ?? ''
      if (span && name.value.prenoms !== null && /\p{Lu}{2}/u.test(shown) && /\p{Ll}/u.test(shown))
        return personFields(span, name.value)
    }
  }
  return null
}

/** A decision that fixes an alimony lasts; the proof of a payment does not. */
const isDecision = (text: PieceText): boolean => text.hasAny('Au nom du peuple français', 'Par ces motifs')

export const autreJustificatifRessources: DocumentKind = {
  type: 'autre-justificatif-ressources',
  cues,
  natures: NATURES_RESSOURCES,
  readFields,
  validity({ champs: read, text, profil }) {
    const code = champTexte(read, 'natureDocument')
    const annee = lue(read, 'anneeUniversitaire')
    if (annee) return finAnneeUniversitaire('bourse-annee-universitaire', annee, profil)
    const fin = lue(read, 'periodeFin')
    const jour = lue(read, 'dateDocument')
    if (code === 'bilan' || code === 'attestation-comptable') {
      if (fin) return finBilan(fin)
      return jour
        ? moisDepuis('ressources', jour, profil)
        : nonDeterminee("La date de clôture de l'exercice ne se lit pas. Déposez le bilan entier.")
    }
    if (code === 'pension-alimentaire' && (isDecision(text) || (!fin && !lue(read, 'mois') && !jour)))
      return sansLimite('Pension alimentaire fixée par une décision de justice, sans date de fin.')
    const mois = fin ?? lue(read, 'mois')
    if (mois) return finDesMois('ressources', mois, profil)
    return jour
      ? moisDepuis('ressources', jour, profil)
      : nonDeterminee('Ni la période ni la date du document ne se lisent. Déposez un document récent et net.')
  },
  checks: ['2d-doc-signature', '2d-doc-coherence', 'filigrane', 'fichier-retouche', 'demande-coherence', 'doublon'],
  remarks({ champs: read }) {
    const nature = NATURES_RESSOURCES.find(n => n.code === champTexte(read, 'natureDocument'))
    return nature ? [`Document reconnu : ${nature.label}.`] : []
  },
}
