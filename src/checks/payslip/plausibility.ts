import { champNombre, champTexte, type Champ, type Champs } from '../../domain/champs.ts'
import type { NonEmpty, Preuve } from '../../domain/check.ts'
import type { PieceText, Span } from '../../documents/piece-text.ts'
import { addDays, daysBetween } from '../../formats/calendar.ts'
import { findDates, frenchDate } from '../../formats/dates.ts'
import type { Point } from '../points.ts'
import { champPreuve, isSure } from '../preuves.ts'
import { number, readAmount } from './relation.ts'
import { hourlySmic } from './smic.ts'

/** A payslip as its signs are looked for: a strong or a weak one, see bulletin-de-paie, section 6. */
export interface Payslip {
  readonly text: PieceText
  readonly champs: Champs
  readonly jourDepot: string
}

const PUBLIC =
  /\b(?:TRAITEMENT (?:BRUT|INDICIAIRE)|INDICE MAJORE|PENSION CIVILE|CNRACL|IRCANTEC|RAFP|TRANSFERT PRIMES|SERVICE PUBLIC HOSPITALIER)\b/
/** People whose pay follows other rules than the SMIC and the ordinary contributions. */
const APART =
  /\b(?:APPRENTI\w*|CONTRAT PRO\w*|PROFESSIONNALISATION|STAGIAIRE|STAGE|MINEUR|ASSISTANTE? MATERNELLE?|ASSMAT|ESAT|EXPATRIE\w*|ACTIVITE PARTIELLE|CHOMAGE PARTIEL|CESU|PAJEMPLOI|INTERMITTENT)\b/

/** Net over gross of ordinary slips, with prévoyance, Alsace-Moselle and overtime (bulletin-de-paie, section 3). */
const WINDOW = { prive: [0.72, 0.86], public: [0.76, 0.88] } as const
/** From these days the words must stand, or could not yet: a month of tolerance is taken (section 1). */
const NET_SOCIAL = { avant: '2023-06-01', apres: '2023-08-01' } as const
const AVANT_IMPOT = '2018-12-01'
/** A slip is paid at most so long after its period (relation 15). */
const PAID_WITHIN_DAYS = 45
/** Slips are given a few days before they are paid (`periode-vraisemblable`). */
const AHEAD_DAYS = 7

/** Everything on the slip that can be compared with what the law or the calendar makes likely. */
export function payslipPoints(slip: Payslip): Point[] {
  return [netOverGross(slip), smic(slip), netSocial(slip), netBeforeTax(slip), future(slip), entry(slip)].filter(
    point => point !== null,
  )
}

/** The social net, which leaves out refunds and luncheon vouchers, or the net before tax, over the gross pay. */
function netOverGross({ text, champs }: Payslip): Point | null {
  const brut = readAmount(champs, 'salaireBrut')
  const net = readAmount(champs, 'montantNetSocial') ?? readAmount(champs, 'netAPayerAvantImpot')
  if (!brut || !net || brut.valeur <= 0 || APART.test(text.folded)) return null
  const ratio = net.valeur / brut.valeur
  const [low, high] = WINDOW[PUBLIC.test(text.folded) ? 'public' : 'prive']
  const bien = ratio >= low && ratio <= high
  const part = `Le net est ${String(Math.round(ratio * 100))} % du brut`
  return {
    signe: bien ? 'bien' : 'faible',
    sure: isSure(brut.champ) && isSure(net.champ),
    phrase: bien
      ? `${part}.`
      : `${part}, alors qu'il en est d'ordinaire entre ${String(low * 100)} et ${String(high * 100)} %.`,
    preuves: [champPreuve(brut.champ, 'Salaire brut'), champPreuve(net.champ, 'Net')],
  }
}

function smic({ text, champs }: Payslip): Point | null {
  const taux = champs['tauxHoraire']
  const valeur = champNombre(champs, 'tauxHoraire')
  const fin = champTexte(champs, 'periodeFin')
  if (!taux || valeur === null || fin === null || APART.test(text.folded) || PUBLIC.test(text.folded)) return null
  const least = hourlySmic(fin, /\b976\d\d\b/.test(text.folded))
  if (least === null) return null
  const bien = valeur >= least - 0.005
  const compared = `${number(valeur)} € de l'heure, SMIC de la période ${number(least)} €`
  return {
    signe: bien ? 'bien' : 'faible',
    sure: isSure(taux),
    phrase: bien ? `Taux horaire : ${compared}.` : `Le taux horaire est inférieur au SMIC : ${compared}.`,
    preuves: [champPreuve(taux, 'Taux horaire')],
  }
}

function netSocial({ text, champs }: Payslip): Point | null {
  const fin = champs['periodeFin']
  const jour = champTexte(champs, 'periodeFin')
  if (!fin || jour === null) return null
  const printed = champs['montantNetSocial']
  const preuves: NonEmpty<Preuve> = [
    champPreuve(fin, 'Fin de la période de paie'),
    ...(printed ? [champPreuve(printed, 'Montant net social')] : []),
  ]
  if (printed && jour < NET_SOCIAL.avant) {
    return {
      signe: 'fort',
      sure: isPeriodSure(champs),
      phrase: `Le bulletin porte un « montant net social », qui n'existe que depuis juillet 2023, pour une période finie le ${frenchDate(jour)}.`,
      preuves,
    }
  }
  if (jour < NET_SOCIAL.apres || PUBLIC.test(text.folded)) return null
  if (printed) return { signe: 'bien', sure: true, phrase: 'Le montant net social y figure.', preuves }
  // A reader may miss a line: only the text of a PDF tells that it is not there.
  if (fin.source !== 'texte-pdf' || text.has('net social')) return null
  return {
    signe: 'faible',
    sure: true,
    phrase: "Le « montant net social », obligatoire depuis juillet 2023, n'y figure pas.",
    preuves,
  }
}

function netBeforeTax({ champs }: Payslip): Point | null {
  const printed = champs['netAPayerAvantImpot']
  const fin = champs['periodeFin']
  const jour = champTexte(champs, 'periodeFin')
  if (!printed || !fin || jour === null || jour >= AVANT_IMPOT) return null
  return {
    signe: 'fort',
    sure: isPeriodSure(champs),
    phrase: `Le bulletin porte un « net à payer avant impôt », qui n'existe que depuis janvier 2019, pour une période finie le ${frenchDate(jour)}.`,
    preuves: [champPreuve(fin, 'Fin de la période de paie'), champPreuve(printed, 'Net à payer avant impôt')],
  }
}

function future({ champs, jourDepot }: Payslip): Point | null {
  const debut = champs['periodeDebut']
  const jour = champTexte(champs, 'periodeDebut')
  if (!debut || jour === null) return null
  const bien = jour <= addDays(jourDepot, AHEAD_DAYS)
  return {
    signe: bien ? 'bien' : 'fort',
    sure: isPeriodSure(champs),
    phrase: bien
      ? 'La période de paie est commencée au jour du dépôt.'
      : `La période de paie commence le ${frenchDate(jour)}, après le dépôt du ${frenchDate(jourDepot)}.`,
    preuves: [champPreuve(debut, 'Début de la période de paie')],
  }
}

const ENTRY = ["Date d'entrée", 'Entré le', 'Entrée le', "Date d'embauche", "Date d'ancienneté"]

function entry({ text, champs }: Payslip): Point | null {
  const fin = champTexte(champs, 'periodeFin')
  const end = champs['periodeFin']
  if (fin === null || !end) return null
  const found = entryDate(text)
  if (!found) return null
  const bien = found.jour <= fin
  return {
    signe: bien ? 'bien' : 'fort',
    sure: found.span.source === 'texte-pdf' && end.source === 'texte-pdf',
    phrase: bien
      ? `Entrée dans l'entreprise le ${frenchDate(found.jour)}, avant la fin de la période.`
      : `Le salarié est entré dans l'entreprise le ${frenchDate(found.jour)}, après la période payée, finie le ${frenchDate(fin)}.`,
    preuves: [
      {
        libelle: "Date d'entrée",
        valeur: found.jour,
        page: found.span.page,
        zone: found.span.zone,
        source: found.span.source,
      },
      champPreuve(end, 'Fin de la période de paie'),
    ],
  }
}

function entryDate(text: PieceText): { jour: string; span: Span } | null {
  for (const label of ENTRY) {
    for (const hit of text.findAll(label)) {
      const found = text.match(ENTRY_DATE, hit.line.index, hit.line.index + 1)
      const jour = found && findDates(found.span.text)[0]?.iso
      if (found && jour) return { jour, span: found.span }
    }
  }
  return null
}

const ENTRY_DATE = /(?:entr[ée]e?|embauche|anciennet[ée])(?: le)?(?: ?:)? ?\d{2}[/.]\d{2}[/.]\d{4}/iu

/** OCR may misread a year: the period counts when the day of payment, read apart, follows it as it should. */
function isPeriodSure(champs: Champs): boolean {
  const fin = champs['periodeFin']
  if (fin?.source === 'texte-pdf') return true
  const [debut, end, paid] = ['periodeDebut', 'periodeFin', 'datePaiement'].map(n => champTexte(champs, n))
  const parts: (Champ | undefined)[] = [champs['periodeDebut'], fin, champs['datePaiement']]
  return (
    parts.every(isSure) && !!debut && !!end && !!paid && paid >= debut && daysBetween(end, paid) <= PAID_WITHIN_DAYS
  )
}
