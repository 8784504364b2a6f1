import { describe, expect, it } from 'vitest'
import { attestationCaf } from '../../../src/documents/kinds/attestation-caf.ts'
import { attestationFranceTravail } from '../../../src/documents/kinds/attestation-france-travail.ts'
import { attestationPension } from '../../../src/documents/kinds/attestation-pension.ts'
import { autreJustificatifRessources } from '../../../src/documents/kinds/autre-justificatif-ressources.ts'
import { avisImposition } from '../../../src/documents/kinds/avis-imposition.ts'
import { bulletinDePaie } from '../../../src/documents/kinds/bulletin-de-paie.ts'
import { carteEtudiant } from '../../../src/documents/kinds/carte-etudiant.ts'
import { carteInvalidite } from '../../../src/documents/kinds/carte-invalidite.ts'
import { carteNationaleIdentite as cni } from '../../../src/documents/kinds/carte-nationale-identite.ts'
import { passeport } from '../../../src/documents/kinds/passeport.ts'
import { quittanceDeLoyer } from '../../../src/documents/kinds/quittance-de-loyer.ts'
import { recepisseTitreDeSejour } from '../../../src/documents/kinds/recepisse-titre-de-sejour.ts'
import { recuHotel } from '../../../src/documents/kinds/recu-hotel.ts'
import { titreDeSejour } from '../../../src/documents/kinds/titre-de-sejour.ts'
import { KINDS } from '../../../src/documents/registry.ts'
import { DEFAULT_PROFILE } from '../../../src/documents/regional-profile.ts'
import type { DocumentKind } from '../../../src/documents/kind.ts'
import { estObsolete } from '../../../src/documents/validity/validity.ts'
import { page, piece } from '../page-builder.ts'
import { validityOf } from '../kinds/values.ts'

/** The worked examples and the decision table of the validity rules, each on a whole piece: words in, date out. */

const laminated = (delivered: string, born: string, printed: string): string => `
  RÉPUBLIQUE FRANÇAISE
  CARTE NATIONALE D'IDENTITÉ N° : 000075300417
  Nom : LEFEBVRE
  Prénom(s) : CLAIRE
  Né(e) le : ${born}
  Cette carte est valable jusqu'au : ${printed}
  délivrée le : ${delivered}
  par : PRÉFECTURE DU RHÔNE (69)
`

describe('section 3: French laminated cards', () => {
  it.each([
    ['15.06.2012', '03.02.1980', '14.06.2022', '2027-06-14', 'cni-prolongation-5-ans', 'an adult in the window'],
    ['10.05.2010', '20.08.1994', '09.05.2020', '2020-05-09', 'cni-date-imprimee', '15 years old at delivery'],
    ['10.04.2010', '10.04.1992', '09.04.2020', '2025-04-09', 'cni-prolongation-5-ans', '18 on the very day'],
    ['31.12.2013', '12.04.1970', '30.12.2023', '2028-12-30', 'cni-prolongation-5-ans', 'last day of the window'],
    ['02.01.2004', '12.04.1970', '01.01.2014', '2019-01-01', 'cni-prolongation-5-ans', 'first day of the window'],
    ['01.01.2004', '12.04.1970', '31.12.2013', '2013-12-31', 'cni-date-imprimee', 'one day too early'],
    ['03.03.2014', '12.04.1990', '02.03.2029', '2029-03-02', 'cni-date-imprimee', 'already 15 years'],
    ['20.09.2019', '12.04.2006', '19.09.2029', '2029-09-19', 'cni-date-imprimee', 'a minor, 10 years'],
    ['01.03.2010', '12.04.1970', '29.02.2020', '2025-02-28', 'cni-prolongation-5-ans', '29 February and five years'],
  ])('delivered %s, born %s, printed %s: until %s (%s), %s', (delivered, born, printed, end, rule) => {
    expect(validityOf(cni, piece(page(laminated(delivered, born, printed))), '2018-06-01')).toMatchObject({
      dateFinValidite: end,
      regleValidite: rule,
    })
  })

  it('delivered on a day that OCR lost, its number starting with 1206: five years more', () => {
    const card = laminated('l?.0#.2Q', '12.04.1975', '14.06.2022').replace('000075300417', '120675300417')
    const validity = validityOf(cni, piece(page(card)))
    expect(validity).toMatchObject({ dateFinValidite: '2027-06-14', regleValidite: 'cni-prolongation-5-ans' })
    expect(validity.explication).toContain('prolongée de 5 ans')
  })

  it('whose holder has no known age: the printed date, in doubt, and not obsolete while the five years may apply', () => {
    const card = laminated('15.06.2012', 'illisible', '14.06.2022')
    const validity = validityOf(cni, piece(page(card)), '2024-01-15')
    expect(validity).toMatchObject({ dateFinValidite: '2022-06-14', confiance: 0.5 })
    expect(validity.explication).toContain('Prolongation de 5 ans possible')
    expect(estObsolete(validity, '2024-01-15')).toBe(false)
    expect(estObsolete(validityOf(cni, piece(page(card)), '2027-06-15'), '2027-06-15')).toBe(true)
  })

  it('past its end is obsolete, and receivable where the region says so', () => {
    const text = piece(page(laminated('15.06.2012', '03.02.1980', '14.06.2022')))
    expect(estObsolete(validityOf(cni, text, '2027-06-14'), '2027-06-14')).toBe(false)
    const over = validityOf(cni, text, '2027-06-15')
    expect(estObsolete(over, '2027-06-15')).toBe(true)
    expect(over.remarks.join()).toContain('au guichet')
    const region = { ...DEFAULT_PROFILE, identiteFrancaisePerimee: 'acceptee' as const }
    expect(estObsolete(validityOf(cni, text, '2027-06-15', region), '2027-06-15')).toBe(false)
  })
})

describe('sections 2 and 4: electronic and foreign cards, passports', () => {
  const CNIE = `
    CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD
    N° DU DOCUMENT / Document No          DATE D'EXPIR. / Expiry date
    F9K2TR7B4                             11 10 2032
  `
  it.each([
    ['electronic card delivered on 12/10/2022', cni, CNIE, '2032-10-11', 'cni-date-imprimee'],
    [
      'Spanish card of a holder over 70',
      cni,
      'REINO DE ESPAÑA\nDOCUMENTO NACIONAL DE IDENTIDAD\nVALIDEZ\nPERMANENTE',
      null,
      'sans-limite',
    ],
    ['old Portuguese card', cni, 'REPÚBLICA PORTUGUESA\nCARTÃO DE CIDADÃO\nVALIDADE VITALÍCIO', null, 'sans-limite'],
    ['old Greek paper card', cni, 'HELLENIC REPUBLIC\nIDENTITY CARD\nSURNAME PAPADOPOULOS', null, 'sans-limite'],
    [
      'new Greek card whose end was not read',
      cni,
      'HELLENIC REPUBLIC\nIDENTITY CARD\nDate of expiry / 1?.#2.2O',
      null,
      'non-determinee',
    ],
    [
      'German passport, day with points',
      passeport,
      'REISEPASS / PASSPORT\nBUNDESREPUBLIK DEUTSCHLAND\nGültig bis / Date of expiry\n03.02.2031',
      '2031-02-03',
      'passeport-date-imprimee',
    ],
    [
      'Belgian card, month in two languages',
      cni,
      "ROYAUME DE BELGIQUE\nIDENTITEITSKAART\nGeldig tot / Date d'expiration\n03 FEB/FEV 2031",
      '2031-02-03',
      'identite-ue-date-imprimee',
    ],
    [
      'Swedish card, year first',
      cni,
      'NATIONELLT IDENTITETSKORT\nDate of expiry\n2031-02-03',
      '2031-02-03',
      'identite-ue-date-imprimee',
    ],
    [
      'Lithuanian card, year first with points',
      cni,
      'ASMENS TAPATYBĖS KORTELĖ\nDate of expiry\n2031.02.03',
      '2031-02-03',
      'identite-ue-date-imprimee',
    ],
  ] as const)('%s', (_, kind, drawing, end, rule) => {
    expect(validityOf(kind, piece(page(drawing)))).toMatchObject({ dateFinValidite: end, regleValidite: rule })
  })

  it('an MRZ without a date of expiry leaves it to the print', () => {
    const mrz = ['IDD<<LZ6311T475<<<<<<<<<<<<<<<', '8308126F<<<<<<<D<<<<<<<<<<<<<2', 'MUSTERMANN<<ERIKA<<<<<<<<<<<<<']
    const text = piece(page('PERSONALAUSWEIS\nGültig bis / Date of expiry\n01.08.2031', { mrz }))
    expect(validityOf(cni, text).dateFinValidite).toBe('2031-08-01')
  })
})

describe('section 6: tax notices', () => {
  const notice = (revenus: number): string => `
    DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
    Impôt sur les revenus de ${revenus}
    Avis d'impôt établi en ${revenus + 1}
    Revenu fiscal de référence        18 450
  `
  it.each([
    [2020, '2022-12-31'],
    [2021, '2023-12-31'],
    [2022, '2024-12-31'],
    [2023, '2025-12-31'],
    [2024, '2026-12-31'],
  ])('on the income of %i: until %s', (revenus, end) => {
    const validity = validityOf(avisImposition, piece(page(notice(revenus))))
    expect(validity).toMatchObject({ dateFinValidite: end, regleValidite: 'avis-imposition-n-2' })
    expect(validity.explication).toContain(`Revenus de ${revenus}`)
  })

  it('of 2021 deposited on 27/11/2023 is in time, and no longer on 1 January', () => {
    const validity = validityOf(avisImposition, piece(page(notice(2021))), '2023-11-27')
    expect(estObsolete(validity, '2023-11-27')).toBe(false)
    expect(estObsolete(validity, '2023-12-31')).toBe(false)
    expect(estObsolete(validity, '2024-01-01')).toBe(true)
  })

  it('a situation déclarative and a notice for a part of the year end the same day', () => {
    const asdir = "AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU\nImpôt sur les revenus de 2023"
    expect(validityOf(avisImposition, piece(page(asdir))).dateFinValidite).toBe('2025-12-31')
    expect(
      validityOf(avisImposition, piece(page(`${notice(2023)}\n    (*) Situation 2023 partielle`))).dateFinValidite,
    ).toBe('2025-12-31')
  })
})

describe('sections 2 and 7: papers that last some months or an academic year', () => {
  const cases: readonly (readonly [string, DocumentKind, string, string | null, string])[] = [
    [
      'payslip of August 2023',
      bulletinDePaie,
      'BULLETIN DE PAIE\nPériode : août 2023',
      '2023-11-30',
      'bulletin-paie-3-mois',
    ],
    [
      'payslip of November 2023, before a leap day',
      bulletinDePaie,
      'BULLETIN DE SALAIRE\nPériode du 01/11/2023 au 30/11/2023',
      '2024-02-29',
      'bulletin-paie-3-mois',
    ],
    [
      'interim payslip from 1 to 4 August 2023, paid on 12 September',
      bulletinDePaie,
      'BULLETIN DE PAIE\nPériode du 01/08/2023 au 04/08/2023\nPaiement le 12/09/2023',
      '2023-11-30',
      'bulletin-paie-3-mois',
    ],
    [
      'slip of a year',
      bulletinDePaie,
      'BULLETIN DE PAIE\nPériode du 01/01/2024 au 31/12/2024',
      '2025-03-31',
      'bulletin-paie-3-mois',
    ],
    [
      'CAF payment of July 2024 edited on 3 August',
      attestationCaf,
      "CAISSE D'ALLOCATIONS FAMILIALES\nLyon, le 03/08/2024\nATTESTATION DE PAIEMENT\nau titre de juillet 2024",
      '2024-10-31',
      'attestation-caf-3-mois',
    ],
    [
      'CAF quotient, only the day of edition',
      attestationCaf,
      'CAF DU RHÔNE\nATTESTATION DE QUOTIENT FAMILIAL\nLyon, le 03/08/2024\nQuotient familial : 612 €',
      '2024-11-03',
      'attestation-caf-3-mois',
    ],
    [
      'France Travail payment of December 2024',
      attestationFranceTravail,
      "FRANCE TRAVAIL\nATTESTATION DE PAIEMENT\nLyon, le 03/01/2025\nallocation d'aide au retour à l'emploi décembre 2024",
      '2025-03-31',
      'france-travail-3-mois',
    ],
    [
      'France Travail rights that end before the three months',
      attestationFranceTravail,
      "FRANCE TRAVAIL\nNOTIFICATION D'OUVERTURE DE DROITS\nLyon, le 03/01/2025\nFin de droits : 28/02/2025",
      '2025-02-28',
      'france-travail-3-mois',
    ],
    [
      'pension paid in January 2025',
      attestationPension,
      "L'ASSURANCE RETRAITE\nATTESTATION DE PAIEMENT\nLyon, le 03/02/2025\nJanvier 2025     900,12     870,10",
      '2025-04-30',
      'pension-3-mois',
    ],
    [
      'pension statement of the year 2023',
      attestationPension,
      "L'ASSURANCE RETRAITE\nATTESTATION FISCALE\nAnnée 2023\nMontant imposable : 10 810,00 €",
      '2024-12-31',
      'pension-annuelle',
    ],
    [
      'pension notification of 29 February 2024',
      attestationPension,
      "L'ASSURANCE RETRAITE\nNOTIFICATION DE RETRAITE\nLyon, le 29/02/2024",
      '2025-02-28',
      'pension-notification-12-mois',
    ],
    [
      'scholarship of 2024-2025',
      autreJustificatifRessources,
      "CROUS DE LYON\nNOTIFICATION DÉFINITIVE D'ATTRIBUTION DE BOURSE\nBourse sur critères sociaux\nAnnée universitaire 2024-2025",
      '2025-08-31',
      'bourse-annee-universitaire',
    ],
    [
      'accounts closed on 30 June 2024',
      autreJustificatifRessources,
      "BILAN ACTIF\nCOMPTE DE RÉSULTAT\nExercice clos le 30/06/2024\nRésultat de l'exercice    18 450",
      '2025-12-31',
      'bilan-exercice',
    ],
    [
      'sick pay from 3 to 30 November 2024',
      autreJustificatifRessources,
      'ASSURANCE MALADIE\nATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES\nPériode du 03/11/2024 au 30/11/2024',
      '2025-02-28',
      'ressources-3-mois',
    ],
    [
      'judgment that fixes alimony',
      autreJustificatifRessources,
      'AU NOM DU PEUPLE FRANÇAIS\nFait à Lyon, le 12 mars 2019\nPENSION ALIMENTAIRE\nfixe la pension alimentaire à 180,00 € par mois',
      null,
      'sans-limite',
    ],
    [
      'rent of January 2025',
      quittanceDeLoyer,
      'QUITTANCE DE LOYER\nPériode du 01/01/2025 au 31/01/2025',
      '2025-04-30',
      'quittance-3-mois',
    ],
    [
      'several rents: the latest counts',
      quittanceDeLoyer,
      'QUITTANCE DE LOYER\nPériode du 01/12/2024 au 31/12/2024\nPériode du 01/01/2025 au 31/01/2025',
      '2025-04-30',
      'quittance-3-mois',
    ],
    [
      'hotel invoice of 30 November 2024',
      recuHotel,
      'HÔTEL DU PORT\nFACTURE\nDate de facture : 30/11/2024\nNuitées',
      '2025-02-28',
      'recu-hotel-3-mois',
    ],
    [
      'student of 2024-2025',
      carteEtudiant,
      "CARTE D'ÉTUDIANT\nAnnée universitaire 2024-2025",
      '2025-08-31',
      'etudiant-annee-universitaire',
    ],
    [
      'student card issued in September 2024',
      carteEtudiant,
      "CARTE D'ÉTUDIANT\nUNIVERSITÉ DE LYON\nDélivrée le 12/09/2024",
      '2025-08-31',
      'etudiant-annee-universitaire',
    ],
    [
      'student card issued in January 2025',
      carteEtudiant,
      "CARTE D'ÉTUDIANT\nUNIVERSITÉ DE LYON\nDélivrée le 15/01/2025",
      '2025-08-31',
      'etudiant-annee-universitaire',
    ],
    [
      'European student card',
      carteEtudiant,
      "CARTE ÉTUDIANTE EUROPÉENNE\nUNIVERSITÉ DE LYON\nValable jusqu'au 31/10/2025",
      '2025-10-31',
      'etudiant-date-imprimee',
    ],
    [
      'CMI',
      carteInvalidite,
      "CARTE MOBILITÉ INCLUSION\nInvalidité\nValable jusqu'au 30/04/2029",
      '2029-04-30',
      'invalidite-date-imprimee',
    ],
    ['CMI for good', carteInvalidite, 'CARTE MOBILITÉ INCLUSION\nInvalidité\nÀ TITRE DÉFINITIF', null, 'sans-limite'],
    [
      'orange card for good',
      carteInvalidite,
      "CARTE D'INVALIDITÉ\nValable à titre définitif",
      '2026-12-31',
      'invalidite-carte-ancienne',
    ],
    [
      'orange card that ends sooner',
      carteInvalidite,
      "CARTE D'INVALIDITÉ\nValable jusqu'au 30/06/2025",
      '2025-06-30',
      'invalidite-carte-ancienne',
    ],
  ]
  it.each(cases)('%s', (_, kind, drawing, end, rule) => {
    const validity = validityOf(kind, piece(page(drawing)))
    expect(validity).toMatchObject({ dateFinValidite: end, regleValidite: rule })
    expect(validity.explication).toMatch(/\p{L}{3}.*\.$/u)
  })
})

describe('sections 2 and 5: stay documents', () => {
  it.each([
    [
      'card',
      titreDeSejour,
      'TITRE DE SÉJOUR / RESIDENCE PERMIT\nFin de validité / Card expiry\n20 04 2029',
      '2029-04-20',
      'titre-sejour-date-imprimee',
    ],
    [
      'visa valant titre de séjour',
      titreDeSejour,
      'VISA\nDU 26-04-2025 AU 25-04-2026\nVALANT TITRE DE SÉJOUR',
      '2026-04-25',
      'titre-sejour-date-imprimee',
    ],
    [
      'paper récépissé',
      recepisseTitreDeSejour,
      "RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR\nValable jusqu'au 01/05/2025",
      '2025-05-01',
      'recepisse-date-imprimee',
    ],
    [
      'récépissé whose end was not read',
      recepisseTitreDeSejour,
      'RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR\nDélivré le 01/02/2025',
      '2025-05-01',
      'recepisse-3-mois',
    ],
    [
      'prolongation whose end was not read',
      recepisseTitreDeSejour,
      "ATTESTATION DE PROLONGATION D'INSTRUCTION\nDélivrée le 30/11/2024",
      '2025-02-28',
      'prolongation-instruction-3-mois',
    ],
    [
      'mere filing',
      recepisseTitreDeSejour,
      "CONFIRMATION DU DÉPÔT D'UNE DEMANDE\nDélivrée le 30/11/2024",
      null,
      'sans-validite',
    ],
  ] as const)('%s', (_, kind, drawing, end, rule) => {
    expect(validityOf(kind, piece(page(drawing)))).toMatchObject({ dateFinValidite: end, regleValidite: rule })
  })
})

describe('section 1: what holds for every type', () => {
  it('a type without end of validity says so', () => {
    const without = KINDS.filter(k => validityOf(k, piece(page('x'))).regleValidite === 'sans-objet').map(k => k.type)
    expect(without).toEqual([
      'livret-de-famille',
      'acte-de-naissance',
      'certificat-de-grossesse',
      'jugement-de-divorce',
      'contrat-de-travail',
      'bail',
      'attestation-hebergement',
      'depot-de-plainte',
      'main-courante',
      'autre-piece-reglementaire',
      'hors-perimetre',
    ])
  })

  it('a type with one never guesses it on a page that says nothing', () => {
    for (const kind of KINDS) {
      const validity = validityOf(kind, piece(page('Bonjour')))
      expect([kind.type, validity.dateFinValidite]).toEqual([kind.type, null])
      expect(validity.explication).not.toBe('')
    }
  })

  it('a region may end a rent with the day reached instead of the month', () => {
    const region = { ...DEFAULT_PROFILE, bulletinPaie: { mois: 3, arrondi: 'jour' as const } }
    const text = piece(page('BULLETIN DE PAIE\nPériode du 01/08/2023 au 04/08/2023'))
    expect(validityOf(bulletinDePaie, text, '2023-09-01', region).dateFinValidite).toBe('2023-11-04')
  })
})
