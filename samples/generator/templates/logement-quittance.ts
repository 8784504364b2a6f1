import type { DrawContext, Drawn, Template } from '../template.ts'
import { lastOfMonth } from '../dates.ts'
import { fictionalAdresse } from '../people.ts'
import {
  accord,
  blocPostal,
  champ,
  civil,
  esc,
  euros,
  grouper,
  identite,
  montant,
  monsieurMadame,
  nomUsuel,
  page,
  prenom,
  r2,
} from './kit.ts'
import { enLettres } from './kit-nombres.ts'
import { dateFr, finDeMoisPlus, minDate, moisAvant, moisFr, moisRecent, plus, type FormeDate } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { barresPostales, logo, signature, tampon } from './kit-formes.ts'

/** Rent receipts of an agency, a private landlord and a social landlord, and the rent call that looks like one. */

const CSS = `
.qu{font-size:9.3pt;line-height:1.4}.qu h1{font-size:16pt;margin:5mm 0;letter-spacing:.3mm}.qu .ta td,.qu .ta th{border:.2mm solid #888;padding:1.1mm 2mm}.qu .ta th{background:#eceff3}
.qu .enc{border:.35mm solid #555;padding:2.5mm 3mm}.qu .pied{position:absolute;left:16mm;right:16mm;bottom:8mm;font-size:6.6pt;color:#555;text-align:center}
.man{font-style:italic;font-size:15pt;line-height:1.75;color:#1b2356}.talon{border-top:.3mm dashed #666;margin-top:6mm;padding-top:3mm}
`

interface Loyer {
  readonly debut: string
  readonly fin: string
  readonly loyer: number
  readonly charges: number
  readonly total: number
}

function tirerLoyer({ rng }: DrawContext, debut: string, min: number, max: number): Loyer {
  const loyer = rng.chance(0.4) ? rng.int(min, max) : r2(rng.int(min, max) + rng.next())
  const charges = rng.chance(0.5) ? rng.int(25, 110) : r2(rng.int(25, 140) + rng.next())
  return { debut, fin: lastOfMonth(debut), loyer, charges, total: r2(loyer + charges) }
}

const champsLoyer = (
  context: DrawContext,
  l: Loyer,
  bailleur: string,
  nature: string,
  jour: string,
): Drawn['champs'] => ({
  ...identite(context.person),
  dateDocument: jour,
  periodeDebut: l.debut,
  periodeFin: l.fin,
  loyer: l.loyer,
  charges: l.charges,
  montantTotal: l.total,
  bailleur,
  natureQuittance: nature,
})

const fin = (l: Loyer): Pick<Drawn, 'dateFinValidite' | 'regleValidite'> => ({
  dateFinValidite: finDeMoisPlus(l.fin, 3),
  regleValidite: 'quittance-3-mois',
})

const periode = (l: Loyer, forme: FormeDate = 'num'): string =>
  `du ${champ('periodeDebut', dateFr(l.debut, forme))} au ${champ('periodeFin', dateFr(l.fin, forme))}`

function agence(context: DrawContext): Drawn {
  const { rng, person, bailleur, today } = context
  const l = tirerLoyer(context, moisRecent(rng, today), 410, 980)
  const jour = minDate(plus(l.debut, { jours: rng.int(6, 28) }), today)
  const gestion = rng.pick(['AGENCE DU BEFFROI', 'CABINET LARIVIÈRE & ASSOCIÉS', 'IMMOBILIÈRE DE L’ÉCLUSE'])
  const a = fictionalAdresse(rng)
  const html = `<div class="qu"><div class="lig"><div style="width:92mm">${logo(rng.pick(['toit', 'carre'] as const), gestion, 'Administration de biens — Location — Syndic', rng.pick(['#8a1c2b', '#23456b', '#5a4a1e']), 12)}<div class="pt" style="margin-top:2mm">${esc(a.ligne)}, ${a.codePostal} ${esc(a.ville)}<br>Tél. ${telephone(rng)} — carte professionnelle CPI ${rng.digits(4)} ${rng.digits(4)} ${rng.digits(9)}<br>Garantie financière 120 000 €</div></div><div style="width:80mm;padding-top:20mm">${barresPostales(rng)}<div style="font-size:10pt">${blocPostal(person, rng.chance(0.6))}</div></div></div>
<h1 class="c">QUITTANCE DE LOYER</h1>
<table style="margin-bottom:4mm"><tr><td style="width:96mm">Réf. locataire : ${rng.digits(4)}-${rng.digits(5)}<br>Immeuble : ${rng.digits(3)} — lot ${rng.int(2, 98)}<br>Bailleur : <b>${champ('bailleur', esc(bailleur.nom))}</b><br>Locataire : ${esc(civil(person))}</td><td>Date d’émission : ${champ('dateDocument', dateFr(jour))}<br>Période ${periode(l)}<br>Mode de règlement : ${rng.pick(['prélèvement', 'virement', 'chèque'])}</td></tr></table>
<p><b>Logement loué :</b> ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}</p>
<table class="ta"><tr><th>Désignation</th><th class="r">Montant (€)</th></tr><tr><td>Loyer principal</td><td class="r">${champ('loyer', montant(l.loyer))}</td></tr><tr><td>Provision sur charges</td><td class="r">${champ('charges', montant(l.charges))}</td></tr><tr><td>Régularisation de charges</td><td class="r">0,00</td></tr><tr><td><b>Total quittancé</b></td><td class="r"><b>${champ('montantTotal', montant(l.total))}</b></td></tr></table>
<p style="margin-top:4mm">Reçu de ${esc(civil(person))} la somme de ${enLettres(Math.floor(l.total))} euros et ${String(Math.round((l.total % 1) * 100)).padStart(2, '0')} centimes au titre du loyer et des charges de la période désignée ci-dessus, dont quittance, sous réserve de tous nos droits.</p>
<div class="lig" style="margin-top:4mm"><div class="pt" style="width:110mm">Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du montant du présent terme. Elle est à conserver pendant trois ans par le locataire (article 7-1 de la loi n° 89-462 du 6 juillet 1989). Le paiement de la présente quittance n’emporte pas présomption de paiement des termes antérieurs.</div><div>Pour le bailleur, le mandataire${signature(rng)}</div></div>
<div class="talon"><div class="lig"><div><b>Situation de votre compte au ${dateFr(jour)}</b><table class="ta" style="width:112mm;margin-top:1.5mm"><tr><th>Date</th><th>Libellé</th><th class="r">Débit</th><th class="r">Crédit</th></tr><tr><td>${dateFr(l.debut)}</td><td>Appel ${moisFr(l.debut)}</td><td class="r">${montant(l.total)}</td><td></td></tr><tr><td>${dateFr(plus(l.debut, { jours: 4 }))}</td><td>Votre règlement</td><td></td><td class="r">${montant(l.total)}</td></tr><tr><td></td><td>Solde</td><td class="r">0,00</td><td class="r">0,00</td></tr></table></div><div class="pt" style="width:58mm">Pensez à nous transmettre chaque année votre attestation d’assurance habitation et, le cas échéant, le justificatif d’entretien de la chaudière.</div></div></div>
<div class="pied">${gestion}, SARL au capital de 8 000 € — RCS ${esc(a.ville)} — SIREN ${grouper(bailleur.siret.slice(0, 9), [3, 3, 3])} — activité de gestion sans détention de fonds autres que les loyers</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja', 'serif'] as const), marges: '14mm 16mm' })],
    champs: champsLoyer(context, l, bailleur.nom, 'quittance', jour),
    ...fin(l),
  }
}

function particulier(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const l = tirerLoyer(context, moisRecent(rng, today), 380, 860)
  const jour = minDate(plus(l.debut, { jours: rng.int(4, 27) }), today)
  const proprietaire = tiers(rng)
  const a = fictionalAdresse(rng)
  const main = rng.chance(0.5)
  const forme = rng.pick(['long', 'num'] as const)
  const html = `<div class="qu" style="${main ? '' : 'font-size:11.5pt;line-height:1.6'}"><div class="lig"><div>${proprietaire.nomComplet}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>${telephone(rng)}</div><div style="padding-top:22mm;width:82mm">${blocPostal(person)}</div></div>
<h1 class="c" style="margin-top:10mm;${main ? 'text-decoration:underline' : ''}">${rng.pick(['Quittance de loyer', 'QUITTANCE DE LOYER', `Quittance de loyer du mois de ${moisFr(l.debut)}`])}</h1>
<div class="${main ? 'man' : ''}"><p>Je soussigné${accord(proprietaire)} ${champ('bailleur', proprietaire.nomComplet)}, propriétaire du logement situé au ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, déclare avoir reçu de ${esc(civil(person))}, locataire, la somme de ${champ('montantTotal', euros(l.total))} (${enLettres(Math.floor(l.total))} euros${l.total % 1 > 0.001 ? ` et ${String(Math.round((l.total % 1) * 100))} centimes` : ''}) au titre du paiement du loyer et des charges pour la période de location ${periode(l, forme)}, et lui en donne quittance, sous réserve de tous mes droits.</p>
<p>Détail du règlement :<br>Loyer : ${champ('loyer', euros(l.loyer))}<br>Provision pour charges : ${champ('charges', euros(l.charges))}<br>Date du paiement : le ${dateFr(plus(l.debut, { jours: rng.int(1, 4) }), forme)}</p>
<p>Fait à ${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, forme))}</p></div><div style="margin-left:95mm">${signature(rng, '#1b2a6b', 52)}</div>
<p class="pt" style="margin-top:8mm">Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du montant du présent terme. Si elle est envoyée sous forme dématérialisée, c’est avec l’accord exprès du locataire (article 21 de la loi n° 89-462 du 6 juillet 1989).</p></div>`
  return {
    pages: [
      page(html, { css: CSS, fonte: main ? 'serif' : rng.pick(['sans', 'serif'] as const), marges: '20mm 22mm' }),
    ],
    champs: champsLoyer(context, l, proprietaire.nomComplet, 'quittance', jour),
    ...fin(l),
  }
}

const SOCIAUX = [
  'HABITAT DES DEUX VALLÉES, OPH',
  'LOGIS SOLIDAIRE DE L’EST, SA D’HLM',
  'OFFICE PUBLIC DE L’HABITAT DE LA BASSE-LYS',
] as const

/** Notice of a social landlord: quittance of the month past, or call of the month to come. */
function social(context: DrawContext, echeance: boolean): Drawn {
  const { rng, person, today, bailleur } = context
  const l = tirerLoyer(context, echeance && rng.chance(0.6) ? moisAvant(today, 0) : moisRecent(rng, today), 260, 520)
  const jour = minDate(
    echeance ? plus(l.debut, { jours: -rng.int(2, 8) }) : plus(l.fin, { jours: rng.int(1, 6) }),
    today,
  )
  const apl = r2(rng.int(60, 240) + rng.next())
  const ordures = r2(l.charges * 0.22)
  const eau = r2(l.charges * 0.28)
  const reste = r2(l.charges - ordures - eau)
  const office = /SCI|AGENCE|FONCIÈRE/.test(bailleur.nom) ? rng.pick(SOCIAUX) : bailleur.nom
  const couleur = rng.pick(['#00705c', '#b0461c', '#3b3f8f'])
  const titre = echeance
    ? rng.pick(['AVIS D’ÉCHÉANCE', 'Avis d’échéance'])
    : rng.pick(['QUITTANCE DE LOYER', 'Quittance de loyer et charges', 'QUITTANCE'])
  const net = echeance ? r2(l.total - apl) : l.total
  const html = `<div class="qu"><div class="lig"><div style="width:96mm">${logo('toit', office, 'Bailleur social — organisme d’habitation à loyer modéré', couleur, 11.5)}<div class="pt" style="margin-top:2mm">Agence de ${esc(territoire(rng))} — accueil : ${telephone(rng)}<br>Astreinte technique 24 h/24 : ${telephone(rng)}</div></div><div style="width:80mm;padding-top:22mm;font-size:10pt">${barresPostales(rng)}${blocPostal(person, true)}</div></div>
<div class="lig" style="margin-top:6mm"><div class="enc" style="width:86mm">N° de contrat : ${grouper(rng.digits(9), [3, 3, 3])}<br>Logement : ${rng.digits(4)}.${rng.digits(2)}.${rng.digits(2)} — type ${rng.pick(['T2', 'T3', 'T4'])}<br>Titulaire : ${esc(monsieurMadame(person))} ${esc(nomUsuel(person))} ${esc(prenom(person))}<br>Bailleur : ${champ('bailleur', esc(office))}</div><div class="enc" style="width:84mm"><b style="font-size:14pt;color:${couleur}">${titre}</b><br>${echeance ? 'Facturation de la période' : 'Période'} ${periode(l)}<br>Édité le ${champ('dateDocument', dateFr(jour))}</div></div>
<table class="ta" style="margin-top:5mm"><tr><th>Libellé</th><th class="r">Quantité</th><th class="r">Montant (€)</th></tr><tr><td>Loyer principal</td><td class="r">${montant(rng.int(42, 78) + 0.4)} m²</td><td class="r">${champ('loyer', montant(l.loyer))}</td></tr><tr><td>Supplément de loyer de solidarité</td><td></td><td class="r">0,00</td></tr><tr><td>Acompte ordures ménagères</td><td></td><td class="r">${montant(ordures)}</td></tr><tr><td>Acompte eau froide et chaude</td><td></td><td class="r">${montant(eau)}</td></tr><tr><td>Entretien, ascenseur, chauffage collectif</td><td></td><td class="r">${montant(reste)}</td></tr><tr><td>Total des provisions pour charges</td><td></td><td class="r">${champ('charges', montant(l.charges))}</td></tr><tr><td><b>Total ${echeance ? 'du mois' : 'quittancé'}</b></td><td></td><td class="r"><b>${champ('montantTotal', montant(l.total))}</b></td></tr>${echeance ? `<tr><td>Aide personnalisée au logement versée par la Caf</td><td></td><td class="r">-${montant(apl)}</td></tr><tr><td><b>Votre solde au ${dateFr(jour)}</b></td><td></td><td class="r"><b>${montant(net)}</b></td></tr>` : ''}</table>
${
  echeance
    ? `<div class="enc" style="margin-top:5mm;background:#f6f6f6"><b>Somme à payer avant le ${dateFr(plus(l.debut, { jours: 7 }))} : ${euros(net)}</b><br>Prélèvement automatique le ${dateFr(plus(l.debut, { jours: 6 }))} sur le compte FR76 •••• ${rng.digits(4)}. Cet avis d’échéance ne vaut pas quittance : une quittance vous sera remise gratuitement sur demande après paiement intégral.</div>`
    : `<p style="margin-top:5mm">Nous avons reçu de ${esc(civil(person))} la somme correspondant au loyer et aux charges de la période ci-dessus, déduction faite des aides versées directement, dont quittance, sous réserve de tous nos droits.</p><div class="lig"><div style="width:110mm" class="pt">La quittance ne constitue pas une présomption de paiement des termes antérieurs. L’article 21 de la loi n° 89-462 du 6 juillet 1989 interdit de facturer son envoi.</div>${tampon(rng, `${office} `.slice(0, 34), ['QUITTANCÉ', dateFr(jour)], 30)}</div>`
}
<p style="margin-top:4mm"><b>Le saviez-vous ?</b> Vous pouvez régler votre loyer, déclarer une fuite ou demander un rendez-vous dans votre espace locataire. En cas de difficulté de paiement, contactez sans attendre votre conseillère sociale : un plan d’apurement peut être mis en place et le fonds de solidarité pour le logement sollicité.</p>
${echeance ? `<div class="talon lig"><div>TIP / talon de paiement à joindre à votre chèque<br>${esc(nomUsuel(person))} ${esc(prenom(person))}<br>Contrat ${rng.digits(9)} — clé ${rng.digits(2)}</div><div class="r" style="font-family:'Liberation Mono'">${rng.digits(12)} ${rng.digits(12)} ${rng.digits(8)}<br>Montant : ${montant(net)} EUR</div></div>` : ''}
<div class="pied">${esc(office)} — SIRET ${bailleur.siret} — ${esc(bailleur.adresse.ligne)}, ${bailleur.adresse.codePostal} ${esc(bailleur.adresse.ville)}. Vos données sont traitées pour la gestion de votre location.</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '14mm 16mm' })],
    champs: champsLoyer(context, l, office, echeance ? 'avis-echeance' : 'quittance', jour),
    ...fin(l),
  }
}

export const QUITTANCE: readonly Template[] = [
  { id: 'quittance-de-loyer/agence', type: 'quittance-de-loyer', draw: agence },
  { id: 'quittance-de-loyer/particulier', type: 'quittance-de-loyer', draw: particulier },
  { id: 'quittance-de-loyer/bailleur-social', type: 'quittance-de-loyer', draw: context => social(context, false) },
  { id: 'quittance-de-loyer/avis-echeance', type: 'quittance-de-loyer', draw: context => social(context, true) },
]
