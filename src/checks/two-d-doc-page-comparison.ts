import type { Champ } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { amounts } from '../documents/parsers.ts'
import { PieceText } from '../documents/piece-text.ts'
import { readField } from '../documents/read-value.ts'
import { findAmounts } from '../formats/amounts.ts'
import { frenchDate } from '../formats/dates.ts'
import { nameAgrees } from '../formats/mrz/names-agree.ts'
import { twoDDocChamps, type TwoDDocChamp } from '../formats/two-d-doc/two-d-doc-champs.ts'
import { differenceOf, judge, type Comparison, type Difference, type Verdict } from './comparison.ts'
import { personDifference } from './person-difference.ts'
import { champPreuve } from './preuves.ts'
import { allRows, dateIsPrinted, nameIsPrinted, numberIsPrinted, printedChamp, rowsAt } from './printed.ts'
import { compareAddresses } from './two-d-doc-address.ts'
import { RULES, type Rule } from './two-d-doc-rules.ts'
import { codePreuve, type TwoDDocOnPiece } from './two-d-docs.ts'

/** Every signed field that the page prints too, against it. Fields that were not read on the page are left out. */
export function compareTwoDDocWithPage(context: CheckContext, doc: TwoDDocOnPiece): Comparison[] {
  const signed = twoDDocChamps(doc.reading)
  const fields = signed.flatMap(champ => {
    const rule = RULES[champ.nom]
    if (!rule) return []
    const found = printedFor(context, rule)
    const compared = found && compare(context, doc, signed, champ, rule, found)
    return compared ? [compared] : []
  })
  return [...fields, ...compareAddresses(context, doc)]
}

interface Printed {
  readonly champ: Champ
  readonly valeur: string | number
}

/** The field on the page; several printed fields make one value ("nom" and "prénoms" of a payslip's employee). */
function printedFor(context: CheckContext, rule: Rule): Printed | null {
  if (rule.labels) return labelledAmount(context, rule.labels)
  const found = rule.printed.map(nom => printedChamp(context, nom)).filter(c => c !== null)
  const [first] = found
  if (!first || found.length < (rule.kind === 'personne' ? 1 : rule.printed.length)) return null
  if (found.length === 1) {
    const { valeur } = first
    return typeof valeur === 'string' || typeof valeur === 'number' ? { champ: first, valeur } : null
  }
  const confiance = Math.min(...found.map(c => c.confiance))
  return { champ: { ...first, confiance }, valeur: found.map(c => String(c.valeur)).join(' ') }
}

/** An amount beside its label. */
function labelledAmount({ pages }: CheckContext, labels: readonly string[]): Printed | null {
  const champ = readField(new PieceText(pages), labels, amounts, { adjacent: true, maxGap: 0.7 })
  return champ && typeof champ.valeur === 'number' ? { champ, valeur: champ.valeur } : null
}

function compare(
  context: CheckContext,
  doc: TwoDDocOnPiece,
  signed: readonly TwoDDocChamp[],
  champ: TwoDDocChamp,
  rule: Rule,
  printed: Printed,
): Comparison | null {
  const difference = differenceBy(rule, champ, printed.valeur)
  const swapped =
    rule.twin !== undefined &&
    signed.some(s => s.nom === rule.twin && differenceBy(rule, s, printed.valeur) === 'aucune')
  const verdict = judge(swapped ? 'aucune' : difference, printed.champ, 1, elsewhere(context, rule, champ, printed))
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

const NAME_DIFFERENCE = { same: 'aucune', compatible: 'aucune', close: 'confusion', different: 'nette' } as const

const compact = (text: string | number): string =>
  String(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

function differenceBy(rule: Rule, { valeur, tronque }: TwoDDocChamp, printed: string | number): Difference {
  switch (rule.kind) {
    case 'personne':
      return personDifference(String(printed), String(valeur), tronque)
    case 'nom':
      return NAME_DIFFERENCE[nameAgrees(String(printed), String(valeur), tronque)]
    case 'montant':
      return rule.unsigned === true
        ? amountDifference(Math.abs(Number(printed)), Math.abs(Number(valeur)), rule.tolerance ?? 0)
        : amountDifference(Number(printed), Number(valeur), rule.tolerance ?? 0)
    case 'mois':
      return String(printed).slice(0, 7) === String(valeur).slice(0, 7) ? 'aucune' : dayDifference(printed, valeur)
    case 'date':
      return dayDifference(printed, valeur)
    case 'code': {
      const [page, code] = [compact(printed), compact(valeur)]
      return tronque && page.startsWith(code) ? 'aucune' : differenceOf(page, code)
    }
    case 'sexe':
      return String(printed).charAt(0).toUpperCase() === valeur ? 'aucune' : 'nette'
    case 'nationalite':
      return rule.agrees(String(printed), String(valeur)) === false ? 'nette' : 'aucune'
  }
}

const dayDifference = (a: string | number, b: string | number): Difference => differenceOf(compact(a), compact(b))

/** Amounts: a group of figures or the decimals that were lost are a part, not another amount. */
function amountDifference(printed: number, signed: number, tolerance: number): Difference {
  if (Math.abs(printed - signed) <= tolerance) return 'aucune'
  const figures = (amount: number): string => String(Math.round(amount * 100) / 100).replace(/\D/g, '')
  const [page, code] = [figures(printed), figures(signed)]
  const lostGroups = (code.length - page.length) % 3 === 0 && code.startsWith(page)
  const lastGroups = page.length % 3 === 0 && code.endsWith(page)
  if (page.length < code.length && (lostGroups || lastGroups || Math.trunc(signed) === printed)) return 'partie'
  return differenceOf(page, code)
}

/**
 * The signed value stands elsewhere on the piece: it was the field that was read in the wrong place. For amounts, only
 * on the same row: other rows of a notice hold the same amounts under other names. Where a difference is but a doubt,
 * anywhere.
 */
function elsewhere(
  context: CheckContext,
  rule: Rule,
  { valeur }: TwoDDocChamp,
  printed: Printed,
): Exclude<Verdict, 'desaccord'> | null {
  switch (rule.kind) {
    case 'montant': {
      const rows = rule.doubtOnly === true ? allRows(context) : rowsAt(context, printed.champ.page, printed.champ.zone)
      const seen = rows.flatMap(row => findAmounts(row).map(a => a.valeur))
      const wanted = rule.unsigned === true ? Math.abs(Number(valeur)) : Number(valeur)
      if (seen.some(a => Math.abs(a - wanted) <= (rule.tolerance ?? 0))) return 'accord'
      return rule.doubtOnly === true ? 'doute' : null
    }
    case 'date':
    case 'mois':
      return dateIsPrinted(context, String(valeur)) ? 'accord' : null
    case 'code':
      if (rule.year === true) return null
      return numberIsPrinted(context, compact(valeur)) ? (rule.elsewhere ?? 'accord') : null
    case 'nom':
    case 'personne':
      return nameIsPrinted(context, String(valeur)) ? 'doute' : null
    case 'sexe':
    case 'nationalite':
      return null
  }
}

function shown(rule: Rule, valeur: string | number): string {
  switch (rule.kind) {
    case 'montant':
      return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(Number(valeur)) + (rule.unit ?? '')
    case 'date':
    case 'mois':
      return frenchDate(String(valeur))
    default:
      return String(valeur)
  }
}
