import { td1, td3 } from '../../mrz.ts'
import { shift, short } from '../../dates.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { champ, esc } from '../kit.ts'
import {
  abs,
  ajuste,
  etiquette,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  puce,
  seule,
  signature,
  zoneMrz,
  type Face,
} from '../identite-cartes.ts'
import { inedit } from './commun.ts'

/** Identity cards and passports of other member States, as their issuers arrange them. */

const CSS = `.iu{color:#1b2233}.iu .t{font-weight:bold;font-size:8pt;letter-spacing:.2mm}.iu .p{font-size:5pt}`

interface Livre {
  readonly numero: string
  readonly delivrance: string
  readonly expiration: string
  readonly mrz: readonly string[]
}

const champs = ({ person: p }: DrawContext, l: Livre): Drawn['champs'] => ({
  nom: p.nom,
  prenoms: p.prenoms.join(' '),
  sexe: p.sexe,
  nationalite: p.nationalite,
  dateNaissance: p.dateNaissance,
  lieuNaissance: p.villeNaissance,
  numeroDocument: l.numero,
  dateExpiration: l.expiration,
  mrz: l.mrz.join('\n'),
})

const tirage = (c: DrawContext, numero: string): Omit<Livre, 'mrz'> => {
  const delivrance = jourEntre(c.rng, shift(c.today, { years: -9 }), shift(c.today, { days: -50 }))
  return { numero, delivrance, expiration: shift(delivrance, { years: 10, days: -1 }) }
}
const MOIS_ES = ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC'] as const
const LETTRES = '0123456789CFGHJKLMNPRTVWXYZ'
const sp = (iso: string): string => short(iso, ' ')

function personalausweis(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const numero = `L${Array.from({ length: 8 }, () => rng.pick([...LETTRES])).join('')}`
  const base = tirage(c, numero)
  const livre = { ...base, mrz: td1('ID', 'D', numero, base.expiration, p, { style: 'etendu' }) }
  const point = (iso: string): string => short(iso, '.')
  const recto: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="iu">${guilloche(rng, 85.6, 54, ['#dcebe6', '#e6e2ef'], ['#8fb5a9', '#a99cc4', '#c3b48f'], 'BUNDESREPUBLIK')}
${abs(3, 2, 'BUNDESREPUBLIK DEUTSCHLAND', 'font-size:6.6pt', 't')}${abs(3, 5, 'FEDERAL REPUBLIC OF GERMANY / RÉPUBLIQUE FÉDÉRALE D’ALLEMAGNE', '', 'p')}
${abs(3, 8, 'PERSONALAUSWEIS', '', 't')}${abs(3, 11.4, 'IDENTITY CARD / CARTE D’IDENTITÉ', '', 'p')}${abs(59, 7.6, champ('numeroDocument', numero), 'font-size:10pt;font-weight:bold')}
${photo(c.portrait(), 3, 15, 26, 33, 'filter:grayscale(1)')}
${etiquette(32, 14, '[a] Name|[a] Surname/[a] Nom', champ('nom', esc(p.nom)), ajuste(p.nom, 50, 8, 0.7))}
${etiquette(32, 20.5, 'Vornamen|Given names/Prénoms', champ('prenoms', esc(p.prenoms.join(' ').toUpperCase())), ajuste(p.prenoms.join(' '), 50, 8, 0.7))}
${etiquette(32, 27, 'Geburtstag|Date of birth', champ('dateNaissance', point(p.dateNaissance)))}${etiquette(58, 27, 'Staatsangehörigkeit|Nationality', champ('nationalite', 'DEUTSCH'))}
${etiquette(32, 33.5, 'Geburtsort|Place of birth/Lieu de naissance', champ('lieuNaissance', esc(p.villeNaissance)), ajuste(p.villeNaissance, 50, 8, 0.7))}
${etiquette(32, 40, 'Gültig bis|Date of expiry/Date d’expiration', champ('dateExpiration', point(livre.expiration)))}${abs(62, 40, `<b style="font-size:7pt">${rng.digits(6)}</b>`)}
${signature(rng, 32, 46, 30, 6)}</div>`,
  }
  const verso: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="iu">${guilloche(rng, 85.6, 54, ['#e6efe6', '#efe8e2'], ['#9fc0ae', '#bcae9a'], 'PERSONALAUSWEIS')}${puce(68, 5)}
${etiquette(4, 4, 'Augenfarbe|Colour of eyes/Couleur des yeux', rng.pick(['BRAUN', 'BLAU', 'GRÜN', 'GRAU']))}${etiquette(40, 4, 'Größe|Height/Taille', `${rng.int(158, 192)} cm`)}
${etiquette(4, 11, 'Datum|Date/Date', champ('dateDelivrance', point(livre.delivrance)))}${etiquette(40, 11, 'Behörde|Authority', 'STADT KEHL')}
${etiquette(4, 18, 'Anschrift|Address/Adresse', `77694 KEHL<br>HAUPTSTRASSE ${rng.int(2, 140)}`)}${zoneMrz(4.7, 38.6, livre.mrz)}</div>`,
  }
  return {
    pages: [photocopie(rng, [recto, verso], CSS)],
    champs: { ...champs(c, livre), dateDelivrance: livre.delivrance },
    dateFinValidite: livre.expiration,
    regleValidite: 'identite-ue-date-imprimee',
  }
}

function dni(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const chiffres = rng.digits(8)
  const nif = `${chiffres}${[...'TRWAGMYFPDXBNJZSQVHLCKE'][Number(chiffres) % 23] ?? 'T'}`
  const numero = `C${rng.pick([...'ABCDEFGH'])}${rng.pick([...'ABCDEFGH'])}${rng.digits(6)}`
  const base = tirage(c, numero)
  const livre = { ...base, mrz: td1('ID', 'ESP', numero, base.expiration, p, { optional: nif }) }
  const [un = p.nom, deux = ''] = p.nom.split(' ')
  const recto: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="iu">${guilloche(rng, 85.6, 54, ['#f1e6d2', '#dbe7ef'], ['#c7a66b', '#8fb2cb', '#c9929a'], 'ESPAÑA')}
${abs(4, 2.4, 'ESPAÑA', '', 't')}${abs(24, 2.4, 'DOCUMENTO NACIONAL DE IDENTIDAD', 'font-size:6.2pt', 't')}${puce(4, 9)}
${photo(c.portrait(), 4, 22, 21, 26, '')}
${etiquette(29, 8, 'APELLIDOS', `${champ('nom', esc(`${un}${deux === '' ? '' : ` ${deux}`}`))}`, ajuste(p.nom, 52, 8, 0.7))}
${etiquette(29, 15, 'NOMBRE', champ('prenoms', esc(p.prenoms.join(' ').toUpperCase())), ajuste(p.prenoms.join(' '), 52, 8, 0.7))}
${etiquette(29, 22, 'SEXO', champ('sexe', p.sexe))}${etiquette(45, 22, 'NACIONALIDAD', champ('nationalite', 'ESP'))}
${etiquette(29, 28.5, 'FECHA DE NACIMIENTO', champ('dateNaissance', sp(p.dateNaissance)))}
${etiquette(29, 35, 'NÚM. SOPORTE', champ('numeroDocument', numero))}${etiquette(55, 35, 'VALIDEZ', champ('dateExpiration', sp(livre.expiration)))}
${signature(rng, 29, 41, 26, 7)}${abs(54, 47, `<b style="font-size:9.4pt">DNI ${nif}</b>`)}</div>`,
  }
  const verso: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="iu">${guilloche(rng, 85.6, 54, ['#efe9dd', '#e1eaf0'], ['#cbb285', '#a3bfd2'], 'DNI')}
${etiquette(5, 4, 'DOMICILIO', `C. MAYOR ${rng.int(2, 90)} P0${rng.int(1, 5)} ${rng.pick(['A', 'B', 'D'])}<br>FIGUERES<br>GIRONA`)}
${etiquette(5, 17, 'LUGAR DE NACIMIENTO', champ('lieuNaissance', esc(p.villeNaissance)))}${etiquette(52, 4, 'EQUIPO', `${rng.digits(5)}L6D1`)}
${etiquette(5, 24, 'HIJO/A DE', `${rng.pick(['JOSÉ', 'ANTONIO', 'MANUEL'])} / ${rng.pick(['CARMEN', 'PILAR', 'DOLORES'])}`)}${etiquette(52, 17, 'EMISIÓN', champ('dateDelivrance', sp(livre.delivrance)))}
${zoneMrz(4.7, 38.6, livre.mrz)}</div>`,
  }
  return {
    pages: [seule(recto, CSS, 3), seule(verso, CSS, 3)],
    champs: { ...champs(c, livre), dateDelivrance: livre.delivrance },
    dateFinValidite: livre.expiration,
    regleValidite: 'identite-ue-date-imprimee',
  }
}

interface Modele {
  readonly pays: string
  readonly titre: string
  readonly code: string
  readonly libelles: readonly string[]
  readonly autorite: string
  readonly date: (iso: string) => string
  readonly teintes: readonly [string, string]
  readonly encres: readonly string[]
}

/** A data page of a passport; `haut`: it stands under the page of signature, in an open booklet. */
function livret(c: DrawContext, m: Modele, numero: string, haut: boolean): Drawn {
  const { rng, person: p } = c
  const base = tirage(c, numero)
  const livre = { ...base, mrz: td3(m.code, numero, base.expiration, p) }
  const [lNom = '', lPrenoms = '', lNat = '', lNaiss = '', lSexe = '', lLieu = '', lDel = '', lExp = '', lAut = ''] =
    m.libelles
  const donnees: Face = {
    w: 125,
    h: 88,
    html: `<div class="iu">${guilloche(rng, 125, 88, m.teintes, m.encres, m.pays)}${abs(6, 4, m.pays, 'font-size:9pt', 't')}${abs(6, 9, m.titre, 'font-size:7pt')}
${etiquette(60, 4, 'Tipo|Type', 'P')}${etiquette(74, 4, 'Código|Code', m.code)}${etiquette(93, 4, 'Nº|Passport No.', champ('numeroDocument', numero), 'font-size:9.4pt')}
${photo(c.portrait(), 84, 17, 34, 44, '')}
${etiquette(6, 16, lNom, champ('nom', esc(p.nom)), ajuste(p.nom, 74, 8.6, 0.7))}${etiquette(6, 22.6, lPrenoms, champ('prenoms', esc(p.prenoms.join(' ').toUpperCase())), ajuste(p.prenoms.join(' '), 74, 8.6, 0.7))}
${etiquette(6, 29.2, lNat, champ('nationalite', m.autorite))}${etiquette(6, 35.8, lNaiss, champ('dateNaissance', m.date(p.dateNaissance)))}${etiquette(52, 35.8, lSexe, champ('sexe', p.sexe))}
${etiquette(6, 42.4, lLieu, champ('lieuNaissance', esc(p.villeNaissance)), ajuste(p.villeNaissance, 74, 8, 0.7))}
${etiquette(6, 49, lDel, champ('dateDelivrance', m.date(livre.delivrance)))}${etiquette(44, 49, lAut, rng.pick(['CG LYON', 'CG PARIS', 'CG TOULOUSE']))}
${etiquette(6, 55.6, lExp, champ('dateExpiration', m.date(livre.expiration)))}${signature(rng, 46, 56, 30, 9)}${zoneMrz(6.6, 69.5, livre.mrz)}</div>`,
  }
  const avant: Face = {
    w: 125,
    h: 88,
    html: `<div class="iu">${guilloche(rng, 125, 88, m.teintes, m.encres, m.pays)}${abs(40, 30, `<div style="text-align:center;font-size:7pt;line-height:1.5;width:60mm;white-space:normal">${m.titre}<br>${m.pays}<br>32 páginas</div>`)}${signature(rng, 42, 58, 40, 12)}</div>`,
  }
  return {
    pages: haut ? [photocopie(rng, [avant, donnees], CSS, { serre: true })] : [photocopie(rng, [donnees], CSS)],
    champs: { ...champs(c, livre), dateDelivrance: livre.delivrance },
    dateFinValidite: livre.expiration,
    regleValidite: 'passeport-date-imprimee',
  }
}

const ESPAGNE: Modele = {
  pays: 'ESPAÑA',
  titre: 'PASAPORTE / PASSPORT / PASSEPORT',
  code: 'ESP',
  libelles: [
    '1. Apellidos|Surname/Nom',
    '2. Nombre|Given names/Prénoms',
    '3. Nacionalidad|Nationality',
    '4. Fecha de nacimiento|Date of birth',
    '5. Sexo|Sex',
    '6. Lugar de nacimiento|Place of birth',
    '7. Fecha de expedición|Date of issue',
    '8. Fecha de caducidad|Date of expiry',
    '9. Autoridad|Authority',
  ],
  autorite: 'ESPAÑOLA',
  date: iso => `${iso.slice(8)} ${MOIS_ES[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`,
  teintes: ['#f2e3d5', '#e3e9ef'],
  encres: ['#cc9f7b', '#93abc7', '#b9c08d'],
}
const PORTUGAL: Modele = {
  pays: 'PORTUGAL',
  titre: 'PASSAPORTE PASSPORT PASSEPORT',
  code: 'PRT',
  libelles: [
    'Apelido(s)|Surname/Nom',
    'Nome(s) próprio(s)|Given names/Prénoms',
    'Nacionalidade|Nationality/Nationalité',
    'Data de nascimento|Date of birth',
    'Sexo|Sex/Sexe',
    'Local de nascimento|Place of birth',
    'Data de emissão|Date of issue/Date d’émission',
    'Válido até|Date of expiry/Date d’expiration',
    'Autoridade|Authority/Autorité',
  ],
  autorite: 'PORTUGUESA',
  date: sp,
  teintes: ['#e3efe4', '#f0e2e4'],
  encres: ['#8fbd98', '#c99ba3', '#a9b7c9'],
}

export const INEDITS_UE: readonly Template[] = [
  inedit('carte-nationale-identite', 'allemagne', personalausweis, { nationalites: ['D'], ageMin: 25, ageMax: 70 }),
  inedit('carte-nationale-identite', 'espagne-dni', dni, { nationalites: ['ESP'], ageMin: 31, ageMax: 69 }),
  inedit(
    'passeport',
    'espagne',
    c => livret(c, ESPAGNE, `P${c.rng.pick(['AA', 'AB', 'AC'])}${c.rng.digits(6)}`, true),
    {
      nationalites: ['ESP'],
      ageMin: 31,
      ageMax: 69,
    },
  ),
  inedit('passeport', 'portugal', c => livret(c, PORTUGAL, `C${c.rng.pick([...'ABCD'])}${c.rng.digits(6)}`, false), {
    nationalites: ['PRT'],
    ageMin: 26,
    ageMax: 70,
  }),
]
