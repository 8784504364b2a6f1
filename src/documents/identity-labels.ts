import { distance } from 'fastest-levenshtein'

/** Labels of other states first: theirs differ from French ones by a letter ("Nome" is a given name in Italian). */
export const NOM = [
  'Cognome Surname',
  'Cognome',
  'Familienname',
  'Apellidos',
  'Primer apellido',
  'Nazwisko',
  'Nom de naissance',
  'Nom de famille',
  'Nom patronymique',
  'Nom Surname',
  'Surname',
  'Nom',
  'Name Surname',
  'Last name',
  'Nume',
  'Apelido',
  'Naam',
  'Name',
]
export const PRENOMS = [
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
export const SEXE = ['Sexe', 'Sex', 'Sexo', 'Sesso', 'Geslacht', 'Geschlecht']
export const NATIONALITE = [
  'Nationalité',
  'Nationality',
  'Staatsangehörigkeit',
  'Nacionalidad',
  'Cittadinanza',
  'Nationaliteit',
  'Cetățenie',
  'Nacionalidade',
  'Obywatelstwo',
]
export const NAISSANCE = [
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
  'Place and date of birth',
]
export const LIEU = [
  'Lieu de naissance',
  'Lieu de naiss',
  'Place of birth',
  'Geburtsort',
  'Lugar de nacimiento',
  'Luogo di nascita',
  'Loc nastere',
  'Geboorteplaats',
  'Date et lieu de naissance',
  'Place and date of birth',
  'Luogo e data di nascita',
]
export const DELIVRANCE = [
  'Date de délivrance',
  'Délivrée le',
  'Délivré le',
  'Date of issue',
  'Date d’émission',
  'Ausstellungsdatum',
  'Fecha de expedición',
  'Data di emissione',
  'Emissione',
  'Data emiterii',
  'Lieu et date de délivrance',
  'Délivré(e) le',
  'Fait le',
]
export const EXPIRATION = [
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

/** A label of both ends of the validity: only a whole period tells which is the last one. */
export const PERIODE_VALIDITE = [
  'Valable du',
  'Valide du',
  'Validité du',
  'Période de validité',
  'Validité',
  'Validity',
]

/** Words that are labels of a card, in the languages of the Union: never a name or a place. */
const LABEL_WORDS = new Set(
  (
    'SURNAME SURNAMES NOM NOMS NAME NAMES PRENOM PRENOMS GIVEN FORENAMES FORENAME FIRST LAST SEXE SEX SEXO SESSO NATIONALITE ' +
    'NATIONALITY DATE LIEU PLACE BIRTH NAISSANCE NAISS NEE ISSUE EXPIRY EXPIRATION DELIVRANCE VALIDITE USAGE ALTERNATE DOCUMENT ' +
    'CARTE NATIONALE IDENTITE IDENTITY CARD PASSEPORT PASSPORT TITRE SEJOUR RESIDENCE PERMIT REPUBLIQUE FRANCAISE TYPE CODE ' +
    'PAYS COUNTRY TAILLE HEIGHT ADRESSE ADDRESS SIGNATURE TITULAIRE HOLDER AUTORITE AUTHORITY REMARQUES REMARKS CATEGORIE ' +
    'NUMERO NUMBER VALABLE APELLIDOS NOMBRE COGNOME NOME LUOGO DATA NASCITA VORNAMEN GEBURTSTAG GEBURTSORT STAATSANGEHORIGKEIT ' +
    'AUSSTELLUNGSDATUM BEHORDE UNTERSCHRIFT GULTIG GESCHLECHT KODE COMUNE SCADENZA EMISSIONE STATURA CITTADINANZA SESSO ' +
    'FIRMA TITOLARE EXPIRY ISSUING MUNICIPALITY FORM OF BY AT FRA ENTREES DUREE VISA ETRANGER DELIVRE VOORNAMEN NAAM GESLACHT NATIONALITEIT NUME PRENUME CETATENIE DOMICILE RESIDENCE COULEUR YEUX COLOUR EYES PERSONNEL PERSONAL'
  ).split(' '),
)

/** A label word, or one read with a wrong letter: "SUMAME", "ADORESS". */
export const isLabel = (word: string): boolean =>
  LABEL_WORDS.has(word) ||
  /^(?:B[1IL]?RTH|P[1IL]ACE|[1IL]SSUE)$/.test(word) ||
  (word.length >= 6 &&
    [...LABEL_WORDS].some(
      label => label.length >= 6 && distance(label.replace(/RN/g, 'M'), word.replace(/RN/g, 'M')) <= 1,
    ))
