import type { DrawnPage, Rng } from '../template.ts'
import { daysBetween, shift } from '../dates.ts'
import { esc } from './kit.ts'

/** Cards as counters photocopy them: true size, on an A4 sheet, security background, OCR-B machine readable zone. */

/** A face of a card or booklet, in millimetres. */
export interface Face {
  readonly w: number
  readonly h: number
  readonly html: string
  /** Corner radius, mm. */
  readonly radius?: number
}

const BASE = `
.feuille{position:relative;overflow:hidden;background:#fff;font-family:'Liberation Sans';color:#1b1b1f}
.feuille *{box-sizing:border-box}
.face{position:absolute;overflow:hidden}
.face .fond{position:absolute;inset:0;width:100%;height:100%}
.face .abs{position:absolute;white-space:nowrap}
.face .lib{font-size:5pt;line-height:1.15;color:#33415f}
.face .lib i{font-style:italic;font-size:4.3pt;color:#55617c}
.face .val{font-size:8pt;line-height:1.15;font-weight:bold;color:#121216}
.face .mrz{position:absolute;font-family:'OCR B';font-size:3.513mm;line-height:4.233mm;white-space:pre;color:#101010}
.face img{display:block}
`

interface Placement {
  readonly face: Face
  readonly x: number
  readonly y: number
  /** Degrees; cards are laid by hand. */
  readonly angle: number
}

const faceHtml = ({ face, x, y, angle }: Placement): string =>
  `<div class="face" style="left:${x.toFixed(2)}mm;top:${y.toFixed(2)}mm;width:${face.w}mm;height:${face.h}mm;border-radius:${face.radius ?? 3}mm;transform:rotate(${angle.toFixed(2)}deg)">${face.html}</div>`

const sheet = (
  placements: readonly Placement[],
  css: string,
  widthMm: number,
  heightMm: number,
  extra = '',
): DrawnPage => ({
  html: `<div class="feuille" style="width:${widthMm}mm;height:${heightMm}mm">${placements.map(faceHtml).join('')}${extra}</div>`,
  css: BASE + css,
  widthMm,
  heightMm,
})

/**
 * Faces one under the other on an A4 sheet, as a counter's photocopier shows them.
 * @param serre the faces touch, without any angle between them (an open booklet)
 */
export function photocopie(
  random: Rng,
  faces: readonly Face[],
  css: string,
  { serre = false, extra = '' }: { readonly serre?: boolean; readonly extra?: string } = {},
): DrawnPage {
  let y = random.int(22, 44)
  const same = { dx: random.int(-14, 14), angle: (random.next() - 0.5) * 1.4 }
  const placements = faces.map((face): Placement => {
    const { dx, angle } = serre ? same : { dx: random.int(-14, 14), angle: (random.next() - 0.5) * 1.4 }
    const placed = { face, x: (210 - face.w) / 2 + dx, y, angle }
    y += face.h + (serre ? 0.6 : random.int(12, 26))
    return placed
  })
  return sheet(placements, css, 210, 297, extra)
}

/** A day between two ISO dates, both included. */
export const jourEntre = (random: Rng, from: string, to: string): string =>
  shift(from, { days: random.int(0, daysBetween(from, to)) })

/** One face filling its page with a little of the scanner's lid around: a card scanned alone, or about to be photographed. */
export const seule = (face: Face, css: string, margin = 0): DrawnPage =>
  sheet(
    [{ face: margin === 0 ? { ...face, radius: 0 } : face, x: margin, y: margin, angle: 0 }],
    css,
    face.w + 2 * margin,
    face.h + 2 * margin,
  )

export const abs = (x: number, y: number, html: string, style = '', cls = ''): string =>
  `<div class="abs ${cls}" style="left:${x}mm;top:${y}mm;${style}">${html}</div>`

/** A label, with its translation when there is one, and the value under it. */
export function etiquette(x: number, y: number, label: string, value: string, style = ''): string {
  const [fr = '', en] = label.split('|')
  return abs(
    x,
    y,
    `<div class="lib">${esc(fr)}${en === undefined ? '' : ` <i>${esc(en)}</i>`}</div><div class="val" style="${style}">${value}</div>`,
  )
}

/**
 * Font size, in points, at which a text fits in `mm`.
 * @param em mean advance of a letter in ems: 0.6 for Liberation Mono, about 0.62 for capitals of Liberation Sans bold
 */
export function ajuste(text: string, mm: number, pt: number, em = 0.6): string {
  const size = Math.min(pt, mm / (text.length * em * 0.3528))
  return `font-size:${size.toFixed(2)}pt`
}

/** The machine readable zone. 2.54 mm from letter to letter: the advance of OCR B is 0.723 of its size. */
export const zoneMrz = (x: number, y: number, lines: readonly string[]): string =>
  `<div class="mrz" data-champ="mrz" style="left:${x}mm;top:${y}mm">${lines.map(esc).join('\n')}</div>`

export const photo = (src: string, x: number, y: number, w: number, h: number, style = ''): string =>
  `<img class="abs" src="${src}" alt="" style="left:${x}mm;top:${y}mm;width:${w}mm;height:${h}mm;object-fit:cover;${style}">`

/** A handwritten signature: a few loops, never twice the same. */
export function signature(random: Rng, x: number, y: number, w: number, h: number, ink = '#1c1c30'): string {
  let path = `M2 ${random.int(18, 30)}`
  for (let px = 6; px < 94; px += random.int(5, 11))
    path += ` C${px - 3} ${random.int(0, 18)} ${px + random.int(2, 9)} ${random.int(2, 16)} ${px + random.int(-4, 4)} ${random.int(16, 40)}`
  path += ` Q60 ${random.int(30, 40)} 98 ${random.int(6, 20)}`
  return `<svg class="abs" style="left:${x}mm;top:${y}mm;width:${w}mm;height:${h}mm" viewBox="0 0 100 42" preserveAspectRatio="none"><path d="${path}" fill="none" stroke="${ink}" stroke-width="1.3" stroke-linecap="round"/></svg>`
}

/** Security background: tinted paper, families of interlaced waves, a rosette, fine lettering. */
export function guilloche(
  random: Rng,
  w: number,
  h: number,
  tints: readonly [string, string],
  inks: readonly string[],
  word = 'RF',
): string {
  const id = `g${random.digits(7)}`
  const waves: string[] = []
  for (const ink of inks) {
    const period = random.int(17, 34)
    const phase = random.next() * 6.28
    for (let k = 0; k < 13; k++) {
      const y0 = (k / 12) * h
      let d = ''
      for (let x = 0; x <= w; x += 0.75) {
        const y =
          y0 +
          2.6 * Math.sin((2 * Math.PI * x) / period + phase + k * 0.22) +
          1.2 * Math.sin((2 * Math.PI * x) / (period * 0.41) - k * 0.5)
        d += `${d === '' ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(2)}`
      }
      waves.push(`<path d="${d}" stroke="${ink}" stroke-width=".13" fill="none" opacity=".5"/>`)
    }
  }
  const cx = w * (0.55 + random.next() * 0.3)
  const cy = h * (0.35 + random.next() * 0.3)
  let rosette = ''
  for (let i = 0; i <= 720; i++) {
    const t = (i / 720) * 2 * Math.PI
    const r = h * 0.3 * (0.62 + 0.3 * Math.sin(9 * t) * Math.cos(4 * t))
    rosette += `${i === 0 ? 'M' : 'L'}${(cx + r * Math.cos(t * 3)).toFixed(2)} ${(cy + r * Math.sin(t * 3)).toFixed(2)}`
  }
  const micro = Array.from(
    { length: 5 },
    (_, i) =>
      `<text x="1" y="${(h * (i + 0.7)) / 5}" font-size="1" fill="${inks[0]}" opacity=".35" letter-spacing=".35">${`${word} `.repeat(Math.ceil(w / (word.length + 1)))}</text>`,
  )
  return `<svg class="fond decor" viewBox="0 0 ${w} ${h}" preserveAspectRatio="none"><defs><linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${tints[0]}"/><stop offset=".55" stop-color="#fbfbf6"/><stop offset="1" stop-color="${tints[1]}"/></linearGradient></defs><rect width="${w}" height="${h}" fill="url(#${id})"/>${waves.join('')}<path d="${rosette}" stroke="${inks.at(-1)}" stroke-width=".12" fill="none" opacity=".55"/>${micro.join('')}</svg>`
}

/** The stars of the Union around a code, white on blue. */
export function etoiles(x: number, y: number, w: number, h: number, code: string): string {
  const stars = Array.from({ length: 12 }, (_, i) => {
    const a = (i / 12) * 2 * Math.PI
    return `<text x="${(50 + 36 * Math.sin(a)).toFixed(1)}" y="${(38 - 28 * Math.cos(a)).toFixed(1)}" font-size="11" fill="#ffe14d" text-anchor="middle">★</text>`
  })
  return `<svg class="abs decor" style="left:${x}mm;top:${y}mm;width:${w}mm;height:${h}mm" viewBox="0 0 100 72"><rect width="100" height="72" fill="#1d3a8f"/>${stars.join('')}<text x="50" y="45" font-size="24" font-weight="bold" font-family="Liberation Sans" fill="#fff" text-anchor="middle">${code}</text></svg>`
}

/** A contact chip. */
export const puce = (x: number, y: number): string =>
  `<svg class="abs decor" style="left:${x}mm;top:${y}mm;width:12mm;height:10.4mm" viewBox="0 0 120 104"><rect x="2" y="2" width="116" height="100" rx="16" fill="#d9b75a" stroke="#9c7c2e" stroke-width="2"/><path d="M2 36H40V68H2M118 36H80V68H118M40 36V2M80 36V2M40 68V102M80 68V102" fill="none" stroke="#8d6f26" stroke-width="3"/></svg>`
