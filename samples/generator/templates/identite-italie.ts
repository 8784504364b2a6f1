import { mrzName, td1 } from '../mrz.ts'
import { shift, short } from '../dates.ts'
import type { Person, Template } from '../template.ts'
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
  signature,
  zoneMrz,
  type Face,
} from './identite-cartes.ts'

/** Italian electronic identity card (CIE 3.0): the identity card of another member State. */

const CSS = `
.cie .t{font-size:8pt;font-weight:bold;color:#1f4f6d}
.cie .t2{font-size:5.4pt;color:#1f4f6d}
.cie .val{font-size:7.2pt}
`

const MONTHS = 'ABCDEHLMPRST'

/** A codice fiscale of the person: consonants of the names, birth, a made-up town, and its check letter. */
function codiceFiscale(p: Person, town: string): string {
  const letters = (name: string, given: boolean): string => {
    const plain = mrzName(name).replaceAll('<', '')
    const consonants = plain.replace(/[AEIOU]/g, '')
    const picked = given && consonants.length > 3 ? (consonants[0] as string) + consonants.slice(2, 4) : consonants
    return `${picked}${plain.replace(/[^AEIOU]/g, '')}XXX`.slice(0, 3)
  }
  const day = Number(p.dateNaissance.slice(8)) + (p.sexe === 'F' ? 40 : 0)
  const head =
    letters(p.nom, false) +
    letters(p.prenoms[0] ?? '', true) +
    p.dateNaissance.slice(2, 4) +
    (MONTHS[Number(p.dateNaissance.slice(5, 7)) - 1] as string) +
    String(day).padStart(2, '0') +
    town
  // Values of the characters in odd places, digits as the letters of the same rank (decree of 23 December 1976).
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  let sum = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    const rank = code >= 65 ? code - 65 : code - 48
    sum += i % 2 === 0 ? (odd[rank] as number) : rank
  }
  return head + String.fromCharCode(65 + (sum % 26))
}

export const CARTES_UE: readonly Template[] = [
  {
    id: 'carte-nationale-identite/italie-cie',
    type: 'carte-nationale-identite',
    titulaire: { nationalites: ['ITA'], ageMin: 20, ageMax: 70 },
    draw(c) {
      const { person: p, rng } = c
      const delivrance = jourEntre(rng, shift(c.today, { years: -7 }), shift(c.today, { days: -40 }))
      // Ten years, up to the birthday that follows.
      const tenYears = shift(delivrance, { years: 10 })
      const birthday = `${tenYears.slice(0, 4)}${p.dateNaissance.slice(4)}`
      const expiration = birthday >= tenYears ? birthday : shift(birthday, { years: 1 })
      const numero = `CA${rng.digits(5)}${rng.pick([...'ABCDEFGHLMNPRSTVZ'])}${rng.pick([...'ABCDEFGHLMNPRSTVZ'])}`
      const mrz = td1('C', 'ITA', numero, expiration, p)
      const dot = (iso: string): string => short(iso, '.')
      const prenoms = p.prenoms.join(' ').toUpperCase()
      const front: Face = {
        w: 85.6,
        h: 54,
        html: `<div class="cie">${guilloche(rng, 85.6, 54, ['#dfeef4', '#f1e9d9'], ['#8fbcd0', '#c7b184', '#9fc6ac'], 'REPUBBLICA ITALIANA')}
          ${etoiles(3, 2.6, 9, 6.5, 'IT')}
          ${abs(14, 2, 'REPUBBLICA ITALIANA', '', 't')}${abs(14, 5.6, "MINISTERO DELL'INTERNO", '', 't2')}
          ${abs(14, 8, 'CARTA DI IDENTITÀ / <i>IDENTITY CARD</i>', 'font-size:6.4pt;font-weight:bold;color:#1f4f6d')}
          ${abs(61, 2.4, champ('numeroDocument', `<b style="font-size:9.4pt;letter-spacing:.2mm">${numero}</b>`))}
          ${photo(c.portrait(), 4, 12.4, 24, 30, 'filter:grayscale(1);mix-blend-mode:multiply')}
          ${etiquette(31, 11, 'COMUNE DI|MUNICIPALITY', esc(p.villeNaissance))}
          ${etiquette(31, 16.6, 'COGNOME|SURNAME', champ('nom', esc(p.nom)), ajuste(p.nom, 52, 7.4, 0.72))}
          ${etiquette(31, 22.2, 'NOME|NAME', champ('prenoms', esc(prenoms)), ajuste(prenoms, 52, 7.4, 0.72))}
          ${etiquette(31, 27.8, 'LUOGO E DATA DI NASCITA|PLACE AND DATE OF BIRTH', `${champ('lieuNaissance', esc(p.villeNaissance))} ${champ('dateNaissance', dot(p.dateNaissance))}`)}
          ${etiquette(31, 33.4, 'SESSO|SEX', champ('sexe', p.sexe))}
          ${etiquette(43, 33.4, 'STATURA|HEIGHT', String(p.sexe === 'M' ? 176 : 164))}
          ${etiquette(62, 33.4, 'CITTADINANZA|NATIONALITY', champ('nationalite', 'ITA'))}
          ${etiquette(31, 39, 'EMISSIONE|ISSUING', champ('dateDelivrance', dot(delivrance)))}
          ${etiquette(62, 39, 'SCADENZA|EXPIRY', champ('dateExpiration', dot(expiration)))}
          ${abs(31, 44.6, `<div class="lib">FIRMA DEL TITOLARE <i>HOLDER'S SIGNATURE</i></div>`)}${signature(rng, 31, 46.6, 26, 6)}
          ${abs(74, 48.4, `<b style="font-size:7.6pt">${rng.digits(6)}</b>`)}</div>`,
      }
      const back: Face = {
        w: 85.6,
        h: 54,
        html: `<div class="cie">${guilloche(rng, 85.6, 54, ['#e5f0f4', '#f0ebe0'], ['#a4c7d6', '#cdbd98'], 'ITALIA')}
          ${puce(68, 4)}
          ${etiquette(5, 3, 'COGNOME E NOME DEI GENITORI|PARENTS/TUTOR’S NAME', `${esc(p.nom)} ${rng.pick(['GENNARO', 'PIETRO', 'VITO'])}`, 'font-size:6.4pt')}
          ${etiquette(5, 9, 'CODICE FISCALE|FISCAL CODE', codiceFiscale(p, rng.pick(['F839', 'G273'])))}
          ${etiquette(5, 15, 'ESTREMI ATTO DI NASCITA', `${rng.int(10, 900)} p.I s.A`, 'font-size:6.4pt')}
          ${abs(5, 21, `<div class="lib">INDIRIZZO DI RESIDENZA <i>RESIDENCE</i></div><div class="val" style="font-size:6.2pt">VIA DEI TULIPANI, N. ${rng.int(2, 90)} ${esc(p.villeNaissance)}</div>`)}
          ${zoneMrz(4.7, 38.6, mrz)}</div>`,
      }
      return {
        pages: [photocopie(rng, [front, back], CSS)],
        champs: {
          nom: p.nom,
          prenoms: p.prenoms.join(' '),
          numeroDocument: numero,
          sexe: p.sexe,
          nationalite: 'ITA',
          dateNaissance: p.dateNaissance,
          lieuNaissance: p.villeNaissance,
          dateDelivrance: delivrance,
          dateExpiration: expiration,
          mrz: mrz.join('\n'),
        },
        dateFinValidite: expiration,
        regleValidite: 'identite-ue-date-imprimee',
      }
    },
  },
]
