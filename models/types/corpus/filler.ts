import type { Rng } from '../../../samples/generator/template.ts'
import { CODES_TYPE, infoTypePiece } from '../../../src/domain/type-piece.ts'

/** What stands on documents of every type and tells none: places, dates, persons, formulas of letters. */
const COMMON =
  `Fait à Lyon, le | Le | Signature | Page 1/2 | Page 1 sur 1 | Madame | Monsieur | Madame, Monsieur, | M. | Mme | Nom | Prénom
Nom et prénom | Né(e) le | Date de naissance | Lieu de naissance | Adresse | demeurant | Code postal | Ville | Téléphone | Tél. | Courriel
Email | N° de dossier | Référence | Vos références | Nos références | Date | Objet : | Pièce jointe | Cachet | Cachet et signature | Montant
Total | Période du | au | Dossier suivi par | Service | République française | Liberté Égalité Fraternité | Ministère | Direction | Agence de
SIRET | Association loi 1901 | Pour servir et valoir ce que de droit | Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées
Document à conserver | Conformément à la loi informatique et libertés | Ce document est strictement personnel | www. | BP | CEDEX | Nationalité
Situation de famille | marié | célibataire | enfant | certifie | atteste | Je soussigné | Le directeur | La directrice | Le président | Bonjour
Numéro | Euros | € | EUR | par virement | paiement | Le présent document | à compter du | jusqu'au | pour le mois de | Mairie de | Préfecture`
    .split(/[|\n]/)
    .map(t => t.trim())
    .filter(t => t !== '')

const NAMES =
  'MARTIN BERNARD DUBOIS THOMAS ROBERT PETIT DURAND LEROY MOREAU SIMON LAURENT DIALLO TRAORE NGUYEN BENALI HADDAD GARCIA LOPEZ FERREIRA ROSSI SCHMIDT KAYA Camille Marie Jean Fatou Mohamed Sophie Lucas Amina Thierry Nadia Paul Inès'.split(
    ' ',
  )
const PLACES =
  'LYON MARSEILLE BORDEAUX LILLE NANTES RENNES STRASBOURG TOULOUSE DIJON GRENOBLE rue avenue boulevard Victor Hugo République Jaurès bâtiment appartement escalier résidence'.split(
    ' ',
  )
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** One line, or part of one, that tells no type. */
export function filler(random: Rng): string {
  switch (random.int(0, 6)) {
    case 0:
      return `${random.pick(NAMES)} ${random.pick(NAMES)}`
    case 1:
      return `${random.int(1, 99)} ${random.pick(PLACES)} ${random.pick(PLACES)} ${random.digits(5)} ${random.pick(PLACES)}`
    case 2:
      return `${random.int(1, 28)}/${random.int(10, 12)}/${random.int(1950, 2027)}`
    case 3:
      return `${random.int(1, 28)} ${random.pick(MONTHS)} ${random.int(2019, 2027)}`
    case 4:
      return `${random.int(10, 3000)},${random.digits(2)} ${random.pick(['€', 'EUR', ''])}`
    default:
      return random.pick(COMMON)
  }
}

/** A sentence that names a document of any type, as letters, contracts and forms do. */
export const strangers = (random: Rng): string =>
  `${random.pick(['Pièces à joindre :', 'joindre une copie de', 'sur présentation de', 'voir', 'copie :', 'dernier'])} ${infoTypePiece(random.pick(CODES_TYPE)).label.toLowerCase()}`
