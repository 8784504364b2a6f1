import { head, mention, not } from '../../cues.ts'
import type { Nature } from '../../kind.ts'

/** Housing papers that prove nothing the regulation asks for, and papers of the foreigners' and benefits offices. */
export const NATURES_LOGEMENT: readonly Nature[] = [
  {
    code: 'attestation-demande-logement',
    label: "une attestation d'enregistrement de la demande de logement social",
    cues: [
      head("attestation d'enregistrement départemental", 6),
      head("attestation d'enregistrement régional", 6),
      head('demande de logement social', 6),
      head('demande de logement locatif social', 6),
      mention("numéro unique d'enregistrement", 3),
      mention('numéro unique', 2),
      mention('cerfa 14069', 5),
      ...not('pacte civil de solidarité', 'commission de médiation'),
    ],
  },
  {
    code: 'recours-dalo',
    label: 'un recours DALO',
    cues: [
      head('commission de médiation', 6),
      head('droit au logement opposable', 6),
      mention('recours amiable', 3),
      mention('DALO', 2),
    ],
  },
  {
    code: 'etat-des-lieux',
    label: 'un état des lieux',
    cues: [
      head('état des lieux', 7),
      head("état des lieux d'entrée", 3),
      head('état des lieux de sortie', 3),
      mention('relevé des compteurs', 2),
      mention('remise des clés', 2),
      mention('bon état', 1),
      ...not('contrat de location', "bail d'habitation", 'congé'),
    ],
  },
  {
    code: 'diagnostic-immobilier',
    label: 'un diagnostic immobilier',
    cues: [
      head('diagnostic de performance énergétique', 8),
      head('constat de risque d exposition au plomb', 7),
      head('dossier de diagnostic technique', 7),
      head('état des risques', 5),
      ...not('contrat de location'),
    ],
  },
  {
    code: 'acte-de-cautionnement',
    label: 'un acte de cautionnement',
    cues: [
      head('acte de cautionnement', 8),
      head('acte de caution solidaire', 8),
      head('caution solidaire', 6),
      head('contrat de cautionnement Visale', 7),
      head('Visale', 5),
      ...not('contrat de location', "bail d'habitation"),
    ],
  },
  {
    code: 'bail-commercial',
    label: 'un bail commercial, professionnel ou de stationnement',
    cues: [
      head('bail commercial', 9),
      head('bail professionnel', 8),
      head('bail de garage', 7),
      head('location de stationnement', 7),
      head("location d'emplacement", 6),
      head('location de parking', 7),
      head('location de véhicule', 7),
      head('bail rural', 7),
      mention('L. 145-1 du code de commerce', 4),
    ],
  },
  {
    code: 'declaration-trimestrielle',
    label: 'une déclaration trimestrielle de ressources',
    cues: [
      head('déclaration trimestrielle', 8),
      head('déclaration de situation', 5),
      head('déclaration de ressources', 5),
      ...not('attestation de paiement'),
    ],
  },
  {
    code: 'attestation-demande-asile',
    label: "une attestation de demande d'asile",
    cues: [head("attestation de demande d'asile", 9), head("demande d'asile", 4), mention('procédure Dublin', 3)],
  },
  {
    code: 'photo-identite',
    label: "des photos d'identité",
    cues: [head('photos agréées', 5), head('planche photo', 5), head('ephoto', 5), head('e-photo', 5)],
  },
]
