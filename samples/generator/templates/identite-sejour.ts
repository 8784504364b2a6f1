import { mrvB, td1 } from '../mrz.ts'
import { shift, short } from '../dates.ts'
import type { DrawContext, Drawn, Template } from '../template.ts'
import { champ, esc } from './kit.ts'
import {
  abs,
  ajuste,
  etiquette,
  etoiles,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  puce,
  seule,
  signature,
  zoneMrz,
  type Face,
} from './identite-cartes.ts'
import { adjectif, HORS_UE } from './identite-pays.ts'

/** Residence permits: the card of 2011, the card of 2020 (règlement UE 2017/1954), the long-stay visa. */

const CSS = `
.ts .t{font-size:9.4pt;font-weight:bold;letter-spacing:.3mm;color:#7a2350}
.ts .t2{font-size:6pt;color:#7a2350}
.ts .val{font-size:7.4pt}
.ts .grand{font-size:8.4pt}
`

interface Titre {
  readonly numero: string
  readonly numeroEtranger: string
  readonly delivrance: string
  readonly expiration: string
  readonly categorie: string
  readonly remarques: readonly string[]
  readonly prefecture: string
  readonly mrz: readonly string[]
}

const TITRES = [
  {
    categorie: 'CARTE DE SÉJOUR TEMPORAIRE',
    ans: 1,
    remarques: ['VIE PRIVÉE ET FAMILIALE', 'AUTORISE SON TITULAIRE À TRAVAILLER'],
  },
  {
    categorie: 'CARTE DE SÉJOUR PLURIANNUELLE',
    ans: 4,
    remarques: ['VIE PRIVÉE ET FAMILIALE', 'AUTORISE SON TITULAIRE À TRAVAILLER'],
  },
  { categorie: 'CARTE DE SÉJOUR PLURIANNUELLE', ans: 4, remarques: ['SALARIÉ', 'AUTORISE SON TITULAIRE À TRAVAILLER'] },
  { categorie: 'CARTE DE RÉSIDENT', ans: 10, remarques: ['TOUTES PROFESSIONS EN FRANCE MÉTROPOLITAINE'] },
] as const

const PREFECTURES = [
  'PREF. DU RHÔNE',
  'PREF. DE POLICE',
  'PREF. DU NORD',
  'PREF. DES BOUCHES-DU-RHÔNE',
  'PREF. DE SEINE-SAINT-DENIS',
]

/** A permit that is still valid for some months at least, or already over. */
function titre(c: DrawContext, perime = false): Titre {
  const { person: p, rng } = c
  const algerian = p.nationalite === 'DZA'
  const kind = rng.pick(TITRES)
  const expiration = perime
    ? jourEntre(rng, shift(c.today, { months: -14 }), shift(c.today, { months: -5 }))
    : jourEntre(rng, shift(c.today, { months: 2 }), shift(c.today, { months: Math.min(kind.ans * 12 - 2, 70) }))
  const numero = Array.from({ length: 9 }, (_, i) =>
    i < 2 ? rng.pick([...'ABCDFGHKLMNPRTVWXYZ']) : rng.pick([...'0123456789BCDFGHKLMNPRTVWXYZ']),
  ).join('')
  const numeroEtranger = `${rng.pick(['69', '75', '13', '59', '93', '99'])}${rng.digits(8)}`
  return {
    numero,
    numeroEtranger,
    delivrance: shift(expiration, { years: -kind.ans, days: 1 }),
    expiration,
    categorie: algerian ? 'CERTIFICAT DE RÉSIDENCE' : kind.categorie,
    remarques: kind.remarques,
    prefecture: rng.pick(PREFECTURES),
    mrz: td1('IR', 'FRA', numero, expiration, p, { optional: numeroEtranger }),
  }
}

const truth = (c: DrawContext, t: Titre): Omit<Drawn, 'pages'> => ({
  champs: {
    nom: c.person.nom,
    prenoms: c.person.prenoms.join(' '),
    numeroDocument: t.numero,
    numeroEtranger: t.numeroEtranger,
    sexe: c.person.sexe,
    nationalite: c.person.nationalite,
    dateNaissance: c.person.dateNaissance,
    lieuNaissance: c.person.villeNaissance,
    dateDelivrance: t.delivrance,
    dateExpiration: t.expiration,
    mrz: t.mrz.join('\n'),
  },
  dateFinValidite: t.expiration,
  regleValidite: 'titre-sejour-date-imprimee',
})

function card2011(c: DrawContext, t: Titre): Face[] {
  const { person: p, rng } = c
  const prenoms = p.prenoms.join(' ').toLocaleUpperCase('fr')
  const front: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="ts">${guilloche(rng, 85.6, 54, ['#f5d3e0', '#cfe3f2'], ['#d78fb0', '#8fb4d9', '#c9a2c9'])}
      ${etoiles(3, 2.6, 10, 7, 'F')}
      ${abs(16, 2.4, 'TITRE DE SÉJOUR', '', 't')}${abs(16, 6.8, 'RÉPUBLIQUE FRANÇAISE', '', 't2')}
      ${abs(58, 2.6, champ('numeroDocument', `<b style="font-size:9pt;letter-spacing:.25mm">${t.numero}</b>`))}
      ${photo(c.portrait(), 3.5, 12, 25, 32, 'mix-blend-mode:multiply')}
      ${etiquette(31, 10.6, 'NOM, Prénoms', `${champ('nom', esc(p.nom))}<br>${champ('prenoms', esc(prenoms))}`, ajuste(prenoms.length > p.nom.length ? prenoms : p.nom, 52, 8, 0.72))}
      ${etiquette(31, 19.6, "VALABLE JUSQU'AU", champ('dateExpiration', short(t.expiration, '.')), 'font-size:9pt')}
      ${etiquette(31, 25.8, 'LIEU ET DATE DE DÉLIVRANCE', `${esc(t.prefecture)} ${champ('dateDelivrance', short(t.delivrance, '.'))}`, ajuste(`${t.prefecture} 00.00.0000`, 52, 7.4, 0.68))}
      ${etiquette(31, 31.8, 'TYPE DE TITRE', champ('categorieTitre', esc(t.categorie)), 'font-size:7.2pt')}
      ${abs(31, 37.6, `<div class="lib">REMARQUES</div><div class="val" style="font-size:6.2pt;white-space:normal;width:52mm">${t.remarques.map(esc).join('<br>')}</div>`)}
      ${signature(rng, 4, 45, 22, 7)}${abs(60, 48.6, `<span style="font-size:5pt">SIGNATURE DU TITULAIRE</span>`)}</div>`,
  }
  const back: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="ts">${guilloche(rng, 85.6, 54, ['#efdbe6', '#d9e6ef'], ['#cf9cb8', '#9dbbd8'])}
      ${puce(66, 4)}
      ${etiquette(5, 3.2, 'DATE ET LIEU DE NAISSANCE', `${champ('dateNaissance', short(p.dateNaissance, '.'))} ${champ('lieuNaissance', esc(p.villeNaissance))}`, ajuste(`00.00.0000 ${p.villeNaissance}`, 58, 7.4, 0.68))}
      ${etiquette(5, 9.4, 'NATIONALITÉ', champ('nationalite', adjectif(p.nationalite).toLocaleUpperCase('fr')))}
      ${etiquette(42, 9.4, 'SEXE', champ('sexe', p.sexe))}
      ${etiquette(5, 15.6, 'N° ÉTRANGER', champ('numeroEtranger', t.numeroEtranger))}
      ${etiquette(42, 15.6, 'TAILLE', `1,${p.sexe === 'M' ? 77 : 63} M`)}
      ${abs(5, 22, `<div class="lib">ADRESSE</div><div class="val" style="font-size:6.2pt;white-space:normal;width:76mm">${esc(p.adresse.ligne.toUpperCase())} ${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}</div>`)}
      ${abs(5, 31, `<span style="font-size:4.8pt;color:#555">Ce titre doit être présenté à toute réquisition des agents de l'autorité.</span>`)}
      ${zoneMrz(4.7, 38.6, t.mrz)}</div>`,
  }
  return [front, back]
}

function card2020(c: DrawContext, t: Titre): Face[] {
  const { person: p, rng } = c
  const prenoms = p.prenoms.join(' ').toLocaleUpperCase('fr')
  const spaced = (iso: string): string => short(iso, ' ')
  const front: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="ts">${guilloche(rng, 85.6, 54, ['#d5e6f3', '#f4d9e3'], ['#8cb2da', '#d79ab6', '#a8cbb5'])}
      ${etoiles(73, 2.4, 10, 7, 'FR')}
      ${abs(4, 2.2, 'TITRE DE SÉJOUR', '', 't')}${abs(42, 3.4, 'RESIDENCE PERMIT', '', 't2')}
      ${abs(4, 6.8, `<span class="lib">FRA</span> ${champ('numeroDocument', `<b style="font-size:8.4pt;letter-spacing:.2mm">${t.numero}</b>`)}`)}
      ${photo(c.portrait(), 4, 12, 25, 32, 'filter:grayscale(1);mix-blend-mode:multiply')}
      ${etiquette(31, 10, 'NOMS Prénoms|NAMES Forenames', `${champ('nom', esc(p.nom))}<br>${champ('prenoms', esc(prenoms))}`, ajuste(prenoms.length > p.nom.length ? prenoms : p.nom, 52, 7.8, 0.72))}
      ${etiquette(31, 19.4, 'SEXE|SEX', champ('sexe', p.sexe))}
      ${etiquette(40, 19.4, 'NATIONALITÉ|NAT.', champ('nationalite', p.nationalite))}
      ${etiquette(61, 19.4, 'DATE NAISS.|DATE OF BIRTH', champ('dateNaissance', spaced(p.dateNaissance)))}
      ${etiquette(31, 25.6, 'CATÉGORIE DU TITRE|TYPE OF PERMIT', champ('categorieTitre', esc(t.categorie)), 'font-size:7pt')}
      ${etiquette(31, 31.6, 'N° PERSONNEL|PERSONAL NO', champ('numeroEtranger', t.numeroEtranger))}
      ${etiquette(62, 31.6, 'FIN DE VALIDITÉ|EXPIRY', champ('dateExpiration', spaced(t.expiration)), 'font-size:8.4pt')}
      ${abs(31, 38, `<div class="lib">REMARQUES <i>REMARKS</i></div><div class="val" style="font-size:6pt;white-space:normal;width:52mm">${t.remarques.map(esc).join('<br>')}</div>`)}
      ${signature(rng, 5, 45.4, 22, 6.5)}${abs(74, 48.8, `<b style="font-size:7.4pt">${rng.digits(6)}</b>`)}</div>`,
  }
  const back: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="ts">${guilloche(rng, 85.6, 54, ['#e1ebf3', '#efe0e8'], ['#9fbcdc', '#d3a6bd'])}
      ${puce(5, 4)}
      ${etiquette(22, 3, 'DATE DE DÉLIVRANCE|DATE OF ISSUE', champ('dateDelivrance', spaced(t.delivrance)))}
      ${etiquette(22, 9, 'DÉLIVRÉ PAR|ISSUED BY', esc(t.prefecture), 'font-size:7pt')}
      ${etiquette(22, 15, 'LIEU DE NAISSANCE|PLACE OF BIRTH', champ('lieuNaissance', esc(p.villeNaissance)), 'font-size:7pt')}
      ${abs(5, 21.4, `<div class="lib">ADRESSE <i>ADDRESS</i></div><div class="val" style="font-size:6pt;white-space:normal;width:60mm">${esc(p.adresse.ligne.toUpperCase())}<br>${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}</div>`)}
      ${photo(c.portrait(), 71, 14, 9.5, 12.2, 'filter:grayscale(1);opacity:.4;mix-blend-mode:multiply')}
      ${zoneMrz(4.7, 38.6, t.mrz)}</div>`,
  }
  return [front, back]
}

function visa(c: DrawContext): { face: Face; truth: Omit<Drawn, 'pages'> } {
  const { person: p, rng } = c
  const start = jourEntre(rng, shift(c.today, { months: -8 }), shift(c.today, { months: -2 }))
  const delivrance = shift(start, { days: -12 })
  const expiration = shift(start, { years: 1, days: -1 })
  const numero = rng.digits(9)
  const mrz = mrvB(numero, expiration, p)
  const name = `${p.nom} ${p.prenoms.join(' ')}`.toLocaleUpperCase('fr')
  const pair = (x: number, y: number, label: string, value: string): string =>
    abs(x, y, `<span class="lib">${label}</span> <span class="val" style="margin-left:1mm">${value}</span>`)
  const face: Face = {
    w: 105,
    h: 74,
    radius: 1,
    html: `<div class="ts">${guilloche(rng, 105, 74, ['#dff0e2', '#f1ead2'], ['#96c3a1', '#c9b787', '#8fb3c6'], 'VISA')}
      ${etoiles(4, 3, 12, 8.6, 'F')}
      ${abs(20, 3, 'VISA', 'font-size:14pt;font-weight:bold;letter-spacing:1mm;color:#2d6a4a')}
      ${abs(42, 4.6, 'RÉPUBLIQUE FRANÇAISE', 'font-size:7pt;color:#2d6a4a')}
      ${abs(78, 4, champ('numeroDocument', `<b style="font-size:9pt">${numero}</b>`))}
      ${photo(c.portrait(), 4, 14, 27, 35, 'mix-blend-mode:multiply')}
      ${pair(34, 14, 'VALABLE POUR', 'FRANCE SAUF CTOM')}
      ${pair(34, 19, 'DU', champ('dateDebutValidite', short(start, '-')))}${pair(64, 19, 'AU', champ('dateExpiration', short(expiration, '-')))}
      ${pair(34, 24, 'TYPE DE VISA', 'D')}${pair(64, 24, "NOMBRE D'ENTRÉES", 'MULT')}
      ${pair(34, 29, 'DURÉE DU SÉJOUR', '365 JOURS')}
      ${pair(34, 34, 'DÉLIVRÉ À', esc(p.villeNaissance))}${pair(72, 34, 'LE', champ('dateDelivrance', short(delivrance, '-')))}
      ${pair(34, 39, 'N° DE PASSEPORT', `${rng.pick(['A', 'K', 'M'])}${rng.digits(8)}`)}
      ${pair(34, 43.4, 'NOM, PRÉNOMS', `<span data-champ="nom">${esc(p.nom)}</span> <span data-champ="prenoms">${esc(p.prenoms.join(' ').toLocaleUpperCase('fr'))}</span>`).replace('class="val" style="', `class="val" style="${ajuste(name, 50, 7.4, 0.7)};`)}
      ${abs(34, 48.6, `<div class="lib">REMARQUES</div><div class="val" style="font-size:7pt">VALANT TITRE DE SÉJOUR — CESEDA R. 431-16<br>VIE PRIVÉE ET FAMILIALE — AUTORISE À TRAVAILLER</div>`)}
      ${zoneMrz(7, 62.4, mrz)}</div>`,
  }
  return {
    face,
    truth: {
      champs: {
        nom: p.nom,
        prenoms: p.prenoms.join(' '),
        numeroDocument: numero,
        sexe: p.sexe,
        nationalite: p.nationalite,
        dateNaissance: p.dateNaissance,
        dateDelivrance: delivrance,
        dateDebutValidite: start,
        dateExpiration: expiration,
        mrz: mrz.join('\n'),
      },
      dateFinValidite: expiration,
      regleValidite: 'titre-sejour-date-imprimee',
    },
  }
}

const etranger = { nationalites: HORS_UE, ageMin: 20, ageMax: 66 } as const

const template = (id: string, faces: (c: DrawContext, t: Titre) => Face[], perime = false): Template => ({
  id: `titre-de-sejour/${id}`,
  type: 'titre-de-sejour',
  titulaire: etranger,
  draw(c) {
    const t = titre(c, perime)
    return { pages: [photocopie(c.rng, faces(c, t), CSS)], ...truth(c, t) }
  },
})

export const TITRES_SEJOUR: readonly Template[] = [
  template('carte-2011', card2011),
  template('carte-2020', card2020),
  template('carte-2020-perimee', card2020, true),
  {
    // The front alone, as one holds it before a phone.
    id: 'titre-de-sejour/carte-2020-recto',
    type: 'titre-de-sejour',
    titulaire: etranger,
    draw(c) {
      const t = titre(c)
      const [front] = card2020(c, t)
      const { champs, ...rest } = truth(c, t)
      const verso = ['mrz', 'dateDelivrance', 'lieuNaissance']
      const printed = Object.fromEntries(Object.entries(champs).filter(([nom]) => !verso.includes(nom)))
      return { pages: [seule(front as Face, CSS)], champs: printed, ...rest }
    },
  },
  {
    id: 'titre-de-sejour/visa-long-sejour',
    type: 'titre-de-sejour',
    titulaire: etranger,
    draw(c) {
      const { face, truth: t } = visa(c)
      return { pages: [photocopie(c.rng, [face], CSS)], ...t }
    },
  },
]
