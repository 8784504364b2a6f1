import type { Rng } from '../template.ts'
import { r2 } from './kit.ts'
import { annee, moisAvant, moisDe, moisIso } from './kit-dates.ts'
import { pmss, reductionGenerale, smic, tauxPatronaux } from './paie-bareme.ts'

/** A job as the payroll knows it: everything that stays from month to month. */
export interface Emploi {
  readonly intitule: string
  readonly cadre: boolean
  readonly classification: string
  /** Agreed hourly rate; the SMIC of the month when that is higher. */
  readonly tauxHoraire: number
  /** Hours a month: 151.67 for full time. */
  readonly heures: number
  /** Overtime hours at 25 % by month of the year (index 0 is January). */
  readonly heuresSup: readonly number[]
  /** Prime d'ancienneté, share of the base wage. */
  readonly anciennete: number
  /** Mutuelle, euros: employee and employer. */
  readonly mutuelle: readonly [number, number]
  /** Prévoyance, per cent of tranche 1: employee and employer. */
  readonly prevoyance: readonly [number, number]
  /** Half of the transport pass, euros; 0 when none. */
  readonly transport: number
  /** Meal vouchers: number a month and share of the employee for each. */
  readonly titres: { readonly nombre: number; readonly part: number } | null
  /** Withholding rate, per cent. */
  readonly tauxPas: number
  readonly tauxAt: number
  /** ISO day. */
  readonly entree: string
  readonly matricule: string
}

interface Gain {
  readonly libelle: string
  readonly base: number | null
  readonly taux: number | null
  /** Negative for an absence. */
  readonly montant: number
}

export type Rubrique = 'sante' | 'at' | 'retraite' | 'famille' | 'chomage' | 'autres' | 'csg' | 'exoneration'

export interface Cotisation {
  readonly rubrique: Rubrique
  readonly libelle: string
  readonly base: number | null
  readonly tauxSalarie: number | null
  readonly salarie: number
  readonly tauxEmployeur: number | null
  readonly employeur: number
}

export interface Bulletin {
  /** First day of the month. */
  readonly debut: string
  readonly gains: readonly Gain[]
  readonly brut: number
  readonly cotisations: readonly Cotisation[]
  readonly totalSalarie: number
  readonly totalEmployeur: number
  readonly netSocial: number
  /** Amounts outside the gross: transport, meal vouchers. */
  readonly divers: readonly { readonly libelle: string; readonly montant: number }[]
  readonly netAvantImpot: number
  readonly netImposable: number
  readonly heuresSupExonerees: number
  readonly pas: number
  readonly netPaye: number
  readonly heures: number
  readonly heuresSup: number
  readonly tauxHoraire: number
  readonly coutTotal: number
  readonly allegement: number
}

/** `separe`: pension contributions on one line each (slips before the clarified model); `groupe`: by tranche. */
type Detail = 'groupe' | 'separe'

/** Payslip lines of gross wage `brut`, of which `sup` is exempt overtime. */
function cotiser(emploi: Emploi, mois: string, brut: number, sup: number, detail: Detail): Cotisation[] {
  const plafond = pmss(mois) * Math.min(1, emploi.heures / 151.67)
  const t1 = r2(Math.min(brut, plafond))
  const t2 = r2(Math.max(0, brut - plafond))
  const taux = tauxPatronaux(mois)
  const lignes: Cotisation[] = []
  const add = (
    rubrique: Rubrique,
    libelle: string,
    base: number,
    salarie: number | null,
    employeur: number | null,
  ): void => {
    if (base === 0) return
    lignes.push({
      rubrique,
      libelle,
      base,
      tauxSalarie: salarie,
      salarie: salarie === null ? 0 : r2((base * salarie) / 100),
      tauxEmployeur: employeur,
      employeur: employeur === null ? 0 : r2((base * employeur) / 100),
    })
  }
  add('sante', 'Sécurité sociale - Maladie Maternité Invalidité Décès', brut, null, taux.maladie)
  const [prevS, prevE] = emploi.prevoyance
  if (prevS + prevE > 0) add('sante', 'Complémentaire Incapacité Invalidité Décès', t1, prevS, prevE)
  const [mutS, mutE] = emploi.mutuelle
  if (mutS + mutE > 0)
    lignes.push({
      rubrique: 'sante',
      libelle: 'Complémentaire Santé',
      base: null,
      tauxSalarie: null,
      salarie: mutS,
      tauxEmployeur: null,
      employeur: mutE,
    })
  add('at', 'Accidents du travail - Maladies professionnelles', brut, null, emploi.tauxAt)
  add('retraite', 'Sécurité sociale plafonnée', t1, 6.9, 8.55)
  add('retraite', 'Sécurité sociale déplafonnée', brut, 0.4, taux.vieillesse)
  if (detail === 'groupe') {
    add('retraite', 'Complémentaire Tranche 1', t1, 4.01, 6.01)
    add('retraite', 'Complémentaire Tranche 2', t2, 9.72, 14.57)
  } else {
    add('retraite', 'AGIRC-ARRCO retraite T1', t1, 3.15, 4.72)
    add('retraite', 'Contribution d’équilibre général T1', t1, 0.86, 1.29)
    add('retraite', 'AGIRC-ARRCO retraite T2', t2, 8.64, 12.95)
    add('retraite', 'Contribution d’équilibre général T2', t2, 1.08, 1.62)
  }
  if (t2 > 0) add('retraite', 'Contribution d’équilibre technique', brut, 0.14, 0.21)
  add('famille', 'Famille - Sécurité sociale', brut, null, taux.famille)
  add('chomage', 'Chômage et AGS', brut, null, r2(taux.chomage + taux.ags))
  if (emploi.cadre) add('chomage', 'Apec', brut, 0.024, 0.036)
  add('autres', 'Autres contributions dues par l’employeur', brut, null, 2.246)
  const assiette = r2((brut - sup) * 0.9825 + mutE + r2((t1 * prevE) / 100))
  add('csg', 'CSG déductible de l’impôt sur le revenu', assiette, 6.8, null)
  add('csg', 'CSG/CRDS non déductible de l’impôt sur le revenu', assiette, 2.9, null)
  if (sup > 0) {
    add('csg', 'CSG/CRDS sur revenus non imposables', r2(sup * 0.9825), 9.7, null)
    add('exoneration', 'Réduction de cotisations salariales heures sup.', sup, -11.31, null)
  }
  return lignes
}

const somme = (values: readonly number[]): number => r2(values.reduce((a, b) => a + b, 0))

/** The payslip of the month that starts on `debut`: pure, so that cumuls of earlier months come out the same. */
export function calculerBulletin(emploi: Emploi, debut: string, detail: Detail = 'groupe'): Bulletin {
  const taux = Math.max(emploi.tauxHoraire, smic(debut))
  const base = r2(taux * emploi.heures)
  const h = emploi.heuresSup[moisDe(debut) - 1] ?? 0
  const tauxSup = Math.round(taux * 1.25 * 1000) / 1000
  const sup = r2(h * tauxSup)
  const prime = r2(base * emploi.anciennete)
  const gains: Gain[] = [
    { libelle: 'Salaire de base', base: emploi.heures, taux, montant: base },
    ...(h > 0 ? [{ libelle: 'Heures supplémentaires à 125 %', base: h, taux: tauxSup, montant: sup }] : []),
    ...(prime > 0 ? [{ libelle: 'Prime d’ancienneté', base, taux: emploi.anciennete * 100, montant: prime }] : []),
  ]
  const brut = somme(gains.map(g => g.montant))
  const cotisations = cotiser(emploi, debut, brut, sup, detail)
  const allegement = -r2(reductionGenerale(debut, brut, r2(smic(debut) * 151.6667 * (emploi.heures / 151.67))))
  const totalSalarie = somme(cotisations.map(c => c.salarie))
  const totalEmployeur = r2(somme(cotisations.map(c => c.employeur)) + allegement)
  const netSocial = r2(brut - totalSalarie)
  const divers = [
    ...(emploi.transport > 0
      ? [{ libelle: 'Remboursement transport domicile-travail 50 %', montant: emploi.transport }]
      : []),
    ...(emploi.titres
      ? [
          {
            libelle: `Titres-restaurant (${emploi.titres.nombre})`,
            montant: -r2(emploi.titres.nombre * emploi.titres.part),
          },
        ]
      : []),
  ]
  const netAvantImpot = r2(netSocial + somme(divers.map(d => d.montant)))
  const nonDeductible = somme(
    cotisations.filter(c => c.rubrique === 'csg' && !c.libelle.startsWith('CSG déductible')).map(c => c.salarie),
  )
  const netImposable = r2(netSocial + nonDeductible + emploi.mutuelle[1] - sup)
  const pas = r2((netImposable * emploi.tauxPas) / 100)
  return {
    debut,
    gains,
    brut,
    cotisations,
    totalSalarie,
    totalEmployeur,
    netSocial,
    divers,
    netAvantImpot,
    netImposable,
    heuresSupExonerees: sup,
    pas,
    netPaye: r2(netAvantImpot - pas),
    heures: r2(emploi.heures + h),
    heuresSup: h,
    tauxHoraire: taux,
    coutTotal: r2(brut + totalEmployeur),
    allegement,
  }
}

export interface Cumuls {
  readonly brut: number
  readonly netImposable: number
  readonly pas: number
  readonly heures: number
  readonly heuresSupExonerees: number
}

/** Sums from January, or from the hire, to the month included. */
export function cumuler(emploi: Emploi, debut: string, detail: Detail = 'groupe'): Cumuls {
  const janvier = `${annee(debut)}-01-01`
  const mois: string[] = []
  for (let m = debut; m >= janvier && moisIso(m) >= moisIso(emploi.entree); m = moisAvant(m, 1)) mois.push(m)
  const bulletins = mois.map(m => calculerBulletin(emploi, m, detail))
  const total = (f: (b: Bulletin) => number): number => somme(bulletins.map(f))
  return {
    brut: total(b => b.brut),
    netImposable: total(b => b.netImposable),
    pas: total(b => b.pas),
    heures: total(b => b.heures),
    heuresSupExonerees: total(b => b.heuresSupExonerees),
  }
}

const METIERS: readonly (readonly [string, string, boolean])[] = [
  ['Agent de service', 'AS 2 - niveau A', false],
  ['Employée de rayon', 'Niveau 2 B', false],
  ['Préparateur de commandes', 'Coefficient 115 L', false],
  ['Conducteur livreur', 'Groupe 6 - coef. 138 M', false],
  ['Aide-soignante', 'Coefficient 222', false],
  ['Secrétaire comptable', 'Niveau III échelon 2', false],
  ['Cuisinier', 'Niveau II échelon 3', false],
  ['Technicien de maintenance', 'Classe C5', false],
  ['Chargée d’études', 'Position 2.1 - coef. 115', true],
]

/** A job drawn at random, hired before the month `debut`. */
export function tirerEmploi(rng: Rng, debut: string): Emploi {
  const [intitule, classification, cadre] = rng.pick(METIERS)
  const partiel = rng.chance(0.2)
  // A first month is a whole one, so that the cumuls of the year of hire stay simple.
  const entree = rng.chance(0.25) ? moisAvant(debut, rng.int(0, 8)) : moisAvant(debut, rng.int(13, 150))
  const mutuelle = rng.chance(0.8)
    ? rng.pick([
        [19.62, 19.62],
        [22.5, 22.5],
        [27.18, 40.77],
        [16.05, 24.08],
      ] as const)
    : ([0, 0] as const)
  const smicActuel = smic(debut)
  return {
    intitule,
    cadre,
    classification,
    tauxHoraire: cadre
      ? r2(smicActuel * (1.6 + rng.next() * 0.9))
      : rng.chance(0.3)
        ? smicActuel
        : Math.round(smicActuel * (1.01 + rng.next() * 0.42) * 1000) / 1000,
    heures: partiel ? rng.pick([86.67, 104, 121.33, 130]) : 151.67,
    heuresSup: Array.from({ length: 12 }, () => (partiel || cadre || rng.chance(0.55) ? 0 : rng.int(2, 14))),
    anciennete: rng.pick([0, 0, 0, 0.03, 0.06]),
    mutuelle,
    prevoyance: cadre
      ? [0.55, 1.5]
      : rng.pick([
          [0, 0],
          [0.3, 0.3],
          [0.42, 0.63],
        ] as const),
    transport: rng.chance(0.3) ? rng.pick([32.2, 43.2, 45.4, 37.5]) : 0,
    titres: rng.chance(0.3) ? { nombre: rng.int(14, 21), part: rng.pick([3.6, 4, 4.4]) } : null,
    tauxPas: rng.pick([0, 0, 0, 0.7, 1.3, 2.1, 2.9, 3.4, 4.6, 6.2]),
    tauxAt: rng.pick([1.12, 1.55, 2.08, 2.84, 3.36]),
    entree,
    matricule: `${rng.pick(['', '0', 'S', 'EMP'])}${rng.digits(5)}`,
  }
}
