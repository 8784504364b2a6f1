import type { Champ, Champs } from '../../domain/champs.ts'
import { completedWith, field } from '../fields.ts'
import { readIdentity } from '../identity-fields.ts'
import { IDENTITY_CHECKS } from '../identity-checks.ts'
import type { Cue, DocumentKind, ValidityContext } from '../kind.ts'
import { mrzFields, mrzOf, type MrzOnPiece, withSureNumber } from '../mrz-fields.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readAnywhere, readField, type Parser } from '../read-value.ts'
import { finCniElectronique, finCniPlastifiee, identiteFrancaise } from '../validity/cni.ts'
import { finIdentiteEtrangere } from '../validity/etrangere.ts'
import { estObsolete } from '../validity/validity.ts'
import { surest } from '../surest.ts'
import { twoDDocFields } from '../two-d-doc-fields.ts'
import { issuerByWords } from './carte-identite-emetteurs.ts'

/** Identity cards: French laminated (1988-2021), French electronic (since 2021), other states of the Union. */
const cues: readonly Cue[] = [
  { words: "Carte nationale d'identité", weight: 9, where: 'head' },
  { words: "Cette carte est valable jusqu'au", weight: 7 },
  { words: 'Identity card', weight: 6, where: 'head' },
  { words: 'Nationalité française', weight: 2 },
  { words: "Date d'expir", weight: 2 },
  { words: 'N° du document', weight: 2 },
  { words: 'Personalausweis', weight: 9 },
  { words: 'Carta di identità', weight: 9 },
  { words: "Carta d'identità", weight: 9 },
  { words: 'Documento nacional de identidad', weight: 9 },
  { words: 'Cartão de cidadão', weight: 9 },
  { words: 'Identiteitskaart', weight: 9 },
  { words: 'Carte de identitate', weight: 9 },
  { words: 'Dowód osobisty', weight: 9 },
  { words: 'Lichna karta', weight: 8 },
  { words: 'Občanský průkaz', weight: 9 },
  { words: 'Občiansky preukaz', weight: 9 },
  { words: 'Osebna izkaznica', weight: 9 },
  { words: 'Osobna iskaznica', weight: 9 },
  { words: 'Személyazonosító igazolvány', weight: 9 },
  { words: 'Nationellt identitetskort', weight: 9 },
  { words: 'Henkilökortti', weight: 9 },
  { words: 'Asmens tapatybės kortelė', weight: 9 },
  { words: 'Isikutunnistus', weight: 9 },
  { words: 'Personas apliecība', weight: 9 },
  { words: 'Identitätskarte', weight: 8 },
  { words: 'Sexe', weight: 1 },
  { words: 'Né(e) le', weight: 1 },
  { words: 'Taille', weight: 1 },
  { words: 'Titre de séjour', weight: -8, where: 'head' },
  { words: 'Residence permit', weight: -8, where: 'head' },
  { words: 'Carte de séjour', weight: -8, where: 'head' },
  { words: 'Permis de conduire', weight: -9, where: 'head' },
  { words: 'Passeport', weight: -6, where: 'head' },
  { words: 'Récépissé', weight: -6, where: 'head' },
  { words: 'Déclaration de perte', weight: -10 },
  { words: 'Déclaration de vol', weight: -10 },
  { words: 'Carte Vitale', weight: -6 },
  { words: "Carte d'étudiant", weight: -6 },
]

type Modele = 'plastifiee' | 'electronique' | 'etrangere'

const mrzOn = (text: PieceText, jourDepot: string): MrzOnPiece | null =>
  mrzOf(text, jourDepot, ['FR-CNI', 'TD1', 'TD2'])

/** Twelve characters of a laminated card, nine of an electronic one. */
const laminatedNumber: Parser<string> = matching(
  /(?<![\p{L}\p{N}])((?:\d[ .]?){4}(?:[\dA-Z][ .]?){3}(?:\d[ .]?){4}\d)(?![\p{L}\p{N}])/u,
  raw => {
    const number = raw.replace(/[ .]/g, '')
    return /^\d{2}(?:0[1-9]|1[0-2])[0-9A-Z]{3}\d{5}$/.test(number) ? number : null
  },
)
const cardNumber: Parser<string> = matching(/(?<![\p{L}\p{N}<])([A-Z0-9]{9})(?![\p{L}\p{N}<])/u, raw =>
  /\d/.test(raw) && /[A-Z]/.test(raw) ? raw : null,
)
/** Nine signs, letters and figures mixed: the number of an electronic card, whatever became of its label. */
const lettersAndFigures: Parser<string> = matching(/(?<![\p{L}\p{N}<])([A-Z0-9]{9})(?![\p{L}\p{N}<])/u, raw =>
  (raw.match(/\d/g)?.length ?? 0) >= 2 && (raw.match(/[A-Z]/g)?.length ?? 0) >= 2 ? raw : null,
)
const foreignNumber: Parser<string> = matching(
  /(?<![\p{L}\p{N}<])([A-Z]{0,3}\d{5,9}[A-Z]{0,2}|\d{3}-\d{7}-\d{2})(?![\p{L}\p{N}<])/u,
  raw => raw.replace(/-/g, ''),
)

function readNumero(text: PieceText): Champ | null {
  const labels = ["Carte nationale d'identité n°", "Carte nationale d'identité"]
  return (
    readField(text, labels, laminatedNumber, { rows: 1 }) ??
    readField(text, ['N° du document', 'Document No', 'Document number'], cardNumber, { rows: 2 }) ??
    readField(
      text,
      ['Card No', 'Carte n°', 'Kaart nr', 'Document number', 'Document No', 'Num. soporte', 'Nr', 'Numéro'],
      foreignNumber,
      { rows: 2 },
    ) ??
    anywhere(text)
  )
}

/** A number of a laminated card says itself what it is. */
function anywhere(text: PieceText): Champ | null {
  const found = text.match(/(?<![\p{L}\p{N}])\d{2}(?:0[1-9]|1[0-2])[0-9A-Z]{3}\d{5}(?![\p{L}\p{N}])/u)
  if (found && text.has("Carte nationale d'identité")) return field(found.span, found.match[0], 0.8)
  return readAnywhere(text, lettersAndFigures, 0.9)
}

/** What the machine readable places say, the signed one first. */
const machineFields = (text: PieceText, mrz: MrzOnPiece | null): Champs =>
  completedWith(twoDDocFields(text, ['07']), mrz ? mrzFields(mrz) : {})

function readFields(text: PieceText, jourDepot: string): Champs {
  const printed = readIdentity(text, readNumero(text))
  const mrz = mrzOn(text, jourDepot)
  return completedWith(mrz ? withSureNumber(printed, mrz) : printed, machineFields(text, mrz))
}

function modele(text: PieceText, champs: Champs, mrz: MrzOnPiece | null): Modele {
  if (mrz) {
    if (mrz.reading.format === 'FR-CNI') return 'plastifiee'
    return mrz.reading.fields.issuingState === 'FRA' ? 'electronique' : 'etrangere'
  }
  const numero = champs['numeroDocument']?.valeur
  if (typeof numero === 'string' && /^\d{4}[0-9A-Z]{3}\d{5}$/.test(numero)) return 'plastifiee'
  if (text.has("Cette carte est valable jusqu'au")) return 'plastifiee'
  const foreign = issuerByWords(text)
  if (foreign !== null && foreign !== 'FRA') return 'etrangere'
  if (text.hasAny("Date d'expir", 'Expiry date', 'N° du document')) return 'electronique'
  return text.has('Identity card') ? 'electronique' : 'plastifiee'
}

/** The card says that it never ends; an old Greek paper card has neither end nor MRZ. */
const hasNoEnd = (text: PieceText, mrz: MrzOnPiece | null): boolean =>
  mrz?.reading.fields.permanent === true ||
  text.hasAny('Permanente', 'Vitalício', 'Unbefristet') ||
  (mrz === null && issuerByWords(text) === 'GRC' && !text.hasAny('Date of expiry', 'Expiry date', 'Expiry'))

function validity({ champs, text, jourDepot, profil }: ValidityContext) {
  const mrz = mrzOn(text, jourDepot)
  const date = surest(champs, machineFields(text, mrz), jourDepot)
  const expiration = date.fin('dateExpiration')
  const dates = {
    expiration,
    delivrance: date.lue('dateDelivrance'),
    naissance: date.lue('dateNaissance'),
    numero: date.lue('numeroDocument'),
  }
  switch (modele(text, champs, mrz)) {
    case 'plastifiee':
      return identiteFrancaise(finCniPlastifiee(dates, jourDepot), profil)
    case 'electronique':
      return identiteFrancaise(finCniElectronique(dates), profil)
    case 'etrangere':
      return finIdentiteEtrangere(
        expiration,
        mrz?.reading.fields.issuingState ?? issuerByWords(text),
        hasNoEnd(text, mrz),
      )
  }
}

export const carteNationaleIdentite: DocumentKind = {
  type: 'carte-nationale-identite',
  cues,
  readFields,
  validity,
  checks: IDENTITY_CHECKS,
  remarks(context) {
    const { champs, text, jourDepot } = context
    const mrz = mrzOn(text, jourDepot)
    const remarks: string[] = []
    const model = modele(text, champs, mrz)
    const recto = champs['nom'] !== undefined && champs['dateNaissance'] !== undefined
    const verso =
      model === 'plastifiee' ? champs['dateExpiration'] !== undefined : mrz !== null || model === 'etrangere'
    if (recto && !verso) remarks.push("Le verso de la carte d'identité manque ou ne se lit pas. Ajoutez-le.")
    if (!recto && verso) remarks.push("Le recto de la carte d'identité manque ou ne se lit pas. Ajoutez-le.")
    if (model !== 'etrangere' && estObsolete(validity(context), jourDepot))
      remarks.push(
        "Carte d'identité française périmée : présentée au guichet, elle permet encore de prouver l'identité si la photo est ressemblante.",
      )
    return remarks
  },
}
