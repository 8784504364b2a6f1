import { champ, entier, esc, grouper, monsieurMadame, pose } from '../kit.ts'
import { dateFr, plus } from '../kit-dates.ts'
import { telephone } from '../kit-fiction.ts'
import { blocEtat } from '../kit-formes.ts'
import { anneeDesRevenus, calculer, tirerFoyer } from '../fiscal-bareme.ts'
import {
  blocFoyer,
  champsAvis,
  codeAvis,
  lignesDetail,
  ligneTaux,
  partsFr,
  situation,
  spi,
  tirerAvis,
} from '../fiscal-textes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuilles, inedit } from './commun.ts'

/** Tax notices arranged otherwise: a corrected notice in two columns, a situation printed from the online account. */

const fin = (r: number): Pick<Drawn, 'dateFinValidite' | 'regleValidite'> => ({
  dateFinValidite: `${r + 2}-12-31`,
  regleValidite: 'avis-imposition-n-2',
})

function rectificatif(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const r = Math.min(anneeDesRevenus(rng, c.today), Number(c.today.slice(0, 4)) - 2)
  const foyer = tirerFoyer(rng, r, false)
  const calcul = calculer(foyer)
  const recouvrement = `${r + 1}-11-30`
  const avis = tirerAvis(c, foyer, calcul, `${r + 1}-11-${rng.int(12, 20)}`, recouvrement)
  const kv = (a: string, b: string): string => `<tr><td>${a}</td><td class="r">${b}</td></tr>`
  const p1 = `<div class="lig" style="border-bottom:.5mm solid #16436e;padding-bottom:3mm">${blocEtat('', 26)}<div class="c"><b>DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES</b><br><span style="font-size:13pt"><b>AVIS D’IMPÔT RECTIFICATIF</b></span><br>Impôt et prélèvements sociaux sur les revenus de ${champ('anneeRevenus', String(r))}<br>établi en ${r + 1} — annule et remplace l’avis précédent</div><div class="r" style="font-size:7pt">AVIS_IR_RS<br>1/2</div></div>
<div class="col" style="margin-top:6mm"><div><h3>Vos références</h3><table class="li" style="font-size:8.6pt">${kv('Numéro fiscal', champ('numeroFiscal', spi(p)))}${kv('Référence de l’avis', champ('referenceAvis', grouper(avis.reference, [2, 2, 9])))}${kv('N° de rôle', rng.digits(3))}${kv('Date d’établissement', champ('dateEtablissement', champ('dateDocument', dateFr(avis.etabliLe))))}${kv('Date de mise en recouvrement', champ('dateMiseEnRecouvrement', dateFr(recouvrement)))}</table><h3>Votre contact</h3><p>Service des impôts des particuliers<br>${esc(p.adresse.ville)}<br>${telephone(rng)}</p>${codeAvis(c, avis, '28')}</div><div style="padding-top:16mm;font-size:10pt">${blocFoyer(avis)}</div></div>
<p style="margin-top:7mm">${monsieurMadame(p)}, à la suite de votre réclamation du ${dateFr(plus(avis.etabliLe, { mois: -2 }))}, votre imposition a été modifiée. Le tableau ci-dessous présente le nouveau résultat.</p>
<table class="tb" style="font-size:10.6pt"><tr><th>Résultat après correction</th><th class="r"></th></tr>${kv('Revenu fiscal de référence', `<b>${champ('revenuFiscalReference', `${entier(calcul.rfr)} €`)}</b>`)}${kv('Nombre de parts', champ('nombreParts', partsFr(calcul.parts)))}${kv('Impôt sur le revenu net', champ('montantImpot', `${entier(calcul.impot)} €`))}${kv('Déjà prélevé à la source', `${entier(avis.retenue)} €`)}${kv(calcul.impot - avis.retenue > 0 ? 'Reste à payer' : 'Somme qui vous sera restituée', `${entier(Math.abs(calcul.impot - avis.retenue))} €`)}</table><p class="pt" style="margin-top:5mm">Situation du foyer : ${situation(avis, false).mots} (${situation(avis, false).code}) — personnes à charge : ${foyer.enfants}. Vous disposez jusqu’au 31 décembre ${r + 3} pour contester cette imposition.</p>`
  const p2 = `<div class="lig" style="font-size:8pt"><span>Avis d’impôt rectificatif établi en ${r + 1}</span><span>Impôt sur les revenus de ${r} — ${spi(p)} — 2/2</span></div><h2>Détail de l’imposition rectifiée</h2><table class="tb" style="font-size:8.8pt"><tr><th></th><th class="r">Déclarant 1</th><th class="r">Déclarant 2</th><th class="r">Total</th></tr>${lignesDetail(avis)}</table><h2>Taux de prélèvement</h2><table class="tb">${ligneTaux(avis)}</table>`
  return { pages: feuilles([p1, p2], { pt: 9.2 }), champs: champsAvis(avis), ...fin(r) }
}

function situationEnLigne(c: DrawContext): Drawn {
  const { rng } = c
  const r = Math.max(2023, anneeDesRevenus(rng, c.today))
  const foyer = tirerFoyer(rng, r, true)
  const calcul = calculer(foyer)
  const avis = tirerAvis(c, foyer, calcul, `${r + 1}-0${rng.int(5, 6)}-${rng.int(10, 28)}`, null)
  const [un, deux] = avis.declarants
  const carte = (t: string, v: string): string =>
    `<div style="border:.25mm solid #9bb;border-radius:3mm;padding:3mm;text-align:center"><div style="font-size:8pt;color:#456">${t}</div><div style="font-size:13pt"><b>${v}</b></div></div>`
  const p1 = `<div style="background:#eef3f8;margin:-15mm -17mm 6mm;padding:8mm 17mm"><div class="lig">${blocEtat('', 26)}<div class="r"><b style="font-size:13pt;color:#12376b">Avis de situation déclarative<br>à l’impôt sur le revenu</b><br>Revenus ${champ('anneeRevenus', String(r))} — édité le ${champ('dateEtablissement', champ('dateDocument', dateFr(avis.etabliLe)))}<br><span class="pt">Direction générale des finances publiques — impots.gouv.fr</span></div></div></div>
<p>Cet avis justifie de vos revenus et de vos charges auprès des tiers. Il ne vaut pas avis d’imposition au recouvrement.</p>
<div class="col"><div><h3>Foyer fiscal</h3><p style="font-size:10pt">${blocFoyer(avis)}</p></div><div><h3>Identification</h3><p>Référence de l’avis<br><b>${champ('referenceAvis', avis.reference)}</b><br>N° fiscal déclarant 1<br><b>${un ? champ('numeroFiscal', un.numeroFiscal) : ''}</b><br>N° fiscal déclarant 2<br><b>${deux ? champ('numeroFiscal2', deux.numeroFiscal) : ''}</b></p></div><div>${codeAvis(c, avis, '27')}</div></div>
<div class="col" style="margin:7mm 0;gap:4mm">${carte('Revenu fiscal de référence', champ('revenuFiscalReference', `${entier(calcul.rfr)} €`))}${carte('Nombre de parts', champ('nombreParts', partsFr(calcul.parts)))}${carte('Impôt sur le revenu', champ('montantImpot', `${entier(calcul.impot)} €`))}</div>
<table class="tb" style="font-size:8.8pt"><tr><th>Détail</th><th class="r">Déclarant 1</th><th class="r">Déclarant 2</th><th class="r">Total</th></tr>${lignesDetail(avis)}</table>${pose(17, 278, 170, `<span class="pt g">Situation de famille : ${situation(avis, false).mots} — personnes à charge : ${foyer.enfants} — 1/2</span>`)}`
  const p2 = `<h2>Comment utiliser cet avis ?</h2><p>Communiquez-le à votre bailleur, à votre banque ou à tout organisme qui vous demande vos ressources. L’organisme peut en contrôler l’exactitude sur le service en ligne de vérification des avis, à l’aide du numéro fiscal et de la référence de l’avis.</p><h2>Taux appliqués par les verseurs de revenus</h2><table class="tb">${ligneTaux(avis)}</table><p class="pt g" style="margin-top:6mm">Avis de situation déclarative ${r} — ${avis.reference} — 2/2</p>`
  return { pages: feuilles([p1, p2], { pt: 9.4 }), champs: champsAvis(avis), ...fin(r) }
}

export const INEDITS_FISCAL: readonly Template[] = [
  inedit('avis-imposition', 'rectificatif', rectificatif),
  inedit('avis-imposition', 'situation-en-ligne', situationEnLigne),
]
