import type { Champs } from '../../domain/champs.ts'
import { completedWith } from '../fields.ts'
import { EMETTEURS_UE } from '../validity/rules.ts'
import { readIdentity } from '../identity-fields.ts'
import type { Cue, DocumentKind, ValidityContext } from '../kind.ts'
import { mrzFields, mrzOf, type MrzOnPiece, withSureNumber } from '../mrz-fields.ts'
import type { PieceText } from '../piece-text.ts'
import { matching, readField, readNear, type Parser } from '../read-value.ts'
import { surest } from '../surest.ts'
import { identiteFrancaise } from '../validity/cni.ts'
import { finPasseport } from '../validity/etrangere.ts'
import { estObsolete } from '../validity/validity.ts'
import { issuerByWords } from './carte-identite-emetteurs.ts'

/** Passports: the identity page of a French or foreign one. */
const cues: readonly Cue[] = [
  { words: 'Passeport', weight: 8, where: 'head' },
  { words: 'Passport', weight: 7, where: 'head' },
  { words: 'Passeport Passport', weight: 3 },
  { words: 'Passeport n°', weight: 4 },
  { words: 'Reisepass', weight: 8, where: 'head' },
  { words: 'Pasaporte', weight: 8, where: 'head' },
  { words: 'Passaporto', weight: 8, where: 'head' },
  { words: 'Passaporte', weight: 8, where: 'head' },
  { words: 'Paspoort', weight: 7, where: 'head' },
  { words: 'Pasaport', weight: 7, where: 'head' },
  { words: 'Paszport', weight: 7, where: 'head' },
  { words: 'Code du pays', weight: 4 },
  { words: 'Country code', weight: 4 },
  { words: 'Code of issuing state', weight: 4 },
  { words: 'Signature du titulaire', weight: 1 },
  { words: 'Couleur des yeux', weight: 2 },
  { words: 'Domicile', weight: 1 },
  { words: 'Autorité', weight: 1 },
  { words: 'Visa', weight: -4, where: 'head' },
  { words: 'Titre de séjour', weight: -7, where: 'head' },
  { words: "Carte nationale d'identité", weight: -6, where: 'head' },
  { words: 'Passeport talent', weight: -8 },
  { words: 'Déclaration de perte', weight: -10 },
  { words: 'Récépissé', weight: -6, where: 'head' },
]

const mrzOn = (text: PieceText, jourDepot: string): MrzOnPiece | null => mrzOf(text, jourDepot, ['TD3'])

const numbers: Parser<string> = matching(
  /(?<![\p{L}\p{N}<])(\d{2}[A-Z]{2}\d{5}|[A-Z]{1,3}[A-Z0-9]{6,8}|\d{8,9})(?![\p{L}\p{N}<])/u,
  raw => ((raw.match(/\d/g)?.length ?? 0) >= 4 ? raw : null),
)

const numberOf = (text: PieceText) =>
  readField(text, ['Passeport n°', 'Passport No', 'N° du passeport', 'Passeport', 'Passport'], numbers, {
    rows: 2,
    maxGap: 0.5,
  })

function readFields(text: PieceText, jourDepot: string): Champs {
  const mrz = mrzOn(text, jourDepot)
  const printed = readIdentity(text, numberOf(text))
  return mrz ? completedWith(withSureNumber(printed, mrz), mrzFields(mrz)) : printed
}

const stateCodes: Parser<string> = matching(/(?<![\p{L}\p{N}<])([A-Z]{3}|D)(?![\p{L}\p{N}<])/u, raw =>
  EMETTEURS_UE.has(raw) || /^[A-Z]{3}$/.test(raw) ? raw : null,
)

/** ICAO code of the issuing state: the MRZ, the printed code, or the words of the document. */
function issuer(text: PieceText, mrz: MrzOnPiece | null): string | null {
  if (mrz) return mrz.reading.fields.issuingState
  const printed = readNear(
    text,
    ['Code du pays', 'Country code', 'Code of issuing state', 'Code du pays Country code'],
    stateCodes,
    { rows: 2 },
  )
  return printed?.value ?? issuerByWords(text)
}

function validity({ champs, text, jourDepot, profil }: ValidityContext) {
  const mrz = mrzOn(text, jourDepot)
  const emetteur = issuer(text, mrz)
  const fin = finPasseport(surest(champs, mrz && mrzFields(mrz), jourDepot).fin('dateExpiration'), emetteur, profil)
  return emetteur === 'FRA' ? identiteFrancaise(fin, profil) : fin
}

export const passeport: DocumentKind = {
  type: 'passeport',
  cues,
  readFields,
  validity,
  checks: [
    'mrz-cles',
    'mrz-coherence',
    'identite-vraisemblance',
    'filigrane',
    'fichier-retouche',
    'demande-coherence',
    'doublon',
  ],
  remarks(context) {
    const { text, jourDepot } = context
    const emetteur = issuer(text, mrzOn(text, jourDepot))
    if (emetteur !== null && !EMETTEURS_UE.has(emetteur))
      return [
        "Passeport d'un pays hors Union européenne : le droit au séjour se justifie par un titre de séjour en cours de validité.",
      ]
    return emetteur === 'FRA' && estObsolete(validity(context), jourDepot)
      ? [
          "Passeport français périmé : présenté au guichet, il permet encore de prouver l'identité si la photo est ressemblante.",
        ]
      : []
  },
}
