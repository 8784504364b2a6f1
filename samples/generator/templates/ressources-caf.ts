import type { DrawContext, Drawn, Person, Rng, Template } from '../template.ts'
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
  montant,
  nir,
  nomUsuel,
  page,
  prenom,
  r2,
} from './kit.ts'
import { dateFr, finDeMoisPlus, moisFr, moisIso, moisRecent, plus, minDate } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { barresPostales, logo, signature } from './kit-formes.ts'

/** Attestations of the Caf (payment, quotient familial) and of the MSA, which knows people by their NIR. */

const CSS = `
.ca{font-size:9.5pt;line-height:1.38}.ca h1{font-size:16pt;color:#12418a;margin:7mm 0 4mm}.ca .ta th{background:#e5edf8;border:.2mm solid #8ba6cf;padding:1.2mm 2mm}
.ca .ta td{border:.2mm solid #8ba6cf;padding:1.1mm 2mm}.ca .enc{border:.4mm solid #12418a;padding:2.5mm 3mm}
.ca .pied{position:absolute;left:16mm;right:16mm;bottom:9mm;font-size:6.8pt;color:#555;border-top:.2mm solid #999;padding-top:1.5mm}
.ms h1{color:#0a6b3d}.ms .ta th{background:#e4f1e9}.ms .ta td,.ms .ta th{border-color:#8ab99d}
`

interface Prestation {
  readonly nom: string
  readonly montant: number
  readonly note?: string
}

function prestations(rng: Rng, enfants: number): Prestation[] {
  const out: Prestation[] = []
  if (enfants >= 2)
    out.push({
      nom: 'Allocations familiales avec conditions de ressources',
      montant: enfants === 2 ? 151.05 : enfants === 3 ? 344.56 : 538.08,
    })
  if (enfants >= 3) out.push({ nom: 'Complément familial', montant: rng.pick([196.6, 294.91]) })
  if (enfants >= 1 && rng.chance(0.4))
    out.push({ nom: 'Allocation de soutien familial', montant: r2(199.18 * Math.min(enfants, 2)) })
  if (enfants >= 1 && rng.chance(0.3))
    out.push({ nom: 'Prestation d’accueil du jeune enfant - allocation de base', montant: 196.59 })
  const principale = rng.int(0, 2)
  if (principale === 0) out.push({ nom: 'Revenu de solidarité active', montant: r2(rng.int(320, 980) + rng.next()) })
  if (principale === 1) out.push({ nom: 'Prime d’activité', montant: r2(rng.int(64, 410) + rng.next()) })
  if (principale === 2)
    out.push({ nom: 'Allocation aux adultes handicapés', montant: rng.pick([1033.32, 874.16, 655.4]) })
  out.push({
    nom: rng.chance(0.5) ? 'Aide personnalisée au logement' : 'Allocation de logement familiale',
    montant: r2(rng.int(96, 402) + rng.next()),
    note: rng.chance(0.5) ? 'versée directement au bailleur' : '',
  })
  return out
}

const tete = (rng: Rng, p: Person, caisse: string, marque: string, blocDroit = ''): string => `
<div class="lig"><div style="width:86mm">${marque}<div style="margin-top:3mm;font-size:8pt;line-height:1.35">${esc(caisse)}<br>TSA ${rng.digits(5)}<br>${p.adresse.codePostal.slice(0, 2)}${rng.digits(3)} ${esc(p.adresse.ville)} CEDEX<br>${telephone(rng)}</div></div>
<div style="width:84mm;padding-top:17mm;font-size:10pt">${barresPostales(rng)}${blocPostal(p, rng.chance(0.4))}${blocDroit}</div></div>`

const enfantsTable = (enfants: readonly Person[]): string =>
  enfants.length === 0
    ? ''
    : `<p style="margin-top:4mm"><b>Personnes à charge connues de nos services</b></p><table class="ta"><tr><th>Nom et prénom</th><th>Date de naissance</th><th>Situation</th></tr>${enfants.map(e => `<tr><td>${esc(e.nom)} ${esc(prenom(e))}</td><td>${dateFr(e.dateNaissance)}</td><td>Enfant à charge</td></tr>`).join('')}</table>`

function caf(context: DrawContext): Drawn {
  const { rng, person, today, children } = context
  const mois = moisRecent(rng, today)
  const edition = minDate(plus(mois, { mois: 1, jours: rng.int(4, 24) }), today)
  const caisse = `Caf de ${territoire(rng)}`
  const numero = rng.digits(7)
  const liste = prestations(rng, children.length)
  const total = r2(liste.reduce((a, p) => a + p.montant, 0))
  const qf = rng.int(286, 1140)
  const avecQf = rng.chance(0.6)
  const forme = rng.pick(['num', 'long'] as const)
  const html = `<div class="ca">${tete(rng, person, caisse, logo('anneaux', 'ALLOCATIONS FAMILIALES', 'Caisse d’allocations familiales', '#12418a', 12))}
<div class="lig" style="margin-top:8mm"><div class="enc" style="width:80mm;font-size:9pt">N° allocataire : <b>${champ('numeroAllocataire', numero)}</b><br>Code confidentiel : non communiqué<br>Espace « Mon compte » : www.caf.fr</div><div>Le ${champ('dateDocument', dateFr(edition, 'long'))}</div></div>
<h1>${rng.pick(['Attestation de paiement', 'ATTESTATION DE PAIEMENT'])}</h1>
<p>Le directeur de la ${esc(caisse)} certifie que ${person.civilite === 'M.' ? 'Monsieur' : 'Madame'} <b>${esc(prenom(person))} ${esc(nomUsuel(person))}</b>, né${accord(person)} le ${dateFr(person.dateNaissance, forme)}, a bénéficié, pour le mois de <b>${champ('mois', moisFr(mois))}</b>, des prestations suivantes :</p>
<table class="ta"><tr><th>Nature de la prestation</th><th class="r">Montant mensuel</th></tr>${liste.map(p => `<tr><td>${p.nom}${p.note ? `<br><span class="pt g">${p.note}</span>` : ''}</td><td class="r">${euros(p.montant)}</td></tr>`).join('')}<tr style="background:#f4f7fc"><td><b>Total des droits du mois de ${moisFr(mois)}</b></td><td class="r"><b>${champ('montantTotal', euros(total))}</b></td></tr></table>
${enfantsTable(children)}
${avecQf ? `<p style="margin-top:4mm">Quotient familial du mois de ${moisFr(mois)} : <b>${champ('quotientFamilial', `${entier(qf)} €`)}</b></p>` : ''}
<p style="margin-top:5mm">Ces montants tiennent compte de la contribution au remboursement de la dette sociale (CRDS). Cette attestation est établie à la demande de l’intéressé${accord(person)} pour servir et valoir ce que de droit. Elle ne préjuge pas des droits pour les mois suivants.</p>
<div style="margin:3mm 0 0 110mm">Le directeur<br>${tiers(rng).nomComplet}${signature(rng, '#333', 34)}</div>
<div class="pied">La loi rend passible d’amende ou d’emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations (articles L. 114-13 du code de la sécurité sociale et 441-1 du code pénal). La loi n° 78-17 du 6 janvier 1978 garantit un droit d’accès et de rectification pour les données vous concernant. ATTPAI ${rng.digits(6)} ${numero} 01/01</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '13mm 16mm' })],
    champs: {
      ...identite(person),
      dateDocument: edition,
      numeroAllocataire: numero,
      mois: moisIso(mois),
      montantTotal: total,
      ...(avecQf ? { quotientFamilial: qf } : {}),
    },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'attestation-caf-3-mois',
  }
}

function quotient(context: DrawContext): Drawn {
  const { rng, person, today, children, partner } = context
  const mois = moisRecent(rng, today)
  const edition = minDate(plus(mois, { jours: rng.int(6, 27) }), today)
  const caisse = `Caisse d’allocations familiales de ${territoire(rng)}`
  const numero = rng.digits(7)
  const qf = rng.int(286, 1640)
  const foyer = rng.chance(0.5) ? [person, partner] : [person]
  const html = `<div class="ca">${tete(rng, person, caisse, logo('anneaux', 'caf', esc(caisse), '#12418a', 20))}
<h1 style="text-align:center">${rng.pick(['ATTESTATION DE QUOTIENT FAMILIAL', 'Attestation de quotient familial et composition familiale'])}</h1>
<table style="margin-bottom:3mm"><tr><td style="width:52mm">Numéro d’allocataire</td><td><b>${champ('numeroAllocataire', numero)}</b></td></tr><tr><td>Date d’édition</td><td>${champ('dateDocument', dateFr(edition))}</td></tr><tr><td>Mois concerné</td><td>${champ('mois', moisFr(mois))}</td></tr></table>
<p>La ${esc(caisse)} atteste que le quotient familial de ${esc(civil(person))} s’élève, pour le mois de ${moisFr(mois)}, à :</p>
<div class="enc" style="text-align:center;font-size:20pt;width:70mm;margin:4mm auto"><b>${champ('quotientFamilial', `${entier(qf)} €`)}</b></div>
<p><b>Composition du foyer au ${dateFr(edition)}</b></p><table class="ta"><tr><th>Qualité</th><th>Nom et prénom</th><th>Né(e) le</th></tr>${[...foyer.map((p, i) => [i === 0 ? 'Allocataire' : 'Conjoint', p] as const), ...children.map(e => ['Enfant à charge', e] as const)].map(([q, p]) => `<tr><td>${q}</td><td>${esc(p.nom)} ${esc(prenom(p))}</td><td>${dateFr(p.dateNaissance)}</td></tr>`).join('')}</table>
<p style="margin-top:4mm">Le quotient familial est calculé ainsi : un douzième des ressources annuelles imposables (année N-2) moins les abattements sociaux, augmenté des prestations mensuelles, le tout divisé par le nombre de parts. Nombre de parts retenu : ${String(2 + children.length * 0.5).replace('.', ',')}.</p>
<p>Document délivré à la demande de l’allocataire pour valoir ce que de droit, notamment auprès des services municipaux, des transports et des bailleurs sociaux.</p>
<div style="display:flex;gap:6mm;margin-top:6mm;align-items:center">${context.qr(`https://verification.caf.example/a/${rng.digits(12)}`)}<span class="pt g">Code de contrôle de l’attestation. Ce document dématérialisé est réputé signé par le directeur de l’organisme.</span></div>
<div class="pied">Les informations recueillies font l’objet d’un traitement informatique. Toute falsification est passible de sanctions pénales (article 441-1 du code pénal). Réf. QFAM-${rng.digits(8)}</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'serif'] as const), marges: '13mm 16mm' })],
    champs: {
      ...identite(person),
      dateDocument: edition,
      numeroAllocataire: numero,
      mois: moisIso(mois),
      quotientFamilial: qf,
    },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'attestation-caf-3-mois',
  }
}

function msa(context: DrawContext): Drawn {
  const { rng, person, today, children } = context
  const mois = moisRecent(rng, today)
  const edition = minDate(plus(mois, { mois: 1, jours: rng.int(2, 20) }), today)
  const caisse = `MSA de ${territoire(rng)}`
  const liste = prestations(rng, children.length)
  const total = r2(liste.reduce((a, p) => a + p.montant, 0))
  const dessus = rng.chance(0.5)
  const html = `<div class="ca ms">${tete(rng, person, caisse, logo('feuille', 'MSA', 'santé, famille, retraite, services<br>Mutualité sociale agricole', '#0a6b3d', 19))}
<div class="lig" style="margin-top:6mm;font-size:8.8pt"><div>N° d’identification${dessus ? '<br>' : ' : '}${nir(person.nir, rng.pick(FORMES_NIR))}<br>N° de dossier : ${grouper(rng.digits(9), [3, 3, 3])}<br>Service : prestations familiales et logement</div><div>${esc(person.adresse.ville)}, le ${champ('dateDocument', dateFr(edition, 'long'))}</div></div>
<h1>Attestation de paiement de prestations familiales</h1>
<p>Nous attestons que ${esc(civil(person))}, né${accord(person)} le ${dateFr(person.dateNaissance)}, affilié${accord(person)} au régime agricole sous le numéro ci-dessus, a perçu au titre du mois de <b>${champ('mois', moisFr(mois))}</b> :</p>
<table class="ta"><tr><th>Prestation</th><th>Période</th><th class="r">Montant net (€)</th></tr>${liste.map(p => `<tr><td>${p.nom}</td><td>${moisFr(mois)}</td><td class="r">${montant(p.montant)}</td></tr>`).join('')}<tr><td colspan="2"><b>Total versé</b></td><td class="r"><b>${champ('montantTotal', montant(total))}</b></td></tr></table>
${enfantsTable(children)}
<p style="margin-top:5mm">Le règlement a été effectué par virement le ${dateFr(plus(mois, { mois: 1, jours: 4 }) > edition ? edition : plus(mois, { mois: 1, jours: 4 }))}. Tout changement de situation (familiale, professionnelle, de logement, de ressources) doit être signalé sans délai dans votre espace privé.</p>
<div style="margin:6mm 0 0 100mm">Pour le directeur général,<br>le responsable du service prestations${signature(rng, '#223', 36)}${tiers(rng).nomComplet}</div>
<div class="pied">La MSA est responsable de traitement au sens du règlement (UE) 2016/679. Assuré : ${nir(person.nir, 'compact')} &nbsp; Réf. à rappeler : PF/${rng.digits(6)}. Les fausses déclarations sont punies par la loi (article L. 725-24 du code rural et de la pêche maritime).</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '13mm 16mm' })],
    champs: { ...identite(person), dateDocument: edition, mois: moisIso(mois), montantTotal: total },
    dateFinValidite: finDeMoisPlus(mois, 3),
    regleValidite: 'attestation-caf-3-mois',
  }
}

export const CAF: readonly Template[] = [
  { id: 'attestation-caf/paiement', type: 'attestation-caf', draw: caf },
  { id: 'attestation-caf/quotient-familial', type: 'attestation-caf', draw: quotient },
  { id: 'attestation-caf/msa-paiement', type: 'attestation-caf', draw: msa },
]
