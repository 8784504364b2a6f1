import {
  accord,
  champ,
  civil,
  decimal,
  entier,
  esc,
  euros,
  grouper,
  identite,
  montant,
  nir,
  nomUsuel,
  prenom,
  r2,
} from '../kit.ts'
import { annee, dateFr, finDeMoisPlus, jourPasse, moisFr, moisRecent, plus } from '../kit-dates.ts'
import { lastOfMonth } from '../../dates.ts'
import { fictionalAdresse } from '../../people.ts'
import { fictionalSiret } from '../../numbers.ts'
import { telephone, territoire, tiers } from '../kit-fiction.ts'
import { logo, signature, tampon } from '../kit-formes.ts'
import { calculerBulletin, cumuler, tirerEmploi } from '../paie-calcul.ts'
import { smic } from '../paie-bareme.ts'
import { champsBulletin, datesDuMois, finBulletin } from '../paie-textes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, feuilles, inedit, PAYSAGE, SANS_OBJET } from './commun.ts'

/** Contracts of a private employer and of a hospital; payslips upright no more, and of a childminder. */

function particulierEmployeur(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = jourPasse(rng, c.today, 30, 900)
  const jour = plus(debut, { jours: -rng.int(1, 9) })
  const e = tiers(rng)
  const a = fictionalAdresse(rng)
  const taux = r2(smic(debut) * (1.02 + rng.next() * 0.2))
  const h = rng.pick([12, 18, 24, 30])
  const bloc = (t: string, x: string): string =>
    `<div class="enc" style="margin-bottom:3mm"><h3 style="margin-top:0">${t}</h3>${x}</div>`
  const p1 = `<h1 class="c" style="background:#dfe9df;padding:3mm">CONTRAT À DURÉE INDÉTERMINÉE<br><span style="font-size:10pt">salarié du particulier employeur — convention collective nationale IDCC 3239</span></h1>
<div class="col">${`<div>${bloc('Le particulier employeur', `${champ('employeur', `${e.civilite} ${e.nomComplet}`)}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>N° Cesu : Z${rng.digits(10)}<br>Tél. ${telephone(rng)}`)}</div><div>${bloc('Le salarié', `${p.civilite} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}<br>N° de sécurité sociale : ${nir(p.nir, 'cle-mot')}`)}</div>`}</div>
${bloc('1. Date d’effet', `Embauche le <b>${champ('dateDebut', dateFr(debut))}</b> à ${rng.int(8, 14)} h. Période d’essai : un mois, renouvelable une fois.`)}${bloc('2. Emploi', `${rng.pick(['Employé familial A, niveau II', 'Assistant de vie B, niveau IV', 'Garde d’enfants A, niveau III'])}. Lieu : domicile de l’employeur. Présence de nuit : non.`)}${bloc('3. Horaires', `${h} heures par semaine, réparties : ${rng.pick(['lundi, mardi, jeudi et vendredi', 'du lundi au vendredi matin'])}. Jour de repos : dimanche.`)}${bloc('4. Salaire', `${euros(taux)} brut de l’heure, soit ${euros(r2((taux * h * 52) / 12))} par mois. Paiement le dernier jour du mois, par chèque emploi service universel.`)}${bloc('5. Congés et jours fériés', 'Congés payés pris selon le calendrier fixé d’un commun accord. Seul le 1er mai est chômé de droit.')}`
  const p2 = `${bloc('6. Retraite complémentaire et prévoyance', 'Organisme de retraite et de prévoyance de la branche : IRCEM, Roubaix.')}${bloc('7. Conduite automobile', `Le salarié ${rng.pick(['n’est pas amené', 'peut être amené'])} à utiliser son véhicule.`)}${bloc('8. Rupture', 'Les règles de préavis et d’indemnité sont celles de la convention collective des particuliers employeurs et de l’emploi à domicile.')}${bloc('9. Clauses particulières', 'Discrétion sur la vie privée de la famille. Interdiction de fumer au domicile.')}<p>Établi en deux exemplaires, à ${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour))}</p><div class="col"><div>L’employeur (lu et approuvé)${signature(rng)}</div><div>Le salarié (lu et approuvé)${signature(rng)}</div></div>`
  return {
    pages: feuilles([p1, p2], { pt: 9.8 }),
    champs: {
      ...identite(p),
      dateDocument: jour,
      employeur: `${e.civilite} ${e.nomComplet}`,
      typeContrat: 'CDI',
      dateDebut: debut,
    },
    ...SANS_OBJET,
  }
}

function hopital(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = jourPasse(rng, c.today, 10, 300)
  const fin = plus(debut, { mois: rng.pick([3, 6, 12]), jours: -1 })
  const jour = plus(debut, { jours: -rng.int(1, 8) })
  const siret = fictionalSiret(rng)
  const lieu = territoire(rng)
  const nom = `CENTRE HOSPITALIER DE ${lieu.toUpperCase()}`
  const art = (n: number, t: string): string => `<p class="j"><u>Article ${n}</u> : ${t}</p>`
  const html = `<div class="lig">${logo('soleil', nom, 'Direction des ressources humaines', '#34508c', 12)}<div class="r" style="font-size:8pt">Matricule ${rng.digits(6)}<br>SIRET ${champ('siret', siret)}<br>DRH/${rng.pick(['NM', 'AL', 'CB'])}/${annee(jour)}-${rng.digits(4)}</div></div>
<h1 class="c">CONTRAT D’ENGAGEMENT À DURÉE DÉTERMINÉE<br><span style="font-size:9.6pt;font-weight:normal">(articles L. 332-14 et L. 332-20 du code général de la fonction publique — décret n° 91-155 du 6 février 1991)</span></h1>
<p>Entre le ${champ('employeur', nom)}, représenté par ${tiers(rng).nomComplet}, directeur, d’une part,</p><p>et ${civil(p).startsWith('M.') ? 'Monsieur' : 'Madame'} ${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}, né${accord(p)} le ${dateFr(p.dateNaissance)} à ${esc(p.villeNaissance)}, n° INSEE ${nir(p.nir, 'compact')}, d’autre part, il est convenu ce qui suit :</p>
${art(1, `l’intéressé${accord(p)} est recruté${accord(p)} en qualité d’agent contractuel de droit public dans l’emploi d’${rng.pick(['agent des services hospitaliers qualifié', 'adjoint administratif', 'aide-soignant de classe normale'])}, à ${rng.pick(['temps complet', '80 % du temps complet'])}, à compter du <b>${champ('dateDebut', dateFr(debut, 'long'))}</b> et jusqu’au <b>${champ('dateFin', dateFr(fin, 'long'))}</b> inclus.`)}${art(2, `la rémunération mensuelle est calculée par référence à l’indice majoré ${rng.int(367, 398)}, à l’exclusion de tout régime indemnitaire autre que l’indemnité de sujétion spéciale et, le cas échéant, le supplément familial de traitement.`)}${art(3, 'une période d’essai d’un jour ouvré par semaine de durée du contrat est prévue, dans la limite de deux mois.')}${art(4, 'l’agent est affilié au régime général de la sécurité sociale et à l’IRCANTEC. Il bénéficie de deux jours et demi de congé annuel par mois de service.')}${art(5, 'l’agent est soumis aux obligations de service, de réserve et de secret professionnel définies par le code général de la fonction publique et le règlement intérieur de l’établissement.')}${art(6, 'au terme du contrat, l’administration notifie son intention de renouveler ou non l’engagement dans le délai réglementaire. Le silence de l’agent vaut renonciation.')}${art(7, 'le tribunal administratif peut être saisi dans un délai de deux mois à compter de la notification du présent contrat.')}
<div class="lig" style="margin-top:8mm"><div>L’agent, notifié le ${dateFr(debut)}${signature(rng)}</div><div>Fait le ${champ('dateDocument', dateFr(jour))}<br>Pour le directeur et par délégation${signature(rng, '#222')}${tampon(rng, 'CENTRE HOSPITALIER • RESSOURCES HUMAINES •', ['D.R.H.'], 30)}</div></div>`
  return {
    pages: [feuille(html, { fonte: 'serif', pt: 10.4 })],
    champs: {
      ...identite(p),
      dateDocument: jour,
      employeur: nom,
      siret,
      typeContrat: 'CDD',
      dateDebut: debut,
      dateFin: fin,
    },
    ...SANS_OBJET,
  }
}

/** A payslip in landscape: gains on the left, contributions on the right. */
function paysage(c: DrawContext): Drawn {
  const { rng, person: p, company } = c
  const debut = moisRecent(rng, plus(c.today, { jours: -1 }))
  const emploi = tirerEmploi(rng, debut)
  const b = calculerBulletin(emploi, debut)
  const cumuls = cumuler(emploi, debut)
  const d = datesDuMois(rng, debut, c.today)
  const n = (x: number | null): string => (x === null || x === 0 ? '' : montant(x))
  const kv = (l: string, v: string): string => `<tr><td>${l}</td><td class="r">${v}</td></tr>`
  const html = `<div class="lig" style="border-bottom:.6mm solid #1d5c57;padding-bottom:2mm"><div style="width:88mm"><b style="font-size:11pt">${champ('employeur', esc(company.nom))}</b><br>${esc(company.adresse.ligne)} — ${company.adresse.codePostal} ${esc(company.adresse.ville)}<br>Siret ${champ('siret', grouper(company.siret, [3, 3, 3, 5]))} · NAF ${champ('codeNaf', company.naf)}<br><span class="pt">${esc(company.conventionCollective)}</span></div><div class="c"><b style="font-size:16pt;color:#1d5c57">Fiche de paie</b><br>${moisFr(debut)}<br><span class="pt">du ${champ('periodeDebut', dateFr(d.debut))} au ${champ('periodeFin', dateFr(d.fin))} — payé le ${champ('datePaiement', dateFr(d.paiement))}</span></div><div style="width:80mm">${p.civilite} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}<br>Sécu. ${nir(p.nir, 'tirets')} — mat. ${emploi.matricule}</div></div>
<div class="col" style="margin-top:3mm;gap:5mm"><div style="flex:0 0 88mm"><table class="tb"><tr><th>Éléments de salaire</th><th class="r">Nb</th><th class="r">Taux</th><th class="r">Montant</th></tr>${b.gains.map((g, i) => `<tr><td>${g.libelle}</td><td class="r">${n(g.base)}</td><td class="r">${g.taux === null ? '' : i === 0 ? champ('tauxHoraire', decimal(g.taux, 3)) : decimal(g.taux, 3)}</td><td class="r">${montant(g.montant)}</td></tr>`).join('')}<tr><td colspan="3"><b>Brut du mois</b></td><td class="r"><b>${champ('salaireBrut', montant(b.brut))}</b></td></tr></table>
<table class="tb" style="margin-top:3mm">${kv('Emploi', emploi.intitule)}${kv('Classification', emploi.classification)}${kv('Entré(e) le', dateFr(emploi.entree))}${kv('Heures payées', champ('heures', montant(b.heures)))}${kv('Coût total employeur', montant(b.coutTotal))}${kv('dont allègements', montant(b.allegement))}</table>
<table class="tb" style="margin-top:3mm"><tr><th>Cumuls ${annee(debut)}</th><th class="r">Brut</th><th class="r">Imposable</th><th class="r">PAS</th></tr><tr><td>depuis janvier</td><td class="r">${montant(cumuls.brut)}</td><td class="r">${montant(cumuls.netImposable)}</td><td class="r">${montant(cumuls.pas)}</td></tr></table><p class="pt" style="margin-top:2mm">Congés : acquis ${decimal(rng.int(4, 20) * 2.08, 2)} j. Conservez ce bulletin sans limitation de durée. Informations : www.service-public.fr, rubrique bulletin de paie.</p></div>
<div><table class="tb" style="font-size:7.6pt"><tr><th>Cotisations</th><th class="r">Assiette</th><th class="r">Taux sal.</th><th class="r">Salarié</th><th class="r">Taux pat.</th><th class="r">Employeur</th></tr>${b.cotisations.map(x => `<tr><td>${x.libelle}</td><td class="r">${n(x.base)}</td><td class="r">${x.tauxSalarie === null ? '' : decimal(x.tauxSalarie, 3)}</td><td class="r">${n(x.salarie)}</td><td class="r">${x.tauxEmployeur === null ? '' : decimal(x.tauxEmployeur, 3)}</td><td class="r">${n(x.employeur)}</td></tr>`).join('')}<tr><td>Réduction générale</td><td></td><td></td><td></td><td></td><td class="r">${n(b.allegement)}</td></tr><tr><td><b>Totaux</b></td><td></td><td></td><td class="r"><b>${montant(b.totalSalarie)}</b></td><td></td><td class="r"><b>${montant(b.totalEmployeur)}</b></td></tr></table>
<table class="tb" style="margin-top:3mm">${kv('<b>Montant net social</b>', `<b>${champ('montantNetSocial', montant(b.netSocial))}</b>`)}${b.divers.map(x => kv(x.libelle, montant(x.montant))).join('')}${kv('Net à payer avant impôt sur le revenu', montant(b.netAvantImpot))}${kv(`Net imposable`, champ('netImposable', montant(b.netImposable)))}${kv(`Impôt prélevé à la source, taux personnalisé ${decimal(emploi.tauxPas, 1)} %`, `-${montant(b.pas)}`)}<tr style="background:#1d5c57;color:#fff"><td style="font-size:11pt"><b>Net payé par virement</b></td><td class="r" style="font-size:11pt"><b>${champ('netAPayer', montant(b.netPaye))}</b></td></tr></table></div></div>`
  return {
    pages: [feuille(html, { ...PAYSAGE, pt: 8.4, marges: '9mm 11mm', interligne: 1.25 })],
    champs: { ...champsBulletin(p, company, b, d), montantNetSocial: b.netSocial },
    ...finBulletin(d.fin),
  }
}

/** Payslip of a childminder by Pajemploi: no SIRET, days and allowances. */
function pajemploi(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = moisRecent(rng, c.today)
  const fin = lastOfMonth(debut)
  const parent = tiers(rng)
  const a = fictionalAdresse(rng)
  const heures = rng.int(90, 165)
  const taux = r2(4.2 + rng.next() * 1.2)
  const brut = r2(heures * taux)
  const taxes: readonly (readonly [string, number, number])[] = [
    ['Assurance vieillesse', brut, 7.3],
    ['Retraite complémentaire et CEG', brut, 4.01],
    ['Prévoyance', brut, 1.04],
    ['CSG déductible', r2(brut * 0.9825), 6.8],
    ['CSG non déductible et CRDS', r2(brut * 0.9825), 2.9],
  ]
  const retenues = taxes.map(([, x, t]) => r2((x * t) / 100))
  const netSocial = r2(brut - retenues.reduce((s, x) => s + x, 0))
  const imposable = r2(netSocial + (retenues[4] ?? 0))
  const jours = rng.int(14, 21)
  const entretien = r2(jours * 3.8)
  const net = r2(netSocial + entretien)
  const paiement = plus(fin, { jours: rng.int(-1, 0) })
  const l = (x: string, v: string): string => `<tr><td>${x}</td><td class="r">${v}</td></tr>`
  const html = `<div class="lig"><b style="font-size:18pt;color:#c2185b">pajemploi</b><div class="r">Centre national Pajemploi<br>43013 LE PUY-EN-VELAY CEDEX</div></div><h1 class="c">Bulletin de salaire — assistant(e) maternel(le) agréé(e)</h1>
<div class="col"><div class="enc"><b>Employeur</b><br>${champ('employeur', `${parent.civilite} ${parent.nomComplet}`)}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>N° Pajemploi : Y${rng.digits(9)}</div><div class="enc"><b>Salarié</b><br>${p.civilite} ${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}<br>N° de sécurité sociale ${nir(p.nir, 'cle-barre')}</div></div>
<p style="margin-top:4mm">Période d’emploi : du <b>${champ('periodeDebut', dateFr(debut))}</b> au <b>${champ('periodeFin', dateFr(fin))}</b> &nbsp; Date de paiement : ${champ('datePaiement', dateFr(paiement))}<br>Enfant gardé : ${rng.pick(['Lina', 'Hugo', 'Jade', 'Noé'])} — convention collective IDCC 3239</p>
<div class="col"><table class="tb">${l('Nombre d’heures normales', champ('heures', entier(heures)))}${l('Nombre de jours d’activité', String(jours))}${l('Salaire horaire brut', champ('tauxHoraire', montant(taux)))}<tr><td><b>Salaire brut</b></td><td class="r"><b>${champ('salaireBrut', montant(brut))}</b></td></tr></table><table class="tb">${l('Indemnités d’entretien', montant(entretien))}${l('Indemnités de repas', '0,00')}${l('Indemnités kilométriques', '0,00')}</table></div>
<table class="tb" style="margin-top:4mm"><tr><th>Cotisations du salarié</th><th class="r">Base</th><th class="r">Taux %</th><th class="r">Montant</th></tr>${taxes.map(([t, x, k], i) => `<tr><td>${t}</td><td class="r">${montant(x)}</td><td class="r">${decimal(k, 2)}</td><td class="r">${montant(retenues[i] ?? 0)}</td></tr>`).join('')}</table>
<table class="tb" style="margin-top:4mm;font-size:10.4pt">${l('Montant net social', champ('montantNetSocial', montant(netSocial)))}${l('Net imposable du mois', champ('netImposable', montant(imposable)))}${l('Impôt sur le revenu prélevé à la source (taux 0 %)', '0,00')}<tr style="background:#fbe3ec"><td><b>Net à payer, indemnités comprises</b></td><td class="r"><b>${champ('netAPayer', montant(net))}</b></td></tr></table>
<p class="pt" style="margin-top:5mm">Les cotisations patronales sont prises en charge par la caisse d’allocations familiales au titre du complément de libre choix du mode de garde. Ce bulletin est à conserver sans limitation de durée.</p>`
  return {
    pages: [feuille(html, { pt: 9.6 })],
    champs: {
      ...identite(p),
      employeur: `${parent.civilite} ${parent.nomComplet}`,
      periodeDebut: debut,
      periodeFin: fin,
      datePaiement: paiement,
      dateDocument: paiement,
      salaireBrut: brut,
      netImposable: imposable,
      netAPayer: net,
      montantNetSocial: netSocial,
      heures,
      tauxHoraire: taux,
    },
    dateFinValidite: finDeMoisPlus(fin, 3),
    regleValidite: 'bulletin-paie-3-mois',
  }
}

export const INEDITS_TRAVAIL: readonly Template[] = [
  inedit('contrat-de-travail', 'particulier-employeur', particulierEmployeur),
  inedit('contrat-de-travail', 'agent-hospitalier', hopital),
  inedit('bulletin-de-paie', 'paysage', paysage),
  inedit('bulletin-de-paie', 'pajemploi', pajemploi, { ageMin: 25, ageMax: 62 }),
]
