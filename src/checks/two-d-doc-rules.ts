import { nationalityAgrees } from '../formats/mrz/states.ts'

/** How a signed value is compared with the printed one (2D-Doc, section 11). */
interface Common {
  /** French, as people call the field. */
  readonly libelle: string
  /** Fields of the piece that hold the printed value, put together in order. */
  readonly printed: readonly string[]
  /** Another signed field that the printed value may be: declarants change places. */
  readonly twin?: string
  /** Words beside which the page prints it, where no field of the piece holds it. */
  readonly labels?: readonly string[]
  /** The page may print several amounts by that name: a difference is never held against anybody. */
  readonly doubtOnly?: boolean
  /** Every document of the kind prints it: where it was not read, the comparison was not carried out in full. */
  readonly essential?: boolean
  /** The page may print it under another meaning: an agreement counts, a difference does not. */
  readonly confirmsOnly?: boolean
}

export type Rule = Common &
  (
    | { readonly kind: 'montant'; readonly tolerance?: number; readonly unit?: string; readonly unsigned?: boolean }
    | { readonly kind: 'date' | 'mois' | 'sexe' | 'nom' | 'personne' }
    | { readonly kind: 'code'; readonly year?: boolean; readonly elsewhere?: 'accord' | 'doute' }
    | { readonly kind: 'nationalite'; readonly agrees: (printed: string, signed: string) => boolean | null }
  )

/** Cents are rounded differently by payroll programs (DossierFacile compares within 1 euro). */
const PAYROLL_TOLERANCE = 1
const EUROS = '\u00a0€'

/** By the name of the signed field in the result. Fields without a rule are not compared. */
export const RULES: Readonly<Record<string, Rule>> = {
  revenuFiscalReference: {
    kind: 'montant',
    libelle: 'revenu fiscal de référence',
    printed: ['revenuFiscalReference'],
    unit: EUROS,
    essential: true,
  },
  nombreParts: { kind: 'montant', libelle: 'nombre de parts', printed: ['nombreParts'], tolerance: 0.001 },
  referenceAvis: { kind: 'code', libelle: "référence de l'avis", printed: ['referenceAvis'] },
  anneeRevenus: { kind: 'code', libelle: 'année des revenus', printed: ['anneeRevenus'], year: true },
  declarant1: {
    kind: 'personne',
    libelle: 'déclarant 1',
    printed: ['declarant1'],
    twin: 'declarant2',
    essential: true,
  },
  declarant2: { kind: 'personne', libelle: 'déclarant 2', printed: ['declarant2'], twin: 'declarant1' },
  numeroFiscal: { kind: 'code', libelle: 'numéro fiscal', printed: ['numeroFiscal'], twin: 'numeroFiscal2' },
  numeroFiscal2: {
    kind: 'code',
    libelle: 'numéro fiscal du déclarant 2',
    printed: ['numeroFiscal2'],
    twin: 'numeroFiscal',
  },
  dateMiseEnRecouvrement: {
    kind: 'date',
    libelle: 'date de mise en recouvrement',
    printed: ['dateMiseEnRecouvrement'],
  },
  // Notices print the tax before and after credits, with and without social contributions.
  montantImpot: {
    kind: 'montant',
    libelle: "montant de l'impôt",
    printed: ['montantImpot'],
    unit: EUROS,
    confirmsOnly: true,
  },
  resteAPayer: {
    kind: 'montant',
    libelle: 'reste à payer',
    printed: [],
    labels: [
      'Montant qui vous reste à payer',
      'Il vous reste à payer',
      'Montant qui vous sera restitué',
      'Reste à payer',
    ],
    unit: EUROS,
    unsigned: true,
    doubtOnly: true,
  },
  retenueALaSource: {
    kind: 'montant',
    libelle: 'prélèvement à la source',
    printed: [],
    labels: ['Prélèvement à la source déjà payé', 'Prélèvement à la source déjà versé', 'Retenue à la source'],
    unit: EUROS,
    unsigned: true,
    doubtOnly: true,
  },

  siret: { kind: 'code', libelle: 'SIRET', printed: ['siret'], elsewhere: 'doute' },
  periodeDebut: { kind: 'mois', libelle: 'début de la période', printed: ['periodeDebut'] },
  periodeFin: { kind: 'mois', libelle: 'fin de la période', printed: ['periodeFin'] },
  netImposable: {
    kind: 'montant',
    libelle: 'net imposable',
    printed: ['netImposable'],
    tolerance: PAYROLL_TOLERANCE,
    unit: EUROS,
    essential: true,
  },
  cumulNetImposable: {
    kind: 'montant',
    libelle: 'cumul du net imposable',
    printed: ['cumulNetImposable'],
    tolerance: PAYROLL_TOLERANCE,
    unit: EUROS,
  },
  salaireBrut: {
    kind: 'montant',
    libelle: 'salaire brut',
    printed: ['salaireBrut'],
    tolerance: PAYROLL_TOLERANCE,
    unit: EUROS,
  },
  // Before or after the income tax withheld: payroll programs differ on what "net" they sign.
  netAPayer: {
    kind: 'montant',
    libelle: 'net à payer',
    printed: ['netAPayer'],
    tolerance: PAYROLL_TOLERANCE,
    unit: EUROS,
    confirmsOnly: true,
  },
  salarie: { kind: 'personne', libelle: 'salarié', printed: ['nom', 'prenoms'], essential: true },

  nom: { kind: 'nom', libelle: 'nom', printed: ['nom'], twin: 'nomUsage', essential: true },
  prenoms: { kind: 'nom', libelle: 'prénoms', printed: ['prenoms'] },
  numeroDocument: { kind: 'code', libelle: 'numéro', printed: ['numeroDocument'] },
  numeroEtranger: { kind: 'code', libelle: 'numéro étranger', printed: ['numeroEtranger'] },
  nationalite: { kind: 'nationalite', libelle: 'nationalité', printed: ['nationalite'], agrees: nationalityAgrees },
  sexe: { kind: 'sexe', libelle: 'sexe', printed: ['sexe'] },
  dateNaissance: { kind: 'date', libelle: 'date de naissance', printed: ['dateNaissance'], essential: true },
  dateDebutValidite: { kind: 'date', libelle: 'début de validité', printed: ['dateDebutValidite'] },
  dateExpiration: { kind: 'date', libelle: "date d'expiration", printed: ['dateExpiration'], essential: true },

  montantTtc: {
    kind: 'montant',
    libelle: 'montant de la facture',
    printed: [],
    labels: ['Montant TTC à payer', 'Total à payer TTC', 'Montant total TTC', 'Total TTC', 'Montant à payer'],
    tolerance: 0.005,
    unit: EUROS,
    doubtOnly: true,
  },
}
