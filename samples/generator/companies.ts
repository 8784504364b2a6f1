import { fictionalAdresse } from './people.ts'
import { fictionalSiret } from './numbers.ts'
import type { Company, Rng } from './template.ts'

interface Sector {
  readonly naf: string
  readonly convention: string
  readonly noms: readonly string[]
}

/** Fictional employers by sector: real NAF codes and conventions collectives, names of fantasy. */
const SECTORS: readonly Sector[] = [
  {
    naf: '81.21Z',
    convention: 'Entreprises de propreté et services associés (IDCC 3043)',
    noms: ['NET & CLAIR SERVICES', 'PROPRETÉ DES DEUX RIVES', 'ÉCLAT URBAIN SAS'],
  },
  {
    naf: '78.20Z',
    convention: 'Travail temporaire, salariés intérimaires (IDCC 1413)',
    noms: ['INTÉRIM DU RHÔNE', 'MISSION PLUS TRAVAIL TEMPORAIRE'],
  },
  {
    naf: '47.11D',
    convention: 'Commerce de détail et de gros à prédominance alimentaire (IDCC 2216)',
    noms: ['MARCHÉ DES HALLES SAS', 'SUPERETTE DU PONT-NEUF', 'DISTRIB’ OUEST'],
  },
  {
    naf: '56.10A',
    convention: 'Hôtels, cafés, restaurants (IDCC 1979)',
    noms: ['BRASSERIE DE L’ESPLANADE', 'LE COMPTOIR DES ARTISANS', 'SARL TABLE D’AÏCHA'],
  },
  {
    naf: '88.10A',
    convention: 'Aide, accompagnement, soins et services à domicile (IDCC 2941)',
    noms: ['AIDE À DOMICILE SOLÈNE', 'ASSOCIATION PRÉSENCE ET SOINS'],
  },
  {
    naf: '43.21A',
    convention: 'Bâtiment, ouvriers, entreprises de plus de 10 salariés (IDCC 1597)',
    noms: ['ÉLECTRICITÉ GÉNÉRALE BROSSARD-NIMAL', 'SOBATEL TRAVAUX'],
  },
  {
    naf: '49.41A',
    convention: 'Transports routiers et activités auxiliaires du transport (IDCC 16)',
    noms: ['TRANSPORTS VERDIÈRE', 'LOGIROUTE MESSAGERIE'],
  },
  {
    naf: '62.01Z',
    convention: 'Bureaux d’études techniques, cabinets d’ingénieurs-conseils (IDCC 1486)',
    noms: ['NUMÉRIS ATELIER LOGICIEL', 'CODAGE & COMPAGNIE'],
  },
  {
    naf: '86.10Z',
    convention: 'Hospitalisation privée (IDCC 2264)',
    noms: ['CLINIQUE SAINTE-ÉDITHE', 'POLYCLINIQUE DU VAL FLEURI'],
  },
  {
    naf: '10.71C',
    convention: 'Boulangerie-pâtisserie, entreprises artisanales (IDCC 843)',
    noms: ['FOURNIL DE LA TREILLE', 'BOULANGERIE AU BON LEVAIN'],
  },
]

/** A fictional employer. */
export function fictionalCompany(random: Rng): Company {
  const sector = random.pick(SECTORS)
  return {
    nom: random.pick(sector.noms),
    siret: fictionalSiret(random),
    naf: sector.naf,
    adresse: fictionalAdresse(random),
    conventionCollective: sector.convention,
  }
}

const LANDLORDS: readonly string[] = [
  'OFFICE PUBLIC DE L’HABITAT DES TROIS VALLÉES',
  'HABITAT ET FAMILLES, SA D’HLM',
  'AGENCE IMMOBILIÈRE DU BEFFROI',
  'FONCIÈRE DE LA CROIX-VERTE',
  'SCI LES ACACIAS',
]

/** A fictional landlord (social, agency or société civile). */
export const fictionalLandlord = (random: Rng): Company => ({
  nom: random.pick(LANDLORDS),
  siret: fictionalSiret(random),
  naf: '68.20A',
  adresse: fictionalAdresse(random),
  conventionCollective: 'Immobilier (IDCC 1527)',
})
