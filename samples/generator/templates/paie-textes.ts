import type { Company, Drawn, Person, Rng } from '../template.ts'
import { lastOfMonth } from '../dates.ts'
import type { Bulletin } from './paie-calcul.ts'
import { champ, decimal, esc, grouper, identite, montant, nir, type FormeNir } from './kit.ts'
import { finDeMoisPlus } from './kit-dates.ts'

/** What all payslips share: the truth, amounts of a cell, identifiers as printed. */

export const siretFr = (rng: Rng, siret: string): string =>
  rng.pick([siret, grouper(siret, [3, 3, 3, 5]), grouper(siret, [9, 5])])

export const nafFr = (rng: Rng, naf: string): string => (rng.chance(0.5) ? naf : naf.replace('.', ''))

/** A cell: empty for nothing. */
export const cellule = (n: number | null, zero = ''): string => (n === null || n === 0 ? zero : montant(n))

export const tauxCellule = (n: number | null, decimales = 4): string => (n === null ? '' : decimal(n, decimales))

/** A NIR with its label, on one line or label above, in one of the many ways of payroll software. */
export function blocNir(rng: Rng, numero: string, formes: readonly FormeNir[], dessus = rng.chance(0.3)): string {
  const label = rng.pick([
    'N° Sécurité sociale',
    'N° S.S.',
    'Sécurité sociale',
    'N° Sécu',
    'NIR',
    'N° de sécurité sociale',
    'Immatriculation S.S.',
  ])
  return `${label}${dessus ? '<br>' : ' : '}${nir(numero, rng.pick(formes))}`
}

/** Address block of an employer, fields marked. */
export const blocEmployeur = (c: Company, nom: string = c.nom): string =>
  `<b>${champ('employeur', esc(nom))}</b><br>${esc(c.adresse.ligne)}<br>${c.adresse.codePostal} ${esc(c.adresse.ville)}`

interface Dates {
  readonly debut: string
  readonly fin: string
  readonly paiement: string
}

/** Period of a whole month, paid on the last days of it or early in the next. */
export const datesDuMois = (rng: Rng, debut: string, today: string): Dates => {
  const fin = lastOfMonth(debut)
  const tard = `${finDeMoisPlus(debut, 1).slice(0, 8)}0${rng.int(2, 8)}`
  return { debut, fin, paiement: rng.chance(0.7) || tard > today ? fin : tard }
}

/** Truth of a payslip of an employee of `company`. */
export function champsBulletin(person: Person, company: Company, b: Bulletin, dates: Dates): Drawn['champs'] {
  return {
    ...identite(person),
    employeur: company.nom,
    siret: company.siret,
    codeNaf: company.naf,
    periodeDebut: dates.debut,
    periodeFin: dates.fin,
    datePaiement: dates.paiement,
    dateDocument: dates.paiement,
    salaireBrut: b.brut,
    netImposable: b.netImposable,
    netAPayer: b.netPaye,
    heures: b.heures,
    tauxHoraire: b.tauxHoraire,
  }
}

export const finBulletin = (finPeriode: string): Pick<Drawn, 'dateFinValidite' | 'regleValidite'> => ({
  dateFinValidite: finDeMoisPlus(finPeriode, 3),
  regleValidite: 'bulletin-paie-3-mois',
})
