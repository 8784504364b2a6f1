import type { DrawContext, Drawn, Template } from '../template.ts'
import { daysBetween, lastOfMonth, monthName } from '../dates.ts'
import { accord, blocPostal, champ, civil, esc, euros, identite, montant, nir, page, r2 } from './kit.ts'
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
import { logo } from './kit-formes.ts'

/** France Travail, Pôle emploi until the end of 2023: payment attestation, relevé de situation, notification of rights. */

const CSS = `
.ft{font-size:9.3pt;line-height:1.38}.ft h1{font-size:14.5pt;color:#283276;margin:6mm 0 4mm}.ft .ta td,.ft .ta th{border-bottom:.25mm solid #9aa0c4;padding:1.2mm 1.5mm}
.ft .ta th{border-bottom:.5mm solid #283276;color:#283276}.ft .bl{background:#eef0f8;padding:3mm 4mm;margin:3mm 0}
.ft .pied{position:absolute;left:15mm;right:15mm;bottom:9mm;font-size:6.6pt;color:#555}
`

/** Identifier: seven digits and a letter. */
const identifiantDe = (context: DrawContext): string =>
  `${context.rng.digits(7)}${context.rng.pick(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'])}`

function tete(context: DrawContext, jour: string, identifiant: string): string {
  const { rng, person } = context
  const nouveau = jour >= '2024-01-01'
  const marque = nouveau
    ? logo('carre', 'France Travail', territoire(rng).replace(/^la /, ''), '#283276', 17)
    : logo('soleil', 'pôle emploi', territoire(rng).replace(/^la /, ''), '#1f4e9b', 17)
  return `<div class="lig"><div style="width:90mm">${marque}<div style="font-size:8pt;margin-top:3mm">Agence de ${esc(person.adresse.ville)}<br>TSA ${rng.digits(5)} — ${person.adresse.codePostal.slice(0, 2)}${rng.digits(3)} CEDEX<br>${nouveau ? 'francetravail.fr' : 'pole-emploi.fr'} &nbsp; Tél. ${telephone(rng)}</div></div><div style="width:82mm;padding-top:14mm;font-size:10pt">${blocPostal(person, rng.chance(0.5))}</div></div>
<div class="lig" style="margin-top:7mm"><div>Identifiant : <b>${champ('identifiant', identifiant)}</b><br>Nos références : ${rng.pick(['A4P', 'D12', 'RSI'])}-${rng.digits(6)}</div><div>${esc(person.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div>`
}

const pied = (context: DrawContext): string =>
  `<div class="pied">Les informations vous concernant sont traitées par l’opérateur pour l’indemnisation et l’accompagnement des demandeurs d’emploi. Toute personne qui fait sciemment une fausse déclaration s’expose aux sanctions prévues aux articles L. 5413-1 et L. 5426-2 du code du travail. Document édité automatiquement, valable sans signature. ${context.rng.digits(4)}/${context.rng.digits(9)}</div>`

function paiement(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const mois = moisRecent(rng, today)
  const jour = minDate(plus(mois, { mois: 1, jours: rng.int(1, 22) }), today)
  const id = identifiantDe(context)
  const jours = daysBetween(mois, lastOfMonth(mois)) + 1
  const allocation = rng.pick(['ARE', 'ARE', 'ASS'] as const)
  const journalier = allocation === 'ASS' ? 19.33 : r2(32 + rng.next() * 21)
  const brut = r2(jours * journalier)
  const retraite = allocation === 'ASS' ? 0 : r2(brut * 0.03)
  const net = r2(brut - retraite)
  const libelle =
    allocation === 'ASS' ? 'Allocation de solidarité spécifique (ASS)' : 'Allocation d’aide au retour à l’emploi (ARE)'
  const avecNir = rng.chance(0.4)
  const html = `<div class="ft">${tete(context, jour, id)}
<h1>${rng.pick(['ATTESTATION DE PAIEMENT', 'Attestation de paiement', 'AVIS DE PAIEMENT'])}</h1>
<p>${person.civilite === 'M.' ? 'Monsieur' : 'Madame'},</p><p>Nous attestons que ${esc(civil(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}${avecNir ? `, numéro de sécurité sociale ${nir(person.nir, rng.pick(['espaces', 'compact', 'cle-barre'] as const))}` : ''}, est inscrit${accord(person)} sur la liste des demandeurs d’emploi et a perçu, au titre du mois de <b>${champ('mois', moisFr(mois))}</b> :</p>
<table class="ta"><tr><th>Nature de l’allocation</th><th class="r">Nombre de jours</th><th class="r">Montant journalier brut</th><th class="r">Montant brut</th></tr><tr><td>${libelle}<br><span class="pt g">Période du ${dateFr(mois)} au ${dateFr(lastOfMonth(mois))}</span></td><td class="r">${jours}</td><td class="r">${euros(journalier)}</td><td class="r">${euros(brut)}</td></tr><tr><td>Retraite complémentaire (3 % du salaire journalier de référence)</td><td></td><td></td><td class="r">${retraite === 0 ? euros(0) : `-${euros(retraite)}`}</td></tr><tr><td>CSG et CRDS</td><td></td><td></td><td class="r">${euros(0)}</td></tr><tr><td>Prélèvement à la source (taux 0,0 %)</td><td></td><td></td><td class="r">${euros(0)}</td></tr><tr><td><b>Montant net versé</b></td><td></td><td></td><td class="r"><b>${champ('montant', euros(net))}</b></td></tr></table>
<div class="bl">Règlement par virement le ${dateFr(minDate(plus(mois, { mois: 1, jours: 4 }), jour))}. Reliquat des droits au ${dateFr(lastOfMonth(mois))} : ${rng.int(22, 540)} jours calendaires. Montant net social du paiement : ${euros(net)}.</div>
<p>Cette attestation est délivrée pour servir et valoir ce que de droit. Elle est établie d’après les éléments connus à ce jour et peut être modifiée en cas de régularisation.</p>
<p style="margin-top:4mm">Pour la direction de l’agence, ${tiers(rng).nomComplet}</p>${pied(context)}</div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 15mm' })],
    champs: { ...identite(person), dateDocument: jour, identifiant: id, mois: moisIso(mois), montant: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'france-travail-3-mois',
  }
}

function releve(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const dernier = rng.chance(0.12) ? '2023-06-01' : moisRecent(rng, today, 0.1)
  const jour = minDate(plus(dernier, { mois: 1, jours: rng.int(2, 15) }), today)
  const id = identifiantDe(context)
  const journalier = r2(28 + rng.next() * 24)
  const mois = Array.from({ length: 6 }, (_, i) => moisAvant(dernier, 5 - i))
  const lignes = mois.map(m => {
    const jours = daysBetween(m, lastOfMonth(m)) + 1 - (rng.chance(0.3) ? rng.int(3, 14) : 0)
    return {
      m,
      jours,
      net: r2(jours * journalier * 0.97),
      regle: minDate(plus(m, { mois: 1, jours: rng.int(1, 6) }), jour),
    }
  })
  const net = lignes.at(-1)?.net ?? 0
  const nomOperateur = jour >= '2024-01-01' ? 'France Travail' : 'Pôle emploi'
  const html = `<div class="ft">${tete(context, jour, id)}
<h1>${rng.pick(['RELEVÉ DE SITUATION', 'Relevé de situation au titre de l’indemnisation', 'AVIS DE SITUATION'])}</h1>
<p>Situation de ${esc(civil(person))} au ${dateFr(jour)}. Dernier mois indemnisé : <b>${champ('mois', moisFr(dernier))}</b>, montant net <b>${champ('montant', euros(net))}</b>.</p>
<table class="ta"><tr><th>Mois</th><th>Nature</th><th class="r">Jours indemnisés</th><th class="r">Allocation journalière</th><th class="r">Montant net</th><th>Réglé le</th></tr>${lignes.map(l => `<tr><td>${monthName(l.m)} ${annee(l.m)}</td><td>ARE</td><td class="r">${l.jours}</td><td class="r">${montant(journalier)}</td><td class="r">${montant(l.net)}</td><td>${dateFr(l.regle)}</td></tr>`).join('')}</table>
<div class="bl"><b>Vos droits</b><br>Date d’inscription : ${dateFr(moisAvant(dernier, rng.int(6, 14)))} — catégorie 1<br>Ouverture de droits : ${dateFr(plus(moisAvant(dernier, rng.int(5, 6)), { jours: 6 }))}<br>Durée maximale : ${rng.int(365, 548)} jours &nbsp; Salaire journalier de référence : ${euros(r2(journalier / 0.57))}</div>
<p>Ce relevé récapitule les allocations versées par ${nomOperateur}. Il ne constitue pas un titre de créance. En cas de reprise d’activité, le cumul partiel de l’allocation et du salaire est possible dans la limite du salaire antérieur de référence ; un trop-perçu peut être récupéré sur les paiements à venir.</p>
<p>Pour toute réclamation, adressez-vous à votre agence ou saisissez le médiateur ${nomOperateur === 'Pôle emploi' ? 'de Pôle emploi' : 'de France Travail'} après une première réponse.</p>${pied(context)}</div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '13mm 15mm' })],
    champs: { ...identite(person), dateDocument: jour, identifiant: id, mois: moisIso(dernier), montant: net },
    dateFinValidite: finDeMoisPlus(dernier, 3),
    regleValidite: 'france-travail-3-mois',
  }
}

function notification(context: DrawContext): Drawn {
  const { rng, person, company, today } = context
  const jour = rng.chance(0.2) ? jourPasse(rng, today, 120, 300) : jourPasse(rng, today, 5, 70)
  const id = identifiantDe(context)
  const journalier = r2(30 + rng.next() * 24)
  const duree = rng.chance(0.15) ? rng.int(20, 50) : rng.int(182, 548)
  const ouverture = plus(jour, { jours: -rng.int(4, 20) })
  const finDroits = plus(ouverture, { jours: duree - 1 })
  const html = `<div class="ft">${tete(context, jour, id)}
<h1>${rng.pick(['NOTIFICATION DE DROITS', 'Notification d’ouverture de droits'])} — Allocation d’aide au retour à l’emploi</h1>
<p>${person.civilite === 'M.' ? 'Monsieur' : 'Madame'},</p>
<p>À la suite de la fin de votre contrat de travail chez ${esc(company.nom)}, nous avons étudié vos droits. Vous remplissez les conditions pour bénéficier de l’allocation d’aide au retour à l’emploi (ARE) à compter du ${dateFr(ouverture, 'long')}, sous réserve de votre inscription et de votre actualisation mensuelle.</p>
<table class="ta"><tr><td>Montant journalier brut de votre allocation</td><td class="r"><b>${euros(journalier)}</b></td></tr><tr><td>Montant mensuel net estimé (30 jours)</td><td class="r"><b>${champ('montant', euros(r2(journalier * 30 * 0.97)))}</b></td></tr><tr><td>Salaire journalier de référence</td><td class="r">${euros(r2(journalier / 0.57))}</td></tr><tr><td>Durée maximale d’indemnisation</td><td class="r">${duree} jours calendaires</td></tr><tr><td>Fin de droits prévisible</td><td class="r">${dateFr(finDroits)}</td></tr><tr><td>Différé d’indemnisation congés payés</td><td class="r">${rng.int(0, 12)} jours</td></tr><tr><td>Délai d’attente</td><td class="r">7 jours</td></tr></table>
<div class="bl"><b>Comment ce montant est-il calculé ?</b> Votre allocation journalière est égale au montant le plus favorable entre 40,4 % du salaire journalier de référence majoré d’une partie fixe et 57 % de ce salaire, sans pouvoir dépasser 75 %. Elle est versée pour chaque jour du mois.</div>
<p>Chaque mois, entre le 28 et le 15 du mois suivant, actualisez votre situation dans votre espace personnel. Signalez sous 72 heures tout changement : reprise d’emploi, formation, maladie, déménagement.</p>
<p>Vous pouvez contester cette décision dans un délai de deux mois en formant un recours gracieux auprès de l’agence, ou devant le tribunal judiciaire.</p>
<p style="margin-top:5mm">La direction de l’agence, ${tiers(rng).nomComplet}</p>${pied(context)}</div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 15mm' })],
    champs: { ...identite(person), dateDocument: jour, identifiant: id, montant: r2(journalier * 30 * 0.97) },
    dateFinValidite: minDate(plus(jour, { mois: 3 }), finDroits),
    regleValidite: 'france-travail-3-mois',
  }
}

export const FRANCE_TRAVAIL: readonly Template[] = [
  { id: 'attestation-france-travail/paiement', type: 'attestation-france-travail', draw: paiement },
  { id: 'attestation-france-travail/releve-de-situation', type: 'attestation-france-travail', draw: releve },
  { id: 'attestation-france-travail/notification-de-droits', type: 'attestation-france-travail', draw: notification },
]
