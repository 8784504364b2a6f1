import type { Lecture } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { unionZones } from '../domain/geometry.ts'
import { amounts } from '../documents/parsers.ts'
import { PieceText } from '../documents/piece-text.ts'
import { readField } from '../documents/read-value.ts'
import { frenchDate } from '../formats/dates.ts'
import { twoDDocChamps, type TwoDDocChamp } from '../formats/two-d-doc/two-d-doc-champs.ts'
import { judge, type Comparison, type Verdict } from './comparison.ts'
import { lookAgain } from './look-again.ts'
import { champPreuve } from './preuves.ts'
import { printedReading } from './printed.ts'
import { compareAddresses } from './two-d-doc-address.ts'
import { differenceBy, seenBy } from './two-d-doc-difference.ts'
import { elsewhere, isPrinted, type Differing } from './two-d-doc-elsewhere.ts'
import { RULES, type Rule } from './two-d-doc-rules.ts'
import { codePreuve, type TwoDDocOnPiece } from './two-d-docs.ts'

/** Every signed field that the page prints too, against it. Fields that were not read on the page are left out. */
export async function compareTwoDDocWithPage(context: CheckContext, doc: TwoDDocOnPiece): Promise<Comparison[]> {
  const signed = twoDDocChamps(doc.reading)
  const fields: Comparison[] = []
  for (const champ of signed) {
    const rule = RULES[champ.nom]
    if (!rule) continue
    const found = printedFor(context, rule)
    const compared = found
      ? await compare(context, doc, signed, champ, rule, found)
      : notRead(context, doc, champ, rule)
    if (compared) fields.push(compared)
  }
  return [...fields, ...compareAddresses(context, doc)]
}

/** A field that every such document prints, and that was read nowhere: it may be what was edited. */
function notRead(context: CheckContext, doc: TwoDDocOnPiece, champ: TwoDDocChamp, rule: Rule): Comparison | null {
  if (rule.essential !== true || isPrinted(context, rule, champ)) return null
  const code = shown(rule, champ.valeur)
  return {
    libelle: rule.libelle,
    verdict: 'doute',
    detail: `2D-Doc : ${code}, page : non lu`,
    preuves: [codePreuve(doc, rule.libelle, code)],
  }
}

interface Printed {
  readonly champ: Lecture
  readonly valeur: string | number
}

/** The field on the page; several printed fields make one value ("nom" and "prénoms" of a payslip's employee). */
function printedFor(context: CheckContext, rule: Rule): Printed | null {
  if (rule.labels) return labelledAmount(context, rule.labels)
  const found = rule.printed.map(nom => printedReading(context, nom)).filter(c => c !== null)
  const [first] = found
  if (!first || found.length < (rule.kind === 'personne' ? 1 : rule.printed.length)) return null
  if (found.length === 1) {
    const { valeur } = first
    return typeof valeur === 'string' || typeof valeur === 'number' ? { champ: first, valeur } : null
  }
  const confiance = Math.min(...found.map(c => c.confiance))
  const zone = unionZones(found.flatMap(c => (c.page === first.page && c.zone ? [c.zone] : [])))
  return { champ: { ...first, confiance, zone }, valeur: found.map(c => String(c.valeur)).join(' ') }
}

/** An amount beside its label. */
function labelledAmount({ pages }: CheckContext, labels: readonly string[]): Printed | null {
  const champ = readField(new PieceText(pages), labels, amounts, { adjacent: true, maxGap: 0.7 })
  return champ && typeof champ.valeur === 'number' ? { champ, valeur: champ.valeur } : null
}

async function compare(
  context: CheckContext,
  doc: TwoDDocOnPiece,
  signed: readonly TwoDDocChamp[],
  champ: TwoDDocChamp,
  rule: Rule,
  printed: Printed,
): Promise<Comparison | null> {
  const { header, fields } = doc.reading
  const known = [...fields.map(f => f.value), header.issueDate, header.signatureDate].filter(v => v !== null)
  const verdict = await verdictOn(context, { rule, signed: champ, others: signed, known, ...printed })
  // A value that notices and payslips print under several meanings can only confirm.
  if (rule.confirmsOnly === true && verdict !== 'accord') return null
  const [page, code] = [shown(rule, printed.valeur), shown(rule, champ.valeur)]
  return {
    libelle: rule.libelle,
    verdict,
    detail: `2D-Doc : ${code}, page : ${page}`,
    preuves: [
      champPreuve({ ...printed.champ, valeur: page }, `Imprimé, ${rule.libelle}`),
      codePreuve(doc, rule.libelle, code),
    ],
  }
}

async function verdictOn(context: CheckContext, differing: Differing): Promise<Verdict> {
  const { rule, signed, others, champ, valeur } = differing
  const difference = differenceBy(rule, signed, valeur)
  const swapped =
    rule.twin !== undefined && others.some(s => s.nom === rule.twin && differenceBy(rule, s, valeur) === 'aucune')
  if (difference === 'aucune' || swapped) return 'accord'
  // A letter or two of a name are OCR noise, as in the band of the same card.
  if (rule.kind === 'nom' && difference === 'confusion' && champ.source === 'ocr') return 'accord'
  const excuse = elsewhere(context, differing)
  if (excuse !== null) return excuse
  const first = judge(difference, champ, 1)
  const see = seenBy(rule, signed, valeur)
  if (first === 'accord' || see === null) return first
  const verdict = await lookAgain(context, first, champ, see)
  // A part that was left out of the first reading may be left out of every other.
  return difference === 'partie' && verdict === 'desaccord' ? first : verdict
}

function shown(rule: Rule, valeur: string | number): string {
  switch (rule.kind) {
    case 'montant':
      return amountShown(Number(valeur), rule.unit)
    case 'date':
    case 'mois':
      return frenchDate(String(valeur))
    default:
      return String(valeur)
  }
}

/** Cents are written whole: "1 905,20 €", not "1 905,2 €"; parts of a household are no euros. */
function amountShown(valeur: number, unit: string | undefined): string {
  const cents = unit !== undefined && !Number.isInteger(valeur)
  const format = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: cents ? 2 : 0, maximumFractionDigits: 2 })
  return format.format(valeur) + (unit ?? '')
}
