/** A place of birth: what is printed and what the NIR says. `nir` is the five characters of place (COG or 99 + country). */
export interface Birthplace {
  readonly ville: string
  /** `69`, `2A`, `974`, `99`. */
  readonly departement: string
  readonly nir: string
  /** French name of the country in capitals; `null` for France. */
  readonly pays: string | null
}

const FRANCE: readonly (readonly [string, string, string])[] = [
  ['LYON 3E ARRONDISSEMENT', '69', '383'],
  ['VILLEURBANNE', '69', '266'],
  ['MARSEILLE', '13', '205'],
  ['AIX-EN-PROVENCE', '13', '001'],
  ['PARIS 12E ARRONDISSEMENT', '75', '112'],
  ['PARIS 14E ARRONDISSEMENT', '75', '114'],
  ['LILLE', '59', '350'],
  ['ROUBAIX', '59', '512'],
  ['TOULOUSE', '31', '555'],
  ['NICE', '06', '088'],
  ['NANTES', '44', '109'],
  ['STRASBOURG', '67', '482'],
  ['MONTPELLIER', '34', '172'],
  ['BORDEAUX', '33', '063'],
  ['RENNES', '35', '238'],
  ['LE HAVRE', '76', '351'],
  ['SAINT-ÉTIENNE', '42', '218'],
  ['GRENOBLE', '38', '185'],
  ['DIJON', '21', '231'],
  ['ANGERS', '49', '007'],
  ['NÎMES', '30', '189'],
  ['CLERMONT-FERRAND', '63', '113'],
  ['BREST', '29', '019'],
  ['QUIMPER', '29', '232'],
  ['AMIENS', '80', '021'],
  ['LIMOGES', '87', '085'],
  ['PERPIGNAN', '66', '136'],
  ['METZ', '57', '463'],
  ['MULHOUSE', '68', '224'],
  ['NANCY', '54', '395'],
  ['SAINT-DENIS', '93', '066'],
  ['MONTREUIL', '93', '048'],
  ['CRÉTEIL', '94', '028'],
  ['ARGENTEUIL', '95', '018'],
  ['CALAIS', '62', '193'],
  ['SAINT-BRIEUC', '22', '278'],
  ['LORIENT', '56', '121'],
  ['ÉVREUX', '27', '229'],
  ['TARBES', '65', '440'],
  ['BAYONNE', '64', '102'],
]

const CORSE: readonly (readonly [string, string, string])[] = [
  ['AJACCIO', '2A', '004'],
  ['SARTÈNE', '2A', '272'],
  ['BASTIA', '2B', '033'],
  ['CORTE', '2B', '096'],
]

/** Département on three characters, commune on two. */
const OUTRE_MER: readonly (readonly [string, string, string])[] = [
  ['SAINT-DENIS', '974', '11'],
  ['SAINT-PIERRE', '974', '16'],
  ['BASSE-TERRE', '971', '05'],
  ['FORT-DE-FRANCE', '972', '09'],
  ['CAYENNE', '973', '02'],
  ['MAMOUDZOU', '976', '08'],
]

const toPlace = ([ville, departement, commune]: readonly [string, string, string]): Birthplace => ({
  ville,
  departement,
  nir: departement + commune,
  pays: null,
})

export const BIRTHPLACES = {
  france: FRANCE.map(toPlace),
  corse: CORSE.map(toPlace),
  outreMer: OUTRE_MER.map(toPlace),
} as const

/** A birth abroad: `99` and the INSEE code of the country. */
export const abroad = (ville: string, pays: string, codeInsee: string): Birthplace => ({
  ville,
  departement: '99',
  nir: `99${codeInsee}`,
  pays,
})

/** Towns where people of the samples live, with streets of fantasy. */
export const TOWNS: readonly (readonly [string, string])[] = [
  ['69100', 'VILLEURBANNE'],
  ['69200', 'VÉNISSIEUX'],
  ['38100', 'GRENOBLE'],
  ['42000', 'SAINT-ÉTIENNE'],
  ['35200', 'RENNES'],
  ['44800', 'SAINT-HERBLAIN'],
  ['59100', 'ROUBAIX'],
  ['59000', 'LILLE'],
  ['67100', 'STRASBOURG'],
  ['31100', 'TOULOUSE'],
  ['33310', 'LORMONT'],
  ['13015', 'MARSEILLE'],
  ['34080', 'MONTPELLIER'],
  ['93200', 'SAINT-DENIS'],
  ['93100', 'MONTREUIL'],
  ['94400', 'VITRY-SUR-SEINE'],
  ['92000', 'NANTERRE'],
  ['78190', 'TRAPPES'],
  ['91000', 'ÉVRY-COURCOURONNES'],
  ['75019', 'PARIS'],
  ['76600', 'LE HAVRE'],
  ['29200', 'BREST'],
  ['97400', 'SAINT-DENIS'],
  ['20090', 'AJACCIO'],
  ['73000', 'CHAMBÉRY'],
  ['63000', 'CLERMONT-FERRAND'],
]

export const STREETS: readonly string[] = [
  'rue des Lilas',
  'avenue Jean Jaurès',
  'boulevard de la Libération',
  'rue du 8 Mai 1945',
  'allée des Tilleuls',
  'impasse du Moulin',
  'place de la République',
  "chemin de l'Écluse",
  'rue Paul-Vaillant-Couturier',
  "cours de l'Europe",
  'rue de la Gare',
  'avenue du Général Leclerc',
  'square Pablo Picasso',
  'rue Marie Curie',
  "passage de l'Horloge",
  'rue Victor Hugo',
  'allée Simone Veil',
  "quai de l'Industrie",
]
