import type { Champs } from '../domain/champs.ts'
import type { TypePiece } from '../domain/type-piece.ts'

/**
 * What must be read on a piece for it to be worth something to the guichet: whose it is, and what it proves. Each group
 * is answered by any one of its fields.
 *
 * Source: fields of the result contract, and the fields that the validity rules and the regulatory list use. A type
 * that proves by being there (a document out of scope) needs none.
 */
const NEEDED: Readonly<Record<TypePiece, readonly (readonly string[])[]>> = {
  'carte-nationale-identite': [['nom'], ['dateExpiration', 'numeroDocument']],
  passeport: [['nom'], ['dateExpiration']],
  'titre-de-sejour': [['nom'], ['dateExpiration']],
  'recepisse-titre-de-sejour': [['nom'], ['dateExpiration', 'dateDelivrance']],
  'livret-de-famille': [['nom']],
  'acte-de-naissance': [['nom'], ['dateNaissance']],
  'certificat-de-grossesse': [['nom'], ['dateAccouchementPrevue', 'dateDocument']],
  'jugement-de-divorce': [['nom'], ['dateJugement', 'numeroRg']],
  'carte-etudiant': [['nom'], ['anneeUniversitaire', 'dateDelivrance', 'dateExpiration']],
  'contrat-de-travail': [['nom'], ['employeur'], ['dateDebut', 'dateDocument']],
  'bulletin-de-paie': [
    ['nom'],
    ['periodeFin', 'periodeDebut', 'datePaiement'],
    ['netAPayer', 'salaireBrut', 'netImposable', 'montantNetSocial'],
  ],
  'attestation-caf': [['nom'], ['mois', 'dateDocument'], ['montantTotal', 'quotientFamilial']],
  'attestation-france-travail': [['nom'], ['mois', 'dateDocument'], ['montant']],
  'attestation-pension': [['nom'], ['mois', 'dateDocument'], ['montantBrut', 'montantNet']],
  'autre-justificatif-ressources': [['nom'], ['periodeFin', 'periodeDebut', 'dateDocument'], ['montant']],
  'avis-imposition': [['declarant1', 'nom'], ['anneeRevenus'], ['revenuFiscalReference']],
  'quittance-de-loyer': [['nom'], ['periodeFin', 'periodeDebut'], ['montantTotal', 'loyer'], ['bailleur']],
  'recu-hotel': [['nom'], ['dateFin', 'dateDebut', 'dateDocument'], ['montantTotal']],
  bail: [['nom'], ['bailleur'], ['loyer', 'dateEffet']],
  'attestation-hebergement': [['nom'], ['hebergeant']],
  'depot-de-plainte': [['nom'], ['dateDocument', 'numeroProcedure']],
  'main-courante': [['nom'], ['dateDocument', 'numeroProcedure']],
  'carte-invalidite': [['nom'], ['dateExpiration', 'numeroDocument']],
  'autre-piece-reglementaire': [['nom'], ['dateDocument']],
  'hors-perimetre': [],
}

/** The groups of fields that a piece of this type needs; one field of each group is enough. */
export const neededFields = (type: TypePiece): readonly (readonly string[])[] => NEEDED[type]

/** The groups that no field of the piece answers. */
export const missingFields = (type: TypePiece, champs: Champs): readonly (readonly string[])[] =>
  NEEDED[type].filter(group => !group.some(nom => (champs[nom]?.valeur ?? null) !== null))
