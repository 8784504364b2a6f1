import type { Champ, Champs } from '../../domain/champs.ts'
import { centreX, centreY } from '../../domain/geometry.ts'
import { foldWords } from '../../formats/text.ts'
import { head, mention, not } from '../cues.ts'
import { allDates, datesInProse } from '../document-date.ts'
import { champs, computed, field } from '../fields.ts'
import type { DocumentKind } from '../kind.ts'
import { birthDates, nameWords } from '../parsers.ts'
import { PieceText, type Cell } from '../piece-text.ts'
import { readField, type Parser } from '../read-value.ts'
import { SANS_OBJET } from '../validity/validity.ts'
import { findWrittenDates } from '../written-dates.ts'

/** Family booklet: extracts of the records of marriage, birth and death of one family; many pages, one pièce. */
export const livretDeFamille: DocumentKind = {
  type: 'livret-de-famille',
  cues: [
    head('livret de famille', 9),
    head("livret d'état civil", 5),
    head('libro de familia', 6),
    head("extrait de l'acte de mariage", 3),
    head("extrait de l'acte de naissance du premier enfant", 6),
    head("extrait de l'acte de naissance de la mère", 4),
    head("extrait de l'acte de naissance du père", 4),
    head("extrait de l'acte de naissance du premier parent", 4),
    head("extrait de l'acte de naissance", 1),
    mention('premier enfant', 4),
    mention('deuxième enfant', 3),
    mention('troisième enfant', 3),
    mention('quatrième enfant', 3),
    mention('époux ou père', 4),
    mention('épouse ou mère', 4),
    mention('délivré conforme aux registres', 3),
    mention("extrait de l'acte de décès", 1),
    mention('contrat de mariage', 1),
    mention('mentions marginales', 1),
    ...not('copie intégrale', 'jugement', 'acte de notoriété', 'bulletin de paie', 'attestation de paiement'),
    ...not('demande de logement', 'pacte civil', 'formulaire'),
  ],
  readFields(text: PieceText): Champs {
    const [first, second] = [under(text, HUSBAND), under(text, WIFE)]
    const enfants = countChildren(text)
    return champs({
      nom: firstOf(first, surname) ?? surname(text),
      prenoms: firstOf(first, givenNames) ?? givenNames(text),
      dateNaissance: firstOf(first, birthDate),
      nomConjoint: firstOf(second, surname),
      prenomsConjoint: firstOf(second, givenNames),
      dateMariage: weddingDate(text),
      nombreEnfants: enfants > 0 ? computed(enfants, 0.8) : null,
      dateDelivrance: readField(text, ['Livret délivré le', 'Délivré le'], allDates),
    })
  },
  validity: () => SANS_OBJET,
  checks: [],
}

const HUSBAND = /^(?:L )?(?:EPOUX|PERE|PREMIER (?:PARENT|TITULAIRE|CONJOINT)|EPOUX OU PERE)\b/
const WIFE = /^(?:L )?(?:EPOUSE|MERE|(?:SECOND|DEUXIEME) (?:PARENT|TITULAIRE|CONJOINT)|EPOUSE OU MERE)\b/
const RANKS: readonly RegExp[] = [
  /\b(?:PREMIER|1ER|1) ENFANT\b/,
  /\b(?:DEUXIEME|SECOND|2EME|2E|2) ENFANT\b/,
  /\b(?:TROISIEME|3EME|3E|3) ENFANT\b/,
  /\b(?:QUATRIEME|4EME|4E|4) ENFANT\b/,
  /\b(?:CINQUIEME|5EME|5E|5) ENFANT\b/,
  /\b(?:SIXIEME|6EME|6E|6) ENFANT\b/,
  /\b(?:SEPTIEME|7EME|7E|7) ENFANT\b/,
  /\b(?:HUITIEME|8EME|8E|8) ENFANT\b/,
]
const TITLES: readonly RegExp[] = [HUSBAND, WIFE, ...RANKS]

/** Titles are short; "la naissance du premier enfant" in the notice of the cover is none. */
const TITLE_WORDS = 8

const isTitle = (cell: Cell): boolean =>
  cell.to - cell.from <= TITLE_WORDS && TITLES.some(t => t.test(foldWords(cell.text)))

/**
 * What stands under each place of a title, up to the next title of its column: two people or two children stand side by side,
 * on lines that do not meet.
 */
function under(text: PieceText, title: RegExp): PieceText[] {
  const titles = text.lines.flatMap(line => line.cells.filter(isTitle).map(cell => ({ page: line.page, cell })))
  return titles
    .filter(t => title.test(foldWords(t.cell.text)))
    .flatMap(({ page: number, cell }) => {
      const page = text.pages.find(p => p.page === number)
      if (!page) return []
      const { zone } = cell
      const others = titles.filter(t => t.page === number && t.cell !== cell).map(t => t.cell.zone)
      const left = others.filter(z => z[2] <= zone[0]).map(z => (centreX(z) + centreX(zone)) / 2)
      const right = others.filter(z => z[0] >= zone[2]).map(z => (centreX(z) + centreX(zone)) / 2)
      const below = others.filter(z => z[0] < zone[2] && z[2] > zone[0] && z[1] > zone[1]).map(z => z[1])
      const [from, to, end] = [Math.max(0, ...left), Math.min(1, ...right), Math.min(1, ...below)]
      const lines = page.lines
        .filter(l => l.zone[3] > zone[1] && centreY(l.zone) < end)
        .map(l => ({ ...l, words: l.words.filter(w => centreX(w.zone) >= from && centreX(w.zone) < to) }))
      return [new PieceText([{ ...page, lines }])]
    })
}

/** What the first of some blocks that has it gives. */
function firstOf(blocks: readonly PieceText[], read: (block: PieceText) => Champ | null): Champ | null {
  for (const block of blocks) {
    const found = read(block)
    if (found) return found
  }
  return null
}

const surname = (part: PieceText): Champ | null =>
  part &&
  upper(
    readField(part, ['Nom de naissance', 'Nom de famille', 'Nom'], nameWords, { rows: 1, unless: /\| (?:ET|DE|DU)\b/ }),
  )

const givenNames = (part: PieceText): Champ | null =>
  readField(part, ['Prénoms', 'Prénom', 'Prénom(s)'], nameWords, { rows: 1 })

const upper = (read: Champ | null): Champ | null =>
  read && typeof read.valeur === 'string' ? { ...read, valeur: read.valeur.toUpperCase() } : read

const births: Parser<string> = text => [...birthDates(text), ...findWrittenDates(text)]

const birthDate = (part: PieceText): Champ | null =>
  readField(part, ['Né(e) le', 'Née le', 'Né le', 'Date de naissance', 'est né', 'est née'], births)

/** Children whose block is filled in: the titles of the blank pages are printed too. */
const countChildren = (text: PieceText): number => RANKS.filter(rank => under(text, rank).some(isFilledIn)).length

const isFilledIn = (block: PieceText): boolean =>
  birthDate(block) !== null || datesInProse(block).length > 0 || surname(block) !== null

/** "Le 12 juin 2010 a été célébré le mariage", "Mariage célébré le", "Date du mariage". */
function weddingDate(text: PieceText): Champ | null {
  const labelled = readField(
    text,
    ['Date du mariage', 'Mariage célébré le', 'célébré le', 'mariés le', 'se sont mariés le', 'Acte de mariage du'],
    allDates,
  )
  if (labelled) return labelled
  const wedding = text.find('extrait de l acte de mariage', 'acte de mariage')
  if (!wedding) return null
  const dates = datesInProse(text).filter(
    d =>
      d.span.page === wedding.line.page &&
      d.span.zone[1] >= wedding.zone[1] &&
      !/\bNEE?\b.{0,25}$|\b(?:CONTRAT DE MARIAGE|DELIVRE)\b.{0,40}$/.test(d.before),
  )
  const [first] = dates
  return first ? field(first.span, first.iso, 0.8) : null
}
