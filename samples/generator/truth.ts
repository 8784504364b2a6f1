import { infoTypePiece, type Categorie, type TypePiece } from '../../src/domain/type-piece.ts'
import { neededFields } from '../../src/documents/needed-fields.ts'
import type { CodeErreurDepot } from '../../src/domain/erreurs.ts'
import { centreX, centreY, roundZone, zoneHeight, type Zone } from '../../src/domain/geometry.ts'
import type { RenderedPage } from './browser.ts'
import type { CapturedPage } from './capture/conditions.ts'
import type { Legend } from './capture/watermarks.ts'
import type { ForgeryId } from './forgeries.ts'
import { textOf, type PlacedCode } from './page-truth.ts'
import type { Drawn, Template } from './template.ts'

/** What is true of a sample file: the result that a perfect reader would give, with the text of the pages. */
export interface Verite {
  readonly fichier: string
  /** Templates drawn, in order. */
  readonly template: string
  readonly condition: string
  readonly seed: number
  /** What was falsified. Absent: the documents are genuine. */
  readonly falsification?: ForgeryId
  /** The day of the demande, ISO: ages and validities of the sample are right on that day. */
  readonly jour: string
  /**
   * What the zones are fractions of: the upright page as drawn, or the sheet rectified (photos: the sheet fills only a part
   * of the picture), or what is left of a page that was cut.
   */
  readonly geometrie: 'page' | 'feuille-redressee' | 'page-coupee'
  readonly pages: readonly VeritePage[]
  readonly pieces: readonly VeritePiece[]
  /** The error that the file as a whole deserves. */
  readonly erreur?: { readonly code: CodeErreurDepot }
}

export interface VeritePage {
  readonly numero: number
  readonly largeurMm: number
  readonly hauteurMm: number
  readonly texte: string
  readonly nirZones: readonly Zone[]
  readonly champsZones: Readonly<Record<string, readonly Zone[]>>
  readonly codesZones: readonly Zone[]
  /** What the symbols of `codesZones` say, in the same order. Absent: none. */
  readonly codes?: readonly Omit<PlacedCode, 'zone'>[]
  readonly blanche?: true
  /** How the page lies in its picture, clockwise. */
  readonly pose: VeritePose
  /** What is written over the page, no part of `texte`; absent: nothing. */
  readonly filigrane?: Legend
}

export interface VeritePose {
  /** `null` when cards lie on the sheet in different directions. */
  readonly quartsDeTour: 0 | 1 | 2 | 3 | null
  /** Degrees besides the quarter turns; `null` in a photograph, where perspective leaves no single angle. */
  readonly inclinaison: number | null
  /** Degrees likewise of each face of a card that was laid askew on the sheet, those of the sheet included. Absent: none. */
  readonly faces?: readonly number[]
}

type Fate = Omit<CapturedPage, 'image'>

const degrees = (v: number): number => Math.round(v * 1000) / 1000
function poseTruth({ turned: { quarters, skew }, faces }: Fate): VeritePose {
  const pose = { quartsDeTour: quarters, inclinaison: skew === null ? null : degrees(skew) }
  if (skew === null || faces.every(f => f === 0)) return pose
  return { ...pose, faces: faces.map(f => degrees(skew + f)) }
}
const AS_DRAWN: Fate = { kept: [0, 0, 1, 1], turned: { quarters: 0, skew: 0 }, faces: [] }

export interface VeritePiece {
  readonly pages: readonly number[]
  readonly type: TypePiece
  readonly categorie: Categorie
  readonly champs: Readonly<Record<string, string | number | boolean>>
  readonly dateFinValidite: string | null
  readonly regleValidite: string
  readonly nir: { readonly occurrences: number }
  /** Present when nobody can read the page: the type and fields are those of the sheet before it was spoilt. */
  readonly lisible?: false
  /** Share of its words that went with what was cut off; absent when nothing was. */
  readonly partManquante?: number
}

/** Share of the height of a line that holds its ink. */
const WHOLE_INK = 0.8

/** Truth of a page after its capture. Born digital, it is as it was drawn: nothing there needs straightening. */
export function pageTruth(page: RenderedPage, numero: number, captured: Fate = AS_DRAWN): VeritePage {
  const { legend, moved = zone => zone } = captured
  const [x0, y0, x1, y1] = captured.kept
  const within = (z: Zone): boolean => z[0] >= x0 && z[2] <= x1 && z[1] >= y0 && z[3] <= y1
  // The box of a line is higher than its ink: a value is whole with four fifths of it.
  const isLeft = (z: Zone): boolean =>
    z[0] >= x0 && z[2] <= x1 && Math.min(z[3], y1) - Math.max(z[1], y0) >= WHOLE_INK * zoneHeight(z)
  const meets = (z: Zone): boolean => z[0] < x1 && z[2] > x0 && z[1] < y1 && z[3] > y0
  const move = (z: Zone): Zone =>
    roundZone([
      Math.max(0, (z[0] - x0) / (x1 - x0)),
      Math.max(0, (z[1] - y0) / (y1 - y0)),
      Math.min(1, (z[2] - x0) / (x1 - x0)),
      Math.min(1, (z[3] - y0) / (y1 - y0)),
    ])
  const mm = (v: number): number => Math.round(v * 10) / 10
  const codes = page.codes.map(c => ({ ...c, zone: moved(c.zone) })).filter(c => within(c.zone))
  return {
    numero,
    largeurMm: mm(page.widthMm * (x1 - x0)),
    hauteurMm: mm(page.heightMm * (y1 - y0)),
    texte: textOf(page.words.filter(w => within(w.zone))),
    nirZones: page.nirZones.map(moved).filter(meets).map(move),
    champsZones: Object.fromEntries(
      Object.entries(page.champsZones)
        .map(([nom, zones]) => [nom, zones.map(moved).filter(isLeft).map(move)] as const)
        .filter(([, zones]) => zones.length > 0),
    ),
    codesZones: codes.map(c => move(c.zone)),
    ...(codes.length > 0 && { codes: codes.map(({ format, moduleMm, contenu }) => ({ format, moduleMm, contenu })) }),
    pose: poseTruth(captured),
    ...(legend && { filigrane: legend }),
  }
}

/** A page on which no text of a document stands. */
export const textlessPageTruth = (page: RenderedPage, numero: number): VeritePage => ({
  numero,
  largeurMm: page.widthMm,
  hauteurMm: page.heightMm,
  texte: '',
  nirZones: [],
  champsZones: {},
  codesZones: [],
  pose: poseTruth(AS_DRAWN),
})

/** A page on which nothing stands. */
export const blankPageTruth = (page: RenderedPage, numero: number): VeritePage => ({
  ...textlessPageTruth(page, numero),
  blanche: true,
})

export const pieceTruth = (template: Template, drawn: Drawn, pages: readonly VeritePage[]): VeritePiece => ({
  pages: pages.map(p => p.numero),
  type: template.type,
  categorie: drawn.categorie ?? infoTypePiece(template.type).categorie,
  champs: drawn.champs,
  dateFinValidite: drawn.dateFinValidite,
  regleValidite: drawn.regleValidite,
  nir: { occurrences: pages.reduce((n, p) => n + p.nirZones.length, 0) },
})

/** Sheets that carry a stamp, a signature, a few words: not blank, and no document that the regulation lists. */
export const marksTruth = (pages: readonly VeritePage[]): VeritePiece => ({
  pages: pages.map(p => p.numero),
  type: 'hors-perimetre',
  categorie: 'hors-perimetre',
  champs: {},
  dateFinValidite: null,
  regleValidite: 'sans-objet',
  nir: { occurrences: 0 },
})

/**
 * The truth of a piece after its capture. What nobody can read any more keeps the fields of the sheet; of a sheet that was
 * cut, the fields that went with the rest are no longer true. The piece is lost when all of a group that its type needs
 * went, and nothing that is left says the same: another place of the page, the MRZ, a code.
 */
export function spoiltTruth(
  piece: VeritePiece,
  unreadable: true | 'fields-lost' | undefined,
  drawn: readonly RenderedPage[],
  left: readonly VeritePage[],
): VeritePiece {
  if (unreadable === undefined) return piece
  const stand = (pages: readonly Pick<VeritePage, 'champsZones'>[], nom: string): number =>
    pages.reduce((n, p) => n + (p.champsZones[nom]?.length ?? 0), 0)
  const lost = (nom: string): boolean => stand(drawn, nom) > 0 && stand(left, nom) === 0
  const gone = (nom: string): boolean =>
    lost(nom) && !(stand(left, 'mrz') > 0 && IN_MRZ.includes(nom)) && !saidElsewhere(nom)
  const saidElsewhere = (nom: string): boolean =>
    drawn.some(page =>
      (page.champsZones[nom] ?? []).some(zone => {
        const printed = plainWords(textOf(page.words.filter(w => isCentredIn(w.zone, zone))))
        return printed.length > TELLING && left.some(p => plainWords(p.texte).includes(printed))
      }),
    )
  const needed = neededFields(piece.type).map(group => group.filter(nom => stand(drawn, nom) > 0))
  const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
  const before = drawn.reduce((n, p) => n + words(textOf(p.words)), 0)
  const after = left.reduce((n, p) => n + words(p.texte), 0)
  const cut = after < before ? { partManquante: Math.round((1 - after / before) * 1000) / 1000 } : {}
  if (unreadable === true || needed.some(group => group.length > 0 && group.every(gone)))
    return { ...piece, ...cut, lisible: false }
  return { ...piece, ...cut, champs: Object.fromEntries(Object.entries(piece.champs).filter(([nom]) => !lost(nom))) }
}

/** What an MRZ says too (ICAO 9303). */
const IN_MRZ: readonly string[] = ['nom', 'dateNaissance', 'dateExpiration', 'numeroDocument']
/** A shorter value stands in other words by chance. */
const TELLING = 4

const isCentredIn = (word: Zone, zone: Zone): boolean =>
  centreX(word) >= zone[0] && centreX(word) <= zone[2] && centreY(word) >= zone[1] && centreY(word) <= zone[3]

/** Words and figures of a text in capitals, a space before, between and after them. */
const plainWords = (text: string): string =>
  ` ${text
    .toLocaleUpperCase('fr')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
