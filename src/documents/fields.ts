import { roundZone, unionZones, type Zone } from '../domain/geometry.ts'
import type { Champ, Champs, ValeurChamp } from '../domain/champs.ts'
import { findNirsInText } from '../formats/nir-text.ts'
import type { Span } from './piece-text.ts'

/** A field read at a span. Its confidence is that of its least sure word, times `factor` when the reading was indirect. */
export function field(span: Span, valeur: ValeurChamp, factor = 1): Champ {
  return {
    valeur,
    confiance: Math.round(Math.min(1, span.confidence * factor) * 100) / 100,
    page: span.page,
    zone: roundZone(zoneOnPage(span)),
    source: span.source,
  }
}

/** Words of a card that lies otherwise than its page are taken back to where they stand. */
const zoneOnPage = ({ words, zone }: Span): Zone =>
  words.some(w => w.onPage) ? (unionZones(words.map(w => w.onPage ?? w.zone)) ?? zone) : zone

/** A field that was derived from others, not read. */
export const computed = (valeur: ValeurChamp, confiance: number): Champ => ({
  valeur,
  confiance,
  page: null,
  zone: null,
  source: 'calcul',
})

/** The fields that were read, without the absent ones. A value that holds a NIR is no field: it never leaves the page. */
export function champs(read: Readonly<Record<string, Champ | null | undefined>>): Champs {
  const out: Record<string, Champ> = {}
  for (const [name, value] of Object.entries(read)) if (value && !holdsNir(value.valeur)) out[name] = value
  return out
}

const holdsNir = (valeur: ValeurChamp): boolean => typeof valeur === 'string' && findNirsInText(valeur).length > 0

/** A printed reading less sure than this is as good as none: what a machine readable source says stands instead. */
const DOUBTFUL = 0.5

/**
 * Printed fields, and for those that were not read, or read with doubt, what a machine readable source says. Printed
 * values stay where they were read: the coherence checks compare them with that source. The reading that does not stand
 * is kept beside the one that does.
 */
export function completedWith(printed: Champs, other: Champs): Champs {
  const out: Record<string, Champ> = { ...printed }
  for (const [name, champ] of Object.entries(other)) {
    const known = printed[name]
    if (!known) out[name] = champ
    else if (isSameNumber(known.valeur, champ.valeur))
      out[name] = withReading({ ...known, valeur: champ.valeur }, known)
    else if (known.confiance < DOUBTFUL && champ.confiance > known.confiance) out[name] = withReading(champ, known)
    else out[name] = withReading(known, champ)
  }
  return out
}

const SHAPES: Readonly<Record<string, string>> = {
  I: '1',
  L: '1',
  O: '0',
  Q: '0',
  D: '0',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
}
const shape = (text: string): string => [...text.toUpperCase()].map(sign => SHAPES[sign] ?? sign).join('')

/** Numbers that differ only by signs of one shape ("HM1NGMM5K", "HMINGMM5K"): the machine readable one has the key. */
const isSameNumber = (printed: ValeurChamp, read: ValeurChamp): boolean =>
  typeof printed === 'string' &&
  typeof read === 'string' &&
  printed !== read &&
  /\d/.test(read) &&
  /^[0-9A-Z]{6,14}$/.test(read) &&
  shape(printed) === shape(read)

/** A field with another one's readings beside its own. */
function withReading(champ: Champ, { autresLectures = [], ...lecture }: Champ): Champ {
  return { ...champ, autresLectures: [...(champ.autresLectures ?? []), lecture, ...autresLectures] }
}
