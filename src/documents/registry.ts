import type { TypePiece } from '../domain/type-piece.ts'
import type { DocumentKind } from './kind.ts'
import { acteDeNaissance } from './kinds/acte-de-naissance.ts'
import { attestationCaf } from './kinds/attestation-caf.ts'
import { attestationFranceTravail } from './kinds/attestation-france-travail.ts'
import { attestationHebergement } from './kinds/attestation-hebergement.ts'
import { attestationPension } from './kinds/attestation-pension.ts'
import { autreJustificatifRessources } from './kinds/autre-justificatif-ressources.ts'
import { autrePieceReglementaire } from './kinds/autre-piece-reglementaire.ts'
import { avisImposition } from './kinds/avis-imposition.ts'
import { bail } from './kinds/bail.ts'
import { bulletinDePaie } from './kinds/bulletin-de-paie.ts'
import { carteEtudiant } from './kinds/carte-etudiant.ts'
import { carteInvalidite } from './kinds/carte-invalidite.ts'
import { carteNationaleIdentite } from './kinds/carte-nationale-identite.ts'
import { certificatDeGrossesse } from './kinds/certificat-de-grossesse.ts'
import { contratDeTravail } from './kinds/contrat-de-travail.ts'
import { depotDePlainte } from './kinds/depot-de-plainte.ts'
import { horsPerimetre } from './kinds/hors-perimetre.ts'
import { jugementDeDivorce } from './kinds/jugement-de-divorce.ts'
import { livretDeFamille } from './kinds/livret-de-famille.ts'
import { mainCourante } from './kinds/main-courante.ts'
import { passeport } from './kinds/passeport.ts'
import { quittanceDeLoyer } from './kinds/quittance-de-loyer.ts'
import { recepisseTitreDeSejour } from './kinds/recepisse-titre-de-sejour.ts'
import { recuHotel } from './kinds/recu-hotel.ts'
import { titreDeSejour } from './kinds/titre-de-sejour.ts'

/** Every kind of document, one line each. */
export const KINDS: readonly DocumentKind[] = [
  carteNationaleIdentite,
  passeport,
  titreDeSejour,
  recepisseTitreDeSejour,
  livretDeFamille,
  acteDeNaissance,
  certificatDeGrossesse,
  jugementDeDivorce,
  carteEtudiant,
  contratDeTravail,
  bulletinDePaie,
  attestationCaf,
  attestationFranceTravail,
  attestationPension,
  autreJustificatifRessources,
  avisImposition,
  quittanceDeLoyer,
  recuHotel,
  bail,
  attestationHebergement,
  depotDePlainte,
  mainCourante,
  carteInvalidite,
  autrePieceReglementaire,
  horsPerimetre,
]

/** The kind of a type code. */
export function kindOf(type: TypePiece): DocumentKind {
  const kind = KINDS.find(k => k.type === type)
  if (!kind) throw new Error(`No kind of document for type ${type}`)
  return kind
}
