import sharp from 'sharp'
import { rng } from '../rng.ts'
import type { RenderedPage } from '../browser.ts'
import type { Zone } from '../../../src/domain/geometry.ts'
import type { Format } from './encode.ts'
import {
  bitonal,
  blank,
  blur,
  cut,
  grey,
  noise,
  quarterTurns,
  resample,
  scanner,
  skew,
  type Effect,
  type Turned,
} from './effects.ts'
import { fromSharp, type Image } from './image.ts'
import { stamp, watermark } from './overlays.ts'
import { photograph } from './photo.ts'
import { photoConditions } from './photo-conditions.ts'
import { copie, dossierFacile, filigraneFacile, specimen, type Legend } from './watermarks.ts'
import { qualityConditions } from './quality-conditions.ts'

/** How a document was captured: what happened to its pages, and the file it became. */
export interface Condition {
  readonly id: string
  /** What lies on the sheet before it is captured (stamp, watermark). */
  readonly overlays?: readonly Effect[]
  readonly effects: readonly Effect[]
  /** `null`: the file that the generator prints itself (born digital). */
  readonly format: Format | null
  /** Nobody can read the page any more; or only when the fields that its type needs went with what was cut off. */
  readonly unreadable?: true | 'fields-lost'
  /** What stands on the sheet instead of the document: nothing, or a mark that makes no document. */
  readonly carries?: 'nothing' | 'marks'
}

const jpegGrey = { kind: 'jpeg', quality: 75, grey: true } as const
const jpegColour = { kind: 'jpeg', quality: 75, grey: false } as const
/** What FiligraneFacile gives back: each page one JPEG in a PDF, no text, no properties. */
const protectedPdf = { kind: 'pdf-images', quality: 90, grey: false } as const
const scan = (dpi: number, colour: boolean): Effect[] => [resample(dpi), ...(colour ? [] : [grey]), scanner(0.25, 2)]

export const conditions = (today: string): readonly Condition[] => [
  { id: 'pdf', effects: [], format: null },
  { id: 'scan-300-color', effects: scan(300, true), format: jpegColour },
  { id: 'scan-200-color', effects: scan(200, true), format: jpegColour },
  { id: 'scan-300-grey', effects: scan(300, false), format: jpegGrey },
  { id: 'scan-200-grey', effects: scan(200, false), format: jpegGrey },
  { id: 'scan-150-grey', effects: scan(150, false), format: jpegGrey },
  { id: 'scan-200-png', effects: scan(200, false), format: { kind: 'png', grey: true } },
  { id: 'screenshot', effects: [resample(144)], format: { kind: 'png', grey: false } },
  { id: 'scan-150-webp', effects: scan(150, true), format: { kind: 'webp', grey: false } },
  { id: 'scan-200-pdf', effects: scan(200, false), format: { kind: 'pdf-images', quality: 72, grey: true } },
  { id: 'tiff-lzw', effects: scan(150, false), format: { kind: 'tiff-lzw', grey: true } },
  { id: 'tiff-jpeg', effects: scan(200, false), format: { kind: 'tiff-jpeg', quality: 75, grey: true } },
  { id: 'fax-200', effects: [resample(200), bitonal], format: { kind: 'tiff-g4' } },
  { id: 'skew', effects: [resample(200), grey, skew(0.8, 3), scanner(0, 2)], format: jpegGrey },
  { id: 'rotated-90', effects: [...scan(200, false), quarterTurns(1)], format: jpegGrey },
  { id: 'rotated-180', effects: [...scan(200, false), quarterTurns(2)], format: jpegGrey },
  { id: 'rotated-270', effects: [...scan(200, false), quarterTurns(3)], format: jpegGrey },
  { id: 'noise', effects: [resample(200), grey, noise], format: { ...jpegGrey, quality: 55 } },
  { id: 'blur-light', effects: [resample(200), grey, blur(0.14), scanner(0.25, 2)], format: jpegGrey },
  { id: 'jpeg-low', effects: scan(150, true), format: { kind: 'jpeg', quality: 22, grey: false } },
  { id: 'stamp', overlays: [stamp(today)], effects: scan(200, true), format: jpegColour },
  {
    id: 'watermark',
    overlays: [watermark],
    effects: [resample(150)],
    format: { kind: 'pdf-images', quality: 90, grey: false },
  },
  { id: 'photo', effects: [photograph(3000, 0.05)], format: { kind: 'jpeg', quality: 78, grey: false } },
  { id: 'photo-exif', effects: [photograph(3000, 0.05)], format: { kind: 'jpeg-sideways', quality: 78 } },
  { id: 'blank', effects: [blank, ...scan(150, false)], format: jpegGrey, carries: 'nothing' },
  {
    id: 'blurred-unreadable',
    effects: [resample(150), grey, blur(1.5), scanner(0.3, 3)],
    format: jpegGrey,
    unreadable: true,
  },
  { id: 'cut', effects: [cut, ...scan(150, false)], format: jpegGrey, unreadable: 'fields-lost' },
  { id: 'skew-strong', effects: [resample(200), grey, skew(3, 15, true), scanner(0, 2)], format: jpegGrey },
  {
    id: 'skew-rotated',
    effects: [resample(200), grey, skew(0.8, 6, true), quarterTurns(1), scanner(0, 2)],
    format: jpegGrey,
  },
  {
    id: 'photo-upside-down',
    effects: [photograph(3000, 0.05), quarterTurns(2)],
    format: { kind: 'jpeg', quality: 78, grey: false },
  },
  {
    id: 'photo-sideways',
    effects: [photograph(3000, 0.05), quarterTurns(3)],
    format: { kind: 'jpeg', quality: 78, grey: false },
  },
  { id: 'filigrane-facile', overlays: [filigraneFacile], effects: [resample(150)], format: protectedPdf },
  { id: 'filigrane-location', overlays: [dossierFacile], effects: [resample(150)], format: protectedPdf },
  { id: 'filigrane-specimen', overlays: [specimen], effects: scan(200, true), format: jpegColour },
  { id: 'filigrane-copie', overlays: [copie], effects: scan(200, false), format: jpegGrey },
  ...qualityConditions(today),
  ...photoConditions,
]

export interface CapturedPage {
  readonly image: Image
  readonly kept: Zone
  readonly turned: Turned
  readonly legend?: Legend
  readonly moved?: (zone: Zone) => Zone
  /** Degrees clockwise of each face of a card on the sheet, besides what `turned` says. */
  readonly faces: readonly number[]
}

/**
 * Puts a rendered page through a condition: what lies on it, then how it is captured.
 * @param name of the document; all its pages bear the same legend, each has its own accidents
 */
export async function capture(
  page: RenderedPage,
  condition: Condition,
  dpi: number,
  seed: number,
  name: string,
  index: number,
): Promise<CapturedPage> {
  const steps = [
    ...(condition.overlays ?? []).map((effect, i) => ({ effect, random: rng(seed, name, 'overlay', i) })),
    ...condition.effects.map((effect, i) => ({ effect, random: rng(seed, name, condition.id, index, i) })),
  ]
  let image = await fromSharp(sharp(page.png), dpi)
  let kept: Zone = [0, 0, 1, 1]
  let turned: Turned = { quarters: 0, skew: 0 }
  let legend: Legend | undefined
  let moved: CapturedPage['moved']
  let faces: readonly number[] = page.faces.map(f => f.degrees)
  for (const { effect, random } of steps) {
    const captured = await effect(image, random, page)
    image = captured.image
    kept = captured.kept ?? kept
    legend = captured.legend ?? legend
    moved = captured.moved ?? moved
    faces = captured.faces ?? faces
    if (captured.turned) turned = addTurns(turned, captured.turned)
  }
  return { image, kept, turned, faces, ...(legend && { legend }), ...(moved && { moved }) }
}

const addTurns = (a: Turned, b: Turned): Turned => ({
  quarters: a.quarters === null || b.quarters === null ? null : (((a.quarters + b.quarters) % 4) as 0 | 1 | 2 | 3),
  skew: a.skew === null || b.skew === null ? null : a.skew + b.skew,
})

/**
 * A condition by its name. `a+b`: what `a` lays on the sheet (stamp, watermark), captured as `b` does.
 * @param today the day that an office's stamp bears, ISO
 */
export function conditionNamed(name: string, today: string): Condition {
  const known = conditions(today)
  const parts = name.split('+').map(id => {
    const found = known.find(c => c.id === id)
    if (!found) throw new Error(`unknown condition ${id}; known: ${known.map(c => c.id).join(', ')}`)
    return found
  })
  return { ...(parts.at(-1) as Condition), id: name, overlays: parts.flatMap(c => c.overlays ?? []) }
}
