import { td1 } from '../../mrz.ts'
import { shift, short } from '../../dates.ts'
import { accord, champ, esc, monsieurMadame, nomUsuel, pose } from '../kit.ts'
import { dateFr, jourPasse, plus } from '../kit-dates.ts'
import { blocEtat, signature as paraphe, tampon } from '../kit-formes.ts'
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
} from '../identite-cartes.ts'
import { adjectif, HORS_UE } from '../identite-pays.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, inedit } from './commun.ts'

/** Residence permits and their provisional papers: family card of a citizen of the Union, temporary protection, ANEF. */

const CSS = `.is{color:#27243a}.is .t{font-weight:bold;font-size:7.6pt;letter-spacing:.2mm}`

const base = ({ person: p }: DrawContext): Drawn['champs'] => ({
  nom: p.nom,
  prenoms: p.prenoms.join(' '),
  sexe: p.sexe,
  nationalite: p.nationalite,
  dateNaissance: p.dateNaissance,
  lieuNaissance: p.villeNaissance,
})
const sp = (iso: string): string => short(iso, ' ')

function carteFamille(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const delivrance = jourEntre(rng, shift(c.today, { years: -5, days: 30 }), shift(c.today, { days: -40 }))
  const expiration = shift(delivrance, { years: 5, days: -1 })
  const numero = `${rng.pick([...'ABCDEFGH'])}${rng.pick([...'JKLMNPRT'])}${rng.digits(7)}`
  const etranger = `${rng.pick(['69', '75', '59', '93'])}${rng.digits(8)}`
  const mrz = td1('IR', 'FRA', numero, expiration, p, { optional: etranger })
  const recto: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="is">${guilloche(rng, 85.6, 54, ['#e5dff0', '#f1e4dc'], ['#a796cb', '#cfa98e', '#9db9cd'], 'RF')}
${abs(22, 2, 'RÉPUBLIQUE FRANÇAISE', 'font-size:6pt')}${abs(22, 5, 'CARTE DE SÉJOUR', '', 't')}${abs(54, 5, 'RESIDENCE CARD', 'font-size:5.6pt')}${abs(60, 8.4, champ('numeroDocument', numero), 'font-size:9pt;font-weight:bold')}
${photo(c.portrait(), 57, 14, 25, 32, 'filter:grayscale(1)')}
${etiquette(4, 11, 'NOM|SURNAME', champ('nom', esc(p.nom)), ajuste(p.nom, 50, 8, 0.7))}${etiquette(4, 17, 'PRÉNOMS|FORENAMES', champ('prenoms', esc(p.prenoms.join(' ').toUpperCase())), ajuste(p.prenoms.join(' '), 50, 7.6, 0.7))}
${etiquette(4, 23, 'SEXE|SEX', champ('sexe', p.sexe))}${etiquette(14, 23, 'NATIONALITÉ', champ('nationalite', p.nationalite))}${etiquette(31, 23, 'NÉ(E) LE|DATE OF BIRTH', champ('dateNaissance', sp(p.dateNaissance)))}
${etiquette(4, 29.5, 'CATÉGORIE|CARD TYPE', 'MEMBRE DE LA FAMILLE D’UN CITOYEN DE L’UNION', 'font-size:5.6pt')}${etiquette(4, 35, 'REMARQUES|REMARKS', 'DIRECTIVE 2004/38/CE<br>TOUTES ACTIVITÉS PROFESSIONNELLES', 'font-size:5.6pt')}
${etiquette(4, 44.5, 'EXPIRE LE|DATE OF EXPIRY', champ('dateExpiration', sp(expiration)))}${signature(rng, 34, 44, 20, 7)}</div>`,
  }
  const verso: Face = {
    w: 85.6,
    h: 54,
    html: `<div class="is">${guilloche(rng, 85.6, 54, ['#efe6f2', '#efece0'], ['#b7a6d1', '#c8b690'], 'RF')}
${etiquette(4, 3, 'LIEU DE NAISSANCE|PLACE OF BIRTH', champ('lieuNaissance', esc(p.villeNaissance)), 'font-size:7pt')}${etiquette(4, 10, 'DÉLIVRÉE LE, PAR|DATE AND PLACE OF ISSUE', `${champ('dateDelivrance', sp(delivrance))} PRÉFECTURE 69`)}
${etiquette(4, 17, 'N° PERSONNEL|PERSONAL NO', champ('numeroEtranger', etranger))}${etiquette(4, 24, 'ADRESSE|ADDRESS', `${esc(p.adresse.ligne.toUpperCase())}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}`, 'font-size:5.8pt')}
${abs(52, 17, 'DATE D’ENTRÉE EN FRANCE', 'font-size:4.6pt')}${abs(52, 19.4, sp(shift(delivrance, { months: -8 })), 'font-size:7pt;font-weight:bold')}${zoneMrz(4.7, 38.6, mrz)}</div>`,
  }
  return {
    pages: [photocopie(rng, [verso, recto], CSS)],
    champs: {
      ...base(c),
      numeroDocument: numero,
      numeroEtranger: etranger,
      dateDelivrance: delivrance,
      dateExpiration: expiration,
      mrz: mrz.join('\n'),
    },
    dateFinValidite: expiration,
    regleValidite: 'titre-sejour-date-imprimee',
  }
}

/** A provisional authorisation on a sheet folded in three: temporary protection. */
function aps(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const delivrance = jourPasse(rng, c.today, 10, 170)
  const expiration = plus(delivrance, { mois: 6, jours: -1 })
  const etranger = `${rng.pick(['69', '38', '67'])}0${rng.digits(7)}`
  const l = (a: string, b: string): string => `<tr><td style="width:48mm">${a}</td><td><b>${b}</b></td></tr>`
  const html = `<div class="lig">${blocEtat('PRÉFECTURE DE L’ISÈRE', 40)}<div class="r" style="font-size:8pt">Direction de la citoyenneté,<br>de l’immigration et de l’intégration<br>N° AGDREF : ${champ('numeroEtranger', etranger)}</div></div>
<div style="border-top:.3mm dashed #999;margin:4mm -10mm"></div>
<h1 class="c" style="color:#243a75">AUTORISATION PROVISOIRE DE SÉJOUR<br><span style="font-size:11pt">Bénéficiaire de la protection temporaire</span></h1>
<div class="lig" style="align-items:flex-start"><img src="${c.portrait()}" alt="" style="width:33mm;height:42mm;object-fit:cover;border:.2mm solid #777"><table class="li" style="width:130mm;font-size:10pt">
${l('Nom', champ('nom', esc(p.nom)))}${l('Prénoms', champ('prenoms', esc(p.prenoms.join(', '))))}${l('Sexe', champ('sexe', p.sexe))}${l(`Né${accord(p)} le`, `${champ('dateNaissance', dateFr(p.dateNaissance))}`)}${l('À', champ('lieuNaissance', esc(p.villeNaissance)))}${l('Nationalité', champ('nationalite', adjectif(p.nationalite)))}${l('Domicile', `${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)}`)}</table></div>
<p style="margin-top:6mm">En application de la décision d’exécution (UE) 2022/382 du Conseil du 4 mars 2022 et des articles L. 581-1 et suivants du code de l’entrée et du séjour des étrangers et du droit d’asile, la personne désignée ci-dessus est autorisée à séjourner sur le territoire français.</p>
<table class="tb" style="font-size:11pt;margin-top:4mm"><tr><td>Délivrée le<br><b>${champ('dateDelivrance', dateFr(delivrance))}</b></td><td>Valable jusqu’au<br><b>${champ('dateExpiration', dateFr(expiration))}</b></td><td>Autorise son titulaire à travailler<br><b>OUI</b></td></tr></table>
<p style="margin-top:5mm">La présente autorisation est renouvelée de plein droit tant que le bénéfice de la protection temporaire est accordé. Elle n’est valable qu’accompagnée d’un document justifiant de l’identité de son titulaire.</p>
<div class="lig" style="margin-top:6mm"><div>Signature du titulaire${paraphe(rng, '#222', 36)}</div><div>Pour le préfet, le chef de bureau${paraphe(rng, '#222', 36)}</div></div>${pose(110, 228, 34, tampon(rng, 'PRÉFECTURE DE L’ISÈRE • GRENOBLE •', ['R.F.'], 34))}`
  return {
    pages: [feuille(html, { pt: 9.8 })],
    champs: { ...base(c), numeroEtranger: etranger, dateDelivrance: delivrance, dateExpiration: expiration },
    dateFinValidite: expiration,
    regleValidite: 'titre-sejour-date-imprimee',
  }
}

/** Récépissé of a recognised protection: the A4 sheet printed by the prefecture. */
function protection(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const delivrance = jourPasse(rng, c.today, 10, 200)
  const expiration = plus(delivrance, { mois: 6, jours: -1 })
  const etranger = `${rng.pick(['69', '75', '93'])}${rng.digits(8)}`
  const html = `<div class="col"><div style="flex:0 0 62mm">${blocEtat('PRÉFECTURE DU RHÔNE', 44)}<img src="${c.portrait()}" alt="" style="width:35mm;height:45mm;object-fit:cover;margin-top:8mm;filter:grayscale(1)"><div style="margin-top:4mm;font-size:8pt">Signature du titulaire :</div>${paraphe(rng, '#222', 40)}
<div style="margin-top:10mm;font-size:8pt">Renouvellements<br><table class="tb">${['1', '2', '3'].map(n => `<tr><td style="height:13mm">${n}</td><td></td></tr>`).join('')}</table></div></div>
<div><h1 style="font-size:14pt">RÉCÉPISSÉ CONSTATANT LA RECONNAISSANCE D’UNE PROTECTION INTERNATIONALE</h1><div style="font-size:8.5pt">(articles R. 424-1 et R. 424-7 du CESEDA)</div>
<div class="enc" style="margin:5mm 0">N° ${champ('numeroDocument', champ('numeroEtranger', etranger))}</div>
<p>Il est délivré à :</p><p style="font-size:11pt;line-height:1.6"><b>${champ('nom', esc(p.nom))}</b><br>${champ('prenoms', esc(p.prenoms.join(' ')))}<br>sexe ${champ('sexe', p.sexe)}, né${accord(p)} le ${champ('dateNaissance', dateFr(p.dateNaissance, 'long'))} à ${champ('lieuNaissance', esc(p.villeNaissance))}<br>de nationalité ${champ('nationalite', adjectif(p.nationalite))}<br>demeurant ${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)}</p>
<p>le présent récépissé de demande de titre de séjour, portant la mention :</p><p class="c gris" style="font-size:12pt"><b>« RECONNU${accord(p).toUpperCase()} RÉFUGIÉ${accord(p).toUpperCase()} »</b></p>
<p>Il autorise son titulaire à exercer la profession de son choix. Il vaut autorisation de séjour jusqu’au terme indiqué ci-dessous.</p>
<p style="font-size:11pt">Fait à Lyon, le <b>${champ('dateDelivrance', dateFr(delivrance))}</b><br>Valable jusqu’au <b>${champ('dateExpiration', dateFr(expiration))}</b></p><div style="margin-left:20mm">${tampon(rng, 'PRÉFECTURE DU RHÔNE • IMMIGRATION •', ['LYON'], 36)}</div></div></div>`
  return {
    pages: [feuille(html, { pt: 9.8 })],
    champs: {
      ...base(c),
      numeroDocument: etranger,
      numeroEtranger: etranger,
      dateDelivrance: delivrance,
      dateExpiration: expiration,
    },
    dateFinValidite: expiration,
    regleValidite: 'recepisse-date-imprimee',
  }
}

/** Favourable decision downloaded from the ANEF: proves the stay until the card is handed over. */
function decisionFavorable(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 5, 80)
  const fin = plus(jour, { mois: 3 })
  const etranger = `${rng.pick(['69', '75', '93', '59'])}${rng.digits(8)}`
  const demande = `${rng.digits(2)}${rng.pick(['E', 'R'])}${rng.digits(9)}`
  const html = `<div class="lig"><div>${blocEtat('MINISTÈRE DE L’INTÉRIEUR', 44)}<div style="margin-top:2mm">Direction générale des étrangers en France</div></div><div class="r">Administration numérique<br>pour les étrangers en France</div></div>
<h1 style="color:#000091;border-bottom:.6mm solid #000091;padding-bottom:2mm;margin-top:10mm">Attestation de décision favorable<br><span style="font-size:10.5pt;font-weight:normal">sur une demande de renouvellement de titre de séjour</span></h1>
<p>${monsieurMadame(p)} ${esc(nomUsuel(p))},</p><p>Votre demande déposée sous le numéro ${champ('numeroDocument', demande)} a fait l’objet d’une décision favorable. Vous serez informé${accord(p)} par SMS de la mise à disposition de votre carte de séjour à la préfecture de votre domicile.</p>
<div class="col gris" style="margin:5mm 0"><div>Nom<br><b>${champ('nom', esc(p.nom))}</b><br><br>Prénom(s)<br><b>${champ('prenoms', esc(p.prenoms.join(' ')))}</b><br><br>Numéro étranger<br><b>${champ('numeroEtranger', etranger)}</b></div><div>Date de naissance<br><b>${champ('dateNaissance', dateFr(p.dateNaissance))}</b><br><br>Lieu de naissance<br><b>${champ('lieuNaissance', esc(p.villeNaissance))}</b><br><br>Nationalité<br><b>${champ('nationalite', adjectif(p.nationalite))}</b></div><div>Titre accordé<br><b>Carte de séjour pluriannuelle</b><br><br>Motif<br><b>${rng.pick(['Vie privée et familiale', 'Salarié'])}</b></div></div>
<p>La présente attestation, accompagnée du document de séjour expiré, <b>justifie de la régularité du séjour du ${champ('dateDelivrance', dateFr(jour))} au ${champ('dateExpiration', dateFr(fin))}</b>. Elle maintient les droits sociaux et l’autorisation de travail attachés au titre dont le renouvellement a été demandé.</p>
<p>Elle ne permet pas de franchir les frontières extérieures de l’espace Schengen sans visa de retour.</p><div class="lig" style="margin-top:14mm"><div style="width:30mm">${c.qr(`https://administration-etrangers.example/verif/${demande}`)}</div><div class="pt g" style="width:120mm">Document produit automatiquement par un téléservice de l’État, sans signature manuscrite. Son authenticité se vérifie au moyen du code ci-contre. Toute falsification expose à des poursuites (article 441-2 du code pénal).</div></div>`
  return {
    pages: [feuille(html, { pt: 10 })],
    champs: {
      nom: p.nom,
      prenoms: p.prenoms.join(' '),
      nationalite: p.nationalite,
      dateNaissance: p.dateNaissance,
      lieuNaissance: p.villeNaissance,
      numeroEtranger: etranger,
      numeroDocument: demande,
      dateDelivrance: jour,
      dateExpiration: fin,
    },
    dateFinValidite: fin,
    regleValidite: 'recepisse-date-imprimee',
  }
}

const ETRANGER = { nationalites: HORS_UE, ageMin: 20, ageMax: 60 } as const

export const INEDITS_SEJOUR: readonly Template[] = [
  inedit('titre-de-sejour', 'famille-citoyen-ue', carteFamille, ETRANGER),
  inedit('titre-de-sejour', 'aps-protection-temporaire', aps, { nationalites: ['UKR'], ageMin: 20, ageMax: 60 }),
  inedit('recepisse-titre-de-sejour', 'protection-internationale', protection, ETRANGER),
  inedit('recepisse-titre-de-sejour', 'decision-favorable', decisionFavorable, ETRANGER),
]
