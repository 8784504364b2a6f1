import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import { fictionalSiret } from '../numbers.ts'
import { blocPostal, champ, esc, euros, grouper, identite, montant, nomUsuel, page, prenom, r2 } from './kit.ts'
import { dateFr, jourPasse, plus } from './kit-dates.ts'
import { telephone } from './kit-fiction.ts'
import { logo, tampon } from './kit-formes.ts'

/** Hotel invoice (A4) and small till receipt (80 mm paper). */

const CSS = `
.ho{font-size:9.3pt;line-height:1.4}.ho .ta td,.ho .ta th{border-bottom:.2mm solid #999;padding:1.2mm 1.5mm}.ho .ta th{border-bottom:.4mm solid #333}
.ho .pied{position:absolute;left:16mm;right:16mm;bottom:9mm;font-size:6.8pt;color:#555;text-align:center}.tk{font-size:9pt;line-height:1.35}.tk td{padding:.3mm 0}
`
const HOTELS = [
  'HÔTEL DE LA POSTE ET DU LION',
  'HÔTEL BEL-AIR',
  'HÔTEL LE RELAIS DES TANNEURS',
  'RÉSIDENCE HÔTELIÈRE DES TROIS PONTS',
  'HÔTEL DU CANAL',
] as const

interface Sejour {
  readonly arrivee: string
  readonly depart: string
  readonly nuits: number
  readonly prix: number
  readonly chambre: number
  readonly taxe: number
  readonly dejeuners: number
  readonly total: number
}

function tirerSejour({ rng, today }: DrawContext): Sejour {
  const depart = rng.chance(0.22) ? jourPasse(rng, today, 110, 320) : jourPasse(rng, today, 1, 80)
  const nuits = rng.int(3, 30)
  const prix = rng.int(39, 78)
  const chambre = r2(nuits * prix)
  const taxe = r2(nuits * rng.pick([0.88, 1.1, 1.65]))
  const dejeuners = rng.chance(0.4) ? r2(nuits * 7.5) : 0
  return {
    arrivee: plus(depart, { jours: -nuits }),
    depart,
    nuits,
    prix,
    chambre,
    taxe,
    dejeuners,
    total: r2(chambre + taxe + dejeuners),
  }
}

/** The invoice is made on the day of departure: both readings of the rule give the same end. */
function resultat(context: DrawContext, s: Sejour, siret: string, pages: Drawn['pages']): Drawn {
  return {
    pages,
    champs: {
      ...identite(context.person),
      dateDocument: s.depart,
      dateDebut: s.arrivee,
      dateFin: s.depart,
      montantTotal: s.total,
      siret,
    },
    dateFinValidite: plus(s.depart, { mois: 3 }),
    regleValidite: 'recu-hotel-3-mois',
  }
}

function facture(context: DrawContext): Drawn {
  const { rng, person } = context
  const s = tirerSejour(context)
  const siret = fictionalSiret(rng)
  const a = fictionalAdresse(rng)
  const hotel = rng.pick(HOTELS)
  const ht = r2((s.chambre + s.dejeuners) / 1.1)
  const tva = r2(s.chambre + s.dejeuners - ht)
  const html = `<div class="ho"><div class="lig"><div>${logo(rng.pick(['soleil', 'onde', 'feuille'] as const), hotel, `${rng.pick(['★★', '★★★', '★'])} — chambres, studios, séjours au mois`, rng.pick(['#6b1d2a', '#1d4d5e', '#4a4a1f']), 14)}<div style="margin-top:3mm">${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>Tél. ${telephone(rng)}<br>SIRET ${champ('siret', rng.pick([siret, grouper(siret, [3, 3, 3, 5])]))} — APE 55.10Z<br>TVA FR${rng.digits(2)}${siret.slice(0, 9)}</div></div><div style="width:78mm;padding-top:26mm;font-size:10pt">${blocPostal(person)}</div></div>
<h1 style="margin:10mm 0 3mm;font-size:17pt">FACTURE N° ${rng.digits(2)}-${rng.digits(5)}</h1>
<table style="margin-bottom:5mm"><tr><td>Date de facture : ${champ('dateDocument', dateFr(s.depart))}</td><td>Chambre : ${rng.int(101, 428)}</td><td>Personnes : ${rng.int(1, 4)}</td></tr><tr><td>Arrivée : <b>${champ('dateDebut', dateFr(s.arrivee))}</b></td><td>Départ : <b>${champ('dateFin', dateFr(s.depart))}</b></td><td>Nuitées : <b>${s.nuits}</b></td></tr></table>
<table class="ta"><tr><th>Désignation</th><th class="r">Quantité</th><th class="r">Prix unitaire TTC</th><th class="r">TVA</th><th class="r">Montant TTC</th></tr><tr><td>Hébergement, chambre ${rng.pick(['double', 'familiale', 'individuelle'])}, du ${dateFr(s.arrivee)} au ${dateFr(s.depart)}</td><td class="r">${s.nuits} nuitées</td><td class="r">${montant(s.prix)}</td><td class="r">10 %</td><td class="r">${montant(s.chambre)}</td></tr>${s.dejeuners > 0 ? `<tr><td>Petit déjeuner buffet</td><td class="r">${s.nuits}</td><td class="r">7,50</td><td class="r">10 %</td><td class="r">${montant(s.dejeuners)}</td></tr>` : ''}<tr><td>Taxe de séjour (non soumise à TVA)</td><td class="r">${s.nuits}</td><td class="r">${montant(r2(s.taxe / s.nuits))}</td><td class="r">—</td><td class="r">${montant(s.taxe)}</td></tr></table>
<div class="lig" style="margin-top:5mm"><div style="width:84mm"><p>Règlement : ${rng.pick(['carte bancaire', 'espèces', 'virement', 'prise en charge partielle association'])}<br>Facture acquittée le ${dateFr(s.depart)}</p></div><table class="ta" style="width:80mm"><tr><td>Total HT</td><td class="r">${montant(ht)} €</td></tr><tr><td>TVA 10 %</td><td class="r">${montant(tva)} €</td></tr><tr><td>Taxe de séjour</td><td class="r">${montant(s.taxe)} €</td></tr><tr><td style="font-size:12pt"><b>Total TTC</b></td><td class="r" style="font-size:12pt"><b>${champ('montantTotal', euros(s.total))}</b></td></tr></table></div>
<div style="margin-top:6mm">${tampon(rng, `${hotel} - ${a.ville} `.slice(0, 38), ['ACQUITTÉ', dateFr(s.depart)], 34)}</div>
<p class="pt" style="margin-top:6mm">Les chambres doivent être libérées à 11 heures. Les objets oubliés sont conservés un an et un jour. En cas de litige, le client peut saisir le médiateur du tourisme et du voyage après réclamation écrite restée sans réponse pendant soixante jours. Aucun escompte pour paiement anticipé ; pénalités de retard au taux légal majoré de dix points.</p>
<div class="pied">${hotel} — SARL au capital de 7 500 € — RCS ${esc(a.ville)} ${grouper(siret.slice(0, 9), [3, 3, 3])}</div></div>`
  return resultat(context, s, siret, [
    page(html, { css: CSS, fonte: rng.pick(['sans', 'serif', 'dejaSerif'] as const), marges: '15mm 16mm' }),
  ])
}

function ticket(context: DrawContext): Drawn {
  const { rng, person } = context
  const s = tirerSejour(context)
  const siret = fictionalSiret(rng)
  const a = fictionalAdresse(rng)
  const hotel = rng.pick(HOTELS)
  const rang = (l: string, v: string): string => `<tr><td>${l}</td><td class="r">${v}</td></tr>`
  const html = `<div class="tk"><div class="c"><b>${hotel}</b><br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>Tél ${telephone(rng)}<br>SIRET ${champ('siret', siret)}<br>--------------------------------<br><b>REÇU</b> N° ${rng.digits(6)}<br>${champ('dateDocument', dateFr(s.depart))} &nbsp; 1${rng.int(0, 9)}:${rng.int(10, 59)}</div>
<p style="margin:3mm 0 1mm">Client : ${champ('nom', esc(nomUsuel(person)))} ${champ('prenoms', esc(prenom(person)))}<br>Chambre ${rng.int(2, 48)}</p>
<table>${rang('Arrivée', champ('dateDebut', dateFr(s.arrivee)))}${rang('Départ', champ('dateFin', dateFr(s.depart)))}${rang('Nuits', String(s.nuits))}</table><div>--------------------------------</div>
<table>${rang(`${s.nuits} nuitées x ${montant(s.prix)}`, montant(s.chambre))}${s.dejeuners > 0 ? rang('Petit déjeuner', montant(s.dejeuners)) : ''}${rang('Taxe de séjour', montant(s.taxe))}</table><div>--------------------------------</div>
<table style="font-size:12pt;font-weight:bold">${rang('TOTAL TTC', champ('montantTotal', `${montant(s.total)}€`))}</table>
<table style="margin-top:1mm">${rang('dont TVA 10 %', montant(r2(s.chambre + s.dejeuners - (s.chambre + s.dejeuners) / 1.1)))}${rang('CB ************' + rng.digits(4), montant(s.total))}</table>
<div class="c" style="margin-top:4mm">Reçu à conserver<br>Merci de votre visite<br>*** ${rng.digits(4)}-${rng.digits(4)} ***</div></div>`
  return resultat(context, s, siret, [
    page(html, {
      css: CSS,
      fonte: rng.pick(['mono', 'etroit'] as const),
      marges: '6mm 5mm',
      largeurMm: 80,
      hauteurMm: 158,
    }),
  ])
}

export const HOTEL: readonly Template[] = [
  { id: 'recu-hotel/facture', type: 'recu-hotel', draw: facture },
  { id: 'recu-hotel/ticket', type: 'recu-hotel', draw: ticket },
]
