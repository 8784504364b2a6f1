import type { DrawContext, Drawn, Template } from '../template.ts'
import { accord, blocPostal, champ, civil, esc, FORMES_NIR, nir, nomUsuel, page, prenom } from './kit.ts'
import { dateFr, jourPasse, plus } from './kit-dates.ts'
import { territoire } from './kit-fiction.ts'
import { logo } from './kit-formes.ts'
import { horsPerimetre, modeleHors } from './hors-perimetre-commun.ts'

/** The attestation of health insurance rights: outside the regulation, and full of NIR. */

const CSS = `
.dr{font-size:9.4pt;line-height:1.4}.dr h1{font-size:15pt;color:#0c419a;text-align:center;margin:8mm 0 5mm}.dr .ta td,.dr .ta th{border:.2mm solid #7a94c4;padding:1.3mm 2mm}.dr .ta th{background:#e4ecf8}
.dr .pied{position:absolute;left:16mm;right:16mm;bottom:9mm;font-size:6.7pt;color:#555;border-top:.2mm solid #aaa;padding-top:1.2mm}
`

function droits(context: DrawContext): Drawn {
  const { rng, person, partner, children, today } = context
  const jour = jourPasse(rng, today, 2, 150)
  const avecConjoint = rng.chance(0.7)
  const forme = rng.pick(FORMES_NIR)
  const rang = (qualite: string, nom: string, ne: string, numero: string): string =>
    `<tr><td>${qualite}</td><td>${nom}</td><td>${ne}</td><td>${numero}</td><td>${dateFr(plus(jour, { ans: -1 }))}</td><td>${dateFr(plus(jour, { ans: 1, jours: -1 }))}</td></tr>`
  const html = `<div class="dr"><div class="lig"><div style="width:92mm">${logo('carre', 'l’Assurance Maladie', `Caisse primaire de ${territoire(rng)}`, '#0c419a', 16)}</div><div style="width:82mm;padding-top:20mm;font-size:10pt">${blocPostal(person, true)}</div></div>
<div class="lig" style="margin-top:6mm"><div>Assuré(e) : ${esc(civil(person))}<br>N° de sécurité sociale : <b>${nir(person.nir, forme)}</b><br>Organisme de rattachement : ${rng.digits(2)} ${rng.digits(3)} ${rng.digits(4)}</div><div>Le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><h1>ATTESTATION DE DROITS À L’ASSURANCE MALADIE</h1><p>Cette attestation est valable pour la période indiquée ci-dessous, sauf changement de situation. Elle est à présenter aux professionnels de santé en l’absence de carte Vitale.</p>
<table class="ta"><tr><th>Qualité</th><th>Nom et prénom</th><th>Né(e) le</th><th>N° de sécurité sociale</th><th>Droits ouverts du</th><th>au</th></tr>${rang('Assuré', `${esc(nomUsuel(person))} ${esc(prenom(person))}`, dateFr(person.dateNaissance), nir(person.nir, forme))}${avecConjoint ? rang('Conjoint rattaché', `${esc(nomUsuel(partner))} ${esc(prenom(partner))}`, dateFr(partner.dateNaissance), nir(partner.nir, forme)) : ''}${children.map(e => rang('Enfant', `${esc(e.nom)} ${esc(prenom(e))}`, dateFr(e.dateNaissance), rng.chance(0.5) ? nir(person.nir, forme) : nir(e.nir, forme))).join('')}</table>
<h1 style="font-size:12pt;text-align:left">Informations complémentaires</h1><table class="ta"><tr><td>Régime</td><td>Général — code gestion 10</td></tr><tr><td>Modulation du ticket modérateur</td><td>${rng.pick(['aucune', 'exonération au titre d’une affection de longue durée'])}</td></tr><tr><td>Complémentaire santé solidaire</td><td>${rng.chance(0.5) ? `oui, sans participation financière, du ${dateFr(plus(jour, { mois: -4 }))} au ${dateFr(plus(jour, { mois: 8, jours: -1 }))}` : 'non'}</td></tr><tr><td>Médecin traitant déclaré</td><td>oui</td></tr></table><div style="display:flex;gap:6mm;align-items:center;margin-top:6mm">${context.qr(`https://verification.ameli.example/${rng.digits(14)}`)}<span class="pt">Ce document est établi par l’Assurance Maladie à la demande de l’assuré${accord(person)}. Toute falsification est passible de poursuites (article 441-1 du code pénal).</span></div>
<div class="pied">${nir(person.nir, 'compact')} — attestation n° ${rng.digits(10)}. Vous pouvez exercer vos droits d’accès et de rectification auprès du délégué à la protection des données de votre caisse. ameli.fr — 36 46</div></div>`
  return horsPerimetre(context, 'attestation-droits-assurance-maladie', jour, [
    page(html, { css: CSS, marges: '13mm 16mm' }),
  ])
}

export const HORS_SANTE: readonly Template[] = [modeleHors('attestation-droits-assurance-maladie', droits)]
