import type { DrawContext, Drawn, Template } from '../template.ts'
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
import { champ, entier, esc, fonte, page, pose } from './kit.ts'
import { dateFr, minDate } from './kit-dates.ts'
import { barresPostales, blocEtat } from './kit-formes.ts'
import { telephone, territoire } from './kit-fiction.ts'

/** The model of the notices of 2022 and 2023 (2D-Doc 04) and the avis de situation déclarative (ASDIR). */

const CSS = `
.am{font-size:8pt}.am h3{font-size:9pt;margin:4mm 0 1.2mm;background:#e8e8e8;padding:.8mm 2mm}
.am .det td{padding:.7mm 1.2mm;border-bottom:.15mm dotted #999}.am .det th{border-bottom:.35mm solid #222;font-size:7.5pt}
.am .det tr.fort td{font-weight:bold}.am .det tr.tit td{font-weight:bold;text-decoration:underline;padding-top:2mm;border:0}
.am .b{border:.35mm solid #333;padding:2mm 2.5mm}.am .syn td{border:.25mm solid #333;padding:.9mm 1.6mm}
.as h2{font-size:10pt;color:#0b4a8f;border-bottom:.4mm solid #0b4a8f;margin:5mm 0 2mm}
`

const centreDe = (lieu: string): string => `Centre des finances publiques de ${lieu}`

function teteReferences(avis: Avis, lignes: readonly (readonly [string, string, string])[]): string {
  const [un, deux] = avis.declarants
  const base: (readonly [string, string, string])[] = [
    ['Numéro fiscal (déclarant 1)', 'numeroFiscal', un ? spi(un) : ''],
    ['Numéro fiscal (déclarant 2)', deux ? 'numeroFiscal2' : '', deux ? spi(deux) : ''],
    ['Référence de l’avis', 'referenceAvis', avis.reference],
    ...lignes,
  ]
  const ys = [62.9, 68.5, 74.4, 80, 85, 90, 95]
  return base
    .map(([label, nom, valeur], i) =>
      valeur === ''
        ? ''
        : pose(13.4, ys[i] ?? 100, 30, `${label} :`, `font-size:7pt;${fonte('etroit')}`) +
          pose(42.6, (ys[i] ?? 100) - 0.4, 48, nom === '' ? valeur : champ(nom, valeur), 'font-size:8.5pt'),
    )
    .join('')
}

const finAvis = (r: number): Pick<Drawn, 'dateFinValidite' | 'regleValidite'> => ({
  dateFinValidite: `${r + 2}-12-31`,
  regleValidite: 'avis-imposition-n-2',
})

function modele1(context: DrawContext): Drawn {
  const { rng, person } = context
  const r = rng.pick([2021, 2022])
  const couple = rng.chance(0.45)
  const foyer = tirerFoyer(rng, r, couple)
  const calcul = calculer(foyer)
  const avis = tirerAvis(context, foyer, calcul, `${r + 1}-07-${rng.int(11, 22)}`, `${r + 1}-07-31`)
  const centre = centreDe(territoire(rng))
  const { code, mots } = situation(avis, rng.chance(0.3))
  const solde = calcul.impot - avis.retenue
  const p1 = page(
    `<div class="am">
${pose(8, 6, 34, blocEtat('', 28))}
${pose(43.9, 6.2, 100, '<b>DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES</b>', 'font-size:9.2pt')}
${pose(43.9, 10.6, 135, `<b>IMPÔT SUR LES REVENUS DE ${champ('anneeRevenus', String(r))}</b>`, 'font-size:12.6pt')}
${pose(43.9, 16.2, 90, `<b>Avis d’impôt établi en ${r + 1}</b>`, 'font-size:12pt')}
${pose(177.5, 10.8, 20, 'AVIS_IR_RG', 'font-size:6.8pt')}
${pose(43.9, 22.8, 32, codeAvis(context, avis, '04'))}
${pose(99, 26, 95, `<b>${centre}</b><br>SIP ${esc(person.adresse.ville)}<br>${rng.int(2, 90)} avenue de la Préfecture<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}`, 'font-size:7.5pt')}
${pose(13.4, 56, 50, '<b>Vos références</b>', 'font-size:9pt;text-decoration:underline')}
${teteReferences(avis, [
  ['Numéro FIP', '', `${rng.digits(3)} ${rng.digits(2)} ${rng.digits(6)} ${rng.digits(2)}`],
  ['Rôle', '', `0${rng.int(11, 58)}`],
  ['Date d’établissement', 'dateEtablissement', dateFr(avis.etabliLe)],
  ['Mise en recouvrement', 'dateMiseEnRecouvrement', dateFr(`${r + 1}-07-31`)],
])}
${pose(99, 55, 60, barresPostales(rng))}
${pose(99, 59.4, 84, blocFoyer(avis), 'font-size:9.5pt;line-height:1.32')}
${pose(13.4, 106, 62, `<div class="b"><b>Pour vous renseigner</b><br>— sur internet : impots.gouv.fr<br>— par courriel : depuis la messagerie sécurisée de votre espace particulier<br>— par téléphone : ${telephone(rng)}<br>— sur place : ${centre}, du lundi au vendredi de 8 h 45 à 12 h et de 13 h 15 à 16 h, fermé le mercredi après-midi.</div>`)}
${pose(
  80,
  106,
  117,
  `<div class="b"><p style="font-size:10pt;margin-bottom:1mm"><b>${solde > 0 ? 'SOMME QUI VOUS RESTE À PAYER' : solde < 0 ? 'SOMME QUI VOUS SERA REMBOURSÉE' : 'VOUS N’AVEZ RIEN À PAYER'}</b><span style="float:right"><b>${entier(Math.abs(solde))},00 €</b></span></p>
<p>L’impôt sur le revenu établi à votre nom au titre de l’année ${r} s’élève à ${champ('montantImpot', `${entier(calcul.impot)} €`)}. Le prélèvement à la source déjà acquitté, soit ${entier(avis.retenue)} €, a été déduit de ce montant.</p>
<p>${solde > 0 ? `La somme sera prélevée à compter du 26 septembre ${r + 1} sur le compte FR76 •••• •••• •••• •••• ${rng.digits(4)}.` : solde < 0 ? `Le remboursement interviendra le 21 juillet ${r + 1} par virement, à l’initiative de l’administration.` : 'Cet avis vous permet de justifier de votre situation fiscale.'}</p></div>`,
)}
${pose(13.4, 160, 184, `<h3>ÉCHÉANCIER INDICATIF DU PRÉLÈVEMENT À LA SOURCE</h3><table class="det"><tr><th>Période</th><th>Taux appliqué</th><th>Organisme collecteur</th></tr><tr><td>Septembre ${r + 1} à août ${r + 2}</td><td>${tauxFoyer(avis)} %</td><td>Employeur ou organisme versant un revenu de remplacement</td></tr><tr><td>Acomptes contemporains</td><td>sans objet</td><td>Direction générale des finances publiques</td></tr></table>`)}
${pose(99, 203, 92, `<div style="font-weight:bold;margin-bottom:1.8mm">Informations pour vos démarches</div><table class="syn" style="font-size:9pt"><tr style="height:5.6mm"><td>Revenu fiscal de référence :</td><td class="r" style="width:29mm"><b>${champ('revenuFiscalReference', entier(calcul.rfr))}</b></td></tr><tr style="height:5.6mm"><td>Nombre de parts :</td><td class="r"><b>${champ('nombreParts', partsFr(calcul.parts))}</b></td></tr></table>`)}
${pose(13.4, 234, 184, `<p class="pt j">L’authenticité de cet avis peut être vérifiée sur www.impots.gouv.fr/verifavis par tout organisme auquel vous le présentez, au moyen du numéro fiscal et de la référence de l’avis. Le cachet 2D-Doc imprimé en tête garantit l’intégrité des données clés. Toute falsification est punie par les articles 441-1 et suivants du code pénal.</p><p class="pt j">Réclamations : jusqu’au 31 décembre ${r + 3}. Vous pouvez demander une remise gracieuse si votre situation financière ne vous permet pas de payer. Conformément à la loi n° 78-17 du 6 janvier 1978 modifiée, vous disposez d’un droit d’accès et de rectification des données vous concernant auprès de votre service des impôts. Imprimé par le centre éditique ${rng.digits(2)}-${rng.digits(3)}.</p>`)}
${pose(13.4, 285, 184, `<div class="lig pt g"><span>${rng.digits(4)} ${rng.digits(7)} R ${rng.digits(2)}</span><span>Page 1/2</span></div>`)}</div>`,
    { css: CSS, marges: '0' },
  )
  const [un] = avis.declarants
  const p2 = page(
    `<div class="am">${pose(4.2, 8.9, 60, `<b>Avis d’impôt établi en ${r + 1}</b>`, 'font-size:9pt')}${pose(132.5, 8.9, 66, `<b>Impôt sur les revenus de ${r}</b>`, 'font-size:9pt')}${pose(4.2, 14.9, 90, `N° fiscal : ${un ? spi(un) : ''}`)}${pose(183, 14.6, 14, '2/2')}
${pose(
  13.4,
  23,
  184,
  `<h3>DÉTAIL DES REVENUS</h3><table class="det"><tr><th style="width:100mm">Situation : ${code} (${mots}) — Personnes à charge : ${foyer.enfants} — Parts : ${partsFr(calcul.parts)}</th><th class="r">Déclar. 1</th><th class="r">${couple ? 'Déclar. 2' : ''}</th><th class="r">Total</th></tr>${lignesDetail(avis)}</table>
<h3>REVENU FISCAL DE RÉFÉRENCE</h3><table class="det"><tr class="fort"><td>Revenu fiscal de référence</td><td class="r">${champ('revenuFiscalReference', entier(calcul.rfr))}</td></tr><tr><td>Taux moyen d’imposition</td><td class="r">${tauxFoyer(avis)} %</td></tr></table>
<h3>TAUX DE PRÉLÈVEMENT À LA SOURCE</h3><table class="det">${ligneTaux(avis)}</table>
<h3>CONTRIBUTION À L’AUDIOVISUEL PUBLIC</h3><p>${r === 2021 ? 'La contribution à l’audiovisuel public est supprimée à compter de 2022 (loi de finances rectificative du 16 août 2022).' : 'Sans objet.'}</p>
<p class="pt">Plafonds d’épargne retraite disponibles : ${entier(rng.int(4052, 4637))} € (déclarant 1)${couple ? `, ${entier(rng.int(4052, 4637))} € (déclarant 2)` : ''}. Le revenu fiscal de référence est défini au IV de l’article 1417 du code général des impôts. Il peut être différent de votre revenu imposable. Les montants sont arrondis à l’euro le plus proche.</p>`,
)}</div>`,
    { css: CSS, marges: '0' },
  )
  return { pages: [p1, p2], champs: champsAvis(avis), ...finAvis(r) }
}

function asdir(context: DrawContext): Drawn {
  const { rng, today } = context
  const r = Math.max(2023, anneeDesRevenus(rng, today))
  const couple = rng.chance(0.45)
  const foyer = tirerFoyer(rng, r, couple)
  const calcul = calculer(foyer)
  const etabliLe = minDate(`${r + 1}-0${rng.pick([4, 5])}-${rng.int(12, 28)}`, today)
  const avis = tirerAvis(context, foyer, calcul, etabliLe, null)
  const { mots } = situation(avis, rng.chance(0.3))
  const type = etabliLe >= '2026-02-01' ? '27' : '24'
  const [un, deux] = avis.declarants
  const kv = (label: string, valeur: string): string =>
    `<tr><td style="width:78mm">${label}</td><td>${valeur}</td></tr>`
  const etat = (i: number): string => {
    const p = avis.declarants[i]
    return p
      ? `${esc(p.nom)} ${esc(p.prenoms.join(' ').toUpperCase())}<br>né${p.sexe === 'F' ? 'e' : ''} le ${dateFr(p.dateNaissance)} à ${esc(p.lieuNaissance)}`
      : ''
  }
  const p1 = page(
    `<div class="am as"><div class="lig">${blocEtat('FINANCES PUBLIQUES', 34)}<div style="flex:1;padding-left:6mm"><div style="font-size:9pt;font-weight:bold">DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES</div><div style="font-size:13pt;font-weight:bold;color:#0b4a8f;margin-top:2mm">AVIS DE SITUATION DÉCLARATIVE À L’IMPÔT SUR LE REVENU</div><div style="font-size:11pt;font-weight:bold;margin-top:1mm">Impôt ${r + 1} sur les revenus de ${champ('anneeRevenus', String(r))}</div><div style="margin-top:1.5mm">établi le ${champ('dateEtablissement', dateFr(etabliLe))} d’après la déclaration n° 1 déposée en ligne</div></div><div style="text-align:center">${codeAvis(context, avis, type)}</div></div>
<div class="lig" style="margin-top:7mm"><div style="width:86mm"><table>${kv('Numéro fiscal du déclarant 1', champ('numeroFiscal', un ? spi(un) : ''))}${deux ? kv('Numéro fiscal du déclarant 2', champ('numeroFiscal2', spi(deux))) : ''}${kv('Référence de l’avis', champ('referenceAvis', avis.reference))}${kv('Numéro d’accusé de réception', `DGFIP_ILIAD_${rng.digits(9)}`)}</table><p class="pt g" style="margin-top:2mm">${centreDe(territoire(rng))}<br>Contact : ${telephone(rng)}</p></div><div style="width:90mm;font-size:9.5pt;line-height:1.35">${blocFoyer(avis)}</div></div>
<p style="margin-top:6mm">Vous avez déclaré vos revenus de ${r}. Le présent document justifie de vos revenus et de vos charges auprès des organismes tiers (banques, bailleurs, administrations). Il a la même valeur que l’avis d’impôt, qui sera disponible à partir de la fin du mois de juillet dans votre espace particulier.</p>
<h2>Éléments déclarés et résultat du calcul</h2>
<table class="syn">${kv('État civil du déclarant 1', etat(0))}${deux ? kv('État civil du déclarant 2', etat(1)) : ''}${kv('Situation de famille', mots)}${kv('Nombre de personnes à charge', String(foyer.enfants))}${kv('Nombre de parts', champ('nombreParts', partsFr(calcul.parts)))}${kv('Revenu brut global', `${entier(calcul.brutGlobal)} €`)}${kv('Revenu imposable', `${entier(calcul.imposable)} €`)}${kv('<b>Revenu fiscal de référence</b>', `<b>${champ('revenuFiscalReference', `${entier(calcul.rfr)} €`)}</b>`)}${kv('Impôt sur le revenu net', `${champ('montantImpot', `${entier(calcul.impot)} €`)}${calcul.impot === 0 ? ' (non imposable)' : ''}`)}${kv('Retenue à la source et acomptes payés', `${entier(avis.retenue)} €`)}${kv(calcul.impot >= avis.retenue ? 'Reste à payer' : 'Montant à restituer', `${entier(Math.abs(calcul.impot - avis.retenue))} €`)}${kv('Date de mise en recouvrement', '-')}</table>
<h2>Vérifier ce document</h2>
<p>L’authenticité de cet avis de situation déclarative peut être contrôlée sur <b>impots.gouv.fr/verifavis</b> à l’aide du numéro fiscal de l’un des déclarants et de la référence de l’avis. En cas de déclaration rectificative, un nouvel avis portant une autre référence est établi et remplace celui-ci.</p>
<p class="pt g j">Ce document est établi à partir des seuls éléments déclarés par l’usager et sous réserve du contrôle de l’administration (article L. 10 du livre des procédures fiscales). Il ne vaut pas mise en recouvrement de l’impôt. Les données à caractère personnel sont traitées par la DGFiP ; les droits prévus par le règlement (UE) 2016/679 s’exercent auprès du service des impôts des particuliers dont relève le domicile.</p>
<div class="abs pt g" style="left:14mm;right:14mm;bottom:8mm"><div class="lig"><span>ASDIR ${r + 1} — édition du ${dateFr(etabliLe)}</span><span>Page 1/2</span></div></div></div>`,
    { css: CSS },
  )
  const p2 = page(
    `<div class="am as"><div class="lig"><b>AVIS DE SITUATION DÉCLARATIVE À L’IMPÔT SUR LE REVENU</b><span>Revenus de ${r}</span></div><div class="lig"><span>N° fiscal : ${un ? spi(un) : ''}</span><span>Référence : ${avis.reference}</span></div>
<h2>Détail du calcul</h2><table class="det"><tr><th style="width:100mm">Montants en euros</th><th class="r">Déclar. 1</th><th class="r">${couple ? 'Déclar. 2' : ''}</th><th class="r">Total</th></tr>${lignesDetail(avis)}</table>
<h2>Taux de prélèvement à la source à compter de septembre ${r + 1}</h2><table class="det">${ligneTaux(avis)}</table>
<p class="pt" style="margin-top:3mm">Revenu fiscal de référence : ${champ('revenuFiscalReference', `${entier(calcul.rfr)} €`)}. Taux moyen : ${tauxFoyer(avis)} %. Taux marginal : ${calcul.tmi} %.</p>
<div class="abs pt g" style="left:14mm;right:14mm;bottom:8mm"><div class="lig"><span>ASDIR ${r + 1} — édition du ${dateFr(etabliLe)}</span><span>Page 2/2</span></div></div></div>`,
    { css: CSS },
  )
  return { pages: [p1, p2], champs: champsAvis(avis), ...finAvis(r) }
}

export const AUTRES_AVIS: readonly Template[] = [
  { id: 'avis-imposition/modele-1-2022', type: 'avis-imposition', draw: modele1 },
  { id: 'avis-imposition/asdir', type: 'avis-imposition', draw: asdir },
]
