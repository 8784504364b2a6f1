import type { Champ } from '../domain/champs.ts'
import { fold } from '../formats/text.ts'
import { parsePeriod } from '../formats/periods.ts'
import { repairDigits } from '../formats/ocr-digits.ts'
import { findSirets, isSiret } from '../formats/siret.ts'
import { field } from './fields.ts'
import { words } from './parsers.ts'
import { titledPersonIn } from './recipient.ts'
import { toSpan, type Cell, type PieceText, type TextLine } from './piece-text.ts'
import { matching, readField, readNear, spanIn, type Found, type Parser } from './read-value.ts'

export interface ChampsEmployeur {
  readonly employeur?: Champ
  readonly siret?: Champ
  readonly codeNaf?: Champ
}

/** Who employs: SIRET, NAF code, and the name by its label or from the block of the letterhead around the SIRET. */
export function readEmployer(text: PieceText, labels: readonly string[] = EMPLOYEUR): ChampsEmployeur {
  const siret = readSiret(text)
  const options = { rows: 1, maxGap: 0.35, nextCellOnly: true, opensCell: true, unless: NOT_A_NAME_LABEL }
  const named = readNear(text, labels, companyName, options)
  const employeur = named ? privateEmployer(text, named) : letterhead(text, siret?.line ?? null)
  const codeNaf = readField(text, NAF, nafCode, { maxGap: 0.3 })
  return {
    ...(employeur ? { employeur } : {}),
    ...(siret ? { siret: siret.champ } : {}),
    ...(codeNaf ? { codeNaf } : {}),
  }
}

/** A person who employs may have the surname on the line below the title and the given name. */
function privateEmployer(text: PieceText, { span, value, hit }: Found<string>): Champ {
  for (const { line, cell } of [...text.cellsRight(hit), ...text.cellsBelow(hit, 1)]) {
    const whole = line.words[cell.from] === span.words[0] ? titledPersonIn(text, line, cell) : null
    if (whole && whole.words.length > span.words.length) return field(whole, whole.text)
  }
  return field(span, value)
}

const EMPLOYEUR = [
  'Raison sociale',
  "Nom de l'employeur",
  'Nom et adresse de l’employeur',
  'Particulier employeur',
  'Employeur',
  'Société',
  'Entreprise',
]
const NAF = ['Code NAF', 'Code APE', 'NAF', 'APE', 'N.A.F', 'A.P.E', 'Code NAF APE', 'APE NAF', 'Code activité']
const NOT_A_NAME_LABEL =
  /\| (?:PART|COTIS|TAUX|PATRON|UTILISATRICE|DE TRAVAIL|ET SALARIE|SIRET|URSSAF|\d)|\b(?:PART|COTISATIONS?|CHARGES?|CONTRIBUTIONS?|VERSE PAR L|COUT|TOTAL|DUES PAR L|NUMERO|N|TAUX|MONTANT) \||\b(?:ANCIENNETE|ENTREE|CONVENTION|ACCORD)\b/

/** Four figures and a letter, as INSEE writes them (`47.11F`), with or without point or spaces on paper. */

/** Four figures and a letter, as INSEE writes them (`47.11F`), with or without point or boxes on paper. */
const nafCode: Parser<string> = matching(/(?<![\p{L}\p{N}])(\d ?\d[. ]?\d ?\d ?[A-Z2478])(?![\p{L}\p{N}])/u, raw => {
  const code = raw.replace(/[. ]/g, '')
  // The last sign is a letter: a figure there is one that OCR takes for it.
  const letter = LETTERS_READ_AS_FIGURES[code.slice(4)] ?? code.slice(4)
  return `${code.slice(0, 2)}.${code.slice(2, 4)}${letter}`
})
const LETTERS_READ_AS_FIGURES: Readonly<Record<string, string>> = { '2': 'Z', '7': 'Z', '4': 'A', '8': 'B' }

/** A SIRET whose label stands somewhere near: before it on the line, or above it. */
const labelled: Parser<string> = text =>
  findSirets(`SIRET ${text}`).map(s => ({ value: s.siret, start: s.start - 6, end: s.end - 6 }))

/** The first SIRET of the piece: one whose keys hold before one whose keys do not. */
function readSiret(text: PieceText): { champ: Champ; line: TextLine } | null {
  const found = text.lines.flatMap(line =>
    line.cells.flatMap(cell => findSirets(cell.text).map(siret => ({ siret, line, cell }))),
  )
  const best = found.find(f => f.siret.valide && f.siret.libelle) ?? found.find(f => f.siret.valide) ?? found[0]
  if (best) {
    const span = spanIn(best.line, best.cell, best.siret)
    if (span) return { champ: field(span, best.siret.siret, best.siret.repare ? 0.8 : 1), line: best.line }
  }
  const near = readNear(text, ['N° SIRET', 'SIRET', 'Numéro SIRET'], labelled, { rows: 1 })
  return near ? { champ: field(near.span, near.value), line: near.hit.line } : readBoxes(text)
}

/** Figures in the boxes of a form, which readers part into cells: "1 4 7 | 9 6 9 | 7 2 9 | 0 0 0 4 4". */
function readBoxes(text: PieceText): { champ: Champ; line: TextLine } | null {
  for (const hit of text.findAll('SIRET')) {
    const after = hit.line.words.slice(hit.to)
    const first = after.findIndex(w => /^[[({|]*\d/.test(w.text))
    const boxes = first < 0 ? [] : after.slice(first)
    const signs = boxes
      .map(w => w.text)
      .join('')
      .replace(/[[\](){}|]/g, '')
    const digits = repairDigits(signs.slice(0, 14))?.digits ?? ''
    const span = isSiret(digits) ? toSpan(hit.line.page, boxes) : null
    if (span) return { champ: field(span, digits, signs.startsWith(digits) ? 1 : 0.8), line: hit.line }
  }
  return null
}

const companyName: Parser<string> = text => {
  const [first] = words(text.replace(/,.*$|\s+(?:SIRET|Siret|N° SIRET|APE|NAF|Code)\b.*$/u, ''))
  return first && isName(first.value, NOT_A_LABELLED_NAME) ? [first] : []
}

const isName = (text: string, not: RegExp): boolean =>
  /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text) && /\p{L}{2}/u.test(text) && !not.test(fold(text))

/** What stands beside or below "Employeur" and is not a name. A private employer is a person: titles may open it. */
const NOT_A_LABELLED_NAME = /^(?:N|NO|NUMERO|NOM|SALARIE|ADRESSE|SIRET|CODE|PART|TAUX|MONTANT)\b|^\d|BULLETIN|PERIODE/

/** Lines of a letterhead that are not the name: titles of the document, labels, addresses. */
const NOT_A_NAME =
  /BULLETIN|FICHE DE|CONTRAT|PERIODE|SIRET|SIREN|URSSAF|CODE |\bNAF\b|\bAPE\b|CONVENTION|^\d|^(?:\d+ )?(?:BIS |TER )?(?:RUE|AVENUE|AV|BD|BOULEVARD|PLACE|CHEMIN|ROUTE|ALLEE|IMPASSE|QUAI|ZA|ZI|ZAC|BP|CS|COURS|SQUARE)\b|\b\d{5}\b|\bTEL\b|PAIEMENT|MATRICULE|EMPLOYEUR|SALARIE|^(?:M|MME|MLLE|MONSIEUR|MADAME)\b|PAGE|^DU \d|FRANCE$/

/** A line that the next one continues. */
const OPEN_ENDED = /(?:\b(?:DE|DES|DU|LA|LE|LES|ET|D|L|EN|POUR|AU|AUX)|[&,'-])$/

/** The uppermost name of the block that holds the SIRET, else of the block at the left of the head of the page. */
function letterhead(text: PieceText, siretLine: TextLine | null): Champ | null {
  const page = siretLine?.page ?? text.pages[0]?.page
  const head = text.lines.filter(l => l.page === page && l.zone[1] < 0.4)
  const left = Math.min(...head.map(l => l.cells[0]?.zone[0] ?? 1))
  const columns = siretLine && head.includes(siretLine) ? [siretColumn(siretLine), left] : [left]
  const bottom = siretLine && head.includes(siretLine) ? siretLine.zone[3] : 0.25
  for (const column of columns) {
    const block: { line: TextLine; cell: Cell }[] = head.flatMap(line =>
      line.zone[1] > bottom
        ? []
        : line.cells.filter(c => Math.abs(c.zone[0] - column) < 0.06).map(cell => ({ line, cell })),
    )
    const at = block.findIndex(({ cell }) => isName(cell.text, NOT_A_NAME) && parsePeriod(cell.text) === null)
    const [first, next] = block.slice(at < 0 ? block.length : at)
    if (!first) continue
    const continued =
      next && OPEN_ENDED.test(fold(first.cell.text)) && isName(next.cell.text, NOT_A_NAME) ? [first, next] : [first]
    const span = toSpan(
      first.line.page,
      continued.flatMap(({ line, cell }) => line.words.slice(cell.from, cell.to)),
    )
    if (span) return field(span, span.text.replace(/\s+-$/, ''), 0.8)
  }
  return null
}

/** Left edge of the cell that holds the SIRET. */
const siretColumn = (line: TextLine): number =>
  (line.cells.find(c => findSirets(c.text).length > 0) ?? line.cells[0])?.zone[0] ?? 0
