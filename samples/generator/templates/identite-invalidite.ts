import { shift, short } from '../dates.ts'
import type { Drawn, Template } from '../template.ts'
import { accord, champ, esc } from './kit.ts'
import {
  abs,
  ajuste,
  etiquette,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  signature,
  type Face,
} from './identite-cartes.ts'

/** Carte mobilité inclusion, mention invalidité, and the old orange card that it replaces. */

const CSS = `
.cmi .bandeau{position:absolute;left:0;top:0;width:100%;height:10mm;background:#5b2a86}
.cmi .w{color:#fff}
.orange .l{font-size:7pt}.orange .v{font-family:'Liberation Mono';font-weight:bold;font-size:8.6pt}
`

const adulte = { nationalites: ['FRA'], ageMin: 24, ageMax: 84 } as const

const CMI: Template = {
  id: 'carte-invalidite/cmi',
  type: 'carte-invalidite',
  titulaire: adulte,
  draw(c): Drawn {
    const { person: p, rng } = c
    const debut = jourEntre(rng, shift(c.today, { years: -4 }), shift(c.today, { months: -2 }))
    const years = rng.pick([5, 10, 10])
    const fin = shift(debut, { years, days: -1 })
    const numero = `${rng.pick(['69', '38', '35', '59', '33'])}${rng.digits(7)}`
    const code = c.twoDDoc({
      type: 'A2',
      issueDate: debut,
      signatureDate: debut,
      fields: [
        ['AH', numero],
        ['AI', short(fin, '')],
      ],
      moduleMm: 0.3,
    })
    const prenoms = p.prenoms.join(' ')
    const accompagnement = rng.chance(0.4)
    const front: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="cmi">${guilloche(rng, 85.6, 54, ['#e9e0f2', '#f3e8ea'], ['#b79fd0', '#d0a9bd'], 'CMI')}
        <div class="bandeau"></div>
        ${abs(3, 1.2, 'CARTE MOBILITÉ INCLUSION', 'font-size:9.4pt;font-weight:bold;letter-spacing:.2mm', 'w')}
        ${abs(3, 5.8, 'INVALIDITÉ', 'font-size:8pt;font-weight:bold;letter-spacing:.6mm', 'w')}
        ${abs(60, 1.6, 'RÉPUBLIQUE<br>FRANÇAISE', 'font-size:5.4pt;line-height:1.2;text-align:right;width:22mm', 'w')}
        ${photo(c.portrait(), 3.5, 13, 24, 31, 'mix-blend-mode:multiply')}
        ${etiquette(30, 11.6, 'Nom', champ('nom', esc(p.nom)), ajuste(p.nom, 52, 8.4, 0.72))}
        ${etiquette(30, 17.6, 'Prénom(s)', champ('prenoms', esc(prenoms)), ajuste(prenoms, 34, 7.6, 0.62))}
        ${etiquette(30, 23.6, `Né${accord(p)} le`, champ('dateNaissance', short(p.dateNaissance)))}
        ${etiquette(30, 29.6, 'N° de carte', champ('numeroDocument', numero))}
        ${etiquette(30, 35.6, "Valable jusqu'au", champ('dateExpiration', short(fin)), 'font-size:9pt')}
        ${accompagnement ? abs(30, 43.4, "BESOIN D'ACCOMPAGNEMENT", 'font-size:7.4pt;font-weight:bold;color:#5b2a86') : ''}
        ${abs(64, 20, code)}
        ${abs(4, 47.6, `<span style="font-size:5.2pt">Article L. 241-3 du code de l'action sociale et des familles</span>`)}</div>`,
    }
    const back: Face = {
      w: 85.6,
      h: 54,
      html: `<div class="cmi">${guilloche(rng, 85.6, 54, ['#f0eaf6', '#f4eef0'], ['#c9b6dd'], 'INVALIDITÉ')}
        ${abs(4, 5, `<div style="font-size:6pt;white-space:normal;width:77mm;line-height:1.4"><b>La carte mobilité inclusion portant la mention « invalidité »</b> est attribuée à toute personne dont le taux d'incapacité permanente est au moins de 80 % ou qui a été classée en 3e catégorie de la pension d'invalidité de la sécurité sociale. Elle donne à son titulaire une priorité d'accès aux places assises dans les transports en commun, dans les espaces et salles d'attente ainsi que dans les établissements accueillant du public.</div>`)}
        ${abs(4, 29, `<div style="font-size:6pt;white-space:normal;width:77mm;line-height:1.4">Elle ouvre droit à des avantages fiscaux et commerciaux. Son usage indu est puni d'une contravention de la 5e classe (art. R. 241-21 du code de l'action sociale et des familles).</div>`)}
        ${abs(4, 41, `<span style="font-size:6pt">Fabrication : Imprimerie nationale — www.carte-mobilite-inclusion.fr</span>`)}
        ${abs(4, 46, `<span style="font-size:6pt">Délivrée par le Président du conseil départemental (MDPH)</span>`)}</div>`,
    }
    return {
      pages: [photocopie(rng, [front, back], CSS)],
      champs: {
        nom: p.nom,
        prenoms: prenoms,
        dateNaissance: p.dateNaissance,
        numeroDocument: numero,
        dateExpiration: fin,
      },
      dateFinValidite: fin,
      regleValidite: 'invalidite-date-imprimee',
    }
  },
}

/** Paper card in three flaps, of before 2017: no longer valid after 2026 whatever is printed (loi 2016-1321, art. 107). */
const ORANGE: Template = {
  id: 'carte-invalidite/carte-orange',
  type: 'carte-invalidite',
  titulaire: { ...adulte, ageMin: 40 },
  draw(c): Drawn {
    const { person: p, rng } = c
    const debut = jourEntre(rng, '2012-02-01', '2016-12-15')
    const definitive = rng.chance(0.5)
    const printed = definitive ? null : shift(debut, { years: 20, days: -1 })
    const numero = `${rng.pick(['069', '038', '059'])}-${rng.digits(6)}`
    const taux = rng.pick([80, 85, 90, 100])
    const line = (x: number, y: number, label: string, value: string): string =>
      abs(x, y, `<span class="l">${label}</span> <span class="v">${value}</span>`)
    const paper = guilloche(rng, 100, 140, ['#f6b26b', '#f8c58d'], ['#e08f3f', '#e6a35c'], 'INVALIDITÉ')
    const outside: Face = {
      w: 100,
      h: 70,
      radius: 1,
      html: `<div class="orange">${paper}
        ${abs(4, 4, 'RÉPUBLIQUE FRANÇAISE', 'font-size:7.4pt')}
        ${abs(4, 8, 'MAISON DÉPARTEMENTALE DES PERSONNES HANDICAPÉES', 'font-size:6.4pt')}
        ${abs(4, 12, "Commission des droits et de l'autonomie (CDAPH) — Rhône", 'font-size:6pt')}
        ${abs(14, 20, "CARTE D'INVALIDITÉ", 'font-size:17pt;font-weight:bold;letter-spacing:.5mm')}
        ${abs(14, 31, `<div style="font-size:7pt;white-space:normal;width:74mm;line-height:1.35">Loi n° 2005-102 du 11 février 2005 — articles L. 241-3 et R. 241-12 du code de l'action sociale et des familles. Cette carte donne à son titulaire une priorité d'accès aux places assises dans les transports en commun et dans les lieux publics.</div>`)}
        ${line(14, 49, 'N°', champ('numeroDocument', numero))}
        ${line(14, 55, "Taux d'incapacité :", `${taux} %`)}
        ${rng.chance(0.3) ? abs(14, 61, 'STATION DEBOUT PÉNIBLE', 'font-size:8pt;font-weight:bold') : ''}</div>`,
    }
    const inside: Face = {
      w: 100,
      h: 70,
      radius: 1,
      html: `<div class="orange">${paper}
        ${photo(c.portrait(), 5, 8, 30, 38.6, 'filter:grayscale(1);border:.2mm solid #555')}
        ${line(39, 8, 'Nom :', `<span style="${ajuste(p.nom, 46, 8.6, 0.62)}">${champ('nom', esc(p.nom))}</span>`)}
        ${line(39, 14, 'Prénom :', champ('prenoms', esc(p.prenoms[0] ?? '')))}
        ${line(39, 20, `Né${accord(p)} le :`, champ('dateNaissance', short(p.dateNaissance)))}
        ${line(39, 26, 'à :', `<span style="${ajuste(p.villeNaissance, 50, 8.6, 0.62)}">${esc(p.villeNaissance)}</span>`)}
        ${line(39, 32, 'Délivrée le :', champ('dateDelivrance', short(debut)))}
        ${printed === null ? line(39, 38, 'Valable :', 'À TITRE DÉFINITIF') : line(39, 38, "Valable jusqu'au :", champ('dateExpiration', short(printed)))}
        ${abs(39, 46, `<span class="l">Le président de la commission,</span>`)}${signature(rng, 52, 49, 34, 13, '#24306a')}
        ${abs(5, 50, `<span class="l">Signature du titulaire</span>`)}${signature(rng, 5, 53, 28, 10)}
        <svg class="abs decor" style="left:19mm;top:30mm;width:22mm;height:22mm" viewBox="0 0 100 100"><circle cx="50" cy="50" r="45" fill="none" stroke="#23305f" stroke-width="2.4" opacity=".75"/><text x="50" y="46" font-size="17" text-anchor="middle" fill="#23305f" opacity=".75" font-family="Liberation Sans">MDPH</text><text x="50" y="64" font-size="13" text-anchor="middle" fill="#23305f" opacity=".75" font-family="Liberation Sans">du Rhône</text></svg></div>`,
    }
    const limit = '2026-12-31'
    return {
      pages: [photocopie(rng, [outside, inside], CSS, { serre: true })],
      champs: {
        nom: p.nom,
        prenoms: p.prenoms[0] ?? '',
        dateNaissance: p.dateNaissance,
        numeroDocument: numero,
        dateDelivrance: debut,
        ...(printed === null ? {} : { dateExpiration: printed }),
      },
      dateFinValidite: printed !== null && printed < limit ? printed : limit,
      regleValidite: 'invalidite-carte-ancienne',
    }
  },
}

export const INVALIDITE: readonly Template[] = [CMI, ORANGE]
