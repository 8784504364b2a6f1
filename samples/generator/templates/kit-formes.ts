import type { Rng } from '../template.ts'
import { esc } from './kit.ts'

/** Drawn shapes of official paper: emblems, logos, stamps, signatures. None copies a real logo. */

/** The State's block: a profile on a tricolour flag, the motto below. */
export const blocEtat = (sousTitre = '', largeurMm = 30): string => `
<div style="width:${largeurMm}mm;line-height:1.15">
<svg viewBox="0 0 60 22" style="width:15mm;display:block"><rect width="20" height="22" fill="#1c2a6e"/><rect x="20" width="20" height="22" fill="#fff" stroke="#bbb" stroke-width=".3"/><rect x="40" width="20" height="22" fill="#d0222d"/><path d="M33 3c-6 0-10 4-10 8 0 3 2 4 2 6l3 2 7-1c2-1 1-3 2-4l2-1-1-3c0-4-2-7-5-7z" fill="#8d96b5"/></svg>
<div style="font-size:7pt;font-weight:bold;margin-top:1mm">RÉPUBLIQUE<br>FRANÇAISE</div>
<div style="font-family:'Liberation Serif';font-style:italic;font-size:5.5pt;margin-top:.6mm">Liberté<br>Égalité<br>Fraternité</div>
${sousTitre === '' ? '' : `<div style="font-size:7pt;margin-top:1.5mm">${sousTitre}</div>`}</div>`

export type Motif = 'anneaux' | 'toit' | 'feuille' | 'onde' | 'carre' | 'soleil'

const MOTIFS: Readonly<Record<Motif, string>> = {
  anneaux:
    '<circle cx="14" cy="16" r="9" fill="none" stroke-width="4"/><circle cx="25" cy="16" r="9" fill="none" stroke-width="4"/>',
  toit: '<path d="M4 18 20 5l16 13" fill="none" stroke-width="4"/><path d="M10 18v12h20V18" fill="none" stroke-width="4"/>',
  feuille:
    '<path d="M6 30C4 12 18 4 36 5 36 22 26 34 6 30z" stroke="none"/><path d="M8 30 26 13" stroke="#fff" stroke-width="2"/>',
  onde: '<path d="M3 12c6-8 11 8 17 0s11 8 17 0M3 24c6-8 11 8 17 0s11 8 17 0" fill="none" stroke-width="4"/>',
  carre:
    '<rect x="5" y="5" width="30" height="30" rx="4" stroke="none"/><path d="M13 27V13h9a5 5 0 010 10h-9" fill="none" stroke="#fff" stroke-width="3.5"/>',
  soleil:
    '<circle cx="20" cy="20" r="8" stroke="none"/><path d="M20 3v6M20 31v6M3 20h6M31 20h6M8 8l4 4M28 28l4 4M32 8l-4 4M12 28l-4 4" stroke-width="3"/>',
}

/** A logo: a drawn shape with a name beside it. */
export const logo = (motif: Motif, nom: string, sousTitre: string, couleur: string, corpsPt = 13): string => `
<div style="display:flex;align-items:center;gap:2.5mm;color:${couleur}">
<svg viewBox="0 0 40 40" style="width:${corpsPt}mm;height:${corpsPt}mm;flex:none" fill="${couleur}" stroke="${couleur}">${MOTIFS[motif]}</svg>
<div><div style="font-size:${corpsPt}pt;font-weight:bold;line-height:1.05">${esc(nom)}</div><div style="font-size:7.5pt;line-height:1.2">${sousTitre}</div></div></div>`

/** The word "cerfa" with its number, as printed at the head of forms. */
export const cerfa = (numero: string): string =>
  `<div style="text-align:center;line-height:1.1"><span style="font-family:'Liberation Serif';font-style:italic;font-weight:bold;font-size:15pt;border:.3mm solid #222;border-radius:50%;padding:.4mm 2mm">cerfa</span><div style="font-size:7.5pt;margin-top:1mm">N° ${numero}</div></div>`

/** A hand-drawn signature. */
export function signature(rng: Rng, couleur = '#1b2a6b', largeurMm = 38): string {
  let x = 6
  let d = `M${x} ${rng.int(20, 34)}`
  for (let i = 0; i < rng.int(6, 10); i++) {
    const w = rng.int(6, 15)
    d += ` c${rng.int(1, 5)} ${-rng.int(8, 26)} ${w - 2} ${rng.int(-12, 22)} ${w} ${rng.int(-7, 7)}`
    x += w
  }
  const trait = `M${rng.int(8, 20)} ${rng.int(38, 44)} c30 ${-rng.int(3, 9)} 55 ${rng.int(0, 6)} ${rng.int(70, 92)} ${-rng.int(2, 9)}`
  return `<svg viewBox="0 0 120 52" style="width:${largeurMm}mm;display:block;overflow:visible"><path d="${d}" fill="none" stroke="${couleur}" stroke-width="1.5" stroke-linecap="round"/><path d="${trait}" fill="none" stroke="${couleur}" stroke-width="1.2"/></svg>`
}

/** A round office stamp, slightly turned, in blue, violet or red ink. */
export function tampon(rng: Rng, autour: string, centre: readonly string[], diametreMm = 32): string {
  const encre = rng.pick(['#27408f', '#5a2d82', '#2b2b6e', '#a3242f'] as const)
  const id = `t${rng.digits(8)}`
  const lignes = centre
    .map(
      (t, i) =>
        `<text x="50" y="${52 + (i - (centre.length - 1) / 2) * 9}" font-size="7.5" text-anchor="middle">${esc(t)}</text>`,
    )
    .join('')
  return `<svg viewBox="0 0 100 100" style="width:${diametreMm}mm;height:${diametreMm}mm;transform:rotate(${rng.int(-16, 14)}deg);opacity:.72;display:block" fill="${encre}" font-family="Liberation Sans"><circle cx="50" cy="50" r="47" fill="none" stroke="${encre}" stroke-width="1.8"/><circle cx="50" cy="50" r="31" fill="none" stroke="${encre}" stroke-width=".8"/><defs><path id="${id}" d="M50 50m-37.5 0a37.5 37.5 0 1 1 75 0a37.5 37.5 0 1 1 -75 0"/></defs><text font-size="8" font-weight="bold" letter-spacing=".5"><textPath href="#${id}" startOffset="2">${esc(autour)}</textPath></text>${lignes}</svg>`
}

/** A rectangular stamp of a practice or a company. */
export function griffe(rng: Rng, lignes: readonly string[]): string {
  const encre = rng.pick(['#27408f', '#1f1f3a', '#5a2d82'] as const)
  return `<div style="display:inline-block;border:.4mm solid ${encre};color:${encre};padding:1.5mm 3mm;font-size:7.5pt;line-height:1.3;text-align:center;transform:rotate(${rng.int(-5, 4)}deg);opacity:.85">${lignes.map(esc).join('<br>')}</div>`
}

/** A ticked or empty box. */
export const coche = (oui: boolean): string =>
  `<span style="display:inline-block;width:3.2mm;height:3.2mm;border:.25mm solid #222;font-size:8pt;line-height:2.9mm;text-align:center;vertical-align:-.4mm">${oui ? '✕' : ''}</span>`

/** Short grey bars of a postal code line, as mail machines print them. */
export const barresPostales = (rng: Rng): string =>
  `<svg viewBox="0 0 120 6" style="width:48mm;height:2.4mm;display:block">${Array.from({ length: 40 }, (_, i) => `<rect x="${i * 3}" y="${rng.chance(0.5) ? 0 : 2.5}" width="1.1" height="${rng.chance(0.5) ? 6 : 3.5}" fill="#d5661f"/>`).join('')}</svg>`
