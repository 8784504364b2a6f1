import {
  accord,
  blocPostal,
  champ,
  civil,
  esc,
  euros,
  grouper,
  identite,
  monsieurMadame,
  montant,
  nir,
  nomUsuel,
  prenom,
  r2,
} from '../kit.ts'
import { annee, dateFr, finDeMoisPlus, jourPasse, moisAvant, moisFr, moisIso, moisRecent, plus } from '../kit-dates.ts'
import { daysBetween, lastOfMonth } from '../../dates.ts'
import { telephone, territoire, tiers } from '../kit-fiction.ts'
import { blocEtat, logo, signature } from '../kit-formes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, feuilles, inedit, PAYSAGE } from './commun.ts'

/** Family benefits, unemployment, pensions and other resources, in the letters and tables of other services. */

const lettre = (c: DrawContext, tete: string, corps: string): string =>
  `${tete}<div style="margin:8mm 0 8mm 92mm;font-size:10.4pt">${blocPostal(c.person)}</div>${corps}`

function cafLettre(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const mois = moisRecent(rng, c.today)
  const jour = plus(lastOfMonth(mois), { jours: rng.int(1, 8) })
  const edition = jour > c.today ? c.today : jour
  const numero = rng.digits(7)
  const aah = r2(700 + rng.int(0, 330) + 0.32)
  const apl = r2(rng.int(110, 290) + 0.5)
  const html = lettre(
    c,
    `<div class="lig">${logo('anneaux', 'ALLOCATIONS FAMILIALES', `Caf de ${territoire(rng)}`, '#1f4e9c', 14)}<div class="r" style="font-size:8.4pt">N° allocataire : ${champ('numeroAllocataire', numero)}<br>(à rappeler dans toute correspondance)</div></div>`,
    `<p class="r">Le ${champ('dateDocument', dateFr(edition, 'long'))}</p><h1>ATTESTATION</h1><p>La directrice de la Caisse d’allocations familiales certifie que ${esc(civil(p))}, né${accord(p)} le ${dateFr(p.dateNaissance)}, a perçu pour le mois de <b>${champ('mois', moisFr(mois))}</b> les prestations suivantes :</p><ul style="font-size:10.6pt;line-height:1.8"><li>Allocation aux adultes handicapés : ${euros(aah)}</li><li>Aide personnalisée au logement, versée au bailleur : ${euros(apl)}</li></ul><p>soit un montant total de <b>${champ('montantTotal', euros(r2(aah + apl)))}</b> avant retenues éventuelles.</p><p>Personnes au foyer connues de nos services : ${1 + c.children.length}.</p><p>Cette attestation est délivrée à la demande de l’intéressé${accord(p)}, sur la base des informations déclarées à ce jour.</p><div style="margin:10mm 0 0 95mm">${tiers(rng, 'F').nomComplet}<br>Directrice${signature(rng, '#222')}</div><p class="pt" style="margin-top:10mm">Toute fausse déclaration est passible des sanctions prévues à l’article L. 114-13 du code de la sécurité sociale.</p>`,
  )
  return {
    pages: [feuille(html, { pt: 10.4, fonte: 'deja' })],
    champs: {
      ...identite(p),
      dateDocument: edition,
      numeroAllocataire: numero,
      mois: moisIso(mois),
      montantTotal: r2(aah + apl),
    },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'attestation-caf-3-mois',
  }
}

function msaTableau(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const mois = moisRecent(rng, c.today)
  const edition = ((): string => {
    const j = plus(lastOfMonth(mois), { jours: rng.int(2, 9) })
    return j > c.today ? c.today : j
  })()
  const lignes = [
    ['Revenu de solidarité active', r2(rng.int(380, 640) + 0.71)],
    ['Prime d’activité', r2(rng.int(60, 180) + 0.2)],
    ['Allocation de logement familiale', r2(rng.int(120, 280) + 0.4)],
  ] as const
  const total = r2(lignes.reduce((s, [, m]) => s + m, 0))
  const html = `<div class="lig">${logo('feuille', 'MSA', `Mutualité sociale agricole<br>${territoire(rng)}`, '#3a7d34', 17)}<div style="width:90mm;padding-top:14mm">${blocPostal(p)}</div></div><table class="tb" style="margin:8mm 0"><tr><td>Numéro de sécurité sociale<br><b>${nir(p.nir, 'insecable')}</b></td><td>Édité le<br><b>${champ('dateDocument', dateFr(edition))}</b></td><td>Mois de droit<br><b>${champ('mois', moisFr(mois))}</b></td></tr></table><h1>RELEVÉ DES PRESTATIONS FAMILIALES ET SOCIALES<br><span style="font-size:10pt;font-weight:normal">valant attestation de paiement</span></h1>
<table class="tb"><tr><th>Prestation</th><th>Période</th><th class="r">Montant en euros</th></tr>${lignes.map(([n, m]) => `<tr><td>${n}</td><td>${moisFr(mois)}</td><td class="r">${montant(m)}</td></tr>`).join('')}<tr><td colspan="2"><b>TOTAL VERSÉ</b></td><td class="r"><b>${champ('montantTotal', montant(total))}</b></td></tr></table><p style="margin-top:6mm">Ayants droit : ${c.children.length === 0 ? 'aucun' : c.children.map(e => `${esc(prenom(e))} (${dateFr(e.dateNaissance)})`).join(', ')}.</p><p>Ces sommes ont été virées sur votre compte le ${dateFr(plus(lastOfMonth(mois), { jours: 5 }))}.</p><div class="pied">Mutualité sociale agricole — guichet unique de protection sociale du monde agricole — ${telephone(rng)}</div>`
  return {
    pages: [feuille(html, { pt: 10 })],
    champs: { ...identite(p), dateDocument: edition, mois: moisIso(mois), montantTotal: total },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'attestation-caf-3-mois',
  }
}

/** Periods of compensation over several months, in landscape. */
function periodes(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const dernier = moisAvant(c.today, rng.pick([1, 1, 2, 5]))
  const id = `${rng.digits(7)}${rng.pick([...'ABCDEFGHJK'])}`
  const journalier = r2(28 + rng.next() * 22)
  const edition = ((): string => {
    const j = plus(lastOfMonth(dernier), { jours: rng.int(2, 9) })
    return j > c.today ? c.today : j
  })()
  const rangs = Array.from({ length: 6 }, (_, i) => moisAvant(dernier, 5 - i)).map(m => {
    const j = daysBetween(m, lastOfMonth(m)) + 1
    return { m, j, net: r2(j * journalier) }
  })
  const fin = rangs.at(-1)
  const html = `<div class="lig"><div><b style="font-size:19pt;color:#283276">France<br>Travail</b></div><div>${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}</div><div class="r">Identifiant : <b>${champ('identifiant', id)}</b><br>Région : ${esc(p.adresse.ville)}<br>Édité le ${champ('dateDocument', dateFr(edition))}</div></div><h1>ATTESTATION DE PÉRIODES INDEMNISÉES</h1><table class="tb"><tr><th>Mois</th><th>Du</th><th>Au</th><th>Allocation</th><th class="r">Jours</th><th class="r">Montant journalier</th><th class="r">Brut</th><th class="r">Retenues</th><th class="r">Net payé</th><th>Date du virement</th></tr>${rangs.map(x => `<tr><td>${x === fin ? champ('mois', moisFr(x.m)) : moisFr(x.m)}</td><td>${dateFr(x.m)}</td><td>${dateFr(lastOfMonth(x.m))}</td><td>ARE</td><td class="r">${x.j}</td><td class="r">${euros(journalier)}</td><td class="r">${euros(x.net)}</td><td class="r">0,00 €</td><td class="r">${x === fin ? champ('montant', euros(x.net)) : euros(x.net)}</td><td>${dateFr(plus(lastOfMonth(x.m), { jours: 2 }))}</td></tr>`).join('')}</table><p style="margin-top:6mm">ARE : allocation d’aide au retour à l’emploi. Document délivré pour servir et valoir ce que de droit, ${monsieurMadame(p)} ${esc(nomUsuel(p))} étant inscrit${accord(p)} sur la liste des demandeurs d’emploi, catégorie 1.</p><p>Reliquat de droits à la date d’édition : ${rng.int(60, 400)} jours.</p>`
  return {
    pages: [feuille(html, { ...PAYSAGE, pt: 9.2 })],
    champs: { ...identite(p), dateDocument: edition, identifiant: id, mois: moisIso(dernier), montant: fin?.net ?? 0 },
    dateFinValidite: finDeMoisPlus(dernier, 3),
    regleValidite: 'france-travail-3-mois',
  }
}

function ass(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const mois = moisRecent(rng, c.today)
  const id = `${rng.digits(7)}${rng.pick([...'LMNPQRST'])}`
  const jours = daysBetween(mois, lastOfMonth(mois)) + 1
  const net = r2(jours * 19.33)
  const jour = ((): string => {
    const j = plus(lastOfMonth(mois), { jours: rng.int(1, 6) })
    return j > c.today ? c.today : j
  })()
  const html = lettre(
    c,
    `<div class="lig"><b style="font-size:16pt;color:#283276">France Travail</b><div class="r" style="font-size:8.6pt">Agence de ${esc(p.adresse.ville)}<br>3949 (service gratuit + prix appel)<br>Votre identifiant : ${champ('identifiant', id)}</div></div>`,
    `<p>${esc(p.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p><b>Objet : avis de paiement — allocation de solidarité spécifique</b></p><p>${monsieurMadame(p)},</p><p>Nous avons procédé au règlement de votre allocation pour le mois de <b>${champ('mois', moisFr(mois))}</b>, selon le détail suivant :</p><table class="li" style="width:120mm;margin:3mm 0 5mm 10mm"><tr><td>Allocation de solidarité spécifique, ${jours} jours x 19,33 €</td><td class="r">${euros(net)}</td></tr><tr><td>Contributions sociales (CSG, CRDS)</td><td class="r">exonéré${accord(p)}</td></tr><tr><td>Impôt à la source</td><td class="r">0,00 €</td></tr><tr><td><b>Somme virée sur votre compte</b></td><td class="r"><b>${champ('montant', euros(net))}</b></td></tr></table><p>Vos droits sont ouverts pour six mois renouvelables, sous réserve que vos ressources restent inférieures au plafond réglementaire. Pensez à actualiser votre situation chaque mois.</p><p>Nous vous prions d’agréer, ${monsieurMadame(p)}, nos salutations distinguées.</p><div style="margin-left:95mm">Le directeur de l’agence${signature(rng, '#222')}</div>`,
  )
  return {
    pages: [feuille(html, { pt: 10.4 })],
    champs: { ...identite(p), dateDocument: jour, identifiant: id, mois: moisIso(mois), montant: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'france-travail-3-mois',
  }
}

/** The State's pension slip. */
function pensionEtat(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const mois = moisRecent(rng, c.today)
  const jour = plus(lastOfMonth(mois), { jours: -1 })
  const brut = r2(rng.int(1350, 2700) + 0.44)
  const csg = r2(brut * 0.083)
  const crds = r2(brut * 0.005)
  const casa = r2(brut * 0.003)
  const net = r2(brut - csg - crds - casa)
  const l = (code: string, t: string, plusV: string, moins: string): string =>
    `<tr><td>${code}</td><td>${t}</td><td class="r">${plusV}</td><td class="r">${moins}</td></tr>`
  const html = `<div class="lig">${blocEtat('FINANCES PUBLIQUES', 40)}<div class="c"><b style="font-size:15pt">BULLETIN DE PENSION</b><br>${champ('mois', moisFr(mois))}</div><div class="r">Centre de gestion des retraites<br>${esc(p.adresse.ville)}<br>${telephone(rng)}</div></div><table class="tb" style="margin-top:6mm"><tr><td>N° de pension<br><b>B ${grouper(rng.digits(8), [2, 6])} ${rng.pick(['K', 'X', 'M'])}</b></td><td>Identifiant<br>${nir(p.nir, 'vieux')}</td><td style="width:80mm">${blocPostal(p, true)}</td></tr></table><table class="tb" style="margin-top:6mm;min-height:90mm"><tr><th style="width:16mm">Code</th><th>Éléments</th><th class="r">À payer</th><th class="r">À déduire</th></tr>${l('101', 'PENSION CIVILE DE RETRAITE — MONTANT BRUT', champ('montantBrut', montant(brut)), '')}${l('401', 'C.S.G. 8,3 %', '', montant(csg))}${l('403', 'C.R.D.S. 0,5 %', '', montant(crds))}${l('411', 'CONTRIBUTION DE SOLIDARITÉ POUR L’AUTONOMIE 0,3 %', '', montant(casa))}${l('558', 'PRÉLÈVEMENT À LA SOURCE TAUX 0,0 %', '', '0,00')}<tr><td></td><td><b>TOTAUX</b></td><td class="r">${montant(brut)}</td><td class="r">${montant(r2(csg + crds + casa))}</td></tr><tr><td></td><td style="font-size:11pt"><b>NET À PAYER</b></td><td class="r" style="font-size:11pt" colspan="2"><b>${champ('montantNet', montant(net))} EUR</b></td></tr></table><p style="margin-top:5mm">Mis en paiement le ${champ('dateDocument', dateFr(jour))} — compte FR76 XXXX XXXX ${rng.digits(4)}. La revalorisation des pensions est appliquée au 1er janvier. Ce document est disponible dans votre espace sécurisé ENSAP.</p><div class="pied">Direction générale des Finances publiques — Service des retraites de l’État — document à conserver sans limitation de durée</div>`
  return {
    pages: [feuille(html, { pt: 9.6, fonte: 'etroit' })],
    champs: { ...identite(p), dateDocument: jour, mois: moisIso(mois), montantBrut: brut, montantNet: net },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'pension-3-mois',
  }
}

/** Yearly tax attestation of the fund of local civil servants, letter with a summary, second page of notes. */
function pensionAnnuelle(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const y = annee(c.today) - rng.pick([1, 1, 2])
  const jour = `${y + 1}-01-${rng.int(12, 28)}`
  const brut = r2(rng.int(14200, 26500) + 0.16)
  const net = r2(brut * 0.912)
  const p1 = lettre(
    c,
    `<div class="lig">${logo('carre', 'CNRACL', 'Caisse nationale de retraites des agents des collectivités locales', '#7a2a2a', 14)}<div class="r" style="font-size:8.4pt">Bordeaux, le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div>`,
    `<p>N° de pension : ${rng.pick(['A', 'C'])}${rng.digits(7)}<br>N° de sécurité sociale : ${nir(p.nir, 'espaces')}</p><h1>Montant de votre retraite à déclarer — revenus de l’année ${y}</h1><p>${monsieurMadame(p)},</p><p>Vous trouverez ci-dessous le récapitulatif des sommes qui vous ont été payées au titre de votre retraite entre le 1er janvier et le 31 décembre ${y}. Ce montant a été transmis à l’administration fiscale.</p><table class="tb" style="font-size:10.6pt"><tr><td>Retraite brute de l’année ${y}</td><td class="r">${champ('montantBrut', euros(brut))}</td></tr><tr><td>Cotisations et contributions sociales</td><td class="r">${euros(r2(brut - net))}</td></tr><tr><td><b>Retraite nette versée</b></td><td class="r"><b>${champ('montantNet', euros(net))}</b></td></tr><tr><td>Impôt prélevé à la source</td><td class="r">0,00 €</td></tr></table><p style="margin-top:5mm">La présente attestation peut être produite à tout organisme qui vous demande un justificatif de vos ressources.</p>`,
  )
  const p2 = `<h2>Pour comprendre votre attestation</h2><div class="col"><div><h3>Retraite brute</h3><p class="j">Elle comprend la pension principale, la majoration pour enfants et, le cas échéant, la nouvelle bonification indiciaire.</p><h3>Contributions</h3><p class="j">CSG, CRDS et Casa sont prélevées selon votre revenu fiscal de référence et le nombre de parts de votre foyer.</p></div><div><h3>Impôt</h3><p class="j">Le taux est communiqué par l’administration fiscale, seule compétente pour le modifier.</p><h3>Nous écrire</h3><p class="j">Depuis votre espace personnel, rubrique Ma retraite publique, ou par courrier : rue du Vergne, 33059 Bordeaux cedex.</p></div></div>`
  return {
    pages: feuilles([p1, p2], { pt: 10.2 }),
    champs: { ...identite(p), dateDocument: jour, montantBrut: brut, montantNet: net },
    dateFinValidite: `${y + 1}-12-31`,
    regleValidite: 'pension-annuelle',
  }
}

/** Payment slip of a provident fund after a long sick leave. */
function prevoyance(c: DrawContext): Drawn {
  const { rng, person: p, company } = c
  const fin = jourPasse(rng, c.today, 8, 70)
  const debut = plus(fin, { jours: -rng.int(27, 30) })
  const jour = ((): string => {
    const j = plus(fin, { jours: rng.int(2, 8) })
    return j > c.today ? c.today : j
  })()
  const n = daysBetween(debut, fin) + 1
  const unit = r2(14 + rng.next() * 16)
  const total = r2(unit * n)
  const html = `<div class="lig">${logo('onde', 'PRÉVOYANCE DES MÉTIERS', 'Institution de prévoyance régie par le code de la sécurité sociale', '#b3541e', 13)}<div class="r">Sinistre n° ${rng.digits(4)}-${rng.digits(6)}<br>Contrat ${rng.digits(7)} — ${esc(company.nom)}</div></div><div class="lig" style="margin-top:8mm"><div>Assuré${accord(p)} : ${esc(civil(p))}<br>N° SS ${nir(p.nir, 'points')}</div><div style="width:80mm">${blocPostal(p)}</div></div><h1>Décompte de prestations — incapacité temporaire de travail</h1><table class="tb"><tr><th>Nature</th><th>Du</th><th>Au</th><th class="r">Jours</th><th class="r">Indemnité journalière</th><th class="r">Montant</th></tr><tr><td>Indemnités journalières complémentaires</td><td>${champ('periodeDebut', dateFr(debut))}</td><td>${champ('periodeFin', dateFr(fin))}</td><td class="r">${n}</td><td class="r">${euros(unit)}</td><td class="r">${euros(total)}</td></tr><tr><td colspan="5"><b>Montant réglé à l’assuré${accord(p)}</b></td><td class="r"><b>${champ('montant', euros(total))}</b></td></tr></table><p style="margin-top:5mm">Règlement par virement le ${champ('dateDocument', dateFr(jour))}. Les prestations viennent en complément des indemnités journalières versées par la sécurité sociale, dans la limite du salaire net. Adressez-nous chaque nouvel avis d’arrêt de travail sous 48 heures.</p><div class="pied">Prévoyance des métiers — membre d’un groupe paritaire de protection sociale — réclamations : ${telephone(rng)}</div>`
  return {
    pages: [feuille(html)],
    champs: { ...identite(p), dateDocument: jour, periodeDebut: debut, periodeFin: fin, montant: total },
    dateFinValidite: finDeMoisPlus(fin, 3),
    regleValidite: 'ressources-3-mois',
  }
}

/** Grant of a region to a nursing or social work student. */
function bourseRegion(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const y = annee(c.today) - rng.pick([0, 0, 1])
  const jour = `${y}-09-${rng.int(10, 29)}`
  const mensuel = rng.pick([177.3, 253.6, 311.2, 441.2])
  const html = lettre(
    c,
    `<div class="lig">${logo('soleil', 'LA RÉGION', `Direction de la formation sanitaire et sociale`, '#00608a', 15)}<div class="r">Dossier ${y}-BSS-${rng.digits(5)}<br>Affaire suivie par ${tiers(rng).nomComplet}</div></div>`,
    `<p>Le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p><b>Objet : décision d’attribution d’une bourse d’études — formations sanitaires et sociales, année ${y}-${y + 1}</b></p><p>${monsieurMadame(p)},</p><p class="j">Par arrêté de ce jour, le président du conseil régional vous attribue une bourse d’études pour l’année de formation ${y}-${y + 1}, échelon ${rng.int(1, 6)}, dont le montant mensuel s’élève à <b>${champ('montant', euros(mensuel))}</b>, versé pendant dix mois, du ${champ('periodeDebut', dateFr(`${y}-09-01`))} au ${champ('periodeFin', dateFr(`${y + 1}-06-30`))}.</p><p class="j">Le versement est subordonné à votre présence effective en formation, attestée chaque trimestre par l’établissement. Toute interruption doit être signalée sans délai.</p><p class="j">Cette décision peut être contestée devant le tribunal administratif dans un délai de deux mois.</p><p>Je vous prie de croire, ${monsieurMadame(p)}, à l’assurance de ma considération.</p><div style="margin-left:90mm">Pour le président, la vice-présidente${signature(rng)}</div>`,
  )
  return {
    pages: [feuille(html, { pt: 10.4, fonte: 'serif' })],
    champs: {
      ...identite(p),
      dateDocument: jour,
      montant: mensuel,
      periodeDebut: `${y}-09-01`,
      periodeFin: `${y + 1}-06-30`,
    },
    dateFinValidite: `${y + 1}-08-31`,
    regleValidite: 'bourse-annee-universitaire',
  }
}

const RETRAITE = { ageMin: 63, ageMax: 84 } as const
const ACTIF = { ageMin: 24, ageMax: 60 } as const

export const INEDITS_RESSOURCES: readonly Template[] = [
  inedit('attestation-caf', 'lettre-aah', cafLettre, ACTIF),
  inedit('attestation-caf', 'msa-releve', msaTableau, ACTIF),
  inedit('attestation-france-travail', 'periodes-paysage', periodes, ACTIF),
  inedit('attestation-france-travail', 'lettre-ass', ass, ACTIF),
  inedit('attestation-pension', 'bulletin-etat', pensionEtat, RETRAITE),
  inedit('attestation-pension', 'annuelle-collectivites', pensionAnnuelle, RETRAITE),
  inedit('autre-justificatif-ressources', 'prevoyance', prevoyance, ACTIF),
  inedit('autre-justificatif-ressources', 'bourse-region', bourseRegion, { ageMin: 18, ageMax: 30 }),
]
