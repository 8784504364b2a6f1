import type { DrawContext, Drawn, Template } from '../template.ts'
import {
  accord,
  blocPostal,
  champ,
  civil,
  decimal,
  entier,
  esc,
  euros,
  FORMES_NIR,
  identite,
  majuscule,
  monsieurMadame,
  montant,
  nir,
  page,
  r2,
} from './kit.ts'
import {
  annee,
  dateFr,
  finDeMoisPlus,
  jourPasse,
  minDate,
  moisAvant,
  moisFr,
  moisIso,
  moisRecent,
  plus,
} from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { barresPostales, logo, signature, type Motif } from './kit-formes.ts'

/** Retirement and invalidity pensions: monthly and yearly attestations, notification of attribution. */

const CSS = `
.pe{font-size:9.4pt;line-height:1.38}.pe h1{font-size:14.5pt;margin:6mm 0 4mm}.pe .ta td,.pe .ta th{border:.2mm solid #8a8a8a;padding:1.1mm 2mm}.pe .ta th{background:#efefef}
.pe .ref{background:#f5f2ea;padding:2.5mm 3mm;font-size:8.6pt;line-height:1.45}.pe .pied{position:absolute;left:16mm;right:16mm;bottom:9mm;font-size:6.7pt;color:#555;border-top:.2mm solid #aaa;padding-top:1.2mm}
`

interface Caisse {
  readonly motif: Motif
  readonly nom: string
  readonly sousTitre: string
  readonly couleur: string
}

function tete(context: DrawContext, caisse: Caisse, jour: string, references: string): string {
  const { rng, person } = context
  const envoi = `${logo(caisse.motif, caisse.nom, caisse.sousTitre, caisse.couleur, 16)}<div class="ref" style="margin-top:5mm;width:88mm">${references}</div>`
  return `<div class="lig"><div style="width:92mm">${envoi}</div><div style="width:82mm;padding-top:16mm;font-size:10pt">${barresPostales(rng)}${blocPostal(person, rng.chance(0.5))}</div></div><div style="text-align:right;margin-top:5mm">${esc(person.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</div>`
}

const reference = (context: DrawContext, libelle: string): string =>
  `${libelle}${context.rng.chance(0.5) ? '<br>' : ' : '}<b>${nir(context.person.nir, context.rng.pick(FORMES_NIR))}</b>`

function carsat(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const mois = moisRecent(rng, today)
  const jour = minDate(plus(mois, { mois: 1, jours: rng.int(9, 24) }), today)
  const brut = r2(560 + rng.next() * 900)
  const taux = rng.pick([0, 4.3, 7.4])
  const csg = r2((brut * taux) / 100)
  const net = r2(brut - csg)
  const html = `<div class="pe">${tete(context, { motif: 'onde', nom: 'l’Assurance Retraite', sousTitre: `Carsat de ${territoire(rng)}`, couleur: '#9a1750' }, jour, `${reference(context, 'N° de sécurité sociale')}<br>Retraite n° : ${rng.digits(8)} R<br>Contact : ${telephone(rng)}<br>Vos services en ligne : lassuranceretraite.fr`)}
<h1 style="color:#9a1750">ATTESTATION DE PAIEMENT</h1>
<p>${monsieurMadame(person)},</p><p>Nous certifions que ${esc(civil(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}, bénéficie d’une retraite personnelle du régime général de la sécurité sociale depuis le ${dateFr(moisAvant(mois, rng.int(3, 60)))}.</p>
<p>Le paiement effectué au titre du mois de <b>${champ('mois', moisFr(mois))}</b> se décompose ainsi :</p>
<table class="ta"><tr><th>Éléments</th><th class="r">Montant (€)</th></tr><tr><td>Retraite personnelle</td><td class="r">${montant(r2(brut * 0.94))}</td></tr><tr><td>Majoration pour enfants ou minimum contributif</td><td class="r">${montant(r2(brut - r2(brut * 0.94)))}</td></tr><tr><td><b>Montant brut mensuel</b></td><td class="r"><b>${champ('montantBrut', montant(brut))}</b></td></tr><tr><td>CSG, CRDS et Casa (${taux === 0 ? 'exonération' : `taux global ${decimal(taux, 1)} %`})</td><td class="r">${csg === 0 ? '0,00' : `-${montant(csg)}`}</td></tr><tr><td>Prélèvement à la source (taux 0,0 %)</td><td class="r">0,00</td></tr><tr><td><b>Montant net payé le ${dateFr(minDate(plus(mois, { mois: 1, jours: 8 }), jour))}</b></td><td class="r"><b>${champ('montantNet', montant(net))}</b></td></tr></table>
<p style="margin-top:5mm">Cette attestation a été établie à la demande de l’intéressé${accord(person)} et lui est remise pour servir et valoir ce que de droit.</p><p>Nous vous prions de croire, ${monsieurMadame(person)}, à l’assurance de notre considération.</p>
<div style="margin-left:108mm">Le directeur<br>${tiers(rng).nomComplet}${signature(rng, '#222', 34)}</div>
<div class="pied">Le paiement des retraites du régime général intervient le 9 du mois suivant. Les règlements de la Cnav et des Carsat sont soumis aux articles L. 351-1 et suivants du code de la sécurité sociale. Numéro à rappeler dans toute correspondance : ${nir(person.nir, 'espaces')}. Mod. ATT-P ${rng.digits(4)}</div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, mois: moisIso(mois), montantBrut: brut, montantNet: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'pension-3-mois',
  }
}

function agirc(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const mois = moisRecent(rng, today)
  const jour = minDate(plus(mois, { jours: rng.int(2, 26) }), today)
  const points = rng.int(1900, 8200)
  const brut = r2((points * 1.4386) / 12)
  const csg = r2(brut * 0.053)
  const net = r2(brut - csg)
  const html = `<div class="pe">${tete(context, { motif: 'anneaux', nom: 'AGIRC-ARRCO', sousTitre: `Caisse de retraite complémentaire — groupe ${majuscule(territoire(rng)).replace('La ', '')}`, couleur: '#005a70' }, jour, `${reference(context, 'N° de sécurité sociale')}<br>N° de dossier retraite : ${rng.digits(10)}<br>Conseiller : ${telephone(rng)}`)}
<h1 style="color:#005a70">Attestation de paiement de retraite complémentaire</h1>
<p>Nous soussignés, institution de retraite complémentaire régie par le code de la sécurité sociale, attestons verser à ${esc(civil(person))} une allocation de retraite complémentaire Agirc-Arrco.</p>
<table class="ta"><tr><th>Mois de paiement</th><th class="r">Nombre de points</th><th class="r">Valeur du point</th><th class="r">Montant brut</th><th class="r">Prélèvements sociaux</th><th class="r">Montant net</th></tr><tr><td>${champ('mois', moisFr(mois))}</td><td class="r">${entier(points)}</td><td class="r">1,4386 €</td><td class="r">${champ('montantBrut', euros(brut))}</td><td class="r">${euros(csg)}</td><td class="r">${champ('montantNet', euros(net))}</td></tr></table>
<p style="margin-top:4mm">Calcul : nombre de points × valeur de service du point ÷ 12. Prélèvements : CSG 3,8 %, CRDS 0,5 %, cotisation maladie 1,0 %. L’allocation est versée d’avance, le premier jour ouvré de chaque mois.</p>
<p>Date d’effet de la retraite : ${dateFr(moisAvant(mois, rng.int(4, 90)))}. Coefficient de solidarité : néant. Majoration pour enfants : ${rng.pick(['néant', '10 %'])}.</p>
<p>Document établi pour servir et valoir ce que de droit.</p><div style="margin-left:108mm">Pour l’institution,<br>le directeur des opérations${signature(rng, '#123', 36)}</div>
<div class="pied">Les données personnelles sont traitées par la fédération Agirc-Arrco et ses caisses pour la gestion de vos droits. Dossier : ${rng.digits(10)} — assuré${accord(person)} : ${nir(person.nir, 'compact')}. Médiation : un médiateur de l’Agirc-Arrco peut être saisi après réclamation écrite.</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, mois: moisIso(mois), montantBrut: brut, montantNet: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'pension-3-mois',
  }
}

function fiscale(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const y = annee(today) - rng.pick([1, 1, 1, 2, 3])
  const jour = minDate(`${y + 1}-01-${rng.int(15, 28)}`, today)
  const mensuel = r2(620 + rng.next() * 1100)
  const brut = r2(mensuel * 12)
  const imposable = Math.round(brut - r2(brut * 0.042))
  const net = r2(brut * 0.926)
  const html = `<div class="pe">${tete(context, { motif: 'onde', nom: 'l’Assurance Retraite', sousTitre: `Cnav — ${territoire(rng).replace(/^la /, '')}`, couleur: '#9a1750' }, jour, `${reference(context, 'N° de sécurité sociale')}<br>Objet : montant déclaré à l’administration fiscale<br>Année : <b>${y}</b>`)}
<h1>ATTESTATION FISCALE — ANNÉE ${y}</h1>
<p>${monsieurMadame(person)},</p><p>Vous trouverez ci-dessous le montant de votre retraite que nous avons communiqué à l’administration fiscale pour l’année <b>${y}</b>. Ce montant est prérempli sur votre déclaration de revenus.</p>
<table class="ta"><tr><th>Retraite personnelle, année ${y}</th><th class="r">Montant annuel</th></tr><tr><td>Total brut des mensualités payées en ${y}</td><td class="r">${champ('montantBrut', euros(brut))}</td></tr><tr><td>CSG déductible (5,9 % ou 4,2 %)</td><td class="r">${euros(r2(brut * 0.042))}</td></tr><tr><td>CSG non déductible, CRDS, Casa</td><td class="r">${euros(r2(brut * 0.032))}</td></tr><tr><td>Montant net versé</td><td class="r">${champ('montantNet', euros(net))}</td></tr><tr><td><b>Montant imposable à déclarer (ligne 1AS)</b></td><td class="r"><b>${entier(imposable)} €</b></td></tr><tr><td>Prélèvement à la source retenu (ligne 8HV)</td><td class="r">0 €</td></tr></table>
<p style="margin-top:4mm">Si les montants préremplis diffèrent de ceux de cette attestation, il vous appartient de les corriger. Vous n’avez pas à joindre ce document à votre déclaration ; conservez-le trois ans.</p>
<p>Les retraites versées en ${y} comprennent les mensualités de décembre ${y - 1} à novembre ${y}, payées à terme échu.</p>
<div class="pied">Nos données sont transmises à la direction générale des finances publiques en application de l’article 87-0 A du code général des impôts. ${nir(person.nir, 'espaces')} — AF${y} ${rng.digits(6)}</div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, montantBrut: brut, montantNet: net },
    dateFinValidite: `${y + 1}-12-31`,
    regleValidite: 'pension-annuelle',
  }
}

function notification(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 20, rng.chance(0.2) ? 900 : 330)
  const effet = `${plus(jour, { mois: 1 }).slice(0, 8)}01`
  const sam = r2(17200 + rng.next() * 16000)
  const trimestres = rng.int(118, 171)
  const brut = r2((sam * 0.5 * Math.min(1, trimestres / 171)) / 12)
  const net = r2(brut * 0.926)
  const html = `<div class="pe">${tete(context, { motif: 'onde', nom: 'l’Assurance Retraite', sousTitre: `Carsat de ${territoire(rng)}`, couleur: '#9a1750' }, jour, `${reference(context, 'Votre n° d’immatriculation')}<br>Service retraite, secteur ${rng.digits(3)}<br>Tél. ${telephone(rng)}`)}
<h1>NOTIFICATION DE RETRAITE</h1>
<p>${monsieurMadame(person)},</p><p>J’ai le plaisir de vous informer que votre demande du ${dateFr(plus(jour, { mois: -4 }))} a été acceptée : une <b>retraite personnelle</b> vous est attribuée à compter du <b>${dateFr(effet, 'long')}</b>.</p>
<table class="ta"><tr><th colspan="2">Éléments de calcul</th></tr><tr><td>Salaire annuel moyen des 25 meilleures années</td><td class="r">${euros(sam)}</td></tr><tr><td>Taux de calcul</td><td class="r">50,00 %</td></tr><tr><td>Durée d’assurance au régime général</td><td class="r">${trimestres} trimestres</td></tr><tr><td>Durée maximale</td><td class="r">171 trimestres</td></tr><tr><td><b>Montant brut mensuel à la date d’effet</b></td><td class="r"><b>${champ('montantBrut', euros(brut))}</b></td></tr><tr><td>Prélèvements sociaux estimés</td><td class="r">-${euros(r2(brut - net))}</td></tr><tr><td><b>Montant net mensuel</b></td><td class="r"><b>${champ('montantNet', euros(net))}</b></td></tr></table>
<p style="margin-top:4mm">Le premier paiement interviendra le 9 du mois suivant le point de départ de votre retraite, sur le compte bancaire que vous nous avez indiqué. Un bulletin vous sera adressé si le montant est révisé.</p>
<p><b>Voies de recours.</b> Si vous contestez cette décision, saisissez la commission de recours amiable dans les deux mois de la réception de cette notification, puis, le cas échéant, le pôle social du tribunal judiciaire.</p>
<p><b>Reprise d’activité.</b> Vous devez nous informer de toute reprise d’activité professionnelle dans le mois qui suit.</p>
<div style="margin-left:108mm">Le directeur,<br>${tiers(rng).nomComplet}${signature(rng, '#222', 34)}</div>
<div class="pied">Notification établie en application de l’article R. 351-34 du code de la sécurité sociale. Page 1/1. ${rng.digits(5)}-NOTIF</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'serif'] as const), marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, montantBrut: brut, montantNet: net },
    dateFinValidite: plus(jour, { mois: 12 }),
    regleValidite: 'pension-notification-12-mois',
  }
}

function invalidite(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const mois = moisRecent(rng, today)
  const jour = minDate(plus(mois, { mois: 1, jours: rng.int(3, 20) }), today)
  const brut = r2(420 + rng.next() * 850)
  const net = r2(brut * 0.917)
  const html = `<div class="pe">${tete(context, { motif: 'carre', nom: 'l’Assurance Maladie', sousTitre: `Caisse primaire de ${territoire(rng)}`, couleur: '#0c419a' }, jour, `${reference(context, 'N° d’immatriculation')}<br>Pension n° ${rng.digits(6)} — ${rng.pick(['1re', '2e'])} catégorie<br>ameli.fr — 36 46`)}
<h1 style="color:#0c419a">ATTESTATION DE PAIEMENT — PENSION D’INVALIDITÉ</h1>
<p>La caisse primaire d’assurance maladie certifie avoir versé à ${esc(civil(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}, les arrérages suivants de sa pension d’invalidité :</p>
<table class="ta"><tr><th>Période</th><th>Date de paiement</th><th class="r">Montant brut</th><th class="r">CSG / CRDS</th><th class="r">Montant net</th></tr>${[2, 1, 0].map(i => `<tr><td>${i === 0 ? champ('mois', moisFr(mois)) : moisFr(moisAvant(mois, i))}</td><td>${dateFr(minDate(plus(moisAvant(mois, i), { mois: 1, jours: 2 }), jour))}</td><td class="r">${i === 0 ? champ('montantBrut', euros(brut)) : euros(brut)}</td><td class="r">-${euros(r2(brut - net))}</td><td class="r">${i === 0 ? champ('montantNet', euros(net)) : euros(net)}</td></tr>`).join('')}</table>
<p style="margin-top:4mm">Ces sommes sont soumises à l’impôt sur le revenu, sauf lorsque l’assuré${accord(person)} bénéficie de l’allocation supplémentaire d’invalidité. Le montant peut être révisé en fonction des ressources déclarées chaque trimestre.</p>
<p>Fait pour servir et valoir ce que de droit.</p><div style="margin-left:108mm">Le directeur de la caisse${signature(rng, '#222', 34)}</div>
<div class="pied">Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités financières (article L. 114-17-1 du code de la sécurité sociale). Assuré : ${nir(person.nir, 'cle-barre')}. S${rng.digits(4)}</div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, mois: moisIso(mois), montantBrut: brut, montantNet: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'pension-3-mois',
  }
}

const RETRAITE = { ageMin: 62, ageMax: 79 } as const

export const PENSION: readonly Template[] = [
  { id: 'attestation-pension/carsat-paiement', type: 'attestation-pension', titulaire: RETRAITE, draw: carsat },
  { id: 'attestation-pension/agirc-arrco', type: 'attestation-pension', titulaire: RETRAITE, draw: agirc },
  {
    id: 'attestation-pension/fiscale-annuelle',
    type: 'attestation-pension',
    titulaire: { ageMin: 66, ageMax: 79 },
    draw: fiscale,
  },
  {
    id: 'attestation-pension/notification-de-retraite',
    type: 'attestation-pension',
    titulaire: { ageMin: 65, ageMax: 68 },
    draw: notification,
  },
  {
    id: 'attestation-pension/cpam-invalidite',
    type: 'attestation-pension',
    titulaire: { ageMin: 30, ageMax: 61 },
    draw: invalidite,
  },
]
