import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import {
  accord,
  ascii,
  blocPostal,
  champ,
  entier,
  esc,
  euros,
  grouper,
  monsieurMadame,
  montant,
  nomUsuel,
  page,
  prenom,
  r2,
} from './kit.ts'
import { annee, dateFr, jourPasse, plus } from './kit-dates.ts'
import { mobile, telephone, territoire } from './kit-fiction.ts'
import { blocEtat, logo, signature, tampon } from './kit-formes.ts'
import { horsPerimetre, modeleHors } from './hors-perimetre-commun.ts'

/** Everyday papers that the regulation does not list: bills, insurance, CV, criminal record. */

const CSS = `
.hv{font-size:9.2pt;line-height:1.38}.hv h1{font-size:15pt;margin:5mm 0 4mm}.hv h2{font-size:11pt;margin:4mm 0 1.5mm}.hv .ta td,.hv .ta th{border-bottom:.2mm solid #999;padding:1.1mm 1.6mm}.hv .ta th{border-bottom:.4mm solid #333}
.hv .enc{background:#eef4fb;padding:3mm 4mm}.hv .pied{position:absolute;left:15mm;right:15mm;bottom:8mm;font-size:6.5pt;color:#555}
`

function energie(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 4, 150)
  const debut = plus(jour, { mois: -2 })
  const kwh = rng.int(240, 1100)
  const conso = r2(kwh * 0.1629)
  const abo = 2 * 13.27
  const ht = r2(conso + abo)
  const taxes = r2(kwh * 0.0257 + 4.12)
  const tva = r2((ht + taxes) * 0.17)
  const total = r2(ht + taxes + tva)
  const numero = `${rng.digits(10)}`
  const code = context.twoDDoc({
    type: '01',
    issueDate: jour,
    signatureDate: jour,
    moduleMm: 0.4,
    fields: [
      [
        '10',
        `${person.civilite === 'M.' ? 'M' : 'MME'}/${ascii(nomUsuel(person))}/${ascii(prenom(person))}`.slice(0, 38),
      ],
      ['18', numero],
      ['22', ascii(person.adresse.ligne).slice(0, 38)],
      ['24', person.adresse.codePostal],
      ['25', ascii(person.adresse.ville).slice(0, 32)],
      ['26', 'FR'],
    ],
  })
  const html = `<div class="hv"><div class="lig"><div style="width:86mm">${logo('soleil', 'ÉNERGIE DES VALLÉES', 'Électricité et gaz — fournisseur', '#0b5fa5', 14)}<div class="pt" style="margin-top:2mm">Service clients : ${telephone(rng)}, du lundi au samedi de 8 h à 20 h<br>Dépannage électricité : ${telephone(rng)}</div></div><div style="line-height:0">${code}</div></div><div class="lig" style="margin-top:4mm"><div>N° client : ${grouper(rng.digits(10), [1, 3, 3, 3])}<br>N° de facture : ${numero}<br>Point de livraison (PDL) : ${rng.digits(14)}<br>Offre : Tarif de base 6 kVA</div><div style="width:84mm;font-size:10pt">${blocPostal(person, true)}</div></div><h1>Votre facture d’électricité du ${champ('dateDocument', dateFr(jour, 'long'))}</h1><div class="enc lig"><div>Montant TTC à payer</div><div style="font-size:16pt"><b>${euros(total)}</b></div><div>prélevé à partir du ${dateFr(plus(jour, { jours: 15 }))}</div></div><table class="ta" style="margin-top:5mm"><tr><th>Détail</th><th>Période</th><th class="r">Quantité</th><th class="r">Prix unitaire HT</th><th class="r">Montant HT</th></tr><tr><td>Abonnement</td><td>du ${dateFr(debut)} au ${dateFr(jour)}</td><td class="r">2 mois</td><td class="r">13,27 €</td><td class="r">${euros(abo)}</td></tr><tr><td>Consommation (relevé ${rng.int(10000, 40000)} kWh)</td><td>du ${dateFr(debut)} au ${dateFr(jour)}</td><td class="r">${entier(kwh)} kWh</td><td class="r">0,1629 €</td><td class="r">${euros(conso)}</td></tr><tr><td>Accise sur l’électricité, CTA</td><td></td><td></td><td></td><td class="r">${euros(taxes)}</td></tr><tr><td>TVA (5,5 % et 20 %)</td><td></td><td></td><td></td><td class="r">${euros(tva)}</td></tr><tr><td><b>Total TTC</b></td><td></td><td></td><td></td><td class="r"><b>${euros(total)}</b></td></tr></table><p style="margin-top:4mm"><b>Lieu de consommation :</b> ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}</p><h2>Évolution de votre consommation</h2><svg viewBox="0 0 300 60" style="width:150mm;height:30mm">${Array.from(
    { length: 12 },
    (_, i) => {
      const h = rng.int(12, 52)
      return `<rect x="${i * 25}" y="${56 - h}" width="16" height="${h}" fill="#0b5fa5"/>`
    },
  ).join(
    '',
  )}<line x1="0" y1="56" x2="300" y2="56" stroke="#333"/></svg><p class="pt" style="margin-top:3mm">En cas de difficulté de paiement, contactez-nous ou les services sociaux (fonds de solidarité pour le logement). Le chèque énergie est accepté. Pénalités de retard : une fois et demie le taux d’intérêt légal. Le médiateur national de l’énergie peut être saisi gratuitement. Origine de l’électricité : renouvelable 38 %, nucléaire 58 %, autre 4 %.</p><div class="pied">ÉNERGIE DES VALLÉES, SA au capital de 1 200 000 € — la facture est à conserver cinq ans. Cette facture vaut justificatif de domicile.</div></div>`
  return horsPerimetre(context, 'facture-energie', jour, [page(html, { css: CSS, marges: '13mm 15mm' })])
}

function telecom(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 4, 150)
  const forfait = rng.pick([15.99, 29.99, 39.99])
  const options = rng.pick([0, 2.99, 5])
  const total = r2(forfait + options)
  const ht = r2(total / 1.2)
  const html = `<div class="hv"><div class="lig"><div>${logo('anneaux', 'FIBRALIS TÉLÉCOM', 'Internet — fixe — mobile', '#c2185b', 16)}</div><div style="width:84mm;padding-top:16mm;font-size:10pt">${blocPostal(person)}</div></div><h1>Facture n° ${rng.digits(4)} ${rng.digits(6)}</h1><div class="lig"><table style="width:92mm"><tr><td>Date de facture</td><td>${champ('dateDocument', dateFr(jour))}</td></tr><tr><td>Numéro de client</td><td>${rng.digits(9)}</td></tr><tr><td>Ligne internet</td><td>${telephone(rng)}</td></tr><tr><td>Ligne mobile</td><td>${mobile(rng)}</td></tr><tr><td>Période facturée</td><td>du ${dateFr(jour)} au ${dateFr(plus(jour, { mois: 1, jours: -1 }))}</td></tr></table><div class="enc" style="width:74mm"><b>Total à payer TTC</b><div style="font-size:18pt">${euros(total)}</div>Prélèvement le ${dateFr(plus(jour, { jours: 6 }))}</div></div><table class="ta" style="margin-top:6mm"><tr><th>Abonnements, forfaits et options</th><th class="r">HT</th><th class="r">TTC</th></tr><tr><td>Box fibre, appels illimités vers les fixes, 1 Gb/s</td><td class="r">${montant(r2(forfait / 1.2))}</td><td class="r">${montant(forfait)}</td></tr><tr><td>Options (bouquet télévision, répéteur wifi)</td><td class="r">${montant(r2(options / 1.2))}</td><td class="r">${montant(options)}</td></tr><tr><td>Communications au-delà du forfait</td><td class="r">0,00</td><td class="r">0,00</td></tr><tr><td>TVA 20 %</td><td class="r"></td><td class="r">${montant(r2(total - ht))}</td></tr><tr><td><b>Total</b></td><td class="r"><b>${montant(ht)}</b></td><td class="r"><b>${montant(total)}</b></td></tr></table><h2>Détail des communications</h2><table class="ta"><tr><th>Date</th><th>Numéro appelé</th><th>Durée</th><th class="r">Montant</th></tr>${Array.from({ length: 9 }, (_, i) => `<tr><td>${dateFr(plus(jour, { jours: -28 + i * 3 }))} ${rng.int(8, 21)}:${rng.int(10, 59)}</td><td>${rng.chance(0.5) ? telephone(rng) : mobile(rng)}</td><td>00:${rng.int(10, 59)}:${rng.int(10, 59)}</td><td class="r">inclus</td></tr>`).join('')}</table><p class="pt" style="margin-top:4mm">Adresse d’installation : ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}. Votre engagement prend fin le ${dateFr(plus(jour, { mois: 7 }))}. Service clients : ${telephone(rng)}. Le détail complet est disponible dans votre espace pendant un an.</p><div class="pied">FIBRALIS TÉLÉCOM, SAS — assistance technique gratuite hors prix d’appel — médiateur des communications électroniques.</div></div>`
  return horsPerimetre(context, 'facture-telecom', jour, [
    page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '13mm 15mm' }),
  ])
}

function assurance(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 5, 200)
  const fin = plus(jour, { ans: 1, jours: -1 })
  const html = `<div class="hv"><div class="lig"><div>${logo('feuille', 'MUTUELLE DES TROIS VALLÉES', 'Assurances habitation, auto, santé', '#14532d', 14)}<div class="pt" style="margin-top:2mm">${esc(fictionalAdresse(rng).ville)} — ${telephone(rng)}</div></div><div style="width:82mm;padding-top:20mm;font-size:10pt">${blocPostal(person)}</div></div><p style="margin-top:8mm">N° de sociétaire : ${rng.digits(8)}<br>N° de contrat : ${rng.digits(3)}-${rng.digits(7)}-H</p><h1 style="text-align:center">ATTESTATION D’ASSURANCE HABITATION<br><span style="font-size:11pt">Risques locatifs — année ${annee(jour)}</span></h1><p>La société d’assurance mutuelle soussignée certifie que ${monsieurMadame(person)} ${esc(prenom(person))} ${esc(nomUsuel(person))} est titulaire d’un contrat multirisque habitation garantissant le logement suivant :</p><table class="ta"><tr><td>Adresse du risque</td><td>${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}</td></tr><tr><td>Qualité de l’assuré</td><td>Locataire occupant</td></tr><tr><td>Nature</td><td>Appartement de ${rng.int(1, 5)} pièces principales</td></tr><tr><td>Période de validité</td><td>du ${dateFr(jour)} au ${dateFr(fin)}</td></tr><tr><td>Cotisation annuelle</td><td>${euros(r2(rng.int(96, 260) + rng.next()))} TTC, à jour</td></tr></table><p style="margin-top:4mm">Ce contrat comporte les garanties suivantes, dans les limites prévues aux conditions générales et particulières :</p><ul><li>responsabilité civile du locataire à l’égard du propriétaire (incendie, explosion, dégâts des eaux) : sans limitation de somme ;</li><li>recours des voisins et des tiers : 2 900 000 € ;</li><li>responsabilité civile vie privée, défense et recours ;</li><li>vol et vandalisme, bris de glace, catastrophes naturelles et technologiques.</li></ul><p>La présente attestation est délivrée pour servir et valoir ce que de droit auprès du bailleur, en application de l’article 7 g de la loi n° 89-462 du 6 juillet 1989. Elle ne peut engager la mutuelle au-delà des clauses du contrat.</p><div class="lig" style="margin-top:6mm"><div>Fait le ${champ('dateDocument', dateFr(jour))}</div><div>Pour la mutuelle, le directeur général${signature(rng, '#222', 46)}</div></div><div class="pied">Société d’assurance mutuelle à cotisations variables régie par le code des assurances.</div></div>`
  return horsPerimetre(context, 'attestation-assurance', jour, [page(html, { css: CSS, marges: '14mm 18mm' })])
}

function cv(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const y = annee(today)
  const couleur = rng.pick(['#2f4858', '#6b2d5c', '#22577a'])
  const exp = (a: number, b: string, poste: string, lieu: string, t: readonly string[]): string =>
    `<p style="margin-bottom:1mm"><b>${poste}</b> — ${lieu}<span style="float:right">${a} – ${b}</span></p><ul>${t.map(x => `<li>${x}</li>`).join('')}</ul>`
  const html = `<div class="hv"><div class="abs" style="left:0;top:0;bottom:0;width:66mm;background:${couleur};color:#fff;padding:16mm 8mm"><div style="width:34mm;height:34mm;border-radius:50%;background:#fff3;margin:0 auto 8mm"></div><h2>CONTACT</h2>${esc(person.adresse.ligne)}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}<br>${mobile(rng)}<br>${ascii(
    prenom(person),
  )
    .toLowerCase()
    .replace(
      /[^a-z]/g,
      '',
    )}@courriel.example<br><br>Né${accord(person)} le ${dateFr(person.dateNaissance)}<br>Permis B<h2 style="margin-top:8mm">COMPÉTENCES</h2><ul><li>Accueil et relation client</li><li>Gestion des stocks et inventaires</li><li>Bureautique : traitement de texte, tableur</li><li>Travail en équipe, autonomie</li></ul><h2>LANGUES</h2>Français : courant<br>Anglais : niveau B1<br>Espagnol : notions<h2 style="margin-top:8mm">CENTRES D’INTÉRÊT</h2>Randonnée, cuisine, bénévolat associatif</div><div class="abs" style="left:74mm;top:16mm;right:12mm"><div style="font-size:22pt;color:${couleur}"><b>${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}</b></div><div style="font-size:12pt;margin-bottom:6mm">${rng.pick(['Employé polyvalent de commerce', 'Assistant administratif', 'Agent logistique'])} — curriculum vitæ</div><p>${person.sexe === 'F' ? 'Motivée et rigoureuse' : 'Motivé et rigoureux'}, je souhaite mettre mon expérience au service d’une équipe dynamique.</p><h2 style="color:${couleur}">EXPÉRIENCES PROFESSIONNELLES</h2>${exp(y - 3, 'aujourd’hui', 'Employé libre-service', esc(context.company.nom), ['Mise en rayon, rotation des produits, étiquetage', 'Encaissement et fidélisation de la clientèle', 'Formation des nouveaux arrivants'])}${exp(y - 6, String(y - 3), 'Préparateur de commandes', 'Entrepôts Roussel-Vannier', ['Préparation vocale, chargement, contrôle qualité', 'Conduite de chariots, CACES R489 catégories 1 et 3'])}${exp(y - 8, String(y - 6), 'Agent d’accueil', `Mairie de ${esc(person.adresse.ville)}`, ['Accueil physique et téléphonique', 'Tenue du registre et du courrier'])}<h2 style="color:${couleur}">FORMATION</h2><p><b>Baccalauréat professionnel commerce</b> — lycée de ${esc(territoire(rng))}<span style="float:right">${y - 9}</span></p><p><b>Brevet de secourisme PSC1</b><span style="float:right">${y - 5}</span></p><p><b>Titre professionnel employé commercial</b><span style="float:right">${y - 8}</span></p></div></div>`
  return horsPerimetre(context, 'cv', null, [
    page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '0' }),
  ])
}

function casier(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 5, 200)
  const html = `<div class="hv" style="font-size:10.5pt;line-height:1.5"><div class="lig">${blocEtat('MINISTÈRE DE LA JUSTICE', 44)}<div style="text-align:right"><b>CASIER JUDICIAIRE NATIONAL</b><br>44317 NANTES CEDEX 3<br>Le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><h1 style="text-align:center;margin-top:14mm">EXTRAIT DE CASIER JUDICIAIRE<br><span style="font-size:12pt">BULLETIN N° 3</span></h1><p style="text-align:center">(article 777 du code de procédure pénale)</p><table class="ta" style="margin-top:8mm"><tr><td>Nom</td><td>${champ('nom', esc(nomUsuel(person)))}</td></tr><tr><td>Prénoms</td><td>${champ('prenoms', esc(prenom(person)))}</td></tr><tr><td>Né(e) le</td><td>${dateFr(person.dateNaissance)}</td></tr><tr><td>à</td><td>${esc(person.lieuNaissance)}</td></tr><tr><td>Numéro de demande</td><td>${rng.digits(8)}-${rng.digits(4)}</td></tr></table><div style="border:.5mm solid #333;height:80mm;margin-top:10mm;display:flex;align-items:center;justify-content:center;font-size:34pt;letter-spacing:6mm;background:repeating-linear-gradient(135deg,#fff,#fff 3mm,#f1f1f1 3mm,#f1f1f1 3.6mm)">NÉANT</div><div class="lig" style="margin-top:6mm"><div>${tampon(rng, 'CASIER JUDICIAIRE NATIONAL - NANTES ', ['C.J.N.'], 36)}</div><div>Le magistrat chef du service${signature(rng, '#222', 46)}</div></div><div class="pied">Le bulletin n° 3 ne peut être délivré qu’à la personne qu’il concerne. Il n’est pas délivré de duplicata. Toute altération est punie par la loi.</div></div>`
  return horsPerimetre(context, 'casier-judiciaire', jour, [page(html, { css: CSS, marges: '16mm 20mm' })])
}

export const HORS_VIE: readonly Template[] = [
  modeleHors('facture-energie', energie),
  modeleHors('facture-telecom', telecom),
  modeleHors('attestation-assurance', assurance),
  modeleHors('cv', cv),
  modeleHors('casier-judiciaire', casier),
]
