import { td3 } from '../mrz.ts'
import { shift, short } from '../dates.ts'
import type { DrawContext, Drawn, Template } from '../template.ts'
import { champ, esc } from './kit.ts'
import {
  abs,
  ajuste,
  etiquette,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  signature,
  zoneMrz,
  type Face,
} from './identite-cartes.ts'

/** Passports opened at the data page: French, and German for another member State. */

const spaced = (iso: string): string => short(iso, ' ')

const CSS = `
.pp .pays{font-size:9pt;font-weight:bold;letter-spacing:.35mm}
.pp .v2{font-family:'Liberation Sans';font-size:8.6pt;font-weight:bold}
.pp .vert{writing-mode:vertical-rl;transform:rotate(180deg);font-size:9pt;font-weight:bold;letter-spacing:1mm}
`

interface Booklet {
  readonly numero: string
  readonly delivrance: string
  readonly expiration: string
  readonly mrz: readonly string[]
}

const identite = (c: DrawContext, book: Booklet): Drawn['champs'] => {
  const { person: p } = c
  return {
    nom: p.nom,
    prenoms: p.prenoms.join(' '),
    ...(p.nomUsage === null || p.nationalite !== 'FRA' ? {} : { nomUsage: p.nomUsage }),
    numeroDocument: book.numero,
    sexe: p.sexe,
    nationalite: p.nationalite,
    dateNaissance: p.dateNaissance,
    lieuNaissance: p.villeNaissance,
    dateDelivrance: book.delivrance,
    dateExpiration: book.expiration,
    mrz: book.mrz.join('\n'),
  }
}

function french(c: DrawContext): { book: Booklet; faces: Face[] } {
  const { person: p, rng } = c
  const delivrance = jourEntre(rng, shift(c.today, { years: -8 }), shift(c.today, { days: -30 }))
  const letters = (): string => rng.pick([...'ABCDEFGHIKLPRTVXYZ'])
  const numero = delivrance.slice(2, 4) + letters() + letters() + rng.digits(5)
  const expiration = shift(delivrance, { years: 10, days: -1 })
  const book = { numero, delivrance, expiration, mrz: td3('FRA', numero, expiration, p) }
  const authority = rng.pick([
    'Préfecture du Rhône',
    'Préfecture de Police',
    'Préfecture du Nord',
    'Préfecture de la Gironde',
    'Préfecture de La Réunion',
  ])
  const prenoms = p.prenoms.join(', ')
  const upper: Face = {
    w: 125,
    h: 88,
    radius: 3,
    html: `<div class="pp">${guilloche(rng, 125, 88, ['#f3e4e6', '#e2ebe3'], ['#d6a7b0', '#a9c6b2', '#c9b58e'], 'RÉPUBLIQUE FRANÇAISE')}
      ${abs(8, 7, `Modifications / <i>Amendments</i>`, 'font-size:7pt')}
      ${p.nomUsage === null ? '' : etiquette(8, 14, "Nom d'usage|Name of use", champ('nomUsage', esc(p.nomUsage)))}
      ${etiquette(8, 23, 'Domicile|Residence', `${esc(p.adresse.ligne)}<br>${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}`, 'white-space:normal;width:84mm')}
      ${etiquette(8, 40, 'Taille|Height', `1,${p.sexe === 'M' ? 79 : 66} m`)}
      ${etiquette(40, 40, 'Couleur des yeux|Colour of eyes', rng.pick(['Marron', 'Bleu', 'Vert', 'Noisette']))}
      ${abs(8, 54, `<div style="font-size:5.6pt;white-space:normal;width:105mm;line-height:1.3;color:#444">Ce passeport contient un composant électronique. Pour garantir ses performances, merci de ne pas le plier, le perforer ou l'exposer à des températures extrêmes. / <i>This passport contains sensitive electronics. For best performance, please do not bend, perforate or expose to extreme temperatures.</i></div>`)}
      ${abs(8, 70, `<div style="font-size:5.6pt;white-space:normal;width:105mm;line-height:1.3;color:#444">Le titulaire peut s'adresser aux représentations diplomatiques et consulaires des États membres de l'Union européenne lorsque la France n'est pas représentée.</div>`)}
      ${abs(114, 78, `<b style="font-size:8pt">3</b>`)}</div>`,
  }
  const lower: Face = {
    w: 125,
    h: 88,
    radius: 3,
    html: `<div class="pp">${guilloche(rng, 125, 88, ['#efdfe4', '#dfe8ee'], ['#cf9fae', '#93b3cf', '#b7a3c9'], 'PASSEPORT')}
      ${abs(6, 3.6, 'RÉPUBLIQUE FRANÇAISE', 'color:#6d2334', 'pays')}${abs(66, 4.4, 'FRENCH REPUBLIC', 'font-size:6.4pt;color:#6d2334')}
      ${abs(6, 9.6, 'PASSEPORT', 'font-size:10pt;font-weight:bold;letter-spacing:.5mm')}${abs(33, 10.6, 'PASSPORT', 'font-size:7pt')}
      ${etiquette(53, 9, 'Type|Type', 'P')}
      ${etiquette(66, 9, 'Code du pays|Country code', 'FRA')}
      ${etiquette(92, 9, 'Passeport n°|Passport No.', champ('numeroDocument', numero), 'font-size:9.4pt;letter-spacing:.2mm')}
      ${photo(c.portrait(), 6, 18, 34, 44, 'border-radius:1mm')}
      ${etiquette(45, 16.5, '(1) Nom|Surname', champ('nom', esc(p.nom)), ajuste(p.nom, 74, 8.6, 0.72))}
      ${etiquette(45, 23, '(2) Prénoms|Given names', champ('prenoms', esc(prenoms)), ajuste(prenoms, 74, 8.2))}
      ${etiquette(45, 29.5, '(3) Nationalité|Nationality', champ('nationalite', 'Française'))}
      ${etiquette(45, 36, '(4) Date de naissance|Date of birth', champ('dateNaissance', spaced(p.dateNaissance)))}
      ${etiquette(85, 36, '(5) Sexe|Sex', champ('sexe', p.sexe))}
      ${etiquette(45, 42.5, '(6) Lieu de naissance|Place of birth', champ('lieuNaissance', esc(p.villeNaissance)), ajuste(p.villeNaissance, 72, 8, 0.7))}
      ${etiquette(45, 49, '(7) Date de délivrance|Date of issue', champ('dateDelivrance', spaced(delivrance)))}
      ${etiquette(85, 49, '(9) Autorité|Authority', esc(authority), 'font-size:7pt')}
      ${etiquette(45, 55.5, "(8) Date d'expiration|Date of expiry", champ('dateExpiration', spaced(expiration)))}
      ${abs(85, 55.5, `<div class="lib">(10) Signature du titulaire <i>Holder's signature</i></div>`)}${signature(rng, 86, 57.5, 30, 9)}
      ${zoneMrz(6.6, 69.5, book.mrz)}</div>`,
  }
  return { book, faces: [upper, lower] }
}

function german(c: DrawContext): { book: Booklet; faces: Face[] } {
  const { person: p, rng } = c
  const delivrance = jourEntre(rng, shift(c.today, { years: -8 }), shift(c.today, { days: -60 }))
  const numero = `C${Array.from({ length: 8 }, () => rng.pick([...'0123456789CFGHJKLMNPRTVWXYZ'])).join('')}`
  const expiration = shift(delivrance, { years: 10, days: -1 })
  const book = { numero, delivrance, expiration, mrz: td3('D', numero, expiration, p, 'etendu') }
  const prenoms = p.prenoms.join(' ')
  const dot = (iso: string): string => short(iso, '.')
  const face: Face = {
    w: 125,
    h: 88,
    radius: 3,
    html: `<div class="pp">${guilloche(rng, 125, 88, ['#eadfe6', '#e9e6d8'], ['#b58aa5', '#a8b38a', '#8ea6bd'], 'BUNDESREPUBLIK DEUTSCHLAND')}
      ${abs(6, 3.4, 'REISEPASS', 'font-size:9.6pt;font-weight:bold')}${abs(28, 3.2, 'PASSPORT<br>PASSEPORT', 'font-size:5.6pt;line-height:1.25')}
      ${etiquette(48, 3, 'Typ|Type/Type', 'P')}
      ${etiquette(62, 3, 'Kode|Code/Code', 'D')}
      ${etiquette(88, 3, 'Pass-Nr.|Passport No./Passeport No', champ('numeroDocument', numero), 'font-size:9.4pt')}
      ${abs(6, 10.8, 'BUNDESREPUBLIK DEUTSCHLAND', 'font-size:5pt;letter-spacing:.3mm')}
      ${photo(c.portrait(), 6, 16, 34, 45, 'border-radius:1mm')}
      ${etiquette(45, 13, '1. Name|Surname/Nom', champ('nom', esc(p.nom)), ajuste(p.nom, 74, 8.6, 0.72))}
      ${etiquette(45, 21, '2. Vornamen|Given names/Prénoms', champ('prenoms', esc(prenoms.toUpperCase())), ajuste(prenoms, 74, 8.2, 0.72))}
      ${etiquette(45, 29, '3. Geburtstag|Date of birth/Date de naissance', champ('dateNaissance', dot(p.dateNaissance)))}
      ${etiquette(92, 29, '4. Geschlecht|Sex/Sexe', champ('sexe', p.sexe))}
      ${etiquette(45, 36, '5. Geburtsort|Place of birth/Lieu de naissance', champ('lieuNaissance', esc(p.villeNaissance)))}
      ${etiquette(92, 36, '6. Staatsangehörigkeit|Nationality', champ('nationalite', 'DEUTSCH'))}
      ${etiquette(45, 43, '7. Ausstellungsdatum|Date of issue/Date de délivrance', champ('dateDelivrance', dot(delivrance)))}
      ${etiquette(45, 50, '8. Gültig bis|Date of expiry/Date d’expiration', champ('dateExpiration', dot(expiration)))}
      ${etiquette(45, 57, '9. Behörde|Authority/Autorité', `STADT ${esc(p.villeNaissance)}`)}
      ${abs(92, 50, `<div class="lib">10. Unterschrift <i>Signature</i></div>`)}${signature(rng, 92, 53, 28, 9)}
      ${zoneMrz(6.6, 70, book.mrz)}</div>`,
  }
  return { book, faces: [face] }
}

export const PASSEPORTS: readonly Template[] = [
  {
    id: 'passeport/france-2006',
    type: 'passeport',
    titulaire: { nationalites: ['FRA'], ageMin: 19, ageMax: 80 },
    draw(c) {
      const { book, faces } = french(c)
      return {
        pages: [photocopie(c.rng, faces, CSS, { serre: true })],
        champs: identite(c, book),
        dateFinValidite: book.expiration,
        regleValidite: 'passeport-date-imprimee',
      }
    },
  },
  {
    id: 'passeport/allemagne',
    type: 'passeport',
    titulaire: { nationalites: ['D'], ageMin: 25, ageMax: 70 },
    draw(c) {
      const { book, faces } = german(c)
      return {
        pages: [photocopie(c.rng, faces, CSS)],
        champs: identite(c, book),
        dateFinValidite: book.expiration,
        regleValidite: 'passeport-date-imprimee',
      }
    },
  },
]
