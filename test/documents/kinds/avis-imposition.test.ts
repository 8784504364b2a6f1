import { describe, expect, it } from 'vitest'
import { avisImposition } from '../../../src/documents/kinds/avis-imposition.ts'
import { noisy, page, piece } from '../page-builder.ts'
import { read, validityOf } from './values.ts'

const PAGE_1 = page(`
                         DIRECTION GENERALE DES FINANCES PUBLIQUES
                         Impôt et prélèvements sociaux sur les revenus de 2023
                         Avis d'impôt établi en 2024                                        AVIS_IR_RG

                                                       Centre des finances publiques de Lyon 3
                                                       69003 LYON CEDEX 03

  Vos références
                                                       M DUPONT JEAN
  Numéro fiscal (déclarant 1) :  30 23 217 600 053     OU MME DUPONT CLAIRE
  Numéro fiscal (déclarant 2) :  01 02 030 405 057     12 RUE DES LILAS
  Référence de l'avis :          24 69 0123456 78      APPT 4
  Numéro FIP :                   690 12 123456 78      69003 LYON
  Date d'établissement :         12/07/2024
  Date de mise en recouvrement : 31/07/2024

  Vous trouverez ci-dessous le résultat du calcul de votre impôt, établi d'après votre déclaration de revenus.
  Impôt sur les revenus de 2023                                             774 €
  Prélèvement à la source déjà payé en 2023                               - 702 €
  Montant qui vous reste à payer                                             72 €

                                                       Revenu fiscal de référence             21 600
                                                       Nombre de parts                          2,50
  Le revenu fiscal de référence est défini au IV de l'article 1417 du code général des impôts.
                                                                                                1/3
`)
const PAGE_2 = page(`
  Avis d'impôt établi en 2024                          Impôt et prélèvements sociaux sur les revenus de 2023
  N° fiscal : 30 23 217 600 053                                                                 2/3
  DETAIL DES REVENUS
  Situation du foyer : M (marié)   Personnes à charge : F 1     Déclar. 1     Déclar. 2    Total
  Salaires                                                      14 000        10 000       24 000
  Déduction 10 % ou frais réels                                 - 1 400       - 1 000      - 2 400
  Revenu brut global                                                                       21 600
  Revenu imposable                                                                         21 600
  Impôt sur le revenu net avant corrections                                                   774
  Revenu fiscal de référence                                                               21 600
`)
const PAGE_3 = page(`Avis d'impôt établi en 2024\n3/3`)

const WORDS = {
  nom: 'DUPONT',
  prenoms: 'JEAN',
  declarant1: 'DUPONT JEAN',
  declarant2: 'DUPONT CLAIRE',
  adresse: '12 RUE DES LILAS APPT 4 69003 LYON',
}
const NUMBERS = {
  anneeRevenus: 2023,
  numeroFiscal: '3023217600053',
  numeroFiscal2: '0102030405057',
  referenceAvis: '2469012345678',
  nombreParts: 2.5,
  revenuFiscalReference: 21600,
  dateEtablissement: '2024-07-12',
  dateDocument: '2024-07-12',
  dateMiseEnRecouvrement: '2024-07-31',
  montantImpot: 774,
}

describe("an avis d'impôt of a couple (model 2)", () => {
  it('gives all its fields', () => {
    expect(read(avisImposition, piece(PAGE_1, PAGE_2, PAGE_3))).toEqual({
      ...WORDS,
      ...NUMBERS,
      revenuBrutGlobal: 21600,
      revenuImposable: 21600,
      situationFamille: 'M',
    })
  })

  it('ends on 31 December of the second year after the income', () => {
    expect(validityOf(avisImposition, piece(PAGE_1, PAGE_2, PAGE_3))).toMatchObject({
      dateFinValidite: '2025-12-31',
      regleValidite: 'avis-imposition-n-2',
      remarks: [],
    })
  })

  it('says when pages are missing', () => {
    expect(validityOf(avisImposition, piece(PAGE_1)).remarks).toEqual([
      "L'avis d'imposition est incomplet : toutes ses pages n'ont pas été déposées. Ajoutez les pages qui manquent.",
    ])
    expect(validityOf(avisImposition, piece(PAGE_2)).remarks).toEqual([
      "La première page de l'avis manque. Ajoutez-la : elle porte la référence et le revenu fiscal de référence.",
    ])
  })

  it('still gives them when letters are misread', () => {
    for (const seed of [1, 2, 3]) {
      expect(read(avisImposition, piece(noisy(PAGE_1, 40, seed)))).toMatchObject(NUMBERS)
    }
  })
})

describe('an ASDIR', () => {
  const text = piece(
    page(`
      DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
      AVIS DE SITUATION DÉCLARATIVE À L’IMPÔT SUR LE REVENU
      Impôt 2025 sur les revenus de 2024
      établi le 18/04/2025 d'après la déclaration déposée en ligne

      Numéro fiscal du déclarant 1      30 23 217 600 053
      Référence de l'avis               25440A1234567
      Etat civil du déclarant 1         BENALI SAMIRA
      Situation de famille              Célibataire
      Nombre de parts                   1,5
      Revenu brut global                13 200 €
      Revenu imposable                  13 200 €
      Revenu fiscal de référence        13 200 €
      Impôt sur le revenu net           0 € (non imposable)
      Date de mise en recouvrement      -
    `),
  )
  it('gives its fields, without a date of recovery', () => {
    expect(read(avisImposition, text)).toEqual({
      nom: 'BENALI',
      prenoms: 'SAMIRA',
      declarant1: 'BENALI SAMIRA',
      anneeRevenus: 2024,
      numeroFiscal: '3023217600053',
      referenceAvis: '25440A1234567',
      nombreParts: 1.5,
      revenuFiscalReference: 13200,
      revenuBrutGlobal: 13200,
      revenuImposable: 13200,
      dateEtablissement: '2025-04-18',
      dateDocument: '2025-04-18',
      montantImpot: 0,
      situationFamille: 'C',
    })
    expect(validityOf(avisImposition, text).dateFinValidite).toBe('2026-12-31')
  })
})

describe('a notice of 2015', () => {
  const text = piece(
    page(`
      FINANCES PUBLIQUES                 AVIS DE NON-IMPOSITION
                                         IMPOT SUR LES REVENUS DE L'ANNEE 2014

      N° fiscal déclarant 1 : 30 23 217 600 053
      Référence de l'avis : 15 75 0123456 12
                                         MME KONE AWA
                                         3 RUE DU MOULIN
                                         93200 SAINT DENIS
      D'après les éléments déclarés, vous n'êtes pas imposable.
      Revenu fiscal de référence : 9 812
      Nombre de parts : 1
    `),
  )
  it('gives its fields', () => {
    expect(read(avisImposition, text)).toMatchObject({
      nom: 'KONE',
      prenoms: 'AWA',
      anneeRevenus: 2014,
      referenceAvis: '1575012345612',
      revenuFiscalReference: 9812,
      nombreParts: 1,
      montantImpot: 0,
      adresse: '3 RUE DU MOULIN 93200 SAINT DENIS',
    })
    expect(validityOf(avisImposition, text).dateFinValidite).toBe('2016-12-31')
  })
})

describe('a notice whose year of income is not readable', () => {
  it('takes the year before it was issued, less surely', () => {
    const text = piece(page("Avis d'impôt établi en 2024\nRevenu fiscal de référence 21 600"))
    expect(avisImposition.readFields(text, '2025-01-01')['anneeRevenus']).toMatchObject({
      valeur: 2023,
      confiance: 0.6,
      source: 'calcul',
    })
  })
  it('has no end when nothing says the year', () => {
    expect(validityOf(avisImposition, piece(page('Revenu fiscal de référence 21 600')))).toMatchObject({
      dateFinValidite: null,
      regleValidite: 'non-determinee',
    })
  })
})
