import { fold, foldWords } from '../formats/text.ts'
import { addressBlocks } from './address-block.ts'
import { bareName, cutName, type NomLu } from './names.ts'
import { personNames } from './parsers.ts'
import { namesApart, personFields, type ChampsPersonne } from './people.ts'
import { toSpan, type Cell, type PieceText, type Span, type TextLine } from './piece-text.ts'
import { readNear } from './read-value.ts'
import { isFrequentPrenom } from './prenoms.ts'

interface RecipientOptions {
  /** Labels of the holder that open their cell ("Salarié"), tried first. */
  readonly labels?: readonly string[]
  readonly order?: 'nom-prenoms' | 'prenoms-nom'
}

/**
 * The person to whom a letter or a payslip is addressed: under a label of his own, else the title ("Mme") that opens a
 * line of the head, the first line of a postal block before any other, else a postal block whose name is a person's.
 */
export function readRecipient(text: PieceText, options: RecipientOptions = {}): ChampsPersonne | null {
  const order = options.order ?? 'nom-prenoms'
  const addressed = labelled(text, options.labels ?? [], order) ?? titled(text, order)
  const apart = addressed ? {} : namesApart(text)
  if (apart.nom && apart.prenoms) return apart
  const found = addressed ?? untitledBlock(text, order)
  if (!found) return null
  return personFields(found.span, asElsewhere(text, found.raw) ?? found.name)
}

interface PersonFound {
  readonly span: Span
  readonly name: NomLu
  /** The words of the name, without title. */
  readonly raw: string
}

type Order = 'nom-prenoms' | 'prenoms-nom'

const TITLE = /^(?:M\.?|MR\.?|MME|MLLE|MONSIEUR|MADAME|MADEMOISELLE)(?=[ .]|$)/
const FORMULA = /^(?:MADAME,? MONSIEUR|M\w*\.?,? (?:OU|ET|LE|LA|L)\b)/
const HEAD = 0.5

function labelled(text: PieceText, labels: readonly string[], order: Order): PersonFound | null {
  const names = personNames(order)
  const people = (raw: string): ReturnType<typeof names> =>
    names(raw).filter(n => n.value.prenoms !== null || TITLE.test(fold(raw.slice(n.start))))
  const found = readNear(text, labels, people, { opensCell: true, nextCellOnly: true, adjacent: true, rows: 1 })
  if (!found) return null
  const line = text.lines.find(l => found.span.words.every(w => l.words.includes(w)))
  const from = line ? line.words.indexOf(found.span.words[0] as (typeof line.words)[number]) : -1
  const cell = line?.cells.find(c => c.from <= from && from < c.to)
  const whole = line && cell && fromCell(text, line, { ...cell, from }, order)
  return whole ?? { span: found.span, name: found.value, raw: bareName(found.span.text) }
}

/** Names that a title opens, in the head of the first page; those of a postal block first. */
function titled(text: PieceText, order: Order): PersonFound | null {
  const [first] = text.pages
  const candidates = text.lines
    .filter(line => line.page === first?.page && line.zone[1] < HEAD)
    .flatMap(line => line.cells.map(cell => ({ line, cell })))
    .filter(({ cell }) => TITLE.test(fold(cell.text)) && !FORMULA.test(fold(cell.text)))
  const inBlocks = new Set(addressBlocks(text).flatMap(b => b.rows.map(r => r.cell)))
  const sorted = [...candidates.filter(c => inBlocks.has(c.cell)), ...candidates.filter(c => !inBlocks.has(c.cell))]
  for (const { line, cell } of sorted) {
    const found = fromCell(text, line, cell, IN_FULL.test(fold(cell.text)) ? 'prenoms-nom' : order)
    if (found && found.name.prenoms !== null) return found
  }
  return null
}

/** Postal lines with the title in full follow the postal norm (NF Z10-011): title, given name, surname. */
const IN_FULL = /^(?:MONSIEUR|MADAME|MADEMOISELLE) [A-Z]/

/** The name in a cell; its surname may stand alone on the line below, and so may the whole name under its title. */
function fromCell(text: PieceText, line: TextLine, cell: Cell, order: Order): PersonFound | null {
  const words = line.words.slice(cell.from, cell.to)
  const shown = words.map(w => w.text).join(' ')
  const [parsed] = personNames(order)(shown)
  const ownWords = parsed ? words.slice(0, shown.slice(0, parsed.end).split(' ').length) : words
  const capitals = bareName(ownWords.map(w => w.text).join(' '))
    .split(' ')
    .some(w => w.length > 1 && w === w.toUpperCase() && !LEADING_PARTICLE.test(w))
  const [under] = text.cellsBelow({ line, from: cell.from, to: cell.to, zone: cell.zone, edits: 0 }, 1)
  const below = under && Math.abs(under.cell.zone[0] - cell.zone[0]) < 0.02 ? under.cell : undefined
  const alone = TITLE.exec(fold(shown))?.[0].length === fold(shown).length
  const joins =
    below &&
    /^[\p{Lu}' -]+$/u.test(below.text) &&
    !ORGANISATION.test(fold(below.text)) &&
    (alone || !capitals || (ownWords.length === 2 && IN_FULL.test(fold(shown)) && isSurnameLine(below.text)))
  const all = joins && under ? [...ownWords, ...under.line.words.slice(below.from, below.to)] : ownWords
  const span = toSpan(line.page, all)
  const raw = bareName(all.map(w => w.text).join(' '))
  const name = cutName(raw, order)
  return span && name ? { span, name, raw } : null
}

/** "MONSIEUR RATNASINGAM" and then "THAVARAJAH": after a title in full, one word is the given name, the next line the surname. */
const isSurnameLine = (text: string): boolean =>
  text.split(' ').length <= 2 &&
  !/^(?:RESIDENCE|BATIMENT|BAT|IMMEUBLE|APPARTEMENT|APPT?|CHEZ|LIEU|HAMEAU|VILLA|CITE|QUARTIER|CHEMIN|PLACE|ALLEE|BOULEVARD|IMPASSE|ROUTE|QUAI|LOTISSEMENT|LE|LA|LES|BP|CS|ETAGE|ESC\w*|PORTE)\b/.test(
    fold(text),
  )

/** A particle in capitals opens a surname that the next line ends: "Mme Inès DU" and then "BOISROUVRAY". */
const LEADING_PARTICLE = /^(?:DE|DU|DES|LA|LE|D'|EL|AL|BEN|VAN|VON|AÏT|AIT|DA|DOS)$/

/** The titled person of a cell, the surname on the line below with it: the words as printed, title included. */
export function titledPersonIn(text: PieceText, line: TextLine, cell: Cell): Span | null {
  return TITLE.test(fold(cell.text)) ? (fromCell(text, line, cell, 'nom-prenoms')?.span ?? null) : null
}

const ORGANISATION =
  /\b(?:CAISSE|CENTRE|CPAM|MSA|CAF|CARSAT|SERVICE|DIRECTION|AGENCE|SARL|SAS|SASU|EURL|SA|SCI|SOCIETE|ASSOCIATION|MAIRIE|TSA|CEDEX|CROUS|POLE|FRANCE|RUE|AVENUE|ENTREPRISE|RETRAITE|ASSURANCE|UNIVERSITE)\b/

/** A postal block without title: its first line is a person when one of its words is a frequent given name. */
function untitledBlock(text: PieceText, order: Order): PersonFound | null {
  const [first] = text.pages
  for (const block of addressBlocks(text)) {
    const [row] = block.rows
    if (!row || block.page !== first?.page || block.zone[1] > HEAD || ORGANISATION.test(fold(row.cell.text))) continue
    if (!foldWords(row.cell.text).split(' ').some(isFrequentPrenom)) continue
    const found = fromCell(text, row.line, row.cell, order)
    if (found && found.name.prenoms !== null) return found
  }
  return null
}

/**
 * The same name printed elsewhere with small letters ("Madame Bérénice CHÂTAIGNIER" for "BÉRÉNICE CHÂTAIGNIER"): there
 * the capitals tell the surname. `null` when the name has small letters itself or is nowhere else.
 */
function asElsewhere(text: PieceText, raw: string): NomLu | null {
  const words = foldWords(raw).split(' ').sort()
  if (raw !== raw.toUpperCase() || words.length < 2) return null
  const key = words.join(' ')
  const size = raw.split(' ').length
  for (const line of text.lines) {
    for (let i = 0; i + size <= line.words.length; i++) {
      const shown = line.words
        .slice(i, i + size)
        .map(w => w.text)
        .join(' ')
        .replace(/[,.;]+$/, '')
      if (shown === shown.toUpperCase() || foldWords(shown).split(' ').sort().join(' ') !== key) continue
      const name = cutName(shown)
      if (name?.prenoms) return name
    }
  }
  return null
}
