import type { Champ, Champs } from '../../domain/champs.ts'
import { endOfMonth } from '../../formats/calendar.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { parsePeriod } from '../../formats/periods.ts'
import { champs, field } from '../fields.ts'
import { amounts, dates, periods, wholeAmounts } from '../parsers.ts'
import { readRecipient } from '../recipient.ts'
import { toSpan, type PieceText, type TextLine } from '../piece-text.ts'
import { readField, readNear, type NearOptions, type Parser } from '../read-value.ts'
import { readEmployer } from '../employer.ts'

/** Fields of a payslip, whatever its model: amounts are read by their labels, never by their place on the page. */
export function readBulletin(text: PieceText): Champs {
  const period = readPeriod(text)
  const base = readBaseLine(text)
  const paiement = readField(text, PAIEMENT, dates, { maxGap: 0.35 })
  return champs({
    ...readRecipient(text, { labels: SALARIE }),
    ...readEmployer(text),
    ...period,
    datePaiement: paiement,
    // A payslip bears no other day of its own.
    dateDocument: paiement,
    salaireBrut: readField(text, BRUT, amounts, CUMULS_ASIDE),
    netImposable:
      readField(text, NET_IMPOSABLE, amounts, CUMULS_ASIDE) ?? readField(text, BASE_PAS, positiveAmounts, { rows: 1 }),
    netAPayer: readNet(text),
    netAPayerAvantImpot: readField(text, NET_AVANT_IMPOT, amounts),
    montantNetSocial: readField(text, ['Montant net social', 'Net social'], amounts, { unless: /CUMUL|ANNUEL/ }),
    heures: readField(text, HEURES, wholeAmounts, { maxGap: 0.5, unless: /CUMUL|SUPP|MAJOR|CONGE/ }) ?? base?.heures,
    tauxHoraire: base?.tauxHoraire ?? readField(text, TAUX, wholeAmounts, { maxGap: 0.3 }),
  })
}

const SALARIE = [
  'Nom et prénom du salarié',
  'Nom et prénom',
  'Nom prénom',
  'Nom du salarié',
  'Salarié(e)',
  'Salarié',
  'Employé',
  "Nom de l'agent",
  'Bénéficiaire',
]
const PAIEMENT = [
  'Date de paiement',
  'Paiement le',
  'Payé le',
  'Date de paie',
  'Date de règlement',
  'Règlement le',
  'Virement le',
  'Viré le',
  'Date de virement',
  'Date du virement',
  'Date de versement',
  'Versé le',
  'Mise en paiement',
  'Paiement',
  'Date paiement',
]
const BRUT = [
  'Total brut',
  'Brut du mois',
  'Salaire brut',
  'Rémunération brute',
  'Total du brut',
  'Brut total',
  'Brut mensuel',
  'Montant brut',
  'Total salaire brut',
  'Brut soumis à cotisations',
  'Brut soumis',
  'Salaire réel brut',
  'Total des gains bruts',
  'Brut',
]
const NET_IMPOSABLE = [
  'Net imposable',
  'Montant net imposable',
  'Salaire net imposable',
  'Revenu net imposable',
  'Rémunération nette imposable',
  'Net fiscal',
  'Montant imposable du mois',
  'Montant imposable',
  'Imposable du mois',
  'Base imposable',
]
const NET_AVANT_IMPOT = ['Net à payer avant impôt sur le revenu', 'Net à payer avant impôt', 'Net avant impôt']
/** What reaches the bank account, then the words of payslips that know no withholding. */
const NET_PAYE = [
  'Net payé',
  'Net à payer au salarié',
  'Net à payer après impôt',
  'Net après impôt',
  'Net versé',
  'Montant net versé',
  'Salaire net payé',
  'Net à verser',
  'Net à payer',
  'Montant du virement',
  'Net à payer en euros',
]
const positiveAmounts: Parser<number> = text => amounts(text).filter(a => a.value > 0)

/** The withholding is computed on the taxable net: its base stands first on the row. */
const BASE_PAS = ['Impôt sur le revenu prélevé à la source', 'Prélèvement à la source', 'Impôt prélevé à la source']
const HEURES = [
  'Heures travaillées',
  'Nombre d’heures effectuées',
  "Nombre d'heures",
  'Horaire mensuel',
  'Heures payées',
  'Total heures',
]
const TAUX = ['Taux horaire', 'Salaire horaire brut', 'Salaire horaire']

/** Yearly totals carry the same words as the month's. */
const CUMULS_ASIDE: NearOptions = {
  unless:
    /\b(?:CUMULS?|ANNUELS?|ANNUELLE|ANNEE|DEPUIS|HEURES? SUPP\w*|HORAIRE|EXONERE\w*|TRAITEMENT)\b|\| (?:IMPOSABLE|ABATTU|DES HEURES|DU MOIS PRECEDENT)/,
  rows: 3,
}

function readNet(text: PieceText): Champ | null {
  return (
    readField(text, NET_PAYE, amounts, { unless: /\| (?:AVANT|SOCIAL|IMPOSABLE)|\bCUMUL/, rows: 4 }) ??
    readField(text, NET_AVANT_IMPOT, amounts)
  )
}

interface PeriodFields {
  readonly periodeDebut?: Champ
  readonly periodeFin?: Champ
}

const PERIODE = [
  'Période de paie',
  'Période de paye',
  "Période d'emploi",
  'Période du',
  'Période',
  'Mois de paie',
  'Paie du mois de',
  'Paye du mois de',
  'Bulletin de paie',
  'Bulletin de paye',
  'Bulletin de salaire',
  'Fiche de paie',
  'Mois de',
  'Mois',
  'Paie du',
  'Salaire de',
]

function readPeriod(text: PieceText): PeriodFields {
  const found =
    readNear(text, PERIODE, periods, {
      rows: 2,
      maxGap: 0.5,
      unless: /\b(?:ESSAI|CONGES?|REFERENCE|ANCIENNETE|PREAVIS)\b/,
    }) ?? firstPeriod(text)
  if (!found) return {}
  return { periodeDebut: field(found.span, found.value.debut), periodeFin: field(found.span, found.value.fin) }
}

/** Without label: the first period or month that stands alone in the top of the first page. */
function firstPeriod(
  text: PieceText,
): { value: { debut: string; fin: string }; span: NonNullable<ReturnType<typeof toSpan>> } | null {
  const [first] = text.pages
  for (const line of text.lines) {
    if (line.page !== first?.page || line.zone[1] > 0.4) continue
    for (const cell of line.cells) {
      const value = /congé|ancienneté|entr[ée]e|naissance|essai/iu.test(cell.text) ? null : parsePeriod(cell.text)
      const span = value && toSpan(line.page, line.words.slice(cell.from, cell.to))
      if (value && span && endOfMonth(value.debut) >= value.debut) return { value, span }
    }
  }
  return null
}

const BASE_LINE =
  /^(?:SALAIRE DE BASE|SALAIRE BASE|SALAIRE MENSUEL|HEURES NORMALES|SALAIRE HORAIRE|APPOINTEMENTS?|SALAIRE MENSUALISE|HEURES TRAVAILLEES|HEURES DE BASE|TRAVAIL HEURES NORMALES)\b/

/** Hours and hourly rate of the base line: two numbers whose product is the third (relation 1 of the payslip). */
function readBaseLine(text: PieceText): { heures: Champ; tauxHoraire: Champ } | null {
  for (const line of text.lines) {
    if (!BASE_LINE.test(line.folded.replace(/^\d+ /, ''))) continue
    const label = line.cells.findIndex(c => /\p{L}{4}/u.test(c.text))
    const found = line.cells
      .slice(Math.max(0, label))
      .flatMap(cell => findAmounts(cell.text).map(a => ({ a, span: cellSpan(line, cell.from, cell.text, a) })))
    const [hours, rate, amount] = found
    if (!hours?.span || !rate?.span || !amount) continue
    const product = hours.a.valeur * rate.a.valeur
    if (hours.a.valeur <= 0 || hours.a.valeur > 320 || Math.abs(product - amount.a.valeur) > 0.05 + product * 0.001)
      continue
    return { heures: field(hours.span, hours.a.valeur), tauxHoraire: field(rate.span, rate.a.valeur) }
  }
  return null
}

function cellSpan(
  line: TextLine,
  from: number,
  text: string,
  at: { start: number; end: number },
): ReturnType<typeof toSpan> {
  const before = text.slice(0, at.start).split(' ').length - 1
  const count = text.slice(at.start, at.end).trim().split(' ').length
  return toSpan(line.page, line.words.slice(from + before, from + before + count))
}
