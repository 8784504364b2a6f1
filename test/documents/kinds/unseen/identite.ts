import type { Layout } from './layout.ts'

/** Identity and stay documents of states and models that the samples do not draw. */
export const IDENTITE: readonly Layout[] = [
  {
    name: 'Spanish card',
    type: 'carte-nationale-identite',
    page: `
      ESPAÑA      DOCUMENTO NACIONAL DE IDENTIDAD
                  APELLIDOS / SURNAMES
                  GARCIA LOPEZ
                  NOMBRE / NAME
                  MARIA CARMEN
                  SEXO / SEX     NACIONALIDAD / NATIONALITY
                  F              ESP
                  FECHA DE NACIMIENTO / DATE OF BIRTH
                  15 04 1985
                  NUM SOPORT / SUPPORT NUM     VALIDEZ / EXPIRY DATE
                  BAA123456                    12 05 2031
    `,
    reads: {
      nom: 'GARCIA LOPEZ',
      prenoms: 'MARIA CARMEN',
      sexe: 'F',
      dateNaissance: '1985-04-15',
      dateExpiration: '2031-05-12',
    },
    until: '2031-05-12',
  },
  {
    name: 'Belgian card',
    type: 'carte-nationale-identite',
    page: `
      BELGIQUE BELGIË BELGIEN BELGIUM
      CARTE D'IDENTITÉ IDENTITEITSKAART PERSONALAUSWEIS IDENTITY CARD
      Nom / Naam / Name
      PEETERS
      Prénoms / Voornamen / Given names
      Els Marie
      Sexe / Geslacht / Sex      Nationalité / Nationaliteit / Nationality
      F/V                        BELGE
      Date de naissance / Geboortedatum / Date of birth
      04 FEB/FEV 1979
      Carte n° / Kaart nr / Card no       Expire le / Vervalt op / Expires
      592-1234567-89                      11.03.2029
    `,
    reads: { nom: 'PEETERS', prenoms: 'Els Marie', dateNaissance: '1979-02-04', dateExpiration: '2029-03-11' },
    until: '2029-03-11',
  },
  {
    name: 'Portuguese card',
    type: 'carte-nationale-identite',
    page: `
      REPÚBLICA PORTUGUESA       CARTÃO DE CIDADÃO / CITIZEN CARD
      APELIDO(S) / SURNAME
      FERREIRA DA SILVA
      NOME(S) / GIVEN NAME(S)
      JOÃO MIGUEL
      SEXO / SEX    NACIONALIDADE / NATIONALITY    DATA DE NASCIMENTO / DATE OF BIRTH
      M             PRT                            21 09 1990
      Nº DOCUMENTO / DOCUMENT No.    DATA DE VALIDADE / EXPIRY DATE
      13456789 4 ZX6                 03 08 2029
    `,
    reads: {
      nom: 'FERREIRA DA SILVA',
      prenoms: 'JOÃO MIGUEL',
      sexe: 'M',
      dateNaissance: '1990-09-21',
      dateExpiration: '2029-08-03',
    },
    until: '2029-08-03',
  },
  {
    name: 'Romanian card, both ends of the validity on one line',
    type: 'carte-nationale-identite',
    page: `
      ROMANIA     CARTE DE IDENTITATE  CARTE D'IDENTITE  IDENTITY CARD
      SERIA RX NR 123456
      Nume/Nom/Last name
      POPESCU
      Prenume/Prenom/First name
      ANDREEA-MARIA
      Cetățenie/Nationalité/Nationality
      Română / ROU                              Sex/Sexe/Sex  F
      Loc naștere/Lieu de naissance/Place of birth
      Mun.București Sec.1
      Emisă de/Delivrée par/Issued by     Valabilitate/Validité/Validity
      SPCLEP Sector 1                     02.03.2020-14.06.2030
    `,
    reads: { nom: 'POPESCU', prenoms: 'ANDREEA-MARIA', dateExpiration: '2030-06-14' },
    until: '2030-06-14',
  },
  {
    name: 'Polish card',
    type: 'carte-nationale-identite',
    page: `
      RZECZPOSPOLITA POLSKA   REPUBLIC OF POLAND
      DOWÓD OSOBISTY / IDENTITY CARD
      NAZWISKO / SURNAME
      KOWALSKA
      IMIONA / GIVEN NAMES
      ANNA MARIA
      OBYWATELSTWO / NATIONALITY     DATA URODZENIA / DATE OF BIRTH
      POLSKIE                        12.11.1988
      NUMER / CARD NUMBER            TERMIN WAŻNOŚCI / EXPIRY DATE
      ABC 123456                     19.08.2031
    `,
    reads: { nom: 'KOWALSKA', prenoms: 'ANNA MARIA', dateNaissance: '1988-11-12', dateExpiration: '2031-08-19' },
    until: '2031-08-19',
  },
  {
    name: 'Italian passport',
    type: 'passeport',
    page: `
      PASSAPORTO     REPUBBLICA ITALIANA
      PASSPORT       Tipo. Type. Type.    Codice Paese. Code of issuing State.    Passaporto N. Passport No.
                     P                    ITA                                     YA1234567
                     Cognome. Surname. Nom. (1)
                     ESPOSITO
                     Nome. Given Names. Prénoms. (2)
                     GIULIA
                     Cittadinanza. Nationality. Nationalité. (3)
                     ITALIANA
                     Data di nascita. Date of birth. Date de naissance. (4)
                     09 MAG/MAY 1992
                     Sesso. Sex. Sexe. (5)    Luogo di nascita. Place of birth. Lieu de naissance. (6)
                     F                        NAPOLI (NA)
                     Data di rilascio. Date of issue. Date de délivrance. (7)   Autorità. Authority. Autorité. (9)
                     14 GIU/JUN 2022                                            MINISTRO AFFARI ESTERI
                     Data di scadenza. Date of expiry. Date d'expiration. (8)
                     13 GIU/JUN 2032
    `,
    reads: {
      nom: 'ESPOSITO',
      prenoms: 'GIULIA',
      numeroDocument: 'YA1234567',
      dateNaissance: '1992-05-09',
      sexe: 'F',
      dateDelivrance: '2022-06-14',
      dateExpiration: '2032-06-13',
    },
    until: '2032-06-13',
  },
  {
    name: 'old French passport, numbered labels',
    type: 'passeport',
    page: `
      UNION EUROPÉENNE   RÉPUBLIQUE FRANÇAISE
      PASSEPORT   Type P   Code du pays FRA   Passeport n° 15CK45678
      Nom (1) : DELATTRE
      Prénoms (2) : Hugo, Louis
      Nationalité (3) : Française
      Date de naissance (4) : 23/11/1995
      Sexe (5) : M      Lieu de naissance (6) : AMIENS
      Date de délivrance (7) : 02/06/2015     Autorité (9) : Préfecture de la Somme
      Date d'expiration (8) : 01/06/2025
    `,
    reads: {
      nom: 'DELATTRE',
      prenoms: 'Hugo Louis',
      numeroDocument: '15CK45678',
      dateNaissance: '1995-11-23',
      sexe: 'M',
      lieuNaissance: 'AMIENS',
      dateDelivrance: '2015-06-02',
      dateExpiration: '2025-06-01',
    },
    until: '2025-06-01',
  },
  {
    name: 'carte de résident before 2011',
    type: 'titre-de-sejour',
    page: `
      RÉPUBLIQUE FRANÇAISE
      CARTE DE RÉSIDENT    N° 7503123456
      NOM : TRAORÉ
      PRÉNOM : Mamadou
      NÉ LE : 12/07/1968 à KAYES
      NATIONALITÉ : MALIENNE
      DÉLIVRÉE LE 04/05/2015 PAR LA PRÉFECTURE DE POLICE
      VALABLE DU 04/05/2015 AU 03/05/2025
    `,
    reads: {
      nom: 'TRAORÉ',
      prenoms: 'Mamadou',
      dateNaissance: '1968-07-12',
      lieuNaissance: 'KAYES',
      nationalite: 'MLI',
      dateDelivrance: '2015-05-04',
      dateExpiration: '2025-05-03',
    },
    until: '2025-05-03',
  },
  {
    name: 'Algerian certificat de résidence',
    type: 'titre-de-sejour',
    page: `
      RÉPUBLIQUE FRANÇAISE
      CERTIFICAT DE RÉSIDENCE DE RESSORTISSANT ALGÉRIEN
      Nom : BOUAZIZ        Prénoms : Samira
      Née le : 30.01.1983  à : ORAN
      Nationalité : algérienne
      Date de délivrance : 11.10.2019
      Fin de validité : 10.10.2029
    `,
    reads: {
      nom: 'BOUAZIZ',
      prenoms: 'Samira',
      dateNaissance: '1983-01-30',
      lieuNaissance: 'ORAN',
      nationalite: 'DZA',
      dateDelivrance: '2019-10-11',
      dateExpiration: '2029-10-10',
    },
    until: '2029-10-10',
  },
  {
    name: 'récépissé: validity in a sentence',
    type: 'recepisse-titre-de-sejour',
    page: `
      PRÉFECTURE DE LA GIRONDE
      RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR
      RENOUVELLEMENT
      N° étranger : 7701234567
      NOM : DIABATÉ     PRÉNOMS : Aminata
      Née le 14/02/1991 à BAMAKO
      Nationalité : malienne
      Le présent récépissé, délivré le 15/01/2025, est valable jusqu'au 14 juillet 2025.
      Il autorise son titulaire à travailler.
    `,
    reads: {
      nom: 'DIABATÉ',
      prenoms: 'Aminata',
      dateNaissance: '1991-02-14',
      numeroEtranger: '7701234567',
      dateDelivrance: '2025-01-15',
      dateExpiration: '2025-07-14',
    },
    until: '2025-07-14',
  },
  {
    name: 'protection temporaire',
    type: 'recepisse-titre-de-sejour',
    page: `
      PRÉFECTURE DU VAR
      AUTORISATION PROVISOIRE DE SÉJOUR
      BÉNÉFICIAIRE DE LA PROTECTION TEMPORAIRE
      Nom : SHEVCHENKO
      Prénom : Olena
      Date de naissance : 03/03/1987
      Nationalité : ukrainienne
      Valable du 01/02/2025 au 31/07/2025
    `,
    reads: {
      nom: 'SHEVCHENKO',
      prenoms: 'Olena',
      dateNaissance: '1987-03-03',
      dateDebutValidite: '2025-02-01',
      dateExpiration: '2025-07-31',
    },
    until: '2025-07-31',
  },
  {
    name: 'student card of a school',
    type: 'carte-etudiant',
    page: `
      ÉCOLE NATIONALE SUPÉRIEURE D'ARCHITECTURE DE NANTES
      CARTE D'ÉTUDIANT                       2024/2025
      NOM : MOREAU
      Prénom : Lucie
      Née le 08/05/2003
      N° INE : 123456789AB
    `,
    reads: {
      nom: 'MOREAU',
      prenoms: 'Lucie',
      dateNaissance: '2003-05-08',
      anneeUniversitaire: '2024-2025',
      ine: '123456789AB',
    },
    until: '2025-08-31',
  },
  {
    name: 'school certificate in a sentence',
    type: 'carte-etudiant',
    page: `
      UNIVERSITÉ PAUL-VALÉRY MONTPELLIER 3
      CERTIFICAT DE SCOLARITÉ
      Année universitaire 2024-2025
      Le Président de l'Université certifie que
      Monsieur Théo LAMBERT
      né le 17 septembre 2004 à Béziers (34)
      INE : 0123456789K
      est régulièrement inscrit en Licence 2 de psychologie
      Fait à Montpellier, le 20 septembre 2024
    `,
    reads: {
      nom: 'LAMBERT',
      prenoms: 'Théo',
      dateNaissance: '2004-09-17',
      anneeUniversitaire: '2024-2025',
      ine: '0123456789K',
      etablissement: 'UNIVERSITÉ PAUL-VALÉRY MONTPELLIER 3',
      dateDocument: '2024-09-20',
    },
    until: '2025-08-31',
  },
  {
    name: 'CMI, labels on one line',
    type: 'carte-invalidite',
    page: `
      CARTE MOBILITÉ INCLUSION
      INVALIDITÉ
      Nom : PICARD      Prénom : Odile
      Date de naissance : 19/10/1951
      N° : 750123456789
      Valable du 01/03/2022 au 28/02/2027
    `,
    reads: { nom: 'PICARD', prenoms: 'Odile', dateNaissance: '1951-10-19', dateExpiration: '2027-02-28' },
    until: '2027-02-28',
  },
]
