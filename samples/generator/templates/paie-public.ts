import type { Company, DrawContext, Drawn, Template } from '../template.ts'
import { lastOfMonth } from '../dates.ts'
import { fictionalAdresse } from '../people.ts'
import { fictionalSiret } from '../numbers.ts'
import {
  champ,
  decimal,
  esc,
  fonte,
  grouper,
  identite,
  montant,
  nomUsuel,
  page,
  pose,
  prenom,
  r2,
  ascii,
  monsieurMadame,
} from './kit.ts'
import { ddmmyyyy, jours2000, moisAvant, moisDe, moisFr, moisRecent, dateFr } from './kit-dates.ts'
import { territoire, tiers } from './kit-fiction.ts'
import { finBulletin } from './paie-textes.ts'
import { valeurDuPoint } from './paie-bareme.ts'
import { logo } from './kit-formes.ts'

/** Payslip of the State's civil servants (coded lines, 2D-Doc 06) and slip of a household employee (Cesu). */

const CSS = `
.pp{font-size:8pt}.pp .gr td{border-left:.25mm solid #222;border-right:.25mm solid #222;padding:.42mm 1.5mm;font-family:'Liberation Mono';font-size:8pt}
.pp .gr th{border:.25mm solid #222;text-align:center;font-size:7pt;padding:.8mm}.pp .gr{border:.3mm solid #222}
.pp .et{font-size:5.8pt;color:#333}.pp .q td{border:.25mm solid #222;padding:.5mm 1.2mm;height:8.4mm}
.ce .gc td,.ce .gc th{border-bottom:.2mm solid #b9c7d8;padding:1.1mm 1.5mm}.ce h2{color:#1c4f8a;font-size:10.5pt;margin:5mm 0 1.5mm;border-left:1.6mm solid #f08a00;padding-left:2mm}
`

interface LignePublique {
  readonly code: string
  readonly libelle: string
  readonly payer?: number
  readonly deduire?: number
  readonly info?: number
}

interface Paie {
  readonly lignes: readonly LignePublique[]
  readonly brut: number
  readonly net: number
  readonly imposable: number
  readonly netSocial: number
  readonly pas: number
  readonly cout: number
}

/** Pay of a tenured agent: index, residence, bonus, transfer of premiums, civil pension, CSG. */
function calculerPublic(debut: string, indice: number, prime: number, tauxPas: number): Paie {
  const traitement = r2(indice * valeurDuPoint(debut))
  const residence = r2(traitement * 0.01)
  const transfert = 23.17
  const brut = r2(traitement + residence + prime)
  const pension = r2(traitement * 0.111)
  const rafp = r2(Math.min(r2(residence + prime), r2(traitement * 0.2)) * 0.05)
  const assiette = r2((brut - transfert) * 0.9825)
  const csgNd = r2(assiette * 0.024)
  const csgD = r2(assiette * 0.068)
  const crds = r2(assiette * 0.005)
  const retenues = r2(pension + transfert + rafp + csgNd + csgD + crds)
  const avant = r2(brut - retenues)
  const imposable = r2(avant + csgNd + crds)
  const pas = r2((imposable * tauxPas) / 100)
  const lignes: LignePublique[] = [
    { code: '101000', libelle: 'TRAITEMENT BRUT', payer: traitement },
    { code: '101050', libelle: 'RETENUE PC', deduire: pension },
    { code: '102000', libelle: 'INDEMNITE DE RESIDENCE', payer: residence },
    { code: '201793', libelle: 'IFSE', payer: prime },
    { code: '401201', libelle: 'C.S.G. NON DEDUCTIBLE', deduire: csgNd },
    { code: '401301', libelle: 'C.S.G. DEDUCTIBLE', deduire: csgD },
    { code: '401501', libelle: 'C.R.D.S.', deduire: crds },
    { code: '403301', libelle: 'COT PAT FNAL DEPLAFONNEE', info: r2(brut * 0.005) },
    { code: '403501', libelle: 'COT PAT ALLOC FAMILIALES', info: r2(traitement * 0.0525) },
    { code: '403801', libelle: 'CONT SOLIDARITE AUTONOMIE', info: r2(traitement * 0.003) },
    { code: '404001', libelle: 'COT PAT MALADIE DEPLAFON', info: r2(traitement * 0.097) },
    { code: '411050', libelle: 'CONTRIB.PC', info: r2(traitement * 0.7828) },
    { code: '501080', libelle: 'COT SAL RAFP', deduire: rafp },
    { code: '501180', libelle: 'COT PAT RAFP', info: rafp },
    { code: '604970', libelle: 'TRANSFERT PRIMES / POINTS', deduire: transfert },
    { code: '558000', libelle: 'IMPOT SUR LE REVENU PRELEVE A LA SOURCE', deduire: pas },
  ]
  return {
    lignes,
    brut,
    net: r2(avant - pas),
    imposable,
    netSocial: avant,
    pas,
    cout: r2(lignes.reduce((a, l) => a + (l.info ?? 0), brut)),
  }
}

function dessinerPublic(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const debut = moisRecent(rng, today)
  const fin = lastOfMonth(debut)
  const paiement = `${debut.slice(0, 8)}${rng.int(25, 28)}`
  const service = rng.pick([
    'CENTRE HOSPITALIER',
    'RECTORAT - LYCÉE',
    'DIRECTION DÉPARTEMENTALE DES TERRITOIRES',
    'DISP - CENTRE DE DÉTENTION',
  ])
  const lieu = territoire(rng).toUpperCase()
  const employeur: Company = {
    nom: `${service} DE ${lieu}`,
    siret: fictionalSiret(rng),
    naf: '84.11Z',
    adresse: fictionalAdresse(rng),
    conventionCollective: '',
  }
  const indice = rng.int(373, 512)
  const prime = r2(120 + rng.next() * 420)
  const tauxPas = rng.pick([0, 0.7, 1.5, 2.3, 3.1, 4.4])
  const paie = calculerPublic(debut, indice, prime, tauxPas)
  const n = moisDe(debut)
  const depuisJanvier = Array.from({ length: n }, (_, i) => calculerPublic(moisAvant(debut, i), indice, prime, tauxPas))
  const cumul = r2(depuisJanvier.reduce((a, p) => a + p.imposable, 0))
  const entree = moisAvant(debut, rng.int(16, 220))
  const m = (x: number | undefined): string => (x === undefined || x === 0 ? '' : montant(x, ''))
  const totalPayer = r2(paie.lignes.reduce((a, l) => a + (l.payer ?? 0), 0))
  const totalDeduire = r2(paie.lignes.reduce((a, l) => a + (l.deduire ?? 0), 0))
  const [s, a, mo, d, c, o, cle] = grouper(person.nir, [1, 2, 2, 2, 3, 3, 2]).split(' ')
  const nirCellules = `<span class="nir" style="display:inline-block">${[s, a, mo, d, c, o].join('&nbsp;')} <span style="border-left:.25mm solid #222;padding-left:1mm;margin-left:1mm">${cle}</span></span>`
  const code = context.twoDDoc({
    type: '06',
    issueDate: paiement,
    signatureDate: paiement,
    moduleMm: 0.4,
    fields: [
      [
        '10',
        `${person.civilite === 'M.' ? 'M' : 'MME'}/${ascii(nomUsuel(person))}/${ascii(prenom(person))}`.slice(0, 38),
      ],
      ['50', employeur.siret],
      ['53', jours2000(debut)],
      ['54', jours2000(fin)],
      ['55', ddmmyyyy(entree)],
      ['58', montant(paie.imposable, '')],
      ['59', montant(cumul, '')],
      ['5A', montant(paie.brut, '')],
      ['5C', montant(paie.net, '')],
    ],
  })
  const html = `<div class="pp">
${pose(12, 10, 92, `<b>${champ('employeur', esc(employeur.nom))}</b><br>${esc(employeur.adresse.ligne.toUpperCase())}<br>${employeur.adresse.codePostal} ${esc(employeur.adresse.ville)}`, 'font-size:8.5pt')}
${pose(118, 9, 82, `<div style="font-size:13pt;font-weight:bold">BULLETIN DE PAYE</div><div style="margin-top:1mm">${moisFr(debut).toUpperCase()}</div><div class="et" style="margin-top:1mm">Période du ${champ('periodeDebut', dateFr(debut))} au ${champ('periodeFin', dateFr(fin))}</div><div class="et">SIRET de l’employeur : ${champ('siret', employeur.siret)}</div>`)}
${pose(12, 34, 100, `<table class="q"><tr><td><div class="et">Affectation</div>${rng.digits(3)} ${rng.digits(6)}</td><td><div class="et">Poste</div>0${rng.digits(4)}</td><td><div class="et">N° ordre</div>${rng.digits(4)}</td></tr><tr><td colspan="3"><div class="et">N° INSEE &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; Clé</div>${nirCellules}</td></tr><tr><td><div class="et">Grade</div>ADJ ADM PAL 2CL</td><td><div class="et">Échelon</div>0${rng.int(2, 9)}</td><td><div class="et">Indice ou nb d’heures</div>${indice}</td></tr><tr><td><div class="et">Enfants à charge</div>0${context.children.length}</td><td><div class="et">Taux horaire ou NBI</div></td><td><div class="et">Temps partiel</div>100 %</td></tr></table>`)}
${pose(122, 44, 78, `${monsieurMadame(person).toUpperCase()}<br>${champ('nom', esc(nomUsuel(person)))} ${champ('prenoms', esc(prenom(person).toUpperCase()))}<br>${esc(person.adresse.ligne.toUpperCase())}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}`, 'font-size:9pt;line-height:1.35')}
${pose(
  12,
  78,
  186,
  `<table class="gr"><tr><th style="width:20mm">CODE</th><th>ÉLÉMENTS</th><th style="width:30mm">À PAYER</th><th style="width:30mm">À DÉDUIRE</th><th style="width:32mm">POUR INFORMATION</th></tr>${paie.lignes.map(l => `<tr><td>${l.code}</td><td>${l.libelle}</td><td class="r">${m(l.payer)}</td><td class="r">${m(l.deduire)}</td><td class="r">${m(l.info)}</td></tr>`).join('')}<tr><td></td><td>TAUX PERSONNALISE ${decimal(tauxPas, 2)}%</td><td></td><td></td><td></td></tr><tr><td></td><td>MONTANT NET SOCIAL</td><td></td><td></td><td class="r">${champ('montantNetSocial', m(paie.netSocial))}</td></tr><tr><td colspan="5" style="height:22mm;border-left:.25mm solid #222"></td></tr><tr style="border-top:.3mm solid #222"><td></td><td>TOTAUX DU MOIS</td><td class="r">${montant(totalPayer, '')}</td><td class="r">${montant(totalDeduire, '')}</td><td></td></tr></table>`,
)}
${pose(
  12,
  204,
  140,
  `<table class="q"><tr><td><div class="et">BRUT DU MOIS</div><span style="${fonte('mono')}">${champ('salaireBrut', montant(paie.brut, ''))}</span></td><td><div class="et">Coût total employeur</div><span style="${fonte('mono')}">${montant(paie.cout, '')}</span></td><td><div class="et">Net à payer avant impôt sur le revenu</div><span style="${fonte('mono')}">${montant(paie.netSocial, '')}</span></td></tr><tr><td><div class="et">MONTANT IMPOSABLE DU MOIS</div><span style="${fonte('mono')}">${champ('netImposable', montant(paie.imposable, ''))}</span></td><td><div class="et">MONTANT IMPOSABLE DE L’ANNÉE</div><span style="${fonte('mono')}">${montant(cumul, '')}</span></td><td style="border:.6mm solid #000"><div class="et">NET À PAYER</div><b style="${fonte('mono')}font-size:11pt">${champ('netAPayer', montant(paie.net, ''))} €</b></td></tr><tr><td colspan="2"><div class="et">Virement sur le compte</div>FR76 •••• •••• •••• ${rng.digits(4)}</td><td><div class="et">Mis en paiement le</div>${champ('datePaiement', dateFr(paiement))}</td></tr></table><p class="et" style="margin-top:2mm">Dans votre intérêt, conservez ce bulletin sans limitation de durée. Comptable assignataire : direction régionale des finances publiques de ${esc(lieu)}. Contact : ${rng.digits(3)}-paye@dgfip.example. Vos bulletins sont disponibles dans votre espace numérique sécurisé de l’agent public (ENSAP). Définition du montant net social : service-public.fr.</p>`,
)}
${pose(157, 236, 44, code)}
</div>`
  return {
    pages: [page(html, { css: CSS, marges: '0' })],
    champs: {
      ...identite(person),
      employeur: employeur.nom,
      siret: employeur.siret,
      periodeDebut: debut,
      periodeFin: fin,
      datePaiement: paiement,
      dateDocument: paiement,
      salaireBrut: paie.brut,
      netImposable: paie.imposable,
      netAPayer: paie.net,
      montantNetSocial: paie.netSocial,
    },
    ...finBulletin(fin),
  }
}

function cesu(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const debut = moisRecent(rng, today)
  const fin = lastOfMonth(debut)
  const paiement = fin
  const patron = tiers(rng)
  const adressePatron = fictionalAdresse(rng)
  const heures = rng.int(12, 86)
  const taux = Math.round((13.2 + rng.next() * 4) * 100) / 100
  const salaire = r2(heures * taux)
  const conges = r2(salaire * 0.1)
  const brut = r2(salaire + conges)
  const assiette = r2(brut * 0.9825)
  const lignes: readonly (readonly [string, number, number])[] = [
    ['Assurance vieillesse plafonnée', brut, 6.9],
    ['Assurance vieillesse déplafonnée', brut, 0.4],
    ['Retraite complémentaire Ircem et CEG', brut, 4.01],
    ['Prévoyance Ircem', brut, 1.04],
    ['CSG déductible', assiette, 6.8],
    ['CSG et CRDS non déductibles', assiette, 2.9],
  ]
  const montants = lignes.map(([, b, t]) => r2((b * t) / 100))
  const retenues = r2(montants.reduce((a, b) => a + b, 0))
  const netSocial = r2(brut - retenues)
  const imposable = r2(netSocial + (montants[5] ?? 0))
  const pas = r2(imposable * rng.pick([0, 0, 0.005, 0.013]))
  const net = r2(netSocial - pas)
  const kv = (l: string, v: string): string => `<tr><td style="width:56mm" class="g">${l}</td><td>${v}</td></tr>`
  const html = `<div class="pp ce"><div class="lig">${logo('toit', 'Cesu', 'Chèque emploi service universel<br>un service de l’Urssaf', '#1c4f8a', 17)}<div style="text-align:right"><div style="font-size:15pt;font-weight:bold;color:#1c4f8a">BULLETIN DE SALAIRE</div><div>établi par le Centre national du Cesu<br>Édité le ${dateFr(paiement)}</div></div></div>
<h2>Employeur et salarié</h2><div class="lig"><table style="width:90mm">${kv('Particulier employeur', `<b>${champ('employeur', esc(`${patron.civilite} ${patron.nomComplet}`))}</b>`)}${kv('Numéro Cesu employeur', `Z${rng.digits(8)}`)}${kv('Adresse', `${esc(adressePatron.ligne)}<br>${adressePatron.codePostal} ${esc(adressePatron.ville)}`)}${kv('Convention collective', 'Particuliers employeurs et emploi à domicile (IDCC 3239)')}</table><table style="width:88mm">${kv('Salarié', `${person.civilite} ${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}`)}${kv('N° de sécurité sociale', `<span class="nir">${rng.chance(0.5) ? grouper(person.nir, [1, 2, 2, 2, 3, 3, 2]) : person.nir.slice(0, 13) + ' ' + person.nir.slice(13)}</span>`)}${kv('Numéro Cesu salarié', `N${rng.digits(7)}`)}${kv('Adresse', `${esc(person.adresse.ligne)}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}`)}${kv('Emploi', rng.pick(['Employé familial (A)', 'Assistant de vie (C)', 'Garde d’enfants (A)']))}</table></div>
<h2>Période d’emploi</h2><table>${kv('Période', `du ${champ('periodeDebut', dateFr(debut))} au ${champ('periodeFin', dateFr(fin))}`)}${kv('Nombre d’heures effectuées', champ('heures', decimal(heures, 2)))}${kv('Salaire horaire brut (hors congés payés)', `${champ('tauxHoraire', decimal(taux, 2))} €`)}${kv('Date de paiement', champ('datePaiement', dateFr(paiement)))}</table>
<h2>Rémunération</h2><table class="gc"><tr><th style="width:92mm">Éléments</th><th class="r">Base</th><th class="r">Taux %</th><th class="r">Montant (€)</th></tr>
<tr><td>Salaire brut des heures effectuées</td><td class="r">${decimal(heures, 2)}</td><td class="r">${decimal(taux, 2)}</td><td class="r">${montant(salaire)}</td></tr><tr><td>Indemnité de congés payés (10 %)</td><td class="r">${montant(salaire)}</td><td class="r">10,00</td><td class="r">${montant(conges)}</td></tr><tr><td><b>Salaire brut</b></td><td></td><td></td><td class="r"><b>${champ('salaireBrut', montant(brut))}</b></td></tr>
${lignes.map(([l, b, t], i) => `<tr><td>${l}</td><td class="r">${montant(b)}</td><td class="r">${decimal(t, 2)}</td><td class="r">-${montant(montants[i] ?? 0)}</td></tr>`).join('')}
<tr><td>Total des cotisations salariales</td><td></td><td></td><td class="r">-${montant(retenues)}</td></tr><tr><td><b>Montant net social</b></td><td></td><td></td><td class="r"><b>${champ('montantNetSocial', montant(netSocial))}</b></td></tr><tr><td>Salaire net à payer avant impôt sur le revenu</td><td></td><td></td><td class="r">${montant(netSocial)}</td></tr><tr><td>Impôt sur le revenu prélevé à la source (base ${champ('netImposable', montant(imposable))})</td><td></td><td></td><td class="r">-${montant(pas)}</td></tr><tr style="background:#fdf1df"><td><b>Salaire net à payer</b></td><td></td><td></td><td class="r"><b>${champ('netAPayer', montant(net))}</b></td></tr></table>
<h2>Cotisations à la charge du particulier employeur</h2><table class="gc"><tr><td>Maladie, famille, vieillesse, accidents du travail, chômage, retraite, prévoyance, formation</td><td class="r">${montant(r2(brut * 0.4483))}</td></tr><tr><td>Déduction forfaitaire patronale (2 € par heure)</td><td class="r">-${montant(heures * 2)}</td></tr></table>
<p class="pt g" style="margin-top:5mm">Le présent bulletin tient lieu de bulletin de paie au sens de l’article L. 1271-4 du code du travail. Le particulier employeur n’est pas immatriculé au répertoire Sirene : aucun numéro SIRET ne figure sur ce document. Conservez-le sans limitation de durée. Centre national du Cesu, TSA ${rng.digits(5)}, ${rng.digits(5)} CEDEX. www.cesu.urssaf.fr</p></div>`
  return {
    pages: [page(html, { css: CSS })],
    champs: {
      ...identite(person),
      employeur: `${patron.civilite} ${patron.nomComplet}`,
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
    ...finBulletin(fin),
  }
}

export const BULLETIN_PUBLIC: readonly Template[] = [
  { id: 'bulletin-de-paie/public', type: 'bulletin-de-paie', draw: dessinerPublic },
  { id: 'bulletin-de-paie/cesu', type: 'bulletin-de-paie', draw: cesu },
]
