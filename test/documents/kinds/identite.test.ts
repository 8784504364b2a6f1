import { describe, expect, it } from 'vitest'
import { carteNationaleIdentite as cni } from '../../../src/documents/kinds/carte-nationale-identite.ts'
import { passeport } from '../../../src/documents/kinds/passeport.ts'
import { page, piece } from '../page-builder.ts'
import { JOUR_DEPOT, read, validityOf } from './values.ts'

const LAMINATED_MRZ = ['IDFRALEFEBVRE<<<<<<<<<<<<<<<<<750123', '0508753004176JULIE<<CLAIRE<7803141F3']
const LAMINATED_FRONT = page(
  `
            REPUBLIQUE FRANCAISE
  CARTE NATIONALE D'IDENTITE N° : 050875300417        Nationalité Française

            Nom : LEFEBVRE
            Nom d'usage : MOREL
            Prénom(s) : JULIE, CLAIRE
            Sexe : F     Né(e) le : 14.03.1978
            à : LYON 3E ARRONDISSEMENT (69)
            Taille : 1,65 m
            Signature
            du titulaire :
  `,
  { mrz: LAMINATED_MRZ },
)
const LAMINATED_BACK = page(`
  Adresse :     12 RUE DES LILAS
                69003 LYON
  Cette carte est valable jusqu'au : 11.08.2015
  délivrée le : 12.08.2005
  par : PRÉFECTURE DU RHÔNE (69)
`)
const LAMINATED_VALUES = {
  nom: 'LEFEBVRE',
  nomUsage: 'MOREL',
  prenoms: 'JULIE CLAIRE',
  sexe: 'F',
  dateNaissance: '1978-03-14',
  lieuNaissance: 'LYON 3E ARRONDISSEMENT',
  nationalite: 'FRA',
  numeroDocument: '050875300417',
  mrz: LAMINATED_MRZ.join('\n'),
}

describe('a laminated French identity card', () => {
  it('gives the fields of both sides', () => {
    expect(read(cni, piece(LAMINATED_FRONT, LAMINATED_BACK))).toEqual({
      ...LAMINATED_VALUES,
      dateDelivrance: '2005-08-12',
      dateExpiration: '2015-08-11',
    })
  })

  it('delivered to an adult in 2005 ends five years after the printed date', () => {
    expect(validityOf(cni, piece(LAMINATED_FRONT, LAMINATED_BACK), '2016-01-01')).toMatchObject({
      dateFinValidite: '2020-08-11',
      regleValidite: 'cni-prolongation-5-ans',
      remarks: [],
    })
  })

  it('once out of date still says what it is good for', () => {
    expect(validityOf(cni, piece(LAMINATED_FRONT, LAMINATED_BACK)).remarks).toEqual([
      "Carte d'identité française périmée : présentée au guichet, elle permet encore de prouver l'identité si la photo est ressemblante.",
    ])
  })

  it('without its back asks for it, and derives the end from the number', () => {
    const text = piece(LAMINATED_FRONT)
    expect(read(cni, text)).toEqual(LAMINATED_VALUES)
    expect(validityOf(cni, text, '2016-01-01')).toMatchObject({
      dateFinValidite: '2020-08-31',
      regleValidite: 'cni-derivee-du-numero',
      remarks: ["Le verso de la carte d'identité manque ou ne se lit pas. Ajoutez-le."],
    })
  })

  it('whose print is not readable gives what its MRZ says, and says so', () => {
    const text = piece(page("CARTE NATIONALE D'IDENTITE", { mrz: LAMINATED_MRZ }))
    const champs = cni.readFields(text, JOUR_DEPOT)
    expect(champs['nom']).toMatchObject({ valeur: 'LEFEBVRE', source: 'mrz', page: 1 })
    expect(champs['dateNaissance']).toMatchObject({ valeur: '1978-03-14', source: 'mrz' })
  })

  it('never takes the day of delivery for an end that is not readable', () => {
    const text = piece(
      page(`
        CARTE NATIONALE D'IDENTITE N° : 170493961679
        Nom : HALIDI
        Né(e) le : 27.11.1989
        Cette carte est valable jusqu'au : 19 .84.2832
        délivrée le : 20.04.2017
      `),
    )
    expect(read(cni, text)).not.toHaveProperty('dateExpiration')
    expect(validityOf(cni, text)).toMatchObject({ dateFinValidite: '2032-04-19', regleValidite: 'cni-date-imprimee' })
  })

  it('keeps the printed value that its MRZ contradicts', () => {
    const forged = page(
      `
      CARTE NATIONALE D'IDENTITE N° : 050875300417
      Nom : LEFEVRE
      Né(e) le : 14.03.1988
    `,
      { mrz: LAMINATED_MRZ },
    )
    expect(cni.readFields(piece(forged), JOUR_DEPOT)).toMatchObject({
      nom: { valeur: 'LEFEVRE', source: 'ocr' },
      dateNaissance: { valeur: '1988-03-14', source: 'ocr' },
    })
  })
})

describe('an electronic French identity card', () => {
  const front = page(`
    RÉPUBLIQUE FRANÇAISE                                            FR
    CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD

              NOM / Surname
              DUPONT DURAND
              PRÉNOMS / Given names
              Anne-Sophie
              SEXE / Sex      NATIONALITÉ / Nationality      DATE DE NAISS. / Date of birth
              F               FRA                            31 12 1999
              LIEU DE NAISSANCE / Place of birth
              SAINT-DENIS
              N° DU DOCUMENT / Document No                   DATE D'EXPIR. / Expiry date
              F9K2TR7B4                                      05 01 2034
  `)
  const mrz = ['IDFRAF9K2TR7B46<<<<<<<<<<<<<<<', '9912315F3401055FRA<<<<<<<<<<<4', 'DUPONT<DURAND<<ANNE<SOPHIE<<<<']
  const back = page(
    `
    TAILLE / Height        DATE DE DÉLIVRANCE / Date of issue
    1,68 m                 06 01 2024
    ADRESSE / Address
    12 RUE DES LILAS
    93200 SAINT-DENIS
  `,
    { mrz },
  )
  it('gives the fields of both sides', () => {
    expect(read(cni, piece(front, back))).toEqual({
      nom: 'DUPONT DURAND',
      prenoms: 'Anne-Sophie',
      sexe: 'F',
      nationalite: 'FRA',
      dateNaissance: '1999-12-31',
      lieuNaissance: 'SAINT-DENIS',
      numeroDocument: 'F9K2TR7B4',
      dateExpiration: '2034-01-05',
      dateDelivrance: '2024-01-06',
      mrz: mrz.join('\n'),
    })
    expect(validityOf(cni, piece(front, back))).toMatchObject({
      dateFinValidite: '2034-01-05',
      regleValidite: 'cni-date-imprimee',
      remarks: [],
    })
  })
  it('whose label of two languages has two wrong letters is hardly less sure', () => {
    const face = page('CARTA DI IDENTITÀ / IDENTITY CARD\nCOGNOME / JRNAME\nFONTAINE', { confidence: 0.96 })
    expect(cni.readFields(piece(face), JOUR_DEPOT)['nom']).toMatchObject({ valeur: 'FONTAINE', confiance: 0.91 })
  })
  it('whose label of the surname is not read: the name just above the given names, when nothing else may be it', () => {
    const nom = (above: string): unknown =>
      read(
        cni,
        piece(page(`CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD\n${above}\nPRÉNOMS / Given names\nAnne-Sophie`)),
      )['nom']
    expect(nom('DUPONT-DURAND')).toBe('DUPONT-DURAND')
    expect(nom('DUPONT-DURAND\nMARTIN')).toBeUndefined()
    expect(nom('Kxz7 DUPONT')).toBeUndefined()
    expect(nom('')).toBeUndefined()
  })
  it('asks for the side that is missing', () => {
    expect(validityOf(cni, piece(front)).remarks).toEqual([
      "Le verso de la carte d'identité manque ou ne se lit pas. Ajoutez-le.",
    ])
    expect(validityOf(cni, piece(front)).dateFinValidite).toBe('2034-01-05')
  })
  it('takes the end of validity from the MRZ when print and MRZ disagree', () => {
    const edited = page(`
      CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD
      DATE D'EXPIR. / Expiry date
      05 01 2038
    `)
    const text = piece(edited, back)
    expect(cni.readFields(text, JOUR_DEPOT)['dateExpiration']).toMatchObject({ valeur: '2038-01-05', source: 'ocr' })
    expect(validityOf(cni, text).dateFinValidite).toBe('2034-01-05')
  })
})

describe('identity cards of other states', () => {
  it('German: labels in three languages', () => {
    const text = piece(
      page(`
        BUNDESREPUBLIK DEUTSCHLAND                    PERSONALAUSWEIS
        FEDERAL REPUBLIC OF GERMANY                   IDENTITY CARD  LZ6311T47
        Name/Surname/Nom
        MUSTERMANN
        Vornamen/Given names/Prénoms
        ERIKA
        Geburtstag/Date of birth/Date de naissance    Staatsangehörigkeit/Nationality/Nationalité
        12.08.1983                                    DEUTSCH
        Gültig bis/Date of expiry/Date d'expiration
        01.08.2031
      `),
      page('', {
        mrz: ['IDD<<LZ6311T475<<<<<<<<<<<<<<<', '8308126F3108011D<<<<<<<<<<<<<6', 'MUSTERMANN<<ERIKA<<<<<<<<<<<<<'],
      }),
    )
    expect(read(cni, text)).toMatchObject({
      nom: 'MUSTERMANN',
      prenoms: 'ERIKA',
      dateNaissance: '1983-08-12',
      dateExpiration: '2031-08-01',
    })
    expect(validityOf(cni, text)).toMatchObject({
      dateFinValidite: '2031-08-01',
      regleValidite: 'identite-ue-date-imprimee',
    })
  })

  it('Italian paper card: no MRZ', () => {
    const text = piece(
      page(`
        REPUBBLICA ITALIANA      COMUNE DI ROMA
        CARTA D'IDENTITA         N° AT 1234567
        Cognome  ROSSI
        Nome  BIANCA
        Data di nascita 11/09/1964
        Scadenza 11/09/2030
      `),
    )
    expect(read(cni, text)).toMatchObject({ nom: 'ROSSI', prenoms: 'BIANCA', dateNaissance: '1964-09-11' })
    expect(validityOf(cni, text)).toMatchObject({
      dateFinValidite: '2030-09-11',
      regleValidite: 'identite-ue-date-imprimee',
    })
  })

  it('Spanish card of an older holder: no limit', () => {
    const text = piece(
      page(`
        DOCUMENTO NACIONAL DE IDENTIDAD
        APELLIDOS
        ESPAÑOLA ESPAÑOLA
        NOMBRE
        CARMEN
        VALIDEZ
        PERMANENTE
      `),
    )
    expect(validityOf(cni, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'sans-limite' })
  })
})

describe('passports', () => {
  const mrz = ['P<FRAMERCIER<<LEA<JEANNE<<<<<<<<<<<<<<<<<<<<', '24AB123456FRA8807054F3402122<<<<<<<<<<<<<<<6']
  const french = page(
    `
    PASSEPORT              RÉPUBLIQUE FRANÇAISE
    PASSPORT     Type / Type    Code du pays / Country code    Passeport n° / Passport No
                 P              FRA                            24AB12345
                 Nom / Surname
                 MERCIER
                 Prénoms / Given names
                 Léa, Jeanne
                 Nationalité / Nationality
                 Française
                 Date de naissance / Date of birth
                 05 07 1988
                 Sexe / Sex        Lieu de naissance / Place of birth
                 F                 BORDEAUX
                 Date de délivrance / Date of issue     Autorité / Authority
                 13 02 2024                             Préfecture de la Gironde
                 Date d'expiration / Date of expiry
                 12 02 2034
  `,
    { mrz },
  )
  it('French: all fields, and the end that print and MRZ agree on', () => {
    expect(read(passeport, piece(french))).toEqual({
      nom: 'MERCIER',
      prenoms: 'Léa Jeanne',
      nationalite: 'FRA',
      dateNaissance: '1988-07-05',
      sexe: 'F',
      lieuNaissance: 'BORDEAUX',
      dateDelivrance: '2024-02-13',
      dateExpiration: '2034-02-12',
      numeroDocument: '24AB12345',
      mrz: mrz.join('\n'),
    })
    expect(validityOf(passeport, piece(french))).toMatchObject({
      dateFinValidite: '2034-02-12',
      regleValidite: 'passeport-date-imprimee',
      remarks: [],
    })
  })

  it('of a state outside the Union: no end, and a word about the titre de séjour', () => {
    const text = piece(
      page("PASSEPORT PASSPORT\nROYAUME DU MAROC\nDate d'expiration\n01/01/2029", {
        mrz: ['P<AFGKHAN<<AHMAD<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'O001234563AFG80<<<<6M2901019<<<<<<<<<<<<<<<4'],
      }),
    )
    expect(validityOf(passeport, text)).toMatchObject({ dateFinValidite: null, regleValidite: 'passeport-hors-ue' })
    expect(validityOf(passeport, text).remarks[0]).toContain('titre de séjour')
  })
})
