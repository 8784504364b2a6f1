import { long, shift, short } from '../dates.ts'
import type { DrawContext, Drawn, Template } from '../template.ts'
import { accord, champ, esc } from './kit.ts'
import { abs, ajuste, guilloche, photo, photocopie, signature, type Face } from './identite-cartes.ts'

/** Student card (European model), and certificat de scolarité. */

const UNIVERSITES = [
  ['UNIVERSITÉ DES DEUX-VALLÉES', 'CROUS de Lyon', 'Lyon'],
  ["UNIVERSITÉ DE L'ESTUAIRE", 'CROUS de Nantes', 'Nantes'],
  ['INSTITUT NATIONAL DES SCIENCES DU LITTORAL', 'CROUS de Bordeaux', 'Bordeaux'],
] as const

const FORMATIONS = [
  ['Licence 2', 'Sciences de la vie'],
  ['Licence 3', 'Économie et gestion'],
  ['Master 1', 'Droit public'],
  ['BUT 2', 'Génie civil — construction durable'],
  ['Master 2', 'Histoire et patrimoine'],
] as const

const CSS = `
.etu .bandeau{position:absolute;left:0;top:0;width:100%;height:11mm;background:linear-gradient(90deg,#0b3f78,#3d86c4)}
.etu .w{color:#fff}
.scol{position:relative;box-sizing:border-box;width:210mm;height:297mm;background:#fff;font-family:'Liberation Sans';color:#171717;font-size:10pt;line-height:1.4;padding:16mm 20mm}
.scol *{box-sizing:border-box}.scol .abs{position:absolute}
.scol table{border-collapse:collapse;width:100%;margin:4mm 0}.scol td{border:.2mm solid #8d97a8;padding:1.6mm 2.4mm}.scol td:first-child{width:58mm;background:#f0f3f8}
.scol h1{font-size:16pt;text-align:center;margin:10mm 0 2mm;letter-spacing:.4mm}
.scol .c{text-align:center}.scol .pt{font-size:7.6pt;color:#555}
`

interface Scolarite {
  readonly universite: string
  readonly crous: string
  readonly ville: string
  readonly debut: number
  readonly ine: string
  readonly numero: string
  readonly formation: readonly [string, string]
}

function scolarite(c: DrawContext): Scolarite {
  const { rng } = c
  const [universite, crous, ville] = rng.pick(UNIVERSITES)
  const year = Number(c.today.slice(0, 4))
  return {
    universite,
    crous,
    ville,
    debut: c.today.slice(5) >= '08-20' ? year : year - 1,
    // INE: nine digits and two letters (rectorats), or ten digits and a letter (old BEA).
    ine: rng.chance(0.7)
      ? `${rng.digits(9)}${rng.pick([...'ABCDEFGHJK'])}${rng.pick([...'ABCDEFGHJK'])}`
      : `${rng.digits(10)}${rng.pick([...'ABCDEFGHJKLMNPRSTVWXYZ'])}`,
    numero: `2${rng.digits(7)}`,
    formation: rng.pick(FORMATIONS),
  }
}

const truth = (c: DrawContext, s: Scolarite): Omit<Drawn, 'pages'> => ({
  champs: {
    nom: c.person.nom,
    prenoms: c.person.prenoms[0] ?? '',
    dateNaissance: c.person.dateNaissance,
    anneeUniversitaire: `${s.debut}-${s.debut + 1}`,
    etablissement: s.universite,
    ine: s.ine,
  },
  dateFinValidite: `${s.debut + 1}-08-31`,
  regleValidite: 'etudiant-annee-universitaire',
})

function carte(c: DrawContext, s: Scolarite): Face[] {
  const { person: p, rng } = c
  const nom = `${p.nom}`
  const front: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="etu">${guilloche(rng, 85.6, 54, ['#e2edf7', '#eaf4ea'], ['#a9c8e6', '#b5d6bd'], 'ÉTUDIANT')}
      <div class="bandeau"></div>
      ${abs(3, 1.4, `<b style="${ajuste(s.universite, 60, 8.6, 0.72)}">${champ('etablissement', esc(s.universite))}</b>`, '', 'w')}
      ${abs(3, 6.4, "CARTE D'ÉTUDIANT <i style='font-size:5.4pt'>STUDENT CARD</i>", 'font-size:7.4pt;letter-spacing:.3mm', 'w')}
      ${abs(66, 2, `<b style="font-size:7.4pt">${esc(s.crous.split(' ')[0] ?? '')}</b><br><span style="font-size:4.8pt">${esc(s.crous)}</span>`, 'line-height:1.1;text-align:right', 'w')}
      ${photo(c.portrait(), 3.5, 14, 23, 29, 'border-radius:1mm')}
      ${abs(29, 13.6, `<div style="${ajuste(nom, 36, 10, 0.72)};font-weight:bold">${champ('nom', esc(nom))}</div><div style="font-size:9pt">${champ('prenoms', esc(p.prenoms[0] ?? ''))}</div>`)}
      ${abs(29, 24, `<span class="lib">Né${accord(p)} le</span> <b style="font-size:7.6pt">${champ('dateNaissance', short(p.dateNaissance))}</b>`)}
      ${abs(29, 28.6, `<span class="lib">N° étudiant</span> <b style="font-size:7.6pt">${s.numero}</b>`)}
      ${abs(29, 33.2, `<span class="lib">INE</span> <b style="font-size:7.6pt">${champ('ine', s.ine)}</b>`)}
      ${abs(29, 38, `<span class="lib">${esc(s.formation[0])} — ${esc(s.formation[1])}</span>`)}
      ${abs(29, 42.6, `<span style="font-size:7pt">Année universitaire</span> <b style="font-size:9pt;color:#0b3f78">${champ('anneeUniversitaire', `${s.debut}-${s.debut + 1}`)}</b>`)}
      ${abs(66, 13.4, `<div style="width:17mm;height:17mm">${c.qr(`https://esc.gg/${rng.digits(14)}`).replace(/style="[^"]*"/, 'style="width:17mm;height:17mm"')}</div>`)}
      ${abs(4, 46.6, `<span style="font-size:5.6pt">Carte étudiante européenne — European Student Card ${rng.digits(4)}-${rng.digits(4)}-${rng.digits(4)}</span>`)}</div>`,
  }
  const back: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="etu">${guilloche(rng, 85.6, 54, ['#edf3f9', '#eef5ee'], ['#b9d0e8'], 'CROUS')}
      <div style="position:absolute;left:0;top:6mm;width:100%;height:10mm;background:#23262b"></div>
      ${abs(4, 20, `<div style="font-size:5.8pt;white-space:normal;width:76mm;line-height:1.35">Cette carte multiservice est strictement personnelle. Elle permet l'accès à la bibliothèque universitaire, au restaurant universitaire (paiement Izly) et aux salles d'examen. Elle doit être validée chaque année après paiement de la CVEC et des droits d'inscription. En cas de perte ou de vol, prévenir le service de la scolarité.</div>`)}
      ${abs(4, 38, `<span style="font-size:6pt">Signature de l'étudiant${accord(p)}</span>`)}${signature(rng, 32, 36, 30, 9)}
      ${abs(4, 48, `<span style="font-size:5.4pt;color:#555">Mifare UID 04${rng.digits(10)} — ${esc(s.crous)}</span>`)}</div>`,
  }
  return [front, back]
}

function certificat(c: DrawContext, s: Scolarite): string {
  const { person: p, rng } = c
  const issued = shift(c.today, { days: -rng.int(3, 24) })
  const row = (label: string, value: string): string => `<tr><td>${label}</td><td>${value}</td></tr>`
  return `<div class="scol">
    <div style="display:flex;justify-content:space-between"><div><b style="font-size:12pt;color:#0b3f78">${champ('etablissement', esc(s.universite))}</b><br>Direction des études et de la vie étudiante<br>Service de la scolarité — bureau 114<br>2, esplanade des Savoirs — ${esc(s.ville)}</div><div style="text-align:right;font-size:8.6pt">Édité le ${short(issued)}<br>Réf. SCOL-${s.debut}-${rng.digits(6)}</div></div>
    <h1>CERTIFICAT DE SCOLARITÉ</h1>
    <div class="c">Année universitaire <b>${champ('anneeUniversitaire', `${s.debut}-${s.debut + 1}`)}</b></div>
    <p style="margin-top:8mm">Le Président de l'université certifie que l'étudiant${accord(p)} désigné${accord(p)} ci-dessous est régulièrement inscrit${accord(p)} pour l'année universitaire ${s.debut}/${s.debut + 1}.</p>
    <table>
      ${row('Nom de famille', `<b>${champ('nom', esc(p.nom))}</b>`)}
      ${row('Prénom', `<b>${champ('prenoms', esc(p.prenoms[0] ?? ''))}</b>`)}
      ${row(`Né${accord(p)} le`, `${champ('dateNaissance', short(p.dateNaissance))} à ${esc(p.lieuNaissance)}`)}
      ${row('Numéro étudiant', s.numero)}
      ${row('Identifiant national (INE)', champ('ine', s.ine))}
      ${row('Régime', 'Formation initiale — étudiant à temps plein')}
      ${row('Adresse', `${esc(p.adresse.ligne)}, ${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}`)}
    </table>
    <table>
      <tr><td style="font-weight:bold">Inscription</td><td style="font-weight:bold;background:#f0f3f8">Diplôme et étape</td></tr>
      ${row('Principale', `${esc(s.formation[0])} — ${esc(s.formation[1])}`)}
      ${row('Composante', `UFR ${esc(s.formation[1].split(' ')[0] ?? '')}`)}
      ${row('Droits acquittés', `Oui, le ${short(shift(issued, { days: -40 }))} — CVEC ${rng.pick(['LYO', 'NAN', 'BOR'])}${s.debut % 100} ${rng.pick([...'ABCDEFGH'])}${rng.digits(5)} ${rng.digits(2)}`)}
    </table>
    <p>Ce certificat est délivré à l'intéressé${accord(p)} pour servir et valoir ce que de droit. Il ne sera pas délivré de duplicata.</p>
    <div style="margin:8mm 0 0 96mm">Fait à ${esc(s.ville)}, le ${long(issued)}<br>Pour le Président et par délégation,<br>la responsable de la scolarité<br><b>${rng.pick(['Maryse TANCHARD', 'Odile FERRIÈRE-BAUD', 'Karine LEMOIGNE'])}</b></div>
    ${signature(rng, 120, 212, 36, 13, '#20307a')}
    <p class="pt" style="position:absolute;left:20mm;right:20mm;bottom:12mm">Toute falsification de ce document expose à des poursuites disciplinaires et pénales (art. 441-1 et suivants du code pénal). Les informations recueillies font l'objet d'un traitement destiné à la gestion des inscriptions ; droit d'accès auprès du délégué à la protection des données de l'établissement. L'INE est un identifiant propre à l'Éducation nationale.</p>
  </div>`
}

const etudiant = { ageMin: 18, ageMax: 26 } as const

export const ETUDIANTS: readonly Template[] = [
  {
    id: 'carte-etudiant/carte-europeenne',
    type: 'carte-etudiant',
    titulaire: etudiant,
    draw(c) {
      const s = scolarite(c)
      return { pages: [photocopie(c.rng, carte(c, s), CSS)], ...truth(c, s) }
    },
  },
  {
    id: 'carte-etudiant/certificat-de-scolarite',
    type: 'carte-etudiant',
    titulaire: etudiant,
    draw(c) {
      const s = scolarite(c)
      return { pages: [{ html: certificat(c, s), css: CSS, widthMm: 210, heightMm: 297 }], ...truth(c, s) }
    },
  },
]
