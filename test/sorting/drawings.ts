/** Pages of many kinds, short and in layouts of their own. Fictional people and numbers. */

export const CNI_RECTO = `
RÉPUBLIQUE FRANÇAISE
CARTE NATIONALE D'IDENTITÉ N° : 120675102345      Nationalité Française
Nom : MARTIN
Prénom(s) : SOPHIE
Sexe : F      Né(e) le : 03.02.1980
à : RENNES (35)
Taille : 1,68m
Signature du titulaire :
IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<751023
1206751023456SOPHIE<<<<<<<<8002037F4
`

export const CNI_VERSO = `
Adresse : 12 RUE DES LILAS
RENNES (35)
Cette carte est valable jusqu'au : 14.06.2022
délivrée le : 15.06.2012
par : PRÉFECTURE D'ILLE-ET-VILAINE (35)
Signature de l'autorité :
`

export const PASSEPORT = `
RÉPUBLIQUE FRANÇAISE            PASSEPORT / PASSPORT
Type / Type   P     Code du pays / Country code   FRA     Passeport n° / Passport No   18FV12345
Nom / Surname   DUBOIS
Prénoms / Given names   Hugo Léon
Nationalité / Nationality   Française
Date de naissance / Date of birth   02 10 1991
Date d'expiration / Date of expiry   11 05 2028
P<FRADUBOIS<<HUGO<LEON<<<<<<<<<<<<<<<<<<<<<<
`

export const TITRE_SEJOUR = `
TITRE DE SÉJOUR / RESIDENCE PERMIT                     FR
Nom / Name   NGUYEN
Prénoms   Thi Lan
FIN DE VALIDITÉ / EXPIRY DATE   22 08 2027
CATÉGORIE DU TITRE   CARTE DE SÉJOUR PLURIANNUELLE
REMARQUES   VIE PRIVÉE ET FAMILIALE
`

export const RECEPISSE = `
PRÉFECTURE DU RHÔNE
          RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR
Renouvellement
Nom : TRAORE    Prénom : Moussa
Nationalité : malienne
Ce récépissé est valable jusqu'au 18/07/2025
Il autorise son titulaire à travailler
`

export const BULLETIN = (mois: string, debut: string, fin: string, nom = 'LEROY Amandine') => `
BOULANGERIE DU QUAI SARL                       BULLETIN DE PAIE
SIRET 732 829 320 00074   APE 10.71C           Période du ${debut} au ${fin}
Convention collective : Boulangerie pâtisserie artisanale
Matricule 00042                                ${nom}
Emploi : vendeuse                              8 rue du Four 29000 QUIMPER
Rubrique                 Base      Taux     Part salarié     Part employeur
Salaire de base         151,67    11,88        1 801,84
SALAIRE BRUT                                   1 801,84
Sécurité sociale plafonnée  1 801,84  6,90       124,33          154,06
CSG déductible de l'impôt sur le revenu          120,39
Total des cotisations et contributions           375,50          540,12
MONTANT NET SOCIAL                             1 426,34
NET À PAYER AVANT IMPÔT SUR LE REVENU          1 426,34
Payé le ${fin} par virement - bulletin de ${mois} à conserver sans limitation de durée
`

export const AVIS_IMPOT = `
DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
AVIS D'IMPÔT ÉTABLI EN 2024
Impôt sur les revenus de l'année 2023
Vos références
Numéro fiscal : 30 23 567 890 123
Référence de l'avis : 24 75 1234567 89
Numéro FIP : 750 12 3456789
M PETIT ALAIN
Revenu fiscal de référence : 24 518
Nombre de parts : 2,00
1/2
`

export const AVIS_IMPOT_2 = `
Avis d'impôt établi en 2024                       Impôt sur les revenus de 2023
Numéro fiscal : 30 23 567 890 123                                          2/2
Détail des revenus
Salaires                                              27 242
Déduction 10 %                                        -2 724
Revenu brut global                                    24 518
`

export const TAXE_FONCIERE = `
DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
AVIS D'IMPÔT 2024
TAXES FONCIÈRES
votées et perçues par la commune, le département et divers organismes
Vos références
Numéro fiscal : 30 23 567 890 123
Référence de l'avis : 24 75 7654321 12
Numéro de propriétaire : 075 012 M01234 X
Propriétés bâties    Base 2 145
Somme à payer 1 204 €
`

export const TAXE_HABITATION = `
DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
AVIS D'IMPÔT
TAXE D'HABITATION - CONTRIBUTION À L'AUDIOVISUEL PUBLIC
Numéro fiscal : 30 23 567 890 123    Référence de l'avis : 21 75 0001112 13
Somme à payer 812 €
`

export const DECLARATION = `
DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES
DÉCLARATION DES REVENUS 2023                          N° 2042
Déclaration préremplie - cerfa 10330
Numéro fiscal déclarant 1 : 30 23 567 890 123
Traitements et salaires   1AJ  27 242   1BJ   0
Signature
`

export const ATTESTATION_CAF = `
CAISSE D'ALLOCATIONS FAMILIALES DU NORD
                 ATTESTATION DE PAIEMENT
N° allocataire : 1234567
Monsieur le Directeur certifie que vous avez reçu pour le mois de février 2025 :
Allocations familiales           141,99 €
Aide personnalisée au logement   287,00 €
Total                            428,99 €
Quotient familial : 612
`

export const ATTESTATION_DROITS = `
l'Assurance Maladie
                 ATTESTATION DE DROITS À L'ASSURANCE MALADIE
Caisse primaire d'assurance maladie du Finistère
Organisme de rattachement : 01 291 0000
Bénéficiaires : LEROY AMANDINE
Droits du 01/01/2025 au 31/12/2025
`

export const RIB = `
CRÉDIT DES PROVINCES
           RELEVÉ D'IDENTITÉ BANCAIRE
Titulaire du compte : M. KARIM BENSAID
Code banque 30001   Code guichet 00794   N° de compte 12345678901   Clé RIB 85
IBAN FR76 3000 1007 9412 3456 7890 185
`

export const FACTURE_ENERGIE = `
EDF                                     Facture du 12 mars 2025
Électricité                             N° client : 6 012 345 678
M. BENSAID KARIM
Point de livraison (PDL) : 14 123 456 789 012
Consommation 412 kWh   abonnement   total TTC 96,12 €
`

export const PERMIS = `
PERMIS DE CONDUIRE         RÉPUBLIQUE FRANÇAISE
1. MARTIN  2. SOPHIE  3. 03.02.1980  4a. 15.06.2019  4b. 14.06.2034
9. B
D1FRA19AA000026340614MARTIN<<9
`

export const ATTESTATION_EMPLOYEUR = `
TRANSPORTS MOREAU & FILS
ZA des Landes 35400 SAINT-MALO

                    ATTESTATION DE L'EMPLOYEUR
Je soussignée Claire MOREAU, gérante, atteste que Monsieur Bruno GUÉRIN est employé dans notre
entreprise en qualité de conducteur routier depuis le 02/05/2018 en contrat à durée indéterminée.
Il n'est ni démissionnaire ni en procédure de licenciement.
Son salaire mensuel brut est de 2 140 €.
Fait à Saint-Malo, le 10/01/2025
`

export const CONTRAT_TRAVAIL = `
               CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE
Entre les soussignés :
La société TRANSPORTS MOREAU & FILS, SIRET 732 829 320 00074
et Monsieur Bruno GUÉRIN
ARTICLE 1 - Engagement
Le salarié est engagé à compter du 02/05/2018 en qualité de conducteur routier.
ARTICLE 2 - Période d'essai
La période d'essai est de deux mois. La convention collective des transports routiers
`

export const CONTRAT_TRAVAIL_2 = `
s'applique au présent contrat dans toutes ses dispositions.
ARTICLE 3 - Rémunération
La rémunération brute mensuelle est de 2 140 euros pour 151,67 heures.
ARTICLE 4 - Congés payés
Le salarié bénéficie des congés payés légaux.
Fait en deux exemplaires à Saint-Malo
`

export const PACS = `
MAIRIE DE MONTREUIL
            ATTESTATION D'ENREGISTREMENT
     DU PACTE CIVIL DE SOLIDARITÉ (article 515-3 du code civil)
L'officier de l'état civil certifie que Madame Léa ROUX et Monsieur Samir HADDAD
ont conclu un pacte civil de solidarité enregistré le 4 mai 2021.
`

export const CONGE_VENTE = `
Madame Odile FERRAND
12 rue des Tanneurs 37000 TOURS
                                                Tours, le 3 février 2025
Lettre recommandée avec accusé de réception
Objet : congé pour vente
Madame, Monsieur,
Je vous donne congé du logement que vous occupez, à l'expiration du bail, le 31 août 2025.
Vous disposez d'un droit de préemption. Le prix de vente est de 142 000 euros.
`

export const COMMANDEMENT = `
SCP VIDAL & ROCHE, commissaires de justice associés
               COMMANDEMENT DE PAYER LES LOYERS
             visant la clause résolutoire du bail
L'an deux mille vingt-cinq et le six janvier
À la demande de la société HABITAT DU SUD, bailleur, je vous fais commandement de payer la somme de
2 418,90 euros au titre du loyer et des charges.
`

export const CERTIFICAT_MEDICAL = `
Docteur Anne LEBRUN - médecin généraliste - RPPS 10001112223
               CERTIFICAT MÉDICAL
Je soussignée certifie avoir examiné Monsieur Paul VIGIER. Son état de santé nécessite un logement
en rez-de-chaussée ou desservi par un ascenseur.
Certificat remis en main propre le 12/02/2025
`

export const DECISION_MDPH = `
MAISON DÉPARTEMENTALE DES PERSONNES HANDICAPÉES DE L'AISNE
                   NOTIFICATION DE DÉCISION
La Commission des droits et de l'autonomie des personnes handicapées (CDAPH) a reconnu un taux
d'incapacité supérieur ou égal à 50 % et inférieur à 80 %.
Reconnaissance de la qualité de travailleur handicapé du 01/02/2024 au 31/01/2029
`

export const DOMICILIATION = `
CENTRE COMMUNAL D'ACTION SOCIALE
          ATTESTATION D'ÉLECTION DE DOMICILE
(articles L. 264-2 et L. 264-3 du code de l'action sociale et des familles)
Organisme domiciliataire : CCAS de Nîmes
`

export const TAX_ETRANGER = `
FINANZAMT KÖLN-SÜD
Bescheid für 2023 über Einkommensteuer und Solidaritätszuschlag
Festsetzung   Einkommensteuer   2.418,00 €
`

export const PROSE = `
Il était une fois, dans une vallée que traversait une rivière tranquille, un vieux moulin dont la roue
ne tournait plus depuis longtemps. Le meunier, homme taciturne, passait ses journées à réparer des
paniers d'osier et à regarder les nuages glisser au-dessus des peupliers. Un soir d'automne, un voyageur
frappa à sa porte et demanda l'hospitalité pour la nuit. Le meunier lui servit une soupe de courge et
ils parlèrent longuement du vent, des semailles et des chemins perdus de la montagne.
`

export const RECETTE = `
Tarte aux poireaux

Pour six personnes : 4 poireaux, 3 œufs, 20 cl de crème, 1 pâte brisée, sel, poivre, noix de muscade.
Émincer les blancs de poireaux et les faire fondre dans le beurre. Battre les œufs avec la crème.
Garnir la pâte, verser l'appareil et cuire 35 minutes à four moyen.
`

export const ANGLAIS = `
Dear Sir or Madam,
We are pleased to inform you that your parcel has been dispatched and will be delivered within three
working days. Please keep this letter for your records. Our team remains at your disposal.
`

export const MUSEE = `
MUSÉE DES BEAUX-ARTS
Programme des expositions de printemps : peinture flamande, dessins du XVIIIe siècle, visites guidées
chaque samedi à 15 heures, ateliers pour enfants le mercredi. Entrée libre le premier dimanche du mois.
`
