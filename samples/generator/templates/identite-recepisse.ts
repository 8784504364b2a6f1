import { long, shift, short } from '../dates.ts'
import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import { champ, esc } from './kit.ts'
import { jourEntre, photo, signature } from './identite-cartes.ts'
import { adjectif, alpha2, HORS_UE } from './identite-pays.ts'

/** What a foreigner holds while a permit is examined: the paper récépissé, the attestation of the ANEF portal. */

const CSS = `
.rec{position:relative;box-sizing:border-box;width:210mm;height:297mm;background:#fff;font-family:'Liberation Serif';color:#151515;font-size:10.5pt;line-height:1.35}
.rec *{box-sizing:border-box}
.rec .abs{position:absolute}
.rec .cadre{position:absolute;left:17mm;top:16mm;width:176mm;height:152mm;border:.35mm solid #52668f;background:#f1f5fa;padding:7mm}
.rec .t{font-size:13pt;font-weight:bold;text-align:center;letter-spacing:.2mm}
.rec .m{font-family:'Liberation Mono';font-weight:bold;font-size:10pt}
.rec table{border-collapse:collapse}.rec td{padding:.7mm 1.5mm;vertical-align:top}
.anef{position:relative;box-sizing:border-box;width:210mm;height:297mm;background:#fff;font-family:'Liberation Sans';color:#161616;font-size:9.4pt;line-height:1.4;padding:14mm 18mm}
.anef *{box-sizing:border-box}
.anef table{border-collapse:collapse;width:100%;margin:3mm 0}.anef td{border:.2mm solid #9aa3b5;padding:1.3mm 2mm}
.anef td:first-child{width:62mm;background:#eef1f8;color:#3a4562}
.anef h1{font-size:13.5pt;text-align:center;margin:7mm 0 1mm;color:#000091}
.anef h2{font-size:10pt;text-align:center;font-weight:normal;margin:0 0 5mm}
.anef p{margin:0 0 2.4mm;text-align:justify}
.anef .pt{font-size:7.2pt;color:#555}
`

const ne = (sexe: 'M' | 'F'): string => (sexe === 'F' ? 'Née' : 'Né')

const identite = (c: DrawContext, numeroEtranger: string): Drawn['champs'] => {
  const { person: p } = c
  return {
    nom: p.nom,
    prenoms: p.prenoms.join(' '),
    sexe: p.sexe,
    nationalite: p.nationalite,
    dateNaissance: p.dateNaissance,
    lieuNaissance: p.villeNaissance,
    numeroEtranger,
  }
}

const etranger = (c: DrawContext): string => `${c.rng.pick(['69', '75', '59', '93', '99'])}${c.rng.digits(8)}`

function paper(c: DrawContext, first: boolean): { page: DrawnPage; truth: Omit<Drawn, 'pages'> } {
  const { person: p, rng } = c
  const delivrance = jourEntre(rng, shift(c.today, { months: -3, days: 12 }), shift(c.today, { days: -4 }))
  const months = rng.pick([3, 6, 6])
  const expiration = shift(delivrance, { months, days: -1 })
  const numero = etranger(c)
  const object = first ? 'PREMIÈRE DEMANDE DE CARTE DE SÉJOUR' : 'RENOUVELLEMENT DE CARTE DE SÉJOUR TEMPORAIRE'
  const html = `<div class="rec"><div class="cadre">
    <div style="display:flex;justify-content:space-between"><div><b>RÉPUBLIQUE FRANÇAISE</b><br>PRÉFECTURE DU RHÔNE<br><span style="font-size:8.5pt">Direction des migrations et de l'intégration</span></div>
    <div style="text-align:right;font-size:9pt">N° ${champ('numeroDocument', `<span class="m">${numero}</span>`)}<br>Série ${rng.pick(['A', 'B', 'C'])} ${rng.digits(7)}</div></div>
    <div class="t" style="margin-top:5mm">RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR</div>
    <div style="text-align:center;font-size:8.5pt;margin-bottom:4mm">(articles R. 431-12 et suivants du code de l'entrée et du séjour des étrangers et du droit d'asile)</div>
    <table style="margin-left:42mm;font-size:10pt">
      <tr><td>Nom</td><td class="m">${champ('nom', esc(p.nom))}</td></tr>
      <tr><td>Prénom(s)</td><td class="m">${champ('prenoms', esc(p.prenoms.join(' ')))}</td></tr>
      <tr><td>${ne(p.sexe)} le</td><td class="m">${champ('dateNaissance', short(p.dateNaissance))} à ${champ('lieuNaissance', esc(p.villeNaissance))}</td></tr>
      <tr><td>Sexe</td><td class="m">${champ('sexe', p.sexe)}</td></tr>
      <tr><td>Nationalité</td><td class="m">${champ('nationalite', adjectif(p.nationalite).toLocaleUpperCase('fr'))}</td></tr>
      <tr><td>Adresse</td><td class="m" style="font-size:9pt">${esc(p.adresse.ligne.toUpperCase())}<br>${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}</td></tr>
      <tr><td>Motif</td><td class="m" style="font-size:9pt">${object}</td></tr>
      <tr><td>Mention</td><td class="m" style="font-size:9pt">${first ? "N'AUTORISE PAS SON TITULAIRE À TRAVAILLER" : 'AUTORISE SON TITULAIRE À TRAVAILLER'}</td></tr>
    </table>
    <div style="margin-top:4mm">Le présent récépissé, délivré le ${champ('dateDelivrance', `<span class="m">${short(delivrance)}</span>`)}, est <b>valable jusqu'au</b> ${champ('dateExpiration', `<span class="m" style="font-size:12pt">${short(expiration)}</span>`)}.</div>
    <div style="font-size:8.2pt;margin-top:2mm;width:104mm">Il ne peut tenir lieu de titre de séjour au-delà de cette date. Il est retiré lors de la remise de la carte. Toute fausse déclaration expose son auteur aux peines prévues par la loi.</div>
    ${photo(c.portrait(), 8, 52, 35, 45, 'border:.2mm solid #777')}
    <div class="abs" style="left:122mm;top:112mm;font-size:8.5pt">Pour le préfet et par délégation,<br>l'agent habilité</div>${signature(rng, 124, 121, 38, 14, '#27357d')}
    <svg class="abs decor" style="left:24mm;top:78mm;width:24mm;height:24mm" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="none" stroke="#8a2a33" stroke-width="2.4" opacity=".8"/><path id="cachet" d="M14 50a36 36 0 1 1 72 0" fill="none"/><text font-size="11" fill="#8a2a33" opacity=".8" font-family="Liberation Sans"><textPath href="#cachet">PRÉFECTURE DU RHÔNE</textPath></text><text x="50" y="60" font-size="16" text-anchor="middle" fill="#8a2a33" opacity=".8" font-family="Liberation Sans">RF</text></svg>
  </div></div>`
  return {
    page: { html, css: CSS, widthMm: 210, heightMm: 297 },
    truth: {
      champs: {
        ...identite(c, numero),
        numeroDocument: numero,
        dateDelivrance: delivrance,
        dateExpiration: expiration,
      },
      dateFinValidite: expiration,
      regleValidite: 'recepisse-date-imprimee',
    },
  }
}

function anef(c: DrawContext): { page: DrawnPage; truth: Omit<Drawn, 'pages'> } {
  const { person: p, rng } = c
  const depot = jourEntre(rng, shift(c.today, { months: -6 }), shift(c.today, { months: -3 }))
  const debut = jourEntre(rng, shift(c.today, { months: -2 }), shift(c.today, { days: -6 }))
  const fin = shift(debut, { months: 3, days: -1 })
  const demande = `${rng.digits(4)}${depot.replaceAll('-', '')}${rng.digits(7)}`
  const numero = etranger(c)
  const [rue = '', ...suite] = p.adresse.ligne.split(', ')
  const code = c.twoDDoc({
    type: '13',
    issueDate: debut,
    signatureDate: debut,
    fields: [
      ['60', p.prenoms.join('/')],
      ['62', p.nom],
      ['63', p.nomUsage ?? p.nom],
      ['67', alpha2(p.nationalite)],
      ['68', p.sexe],
      ['69', short(p.dateNaissance, '')],
      ['6A', p.villeNaissance],
      ['6C', alpha2(p.nationalite)],
      ['6J', '2'],
      ['6K', demande],
      ['6L', short(depot, '')],
      ['6P', 'AUTORISE A TRAVAILLER'],
      ['6Q', numero],
      ...(suite.length > 0 ? [['6S', suite.join(' ')] as const] : []),
      ['6U', rue],
      ['6W', p.adresse.codePostal],
      ['6X', p.adresse.ville],
      ['6N', short(debut, '')],
      ['6O', short(fin, '')],
    ],
    moduleMm: 0.42,
  })
  const row = (label: string, value: string): string => `<tr><td>${label}</td><td>${value}</td></tr>`
  const html = `<div class="anef">
    <div style="display:flex;justify-content:space-between;align-items:flex-start"><div style="font-size:9pt;line-height:1.25"><svg class="decor" style="width:11mm;height:6.6mm" viewBox="0 0 100 60"><rect width="34" height="60" fill="#000091"/><rect x="34" width="32" height="60" fill="#fff"/><rect x="66" width="34" height="60" fill="#e1000f"/></svg><br><b>MINISTÈRE<br>DE L'INTÉRIEUR</b><br><i style="font-size:7.5pt">Liberté<br>Égalité<br>Fraternité</i></div>
    <div style="text-align:right;font-size:8.4pt">Direction générale des étrangers en France<br>Administration numérique pour les étrangers en France<br>administration-etrangers-en-france.interieur.gouv.fr</div></div>
    <h1>ATTESTATION DE PROLONGATION D'INSTRUCTION</h1>
    <h2>d'une demande de titre de séjour (articles R. 431-15-1 et R. 431-15-2 du CESEDA)</h2>
    <p>Le préfet atteste que la demande de renouvellement de titre de séjour déposée par la personne désignée ci-dessous est en cours d'instruction.</p>
    <table>
      ${row('Numéro de la demande', champ('numeroDocument', demande))}
      ${row('Numéro étranger (AGDREF)', champ('numeroEtranger', numero))}
      ${row('Nom', `<b>${champ('nom', esc(p.nom))}</b>`)}
      ${p.nomUsage === null ? '' : row("Nom d'usage", esc(p.nomUsage))}
      ${row('Prénom(s)', `<b>${champ('prenoms', esc(p.prenoms.join(' ')))}</b>`)}
      ${row('Sexe', champ('sexe', p.sexe === 'F' ? 'Féminin' : 'Masculin'))}
      ${row('Date et lieu de naissance', `${champ('dateNaissance', short(p.dateNaissance))} à ${champ('lieuNaissance', esc(p.villeNaissance))}`)}
      ${row('Nationalité', champ('nationalite', esc(adjectif(p.nationalite))))}
      ${row('Adresse', `${esc(p.adresse.ligne)}, ${esc(p.adresse.codePostal)} ${esc(p.adresse.ville)}`)}
      ${row('Demande déposée le', short(depot))}
    </table>
    <p>La présente attestation, délivrée le <b>${champ('dateDelivrance', short(debut))}</b>, est <b>valable du ${short(debut)} au ${champ('dateExpiration', short(fin))}</b>. Accompagnée du document de séjour expiré, elle permet à son titulaire de justifier de la régularité de son séjour pendant la durée qu'elle précise et maintient les droits attachés à ce document. <b>Elle autorise son titulaire à travailler.</b></p>
    <p>Elle est délivrée pour une durée maximale de trois mois et peut être renouvelée tant que la demande n'a pas fait l'objet d'une décision. Elle ne préjuge pas de la suite qui sera réservée à la demande.</p>
    <div style="display:flex;justify-content:space-between;align-items:flex-start;margin-top:5mm"><div>Fait le ${long(debut)}<br>Pour le préfet et par délégation<br><b>Document signé électroniquement</b></div><div>${code}</div></div>
    <p class="pt" style="margin-top:6mm">L'authenticité de ce document peut être contrôlée à l'aide du cachet électronique visible 2D-Doc ci-dessus. Toute personne qui falsifie une attestation délivrée par une administration publique encourt cinq ans d'emprisonnement et 75 000 € d'amende (article 441-2 du code pénal). Les données personnelles recueillies font l'objet d'un traitement par le ministère de l'Intérieur ; un droit d'accès et de rectification s'exerce auprès de la préfecture du lieu de résidence.</p>
    <p class="pt" style="position:absolute;bottom:10mm;left:18mm">Réf. ${demande} — page 1/1</p></div>`
  return {
    page: { html, css: CSS, widthMm: 210, heightMm: 297 },
    truth: {
      champs: { ...identite(c, numero), numeroDocument: demande, dateDelivrance: debut, dateExpiration: fin },
      dateFinValidite: fin,
      regleValidite: 'prolongation-instruction-3-mois',
    },
  }
}

const titulaire = { nationalites: HORS_UE, ageMin: 20, ageMax: 66 } as const
const type = 'recepisse-titre-de-sejour' as const

export const RECEPISSES: readonly Template[] = [
  {
    id: `${type}/papier-renouvellement`,
    type,
    titulaire,
    draw(c) {
      const { page, truth } = paper(c, false)
      return { pages: [page], ...truth }
    },
  },
  {
    id: `${type}/papier-premiere-demande`,
    type,
    titulaire,
    draw(c) {
      const { page, truth } = paper(c, true)
      return { pages: [page], ...truth }
    },
  },
  {
    id: `${type}/anef-prolongation`,
    type,
    titulaire,
    draw(c) {
      const { page, truth } = anef(c)
      return { pages: [page], ...truth }
    },
  },
]
