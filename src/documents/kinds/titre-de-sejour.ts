import type { Champ, Champs } from '../../domain/champs.ts'
import { foldWords } from '../../formats/text.ts'
import { champs as fieldsOf, completedWith, field } from '../fields.ts'
import { readIdentity } from '../identity-fields.ts'
import { IDENTITY_CHECKS } from '../identity-checks.ts'
import type { Cue, DocumentKind } from '../kind.ts'
import { mrzFields, mrzOf, type MrzOnPiece, withSureNumber } from '../mrz-fields.ts'
import { dates, digitRuns, periods, words } from '../parsers.ts'
import { toSpan, wordsAt, type PieceText } from '../piece-text.ts'
import { matching, readAnywhere, readField, readNear, type NearOptions, type Parser } from '../read-value.ts'
import { surest } from '../surest.ts'
import { finTitreSejour } from '../validity/sejour.ts'

/** Titre de séjour: cards before 2011, of 2011 and of 2020, visa valant titre de séjour, certificat de résidence. */
const cues: readonly Cue[] = [
  { words: 'Titre de séjour', weight: 9, where: 'head' },
  { words: 'Residence permit', weight: 8, where: 'head' },
  { words: 'Carte de séjour temporaire', weight: 9, where: 'head' },
  { words: 'Carte de séjour pluriannuelle', weight: 9 },
  { words: 'Carte de séjour', weight: 7, where: 'head' },
  { words: 'Carte de résident', weight: 9 },
  { words: 'Certificat de résidence', weight: 8 },
  { words: 'Certificat de résidence de ressortissant algérien', weight: 9 },
  { words: 'Valant titre de séjour', weight: 9 },
  { words: 'Autorise son titulaire à travailler', weight: 5 },
  { words: 'Catégorie du titre', weight: 5 },
  { words: 'Type of permit', weight: 4 },
  { words: 'Type de titre', weight: 4 },
  { words: 'Vie privée et familiale', weight: 3 },
  { words: 'Résident de longue durée UE', weight: 4 },
  { words: 'Passeport talent', weight: 5 },
  { words: 'Visa', weight: 4, where: 'head' },
  { words: "Nombre d'entrées", weight: 3 },
  { words: 'CESEDA', weight: 3 },
  { words: 'Remarques', weight: 1 },
  { words: 'Récépissé', weight: -9, where: 'head' },
  { words: 'Récépissé de demande', weight: -9 },
  { words: "Attestation de prolongation d'instruction", weight: -9 },
  { words: 'Attestation de décision favorable', weight: -9 },
  { words: 'Attestation de dépôt', weight: -9 },
  { words: 'Confirmation du dépôt', weight: -9 },
  { words: "Attestation de demande d'asile", weight: -9 },
  { words: "Carte nationale d'identité", weight: -7, where: 'head' },
  { words: 'Obligation de quitter le territoire', weight: -10 },
]

/** Nine characters of a card, letters and figures mixed. */
const cardNumbers: Parser<string> = matching(/(?<![\p{L}\p{N}<])([A-Z0-9]{9})(?![\p{L}\p{N}<])/u, raw =>
  /[A-Z]/.test(raw) && /\d/.test(raw) ? raw : null,
)
/** Nine figures of a visa, nine or ten signs of cards before 2011. */
const olderNumbers: Parser<string> = matching(/(?<![\p{L}\p{N}<])([A-Z0-9]{9,10})(?![\p{L}\p{N}<])/u, raw =>
  (raw.match(/\d/g)?.length ?? 0) >= 3 ? raw : null,
)

const isVisa = (text: PieceText): boolean => text.has('Visa') && !text.has('Residence permit')

/** The number has no label on cards since 2011; older titles and visas print it beside their name. */
function readNumero(text: PieceText): Champ | null {
  if (isVisa(text)) return readField(text, ['Visa'], olderNumbers, { where: ['right'], opensCell: true })
  const card = readAnywhere(text, cardNumbers, 0.95)
  if (card) return card
  const labels = [
    'N° du titre',
    'Numéro du titre',
    'Titre de séjour',
    'Carte n°',
    'Carte de résident',
    'Carte de séjour temporaire',
    'Certificat de résidence',
  ]
  return readField(text, labels, olderNumbers, { rows: 1, maxGap: 0.5, unless: /\| (?:ETRANGER|PERSONNEL)/ })
}

const mrzOn = (text: PieceText, jourDepot: string): MrzOnPiece | null =>
  mrzOf(text, jourDepot, ['TD1', 'TD2', 'MRV-B', 'MRV-A'])

/** "VIE PRIVEE ET FAMILIALE" under "Catégorie du titre / Type of permit". */
const categories: Parser<string> = text =>
  words(text).filter(
    w =>
      /^\p{Lu}/u.test(w.value) && !/^(?:TYPE|CATEGORY|OF PERMIT|PERMIT|REMARQUES|REMARKS|NOMBRE|MULT)/i.test(w.value),
  )

/** Days of a visa: "DU 26-04-2026 AU 25-04-2027", "DELIVRE A SFAX LE 14-04-2026". */
function visaDays(text: PieceText): { dateDebutValidite?: Champ; dateExpiration?: Champ; dateDelivrance?: Champ } {
  const between = visaPeriod(text)
  const beside: NearOptions = { where: ['right', 'below'], opensCell: true, nextCellOnly: true, rows: 1 }
  const [debut, fin] = [
    ['Du', 'From'],
    ['Au', 'Until', 'To'],
  ].map(l => readField(text, l, dates, beside))
  const both = readNear(text, ['Du', 'From', 'Valable du', 'Valid from'], periods, {
    where: ['right'],
    opensCell: true,
  })
  const issued = text.find('Délivré à', 'Issued in')?.line
  const last = issued && dates(issued.text).at(-1)
  const span = issued && last && toSpan(issued.page, wordsAt(issued, last.start, last.end))
  return {
    ...(between
      ? { dateDebutValidite: between.debut, dateExpiration: between.fin }
      : both
        ? { dateDebutValidite: field(both.span, both.value.debut), dateExpiration: field(both.span, both.value.fin) }
        : { ...(debut ? { dateDebutValidite: debut } : {}), ...(fin ? { dateExpiration: fin } : {}) }),
    ...(span && last ? { dateDelivrance: field(span, last.value) } : {}),
  }
}

/** The two days of a line "DU ... AU ...", of which OCR often spoils the first small word. */
function visaPeriod(text: PieceText): { readonly debut: Champ; readonly fin: Champ } | null {
  for (const line of text.lines) {
    const [first, second, ...more] = dates(line.text)
    if (!first || !second || more.length > 0 || first.value >= second.value) continue
    if (!/^(?:AU|TO|UNTIL)$/.test(foldWords(line.text.slice(first.end, second.start)))) continue
    if (!/^\p{L}{0,4}$/u.test(foldWords(line.text.slice(0, first.start)))) continue
    const [debut, fin] = [first, second].map(date => {
      const span = toSpan(line.page, wordsAt(line, date.start, date.end))
      return span && field(span, date.value)
    })
    if (debut && fin) return { debut, fin }
  }
  return null
}

/** Stickers print both names on one line: the MRZ says where the surname ends. */
function cutByMrz(printed: Champs, { reading }: MrzOnPiece): Champs {
  const [nom, prenoms] = [printed['nom'], printed['prenoms']]
  if (!nom || !prenoms || String(nom.zone) !== String(prenoms.zone)) return printed
  const words = `${String(nom.valeur)} ${String(prenoms.valeur)}`.split(' ')
  const end = words.findIndex(
    (_, i) => foldWords(words.slice(0, i + 1).join(' ')) === foldWords(reading.fields.surname),
  )
  if (end < 0 || end === words.length - 1) return printed
  return {
    ...printed,
    nom: { ...nom, valeur: words.slice(0, end + 1).join(' ') },
    prenoms: { ...prenoms, valeur: words.slice(end + 1).join(' ') },
  }
}

function readFields(text: PieceText, jourDepot: string): Champs {
  const mrz = mrzOn(text, jourDepot)
  const printed = {
    ...readIdentity(text, readNumero(text)),
    ...(isVisa(text) ? visaDays(text) : {}),
    ...fieldsOf({
      numeroEtranger: readField(
        text,
        [
          'N° étranger',
          'Numéro étranger',
          'Numéro personnel',
          'Personal number',
          'Personal No',
          'N° personnel',
          'AGDREF',
        ],
        digitRuns(10),
        { rows: 2 },
      ),
      categorieTitre: readField(
        text,
        ['Catégorie du titre', 'Type de titre', 'Type of permit', 'Type de visa', 'Mention'],
        categories,
        { rows: 2 },
      ),
    }),
  }
  return mrz ? completedWith(withSureNumber(cutByMrz(printed, mrz), mrz), mrzFields(mrz)) : printed
}

export const titreDeSejour: DocumentKind = {
  type: 'titre-de-sejour',
  cues,
  readFields,
  validity({ champs, text, jourDepot, profil }) {
    const mrz = mrzOn(text, jourDepot)
    return finTitreSejour(surest(champs, mrz && mrzFields(mrz), jourDepot).fin('dateExpiration'), profil)
  },
  checks: IDENTITY_CHECKS,
  remarks({ champs, text, jourDepot }) {
    const remarks: string[] = []
    const mrz = mrzOn(text, jourDepot)
    const card = mrz?.reading.format === 'TD1' || (!mrz && text.hasAny('Titre de séjour', 'Residence permit'))
    const recto = text.hasAny('Titre de séjour', 'Residence permit', 'Carte de résident', 'Carte de séjour')
    if (card && !mrz)
      remarks.push('Le verso du titre de séjour manque ou ne se lit pas. Ajoutez-le : il porte la bande de lecture.')
    if (card && mrz && !recto && champs['nom']?.source === 'mrz')
      remarks.push('Le recto du titre de séjour manque ou ne se lit pas. Ajoutez-le.')
    if (text.has('Visa') && text.has('Valant titre de séjour'))
      remarks.push(
        "Visa valant titre de séjour : il compte avec la confirmation de sa validation en ligne. Vérifiez qu'elle est au dossier.",
      )
    return remarks
  },
}
