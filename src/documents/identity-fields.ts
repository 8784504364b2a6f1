import type { Champ, Champs } from '../domain/champs.ts'
import { statesOfNationality } from '../formats/mrz/states.ts'
import { fold, foldWords } from '../formats/text.ts'
import { champs } from './fields.ts'
import { birthDates, dates } from './parsers.ts'
import { bareName } from './names.ts'
import type { PieceText } from './piece-text.ts'
import { matching, readField, type NearOptions, type Parser } from './read-value.ts'

/**
 * Printed fields of cards, passports and permits: French and bilingual labels, and those of the other states of the
 * European Union. Cards print the label above the value or before it; both are tried.
 */
export function readIdentity(text: PieceText, numero: Champ | null): Champs {
  return champs({
    nom: readName(
      text,
      NOM,
      /\| (?:D|DE|DU|ET|USAGE|PRENOMS?|EPOU\w+|OF|AT)\b|\b(?:ET|PRENOMS?|FORE|GIVEN|FIRST|ALTERNATE|LAST) \|/,
    ),
    nomUsage: readName(
      text,
      ["Nom d'usage", "Nom d'épouse", "Nom d'époux", 'Alternate name', "Nom d'usage Preferred name"],
      null,
    ),
    prenoms: readName(text, PRENOMS, /\b(?:NOM|NOMS) (?:ET )?\|/),
    sexe: readField(text, SEXE, sexes, { ...OWN_FIRST, adjacent: true, rows: 2 }),
    dateNaissance: readField(
      text,
      NAISSANCE,
      birthDates,
      dateOptions(/\b(?:DELIVR\w*|EXPIR\w*|VALABLE|VALIDITE|ISSUE)\b/),
    ),
    lieuNaissance:
      readField(text, LIEU, places, { ...OWN_FIRST, rows: 2, unless: /\| (?:ET DATE|DELIVR\w*|OF ISSUE)/ }) ??
      readField(text, ['à'], places, { where: ['right'], maxGap: 0.05, unless: AFTER_OTHER_WORDS }),
    nationalite: readField(
      text,
      [
        'Nationalité',
        'Nationality',
        'Staatsangehörigkeit',
        'Nacionalidad',
        'Cittadinanza',
        'Nationaliteit',
        'Cetățenie',
        'Nacionalidade',
      ],
      nationalities,
      { ...OWN_FIRST, rows: 2 },
    ),
    dateDelivrance: readField(
      text,
      DELIVRANCE,
      dates,
      dateOptions(/\b(?:NEE?|NAISSANCE|BIRTH|EXPIR\w*|VALABLE|FIN DE VALIDITE|JUSQU)\b/),
    ),
    dateExpiration: readField(text, EXPIRATION, dates, dateOptions(/\b(?:NEE?|NAISSANCE|BIRTH|DELIVR\w*|ISSUE)\b/)),
    numeroDocument: numero,
  })
}

/** "à" opens its cell ("à : PARIS (75)") or follows the date of birth. */
const AFTER_OTHER_WORDS = /[A-Z]{2}.* \||\| (?:LA|LE|L|VOTRE|CE)\b/
const OWN_FIRST: NearOptions = { where: ['right', 'below'], maxGap: 0.3 }
const dateOptions = (stop: RegExp): NearOptions => ({ stop, rows: 2, maxGap: 0.45 })

const NOM = [
  'Nom de naissance',
  'Nom de famille',
  'Nom patronymique',
  'Nom Surname',
  'Nom Name',
  'Nom',
  'Surname',
  'Last name',
  'Familienname',
  'Apellidos',
  'Primer apellido',
  'Cognome',
  'Nume',
  'Apelido',
  'Naam',
  'Nazwisko',
  'Name',
]
const PRENOMS = [
  'Prénom(s)',
  'Prénoms Given names',
  'Prénoms Forenames',
  'Prénoms',
  'Prénom',
  'Given names',
  'Forenames',
  'First name',
  'Vornamen',
  'Nombre',
  'Nome',
  'Prenume',
  'Voornamen',
  'Imiona',
]
const SEXE = ['Sexe', 'Sex', 'Sexo', 'Sesso', 'Geslacht', 'Geschlecht']
const NAISSANCE = [
  'Date de naissance',
  'Date de naiss',
  'Né(e) le',
  'Née le',
  'Né le',
  'Date of birth',
  'Geburtstag',
  'Geburtsdatum',
  'Fecha de nacimiento',
  'Data di nascita',
  'Data de nascimento',
  'Data nasterii',
  'Geboortedatum',
  'Data urodzenia',
  'Date et lieu de naissance',
]
const LIEU = [
  'Lieu de naissance',
  'Lieu de naiss',
  'Place of birth',
  'Geburtsort',
  'Lugar de nacimiento',
  'Luogo di nascita',
  'Loc nastere',
  'Geboorteplaats',
  'Date et lieu de naissance',
]
const DELIVRANCE = [
  'Date de délivrance',
  'Délivrée le',
  'Délivré le',
  'Date of issue',
  'Date d’émission',
  'Ausstellungsdatum',
  'Fecha de expedición',
  'Data di emissione',
  'Data emiterii',
  'Lieu et date de délivrance',
  'Délivré(e) le',
  'Fait le',
]
const EXPIRATION = [
  "Cette carte est valable jusqu'au",
  "Date d'expiration",
  "Date d'expir",
  'Date of expiry',
  'Expiry date',
  'Fin de validité',
  'Date de fin de validité',
  "Valable jusqu'au",
  "Valide jusqu'au",
  "Valable jusqu'à",
  'Valid until',
  'Card expiry',
  'Expire le',
  'Gültig bis',
  'Válido hasta',
  'Validez',
  'Scadenza',
  'Data di scadenza',
  'Data de validade',
  'Valabilitate',
  'Geldig tot',
  "Date d'échéance",
  'Termin ważności',
]

/** Words that are labels of a card, in the languages of the Union: never a name or a place. */
const LABEL_WORDS = new Set(
  (
    'SURNAME SURNAMES NOM NOMS NAME NAMES PRENOM PRENOMS GIVEN FORENAMES FORENAME FIRST LAST SEXE SEX SEXO SESSO NATIONALITE ' +
    'NATIONALITY DATE LIEU PLACE BIRTH NAISSANCE NAISS NEE ISSUE EXPIRY EXPIRATION DELIVRANCE VALIDITE USAGE ALTERNATE DOCUMENT ' +
    'CARTE NATIONALE IDENTITE IDENTITY CARD PASSEPORT PASSPORT TITRE SEJOUR RESIDENCE PERMIT REPUBLIQUE FRANCAISE TYPE CODE ' +
    'PAYS COUNTRY TAILLE HEIGHT ADRESSE ADDRESS SIGNATURE TITULAIRE HOLDER AUTORITE AUTHORITY REMARQUES REMARKS CATEGORIE ' +
    'NUMERO NUMBER VALABLE APELLIDOS NOMBRE COGNOME NOME LUOGO DATA NASCITA VORNAMEN GEBURTSTAG GEBURTSORT STAATSANGEHORIGKEIT ' +
    'VOORNAMEN NAAM GESLACHT NATIONALITEIT NUME PRENUME CETATENIE DOMICILE RESIDENCE COULEUR YEUX COLOUR EYES PERSONNEL PERSONAL'
  ).split(' '),
)

const isLabel = (word: string): boolean => LABEL_WORDS.has(word)

/** A name printed on a card: letters only, no label word in it; stops at the next label. */
const cardNames: Parser<string> = text => {
  const start = text.search(/\p{L}/u)
  if (start < 0) return []
  const kept: string[] = []
  for (const word of text.slice(start).split(' ')) {
    const folded = foldWords(word)
    if (/\d/.test(word) || folded.split(' ').some(isLabel) || /[:/]/.test(word)) break
    kept.push(word)
  }
  const value = bareName(kept.join(' ')).replace(/\s?\([^)]*\)?$/, '')
  const end = start + kept.join(' ').length
  return /\p{L}{2}/u.test(value) && isMostlyCapitals(value) ? [{ value, start, end }] : []
}

/** Cards print surnames in capitals and given names in capitals or with an initial one. */
const isMostlyCapitals = (text: string): boolean =>
  text
    .split(/[ ,-]/)
    .every(w => w === '' || /^\p{Lu}/u.test(w) || /^(?:de|du|des|la|le|d'|van|von|der|di|da|dos|el|al|ben)$/iu.test(w))

function readName(text: PieceText, labels: readonly string[], unless: RegExp | null): Champ | null {
  const options: NearOptions = { maxGap: 0.25, rows: 2, ...(unless ? { unless } : {}) }
  return readField(text, labels, cardNames, options)
}

const sexes: Parser<string> = matching(/(?<!\p{L})([MFX]|Masculin|F[ée]minin|MASCULIN|F[EÉ]MININ)(?!\p{L})/u, raw => {
  const letter = fold(raw).charAt(0)
  return letter === 'M' || letter === 'F' || letter === 'X' ? letter : null
})

const nationalities: Parser<string> = text => {
  const found: { value: string; start: number; end: number }[] = []
  for (const match of text.matchAll(/\p{L}[\p{L}'-]+/gu)) {
    if (statesOfNationality(match[0]))
      found.push({ value: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** A town, its arrondissement and département kept, without the date that may stand before it. */
const places: Parser<string> = text => {
  const afterDate = /^\D*\d{2}[\s./-]\d{2}[\s./-]\d{4}\s+(?:[àa]\s+)?/u.exec(text)
  const from = afterDate ? afterDate[0].length : 0
  const start = text.slice(from).search(/\p{L}/u) + from
  const value = text
    .slice(start)
    .replace(/\s+(?:Taille|Sexe|Sex|Nationalit|Date|Né\(e\)).*$/u, '')
    .replace(/[\s.:,;-]+$/, '')
  const words = foldWords(value).split(' ')
  if (start < from || value.length < 2 || !/^\p{Lu}/u.test(value) || words.some(isLabel)) return []
  return [{ value, start, end: start + value.length }]
}
