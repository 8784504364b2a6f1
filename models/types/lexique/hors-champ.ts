import { vocabulaire } from './vocabulaire.ts'

/** What applicants also join, and what ends on a scanner by mistake: never a pièce of the regulation. */
export const LEXIQUE_HORS_CHAMP = [
  [
    'Facture',
    `N° de client | N° de facture | Désignation | Quantité | Prix unitaire HT | TVA 20 % | Total HT | Total TTC | Conditions de règlement | Pénalités de retard | Bon de livraison | Remise | Échéance | Merci de votre confiance | Référence produit | Port | Garantie deux ans | indemnité forfaitaire pour frais de recouvrement`,
  ],
  [
    "Facture d'électricité | Facture de gaz | Facture d'eau | Facture internet | Facture mobile",
    `Consommation | kWh | Abonnement | Point de livraison | Relevé compteur | Contributions et taxes | Forfait | Prélèvement le | Espace client | index | m3 | assainissement | Box | données mobiles | Lieu de consommation`,
  ],
  [
    "Relevé de compte | Relevé d'identité bancaire | Extrait de compte",
    `IBAN | BIC | Code banque | Code guichet | Clé RIB | Domiciliation | Titulaire du compte | Date valeur | Débit | Crédit | Solde au | Virement | Prélèvement | Carte | Retrait DAB | Total des mouvements | Livret A | Découvert autorisé`,
  ],
  [
    'Restaurant | Brasserie | Ticket | Addition | Supermarché | Boulangerie',
    `Table | Couverts | Menu du jour | Plat | Dessert | Café | Carafe | Service compris | Total | CB | Rendu | Merci et à bientôt | Caisse | Article | Carte de fidélité | Pizza | Burger | Boisson`,
  ],
  [
    'Curriculum vitae | CV',
    `Expériences professionnelles | Formation | Compétences | Langues | Centres d'intérêt | Permis B | Anglais courant | Maîtrise de Word et Excel | Bénévolat | Stage | Diplômes | Références | Autonome et dynamique | logiciels`,
  ],
  [
    'Attestation de formation | Certificat de stage | Attestation de fin de formation | Certificat de réalisation | Diplôme',
    `a suivi avec assiduité la formation | Durée de la formation heures | Organisme de formation | Numéro de déclaration d'activité | Objectifs pédagogiques | Modules | Évaluation des acquis | Intervenant | secourisme | PSC1 | habilitation électrique | CACES | compétences acquises | stagiaire`,
  ],
  [
    'Lettre',
    `Madame, Monsieur | Objet | Je me permets de vous écrire | Par la présente | Je vous remercie par avance | Veuillez agréer l'expression de mes salutations distinguées | En l'attente de votre réponse | demande de logement | je sollicite votre bienveillance | notre famille | ma situation | je reste à votre disposition | suite à notre entretien téléphonique | Cordialement`,
  ],
  [
    "Attestation d'assurance habitation | Attestation de responsabilité civile | Mutuelle | Assurance automobile",
    `Assuré | Souscripteur | N° de contrat | Garanties | Responsabilité civile | Incendie | Dégâts des eaux | Vol | Franchise | Sociétaire | Échéance annuelle | Carte verte | Tiers payant | Prime annuelle | Véhicule assuré`,
  ],
  [
    "Permis de conduire | Certificat d'immatriculation | Contrôle technique",
    `Catégories | Date d'obtention | Immatriculation | Marque | Type variante version | Titulaire du certificat | Puissance | Kilométrage | Défaillances mineures | Prochain contrôle | Puissance fiscale | PTAC`,
  ],
  [
    "Carte Vitale | Attestation de droits à l'assurance maladie | Ordonnance | Compte rendu d'analyses",
    `Assuré social | Bénéficiaires | Organisme de rattachement | Médecin traitant déclaré | Code régime | Posologie | comprimé | matin midi et soir | Laboratoire | Valeurs de référence | Hémoglobine | Glycémie | g/L | Prélèvement du | Vaccin | lot | Radiographie | Conclusion`,
  ],
  [
    "Taxe foncière | Avis de taxes foncières | Taxe d'habitation | Déclaration des revenus | Cotisation foncière des entreprises",
    `Propriétés bâties | Numéro de propriétaire | Base | Cotisation commune | Intercommunalité | Taxe ordures ménagères | Numéro de rôle | Frais de gestion | 1AJ | 1BJ | cochez | reportez | Cadre réservé | Traitements et salaires déclarés | case`,
  ],
  [
    "Attestation d'enregistrement de demande de logement social | Demande de logement social | Formulaire",
    `Numéro unique | Cerfa 14069 | Renouvellement | Cochez la case | Nom du demandeur | Motif de la demande | Type de logement recherché | Localisation souhaitée | Signature du demandeur | Notice | Pièces à joindre | Réservé à l'administration | Remplir en majuscules | oui non | Ne rien inscrire`,
  ],
  [
    'École | Collège | Bulletin scolaire | Certificat de scolarité | Assurance scolaire',
    `Élève | Classe de | Trimestre | Moyenne générale | Appréciation | Mathématiques | Français | Histoire géographie | Le principal | La directrice de l'école | Absences | Conseil de classe | cantine | Sixième | CM2 | Professeur principal | Vie scolaire`,
  ],
  [
    "Billet | Carte d'embarquement | Abonnement transport",
    `Voyageur | Départ | Arrivée | Voiture | Place | Train | Vol | Porte | Embarquement | Siège | Tarif | Non échangeable | Voie | Zone | Correspondance | Bagage`,
  ],
  [
    'Devis | Bon de commande',
    `Validité du devis | Acompte | Main-d'œuvre | Fourniture | Désignation des travaux | Délai | Bon pour accord | m2 | TVA 10 % | Peinture | Plomberie | Artisan | assurance décennale`,
  ],
  [
    "Offre de prêt | Crédit à la consommation | Tableau d'amortissement",
    `Emprunteur | Prêteur | TAEG | Montant du crédit | Mensualité | Durée de remboursement | Coût total | Assurance facultative | Délai de rétractation | Co-emprunteur`,
  ],
  [
    'État des lieux | Diagnostic de performance énergétique | Inventaire | Acte de cautionnement',
    `Pièce | Murs | Sols | Plafond | Bon état | État d'usage | Compteur | Clés remises | Étiquette énergie | kWh/m2/an | Diagnostiqueur | la caution s'engage | bénéfice de discussion | Visale | fenêtres | robinetterie`,
  ],
  [
    'Règlement intérieur | Notice | Programme | Affiche | Compte rendu de réunion | Ordre du jour',
    `Il est interdit de | Horaires d'ouverture | Participants | Points abordés | Prochaine réunion | Assemblée générale | Vote | Résolution | Syndic | Copropriété | Chapitre | Sommaire | Informations pratiques | Inscription gratuite | Association sportive | licence`,
  ],
  [
    "Recette | Article | Journal | Mode d'emploi | Publicité",
    `Ingrédients | Préparation | Mélangez | minutes | four | par notre correspondant | Météo | Sport | Page | Promotion | Offre valable | Avertissement de sécurité | Branchez | Garantie | Appuyez sur le bouton | Livraison offerte | Chapitre premier | photo`,
  ],
  [
    'Contravention | Casier judiciaire | Carte électorale | Déclaration de perte',
    `Amende forfaitaire | Infraction au code de la route | Points retirés | Bulletin n° 3 | Néant | Bureau de vote | Numéro d'électeur | Perdu le | Objet perdu | Centre d'encaissement | Véhicule`,
  ],
  [
    'Invoice | Letter | Rechnung | Bank statement | Certificate of completion',
    `Dear Sir or Madam | Amount due | Invoice number | Due date | Thank you for your business | Yours sincerely | Sehr geehrte Damen und Herren | Betrag | Mit freundlichen Grüßen | Account number | Balance | Estimado señor | Atentamente | Fecha | Importe | Course | has successfully completed | Gentile cliente | Totale | Cordiali saluti | Prezado | Opening hours | Please find enclosed`,
  ],
  [
    "Certificat de nationalité française | Titre de voyage | Attestation de demande d'asile | Convocation",
    `Convocation | Vous êtes prié de vous présenter | Muni de cette convocation | Guichet n° | Rendez-vous | Pièces à apporter | procédure normale | OFPRA | demande d'asile enregistrée | notification d'une décision | Récapitulatif de rendez-vous | Doctolib`,
  ],
  [
    'Solde de tout compte | Attestation employeur | Relevé de carrière | Arrêt de travail | Attestation de salaire',
    `Reçu pour solde de tout compte | Motif de la rupture | Dernier jour travaillé | Trimestres retenus par année | Relevé individuel de situation | Avis d'arrêt de travail | volet | prescription de repos | Salaires des douze derniers mois | destinée à France Travail | estimation de votre retraite | salaire de référence`,
  ],
  [
    "Dossier d'inscription | Fiche d'inscription | Fiche de renseignements | Fiche famille | Bulletin d'adhésion | Demande d'aide | Formulaire de demande",
    `à retourner avant le | Responsable légal 1 | Responsable légal 2 | Profession | Employeur | Numéro d'allocataire CAF | Quotient familial | Numéro de sécurité sociale | Revenus mensuels | Cocher la case | Nom de l'enfant | Allergies | Personne à prévenir en cas d'urgence | Autorisation parentale | droit à l'image | Pièces à fournir | avis d'imposition | justificatif de domicile | attestation CAF | Cadre réservé au service | Date et signature | Montant du loyer | Nom du bailleur | Situation professionnelle | oui non | Nombre d'enfants à charge | Assurance scolaire | mode de règlement | accueil périscolaire | crèche | centre de loisirs`,
  ],
  [
    'Dossier incomplet | Pièces manquantes | Liste des pièces à fournir | Justificatifs à joindre | Votre dossier | Demande de pièces complémentaires | Accusé de réception de votre demande',
    `copie de la carte nationale d'identité | copie recto verso du titre de séjour en cours de validité | les trois derniers bulletins de salaire | le dernier avis d'imposition | attestation de paiement de la CAF | la dernière quittance de loyer | attestation d'hébergement | le livret de famille | contrat de travail | jugement de divorce | attestation France Travail | notification de retraite | Il manque les documents suivants | Merci de nous faire parvenir | sous quinze jours | classé sans suite | dossier complet | à renvoyer | nous accusons réception | votre demande est en cours d'examen | par retour de courrier | à présenter en original`,
  ],
  [
    'Location de véhicule | Location saisonnière | Location de box | Contrat de location de matériel | Location de salle | Location de vacances',
    `Conducteur | Permis n° | Kilométrage au départ | Carburant | Franchise | Caution par carte bancaire | Retour du véhicule | Agence de départ | Semaine du samedi au samedi | Arrhes | Vacancier | Plage | Matériel loué | Heure de retrait | Box de stockage | Salle des fêtes | Nettoyage | Assistance dépannage | siège enfant`,
  ],
].map(([titres = '', mentions = '']) => vocabulaire('hors-perimetre', titres, mentions))
