/**
 * Type codes of pièces justificatives and what the service promises for each.
 * Source: arrêté du 22 décembre 2020 (annexe), modified by the arrêté du 19 avril 2022; table of the result contract.
 */

export const CATEGORIES = [
  'identite',
  'situation-familiale',
  'situation-professionnelle',
  'ressources',
  'revenu-fiscal',
  'logement-actuel',
  'motif-de-la-demande',
  'hors-perimetre',
] as const
export type Categorie = (typeof CATEGORIES)[number]

interface TypePieceInfo {
  /** Label shown to people. */
  readonly label: string
  readonly categorie: Categorie
  /** The service returns an end of validity for this type. */
  readonly finDeValidite: boolean
  /** A NIR is expected on this type: a strong label alone is enough to mask. */
  readonly nirAttendu: boolean
  /** Anti-fraud checks apply. */
  readonly antiFraude: boolean
}

const info = (label: string, categorie: Categorie, flags = ''): TypePieceInfo => ({
  label,
  categorie,
  finDeValidite: flags.includes('v'),
  nirAttendu: flags.includes('n'),
  antiFraude: flags.includes('f'),
})

const TYPES_PIECE = {
  'carte-nationale-identite': info("Carte nationale d'identité", 'identite', 'vf'),
  passeport: info('Passeport', 'identite', 'vf'),
  'titre-de-sejour': info('Titre de séjour', 'identite', 'vf'),
  'recepisse-titre-de-sejour': info('Récépissé de demande de titre de séjour', 'identite', 'vf'),
  'livret-de-famille': info('Livret de famille', 'situation-familiale'),
  'acte-de-naissance': info('Acte de naissance', 'situation-familiale'),
  'certificat-de-grossesse': info('Certificat de grossesse', 'situation-familiale', 'n'),
  'jugement-de-divorce': info('Jugement de divorce', 'situation-familiale'),
  'carte-etudiant': info("Carte d'étudiant", 'situation-professionnelle', 'v'),
  'contrat-de-travail': info('Contrat de travail', 'situation-professionnelle', 'n'),
  'bulletin-de-paie': info('Bulletin de paie', 'ressources', 'vnf'),
  'attestation-caf': info('Attestation de la CAF ou de la MSA', 'ressources', 'vn'),
  'attestation-france-travail': info('Attestation de France Travail', 'ressources', 'vn'),
  'attestation-pension': info('Attestation de pension', 'ressources', 'vn'),
  'autre-justificatif-ressources': info('Autre justificatif de ressources', 'ressources', 'vn'),
  'avis-imposition': info("Avis d'imposition", 'revenu-fiscal', 'vf'),
  'quittance-de-loyer': info('Quittance de loyer', 'logement-actuel', 'v'),
  'recu-hotel': info("Reçu d'hôtel", 'logement-actuel', 'v'),
  bail: info('Bail', 'logement-actuel'),
  'attestation-hebergement': info("Attestation d'hébergement", 'logement-actuel'),
  'depot-de-plainte': info('Dépôt de plainte', 'motif-de-la-demande', 'n'),
  'main-courante': info('Main courante', 'motif-de-la-demande', 'n'),
  'carte-invalidite': info("Carte d'invalidité", 'motif-de-la-demande', 'v'),
  'autre-piece-reglementaire': info('Autre pièce réglementaire', 'motif-de-la-demande', 'n'),
  'hors-perimetre': info('Document hors périmètre', 'hors-perimetre', 'n'),
} as const satisfies Record<string, TypePieceInfo>

export type TypePiece = keyof typeof TYPES_PIECE

export const CODES_TYPE = Object.keys(TYPES_PIECE) as TypePiece[]

export const infoTypePiece = (type: TypePiece): TypePieceInfo => TYPES_PIECE[type]
