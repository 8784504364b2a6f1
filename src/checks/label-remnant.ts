import { distance } from 'fastest-levenshtein'
import { foldWords } from '../formats/text.ts'

/** Words that cards of Europe print above names. */
// prettier-ignore
const LABELS = [
  'NOM', 'NOMS', 'PRENOM', 'PRENOMS', 'USAGE', 'NAME', 'NAMES', 'GIVEN', 'SURNAME', 'FORENAMES', 'FIRST', 'FAMILY',
  'VORNAME', 'VORNAMEN', 'NACHNAME', 'NOMBRE', 'NOMBRES', 'APELLIDO', 'APELLIDOS', 'NOME', 'NOMI', 'COGNOME', 'NOMES',
  'APELIDOS', 'NAAM', 'VOORNAMEN', 'IMIONA', 'IMIE', 'NAZWISKO', 'PRENUME', 'NUME',
]

/** Letters that OCR may change in a word of so many. */
const mayDiffer = (length: number): number => (length > 4 ? 2 : length > 3 ? 1 : 0)

/** What was read as a name is nothing but words of its label, perhaps misread ("Give" of "Given names"). */
export function isLabelRemnant(name: string): boolean {
  const words = foldWords(name).split(' ')
  return words.every(word => LABELS.some(label => distance(word, label) <= mayDiffer(label.length)))
}
