/** Complaints and log statements. Fictional people. */

export const PLAINTE = `
MINISTÈRE DE L'INTÉRIEUR                                   PROCÈS-VERBAL
POLICE NATIONALE
Commissariat de police de Melun                            PV n° 2024/003871
                                                           Procédure n° 00458/03871/2024
AFFAIRE C/ X

OBJET : DÉPÔT DE PLAINTE
L'an deux mille vingt-quatre, le douze mars à quatorze heures dix
Nous, Sophie LANDRY, brigadier de police, agent de police judiciaire, en fonction à Melun,
constatons que se présente la personne ci-dessous dénommée qui nous déclare :
Nom : BOUCHER
Prénom : Laurence
Née le : 02/09/1990 à Provins
Je dépose plainte contre mon ex-conjoint pour les faits suivants.
Article 15-3 du code de procédure pénale
`

export const RECEPISSE_PLAINTE = `
GENDARMERIE NATIONALE
Compagnie de Redon - Brigade de proximité de Pipriac

              RÉCÉPISSÉ DE DÉPÔT DE PLAINTE
              (article 15-3 du code de procédure pénale)
N° de procédure : 12345/00678/2025
Date de dépôt : 18/01/2025
Plaignant : ROLLAND Mathieu
L'officier de police judiciaire
`

export const MAIN_COURANTE = `
POLICE NATIONALE
Hôtel de police de Nîmes - Commissariat central

                DÉCLARATION DE MAIN COURANTE
Déclaration n° 2024/018452
Le 06/05/2024 à 09 h 20
Déclarant : Madame PEREZ Alicia
Née le : 11/02/1987
Type d'événement : différend entre époux
La déclarante ne souhaite pas déposer plainte.
`

export const RENSEIGNEMENT_JUDICIAIRE = `
GENDARMERIE NATIONALE
Brigade de Guingamp
         PROCÈS-VERBAL DE RENSEIGNEMENT JUDICIAIRE
N° PV : 04512/00231/2023
Le 14/09/2023, se présente à notre unité Monsieur LE BIHAN Erwan
`
