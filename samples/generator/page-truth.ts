import { roundZone, zoneHeight, type Zone } from '../../src/domain/geometry.ts'

/** What stands on a drawn page, taken from the DOM: the truth that readings are compared with. */

export interface PlacedText {
  readonly text: string
  readonly zone: Zone
}

interface PageTruth {
  readonly words: readonly PlacedText[]
  readonly nirZones: readonly Zone[]
  readonly champsZones: Readonly<Record<string, readonly Zone[]>>
  readonly codes: readonly PlacedCode[]
  readonly faces: readonly PlacedFace[]
}

/** A symbol as drawn, quiet zone included. */
export interface PlacedCode {
  readonly format: 'datamatrix' | 'qrcode'
  readonly moduleMm: number
  /** What it says, control characters included. */
  readonly contenu: string
  readonly zone: Zone
}

/** A face of a card or booklet that lies on the sheet: the box around it, and how it lies. */
export interface PlacedFace {
  readonly zone: Zone
  /** Clockwise. */
  readonly degrees: number
}

interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

interface Collected {
  readonly words: readonly (Box & { readonly text: string; readonly glued: boolean })[]
  readonly nir: readonly Box[]
  readonly champs: readonly (Box & { readonly nom: string })[]
  readonly codes: readonly (Box & Omit<PlacedCode, 'zone'>)[]
  readonly faces: readonly (Box & Omit<PlacedFace, 'zone'>)[]
}

/** Runs in the page. Text inside SVG drawings (guilloches, barcode marks) is decoration, not text of the document. */
export const COLLECT = `(() => {
  const box = r => ({ x0: r.left, y0: r.top, x1: r.right, y1: r.bottom })
  const rect = (node, from, to) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getBoundingClientRect()
  }
  // A word that the line end breaks after a hyphen is read as two.
  const runs = (node, from, text) => {
    const whole = rect(node, from, from + text.length)
    const first = rect(node, from, from + 1)
    if (whole.height < 1.6 * first.height) return [[text, whole]]
    const parts = []
    let start = 0
    for (let i = 1; i <= text.length; i++) {
      if (i < text.length && Math.abs(rect(node, from + i, from + i + 1).top - rect(node, from + start, from + start + 1).top) < 1) continue
      parts.push([text.slice(start, i), rect(node, from + start, from + i)])
      start = i
    }
    return parts
  }
  const words = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let open = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('svg, style, script, .decor')) continue
    const style = getComputedStyle(parent)
    if (style.visibility === 'hidden' || style.display === 'none' || Number(style.opacity) < 0.15) continue
    const shown = t => style.textTransform === 'uppercase' ? t.toLocaleUpperCase('fr') : t
    const pattern = /\\S+/g
    for (let m = pattern.exec(node.data); m; m = pattern.exec(node.data)) {
      for (const [text, r] of runs(node, m.index, m[0])) {
        if (r.width <= 0 || r.height <= 0) continue
        words.push({ text: shown(text), glued: open && m.index === 0, ...box(r) })
        open = pattern.lastIndex === node.data.length
      }
    }
    if (/\\s$/.test(node.data)) open = false
  }
  const lines = e => {
    const found = []
    for (const r of Array.from(e.getClientRects(), box)) {
      const line = found.find(b => Math.min(b.y1, r.y1) - Math.max(b.y0, r.y0) > 0.5 * (r.y1 - r.y0))
      if (r.x1 <= r.x0) continue
      if (!line) found.push(r)
      else Object.assign(line, { x0: Math.min(line.x0, r.x0), y0: Math.min(line.y0, r.y0), x1: Math.max(line.x1, r.x1), y1: Math.max(line.y1, r.y1) })
    }
    return found
  }
  const all = selector => Array.from(document.querySelectorAll(selector))
  return {
    words,
    nir: all('.nir').map(e => box(e.getBoundingClientRect())),
    // A value that runs over two lines stands in two places.
    champs: all('[data-champ]').flatMap(e => lines(e).map(b => ({ nom: e.dataset.champ, ...b }))),
    codes: all('.code-barres').map(e => ({
      format: e.dataset.format,
      moduleMm: Number(e.dataset.module),
      contenu: decodeURIComponent(e.dataset.contenu),
      ...box(e.getBoundingClientRect()),
    })),
    faces: all('.face').map(e => {
      const { a, b } = new DOMMatrix(getComputedStyle(e).transform)
      return { degrees: (Math.atan2(b, a) * 180) / Math.PI, ...box(e.getBoundingClientRect()) }
    }),
  }
})()`

/** The collected boxes as fractions of a page of `width` x `height` CSS pixels. */
export function readPageTruth(collected: unknown, width: number, height: number): PageTruth {
  const { words, nir, champs, codes, faces } = collected as Collected
  const zone = (b: Box): Zone => roundZone([b.x0 / width, b.y0 / height, b.x1 / width, b.y1 / height])
  const joined: (Box & { text: string })[] = []
  for (const word of words) {
    const last = joined.at(-1)
    // `<b>12</b>€`: two text nodes, one word.
    if (last && word.glued && Math.abs(word.x0 - last.x1) < 2 && word.y0 < last.y1 && word.y1 > last.y0)
      joined[joined.length - 1] = {
        text: last.text + word.text,
        x0: last.x0,
        y0: Math.min(last.y0, word.y0),
        x1: word.x1,
        y1: Math.max(last.y1, word.y1),
      }
    else joined.push(word)
  }
  const champsZones: Record<string, Zone[]> = {}
  for (const champ of champs) (champsZones[champ.nom] ??= []).push(zone(champ))
  return {
    words: joined.map(w => ({ text: w.text, zone: zone(w) })).filter(w => onPage(w.zone)),
    nirZones: nir.map(zone),
    champsZones,
    codes: codes.map(({ format, moduleMm, contenu, ...box }) => ({ format, moduleMm, contenu, zone: zone(box) })),
    faces: faces.map(({ degrees, ...box }) => ({ degrees, zone: zone(box) })),
  }
}

const onPage = (z: Zone): boolean => z[0] < 1 && z[1] < 1 && z[2] > 0 && z[3] > 0

/** The text of a page line by line, top to bottom: words whose boxes overlap in height by more than half are on one line. */
export function textOf(words: readonly PlacedText[]): string {
  const lines: { zone: Zone; words: PlacedText[] }[] = []
  const upright = [...words].sort((a, b) => a.zone[1] + a.zone[3] - b.zone[1] - b.zone[3])
  for (const word of upright) {
    const line = lines.findLast(l => {
      const overlap = Math.min(l.zone[3], word.zone[3]) - Math.max(l.zone[1], word.zone[1])
      return overlap > 0.5 * Math.min(zoneHeight(l.zone), zoneHeight(word.zone))
    })
    if (line) line.words.push(word)
    else lines.push({ zone: word.zone, words: [word] })
  }
  return lines
    .map(l =>
      l.words
        .sort((a, b) => a.zone[0] - b.zone[0])
        .map(w => w.text)
        .join(' '),
    )
    .join('\n')
}
