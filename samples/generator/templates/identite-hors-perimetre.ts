import { permisMrz } from '../mrz.ts'
import { shift, short } from '../dates.ts'
import type { Drawn, Template } from '../template.ts'
import { champ, esc, grouper } from './kit.ts'
import {
  abs,
  ajuste,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  puce,
  signature,
  zoneMrz,
  type Face,
} from './identite-cartes.ts'

/** Cards that applicants deposit although the regulation does not list them: carte Vitale (with its NIR), driving licence. */

const CSS = `
.vitale{position:absolute;inset:0;background:linear-gradient(115deg,#8cc63f 0%,#b5d96b 45%,#5fa843 100%);color:#fff}
.vitale .k{font-family:'Liberation Mono';font-weight:bold;color:#16351d}
.permis .val{font-size:7.2pt}.permis .n{font-size:6pt;color:#6d4a5c;margin-right:1mm}
.permis table{border-collapse:collapse;font-size:4.9pt}.permis td{border:.12mm solid #9b8794;padding:.15mm .8mm}
`

const VITALE: Template = {
  id: 'hors-perimetre/carte-vitale',
  type: 'hors-perimetre',
  draw(c): Drawn {
    const { person: p, rng } = c
    const nom = p.nomUsage ?? p.nom
    const serie = `80250000${rng.digits(12)}`
    const front: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="vitale">
        <svg class="abs decor" style="left:0;top:0;width:85.6mm;height:54mm" viewBox="0 0 856 540"><path d="M0 430C210 300 380 520 856 250V540H0Z" fill="#3f8f3a" opacity=".45"/><path d="M0 500C260 390 470 560 856 370" stroke="#e7f4c9" stroke-width="10" fill="none" opacity=".6"/></svg>
        ${abs(5, 4, 'Vitale', 'font-size:22pt;font-weight:bold;font-style:italic;letter-spacing:-.2mm')}
        ${abs(52, 5.4, "carte d'assurance maladie", 'font-size:6.4pt')}
        ${puce(8, 18)}
        ${photo(c.portrait(), 62, 12, 19, 24, 'border-radius:1mm;filter:grayscale(.2)')}
        ${abs(6, 32, `<span class="k" style="${ajuste(nom, 52, 9)}">${champ('nom', esc(nom))}</span>`)}
        ${abs(6, 36.4, `<span class="k" style="font-size:9pt">${champ('prenoms', esc(p.prenoms[0] ?? ''))}</span>`)}
        ${abs(6, 42, `<span class="k nir" style="font-size:10.4pt">${grouper(p.nir, [1, 2, 2, 2, 3, 3, 2])}</span>`)}
        ${abs(6, 48.4, `<span class="k" style="font-size:6pt">émise le ${short(jourEntre(rng, '2012-01-05', shift(c.today, { months: -4 })))}</span>`)}
        ${abs(42, 48.4, `<span class="k" style="font-size:6pt">n° de série ${serie.slice(0, 10)} ${serie.slice(10)}</span>`)}</div>`,
    }
    const back: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="vitale" style="background:linear-gradient(115deg,#dcecc0,#c4e09a);color:#25402a">
        ${abs(5, 6, `<div style="font-size:6.6pt;white-space:normal;width:75mm;line-height:1.45"><b>Cette carte est strictement personnelle.</b> Présentez-la à chaque consultation, à la pharmacie et à l'hôpital : elle évite l'envoi de feuilles de soins. Mettez-la à jour une fois par an et à chaque changement de situation, à l'aide des bornes installées dans les caisses d'assurance maladie et les pharmacies.</div>`)}
        ${abs(5, 30, `<div style="font-size:6.6pt;white-space:normal;width:75mm;line-height:1.45">En cas de perte ou de vol, prévenez votre caisse au 36 46 ou sur ameli.fr. Qui trouve cette carte est prié de la remettre à une caisse d'assurance maladie ou dans une boîte à lettres.</div>`)}
        ${abs(5, 46, `<span style="font-size:6pt">GIE SESAM-Vitale — 72088 LE MANS CEDEX 9</span>`)}</div>`,
    }
    return {
      pages: [photocopie(rng, [front, back], CSS)],
      champs: { nom, prenoms: p.prenoms[0] ?? '' },
      dateFinValidite: null,
      regleValidite: 'sans-objet',
    }
  },
}

const PERMIS: Template = {
  id: 'hors-perimetre/permis-de-conduire',
  type: 'hors-perimetre',
  titulaire: { nationalites: ['FRA'], ageMin: 20, ageMax: 75 },
  draw(c): Drawn {
    const { person: p, rng } = c
    const delivrance = jourEntre(rng, '2014-02-01', shift(c.today, { months: -6 }))
    const expiration = shift(delivrance, { years: 15, days: -1 })
    const numero = `${delivrance.slice(2, 4)}${rng.pick([...'ABCDEFGHKL'])}${rng.pick([...'ABCDEFGHKL'])}${rng.digits(5)}`
    const mrz = permisMrz(numero, expiration, p.nom)
    const prenoms = p.prenoms.join(', ')
    const row = (y: number, n: string, value: string, size = 'font-size:7.4pt'): string =>
      abs(31, y, `<span class="n">${n}</span><span class="val" style="${size}">${value}</span>`)
    const front: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="permis">${guilloche(rng, 85.6, 54, ['#f3d7e0', '#f1e3d6'], ['#d99ab2', '#cfae8c', '#b9a5cc'], 'PERMIS DE CONDUIRE')}
        <svg class="abs decor" style="left:3mm;top:3mm;width:12mm;height:8.6mm" viewBox="0 0 120 86"><rect width="120" height="86" fill="#1d3a8f"/><text x="60" y="58" font-size="42" fill="#fff" text-anchor="middle" font-family="Liberation Sans" font-weight="bold">F</text></svg>
        ${abs(18, 2.6, 'PERMIS DE CONDUIRE', 'font-size:10.4pt;font-weight:bold;color:#7c2547')}
        ${abs(60, 3.4, 'RÉPUBLIQUE FRANÇAISE', 'font-size:5.6pt;color:#7c2547')}
        ${abs(18, 7.6, 'Driving licence · Führerschein · Permiso de conducción · Patente di guida', 'font-size:4.6pt;color:#7c2547')}
        ${photo(c.portrait(), 4, 14, 24, 31, 'filter:grayscale(1);mix-blend-mode:multiply')}
        ${row(12.4, '1.', champ('nom', esc(p.nom)), ajuste(p.nom, 48, 8, 0.72))}
        ${row(16.6, '2.', champ('prenoms', esc(prenoms)), ajuste(prenoms, 48, 7.4, 0.62))}
        ${row(20.8, '3.', `${short(p.dateNaissance, '.')} ${esc(p.lieuNaissance)}`, ajuste(`00.00.0000 ${p.lieuNaissance}`, 48, 7, 0.66))}
        ${row(25, '4a.', `${short(delivrance, '.')} <span class="n" style="margin-left:3mm">4c.</span> Préfet du Rhône`)}
        ${row(29.2, '4b.', short(expiration, '.'))}
        ${row(33.4, '5.', champ('numeroDocument', numero))}
        ${row(37.6, '9.', rng.pick(['AM / B1 / B', 'AM / A1 / A2 / A / B1 / B', 'AM / B1 / B / BE']))}
        ${abs(31, 43, '<span class="n">7.</span>')}${signature(rng, 35, 43, 26, 8)}</div>`,
    }
    const categories = ['AM', 'A1', 'A2', 'A', 'B1', 'B', 'C', 'D']
    const back: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="permis">${guilloche(rng, 85.6, 54, ['#f6e4ea', '#f4ece3'], ['#dfb1c3', '#d8c2a9'], 'F')}
        ${abs(
          16,
          3,
          `<table><tr><td>9.</td><td>10.</td><td>11.</td><td>12.</td></tr>${categories
            .map(
              k =>
                `<tr><td><b>${k}</b></td><td>${['AM', 'B1', 'B'].includes(k) ? short(delivrance, '.') : '—'}</td><td>${['AM', 'B1', 'B'].includes(k) ? short(expiration, '.') : '—'}</td><td>&nbsp;</td></tr>`,
            )
            .join('')}</table>`,
        )}
        ${abs(58, 4, '<span style="font-size:5.4pt">12. 01.06 70</span>')}
        ${zoneMrz(4.7, 46, [mrz])}</div>`,
    }
    return {
      pages: [photocopie(rng, [front, back], CSS)],
      champs: { nom: p.nom, prenoms: p.prenoms.join(' '), numeroDocument: numero },
      dateFinValidite: null,
      regleValidite: 'sans-objet',
    }
  },
}

export const CARTES_HORS_PERIMETRE: readonly Template[] = [VITALE, PERMIS]
