import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import { fictionalIban } from '../numbers.ts'
import { lastOfMonth } from '../dates.ts'
import { accord, blocPostal, champ, entier, esc, grouper, montant, nomUsuel, page, pose, prenom, r2 } from './kit.ts'
import { annee, dateFr, jourPasse, minDate, moisFr, moisRecent, plus } from './kit-dates.ts'
import { partsRib, telephone, territoire } from './kit-fiction.ts'
import { blocEtat, cerfa, coche, logo } from './kit-formes.ts'
import { horsPerimetre, modeleHors } from './hors-perimetre-commun.ts'

/** Money papers that the regulation does not list: land tax, bank details, bank statement, income declaration. */

const CSS = `
.hp{font-size:8.8pt;line-height:1.35}.hp h1{font-size:14pt;margin:4mm 0}.hp .ta td,.hp .ta th{border:.2mm solid #777;padding:.9mm 1.6mm}.hp .ta th{background:#e9edf2}
.hp .enc{border:.3mm solid #1d3f7d;padding:2mm 2.5mm}.hp .op td{padding:.55mm 1.2mm;border-left:.2mm solid #999;border-right:.2mm solid #999;font-size:8pt}.hp .op th{border:.2mm solid #999;background:#eef2ee;font-size:7.6pt}
.hp .pied{position:absolute;left:15mm;right:15mm;bottom:8mm;font-size:6.5pt;color:#555}.hp .rose{background:#fbe9ef}
`

function fonciere(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const y = today >= `${annee(today)}-09-10` ? annee(today) : annee(today) - 1
  const jour = `${y}-08-31`
  const base = rng.int(1800, 4200)
  const taux = [rng.int(28, 52) + 0.31, rng.int(2, 9) + 0.18, rng.int(5, 14) + 0.4]
  const cotisations = taux.map(t => Math.round((base * t) / 100))
  const frais = Math.round(cotisations.reduce((a, b) => a + b, 0) * 0.03)
  const total = cotisations.reduce((a, b) => a + b, frais)
  const html = `<div class="hp">${pose(7, 6, 34, blocEtat('', 30))}${pose(43.9, 6.2, 120, '<b>DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES</b>', 'font-size:9.2pt')}${pose(43.9, 11, 140, `<b>TAXES FONCIÈRES ${y}</b>`, 'font-size:15pt')}${pose(43.9, 17.8, 120, 'votées et perçues par la commune, l’intercommunalité et divers organismes', 'font-size:9pt')}${pose(43.9, 23, 90, '<b>Avis d’impôt</b>', 'font-size:12pt')}
${pose(13.4, 56, 80, `<b>Vos références</b><table style="margin-top:2mm"><tr><td>Numéro fiscal</td><td>${grouper(person.numeroFiscal, [2, 2, 3, 3, 3])}</td></tr><tr><td>Référence de l’avis</td><td>${String(y).slice(2)} ${person.adresse.codePostal.slice(0, 2)} ${rng.digits(7)} ${rng.digits(2)}</td></tr><tr><td>Numéro de propriétaire</td><td>${rng.digits(3)} ${rng.pick(['B', 'M', 'S'])}0${rng.digits(4)} ${rng.pick(['K', 'W', 'H'])}</td></tr><tr><td>Débiteur(s) légal(aux)</td><td>${esc(nomUsuel(person))} ${esc(prenom(person))}</td></tr><tr><td>Date d’établissement</td><td>${champ('dateDocument', dateFr(jour))}</td></tr><tr><td>Date de mise en recouvrement</td><td>${dateFr(jour)}</td></tr></table>`)}${pose(104, 60, 90, blocPostal(person, true), 'font-size:10pt')}
${pose(
  13.4,
  104,
  184,
  `<div class="enc"><p>Vous trouverez dans cet avis le montant de vos taxes foncières ${y}.</p><table class="ta"><tr><td>Montant de votre impôt</td><td class="r"><b>${entier(total)},00 €</b></td></tr><tr><td>Somme à payer au plus tard le 15/10/${y}</td><td class="r"><b>${entier(total)},00 €</b></td></tr></table><p style="margin-top:2mm">Au-delà de 300 €, vous devez payer par un moyen dématérialisé : paiement en ligne sur impots.gouv.fr, prélèvement à l’échéance ou mensuel.</p></div>
<h1>Détail du calcul des cotisations</h1><p>Département ${person.adresse.codePostal.slice(0, 2)} — Commune : ${esc(person.adresse.ville)} — Propriétés bâties</p><table class="ta"><tr><th></th><th class="r">Commune</th><th class="r">Intercommunalité</th><th class="r">Taxe ordures ménagères</th><th class="r">Total des cotisations</th></tr><tr><td>Taux ${y - 1}</td>${taux.map(t => `<td class="r">${montant(t - 0.2)} %</td>`).join('')}<td></td></tr><tr><td>Taux ${y}</td>${taux.map(t => `<td class="r">${montant(t)} %</td>`).join('')}<td></td></tr><tr><td>Adresse : ${esc(person.adresse.ligne)}<br>Base</td>${taux.map(() => `<td class="r">${entier(base)}</td>`).join('')}<td></td></tr><tr><td>Cotisation</td>${cotisations.map(c => `<td class="r">${entier(c)}</td>`).join('')}<td class="r">${entier(total - frais)}</td></tr><tr><td>Frais de gestion de la fiscalité directe locale</td><td></td><td></td><td></td><td class="r">${frais}</td></tr><tr><td><b>Montant de votre impôt</b></td><td></td><td></td><td></td><td class="r"><b>${entier(total)}</b></td></tr></table><p style="margin-top:4mm">La taxe foncière est due par le propriétaire au 1er janvier. Le taux de la commune inclut l’ancienne part départementale. Un dégrèvement peut être demandé en cas de vacance du logement. Service à contacter : centre des finances publiques de ${territoire(rng)}, ${telephone(rng)}.</p><p class="pt">Pour réclamer, vous avez jusqu’au 31 décembre ${y + 1}. Textes : articles 1380 et suivants du code général des impôts.</p>`,
)}</div>`
  return horsPerimetre(context, 'taxe-fonciere', jour, [page(html, { css: CSS, marges: '0' })])
}

const BANQUES = ['BANQUE DES DEUX RIVES', 'CRÉDIT MUTUALISTE DE BRENNE', 'CAISSE POPULAIRE DU LYS'] as const

function rib(context: DrawContext): Drawn {
  const { rng, person } = context
  const iban = fictionalIban(rng)
  const p = partsRib(iban)
  const banque = rng.pick(BANQUES)
  const bloc = (titre: string): string =>
    `<div class="enc" style="margin-bottom:12mm"><div class="lig">${logo('onde', banque, 'Banque et assurances', '#0c5c4c', 12)}<div style="font-size:12pt"><b>${titre}</b></div></div><div class="lig" style="margin-top:4mm"><div>Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire inscrire des opérations à votre compte (virements, paiements de quittances, prélèvements).<br><br>Domiciliation : ${esc(person.adresse.ville)} CENTRE</div><div style="width:78mm"><b>Titulaire du compte</b><br>${blocPostal(person, true)}</div></div><table class="ta" style="margin-top:4mm"><tr><th>Code banque</th><th>Code guichet</th><th>Numéro de compte</th><th>Clé RIB</th></tr><tr><td>${p.banque}</td><td>${p.guichet}</td><td>${p.compte}</td><td>${p.cle}</td></tr></table><table class="ta" style="margin-top:3mm"><tr><th>IBAN (International Bank Account Number)</th><th>BIC (Bank Identifier Code)</th></tr><tr><td style="font-size:11pt">${grouper(iban, [4, 4, 4, 4, 4, 4, 3])}</td><td>${banque.replace(/[^A-Z]/g, '').slice(0, 4)}FRPPXXX</td></tr></table></div>`
  const html = `<div class="hp"><h1 style="text-align:center">${rng.pick(['RELEVÉ D’IDENTITÉ BANCAIRE', 'RELEVÉ D’IDENTITÉ BANCAIRE / IBAN'])}</h1>${bloc('R.I.B.')}${bloc('R.I.B. — exemplaire 2')}<p class="pt">Document édité par le titulaire depuis son espace en ligne. ${banque} — société anonyme à capital variable agréée en tant qu’établissement de crédit.</p></div>`
  return horsPerimetre(context, 'rib', null, [
    page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '16mm 15mm' }),
  ])
}

function releve(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const mois = moisRecent(rng, today)
  const fin = lastOfMonth(mois)
  const iban = fictionalIban(rng)
  const p = partsRib(iban)
  const banque = rng.pick(BANQUES)
  let solde = r2(rng.int(120, 900) + rng.next())
  const initial = solde
  const libelles = [
    ['VIR SEPA CAF PRESTATIONS', 'c'],
    ['PRLV SEPA ÉNERGIE DES VALLÉES', 'd'],
    ['CARTE SUPERMARCHÉ DES HALLES', 'd'],
    ['VIR SALAIRE', 'c'],
    ['PRLV SEPA LOYER', 'd'],
    ['CARTE PHARMACIE', 'd'],
    ['RETRAIT DAB', 'd'],
    ['PRLV TÉLÉCOM', 'd'],
    ['CARTE BOULANGERIE', 'd'],
    ['PRLV ASSURANCE', 'd'],
    ['CARTE STATION SERVICE', 'd'],
    ['COTISATION COMPTE', 'd'],
  ] as const
  let debits = 0
  let credits = 0
  const ops = Array.from({ length: 26 }, (_, i) => {
    const [l, sens] = rng.pick(libelles)
    const m = r2(sens === 'c' ? rng.int(140, 1500) + rng.next() : rng.int(4, 130) + rng.next())
    if (sens === 'c') credits = r2(credits + m)
    else debits = r2(debits + m)
    solde = r2(solde + (sens === 'c' ? m : -m))
    const d = minDate(plus(mois, { jours: i }), fin)
    return `<tr><td>${dateFr(d).slice(0, 5)}</td><td>${l}${l.startsWith('CARTE') ? ` ${dateFr(d).slice(0, 5)}` : ` REF ${rng.digits(9)}`}</td><td>${dateFr(d)}</td><td class="r">${sens === 'd' ? montant(m) : ''}</td><td class="r">${sens === 'c' ? montant(m) : ''}</td></tr>`
  }).join('')
  const html = `<div class="hp"><div class="lig"><div style="width:84mm">${logo('onde', banque, 'Votre agence à votre écoute', '#0c5c4c', 13)}<div class="pt" style="margin-top:2mm">Agence ${esc(person.adresse.ville)} — ${telephone(rng)}</div></div><div style="width:84mm;padding-top:16mm;font-size:10pt">${blocPostal(person, true)}</div></div><h1>RELEVÉ DE COMPTE — ${moisFr(mois).toUpperCase()}</h1><p>Compte courant n° ${p.compte} — clé ${p.cle} — titulaire : ${esc(nomUsuel(person))} ${esc(prenom(person))}<br>IBAN : ${grouper(iban, [4, 4, 4, 4, 4, 4, 3])} — arrêté au ${champ('dateDocument', dateFr(fin))}</p><table class="op" style="border-bottom:.2mm solid #999"><tr><th>Date</th><th>Libellé des opérations</th><th>Valeur</th><th class="r">Débit (€)</th><th class="r">Crédit (€)</th></tr><tr><td></td><td><b>ANCIEN SOLDE AU ${dateFr(plus(mois, { jours: -1 }))}</b></td><td></td><td></td><td class="r"><b>${montant(initial)}</b></td></tr>${ops}<tr><td></td><td><b>TOTAL DES OPÉRATIONS</b></td><td></td><td class="r"><b>${montant(debits)}</b></td><td class="r"><b>${montant(credits)}</b></td></tr><tr><td></td><td><b>NOUVEAU SOLDE AU ${dateFr(fin)}</b></td><td></td><td class="r"><b>${solde < 0 ? montant(-solde) : ''}</b></td><td class="r"><b>${solde >= 0 ? montant(solde) : ''}</b></td></tr></table><p class="pt" style="margin-top:4mm">Autorisation de découvert : 200 € — TAEG 18,90 %. Les dépôts sont garantis jusqu’à 100 000 € par déposant. Vous disposez de treize mois pour contester une opération non autorisée.</p><div class="pied">${banque} — établissement de crédit — médiateur bancaire : consultez nos conditions générales. Page 1/1</div></div>`
  return horsPerimetre(context, 'releve-bancaire', fin, [
    page(html, { css: CSS, fonte: rng.pick(['sans', 'etroit'] as const), marges: '13mm 15mm' }),
  ])
}

function declaration(context: DrawContext): Drawn {
  const { rng, person, today, partner } = context
  const r = annee(today) - 1
  const jour = minDate(`${r + 1}-05-${rng.int(10, 28)}`, jourPasse(rng, today, 1, 5))
  const a = fictionalAdresse(rng)
  const salaire = rng.int(14000, 31000)
  const couple = rng.chance(0.5)
  const ligneCase = (l: string, c1: string, v1: string, c2: string, v2: string): string =>
    `<tr><td style="width:86mm">${l}</td><td class="c"><b>${c1}</b></td><td class="r rose" style="width:26mm">${v1}</td><td class="c"><b>${c2}</b></td><td class="r rose" style="width:26mm">${v2}</td></tr>`
  const html = `<div class="hp"><div class="lig">${blocEtat('', 28)}<div style="text-align:center"><div style="font-size:15pt;color:#a01c56"><b>DÉCLARATION DES REVENUS ${r}</b></div><div>Déclaration préremplie — n° 2042 K</div><div class="pt">À remplir, dater et signer — la déclaration en ligne est obligatoire sauf exception</div></div><div>${cerfa('10330*29')}<div style="font-size:16pt;color:#a01c56;text-align:center"><b>2042</b></div></div></div>
<div class="lig" style="margin-top:4mm"><div class="enc" style="width:90mm">Numéro fiscal déclarant 1 : ${grouper(person.numeroFiscal, [2, 2, 3, 3, 3])}<br>${couple ? `Numéro fiscal déclarant 2 : ${grouper(partner.numeroFiscal, [2, 2, 3, 3, 3])}<br>` : ''}Numéro d’accès en ligne : ${rng.digits(7)}<br>Service : SIP de ${esc(a.ville)} — ${telephone(rng)}</div><div style="width:84mm;font-size:10pt;padding-top:4mm">${blocPostal(person, true)}</div></div>
<h1 style="font-size:11pt;color:#a01c56">ÉTAT CIVIL ET ADRESSE</h1><table class="ta"><tr><td>Déclarant 1</td><td>${esc(person.nom)} ${esc(person.prenoms.join(' '))}, né${accord(person)} le ${dateFr(person.dateNaissance)} à ${esc(person.lieuNaissance)}</td></tr><tr><td>Déclarant 2</td><td>${couple ? `${esc(partner.nom)} ${esc(prenom(partner))}, né${accord(partner)} le ${dateFr(partner.dateNaissance)}` : ''}</td></tr><tr><td>Adresse au 1er janvier ${r + 1}</td><td>${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}</td></tr></table>
<h1 style="font-size:11pt;color:#a01c56">A — SITUATION DU FOYER FISCAL EN ${r}</h1><p>${coche(couple)} M mariés &nbsp; ${coche(false)} O pacsés &nbsp; ${coche(!couple)} C célibataire &nbsp; ${coche(false)} D divorcé/séparé &nbsp; ${coche(false)} V veuf &nbsp;&nbsp; Case T parent isolé ${coche(false)}</p><table class="ta">${ligneCase('Enfants mineurs ou handicapés à charge', 'F', String(context.children.length), 'H', '0')}</table>
<h1 style="font-size:11pt;color:#a01c56">1 — TRAITEMENTS, SALAIRES, PRIMES POUR L’EMPLOI, PENSIONS ET RENTES</h1><table class="ta"><tr><th></th><th colspan="2">Déclarant 1</th><th colspan="2">Déclarant 2</th></tr>${ligneCase('Revenus d’activité connus', '1AJ', entier(salaire), '1BJ', couple ? entier(rng.int(9000, 26000)) : '')}${ligneCase('Revenus des salariés des particuliers employeurs', '1AA', '', '1BA', '')}${ligneCase('Heures supplémentaires exonérées', '1GH', entier(rng.int(0, 900)), '1HH', '')}${ligneCase('Autres revenus imposables connus (chômage, préretraite)', '1AP', '', '1BP', '')}${ligneCase('Pensions, retraites et rentes connues', '1AS', '', '1BS', '')}${ligneCase('Frais réels', '1AK', '', '1BK', '')}</table>
<h1 style="font-size:11pt;color:#a01c56">2 — REVENUS DES VALEURS ET CAPITAUX MOBILIERS</h1><table class="ta">${ligneCase('Intérêts des comptes et livrets imposables', '2TR', entier(rng.int(0, 60)), '2BH', '')}${ligneCase('Prélèvement forfaitaire non libératoire déjà versé', '2CK', '', '', '')}</table>
<h1 style="font-size:11pt;color:#a01c56">8 — PRÉLÈVEMENT À LA SOURCE DÉJÀ PAYÉ</h1><table class="ta">${ligneCase('Retenue à la source sur les salaires et pensions', '8HV', entier(rng.int(0, 900)), '8IV', '')}</table>
<div class="lig" style="margin-top:6mm"><div>À ${esc(person.adresse.ville)}, le ${champ('dateDocument', dateFr(jour))}</div><div>Signature(s)</div></div><div class="pied">Si les montants préremplis sont inexacts, rayez-les et inscrivez le montant exact dans les cases blanches. Ne joignez aucun justificatif. Les données sont traitées par la DGFiP.</div></div>`
  return horsPerimetre(context, 'declaration-revenus', jour, [page(html, { css: CSS, marges: '10mm 13mm' })])
}

export const HORS_ARGENT: readonly Template[] = [
  modeleHors('taxe-fonciere', fonciere),
  modeleHors('rib', rib),
  modeleHors('releve-bancaire', releve),
  modeleHors('declaration-revenus', declaration),
]
