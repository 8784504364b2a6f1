import type { DrawContext, Drawn, Template } from '../template.ts'
import { daysBetween } from '../dates.ts'
import { fictionalAdresse } from '../people.ts'
import { fictionalSiret } from '../numbers.ts'
import {
  accord,
  blocPostal,
  champ,
  civil,
  entier,
  esc,
  euros,
  FORMES_NIR,
  grouper,
  identite,
  monsieurMadame,
  nir,
  nomUsuel,
  page,
  pose,
  prenom,
  r2,
} from './kit.ts'
import { annee, dateFr, finDeMoisPlus, jourPasse, minDate, moisDe, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { blocEtat, griffe, logo, signature } from './kit-formes.ts'

/** Other proofs of resources: student grant, daily sickness benefits, accounts and attestation of an accountant. */

const CSS = `
.ra{font-size:9.4pt;line-height:1.38}.ra h1{font-size:14pt;margin:6mm 0 4mm}.ra .ta td,.ra .ta th{border:.2mm solid #777;padding:1mm 1.8mm}.ra .ta th{background:#ececec}
.ra .enc{border:.35mm solid #333;padding:2.5mm 3mm}.ra .pied{position:absolute;left:16mm;right:16mm;bottom:9mm;font-size:6.7pt;color:#555;border-top:.2mm solid #aaa;padding-top:1.2mm}
.bil{font-size:8.4pt}.bil td{padding:.75mm 1.5mm;border-left:.2mm solid #555;border-right:.2mm solid #555}.bil th{border:.2mm solid #555;background:#e9edf2;padding:1mm;font-size:7.6pt}.bil tr.s td{font-weight:bold;border-top:.2mm solid #555;border-bottom:.2mm solid #555}
`

function bourse(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const rentree = moisDe(today) >= 9 ? annee(today) : annee(today) - 1
  const a = rng.chance(0.25) ? rentree - 1 : rentree
  const conditionnelle = rng.chance(0.3)
  const jour = minDate(`${a}-0${rng.int(6, 9)}-${rng.int(10, 28)}`, today)
  const echelon = rng.pick([
    ['0 bis', 145.4],
    ['1', 177.3],
    ['2', 253.6],
    ['3', 311.2],
    ['4', 368.4],
    ['5', 417.6],
    ['6', 441.2],
    ['7', 633.5],
  ] as const)
  const ine = `${rng.digits(9)}${rng.pick(['AB', 'GH', 'JK', 'ME'])}`
  const univ = `Université de ${territoire(rng)}`
  const html = `<div class="ra"><div class="lig"><div class="lig" style="width:100mm">${blocEtat('MINISTÈRE DE L’ENSEIGNEMENT SUPÉRIEUR', 36)}${logo('soleil', 'Crous', territoire(rng).replace(/^la /, ''), '#d5142c', 15)}</div><div style="width:78mm;padding-top:22mm;font-size:10pt">${blocPostal(person)}</div></div>
<div class="lig" style="margin-top:6mm"><div>Dossier social étudiant n° ${grouper(rng.digits(9), [3, 3, 3])}<br>INE : ${ine}<br>Gestionnaire : bourses ${rng.int(1, 12)} — ${telephone(rng)}</div><div>Le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div>
<h1 style="text-align:center">NOTIFICATION ${conditionnelle ? 'CONDITIONNELLE' : 'DÉFINITIVE'} DE BOURSE<br><span style="font-size:11.5pt">sur critères sociaux — année universitaire ${a}-${a + 1}</span></h1>
<p>${monsieurMadame(person)},</p><p>J’ai l’honneur de vous informer que, par décision du recteur de région académique, une <b>bourse d’enseignement supérieur sur critères sociaux</b> vous est attribuée ${conditionnelle ? 'à titre conditionnel, sous réserve de votre inscription effective,' : ''} pour l’année universitaire ${a}-${a + 1}, dans les conditions suivantes :</p>
<table class="ta"><tr><td style="width:70mm">Établissement d’accueil</td><td>${univ}</td></tr><tr><td>Formation</td><td>${rng.pick(['Licence de sciences sociales, 2e année', 'Master 1 droit public', 'BUT gestion logistique et transport, 1re année', 'Licence mathématiques, 3e année'])}</td></tr><tr><td>Échelon</td><td><b>${echelon[0]}</b></td></tr><tr><td>Montant mensuel</td><td><b>${champ('montant', euros(echelon[1]))}</b></td></tr><tr><td>Montant annuel (10 mensualités)</td><td>${euros(r2(echelon[1] * 10))}</td></tr><tr><td>Période de versement</td><td>du ${champ('periodeDebut', dateFr(`${a}-09-01`))} au ${champ('periodeFin', dateFr(`${a + 1}-06-30`))}</td></tr><tr><td>Points de charge retenus</td><td>${rng.int(0, 9)}</td></tr><tr><td>Revenu brut global de référence (année ${a - 2})</td><td>${entier(rng.int(6200, 33000))} €</td></tr></table>
<p style="margin-top:4mm">Le paiement de la première mensualité est effectué avant le 5 septembre si votre inscription est confirmée par l’établissement avant le 25 août. Vous êtes exonéré${accord(person)} des droits universitaires et de la contribution de vie étudiante et de campus. Vous êtes tenu${accord(person)} à l’assiduité aux cours et à la présence aux examens, sous peine de reversement.</p>
<p>Vous disposez d’un délai de deux mois pour contester cette décision auprès du recteur ou du tribunal administratif.</p>
<div style="margin-left:100mm">Pour le recteur et par délégation,<br>la direction générale du Crous${signature(rng, '#222', 36)}</div><div class="pied">Circulaire relative aux modalités d’attribution des bourses d’enseignement supérieur sur critères sociaux. Étudiant${accord(person)} : ${esc(nomUsuel(person))} ${esc(prenom(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}. Document généré par l’application des dossiers sociaux étudiants, ne comporte pas de signature manuscrite obligatoire.</div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '12mm 16mm' })],
    champs: {
      ...identite(person),
      dateDocument: jour,
      montant: echelon[1],
      periodeDebut: `${a}-09-01`,
      periodeFin: `${a + 1}-06-30`,
    },
    dateFinValidite: `${a + 1}-08-31`,
    regleValidite: 'bourse-annee-universitaire',
  }
}

function indemnites(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const fin = rng.chance(0.22) ? jourPasse(rng, today, 125, 330) : jourPasse(rng, today, 6, 60)
  const debut = plus(fin, { jours: -rng.int(20, 55) })
  const jour = minDate(plus(fin, { jours: rng.int(2, 9) }), today)
  const journalier = r2(24 + rng.next() * 25)
  const coupe = plus(debut, { jours: Math.floor(daysBetween(debut, fin) / 2) })
  const periodes = [
    [debut, coupe],
    [plus(coupe, { jours: 1 }), fin],
  ] as const
  const lignes = periodes.map(([d, f]) => {
    const jours = daysBetween(d, f) + 1
    const brut = r2(jours * journalier)
    return { d, f, jours, brut, csg: r2(brut * 0.067) }
  })
  const net = r2(lignes.reduce((a, l) => a + l.brut - l.csg, 0))
  const html = `<div class="ra"><div class="lig"><div style="width:90mm">${logo('carre', 'l’Assurance Maladie', `Caisse primaire d’assurance maladie de ${territoire(rng)}`, '#0c419a', 16)}<div style="font-size:8pt;margin-top:4mm">CPAM — ${rng.digits(5)} CEDEX 9<br>ameli.fr &nbsp; Tél. 36 46 (service gratuit + prix appel)</div></div><div style="width:82mm;padding-top:20mm;font-size:10pt">${blocPostal(person, true)}</div></div>
<table style="margin-top:8mm"><tr><td class="g" style="width:44mm">N° de sécurité sociale</td><td>${nir(person.nir, rng.pick(FORMES_NIR))}</td><td class="r">Le ${champ('dateDocument', dateFr(jour))}</td></tr><tr><td class="g">Bénéficiaire</td><td>${esc(civil(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}</td><td></td></tr></table>
<h1>${rng.pick(['ATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES', 'Relevé d’indemnités journalières'])}</h1>
<p>Nous vous informons que les indemnités journalières suivantes vous ont été versées pour la période du <b>${champ('periodeDebut', dateFr(debut))}</b> au <b>${champ('periodeFin', dateFr(fin))}</b>.</p>
<table class="ta"><tr><th>Nature</th><th>Du</th><th>Au</th><th class="r">Jours</th><th class="r">Montant unitaire</th><th class="r">Brut</th><th class="r">CSG et RDS</th><th class="r">Net</th></tr>${lignes.map(l => `<tr><td>IJ normales (${rng.pick(['maladie', 'maladie'])})</td><td>${dateFr(l.d)}</td><td>${dateFr(l.f)}</td><td class="r">${l.jours}</td><td class="r">${euros(journalier)}</td><td class="r">${euros(l.brut)}</td><td class="r">-${euros(l.csg)}</td><td class="r">${euros(r2(l.brut - l.csg))}</td></tr>`).join('')}<tr><td colspan="7"><b>Total net versé</b></td><td class="r"><b>${champ('montant', euros(net))}</b></td></tr></table>
<p style="margin-top:5mm">Délai de carence appliqué : 3 jours. Subrogation de l’employeur : non. Les indemnités journalières maladie sont imposables, sauf affection de longue durée.</p><p>Le montant net social correspondant à ces versements s’élève à ${euros(net)}. Ce montant est à reporter dans vos démarches de prime d’activité ou de revenu de solidarité active.</p>
<div class="pied">La caisse d’assurance maladie traite vos données pour la gestion de vos droits. Un relevé détaillé est disponible dans votre compte. Dossier ${rng.digits(8)} — ${nir(person.nir, 'compact')}</div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: jour, periodeDebut: debut, periodeFin: fin, montant: net },
    dateFinValidite: finDeMoisPlus(fin, 3),
    regleValidite: 'ressources-3-mois',
  }
}

const ACTIVITES = [
  'Travaux de peinture',
  'Taxi artisan',
  'Coiffure à domicile',
  'Petite restauration',
  'Entretien d’espaces verts',
] as const

interface Comptes {
  readonly ca: number
  readonly charges: readonly (readonly [string, number])[]
  readonly resultat: number
}

function comptes({ rng }: DrawContext): Comptes {
  const ca = rng.int(28000, 74000)
  const part = (p: number): number => Math.round(ca * p * (0.9 + rng.next() * 0.2))
  const charges = [
    ['Achats de matières et fournitures', part(0.17)],
    ['Autres achats et charges externes', part(0.19)],
    ['Impôts, taxes et versements assimilés', part(0.02)],
    ['Cotisations sociales de l’exploitant', part(0.14)],
    ['Dotations aux amortissements', part(0.05)],
  ] as const
  return { ca, charges, resultat: ca - charges.reduce((a, [, m]) => a + m, 0) }
}

const dernierExercice = (context: DrawContext): number => annee(context.today) - context.rng.pick([1, 1, 1, 2, 3])

function bilan(context: DrawContext): Drawn {
  const { rng, person } = context
  const y = dernierExercice(context)
  const cloture = `${y}-12-31`
  const jour = minDate(`${y + 1}-0${rng.int(3, 6)}-${rng.int(10, 28)}`, context.today)
  const c = comptes(context)
  const siret = fictionalSiret(rng)
  const nom = `${esc(nomUsuel(person))} ${esc(prenom(person))}`
  const cabinet = `CABINET ${tiers(rng).nom} EXPERTISE`
  const tete = (titre: string, n: number): string =>
    `<div class="lig" style="margin-bottom:4mm"><div><b style="font-size:11pt">${champ('nom', esc(nomUsuel(person)))} ${champ('prenoms', esc(prenom(person)))} — entreprise individuelle</b><br>${rng.pick(ACTIVITES)}<br>${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}<br>SIRET ${siret}</div><div class="r">${cabinet}<br>Exercice du ${champ('periodeDebut', dateFr(`${y}-01-01`))} au ${champ('periodeFin', dateFr(cloture))}<br>Page ${n}/2</div></div><h1 style="text-align:center;background:#e9edf2;padding:2mm">${titre}</h1>`
  const immo = rng.int(4200, 18000)
  const amort = Math.round(immo * 0.4)
  const stocks = rng.int(300, 2600)
  const clients = rng.int(900, 6200)
  const banque = rng.int(1800, 14000)
  const actif = immo - amort + stocks + clients + banque
  const emprunt = rng.int(1200, 6000)
  const fournisseurs = rng.int(700, 2800)
  const dettes = rng.int(500, 1900)
  const l = (a: string, b: string, n: string, p: string, q: string, cl = ''): string =>
    `<tr class="${cl}"><td>${a}</td><td class="r">${b}</td><td class="r">${n}</td><td>${p}</td><td class="r">${q}</td></tr>`
  const capital = actif - emprunt - fournisseurs - dettes - c.resultat
  const p1 = `<div class="ra bil">${tete(`BILAN AU ${dateFr(cloture)}`, 1)}<table><tr><th>ACTIF</th><th class="r">Brut</th><th class="r">Net</th><th>PASSIF</th><th class="r">Net</th></tr>
${l('Fonds commercial', '0', '0', 'Capital individuel', entier(capital))}${l('Immobilisations corporelles', entier(immo), entier(immo - amort), 'Résultat de l’exercice', entier(c.resultat))}${l('Amortissements', entier(-amort), '', 'Provisions réglementées', '0')}${l('ACTIF IMMOBILISÉ', entier(immo), entier(immo - amort), 'CAPITAUX PROPRES', entier(capital + c.resultat), 's')}${l('Stocks et en-cours', entier(stocks), entier(stocks), 'Emprunts et dettes assimilées', entier(emprunt))}${l('Clients et comptes rattachés', entier(clients), entier(clients), 'Dettes fournisseurs', entier(fournisseurs))}${l('Disponibilités', entier(banque), entier(banque), 'Dettes fiscales et sociales', entier(dettes))}${l('ACTIF CIRCULANT', entier(stocks + clients + banque), entier(stocks + clients + banque), 'DETTES', entier(emprunt + fournisseurs + dettes), 's')}${l('TOTAL GÉNÉRAL', entier(immo + stocks + clients + banque), entier(actif), 'TOTAL GÉNÉRAL', entier(actif), 's')}</table>
<p style="margin-top:6mm">Les comptes annuels ci-joints ont été établis conformément au plan comptable général. Montants exprimés en euros. Régime réel simplifié d’imposition — liasse fiscale n° 2033-A. Durée de l’exercice : 12 mois. Effectif salarié : 0. Dettes à plus d’un an : ${entier(Math.round(emprunt * 0.6))} €.</p><p>Méthodes comptables : immobilisations évaluées à leur coût d’acquisition, amorties selon le mode linéaire (matériel et outillage 5 ans, véhicules 4 ans, mobilier 10 ans). Stocks évalués au dernier prix d’achat connu.</p>${pose(120, 235, 70, griffe(rng, [cabinet, 'Société d’expertise comptable', `inscrite au tableau de l’Ordre`]))}</div>`
  const p2 = `<div class="ra bil">${tete('COMPTE DE RÉSULTAT', 2)}<table><tr><th>Montants en euros</th><th class="r">Exercice ${y}</th><th class="r">Exercice ${y - 1}</th></tr><tr><td>Production vendue de services</td><td class="r">${entier(c.ca)}</td><td class="r">${entier(Math.round(c.ca * 0.94))}</td></tr><tr class="s"><td>PRODUITS D’EXPLOITATION</td><td class="r">${entier(c.ca)}</td><td class="r">${entier(Math.round(c.ca * 0.94))}</td></tr>${c.charges.map(([n, m]) => `<tr><td>${n}</td><td class="r">${entier(m)}</td><td class="r">${entier(Math.round(m * 0.97))}</td></tr>`).join('')}<tr class="s"><td>CHARGES D’EXPLOITATION</td><td class="r">${entier(c.ca - c.resultat)}</td><td class="r">${entier(Math.round((c.ca - c.resultat) * 0.97))}</td></tr><tr class="s"><td>RÉSULTAT NET DE L’EXERCICE (BÉNÉFICE)</td><td class="r">${champ('montant', entier(c.resultat))}</td><td class="r">${entier(Math.round(c.ca * 0.94) - Math.round((c.ca - c.resultat) * 0.97))}</td></tr></table>
<p style="margin-top:6mm">Attestation de présentation : la mission de présentation des comptes annuels de ${nom}, que nous avons accomplie, n’a pas mis en évidence d’éléments remettant en cause la cohérence et la vraisemblance des comptes annuels pris dans leur ensemble.</p><div style="margin:4mm 0 0 105mm">Fait le ${champ('dateDocument', dateFr(jour))}<br>L’expert-comptable${signature(rng, '#222', 38)}</div></div>`
  return {
    pages: [page(p1, { css: CSS, marges: '15mm' }), page(p2, { css: CSS, marges: '15mm' })],
    champs: {
      ...identite(person),
      dateDocument: jour,
      periodeDebut: `${y}-01-01`,
      periodeFin: cloture,
      montant: c.resultat,
    },
    dateFinValidite: `${y + 1}-12-31`,
    regleValidite: 'bilan-exercice',
  }
}

function attestationComptable(context: DrawContext): Drawn {
  const { rng, person } = context
  const y = dernierExercice(context)
  const jour = minDate(`${y + 1}-0${rng.int(2, 9)}-${rng.int(10, 28)}`, context.today)
  const c = comptes(context)
  const expert = tiers(rng)
  const a = fictionalAdresse(rng)
  const html = `<div class="ra" style="font-size:10.5pt;line-height:1.55"><div class="lig"><div><b style="font-size:13pt">${expert.nomComplet}</b><br>Expert-comptable diplômé<br>Inscrit à l’Ordre de la région ${esc(territoire(rng))}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>Tél. ${telephone(rng)}<br>SIRET ${fictionalSiret(rng)}</div><div style="padding-top:24mm">${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div>
<h1 style="text-align:center;margin-top:14mm">ATTESTATION DE L’EXPERT-COMPTABLE</h1><p class="j">Je soussigné${accord(expert)}, ${expert.nomComplet}, expert-comptable, en charge de la tenue et de la présentation des comptes de ${person.civilite} ${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}, exerçant à titre individuel l’activité de « ${rng.pick(ACTIVITES).toLowerCase()} », atteste que les revenus professionnels de l’intéressé${accord(person)} ressortent, au titre de l’exercice clos le ${champ('periodeFin', dateFr(`${y}-12-31`, 'long'))}, aux montants suivants :</p>
<table class="ta" style="width:130mm;margin:6mm auto"><tr><td>Chiffre d’affaires hors taxes</td><td class="r">${entier(c.ca)} €</td></tr><tr><td>Charges d’exploitation</td><td class="r">${entier(c.ca - c.resultat)} €</td></tr><tr><td><b>Bénéfice de l’exercice</b></td><td class="r"><b>${champ('montant', `${entier(c.resultat)} €`)}</b></td></tr><tr><td>Soit un revenu mensuel moyen de</td><td class="r">${euros(r2(c.resultat / 12))}</td></tr></table>
<p class="j">Ces informations sont issues des comptes annuels établis selon les normes professionnelles applicables à la mission de présentation. La présente attestation est délivrée à la demande de l’intéressé${accord(person)}, pour être jointe à une demande de logement, et ne peut être utilisée à d’autres fins.</p><div style="margin:12mm 0 0 95mm">${signature(rng, '#1b2a6b', 46)}${griffe(rng, [expert.nomComplet, 'Expert-comptable', `N° d’inscription ${rng.digits(9)}`])}</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['serif', 'sans'] as const), marges: '22mm 24mm' })],
    champs: { ...identite(person), dateDocument: jour, periodeFin: `${y}-12-31`, montant: c.resultat },
    dateFinValidite: `${y + 1}-12-31`,
    regleValidite: 'bilan-exercice',
  }
}

const TYPE = 'autre-justificatif-ressources'

export const AUTRES_RESSOURCES: readonly Template[] = [
  { id: `${TYPE}/bourse-crous`, type: TYPE, titulaire: { ageMin: 18, ageMax: 25 }, draw: bourse },
  { id: `${TYPE}/indemnites-journalieres`, type: TYPE, titulaire: { ageMin: 22, ageMax: 62 }, draw: indemnites },
  { id: `${TYPE}/bilan`, type: TYPE, titulaire: { ageMin: 25, ageMax: 62 }, draw: bilan },
  {
    id: `${TYPE}/attestation-comptable`,
    type: TYPE,
    titulaire: { ageMin: 25, ageMax: 62 },
    draw: attestationComptable,
  },
]
