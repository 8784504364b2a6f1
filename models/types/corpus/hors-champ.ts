import type { Example } from './example.ts'

/** A document of no type, written out: half teach, half measure how seldom an unknown document is forced into a type. */
export interface TexteHorsChamp {
  readonly nom: string
  readonly role: 'apprentissage' | 'mesure'
  readonly texte: string
}

export const exampleOf = ({ nom, texte }: TexteHorsChamp): Example => ({
  type: 'hors-perimetre',
  source: `hors-champ/${nom}`,
  pages: [
    {
      card: false,
      lines: texte
        .split('\n')
        .map(l => l.trim())
        .filter(l => l !== ''),
    },
  ],
})

export const TEXTES_HORS_CHAMP: readonly TexteHorsChamp[] = [
  {
    nom: 'lettre-au-maire',
    role: 'apprentissage',
    texte: `Mme Sylvie CARON
      14 rue des Tanneurs 80000 AMIENS
      Monsieur le Maire, Hôtel de ville, 80000 AMIENS
      Amiens, le 3 septembre 2026
      Objet : demande de logement
      Monsieur le Maire,
      Je me permets de vous écrire car je cherche un logement depuis trois ans. Je vis avec mes deux enfants dans un
      studio humide dont le loyer dépasse mes moyens. J'ai déposé mon dossier avec mes bulletins de paie, mon avis
      d'imposition et mon livret de famille. Je n'ai reçu aucune proposition à ce jour.
      Je vous serais très reconnaissante de bien vouloir appuyer ma demande auprès des bailleurs.
      Dans l'attente de votre réponse, je vous prie d'agréer, Monsieur le Maire, l'expression de mes respectueuses salutations.
      Sylvie Caron`,
  },
  {
    nom: 'lettre-du-deputé',
    role: 'mesure',
    texte: `Assemblée nationale
      Permanence parlementaire
      Nos réf. : KD/2026-118
      Madame,
      Vous avez bien voulu appeler mon attention sur les difficultés que vous rencontrez pour obtenir un logement.
      Je suis intervenue ce jour auprès du préfet afin que votre situation soit examinée avec bienveillance.
      Je ne manquerai pas de vous tenir informée des suites qui seront réservées à cette démarche.
      Je vous prie de croire, Madame, à l'assurance de mes sentiments les meilleurs.
      Députée de la deuxième circonscription`,
  },
  {
    nom: 'facture-garage',
    role: 'apprentissage',
    texte: `GARAGE DU PONT NEUF
      Réparation toutes marques - Carrosserie
      FACTURE N° 2026-0458 du 12/08/2026
      Véhicule CLIO immatriculé AB-123-CD kilométrage 128 450
      Désignation Qté PU HT Montant HT
      Vidange moteur 1 89,00 89,00
      Plaquettes de frein avant 1 64,50 64,50
      Main-d'œuvre 2,5 h 55,00 137,50
      Total HT 291,00 TVA 20 % 58,20 Total TTC 349,20
      Règlement par carte bancaire
      Merci de votre confiance`,
  },
  {
    nom: 'facture-electromenager',
    role: 'mesure',
    texte: `MAISON & CONFORT - Magasin de Villeurbanne
      Facture client n° F26-88213
      Livré à : M. OUATTARA, 8 allée des Pins
      Article Réf. Qté Prix
      Lave-linge hublot 8 kg LL-800 1 399,00
      Extension de garantie 5 ans 1 59,00
      Reprise ancien appareil 1 0,00
      Éco-participation 8,33
      Sous-total 458,00 Net TTC 466,33
      Payé en 3 fois sans frais
      Les marchandises restent notre propriété jusqu'au paiement intégral.`,
  },
  {
    nom: 'ticket-pizzeria',
    role: 'apprentissage',
    texte: `PIZZERIA BELLA NAPOLI
      Tél 04 78 00 00 00
      Table 12 Couverts 2
      2 Margherita 21,00
      1 Tiramisu 6,50
      1 Carafe eau 0,00
      2 Cafés 3,60
      TOTAL 31,10 EUR
      dont TVA 10 % 2,83
      CB 31,10
      Merci de votre visite et à bientôt`,
  },
  {
    nom: 'note-de-restaurant',
    role: 'mesure',
    texte: `LE BISTROT DES HALLES
      Note n° 4471 Serveur : Léa
      Menu midi x3 50,70
      Verre de Brouilly x2 11,00
      Supplément frites 3,50
      Café gourmand 7,90
      À payer 73,10
      Service compris
      Titres restaurant 38,00 - Espèces 40,00 - Rendu 4,90
      SIRET 812 000 000 00017`,
  },
  {
    nom: 'attestation-secourisme',
    role: 'apprentissage',
    texte: `Croix-Rouge de la Drôme
      CERTIFICAT DE COMPÉTENCES
      Prévention et secours civiques de niveau 1
      PSC 1
      est délivré à Madame Inès LOPEZ
      qui a participé à la session organisée le 14 mars 2026 à Valence
      Le formateur Le président
      N° 26-0417`,
  },
  {
    nom: 'formation-bureautique',
    role: 'mesure',
    texte: `CERTIFICAT DE RÉALISATION
      Je soussigné, représentant légal de l'organisme de formation Delta Compétences,
      atteste que M. Karim HADDAD a suivi l'action Tableur niveau intermédiaire
      du 4 au 8 mai 2026 pour une durée de 35 heures
      Nature de l'action : action de formation
      Objectifs atteints : trier, filtrer, construire un tableau croisé
      Sans préjudice des délais imposés par les règles fiscales, je m'engage à conserver les pièces justificatives
      Cachet et signature de l'organisme`,
  },
  {
    nom: 'cv-cuisinier',
    role: 'apprentissage',
    texte: `Moussa TRAORE
      Cuisinier - 12 ans d'expérience
      06 00 00 00 00 moussa@exemple.fr Permis B
      EXPÉRIENCES
      2019-2026 Chef de partie, restaurant La Table, Nantes
      2014-2019 Commis de cuisine, hôtel du Port
      FORMATION
      2013 CAP cuisine, lycée hôtelier
      LANGUES français, bambara, anglais scolaire
      LOISIRS football, lecture`,
  },
  {
    nom: 'cv-comptable',
    role: 'mesure',
    texte: `CLAIRE VASSEUR
      Assistante de gestion
      PROFIL Rigoureuse, à l'aise avec les chiffres, disponible immédiatement
      PARCOURS PROFESSIONNEL
      Assistante comptable, Transports Morel, depuis 2021 : saisie des factures, rapprochements bancaires, paie
      Secrétaire, cabinet dentaire, 2017-2021
      ÉTUDES BTS comptabilité et gestion, Rouen, 2017
      OUTILS Sage, Excel, Ciel Paye
      ATOUTS organisation, discrétion, esprit d'équipe
      Référence disponible sur demande`,
  },
  {
    nom: 'releve-banque',
    role: 'apprentissage',
    texte: `BANQUE DES ALPES
      Relevé de compte n° 8 du 01/08/2026 au 31/08/2026
      M. PAUL LEROY
      Ancien solde 412,06
      02/08 PRLV EDF 64,00
      05/08 VIR SALAIRE TRANSPORTS MOREL 1 642,18
      06/08 LOYER AOUT 540,00
      12/08 CARTE SUPERMARCHE 48,11
      28/08 VIR CAF ALLOCATION LOGEMENT 210,00
      Total des opérations 652,11 1 852,18
      Nouveau solde au 31/08/2026 1 612,13`,
  },
  {
    nom: 'rib-neobanque',
    role: 'mesure',
    texte: `Vos coordonnées bancaires
      Titulaire : Mme Nadia BENALI
      IBAN FR76 0000 0000 0000 0000 0000 000
      BIC XXXXFRPP
      Banque 00000 Agence 00000 Compte 00000000000 Clé 00
      Transmettez ces informations aux personnes ou organismes qui doivent vous virer de l'argent ou prélever votre compte.
      Document émis depuis l'application mobile`,
  },
  {
    nom: 'synthese-epargne',
    role: 'mesure',
    texte: `Votre épargne au 30 juin 2026
      Livret A 4 120,55 EUR taux 2,40 %
      Livret de développement durable 800,00 EUR
      Assurance vie Horizon 9 302,10 EUR
      Évolution sur douze mois + 3,1 %
      Votre conseillère reste à votre disposition pour faire le point sur vos projets
      Les performances passées ne préjugent pas des performances futures`,
  },
  {
    nom: 'english-letter',
    role: 'apprentissage',
    texte: `Dear Mrs Diallo,
      Thank you for your enquiry of 4 June regarding the rental of a holiday cottage.
      We are pleased to confirm that the property is available for the dates you requested.
      Please let us know by the end of the month whether you wish to proceed.
      A deposit of 100 pounds is required to secure the booking.
      Kind regards,
      Seaview Cottages`,
  },
  {
    nom: 'deutscher-brief',
    role: 'mesure',
    texte: `Stadtwerke Freiburg
      Sehr geehrter Herr Kaya,
      vielen Dank für Ihre Nachricht. Wir haben Ihre Adresse geändert und den Zählerstand vom 30.06.2026 notiert.
      Die Abrechnung erhalten Sie im Laufe des nächsten Monats.
      Bei Fragen erreichen Sie unseren Kundenservice montags bis freitags von 8 bis 18 Uhr.
      Mit freundlichen Grüßen
      Ihr Kundenservice`,
  },
  {
    nom: 'carta-espanola',
    role: 'mesure',
    texte: `Ayuntamiento de Zaragoza
      Estimada señora:
      Le comunicamos que su solicitud de inscripción en los cursos de verano ha sido aceptada.
      Las clases comienzan el 6 de julio a las nueve de la mañana en el centro cívico.
      Rogamos traiga esta carta y una fotografía.
      Atentamente,
      El responsable del servicio`,
  },
  {
    nom: 'formulaire-vierge',
    role: 'apprentissage',
    texte: `FICHE DE RENSEIGNEMENTS
      Nom : ........................ Prénom : ........................
      Date de naissance : ..../..../........
      Adresse : ........................................
      Téléphone : ........................ Courriel : ........................
      Situation : célibataire marié autre
      Observations : ........................................
      Date et signature`,
  },
  {
    nom: 'inscription-cantine-vierge',
    role: 'mesure',
    texte: `Ville de Saint-Brieuc - Restauration scolaire
      DOSSIER D'INSCRIPTION à retourner avant le 15 juin
      Enfant : nom prénom école classe
      Responsable légal 1 : profession, employeur, téléphone
      Responsable légal 2 : profession, employeur, téléphone
      Numéro d'allocataire CAF : Quotient familial :
      Jours de présence : lundi mardi jeudi vendredi
      Régime : sans porc sans viande allergie
      Pièces à joindre : dernier avis d'imposition, attestation CAF, justificatif de domicile
      J'autorise la prise en charge de mon enfant en cas d'urgence
      Signature`,
  },
  {
    nom: 'liste-des-pieces',
    role: 'apprentissage',
    texte: `Liste des pièces à fournir pour votre dossier
      - copie de la carte nationale d'identité ou du titre de séjour
      - livret de famille
      - trois derniers bulletins de salaire
      - dernier avis d'imposition
      - attestation de paiement CAF
      - trois dernières quittances de loyer ou attestation d'hébergement
      - contrat de travail
      Tout dossier incomplet sera retourné.`,
  },
  {
    nom: 'rappel-de-dossier-incomplet',
    role: 'mesure',
    texte: `Service logement
      Madame, Monsieur,
      L'examen de votre dossier fait apparaître qu'il manque les documents suivants :
      le bulletin de paie du mois d'août, la quittance de loyer de septembre, l'avis d'imposition 2025 et la copie recto verso
      de votre titre de séjour.
      Merci de nous les faire parvenir sous quinze jours à l'adresse indiquée en tête de ce courrier.
      Passé ce délai votre dossier sera classé sans suite.
      Le chargé de clientèle`,
  },
  {
    nom: 'proces-verbal-de-copropriete',
    role: 'apprentissage',
    texte: `SYNDIC FONCIA DU PARC
      Procès-verbal de l'assemblée générale ordinaire des copropriétaires
      Résidence Les Lilas - séance du 12 mai 2026
      Présents et représentés : 6 540 tantièmes sur 10 000
      Résolution 1 : élection du président de séance - adoptée
      Résolution 2 : approbation des comptes de l'exercice - adoptée
      Résolution 3 : ravalement de la façade - rejetée
      L'ordre du jour étant épuisé la séance est levée à 20 h 15`,
  },
  {
    nom: 'contrat-de-location-de-voiture',
    role: 'mesure',
    texte: `AUTO LOISIRS LOCATION
      Contrat de location courte durée n° 77120
      Locataire conducteur : M. ROSSI Permis délivré le 04/05/2009
      Catégorie B - départ agence gare le 02/07 à 9 h - retour le 09/07 à 9 h
      Forfait 1 000 km - kilomètre supplémentaire 0,18
      Rachat de franchise - conducteur additionnel - siège bébé
      Dépôt de garantie par empreinte de carte bancaire 800 EUR
      État du véhicule au départ : rayure aile avant gauche
      Plein de carburant à restituer`,
  },
  {
    nom: 'menu-de-la-semaine',
    role: 'apprentissage',
    texte: `Menus du restaurant scolaire
      Lundi : carottes râpées, steak haché, purée, yaourt
      Mardi : salade verte, poisson pané, riz, pomme
      Jeudi : betteraves, poulet rôti, haricots verts, compote
      Vendredi : melon, pâtes bolognaise, fromage
      Bon appétit les enfants !`,
  },
  {
    nom: 'page-de-roman',
    role: 'mesure',
    texte: `La pluie n'avait pas cessé depuis le matin. Derrière la vitre, la vieille femme regardait passer les péniches.
      Elle pensait à son frère, parti un soir d'octobre sans se retourner, et à la maison vendue dont elle gardait la clef.
      - Vous n'auriez pas dû revenir, dit-elle enfin.
      Il posa son chapeau sur la table et ne répondit rien.
      Dehors un chien aboya, puis le silence retomba sur le quai désert.
      42`,
  },
  {
    nom: 'rendez-vous-medical',
    role: 'mesure',
    texte: `Confirmation de rendez-vous
      Votre rendez-vous est confirmé le mercredi 21 octobre 2026 à 10 h 40
      Centre d'imagerie de la Gare - Radiographie du genou
      Merci de vous présenter quinze minutes avant avec votre carte Vitale, votre mutuelle et l'ordonnance
      En cas d'empêchement, annulez au moins vingt-quatre heures à l'avance`,
  },
  {
    nom: 'analyse-de-sang',
    role: 'apprentissage',
    texte: `LABORATOIRE BIOLOGIE DES QUAIS
      Prélèvement du 03/06/2026 à 8 h 12
      Demandé par Dr SIMON
      NUMÉRATION Valeurs de référence
      Hématies 4,61 T/L 4,00 - 5,20
      Hémoglobine 13,2 g/dL 12,0 - 16,0
      Glycémie à jeun 0,92 g/L 0,70 - 1,10
      Cholestérol total 2,04 g/L
      Biologiste médical`,
  },
]
