import type { Company, DrawContext, Drawn, Template } from '../template.ts'
import { fictionalSiret } from '../numbers.ts'
import { yearsBetween } from '../dates.ts'
import { calculerBulletin, cumuler, tirerEmploi, type Cotisation } from './paie-calcul.ts'
import {
  blocEmployeur,
  cellule,
  champsBulletin,
  datesDuMois,
  finBulletin,
  siretFr,
  tauxCellule,
} from './paie-textes.ts'
import { blocPostal, champ, decimal, esc, FORMES_NIR, identite, montant, nir, page, r2 } from './kit.ts'
import { dateFr, moisFr, plus } from './kit-dates.ts'
import { pmss } from './paie-bareme.ts'

/**
 * The payslip of 2022: contributions one by one, on a matrix-printer form, no montant net social (it came in July
 * 2023), yearly cumuls of the withholding tax (arrêté of 23/12/2021).
 */

const CSS = `
.ba{font-size:7.7pt;line-height:1.25}.ba .bx{border:.25mm solid #000;padding:1.2mm 1.8mm}
.ba .gr{border:.3mm solid #000}.ba .gr td{border-left:.25mm solid #000;padding:.38mm 1mm}.ba .gr th{border:.25mm solid #000;font-size:7pt;text-align:center;padding:.6mm}
.ba .gr tr.to td{border-top:.25mm solid #000;border-bottom:.25mm solid #000;font-weight:bold}
.ba .pied td{border:.25mm solid #000;text-align:right;padding:.7mm 1mm;white-space:nowrap}.ba .pied th{border:.25mm solid #000;font-size:6.5pt;text-align:center;font-weight:normal}
`

const ABREGES: Readonly<Record<string, string>> = {
  'Sécurité sociale - Maladie Maternité Invalidité Décès': 'Maladie, maternité, invalidité, décès',
  'Complémentaire Incapacité Invalidité Décès': 'Prévoyance T1',
  'Complémentaire Santé': 'Mutuelle obligatoire',
  'Accidents du travail - Maladies professionnelles': 'Accident du travail',
  'Sécurité sociale plafonnée': 'Vieillesse plafonnée',
  'Sécurité sociale déplafonnée': 'Vieillesse déplafonnée',
  'Famille - Sécurité sociale': 'Allocations familiales',
  'Chômage et AGS': 'Assurance chômage et AGS',
  'Autres contributions dues par l’employeur': 'FNAL, CSA, formation, apprentissage, dialogue social',
  'CSG déductible de l’impôt sur le revenu': 'CSG déductible',
  'CSG/CRDS non déductible de l’impôt sur le revenu': 'CSG/CRDS non déductible',
}

function dessiner(context: DrawContext): Drawn {
  const { rng, person, company } = context
  const debut = rng.pick([
    '2022-01-01',
    '2022-03-01',
    '2022-06-01',
    '2022-09-01',
    '2022-11-01',
    '2022-12-01',
    '2023-02-01',
  ])
  const emploi = tirerEmploi(rng, debut)
  const b = calculerBulletin(emploi, debut, 'separe')
  const cumuls = cumuler(emploi, debut, 'separe')
  const dates = datesDuMois(rng, debut, '2026-01-01')
  let code = 100
  const rang = (
    libelle: string,
    base: string,
    taux: string,
    gain: string,
    retenue: string,
    tauxE: string,
    patronal: string,
    classe = '',
  ): string =>
    `<tr class="${classe}"><td>${classe === '' ? String((code += rng.int(3, 40))).padStart(4, '0') : ''}</td><td>${libelle}</td><td class="r">${base}</td><td class="r">${taux}</td><td class="r">${gain}</td><td class="r">${retenue}</td><td class="r">${tauxE}</td><td class="r">${patronal}</td></tr>`
  const m = (n: number | null): string => cellule(n).replace(/\u00a0/g, ' ')
  const cotisation = (c: Cotisation): string =>
    rang(
      ABREGES[c.libelle] ?? c.libelle,
      m(c.base),
      tauxCellule(c.tauxSalarie, 3),
      '',
      m(c.salarie),
      tauxCellule(c.tauxEmployeur, 3),
      m(c.employeur),
    )
  const lignes = [
    ...b.gains.map(g =>
      rang(
        g.libelle,
        m(g.base),
        g.libelle === 'Salaire de base' ? champ('tauxHoraire', tauxCellule(g.taux, 3)) : tauxCellule(g.taux, 3),
        m(g.montant),
        '',
        '',
        '',
      ),
    ),
    rang('TOTAL BRUT', '', '', champ('salaireBrut', m(b.brut)), '', '', '', 'to'),
    ...b.cotisations.map(cotisation),
    ...(b.allegement < 0 ? [rang('Allègement Fillon', '', '', '', '', '', m(b.allegement))] : []),
    rang('TOTAL DES RETENUES', '', '', '', m(b.totalSalarie), '', m(b.totalEmployeur), 'to'),
    ...b.divers.map(d =>
      rang(d.libelle, '', '', d.montant > 0 ? m(d.montant) : '', d.montant < 0 ? m(-d.montant) : '', '', ''),
    ),
    rang('NET À PAYER AVANT IMPÔT SUR LE REVENU', '', '', m(b.netAvantImpot), '', '', '', 'to'),
    rang(
      'Impôt sur le revenu prélevé à la source',
      m(b.netImposable),
      tauxCellule(emploi.tauxPas, 2),
      '',
      montant(b.pas, ' '),
      '',
      '',
    ),
  ].join('')
  const nirHtml = nir(person.nir, rng.pick(FORMES_NIR))
  const ans = yearsBetween(emploi.entree, dates.fin)
  const html = `<div class="ba">
<div class="lig"><div class="bx" style="width:88mm">${blocEmployeur(company)}<br>Siret : ${champ('siret', siretFr(rng, company.siret))} &nbsp;&nbsp; N.A.F. : ${champ('codeNaf', company.naf)}<br>Urssaf/Msa : ${rng.digits(3)} ${rng.digits(10)}</div>
<div style="width:94mm"><div class="bx c" style="font-size:12pt"><b>${rng.pick(['BULLETIN DE SALAIRE', 'BULLETIN DE PAIE', 'FICHE DE PAIE'])}</b></div><div class="bx" style="border-top:0">Période : ${moisFr(debut)}, du ${champ('periodeDebut', dateFr(dates.debut))} au ${champ('periodeFin', dateFr(dates.fin))}<br>Paiement le : ${champ('datePaiement', dateFr(dates.paiement))} &nbsp; par : Virement</div></div></div>
<div class="lig" style="margin:2.5mm 0"><div class="bx" style="width:88mm"><table><tr><td>Matricule</td><td>${emploi.matricule}</td></tr><tr><td>N° SS</td><td>${nirHtml}</td></tr><tr><td>Emploi</td><td>${emploi.intitule}</td></tr><tr><td>Classification</td><td>${emploi.classification}</td></tr><tr><td>Entré${person.sexe === 'F' ? 'e' : ''} le</td><td>${dateFr(emploi.entree)} (ancienneté ${ans} an${ans > 1 ? 's' : ''})</td></tr><tr><td>Heures payées</td><td>${champ('heures', decimal(b.heures, 2))}</td></tr></table></div><div style="width:94mm;padding:6mm 0 0 12mm;font-size:9.5pt;line-height:1.35">${blocPostal(person, true)}</div></div>
<div style="margin-bottom:1mm">Convention collective : ${esc(company.conventionCollective)}</div>
<table class="gr"><tr><th rowspan="2">N°</th><th rowspan="2" style="width:62mm">Désignation</th><th rowspan="2">Nombre<br>ou base</th><th colspan="3">Part salariale</th><th colspan="2">Part patronale</th></tr><tr><th>Taux</th><th>Gain</th><th>Retenue</th><th>Taux</th><th>Retenue</th></tr>${lignes}<tr><td colspan="8" style="height:${rng.int(6, 24)}mm"></td></tr></table>
<table class="pied" style="margin-top:2mm"><tr><th></th><th>Heures travaillées</th><th>Salaire brut</th><th>Charges salariales</th><th>Charges patronales</th><th>Avantages en nature</th><th>Net imposable</th><th>PAS</th><th>H. sup. exonérées</th><th rowspan="2" style="font-size:9pt;font-weight:bold;width:34mm">NET À PAYER</th></tr>
<tr><td>Période</td><td>${decimal(b.heures, 2)}</td><td>${m(b.brut)}</td><td>${m(b.totalSalarie)}</td><td>${m(b.totalEmployeur)}</td><td>0,00</td><td>${champ('netImposable', m(b.netImposable))}</td><td>${montant(b.pas, ' ')}</td><td>${montant(b.heuresSupExonerees, ' ')}</td></tr>
<tr><td>Année</td><td>${decimal(cumuls.heures, 2)}</td><td>${m(cumuls.brut)}</td><td></td><td></td><td>0,00</td><td>${m(cumuls.netImposable)}</td><td>${montant(cumuls.pas, ' ')}</td><td>${montant(cumuls.heuresSupExonerees, ' ')}</td><td style="font-size:12pt"><b>${champ('netAPayer', montant(b.netPaye, ' '))}</b> €</td></tr></table>
<div class="lig" style="margin-top:2mm"><div class="bx" style="width:80mm">Congés N-1 : acquis 25,00 &nbsp; pris ${decimal(rng.int(8, 25), 2)}<br>Congés N : acquis ${decimal(r2(2.08 * rng.int(1, 11)), 2)} &nbsp; pris 0,00<br>Plafond de sécurité sociale : ${m(r2((pmss(debut) * emploi.heures) / 151.67))}</div><div style="width:100mm" class="pt">Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin sans limitation de durée. Informations complémentaires : www.service-public.fr. Coût total pour l’employeur : ${m(b.coutTotal)} €. Le bulletin peut comporter des erreurs : signalez-les à votre employeur dans un délai de trois ans (article L. 3245-1 du code du travail).</div></div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'etroit', 'deja'] as const), marges: '10mm' })],
    champs: champsBulletin(person, company, b, dates),
    ...finBulletin(dates.fin),
  }
}

/** The employer when it is a temp agency, else an agency. */
const agence = ({ company, rng }: DrawContext): Company =>
  company.naf === '78.20Z'
    ? company
    : { ...company, nom: 'RELAIS TRAVAIL TEMPORAIRE', siret: fictionalSiret(rng), naf: '78.20Z' }

/** Slip of a temp worker: a few days, IFM and ICCP. */
function interim(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const company = agence(context)
  const fin = plus(today, { jours: -rng.int(12, 130) })
  const jours = rng.int(3, 5)
  const debut = plus(fin, { jours: 1 - jours })
  const paiement = `${plus(`${fin.slice(0, 8)}01`, { mois: 1 }).slice(0, 8)}12`
  const heures = jours * 7
  const brutHoraire = Math.round((12.4 + rng.next() * 2.6) * 1000) / 1000
  const base = r2(heures * brutHoraire)
  const panier = r2(jours * 4.3)
  const ifm = r2(base * 0.1)
  const iccp = r2((base + ifm) * 0.1)
  const brut = r2(base + ifm + iccp)
  const assiette = r2(brut * 0.9825)
  const retenues: readonly (readonly [string, number, number])[] = [
    ['Sécurité sociale plafonnée', brut, 6.9],
    ['Sécurité sociale déplafonnée', brut, 0.4],
    ['Complémentaire tranche 1', brut, 4.01],
    ['Prévoyance intérimaires', brut, 0.21],
    ['CSG déductible', assiette, 6.8],
    ['CSG/CRDS non déductible', assiette, 2.9],
  ]
  const montants = retenues.map(([, b, t]) => r2((b * t) / 100))
  const total = r2(montants.reduce((a, b) => a + b, 0))
  const netSocial = r2(brut - total)
  const avant = r2(netSocial + panier)
  const imposable = r2(netSocial + (montants[5] ?? 0))
  const pas = r2(imposable * 0.013)
  const net = r2(avant - pas)
  const rang = (l: string, b: string, t: string, g: string, r: string, classe = ''): string =>
    `<tr class="${classe}"><td></td><td>${l}</td><td class="r">${b}</td><td class="r">${t}</td><td class="r">${g}</td><td class="r">${r}</td></tr>`
  const client = rng.pick(['LOGISTIQUE DU CANAL', 'ATELIERS MÉCANIQUES DE L’OUCHE', 'ENTREPÔTS ROUSSEL-VANNIER'])
  const html = `<div class="ba"><div class="lig"><div style="width:96mm"><div style="font-size:15pt;font-weight:bold;color:#b3321b">${champ('employeur', esc(company.nom))}</div>${esc(company.adresse.ligne)}<br>${company.adresse.codePostal} ${esc(company.adresse.ville)}<br>Entreprise de travail temporaire — garantie financière n° ${rng.digits(6)}<br>SIRET ${champ('siret', siretFr(rng, company.siret))} &nbsp; N.a.f : ${champ('codeNaf', '78.20Z')}<br>Urssaf N° ${rng.digits(3)} ${rng.digits(10)}</div><div style="text-align:right"><b style="font-size:13pt">BULLETIN DE PAIE</b><br>Salarié intérimaire<br>Période du ${champ('periodeDebut', dateFr(debut))} au ${champ('periodeFin', dateFr(fin))}<br>Date de paiement : ${champ('datePaiement', dateFr(paiement > today ? today : paiement))}</div></div>
<div class="lig" style="margin:4mm 0"><div class="bx" style="width:92mm">N° intérimaire : ${rng.digits(6)}<br>Sécurité sociale : ${nir(person.nir, rng.pick(FORMES_NIR))}<br>Contrat de mission n° ${rng.digits(8)}<br>Entreprise utilisatrice : ${esc(client)}<br>Qualification : ${rng.pick(['Manutentionnaire', 'Préparatrice de commandes', 'Agent de production'])}<br>Motif : accroissement temporaire d’activité<br>Convention : Travail temporaire (IDCC 1413)</div><div style="font-size:9.5pt;padding-top:8mm;width:84mm">${blocPostal(person)}</div></div>
<table class="gr"><tr><th style="width:8mm"></th><th style="width:84mm">Libellé</th><th>Nombre / base</th><th>Taux</th><th>Gains</th><th>Retenues</th></tr>
${rang('Heures normales', champ('heures', decimal(heures, 2)), champ('tauxHoraire', decimal(brutHoraire, 3)), montant(base), '')}
${rang('Indemnité de fin de mission (IFM) 10 %', montant(base), '10,000', montant(ifm), '')}${rang('Indemnité compensatrice de congés payés (ICCP) 10 %', montant(r2(base + ifm)), '10,000', montant(iccp), '')}
${rang('SALAIRE BRUT', '', '', champ('salaireBrut', montant(brut)), '', 'to')}
${retenues.map(([l, b, t], i) => rang(l, montant(b), decimal(t, 3), '', montant(montants[i] ?? 0))).join('')}
${rang('TOTAL DES COTISATIONS SALARIALES', '', '', '', montant(total), 'to')}${rang('MONTANT NET SOCIAL', '', '', champ('montantNetSocial', montant(netSocial)), '', 'to')}
${rang('Indemnité de panier', decimal(jours, 2), '4,300', montant(panier), '')}
${rang('NET À PAYER AVANT IMPÔT SUR LE REVENU', '', '', montant(avant), '', 'to')}${rang('Impôt sur le revenu prélevé à la source', montant(imposable), '1,30', '', montant(pas))}
<tr><td colspan="6" style="height:14mm"></td></tr></table>
<table class="pied" style="margin-top:3mm"><tr><th>Cumul brut</th><th>Cumul heures</th><th>Net imposable de la période</th><th>Charges patronales</th><th style="font-weight:bold">NET À PAYER</th></tr><tr><td>${montant(r2(brut + rng.int(900, 9000) + 0.4))}</td><td>${decimal(heures + rng.int(60, 600), 2)}</td><td>${champ('netImposable', montant(imposable))}</td><td>${montant(r2(brut * 0.2231))}</td><td style="font-size:12pt"><b>${champ('netAPayer', montant(net))} €</b></td></tr></table>
<p class="pt" style="margin-top:3mm">L’indemnité de fin de mission n’est pas due en cas de rupture à l’initiative du salarié. Compte épargne-temps : solde 0,00. Conservez ce bulletin de paie sans limitation de durée. Voir www.service-public.fr pour la définition des termes employés. Fonds d’assurance formation : FAF.TT. Santé : régime de frais de santé des intérimaires, dispense possible.</p></div>`
  const paye = paiement > today ? today : paiement
  return {
    pages: [page(html, { css: CSS, marges: '12mm' })],
    champs: {
      ...identite(person),
      employeur: company.nom,
      siret: company.siret,
      codeNaf: '78.20Z',
      periodeDebut: debut,
      periodeFin: fin,
      datePaiement: paye,
      dateDocument: paye,
      salaireBrut: brut,
      netImposable: imposable,
      netAPayer: net,
      montantNetSocial: netSocial,
      heures,
      tauxHoraire: brutHoraire,
    },
    ...finBulletin(fin),
  }
}

export const BULLETIN_ANCIEN: readonly Template[] = [
  { id: 'bulletin-de-paie/ancien-2022', type: 'bulletin-de-paie', draw: dessiner },
  { id: 'bulletin-de-paie/interim', type: 'bulletin-de-paie', draw: interim },
]
