import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import { anneeDesRevenus, calculer, tirerFoyer } from './fiscal-bareme.ts'
import {
  blocFoyer,
  champsAvis,
  codeAvis,
  ligneTaux,
  lignesDetail,
  partsFr,
  situation,
  spi,
  tauxFoyer,
  tirerAvis,
  type Avis,
} from './fiscal-textes.ts'
import { champ, entier, esc, euros, fonte, grouper, page, pose } from './kit.ts'
import { dateFr, minDate } from './kit-dates.ts'
import { blocEtat } from './kit-formes.ts'
import { telephone, territoire } from './kit-fiction.ts'

/** Avis d'impôt, current model ("Impôt et prélèvements sociaux"): three pages, 2D-Doc 28 from the income of 2024, 04 before. */

const CSS = `
.av{font-size:8pt}.av .bleu{color:#1d3f7d}.av .cadre{border:.3mm solid #1d3f7d;border-radius:1.5mm;padding:2mm 2.5mm}
.av .tete{font-weight:bold;color:#1d3f7d;font-size:9pt}
.av .det td{padding:.65mm 1.2mm;border-left:.2mm solid #9aa7c2;border-right:.2mm solid #9aa7c2}
.av .det th{background:#e3e9f4;border:.2mm solid #9aa7c2;font-size:7.5pt}
.av .det tr.fort td{font-weight:bold;background:#f3f6fb}.av .det tr.tit td{font-weight:bold;padding-top:2mm;color:#1d3f7d}
.av .det{border-bottom:.2mm solid #9aa7c2}
.av .syn td{border:.2mm solid #1d3f7d;padding:.8mm 1.5mm}
`

const feuillet = (avis: Avis, numero: string, corps: string): DrawnPage => {
  const r = avis.foyer.revenusDe
  const [un] = avis.declarants
  return page(
    `<div class="av">
${pose(4.2, 8.9, 60, `<b>Avis d’impôt établi en ${r + 1}</b>`, 'font-size:9pt')}
${pose(118, 8.9, 90, `<b>Impôt et prélèvements sociaux sur les revenus de ${r}</b>`, 'font-size:8.4pt')}
${pose(4.2, 14.9, 90, `N° fiscal : ${un ? spi(un) : ''}`, 'font-size:8pt')}
${pose(183, 14.6, 14, numero, 'font-size:8.5pt')}
${corps}</div>`,
    { css: CSS, marges: '0' },
  )
}

function premiere(context: DrawContext, avis: Avis, centre: string): DrawnPage {
  const { rng } = context
  const { calcul, foyer, declarants } = avis
  const r = foyer.revenusDe
  const solde = calcul.impot - avis.retenue
  const ref = rng.chance(0.5) ? grouper(avis.reference, [2, 2, 7, 2]) : avis.reference
  const montantTitre =
    solde > 0
      ? 'Montant qui vous reste à payer'
      : solde < 0
        ? 'Montant qui vous sera restitué'
        : 'Vous n’avez aucun impôt à payer'
  const refLigne = (y: number, label: string, valeur: string): string =>
    pose(13.4, y, 30, label, `font-size:7pt;line-height:1.1;${fonte('etroit')}`) +
    pose(42.4, y - 0.4, 50, valeur, 'font-size:8.5pt')
  const type = r >= 2024 ? '28' : '04'
  return page(
    `<div class="av">
${pose(7, 6, 34, blocEtat('', 30))}
${pose(43.9, 6.2, 100, '<b>DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES</b>', 'font-size:9.4pt')}
${pose(43.9, 10.4, 135, `<b>Impôt et prélèvements sociaux sur les revenus de ${champ('anneeRevenus', String(r))}</b>`, 'font-size:13.9pt;white-space:nowrap')}
${pose(43.9, 16.4, 90, `<b>Avis d’impôt établi en ${r + 1}</b>`, 'font-size:12.4pt')}
${pose(177.5, 10.8, 20, `AVIS_IR_${rng.chance(0.06) ? 'RS' : 'RG'}`, 'font-size:6.8pt')}
${pose(43.9, 22.6, 34, codeAvis(context, avis, type))}
${pose(99, 30, 100, `${centre}<br>${context.person.adresse.codePostal.slice(0, 2)}0${rng.digits(2)} ${esc(context.person.adresse.ville)} CEDEX`, 'font-size:7.5pt')}
${pose(13.4, 56.2, 45, '<span class="tete">Vos références</span>')}
${refLigne(63.4, 'Numéro fiscal (déclarant 1) :', champ('numeroFiscal', declarants[0] ? spi(declarants[0]) : ''))}
${declarants[1] ? refLigne(69, 'Numéro fiscal (déclarant 2) :', champ('numeroFiscal2', spi(declarants[1]))) : ''}
${refLigne(74.9, 'Référence de l’avis :', champ('referenceAvis', ref))}
${refLigne(80.4, 'Numéro FIP :', `${rng.digits(3)} ${rng.digits(2)} ${rng.digits(6)} ${rng.digits(2)}`)}
${refLigne(85.4, 'N° de rôle :', `0${rng.int(11, 58)}`)}
${refLigne(90.4, 'Date d’établissement :', champ('dateEtablissement', dateFr(avis.etabliLe)))}
${refLigne(95.4, 'Date de mise en recouvrement :', champ('dateMiseEnRecouvrement', dateFr(avis.recouvrement ?? avis.etabliLe)))}
${pose(99, 59.3, 84, blocFoyer(avis), 'font-size:9.5pt;line-height:1.32')}
${pose(
  13.4,
  108,
  56,
  `<div class="cadre"><span class="tete">Vos contacts</span><br><b>Par internet :</b> impots.gouv.fr, depuis votre espace particulier, messagerie sécurisée.<br><b>Par téléphone :</b> ${telephone(rng)} du lundi au vendredi de 8 h 30 à 19 h (service gratuit + prix d’un appel).<br><b>Sur place :</b><br>${centre}<br>Service des impôts des particuliers<br>Réception : lundi, mardi et jeudi de 8 h 45 à 12 h et de 13 h 30 à 16 h, ou sur rendez-vous.</div>
<div class="cadre" style="margin-top:3mm"><span class="tete">Vos démarches</span><br>Pour signaler un changement d’adresse, de situation de famille ou une variation de vos revenus, utilisez le service « Gérer mon prélèvement à la source » de votre espace particulier.</div>
<div class="cadre" style="margin-top:3mm"><span class="tete">Bon à savoir</span><br>Le paiement en espèces ou par carte est possible chez les buralistes agréés, dans la limite de 300 €.</div>`,
)}
${pose(
  75,
  108,
  122,
  `<div class="cadre"><p>${declarants.length === 2 ? 'Madame, Monsieur,' : context.person.civilite === 'M.' ? 'Monsieur,' : 'Madame,'}</p>
<p>Vous trouverez ci-dessous le résultat du calcul de votre impôt sur le revenu et de vos prélèvements sociaux, établi d’après les éléments de votre déclaration de revenus ${r}. Le détail figure aux pages suivantes.</p>
<table class="syn"><tr><td>Impôt sur les revenus de ${r}</td><td class="r">${calcul.impot === 0 ? champ('montantImpot', '0 €') : champ('montantImpot', `${entier(calcul.impot)} €`)}</td></tr>
<tr><td>Prélèvements sociaux ${r}</td><td class="r">0 €</td></tr>
<tr><td>Prélèvement à la source déjà payé en ${r}</td><td class="r">- ${entier(avis.retenue)} €</td></tr>
<tr style="background:#e3e9f4"><td><b>${montantTitre}</b></td><td class="r"><b>${entier(Math.abs(solde))} €</b></td></tr></table>
<p style="margin-top:2mm">${
    solde > 0
      ? `Cette somme sera prélevée sur votre compte bancaire le 25 septembre ${r + 1}${solde > 300 ? `, puis le 27 octobre, le 25 novembre et le 29 décembre ${r + 1} (${euros(Math.floor(solde / 4))} par échéance, solde au dernier prélèvement)` : ''}. Vous n’avez aucune démarche à effectuer.`
      : solde < 0
        ? `Cette somme vous sera versée par virement sur votre compte bancaire le 24 juillet ou le 1er août ${r + 1}. Le libellé de l’opération sera « REMB IMPOT REVENUS ».`
        : `Votre situation ne donne lieu à aucun paiement. Conservez cet avis : il justifie de vos revenus auprès des organismes qui le demandent.`
  }</p></div>`,
)}
${pose(
  99,
  204,
  92,
  `<div style="font-weight:bold;color:#1d3f7d;margin-bottom:1.2mm">Informations utiles à vos démarches</div><table class="syn" style="font-size:9pt"><tr style="height:5.6mm"><td>Revenu fiscal de référence</td><td class="r" style="width:29mm"><b>${champ('revenuFiscalReference', entier(calcul.rfr))}</b></td></tr><tr style="height:5.6mm"><td>Nombre de parts</td><td class="r"><b>${champ('nombreParts', partsFr(calcul.parts))}</b></td></tr></table>`,
)}
${pose(
  13.4,
  232,
  184,
  `<div class="cadre pt" style="font-size:7pt"><b class="bleu">Taux de prélèvement à la source.</b> Le taux de prélèvement à la source de votre foyer, calculé à partir de vos revenus ${r}, est de <b>${tauxFoyer(avis)} %</b>. Il s’appliquera à compter de septembre ${r + 1} jusqu’en août ${r + 2}. <b>Vérification de l’avis.</b> Toute personne à qui vous présentez ce document peut en contrôler l’authenticité sur impots.gouv.fr/verifavis, à l’aide du numéro fiscal et de la référence de l’avis, ou par lecture du cachet électronique 2D-Doc imprimé en haut de cette page.<br><b>Réclamation.</b> Vous pouvez présenter une réclamation jusqu’au 31 décembre ${r + 3} auprès du service dont les coordonnées figurent ci-contre (articles L. 190 et R*. 196-1 du livre des procédures fiscales). La réclamation ne dispense pas du paiement, sauf demande de sursis. <b>Données personnelles.</b> Les informations de cet avis font l’objet d’un traitement informatique par la DGFiP ; vous disposez d’un droit d’accès et de rectification auprès de votre service des impôts des particuliers (loi n° 78-17 du 6 janvier 1978, règlement (UE) 2016/679).</div>`,
)}
${pose(13.4, 284, 184, `<div class="lig pt g"><span>${rng.digits(5)} ${rng.digits(4)} ${rng.digits(6)}</span><span>Document à conserver sans limitation de durée</span><span>1/3</span></div>`)}</div>`,
    { css: CSS, marges: '0' },
  )
}

function dessiner(context: DrawContext, couple: boolean): Drawn {
  const { rng, today } = context
  const r = anneeDesRevenus(rng, today)
  const foyer = tirerFoyer(rng, r, couple)
  const calcul = calculer(foyer)
  const etabliLe = minDate(`${r + 1}-07-${rng.int(10, 25)}`, today)
  const avis = tirerAvis(context, foyer, calcul, etabliLe, `${r + 1}-07-31`)
  const centre = `Centre des finances publiques de ${territoire(rng)}`
  const { code, mots } = situation(avis, rng.chance(0.3))
  const enfants = foyer.enfants
  const detail = feuillet(
    avis,
    '2/3',
    pose(
      13.4,
      24,
      184,
      `<div class="tete" style="margin-bottom:1.5mm">DÉTAIL DES REVENUS</div>
<table class="det"><tr><th style="width:96mm">Situation du foyer : ${code} (${mots}) &nbsp; Personnes à charge : ${enfants === 0 ? '0' : `F ${enfants}`} ${couple || enfants === 0 ? '' : '&nbsp; Cas : T'} &nbsp; Nombre de parts : ${partsFr(calcul.parts)}</th><th class="r">Déclar. 1</th><th class="r">${couple ? 'Déclar. 2' : ''}</th><th class="r">Total</th></tr>${lignesDetail(avis)}</table>
<div class="tete" style="margin:5mm 0 1.5mm">INFORMATIONS COMPLÉMENTAIRES</div>
<table class="syn"><tr><td>Revenu fiscal de référence</td><td class="r"><b>${champ('revenuFiscalReference', entier(calcul.rfr))}</b></td></tr><tr><td>Taux moyen d’imposition</td><td class="r">${tauxFoyer(avis)} %</td></tr><tr><td>Taux marginal d’imposition (TMI)</td><td class="r">${calcul.tmi} %</td></tr></table>
<div class="tete" style="margin:5mm 0 1.5mm">PLAFOND DISPONIBLE POUR LES COTISATIONS D’ÉPARGNE RETRAITE VERSÉES EN ${r + 1}</div>
<table class="det"><tr><th></th><th class="r">Déclar. 1</th><th class="r">${couple ? 'Déclar. 2' : ''}</th></tr>
${[r - 2, r - 1, r].map(y => `<tr><td>Plafond non utilisé pour les revenus de ${y}</td><td class="r">${entier(rng.int(4052, 4637))}</td><td class="r">${couple ? entier(rng.int(4052, 4637)) : ''}</td></tr>`).join('')}
<tr><td>Plafond calculé sur les revenus de ${r}</td><td class="r">${entier(rng.int(4399, 4710))}</td><td class="r">${couple ? entier(rng.int(4399, 4710)) : ''}</td></tr></table>
<p class="pt" style="margin-top:5mm">Les revenus mentionnés sont ceux que vous avez déclarés ou que des tiers ont transmis à l’administration. Si vous constatez une erreur, vous pouvez corriger votre déclaration en ligne jusqu’à la mi-décembre ${r + 1}, puis par réclamation. Le revenu fiscal de référence est calculé à partir du montant net des revenus et plus-values retenus pour le calcul de l’impôt sur le revenu de l’année précédente, majoré de certains revenus exonérés ou soumis à un prélèvement libératoire (article 1417 du code général des impôts). Montants en euros.</p>`,
    ),
  )
  const notice = feuillet(
    avis,
    '3/3',
    pose(
      13.4,
      24,
      184,
      `<div class="tete" style="margin-bottom:1.5mm">VOS TAUX DE PRÉLÈVEMENT À LA SOURCE À COMPTER DE SEPTEMBRE ${r + 1}</div>
<table class="det"><tr><th>Bénéficiaire</th><th>Rang</th><th class="r">Taux personnalisé</th></tr>${ligneTaux(avis)}</table>
<p style="margin-top:2mm">Ce taux sera transmis automatiquement à votre employeur, à votre caisse de retraite ou à l’organisme qui vous verse un revenu de remplacement. Vous pouvez opter pour un taux individualisé ou non personnalisé dans la rubrique « Prélèvement à la source » de votre espace particulier.</p>
<div class="tete" style="margin:4mm 0 1.5mm">COMMENT LIRE CET AVIS</div>
<table class="det"><tr><th>Terme</th><th>Explication</th></tr>
<tr><td>Revenu brut global</td><td>Somme des revenus nets de chaque catégorie, après déduction de 10 % ou des frais réels pour les salaires.</td></tr>
<tr><td>Revenu imposable</td><td>Revenu brut global diminué des charges déductibles et des abattements spéciaux.</td></tr>
<tr><td>Quotient familial</td><td>Revenu imposable divisé par le nombre de parts ; l’avantage de chaque demi-part supplémentaire est plafonné.</td></tr>
<tr><td>Décote</td><td>Réduction appliquée aux impôts de faible montant, avant réductions et crédits d’impôt.</td></tr>
<tr><td>Seuil de mise en recouvrement</td><td>L’impôt inférieur à 61 € avant imputation des crédits d’impôt n’est pas perçu.</td></tr></table>
<div class="tete" style="margin:4mm 0 1.5mm">PAIEMENT ET MENSUALISATION</div>
<p>Si un solde reste à payer, il est prélevé sur le compte bancaire connu de l’administration. Vous pouvez modifier vos coordonnées bancaires jusqu’au 10 du mois précédant le prélèvement. En cas de difficulté, un délai peut être demandé au moyen du formulaire 4805-SD. À défaut de paiement, une majoration de 10 % est appliquée (article 1730 du code général des impôts).</p>
<div class="tete" style="margin:4mm 0 1.5mm">AUTRES AVIS</div>
<p>Le présent avis ne concerne pas les impôts locaux. La taxe foncière et la taxe d’habitation sur les résidences secondaires font l’objet d’avis distincts. Si vous avez changé de situation de famille en ${r}, plusieurs avis peuvent vous être adressés pour la même année.</p>
<p class="pt g">Direction générale des finances publiques, mission de l’impôt sur le revenu. Éditique ${esc(centre)}, lot ${rng.digits(6)}. Textes applicables : articles 193 à 199 du code général des impôts, article 204 A et suivants du même code. Tout courrier doit rappeler le numéro fiscal et la référence de l’avis.</p>`,
    ),
  )
  return {
    pages: [premiere(context, avis, centre), detail, notice],
    champs: champsAvis(avis),
    dateFinValidite: `${r + 2}-12-31`,
    regleValidite: 'avis-imposition-n-2',
  }
}

export const AVIS: readonly Template[] = [
  { id: 'avis-imposition/modele-2-seul', type: 'avis-imposition', draw: context => dessiner(context, false) },
  { id: 'avis-imposition/modele-2-couple', type: 'avis-imposition', draw: context => dessiner(context, true) },
]
