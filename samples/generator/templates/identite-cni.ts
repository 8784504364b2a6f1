import { cniPlastifiee, td1 } from '../mrz.ts'
import { shift, short } from '../dates.ts'
import type { DrawContext, Drawn, Person, Rng, Template } from '../template.ts'
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

/** French identity cards: the laminated card of 1988-2021 and the electronic card of 2021. */

const PREFECTURES: readonly (readonly [string, string])[] = [
  ['69', 'PRÉFECTURE DU RHÔNE'],
  ['38', "PRÉFECTURE DE L'ISÈRE"],
  ['35', "PRÉFECTURE D'ILLE-ET-VILAINE"],
  ['59', 'PRÉFECTURE DU NORD'],
  ['33', 'PRÉFECTURE DE LA GIRONDE'],
  ['13', 'PRÉFECTURE DES BOUCHES-DU-RHÔNE'],
  ['93', 'SOUS-PRÉFECTURE DE SAINT-DENIS'],
]

const dots = (iso: string): string => short(iso, '.')
const spaced = (iso: string): string => short(iso, ' ')

/** `1,68 m`; steady for a person. */
const taille = (person: Person): string =>
  `1,${(person.sexe === 'M' ? 66 : 55) + (Number(person.numeroFiscal.slice(5, 8)) % 24)} m`

/** Where the person was born, as the laminated card prints it: `LYON 3E ARRONDISSEMENT (69)`, `ORAN (ALGÉRIE)`. */
const ne = (p: Person): string =>
  p.paysNaissance === null ? `${p.villeNaissance} (${p.departementNaissance})` : p.lieuNaissance

const CSS = `
.cni .titre{font-size:11.5pt;font-weight:bold;letter-spacing:.6mm;color:#223c7d}
.cni .no{font-size:7.2pt;color:#1d2f66}.cni .no b{font-size:9.4pt;letter-spacing:.25mm;color:#111}
.cni .l{font-size:7pt;color:#27407c}.cni .v{font-family:'Liberation Mono';font-size:9pt;font-weight:bold;color:#141414}
.cnie .titre{font-size:7.4pt;font-weight:bold;color:#24345e;letter-spacing:.15mm}
.cnie .rf{font-size:6.4pt;font-weight:bold;letter-spacing:.3mm;color:#24345e}
`

interface Laminated {
  readonly delivrance: string
  readonly expiration: string
  readonly numero: string
  readonly prefecture: string
  readonly mrz: readonly string[]
}

function laminatedData(c: DrawContext, delivrance: string, years: number): Laminated {
  const [departement, prefecture] = c.rng.pick(PREFECTURES)
  const office = `${departement}${c.rng.int(1, 9)}`
  const numero = delivrance.slice(2, 4) + delivrance.slice(5, 7) + office + c.rng.digits(5)
  // Since 2017 the end of line 1 holds fillers on many cards.
  const end = delivrance < '2017' ? office + c.rng.digits(3) : ''
  return {
    delivrance,
    expiration: shift(delivrance, { years, days: -1 }),
    numero,
    prefecture: `${prefecture} (${departement})`,
    mrz: cniPlastifiee(numero, end, c.person),
  }
}

function laminatedFront(c: DrawContext, card: Laminated): Face {
  const { person: p } = c
  const line = (y: number, label: string, value: string, size = ''): string =>
    abs(38, y, `<span class="l">${label} : </span><span class="v" style="${size}">${value}</span>`)
  return {
    w: 105,
    h: 74,
    html: `<div class="cni">${guilloche(c.rng, 105, 74, ['#c9dcf1', '#d5e6ea'], ['#7f9fd0', '#8fb7bd', '#c3a3bd'])}
      ${abs(25, 2.2, 'RÉPUBLIQUE FRANÇAISE', '', 'titre')}
      ${abs(4, 9.4, `<span class="no">CARTE NATIONALE D'IDENTITÉ N° : ${champ('numeroDocument', `<b>${card.numero}</b>`)}</span>`)}
      ${abs(78.5, 9.9, `<span class="no">Nationalité ${champ('nationalite', 'Française')}</span>`)}
      ${photo(c.portrait(), 5, 16, 28, 36, 'mix-blend-mode:multiply;border-radius:1mm')}
      ${line(16, 'Nom', champ('nom', esc(p.nom)), ajuste(p.nom, 54, 9))}
      ${p.nomUsage === null ? '' : line(20.6, "Nom d'usage", champ('nomUsage', esc(p.nomUsage)))}
      ${line(25.2, 'Prénom(s)', champ('prenoms', esc(p.prenoms.join(', '))), ajuste(p.prenoms.join(', '), 49, 9))}
      ${line(32.4, 'Sexe', `${champ('sexe', p.sexe)}</span><span class="l" style="margin-left:6mm">Né(e) le : </span><span class="v">${champ('dateNaissance', dots(p.dateNaissance))}`)}
      ${line(37, 'à', champ('lieuNaissance', esc(ne(p))), ajuste(ne(p), 60, 9))}
      ${line(41.6, 'Taille', taille(p))}
      ${abs(38, 47.4, '<span class="l">Signature<br>du titulaire :</span>')}${signature(c.rng, 58, 46, 34, 10)}
      ${zoneMrz(7, 61.4, card.mrz)}</div>`,
  }
}

function laminatedBack(c: DrawContext, card: Laminated): Face {
  const { adresse } = c.person
  return {
    w: 105,
    h: 74,
    html: `<div class="cni">${guilloche(c.rng, 105, 74, ['#d8e5f2', '#e6e3ee'], ['#93acd6', '#b6c6dd'])}
      ${abs(6, 5, '<span class="l">Adresse :</span>')}
      ${abs(24, 4.4, `<div class="v">${esc(adresse.ligne.toUpperCase())}<br>${esc(adresse.codePostal)} ${esc(adresse.ville)}</div>`, 'max-width:78mm;white-space:normal')}
      ${abs(6, 22, `<span class="l">Cette carte est valable jusqu'au : </span><span class="v">${champ('dateExpiration', dots(card.expiration))}</span>`)}
      ${abs(6, 29, `<span class="l">délivrée le : </span><span class="v">${champ('dateDelivrance', dots(card.delivrance))}</span>`)}
      ${abs(6, 36, `<span class="l">par : </span><span class="v" style="font-size:8.4pt">${esc(card.prefecture)}</span>`)}
      ${abs(6, 44, `<span class="l">Signature<br>de l'autorité :</span>`)}${signature(c.rng, 30, 43, 36, 13, '#23306e')}
      <svg class="abs decor" style="left:70mm;top:40mm;width:26mm;height:26mm" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="none" stroke="#4a5ba6" stroke-width="2"/><circle cx="50" cy="50" r="33" fill="none" stroke="#4a5ba6" stroke-width="1"/><path id="arc" d="M12 50a38 38 0 1 1 76 0" fill="none"/><text font-size="10" fill="#4a5ba6" font-family="Liberation Sans"><textPath href="#arc">RÉPUBLIQUE FRANÇAISE</textPath></text><path d="M40 66l10-34 10 34-26-20h32z" fill="#4a5ba6" opacity=".6"/></svg>
      ${abs(6, 66, `<span class="l" style="font-size:5.4pt">Ce document, strictement personnel, doit être restitué à l'autorité de délivrance lors de son renouvellement.</span>`)}</div>`,
  }
}

/** Printed names: the truth keeps them parted by a space. */
const identite = (p: Person): Record<string, string> => ({
  nom: p.nom,
  prenoms: p.prenoms.join(' '),
  ...(p.nomUsage === null ? {} : { nomUsage: p.nomUsage }),
  sexe: p.sexe,
  nationalite: p.nationalite,
  dateNaissance: p.dateNaissance,
})

function laminated(id: string, from: string, to: string, years: number): Template {
  return {
    id: `carte-nationale-identite/${id}`,
    type: 'carte-nationale-identite',
    titulaire: { nationalites: ['FRA'], ageMin: 34, ageMax: 78 },
    draw(c): Drawn {
      const card = laminatedData(c, jourEntre(c.rng, from, to), years)
      const prolonged = card.delivrance >= '2004-01-02' && card.delivrance <= '2013-12-31'
      return {
        pages: [photocopie(c.rng, [laminatedFront(c, card), laminatedBack(c, card)], CSS)],
        champs: {
          ...identite(c.person),
          numeroDocument: card.numero,
          lieuNaissance: c.person.villeNaissance,
          dateDelivrance: card.delivrance,
          dateExpiration: card.expiration,
          mrz: card.mrz.join('\n'),
        },
        dateFinValidite: prolonged ? shift(card.expiration, { years: 5 }) : card.expiration,
        regleValidite: prolonged ? 'cni-prolongation-5-ans' : 'cni-date-imprimee',
      }
    },
  }
}

/** Nine characters without the letters that resemble digits. */
const numeroCnie = (random: Rng): string =>
  Array.from({ length: 9 }, (_, i) =>
    random.pick([...(i === 0 ? 'DFGHKLMNPRTVWXZ' : '12346789BCFGHKLMNPRTVWXZ')]),
  ).join('')

interface Cnie {
  readonly numero: string
  readonly delivrance: string
  readonly expiration: string
  readonly mrz: readonly string[]
  readonly code: string
}

function cnieData(c: DrawContext): Cnie {
  const { person: p } = c
  const numero = numeroCnie(c.rng)
  const delivrance = jourEntre(c.rng, '2021-09-01', shift(c.today, { days: -20 }))
  const expiration = shift(delivrance, { years: 10, days: -1 })
  return {
    numero,
    delivrance,
    expiration,
    mrz: td1('ID', 'FRA', numero, expiration, p),
    code: c.twoDDoc({
      type: '07',
      issueDate: delivrance,
      signatureDate: delivrance,
      fields: [
        ['60', p.prenoms.join('/')],
        ['62', p.nom],
        ['65', 'ID'],
        ['66', numero],
        ['67', 'FR'],
        ['68', p.sexe],
        ['6C', 'FR'],
      ],
      moduleMm: 0.25,
    }),
  }
}

function cnieFront(c: DrawContext, card: Cnie): Face {
  const { person: p } = c
  return {
    w: 85.6,
    h: 54,
    html: `<div class="cnie">${guilloche(c.rng, 85.6, 54, ['#d3e3f3', '#f3dfe2'], ['#8fb0dc', '#d7a7b4', '#a7c4c0'])}
      ${etoiles(3, 3, 9, 6.5, 'FR')}
      ${abs(14, 2.6, 'RÉPUBLIQUE FRANÇAISE', '', 'rf')}
      ${abs(14, 5.8, `CARTE NATIONALE D'IDENTITÉ <i style="font-weight:normal;font-size:6pt">/ IDENTITY CARD</i>`, '', 'titre')}
      ${photo(c.portrait(), 4, 12, 25, 32, 'filter:grayscale(1) contrast(1.05);mix-blend-mode:multiply;border-radius:1mm')}
      ${etiquette(31, 11, 'NOM|Surname', champ('nom', esc(p.nom)), ajuste(p.nom, 52, 8.4, 0.72))}
      ${etiquette(31, 17, 'Prénoms|Given names', champ('prenoms', esc(p.prenoms.join(', '))), ajuste(p.prenoms.join(', '), 52, 7.6, 0.6))}
      ${etiquette(31, 23, 'SEXE|Sex', champ('sexe', p.sexe))}
      ${etiquette(42, 23, 'NATIONALITÉ|Nationality', champ('nationalite', 'FRA'))}
      ${etiquette(62, 23, 'DATE DE NAISS.|Date of birth', champ('dateNaissance', spaced(p.dateNaissance)))}
      ${etiquette(31, 29, 'LIEU DE NAISSANCE|Place of birth', champ('lieuNaissance', esc(p.villeNaissance)), 'font-size:7.4pt')}
      ${p.nomUsage === null ? '' : etiquette(31, 35, "NOM D'USAGE|Alternate name", champ('nomUsage', esc(p.nomUsage)), 'font-size:7.4pt')}
      ${etiquette(31, 41, 'N° DU DOCUMENT|Document No', champ('numeroDocument', card.numero))}
      ${etiquette(62, 41, "DATE D'EXPIR.|Expiry date", champ('dateExpiration', spaced(card.expiration)))}
      ${signature(c.rng, 31, 47, 22, 5.5)}
      ${abs(75, 48.6, `<b style="font-size:8pt">${c.rng.digits(6)}</b>`)}</div>`,
  }
}

function cnieBack(c: DrawContext, card: Cnie): Face {
  const { adresse } = c.person
  return {
    w: 85.6,
    h: 54,
    html: `<div class="cnie">${guilloche(c.rng, 85.6, 54, ['#dfe9f4', '#eee5ea'], ['#9db8de', '#cfaeba'])}
      ${puce(5, 5)}
      ${etiquette(22, 4, 'TAILLE|Height', taille(c.person))}
      ${etiquette(38, 4, 'DATE DE DÉLIVRANCE|Date of issue', champ('dateDelivrance', spaced(card.delivrance)))}
      ${abs(22, 11, `<div class="lib">ADRESSE <i>Address</i></div><div class="val" style="font-size:6.4pt;white-space:normal;width:46mm">${esc(adresse.ligne.toUpperCase())}<br>${esc(adresse.codePostal)} ${esc(adresse.ville)}<br>FRANCE</div>`)}
      ${abs(69.5, 3, card.code)}
      ${abs(5, 24.5, `<span class="lib">Toute personne qui trouve cette carte est priée de la remettre à une autorité de police.</span>`, 'line-height:1')}
      ${photo(c.portrait(), 72, 19, 9, 11.6, 'filter:grayscale(1);opacity:.4;mix-blend-mode:multiply')}
      ${zoneMrz(4.7, 38.6, card.mrz)}</div>`,
  }
}

const cnieTruth = (c: DrawContext, card: Cnie): Omit<Drawn, 'pages'> => ({
  champs: {
    ...identite(c.person),
    numeroDocument: card.numero,
    lieuNaissance: c.person.villeNaissance,
    dateDelivrance: card.delivrance,
    dateExpiration: card.expiration,
    mrz: card.mrz.join('\n'),
  },
  dateFinValidite: card.expiration,
  regleValidite: 'cni-date-imprimee',
})

const francais = { nationalites: ['FRA'], ageMin: 18, ageMax: 80 } as const

export const CNI: readonly Template[] = [
  laminated('plastifiee-2013', '2012-01-03', '2013-12-20', 10),
  laminated('plastifiee-2016', '2014-02-03', '2020-12-18', 15),
  {
    id: 'carte-nationale-identite/cnie-2021',
    type: 'carte-nationale-identite',
    titulaire: francais,
    draw(c) {
      const card = cnieData(c)
      return { pages: [photocopie(c.rng, [cnieFront(c, card), cnieBack(c, card)], CSS)], ...cnieTruth(c, card) }
    },
  },
  {
    // Each side scanned alone: two pages of the size of the card.
    id: 'carte-nationale-identite/cnie-2021-deux-pages',
    type: 'carte-nationale-identite',
    titulaire: francais,
    draw(c) {
      const card = cnieData(c)
      return { pages: [seule(cnieFront(c, card), CSS, 4), seule(cnieBack(c, card), CSS, 4)], ...cnieTruth(c, card) }
    },
  },
]
