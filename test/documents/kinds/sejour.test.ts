import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../../src/formats/mrz/check-digit.ts'
import { recepisseTitreDeSejour as recepisse } from '../../../src/documents/kinds/recepisse-titre-de-sejour.ts'
import { titreDeSejour as titre } from '../../../src/documents/kinds/titre-de-sejour.ts'
import { page, piece } from '../page-builder.ts'
import { read, validityOf } from './values.ts'

describe('titres de séjour', () => {
  const mrz = ['IRFRAKTR8PX2L949912345678<<<<<', '9005123F2806309SEN<<<<<<<<<<<6', 'DIALLO<<AMINATA<<<<<<<<<<<<<<<']

  it('card of 2020: both sides', () => {
    const text = piece(
      page(`
        FR    TITRE DE SÉJOUR / RESIDENCE PERMIT              KTR8PX2L9
              NOM / Name
              DIALLO
              PRÉNOMS / Forenames
              Aminata
              SEXE / Sex     NATIONALITÉ / Nationality     DATE DE NAISS. / Date of birth
              F              SEN                           12 05 1990
              CATÉGORIE DU TITRE / Type of permit
              VIE PRIVÉE ET FAMILIALE
              FIN DE VALIDITÉ / Expiry date
              30 06 2028
      `),
      page(
        `
        DATE DE DÉLIVRANCE / Date of issue      LIEU DE NAISSANCE / Place of birth
        01 07 2024                              DAKAR
        N° ÉTRANGER / Personal No
        9912345678
        REMARQUES / Remarks
        AUTORISE SON TITULAIRE A TRAVAILLER
      `,
        { mrz },
      ),
    )
    expect(read(titre, text)).toEqual({
      nom: 'DIALLO',
      prenoms: 'Aminata',
      sexe: 'F',
      nationalite: 'SEN',
      dateNaissance: '1990-05-12',
      dateDelivrance: '2024-07-01',
      lieuNaissance: 'DAKAR',
      dateExpiration: '2028-06-30',
      numeroDocument: 'KTR8PX2L9',
      numeroEtranger: '9912345678',
      categorieTitre: 'VIE PRIVÉE ET FAMILIALE',
      mrz: mrz.join('\n'),
    })
    expect(validityOf(titre, text)).toMatchObject({
      dateFinValidite: '2028-06-30',
      regleValidite: 'titre-sejour-date-imprimee',
      remarks: [],
    })
  })

  it('card of 2011: "valable jusqu\'au", and its back asked for when missing', () => {
    const text = piece(
      page(`
        RÉPUBLIQUE FRANÇAISE          TITRE DE SÉJOUR
        NOM            BOUAZIZ
        PRÉNOMS        KARIM
        VALABLE JUSQU'AU   14/09/2025
        DÉLIVRÉ LE         15/09/2015
        TYPE DE TITRE      CARTE DE RESIDENT
        REMARQUES
      `),
    )
    expect(read(titre, text)).toMatchObject({
      nom: 'BOUAZIZ',
      prenoms: 'KARIM',
      dateExpiration: '2025-09-14',
      dateDelivrance: '2015-09-15',
      categorieTitre: 'CARTE DE RESIDENT',
    })
    expect(validityOf(titre, text)).toMatchObject({
      dateFinValidite: '2025-09-14',
      remarks: ['Le verso du titre de séjour manque ou ne se lit pas. Ajoutez-le : il porte la bande de lecture.'],
    })
  })

  it('visa valant titre de séjour: the end of the visa, and the validation to look for', () => {
    const visa = ['VDFRAEL<IDRISSI<<SALMA<<<<<<<<<<<<<<', '0192847564MAR9604113F2611309<<<<<<<<']
    const text = piece(
      page(
        `
        VISA      RÉPUBLIQUE FRANÇAISE      019284756
        VALABLE POUR  FRANCE
        DU 01-12-2025        AU 30-11-2026
        TYPE DE VISA         D          NOMBRE D'ENTRÉES     MULT
        DÉLIVRÉ À            RABAT      LE     14-11-2025
        NOM, PRÉNOMS EL IDRISSI SALMA
        REMARQUES  CESEDA R431-16 3°  VALANT TITRE DE SEJOUR  ETUDIANT
      `,
        { mrz: visa },
      ),
    )
    expect(read(titre, text)).toMatchObject({
      nom: 'EL IDRISSI',
      prenoms: 'SALMA',
      numeroDocument: '019284756',
      dateDelivrance: '2025-11-14',
      dateDebutValidite: '2025-12-01',
      dateExpiration: '2026-11-30',
      nationalite: 'MAR',
    })
    expect(validityOf(titre, text)).toMatchObject({ dateFinValidite: '2026-11-30' })
    expect(validityOf(titre, text).remarks[0]).toContain('validation en ligne')
  })
})

describe('what OCR spoilt on a title, the band and the place of things tell', () => {
  const mrz = ['9604113F2611309MAR<<<<<<<<<<<8', 'EL<IDRISSI<<SALMA<<<<<<<<<<<<<']
  const face = (number: string): string => `
    TITRE DE SÉJOUR  RESIDENCE PERMIT
    ${number}
    NOM / Name
    EL IDRISSI
    PRÉNOMS / Forenames
    SALMA
  `
  const numberOf = (number: string, code: string) =>
    titre.readFields(piece(page(face(number), { mrz: [code, ...mrz] })), '2026-07-01')['numeroDocument']?.valeur
  const digit = checkDigit('HM1NGMM5K') ?? ''
  const right = `IRFRAHM1NGMM5K${digit}3012345678<<<<<`

  it('a 1 printed in the number and read I', () => {
    expect(numberOf('HMINGMM5K', right)).toBe('HM1NGMM5K')
  })

  it('another number stays what was read, and so does one that the band does not surely give', () => {
    expect(numberOf('HM7NGMM5K', right)).toBe('HM7NGMM5K')
    const wrong = `IRFRAHM1NGMM5K${(Number(digit) + 1) % 10}3012345678<<<<<`
    expect(numberOf('HMINGMM5K', wrong)).toBe('HMINGMM5K')
  })

  it.each([
    ['ou 01-12-2025 Au 30-11-2026', '2025-12-01', '2026-11-30'],
    ['pu 01-12-2025 TO 30-11-2026', '2025-12-01', '2026-11-30'],
    ['DÉLIVRÉ LE 01-12-2025 AU 30-11-2026', undefined, undefined],
    ['DU 30-11-2026 AU 01-12-2025', '2026-11-30', undefined],
  ])('the days of a visa: %s', (row, debut, fin) => {
    const fields = titre.readFields(
      piece(page(`VISA   RÉPUBLIQUE FRANÇAISE\nVALABLE POUR  FRANCE\n${row}`)),
      '2026-07-01',
    )
    expect(fields['dateDebutValidite']?.valeur).toBe(debut)
    expect(fields['dateExpiration']?.valeur).toBe(fin)
  })
})

describe('récépissés and attestations', () => {
  it('paper récépissé of a renewal', () => {
    const text = piece(
      page(`
        PRÉFECTURE DU RHÔNE
        RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR
        Renouvellement
        N° étranger : 6903123456
        Nom : TRAORE
        Prénom(s) : Moussa
        Né(e) le : 03/02/1985     à : BAMAKO
        Nationalité : Malienne
        Délivré le : 13/01/2025
        Valable jusqu'au : 12/07/2025
        Il autorise son titulaire à travailler
      `),
    )
    expect(read(recepisse, text)).toEqual({
      nom: 'TRAORE',
      prenoms: 'Moussa',
      dateNaissance: '1985-02-03',
      lieuNaissance: 'BAMAKO',
      nationalite: 'MLI',
      numeroEtranger: '6903123456',
      numeroDocument: '6903123456',
      dateDelivrance: '2025-01-13',
      dateDocument: '2025-01-13',
      dateExpiration: '2025-07-12',
      natureDocument: 'recepisse',
      natureDemande: 'renouvellement',
    })
    expect(validityOf(recepisse, text)).toMatchObject({
      dateFinValidite: '2025-07-12',
      regleValidite: 'recepisse-date-imprimee',
      remarks: [],
    })
  })

  it('of a first request: says that it is not on the list, unless the holder is protected', () => {
    const first = (mention: string) =>
      piece(page(`RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR\nPremière demande\n${mention}\nValable jusqu'au 12/07/2025`))
    expect(validityOf(recepisse, first('')).remarks[0]).toContain('première demande')
    expect(validityOf(recepisse, first('Reconnu réfugié')).remarks).toEqual([])
  })

  it('attestation de prolongation: from - to', () => {
    const text = piece(
      page(`
        MINISTÈRE DE L'INTÉRIEUR
        ATTESTATION DE PROLONGATION D'INSTRUCTION
        d'une demande de renouvellement de titre de séjour
        Nom : NGUYEN          Prénom : Thi Lan
        Numéro étranger : 9903123456
        Cette attestation est valable du 12/01/2025 au 11/04/2025.
        Elle permet à son titulaire de justifier de la régularité de son séjour.
      `),
    )
    expect(read(recepisse, text)).toMatchObject({
      nom: 'NGUYEN',
      prenoms: 'Thi Lan',
      dateDelivrance: '2025-01-12',
      dateExpiration: '2025-04-11',
      natureDocument: 'prolongation-instruction',
    })
    expect(validityOf(recepisse, text)).toMatchObject({
      dateFinValidite: '2025-04-11',
      regleValidite: 'prolongation-instruction-3-mois',
    })
  })

  it('attestation de prolongation without an end: three months from its day', () => {
    const text = piece(
      page("ATTESTATION DE PROLONGATION D'INSTRUCTION\nDélivrée le 30/11/2024 par la préfecture du Rhône"),
    )
    expect(validityOf(recepisse, text)).toMatchObject({
      dateFinValidite: '2025-02-28',
      regleValidite: 'prolongation-instruction-3-mois',
    })
  })

  it('confirmation of a filing: no stay document, no end', () => {
    const text = piece(
      page(
        'CONFIRMATION DU DÉPÔT de votre pré-demande de titre de séjour\nDate de dépôt : 02/03/2025\nNuméro étranger 9903123456',
      ),
    )
    expect(validityOf(recepisse, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'sans-validite' })
    expect(validityOf(recepisse, text).remarks[0]).toContain('ne justifie pas')
  })
})
