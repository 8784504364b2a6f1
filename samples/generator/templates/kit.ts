import type { Adresse, DrawnPage, Person } from '../template.ts'

/** Small writing tools shared by all templates: HTML, numbers, names, NIR as printed. */

/** Text made safe for HTML. */
export const esc = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Marks the place where a field of the truth is printed. */
export const champ = (nom: string, contenu: string): string => `<span data-champ="${nom}">${contenu}</span>`

const FONTES = {
  sans: "'Liberation Sans'",
  serif: "'Liberation Serif'",
  mono: "'Liberation Mono'",
  etroit: "'Liberation Sans Narrow'",
  deja: "'DejaVu Sans Condensed','DejaVu Sans'",
  dejaSerif: "'DejaVu Serif'",
} as const
export type Fonte = keyof typeof FONTES

export const fonte = (f: Fonte): string => `font-family:${FONTES[f]};`

const BASE = `
.pg{position:relative;overflow:hidden;box-sizing:border-box;background:#fff;color:#141414;font-size:9pt;line-height:1.3}
.pg *{box-sizing:border-box}
.pg table{border-collapse:collapse;width:100%}
.pg td,.pg th{vertical-align:top;text-align:left;padding:0.5mm 1mm;font-weight:normal}
.pg th,.pg b{font-weight:bold}
.pg .r{text-align:right;white-space:nowrap}.pg .c{text-align:center}.pg .j{text-align:justify}
.pg p{margin:0 0 2mm}.pg ul{margin:0 0 2mm;padding-left:5mm}
.pg .abs{position:absolute}.pg .pt{font-size:6.5pt;line-height:1.25}.pg .g{color:#555}
.pg .maj{text-transform:uppercase}.pg .nir{white-space:nowrap}
.pg .lig{display:flex;justify-content:space-between;gap:4mm}
.pg .cad td,.pg .cad th{border:0.25mm solid #444}
.pg .case{display:inline-block;border:0.25mm solid #444;border-right-width:0;width:4.4mm;height:5.4mm;line-height:5.2mm;text-align:center;font-size:10pt}
.pg .case.f{border-right-width:0.25mm;margin-right:1.4mm}
`

interface PageOptions {
  readonly css?: string
  readonly fonte?: Fonte
  readonly marges?: string
  readonly largeurMm?: number
  readonly hauteurMm?: number
}

/** A page box, A4 unless said otherwise. The same `css` must go to all pages of a document. */
export function page(html: string, options: PageOptions = {}): DrawnPage {
  const w = options.largeurMm ?? 210
  const h = options.hauteurMm ?? 297
  const style = `width:${w}mm;height:${h}mm;padding:${options.marges ?? '14mm'};${fonte(options.fonte ?? 'sans')}`
  return {
    html: `<div class="pg" style="${style}">${html}</div>`,
    css: BASE + (options.css ?? ''),
    widthMm: w,
    heightMm: h,
  }
}

const NBSP = '\u00a0'

const grouped = (digits: string, separator: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, separator)

/** `1 234,56`, thousands parted by a no-break space (or by `milliers`). */
export function montant(n: number, milliers = NBSP): string {
  const cents = Math.round(Math.abs(n) * 100)
  const entier = grouped(String(Math.floor(cents / 100)), milliers)
  return `${n < 0 && cents > 0 ? '-' : ''}${entier},${String(cents % 100).padStart(2, '0')}`
}

/** `1 234,56 €`. */
export const euros = (n: number): string => `${montant(n)}${NBSP}€`

/** Integer with thousands parted: `21 600`. */
export const entier = (n: number, milliers = NBSP): string =>
  `${n < 0 ? '-' : ''}${grouped(String(Math.abs(Math.round(n))), milliers)}`

/** A number with `d` decimals and a comma. */
export const decimal = (n: number, d: number): string => n.toFixed(d).replace('.', ',')

/** Rounding to the cent, half up. */
export const r2 = (n: number): number => Math.round((n + Number.EPSILON) * 100 + 1e-7) / 100

/** Text in groups: `grouper('12345678900012', [3,3,3,5])` gives `123 456 789 00012`. */
export function grouper(text: string, tailles: readonly number[], separateur = ' '): string {
  const parts: string[] = []
  let from = 0
  for (const t of tailles) {
    parts.push(text.slice(from, from + t))
    from += t
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts.filter(p => p !== '').join(separateur)
}

/** Upper case without accents, for codes and old printers. */
export const ascii = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toUpperCase()

export const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const prenom = (p: Person): string => p.prenoms[0] ?? ''

/** The surname that letters use: that of use when there is one. */
export const nomUsuel = (p: Person): string => p.nomUsage ?? p.nom

/** `Mme Marie DUPONT`. */
export const civil = (p: Person): string => `${p.civilite} ${prenom(p)} ${nomUsuel(p)}`

export const monsieurMadame = (p: { civilite: 'M.' | 'Mme' }): string => (p.civilite === 'M.' ? 'Monsieur' : 'Madame')

/** `é` or `ée`: the agreement of a participle with the person. */
export const accord = (p: { civilite: 'M.' | 'Mme' }, forme = 'e'): string => (p.civilite === 'Mme' ? forme : '')

/** Address on one line, as the truth writes it. */
export const adresseUneLigne = (a: Adresse): string => `${a.ligne} ${a.codePostal} ${a.ville}`

/** Postal block of a person, with the fields marked. */
export const blocPostal = (p: Person, majuscules = false): string => {
  const f = (s: string): string => esc(majuscules ? s.toUpperCase() : s)
  return `${f(monsieurMadame(p))} ${champ('prenoms', f(prenom(p)))} ${champ('nom', f(nomUsuel(p)))}<br>${f(p.adresse.ligne)}<br>${f(p.adresse.codePostal)} ${f(p.adresse.ville)}`
}

/** `nom` and `prenoms` of the truth, as `blocPostal` prints them. */
export const identite = (p: Person): { nom: string; prenoms: string } => ({ nom: nomUsuel(p), prenoms: prenom(p) })

const NIR_GROUPES = [1, 2, 2, 2, 3, 3, 2] as const

export type FormeNir = 'espaces' | 'cle-barre' | 'cle-mot' | 'compact' | 'points' | 'tirets' | 'vieux' | 'insecable'

/** The ways a NIR is written on real documents. */
export const FORMES_NIR: readonly FormeNir[] = [
  'espaces',
  'cle-barre',
  'cle-mot',
  'compact',
  'points',
  'tirets',
  'vieux',
  'insecable',
]

/** A NIR as printed, in the element that the masking must cover. */
export function nir(numero: string, forme: FormeNir = 'espaces'): string {
  const groupes = grouper(numero, NIR_GROUPES).split(' ')
  const corps = groupes.slice(0, 6)
  const cle = groupes[6] ?? ''
  const text = (): string => {
    switch (forme) {
      case 'espaces':
        return groupes.join(' ')
      case 'insecable':
        return groupes.join(NBSP)
      case 'cle-barre':
        return `${corps.join(' ')} / ${cle}`
      case 'cle-mot':
        return `${corps.join(' ')} clé ${cle}`
      case 'compact':
        return numero
      case 'points':
        return groupes.join('.')
      case 'tirets':
        return groupes.join('-')
      case 'vieux':
        return grouper(numero, [1, 6, 6, 2])
    }
  }
  return `<span class="nir">${text()}</span>`
}

/** One character per box, as Cerfa forms have it; `groupes` leaves a gap after each group. */
export function cases(text: string, groupes: readonly number[] = [text.length], classe = ''): string {
  const boxes = grouper(text, groupes)
    .split(' ')
    .map(g => [...g].map((c, i) => `<span class="case${i === g.length - 1 ? ' f' : ''}">${esc(c)}</span>`).join(''))
  return `<span class="${classe}" style="white-space:nowrap">${boxes.join('')}</span>`
}

/** A NIR with one digit per box. */
export const nirCases = (numero: string): string => cases(numero, NIR_GROUPES, 'nir')

/** Rows of cells: `r` before a cell aligns it right. */
export const ligne = (cellules: readonly string[], classes: readonly string[] = []): string =>
  `<tr>${cellules.map((c, i) => `<td class="${classes[i] ?? ''}">${c}</td>`).join('')}</tr>`

/** An element at `x`, `y` mm from the page's top left, `w` mm wide. */
export const pose = (x: number, y: number, w: number, contenu: string, style = ''): string =>
  `<div class="abs" style="left:${x}mm;top:${y}mm;width:${w}mm;${style}">${contenu}</div>`
