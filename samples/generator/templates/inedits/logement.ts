import {
  accord,
  champ,
  civil,
  esc,
  euros,
  grouper,
  identite,
  monsieurMadame,
  montant,
  nomUsuel,
  prenom,
  r2,
} from '../kit.ts'
import { dateFr, finDeMoisPlus, jourPasse, moisFr, moisRecent, plus } from '../kit-dates.ts'
import { enLettres } from '../kit-nombres.ts'
import { lastOfMonth } from '../../dates.ts'
import { fictionalAdresse } from '../../people.ts'
import { fictionalSiret } from '../../numbers.ts'
import { telephone, territoire, tiers } from '../kit-fiction.ts'
import { coche, logo, signature, tampon } from '../kit-formes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, feuilles, inedit, SANS_OBJET } from './commun.ts'

/** The present dwelling: receipt book, hostel fee, folio, camping site, furnished lease, social lease, lodging forms. */

function carnet(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = moisRecent(rng, c.today)
  const fin = lastOfMonth(debut)
  const loyer = rng.int(340, 720)
  const charges = rng.int(15, 90)
  const total = loyer + charges
  const b = tiers(rng)
  const jour = ((): string => {
    const j = plus(debut, { jours: rng.int(3, 20) })
    return j > c.today ? c.today : j
  })()
  const m = (x: string): string => `<span class="main" style="font-size:14pt">${x}</span>`
  const html = `<div class="col" style="gap:0"><div style="flex:0 0 52mm;border-right:.4mm dashed #444;padding-right:4mm;font-size:8.4pt"><b>N° ${rng.int(12, 49)}</b><br>Souche<br>${m(esc(nomUsuel(p)))}<br>Terme : ${m(moisFr(debut))}<br>Somme : ${m(String(total))} €</div><div style="padding-left:6mm"><div class="lig"><b style="font-size:14pt">QUITTANCE</b><span>N° ${rng.int(12, 49)} &nbsp; B.P.F. ${m(`${total} €`)}</span></div><p style="line-height:2">Reçu de M ${m(`${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}`)} la somme de ${m(enLettres(total))} euros (${m(`${champ('montantTotal', montant(total))} €`)}) pour le terme de loyer des lieux occupés ${m(esc(p.adresse.ligne))} à ${m(esc(p.adresse.ville))}, du ${m(champ('periodeDebut', dateFr(debut)))} au ${m(champ('periodeFin', dateFr(fin)))}.</p><table class="tb" style="width:70mm"><tr><td>Loyer</td><td class="r">${m(champ('loyer', montant(loyer)))}</td></tr><tr><td>Charges</td><td class="r">${m(champ('charges', montant(charges)))}</td></tr></table><div class="lig"><span>Dont quittance sous toutes réserves.<br>À ${m(esc(p.adresse.ville))} le ${m(champ('dateDocument', dateFr(jour)))}</span><div>Le propriétaire ${m(champ('bailleur', b.nomComplet))}${signature(rng)}</div></div></div></div>`
  return {
    pages: [feuille(html, { largeurMm: 210, hauteurMm: 105, marges: '8mm 10mm', fonte: 'serif' })],
    champs: {
      ...identite(p),
      dateDocument: jour,
      periodeDebut: debut,
      periodeFin: fin,
      loyer,
      charges,
      montantTotal: total,
      bailleur: b.nomComplet,
      natureQuittance: 'quittance',
    },
    dateFinValidite: finDeMoisPlus(fin, 3),
    regleValidite: 'quittance-3-mois',
  }
}

function redevance(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = moisRecent(rng, c.today)
  const fin = lastOfMonth(debut)
  const loyer = r2(rng.int(250, 380) + 0.16)
  const charges = r2(rng.int(90, 140) + 0.4)
  const total = r2(loyer + charges)
  const jour = ((): string => {
    const j = plus(fin, { jours: rng.int(1, 7) })
    return j > c.today ? c.today : j
  })()
  const bailleur = 'RÉSIDENCES SOLIDAIRES DE FRANCE'
  const html = `<div class="lig">${logo('toit', bailleur, 'Gestionnaire de résidences sociales et de pensions de famille', '#6b3d8f', 12)}<div class="r">Résidence ${rng.pick(['Les Peupliers', 'Jean-Moulin', 'Le Belvédère'])}<br>Logement ${rng.int(101, 519)} — studio ${rng.int(15, 24)} m²</div></div><div class="col" style="margin-top:12mm"><div class="gris">Résident${accord(p)}<br><b>${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}</b><br>Compte ${rng.digits(8)}</div><div class="gris">Quittance n° ${rng.digits(9)}<br>du ${champ('dateDocument', dateFr(jour))}<br>Mois : <b>${moisFr(debut)}</b></div></div><h1>QUITTANCE DE REDEVANCE</h1><p>Période d’occupation du ${champ('periodeDebut', dateFr(debut))} au ${champ('periodeFin', dateFr(fin))}.</p><table class="tb"><tr><td>Équivalent loyer</td><td class="r">${champ('loyer', euros(loyer))}</td></tr><tr><td>Équivalent charges locatives (eau, électricité, chauffage)</td><td class="r">${champ('charges', euros(charges))}</td></tr><tr><td><b>Redevance acquittée</b></td><td class="r"><b>${champ('montantTotal', euros(total))}</b></td></tr></table><p style="margin-top:6mm">Nous reconnaissons avoir reçu de ${esc(civil(p))} la totalité de la somme ci-dessus et lui en donnons quittance, sous réserve de tous nos droits et de l’encaissement effectif. L’aide personnalisée au logement perçue par tiers payant est comprise dans les règlements.</p><div class="lig"><div>Le responsable de résidence${signature(rng)}</div>${tampon(rng, 'RÉSIDENCES SOLIDAIRES •', ['PAYÉ'], 30)}</div><div class="pied">${champ('bailleur', bailleur)} — société d’économie mixte — SIRET ${grouper(fictionalSiret(rng), [3, 3, 3, 5])} — ${telephone(rng)}</div>`
  return {
    pages: [feuille(html, { pt: 10.2, fonte: 'deja' })],
    champs: {
      ...identite(p),
      dateDocument: jour,
      periodeDebut: debut,
      periodeFin: fin,
      loyer,
      charges,
      montantTotal: total,
      bailleur,
      natureQuittance: 'quittance',
    },
    dateFinValidite: finDeMoisPlus(fin, 3),
    regleValidite: 'quittance-3-mois',
  }
}

/** Folio of a chain: one line each night. `camping`: a pitch, on a half sheet. */
function sejour(c: DrawContext, camping: boolean): Drawn {
  const { rng, person: p } = c
  const depart = rng.chance(0.2) ? jourPasse(rng, c.today, 110, 260) : jourPasse(rng, c.today, 2, 75)
  const nuits = rng.int(3, 9)
  const arrivee = plus(depart, { jours: -nuits })
  const prix = camping ? rng.int(16, 29) : r2(rng.int(44, 92) + 0.5)
  const taxe = camping ? 0.61 : 1.3
  const total = r2(nuits * (prix + taxe))
  const siret = fictionalSiret(rng)
  const a = fictionalAdresse(rng)
  const champs = {
    ...identite(p),
    dateDocument: depart,
    dateDebut: arrivee,
    dateFin: depart,
    montantTotal: total,
    siret,
  }
  const suite = { champs, dateFinValidite: plus(depart, { mois: 3 }), regleValidite: 'recu-hotel-3-mois' } as const
  if (camping) {
    const html = `<div class="c"><b style="font-size:15pt;color:#3c7a3a">CAMPING LE VAL D’ORVAULX ★★</b><br>${esc(a.ligne)} — ${a.codePostal} ${esc(a.ville)}<br>SIRET ${champ('siret', siret)} — ouvert toute l’année</div><h1 class="c">REÇU N° ${rng.int(120, 980)}</h1><p style="line-height:1.9">Reçu de ${civil(p).startsWith('M.') ? 'M.' : 'Mme'} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}<br>Emplacement n° ${rng.int(2, 88)} — ${rng.pick(['caravane', 'mobil-home', 'tente'])} — électricité 6 A<br>Arrivée le ${champ('dateDebut', dateFr(arrivee))} &nbsp; Départ le ${champ('dateFin', dateFr(depart))}</p><table class="tb"><tr><td>${nuits} nuitées x ${euros(prix)}</td><td class="r">${euros(r2(nuits * prix))}</td></tr><tr><td>Taxe de séjour ${nuits} x ${euros(taxe)}</td><td class="r">${euros(r2(nuits * taxe))}</td></tr><tr><td><b>Total payé en ${rng.pick(['espèces', 'carte bancaire'])}</b></td><td class="r"><b>${champ('montantTotal', euros(total))}</b></td></tr></table><p style="margin-top:4mm">Le ${champ('dateDocument', dateFr(depart))}, pour acquit,</p>${signature(rng)}`
    return {
      pages: [feuille(html, { largeurMm: 148, hauteurMm: 210, marges: '10mm 13mm', fonte: 'dejaSerif' })],
      ...suite,
    }
  }
  const jours = Array.from({ length: nuits }, (_, i) => plus(arrivee, { jours: i }))
  const html = `<div class="lig"><div><b style="font-size:20pt;letter-spacing:1mm;color:#444">nuitéo</b><br>HÔTEL ${esc(a.ville)} CENTRE<br>${esc(a.ligne)}, ${a.codePostal} ${esc(a.ville)}<br>T. ${telephone(rng)}</div><div class="r"><b>INVOICE / FACTURE ${rng.digits(6)}</b><br>Room / Chambre ${rng.int(102, 512)}<br>Adults / Adultes : ${rng.int(1, 2)}<br>Cashier ${rng.int(1, 19)}</div></div><p style="margin:8mm 0 0 96mm;font-size:10.4pt">${p.civilite} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p).toUpperCase()))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}</p><div class="lig gris" style="margin:6mm 0"><span>Arrival / Arrivée ${champ('dateDebut', dateFr(arrivee, 'tiret'))}</span><span>Departure / Départ ${champ('dateFin', dateFr(depart, 'tiret'))}</span><span>Nights / Nuits ${nuits}</span></div><table class="tb mach" style="font-size:8.6pt"><tr><th>Date</th><th>Description</th><th class="r">Charges</th><th class="r">Credits</th></tr>${jours.map(j => `<tr><td>${dateFr(j, 'tiret')}</td><td>Accommodation / Hébergement</td><td class="r">${montant(prix)}</td><td></td></tr><tr><td></td><td>City tax / Taxe de séjour</td><td class="r">${montant(taxe)}</td><td></td></tr>`).join('')}<tr><td>${dateFr(depart, 'tiret')}</td><td>Credit card / Carte bancaire</td><td></td><td class="r">${montant(total)}</td></tr><tr><td></td><td><b>Total incl. VAT / TTC</b></td><td class="r"><b>${champ('montantTotal', montant(total))}</b></td><td class="r">${montant(total)}</td></tr></table><p class="pt" style="margin-top:4mm">VAT / TVA 10 % on accommodation: ${montant(r2((nuits * prix) / 11))} — Balance / Solde : 0,00 EUR</p><div class="pied">SAS Nuitéo exploitation — SIRET ${champ('siret', grouper(siret, [9, 5]))} — TVA FR${rng.digits(2)}${siret.slice(0, 9)} — Date : ${champ('dateDocument', dateFr(depart, 'tiret'))} — Thank you for your stay / Merci de votre visite</div>`
  return { pages: [feuille(html, { pt: 9.4 })], ...suite }
}

function bailMeuble(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const effet = jourPasse(rng, c.today, 30, 1500)
  const signe = plus(effet, { jours: -rng.int(1, 20) })
  const loyer = rng.int(360, 780)
  const b = tiers(rng)
  const a = fictionalAdresse(rng)
  const p1 = `<h1 class="c">LOCATION MEUBLÉE À USAGE DE RÉSIDENCE PRINCIPALE</h1><p class="c pt">soumise au titre Ier bis de la loi du 6 juillet 1989</p><div style="column-count:2;column-gap:8mm;text-align:justify;font-size:9pt"><p><b>Les parties.</b> ${b.civilite} ${champ('bailleur', b.nomComplet)}, demeurant ${esc(a.ligne)}, ${a.codePostal} ${esc(a.ville)}, ci-après « le bailleur » ; et ${monsieurMadame(p)} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, né${accord(p)} le ${dateFr(p.dateNaissance)}, ci-après « le preneur ».</p><p><b>Les lieux.</b> Studio meublé de ${rng.int(16, 32)} m² situé ${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)}, comprenant une pièce de vie avec coin cuisine, une salle d’eau et une cave. L’inventaire du mobilier est joint.</p><p><b>La durée.</b> Un an à compter du <b>${champ('dateEffet', dateFr(effet, 'long'))}</b>, reconduit tacitement. Le preneur peut donner congé à tout moment avec un préavis d’un mois.</p><p><b>Le loyer.</b> Le loyer mensuel est de <b>${champ('loyer', euros(loyer))}</b>, payable d’avance le 5 de chaque mois, outre un forfait de charges de ${euros(rng.int(20, 60))}. Il est révisé chaque année selon l’indice de référence des loyers.</p><p><b>La garantie.</b> Le preneur remet ce jour un dépôt de garantie de ${euros(2 * loyer)}, restitué dans les deux mois de la remise des clés.</p><p><b>Les obligations.</b> Le preneur use paisiblement des lieux, répond des dégradations, s’assure contre les risques locatifs et en justifie chaque année. Le bailleur délivre un logement décent et en bon état.</p><p><b>Clause résolutoire.</b> À défaut de paiement du loyer ou d’assurance, le contrat est résilié de plein droit après un commandement demeuré infructueux.</p><p><b>Solidarité.</b> Sans objet.</p></div>`
  const p2 = `<h2>Annexe 1 — Inventaire du mobilier</h2><table class="tb">${['Literie avec couette', 'Volets ou rideaux', 'Plaques de cuisson', 'Four à micro-ondes', 'Réfrigérateur', 'Vaisselle', 'Ustensiles de cuisine', 'Table et sièges', 'Étagères', 'Luminaires'].map(x => `<tr><td>${x}</td><td class="c">${rng.int(1, 6)}</td><td>${rng.pick(['bon état', 'neuf', 'état d’usage'])}</td></tr>`).join('')}</table><h2>Annexe 2 — Diagnostics remis</h2><p>Performance énergétique : classe ${rng.pick(['C', 'D', 'E'])}. État des risques et pollutions. Constat de risque d’exposition au plomb.</p><p style="margin-top:10mm">Fait en deux originaux, à ${esc(p.adresse.ville)}, le ${champ('dateDocument', dateFr(signe, 'long'))}</p><div class="col"><div>Le bailleur, lu et approuvé${signature(rng)}</div><div>Le preneur, lu et approuvé${signature(rng)}</div></div>`
  return {
    pages: feuilles([p1, p2], { fonte: 'serif', pt: 10 }),
    champs: { ...identite(p), dateDocument: signe, dateEffet: effet, loyer, bailleur: b.nomComplet },
    ...SANS_OBJET,
  }
}

function bailSocial(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const effet = jourPasse(rng, c.today, 60, 3000)
  const signe = plus(effet, { jours: -rng.int(1, 12) })
  const loyer = r2(rng.int(290, 520) + 0.37)
  const bailleur = 'HABITAT DE LA PLAINE, OFFICE PUBLIC'
  const b = (t: string, x: string): string =>
    `<tr><td style="width:42mm;background:#e7eef0"><b>${t}</b></td><td>${x}</td></tr>`
  const p1 = `<div class="lig">${logo('toit', bailleur, 'Logements conventionnés', '#0d6b74', 12)}<div class="r">Contrat n° ${rng.digits(7)}<br>Convention APL ${rng.digits(2)}.${rng.digits(3)}.${rng.digits(4)}</div></div><h1 class="c">ENGAGEMENT DE LOCATION</h1><table class="tb">${b('Bailleur', champ('bailleur', bailleur))}${b('Locataire(s)', `${monsieurMadame(p)} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, né${accord(p)} le ${dateFr(p.dateNaissance)}`)}${b('Logement', `${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}<br>Type T${rng.int(2, 4)}, ${rng.int(44, 82)} m² de surface habitable, étage ${rng.int(0, 8)}`)}${b('Annexes', rng.pick(['Cave n° 12', 'Garage n° 4', 'Néant']))}${b('Prise d’effet', `<b>${champ('dateEffet', dateFr(effet))}</b>, pour une durée indéterminée (droit au maintien dans les lieux)`)}${b('Loyer principal', `<b>${champ('loyer', euros(loyer))}</b> par mois`)}${b('Provisions', `${euros(r2(rng.int(60, 140) + 0.2))} par mois`)}${b('Dépôt de garantie', euros(loyer))}</table><h2>Conditions générales</h2><p class="j">Le présent contrat est régi par le livre IV du code de la construction et de l’habitation et par les dispositions applicables de la loi du 6 juillet 1989. Le loyer est exigible à terme échu. Il peut être révisé chaque année au 1er janvier. Le locataire s’acquitte, le cas échéant, d’un supplément de loyer de solidarité et répond à l’enquête annuelle sur ses ressources.</p><p class="j">Le locataire occupe personnellement les lieux au moins huit mois par an, ne peut ni céder ni sous-louer, et souscrit une assurance contre les risques locatifs. Il entretient le logement et laisse exécuter les travaux d’amélioration.</p><p>Fait à ${esc(p.adresse.ville)}, le ${champ('dateDocument', dateFr(signe))}</p><div class="lig"><div>Le locataire${signature(rng)}</div><div>Pour l’office, la directrice${signature(rng, '#222')}</div></div>`
  return {
    pages: feuilles([p1], { pt: 9.8 }),
    champs: { ...identite(p), dateDocument: signe, dateEffet: effet, loyer, bailleur },
    ...SANS_OBJET,
  }
}

function formulaireHebergement(c: DrawContext): Drawn {
  const { rng, person: p, partner: h } = c
  const jour = jourPasse(rng, c.today, 3, 160)
  const depuis = plus(jour, { mois: -rng.int(2, 30) })
  const a = fictionalAdresse(rng)
  const l = (t: string, v: string): string =>
    `<p style="margin:2.4mm 0;border-bottom:.25mm dotted #333">${t} : <span class="main" style="font-size:14pt">${v}</span></p>`
  const html = `<div class="c enc"><b style="font-size:15pt">DÉCLARATION DE L’HÉBERGEANT</b><br>à compléter par la personne qui vous loge gratuitement</div><h2>1. La personne qui héberge</h2>${l('Nom et prénom', champ('hebergeant', `${esc(prenom(h))} ${esc(nomUsuel(h))}`))}${l('Né(e) le', dateFr(h.dateNaissance))}${l('Adresse', `${esc(a.ligne)} ${a.codePostal} ${esc(a.ville)}`)}<p>Je suis : ${coche(true)} locataire &nbsp; ${coche(false)} propriétaire &nbsp; ${coche(false)} autre</p><h2>2. La personne hébergée</h2>${l('Nom', champ('nom', esc(nomUsuel(p))))}${l('Prénom', champ('prenoms', esc(prenom(p))))}${l('Né(e) le', dateFr(p.dateNaissance))}<p>Lien : ${coche(false)} parent &nbsp; ${coche(true)} ami ou famille &nbsp; ${coche(false)} autre</p>${l('Est hébergé(e) chez moi depuis le', champ('dateDebut', dateFr(depuis)))}<h2>3. Engagement</h2><p>Je certifie sur l’honneur l’exactitude de ces renseignements. Je joins la copie de ma pièce d’identité et un justificatif de domicile.</p><div class="col"><div>Date : <span class="main">${champ('dateDocument', dateFr(jour))}</span></div><div>Signature${signature(rng)}</div></div>`
  return {
    pages: [feuille(html, { pt: 10.4 })],
    champs: { ...identite(p), dateDocument: jour, dateDebut: depuis, hebergeant: `${prenom(h)} ${nomUsuel(h)}` },
    ...SANS_OBJET,
  }
}

function foyerJeunes(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 3, 120)
  const depuis = plus(jour, { mois: -rng.int(2, 20) })
  const dir = tiers(rng)
  const html = `${logo('soleil', 'HABITAT JEUNES', `Résidence de ${territoire(rng)} — association loi 1901`, '#d2691e', 15)}<h1 style="margin-top:16mm">Attestation de résidence</h1><p class="j">Je soussigné${accord(dir)} ${champ('hebergeant', dir.nomComplet)}, responsable de la résidence sociale pour jeunes travailleurs, atteste que ${civil(p).startsWith('M.') ? 'Monsieur' : 'Madame'} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, né${accord(p)} le ${dateFr(p.dateNaissance)}, est logé${accord(p)} dans notre établissement depuis le <b>${champ('dateDebut', dateFr(depuis, 'long'))}</b>, dans le cadre d’une convention d’occupation à titre temporaire, logement n° ${rng.int(101, 430)}.</p><p class="j">La participation mensuelle s’élève à ${euros(rng.int(310, 440))}, charges comprises, et l’intéressé${accord(p)} est à jour de ses règlements. L’accueil est limité à vingt-quatre mois : une solution de relogement est recherchée.</p><div style="margin:14mm 0 0 90mm">${esc(p.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}${signature(rng)}${tampon(rng, 'HABITAT JEUNES • RÉSIDENCE SOCIALE •', ['FJT'], 32)}</div><div class="pied">Hébergement agréé — SIRET ${fictionalSiret(rng)} — ${telephone(rng)}</div>`
  return {
    pages: [feuille(html, { pt: 11, marges: '18mm 22mm', interligne: 1.6 })],
    champs: { ...identite(p), dateDocument: jour, dateDebut: depuis, hebergeant: dir.nomComplet },
    ...SANS_OBJET,
  }
}

export const INEDITS_LOGEMENT: readonly Template[] = [
  inedit('quittance-de-loyer', 'carnet-a-souche', carnet),
  inedit('quittance-de-loyer', 'redevance-residence', redevance),
  inedit('recu-hotel', 'folio-bilingue', c => sejour(c, false)),
  inedit('recu-hotel', 'camping', c => sejour(c, true)),
  inedit('bail', 'meuble-deux-colonnes', bailMeuble),
  inedit('bail', 'engagement-social', bailSocial),
  inedit('attestation-hebergement', 'formulaire', formulaireHebergement),
  inedit('attestation-hebergement', 'foyer-jeunes', foyerJeunes, { ageMin: 18, ageMax: 29 }),
]
