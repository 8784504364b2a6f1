/** Pages about the present home, as agencies, landlords, hotels and hosts print them. Fictional people. */

export const QUITTANCE_PARTICULIER = `
                                     QUITTANCE DE LOYER

Bailleur : Mme Odile FERRAND                         Locataire :
12 rue des Tanneurs                                  M. Karim BENSAÏD
37000 TOURS                                          4 allée des Cèdres, appt 12
                                                     37000 TOURS

Quittance de loyer du mois de mars 2024

Adresse de la location : 4 allée des Cèdres, appt 12, 37000 TOURS

Je soussignée Odile FERRAND, propriétaire du logement désigné ci-dessus, déclare avoir reçu de
Monsieur Karim BENSAÏD la somme de 612,00 euros (six cent douze euros), au titre du
paiement du loyer et des charges pour la période de location du 01/03/2024 au 31/03/2024 et lui en donne
quittance, sous réserve de tous mes droits.

Détail du règlement :
Loyer :                                   540,00 €
Provision pour charges :                   72,00 €
Total :                                   612,00 €

Date du paiement : le 05/03/2024

Fait à Tours, le 6 mars 2024                                   Signature du bailleur

Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel.
`

export const QUITTANCE_BAILLEUR_SOCIAL = `
LOIRE HABITAT                                                    QUITTANCE
Office public de l'habitat                                       N° 2024-118203
2 place Jean Moulin                                              Édité le 02/05/2024
42000 SAINT-ÉTIENNE
                                                                 MME DIARRA AWA
Référence locataire : L/0458127                                  BAT C ESC 2 LOGT 0214
Contrat : 004581-27                                              18 RUE DU BEAUJOLAIS
                                                                 42100 SAINT-ETIENNE

Période : AVRIL 2024

Libellé                                   Montant
LOYER PRINCIPAL                           398,42
PROVISION SUR CHARGES                     121,30
CHAUFFAGE COLLECTIF                        41,18
APL                                      -287,00
TOTAL QUITTANCÉ                           273,90

Reçu la somme de 273,90 euros pour loyer et charges, dont quittance.
Service clientèle : 04 77 00 00 00
`

export const AVIS_ECHEANCE = `
IMMOBILIÈRE 3 RIVES                                  AVIS D'ÉCHÉANCE
Société anonyme d'HLM
159 rue Nationale 75013 PARIS                        Paris, le 22/10/2024

Votre référence : 0045-8817-03                       Monsieur et Madame TRAN VAN MINH
Votre agence : Seine Ouest                           7 avenue Aristide Briand
                                                     92160 ANTONY

Facturation de la période du 01/11/2024 au 30/11/2024

Loyer principal                                        512,66 €
Provisions pour charges                                143,20 €
Eau chaude                                              38,90 €
Total à payer                                          694,76 €
A payer avant le 05/11/2024
Votre solde au 22/10/2024 : 0,00 €

Cet avis ne vaut pas quittance. Une quittance vous sera adressée gratuitement sur simple demande.
`

export const ATTESTATION_A_JOUR = `
AGENCE DU PARC IMMOBILIER
Administration de biens
31000 TOULOUSE

                          ATTESTATION DE PAIEMENT DE LOYER

Je soussigné, Paul GARRIGUES, gérant de l'agence du Parc, mandataire du propriétaire, atteste que
Madame Lucie MOREAU, locataire du logement situé 9 rue des Arts à Toulouse depuis le 01/09/2021,
est à jour de ses loyers et charges à la date de ce jour.

Attestation délivrée pour servir et valoir ce que de droit.

Fait à Toulouse, le 14 janvier 2025
`

export const RECU_HOTEL = `
HÔTEL DU MARCHÉ **
SARL Nuits du Port - 14 quai des Belges - 13001 MARSEILLE
SIRET 732 829 320 00074 - TVA FR44732829320

FACTURE N° 2024-1187                                   Date : 30/11/2024

Client : M. Idrissa KONÉ
Chambre 207

Arrivée : 01/11/2024            Départ : 30/11/2024        Nuits : 29

Désignation                  Qté        PU TTC        Total
Nuitée chambre double         29         48,00      1 392,00
Petit déjeuner                10          7,50         75,00
Taxe de séjour                29          1,10         31,90
Total HT                                            1 335,36
TVA 10 %                                              133,54
Total TTC                                          1 498,90 €
Réglé par carte bancaire
`

export const RECU_CAMPING = `
CAMPING LES PINS BLEUS ***
Route de la plage 40600 BISCARROSSE

Reçu

Nous certifions que Madame Sylvie LAGARDE occupe l'emplacement 43 (mobil-home) du 01/02/2025 au 28/02/2025.
Somme reçue pour 28 nuitées : 560,00 €
Taxe de séjour : 16,80 €
Montant total : 576,80 €

Fait à Biscarrosse, le 28/02/2025
`

export const BAIL_VIDE = `
                              CONTRAT DE LOCATION
              Logement à usage de résidence principale, loué vide
   (Soumis au titre Ier bis de la loi du 6 juillet 1989 tendant à améliorer les rapports locatifs)

I. DÉSIGNATION DES PARTIES
Le présent contrat est conclu entre les soussignés :
Nom et prénom du bailleur : LACOSTE Bernard
Domicile : 3 chemin du Lavoir 33000 BORDEAUX
et
Nom et prénom du locataire : Mme Nadia CHERIF
Il a été convenu ce qui suit :

II. OBJET DU CONTRAT
Consistance du logement : appartement, immeuble collectif, surface habitable 48 m²
Adresse : 21 cours de la Marne 33800 BORDEAUX

III. DATE DE PRISE D'EFFET ET DURÉE DU CONTRAT
Date de prise d'effet du contrat : 1er septembre 2022
Durée du contrat : trois ans

IV. CONDITIONS FINANCIÈRES
Loyer mensuel : 655,00 €
Provision sur charges : 45,00 €
Dépôt de garantie : 655,00 €
Le loyer sera révisé chaque année selon l'indice de référence des loyers.
V. CLAUSE RÉSOLUTOIRE
Deux mois après un commandement de payer demeuré infructueux, le contrat est résilié de plein droit.
Le bailleur remet une quittance de loyer au locataire qui en fait la demande.
`

export const BAIL_SOCIAL = `
OPAC DU VELAY
                    BAIL D'HABITATION

Entre l'Office public de l'habitat du Velay, ci-après dénommé le bailleur, d'une part,
et Monsieur Jérôme PICHON, ci-après dénommé le locataire, d'autre part,

ARTICLE 1 - Désignation
Logement de type 3, 2 rue du Consulat 43000 LE PUY-EN-VELAY, surface habitable 63 m2.
ARTICLE 2 - Durée
Le présent bail prend effet le 15/06/2019 pour une durée d'un mois renouvelable par tacite reconduction.
ARTICLE 3 - Loyer
Le loyer mensuel hors charges est fixé à 341,27 €, payable à terme échu.
ARTICLE 4 - Dépôt de garantie
Le dépôt de garantie est égal à un mois de loyer.
`

export const ATTESTATION_HEBERGEMENT = `
                    ATTESTATION D'HÉBERGEMENT

Je soussignée Madame Fatoumata SYLLA, née le 4 mai 1971 à Kayes (Mali),
demeurant 16 rue Paul Bert 93400 SAINT-OUEN,
atteste sur l'honneur héberger à mon domicile, à titre gratuit, depuis le 12/01/2024 :
Monsieur Ousmane SYLLA, né le 21/08/1999

Pour faire valoir ce que de droit.

Fait à Saint-Ouen, le 3 février 2025
                                               Signature
`

export const ATTESTATION_CHRS = `
ASSOCIATION LE RELAIS
Centre d'hébergement et de réinsertion sociale
5 rue du Refuge 59000 LILLE

Je soussigné, Marc DELVAUX, chef de service du CHRS Le Relais, certifie que Madame Irina POPESCU
et ses deux enfants sont hébergés au sein de notre structure depuis le 08/10/2023.
Cette personne est hébergée dans un logement temporaire.

Attestation établie à la demande de l'intéressée.
Lille, le 12/03/2025
`

export const CONTRAT_RESIDENCE = `
ADEF RÉSIDENCES
                          CONTRAT DE RÉSIDENCE
Résidence sociale "Les Ormeaux"
Entre le gestionnaire ADEF Résidences et le résident : Monsieur Boubacar BARRY
Article 1 : objet
Le gestionnaire met à disposition du résident un logement foyer de 18 m2 à compter du 01/04/2023.
Article 2 : redevance
La redevance mensuelle est fixée à 402,10 €.
`
