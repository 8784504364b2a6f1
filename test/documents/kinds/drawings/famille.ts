/** Civil status, pregnancy, judgments. Fictional people. */

export const EXTRAIT_NAISSANCE = `
VILLE DE NANTES                                        RÉPUBLIQUE FRANÇAISE
Service de l'état civil

                    EXTRAIT D'ACTE DE NAISSANCE
                          (avec filiation)
Acte n° 1274

Nom : MARCHAND
Prénoms : Élodie, Claire
Date de naissance : 17 février 1989        Heure : 06 h 40
Lieu de naissance : Nantes (Loire-Atlantique)
Sexe : féminin
Père : MARCHAND Alain, né le 03/04/1960 à Rezé
Mère : LE GALL Soizic, née le 22/11/1962 à Quimper

Mentions marginales : néant

Pour extrait conforme, l'officier de l'état civil
Délivré le 9 janvier 2025
`

export const COPIE_INTEGRALE = `
MAIRIE DE LYON 3E ARRONDISSEMENT

            COPIE INTÉGRALE D'ACTE DE NAISSANCE

N° 0458      Le deux mars mil neuf cent quatre-vingt-dix à dix heures quinze minutes
est né, au 7 rue Garibaldi,
Jean Paul DUPONT, du sexe masculin,
de Robert DUPONT, né à Vienne (Isère) le 14 juin 1958, mécanicien, et de Anne ROCHE, son
épouse, sans profession, domiciliés à Lyon.
Dressé le trois mars mil neuf cent quatre-vingt-dix, sur la déclaration du père, qui, lecture faite et
invité à lire l'acte, a signé avec Nous, officier de l'état civil par délégation.

Mentions marginales
Marié à Bron (Rhône) le 12 septembre 2015 avec Sophie BLANC.

Copie délivrée le 20/02/2025
Certifié conforme
`

export const EXTRAIT_PLURILINGUE = `
REPUBLIQUE FRANÇAISE - SERVICE CENTRAL D'ETAT CIVIL - NANTES
1 Extrait de l'acte de naissance / Extract of the birth registration / Auszug aus dem Geburtseintrag
Nom de famille   DA SILVA
Prénoms   Inês Maria
Né le / Date of birth   05/11/1994
Lieu   Porto
Délivré le   03/12/2024
Officier de l'état civil
`

export const LIVRET_MARIAGE = `
                         LIVRET DE FAMILLE

EXTRAIT DE L'ACTE DE MARIAGE N° 31
Mairie de Roubaix (Nord)
Le 12 juin 2010 a été célébré le mariage de

ÉPOUX                                              ÉPOUSE
Nom : LEFEBVRE                                     Nom : OUEDRAOGO
Prénoms : Thomas Louis                             Prénoms : Mariam
Né le : 02/01/1984                                 Née le : 23/07/1986
à : Lille (Nord)                                   à : Bobo-Dioulasso

Contrat de mariage : néant
Délivré conforme aux registres le 12 juin 2010
`

export const LIVRET_ENFANTS = `
PREMIER ENFANT
EXTRAIT DE L'ACTE DE NAISSANCE N° 882
Nom : LEFEBVRE
Prénoms : Inaya Rose
Né(e) le : 19/03/2012 à Roubaix
Délivré conforme aux registres le 21 mars 2012

DEUXIÈME ENFANT
EXTRAIT DE L'ACTE DE NAISSANCE N° 1045
Nom : LEFEBVRE
Prénoms : Gabriel
Né(e) le : 30/09/2015 à Lille
Délivré conforme aux registres le 2 octobre 2015

TROISIÈME ENFANT
EXTRAIT DE L'ACTE DE NAISSANCE N°
Nom :
Prénoms :
Né(e) le :
`

export const CERTIFICAT_GROSSESSE = `
Docteur Hélène VASSEUR                                   RPPS 10003456789
Gynécologue obstétricien
48 boulevard Carnot 06400 CANNES

                                                         Cannes, le 14/02/2025

                         CERTIFICAT DE GROSSESSE

Je soussignée, Docteur Hélène VASSEUR, certifie que Madame Chloé RINALDI, née le 30/10/1995,
présente une grossesse évolutive à ce jour.
Date présumée de début de grossesse : 12/11/2024
Date présumée d'accouchement : 12/08/2025

Certificat remis en main propre à l'intéressée pour faire valoir ce que de droit.
`

export const CERFA_GROSSESSE = `
cerfa N° 10112*05                 Vous attendez un enfant
                       Premier examen médical prénatal
A adresser à votre organisme d'assurance maladie - A adresser à votre caisse d'allocations familiales
Nom de famille : HAMDI
Prénom : Sarra
Date de naissance : 08/06/1998
Grossesse : date présumée de début de grossesse 03/01/2025
La date prévue d'accouchement est le 03/10/2025
Nom du praticien, sage-femme ou médecin                    Date de l'examen : 20/03/2025
`

export const JUGEMENT = `
TRIBUNAL JUDICIAIRE DE RENNES
JUGE AUX AFFAIRES FAMILIALES
                                      RÉPUBLIQUE FRANÇAISE
                                      AU NOM DU PEUPLE FRANÇAIS
N° RG 21/04567 - N° Portalis DBYC-W-B7F-JHYT
MINUTE N° 22/318
                         JUGEMENT DE DIVORCE
Jugement rendu le 3 mai 2022
DEMANDEUR :
Monsieur Yann KERVELLA, né le 12/12/1980 à Brest
DÉFENDERESSE :
Madame Aurélie SIMON épouse KERVELLA
PAR CES MOTIFS
Le juge aux affaires familiales, statuant publiquement, prononce le divorce de Monsieur Yann KERVELLA
et de Madame Aurélie SIMON ; fixe la résidence habituelle des enfants au domicile de la mère ;
dit que le père bénéficiera d'un droit de visite et d'hébergement ; fixe la contribution à l'entretien et à
l'éducation des enfants à 180 euros par mois et par enfant.
`

export const ONC = `
TRIBUNAL DE GRANDE INSTANCE DE CRÉTEIL
                      ORDONNANCE DE NON-CONCILIATION
Rôle n° 17/01234
rendue le 16 novembre 2017 par le juge aux affaires familiales
Autorisons les époux à introduire l'instance ; constatons leur résidence séparée.
`

export const CONVENTION_DIVORCE = `
                CONVENTION DE DIVORCE PAR CONSENTEMENT MUTUEL
             par acte sous signature privée contresigné par avocats (article 229-1 du code civil)
Entre Madame Julie PERRIN et Monsieur David COSTA, assistés chacun de leur avocat.
La convention sera soumise au dépôt au rang des minutes d'un notaire.
Liquidation du régime matrimonial - exercice de l'autorité parentale - résidence des enfants
Fait à Dijon, le 04/07/2023
`
