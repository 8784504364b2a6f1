import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import {
  accord,
  cases,
  champ,
  civil,
  entier,
  esc,
  euros,
  monsieurMadame,
  montant,
  nomUsuel,
  prenom,
  r2,
} from './kit.ts'
import { annee, dateFr, ddmmyyyy, jourPasse, moisFr, moisAvant, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { anneeEnLettres } from './kit-nombres.ts'
import { cerfa, coche, griffe, signature, tampon } from './kit-formes.ts'
import { feuille, modele, reglementaire } from './motif-commun.ts'

/** Housing situations: domiciliation form, title deed, notice to quit, summons to pay, order about an unfit home. */

const nomme = ({ person }: DrawContext): string =>
  `${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}`

function domiciliation(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 10, 300)
  const a = fictionalAdresse(rng)
  const organisme = rng.pick([
    `CCAS de ${a.ville}`,
    'Association Accueil et Toit',
    'Association La Boîte aux Lettres Solidaire',
  ])
  const rang = (...parts: readonly string[]): string => `<div class="l">${parts.join(' ')}</div>`
  const s = (t: string): string => `<b>${t}</b>`
  const html = `<div class="lig"><div style="font-size:8.5pt;width:50mm"><b>RÉPUBLIQUE FRANÇAISE</b><br>Ministère chargé des solidarités</div><h1 style="margin:0;flex:1">ATTESTATION D’ÉLECTION DE DOMICILE</h1>${cerfa('16029*01')}</div><p style="text-align:center;font-size:8.5pt">(articles L. 264-1 à L. 264-10, D. 264-1 et suivants du code de l’action sociale et des familles)</p>
<div class="enc"><h2 style="margin-top:0">Organisme domiciliataire</h2>${rang('Nom de l’organisme :', s(esc(organisme)), coche(organisme.startsWith('CCAS')), 'CCAS / CIAS', coche(!organisme.startsWith('CCAS')), 'organisme agréé')}${rang('Adresse :', s(`${esc(a.ligne)}, ${a.codePostal} ${esc(a.ville)}`))}${rang('N° d’agrément :', s(`${a.codePostal.slice(0, 2)}-DOM-${rng.digits(3)}`), '&nbsp; Délivré le', s(dateFr(plus(jour, { ans: -2 }))), '&nbsp; Téléphone :', s(telephone(rng)))}</div>
<div class="enc" style="margin-top:4mm"><h2 style="margin-top:0">Personne domiciliée</h2>${rang('Civilité :', coche(person.sexe === 'F'), 'Madame', coche(person.sexe === 'M'), 'Monsieur')}${rang('Nom :', s(champ('nom', esc(nomUsuel(person)))), '&nbsp; Prénom(s) :', s(champ('prenoms', esc(prenom(person)))))}${rang('Né(e) le', cases(ddmmyyyy(person.dateNaissance), [2, 2, 4]), 'à', s(esc(person.lieuNaissance)))}${rang('Ayants droit :', s(context.children.length === 0 ? 'néant' : context.children.map(e => esc(prenom(e))).join(', ')))}</div>
<div class="enc" style="margin-top:4mm"><h2 style="margin-top:0">Élection de domicile</h2><p>L’organisme soussigné certifie que la personne ci-dessus désignée a fait élection de domicile à l’adresse suivante, où elle reçoit son courrier :</p><p style="margin-left:8mm">${esc(prenom(person))} ${esc(nomUsuel(person))} — domiciliation n° ${rng.int(12, 1890)}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}</p>${rang(coche(true), 'première demande', coche(false), 'renouvellement')}${rang('Date de l’élection de domicile :', cases(ddmmyyyy(jour), [2, 2, 4]))}${rang('Date d’expiration :', cases(ddmmyyyy(plus(jour, { ans: 1, jours: -1 })), [2, 2, 4]))}</div>
<p style="font-size:8.8pt;margin-top:4mm" class="ju">Le certificat de domiciliation est valable un an. L’intéressé${accord(person)} s’engage à se manifester au moins une fois tous les trois mois, physiquement ou par téléphone ; à défaut, l’organisme peut mettre fin à la domiciliation. L’attestation ouvre l’accès aux droits et prestations sociales, à la délivrance d’un titre national d’identité, à l’inscription sur les listes électorales, à l’aide juridictionnelle et à l’exercice des droits civils. Elle ne vaut pas justificatif de régularité du séjour.</p><div class="lig" style="margin-top:4mm"><div>Fait à ${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour))}<br>${tampon(rng, `${organisme.toUpperCase()} `.slice(0, 40), ['DOMICILIATION'], 34)}</div><div>Le responsable de l’organisme${signature(rng, '#222', 44)}</div></div>`
  return reglementaire(context, 'certificat-de-domiciliation', jour, [feuille(html, 'sans', 9.8)])
}

function titre(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 200, 4000)
  const notaire = tiers(rng)
  const vendeur = tiers(rng)
  const a = fictionalAdresse(rng)
  const prix = rng.int(78, 240) * 1000
  const html = `<div class="lig"><div><b>${notaire.nomComplet}</b><br>Notaire<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>${telephone(rng)}</div><div style="text-align:right">Répertoire n° ${rng.digits(5)}<br>Dossier ${rng.digits(6)} / VENTE</div></div><h1>ATTESTATION DE PROPRIÉTÉ</h1><p class="ju">L’an ${anneeEnLettres(annee(jour))}, le ${champ('dateDocument', dateFr(jour, 'long'))}, Maître ${notaire.nomComplet}, notaire à la résidence de ${esc(a.ville)}, soussigné${accord(notaire)}, ATTESTE avoir reçu ce jour l’acte authentique contenant VENTE par :</p><p class="ju">${vendeur.civilite} ${vendeur.nomComplet}, retraité${accord(vendeur)}, demeurant à ${esc(a.ville)},</p><p class="ju">AU PROFIT DE ${monsieurMadame(person)} <b>${nomme(context)}</b>, né${accord(person)} le ${dateFr(person.dateNaissance, 'long')} à ${esc(person.lieuNaissance)}, acquéreur de la totalité en pleine propriété.</p><h2>DÉSIGNATION</h2><p class="ju">Dans un ensemble immobilier soumis au régime de la copropriété situé à ${esc(person.adresse.ville)} (${person.adresse.codePostal}), ${esc(person.adresse.ligne)}, cadastré section ${rng.pick(['AB', 'BK', 'CD'])} numéro ${rng.int(12, 480)} pour une contenance de ${rng.int(4, 38)} ares ${rng.int(10, 99)} centiares :</p><table class="ta"><tr><th>Lot</th><th>Description</th><th>Tantièmes</th></tr><tr><td>${rng.int(4, 60)}</td><td>Appartement de type ${rng.pick(['T2', 'T3', 'T4'])} au ${rng.int(1, 6)}e étage, surface loi Carrez ${rng.int(34, 82)},${rng.int(10, 99)} m²</td><td class="r">${rng.int(120, 480)}/10 000</td></tr><tr><td>${rng.int(61, 120)}</td><td>Cave au sous-sol</td><td class="r">${rng.int(3, 12)}/10 000</td></tr></table><h2>PROPRIÉTÉ — JOUISSANCE — PRIX</h2><p class="ju">L’acquéreur est propriétaire des biens vendus à compter de ce jour et en a la jouissance par la prise de possession réelle. La vente a été consentie moyennant le prix de ${entier(prix)} euros, payé comptant par la comptabilité du notaire au moyen d’un prêt de ${entier(Math.round(prix * 0.85))} euros remboursable en ${rng.pick([180, 240, 300])} mensualités. Une expédition de l’acte sera publiée au service de la publicité foncière.</p><p class="ju">En foi de quoi la présente attestation, valant titre de propriété provisoire, a été délivrée à l’acquéreur pour servir et valoir ce que de droit.</p><div class="lig" style="margin-top:5mm"><div>${tampon(rng, `${notaire.nomComplet.toUpperCase()} NOTAIRE - ${a.ville} `.slice(0, 42), ['R.F.'], 36)}</div><div>Le notaire${signature(rng, '#222', 50)}</div></div><div class="pied">Office notarial — membre d’une association agréée — les paiements par chèque sont acceptés.</div>`
  return reglementaire(context, 'titre-de-propriete', jour, [
    feuille(html, rng.pick(['serif', 'dejaSerif'] as const), 10),
  ])
}

function conge(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 10, 170)
  const proprietaire = tiers(rng)
  const a = fictionalAdresse(rng)
  const echeance = plus(jour, { mois: rng.int(6, 9) })
  const bail = plus(echeance, { ans: -rng.pick([3, 6, 9]), jours: 1 })
  const vente = rng.chance(0.7)
  const prix = rng.int(92, 260) * 1000
  const html = `<div class="lig"><div>${proprietaire.nomComplet}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}</div><div style="padding-top:20mm">${monsieurMadame(person)} ${nomme(context)}<br>${esc(person.adresse.ligne)}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}</div></div><p style="margin-top:8mm">${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p><b>LETTRE RECOMMANDÉE AVEC AVIS DE RÉCEPTION</b> n° 1A ${rng.digits(3)} ${rng.digits(3)} ${rng.digits(4)} ${rng.digits(1)}</p><p><b>Objet : congé ${vente ? 'pour vendre' : 'pour reprise'} du logement loué</b></p><h1 style="font-size:13pt">${vente ? 'CONGÉ POUR VENTE AVEC OFFRE DE VENTE' : 'CONGÉ POUR REPRISE'}</h1><p>${monsieurMadame(person)},</p><p class="ju">Par contrat en date du ${dateFr(bail, 'long')}, je vous ai donné en location le logement situé ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, dont le bail arrive à échéance le ${dateFr(echeance, 'long')}.</p><p class="ju">Conformément à l’article 15 de la loi n° 89-462 du 6 juillet 1989, je vous donne congé pour cette date, en respectant le préavis de six mois, ${vente ? 'car j’ai décidé de vendre ce logement' : `afin de reprendre le logement pour y loger ${rng.pick(['mon fils', 'ma mère', 'ma fille'])}`}.</p>${vente ? `<p class="ju">Le présent congé vaut offre de vente à votre profit au prix de <b>${entier(prix)} euros</b>, payable comptant le jour de la signature de l’acte authentique. Cette offre est valable pendant les deux premiers mois du délai de préavis. Si vous l’acceptez, vous disposez, à compter de la date d’envoi de votre réponse, d’un délai de deux mois pour la réalisation de l’acte de vente, porté à quatre mois si vous recourez à un prêt. Vous devrez, à défaut, libérer les lieux au plus tard à l’échéance du bail.</p><p class="ju">Désignation : appartement de ${rng.int(2, 4)} pièces, lot n° ${rng.int(3, 60)}, avec cave, surface ${rng.int(32, 84)} m².</p><p class="ju" style="font-size:8.6pt">Reproduction de l’article 15-II, alinéas 1 à 5 : « Lorsqu’il est fondé sur la décision de vendre le logement, le congé doit, à peine de nullité, indiquer le prix et les conditions de la vente projetée. Le congé vaut offre de vente au profit du locataire : l’offre est valable pendant les deux premiers mois du délai de préavis… »</p>` : '<p class="ju">Le bénéficiaire de la reprise occupera le logement à titre de résidence principale ; le caractère réel et sérieux de cette décision est justifié par son rapprochement professionnel.</p>'}<p class="ju">Une notice d’information relative aux obligations du bailleur et aux voies de recours et d’indemnisation du locataire est jointe à la présente. Je vous remercie de me faire connaître la date à laquelle l’état des lieux de sortie pourra être dressé.</p><p>Veuillez agréer, ${monsieurMadame(person)}, l’expression de mes salutations distinguées.</p><div style="margin-left:98mm">${signature(rng, '#1b2a6b', 50)}${proprietaire.nomComplet}, bailleur</div>`
  return reglementaire(context, 'lettre-de-conge', jour, [feuille(html, rng.pick(['serif', 'sans'] as const), 10.2)])
}

function commandement(context: DrawContext): Drawn {
  const { rng, person, bailleur, today } = context
  const jour = jourPasse(rng, today, 10, 240)
  const loyer = r2(rng.int(380, 720) + rng.next())
  const mois = [4, 3, 2, 1].slice(rng.int(0, 1)).map(n => moisAvant(jour, n))
  const dette = r2(loyer * mois.length)
  const frais = r2(142.18 + rng.next() * 20)
  const commissaire = tiers(rng)
  const a = fictionalAdresse(rng)
  const html = `<div class="lig"><div style="font-size:9pt"><b>SCP ${commissaire.nom} & ASSOCIÉS</b><br>Commissaires de justice<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>${telephone(rng)}</div><div style="text-align:right;font-size:9pt">Référence : ${rng.digits(6)} / LOC<br>Acte n° ${annee(jour)}-${rng.digits(5)}<br>COÛT : ${montant(frais)} €</div></div><h1>COMMANDEMENT DE PAYER LES LOYERS<br><span style="font-size:11.5pt">VISANT LA CLAUSE RÉSOLUTOIRE</span></h1><p class="ju">L’AN ${anneeEnLettres(annee(jour)).toUpperCase()} et le <b>${champ('dateDocument', dateFr(jour, 'long').toUpperCase())}</b></p><p class="ju">À LA DEMANDE DE : ${esc(bailleur.nom)}, SIRET ${bailleur.siret}, dont le siège est ${esc(bailleur.adresse.ligne)}, ${bailleur.adresse.codePostal} ${esc(bailleur.adresse.ville)}, bailleur, élisant domicile en mon étude,</p><p class="ju">Je, ${commissaire.nomComplet}, commissaire de justice à la résidence de ${esc(a.ville)}, soussigné${accord(commissaire)}, fais COMMANDEMENT À :</p><p style="margin-left:10mm"><b>${monsieurMadame(person)} ${nomme(context)}</b>, locataire, demeurant ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, où étant et parlant comme il est dit en fin d’acte,</p><p class="ju">EN VERTU d’un bail d’habitation, DE PAYER dans un délai de SIX SEMAINES, entre mes mains, les sommes suivantes, sans préjudice des loyers à échoir :</p><table class="ta"><tr><th>Nature de la créance</th><th class="r">Montant (€)</th></tr>${mois.map(m => `<tr><td>Loyer et charges, ${moisFr(m)}</td><td class="r">${montant(loyer)}</td></tr>`).join('')}<tr><td>Coût du présent acte</td><td class="r">${montant(frais)}</td></tr><tr><td><b>TOTAL</b></td><td class="r"><b>${montant(r2(dette + frais))}</b></td></tr></table><p class="ju" style="margin-top:3mm">AVERTISSANT le locataire qu’à défaut de paiement intégral dans ce délai, le bailleur se prévaudra de la clause résolutoire insérée au bail et pourra l’assigner devant le juge des contentieux de la protection aux fins de résiliation et d’expulsion (article 24 de la loi n° 89-462 du 6 juillet 1989).</p><p class="ju">Le locataire peut saisir le fonds de solidarité pour le logement (FSL) de ${esc(territoire(rng))}, dont l’adresse est : hôtel du département, ${a.codePostal} ${esc(a.ville)}, aux fins de solliciter une aide financière. Il peut, à tout moment, saisir la juridiction compétente aux fins de demander un délai de grâce sur le fondement de l’article 1343-5 du code civil. Le décompte détaillé est annexé. Le présent commandement est signalé à la commission de coordination des actions de prévention des expulsions locatives (CCAPEX).</p><div class="enc" style="font-size:9pt;margin-top:3mm"><b>MODALITÉS DE REMISE DE L’ACTE.</b> Cet acte a été remis : ${coche(rng.chance(0.5))} à personne ${coche(true)} à domicile, en l’absence du destinataire, avis de passage daté laissé ce jour et lettre prévue à l’article 658 du code de procédure civile adressée. Débiteur : ${esc(civil(person))}.</div><div class="lig" style="margin-top:3mm"><div>${tampon(rng, `${commissaire.nom} COMMISSAIRE DE JUSTICE `.slice(0, 38), ['R.F.'], 32)}</div><div>${commissaire.nomComplet}${signature(rng, '#222', 46)}</div></div>`
  return reglementaire(context, 'procedure-expulsion', jour, [feuille(html, rng.pick(['sans', 'serif'] as const), 9.6)])
}

function indigne(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 20, 300)
  const inspecteur = tiers(rng)
  const ville = person.adresse.ville
  const html = `<div class="lig"><div><b>VILLE DE ${esc(ville)}</b><br>Service communal d’hygiène et de santé<br>${telephone(rng)}</div><div style="text-align:right">Dossier HSH-${annee(jour)}-${rng.digits(4)}<br>${esc(ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><h1>RAPPORT DE VISITE — LOGEMENT INDIGNE<br><span style="font-size:11pt">(articles L. 511-1 et suivants du code de la construction et de l’habitation)</span></h1><p class="ju">À la demande de ${esc(person.civilite)} <b>${nomme(context)}</b>, locataire, une visite du logement situé ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(ville)}, a été effectuée le ${dateFr(plus(jour, { jours: -9 }))} par ${inspecteur.nomComplet}, inspecteur de salubrité assermenté.</p><table class="ta"><tr><th>Élément examiné</th><th>Constat</th><th>Gravité</th></tr>${[
    ['Humidité', 'Moisissures sur les murs de deux chambres, taux d’humidité de 82 %', 'forte'],
    ['Électricité', 'Absence de liaison équipotentielle, fils dénudés dans la salle d’eau', 'forte'],
    ['Ventilation', 'Bouches obstruées, absence d’entrée d’air dans le séjour', 'moyenne'],
    ['Chauffage', 'Convecteurs insuffisants, température relevée 15 °C', 'moyenne'],
    ['Sur-occupation', `${rng.int(3, 6)} personnes pour ${rng.int(22, 41)} m²`, 'moyenne'],
  ]
    .map(l => `<tr>${l.map(c => `<td>${c}</td>`).join('')}</tr>`)
    .join(
      '',
    )}</table><p class="ju" style="margin-top:4mm">CONCLUSION : le logement présente des manquements à la décence et des risques pour la santé de ses occupants, susceptibles de caractériser une situation d’insalubrité. Une mise en demeure est adressée au propriétaire et le dossier est transmis à l’agence régionale de santé en vue d’un arrêté de traitement de l’insalubrité. Le relogement de la famille est recommandé.</p><p>Évaluation selon la grille de l’habitat dégradé : cotation ${r2(
    0.4 + rng.next() * 0.4,
  )
    .toFixed(2)
    .replace(
      '.',
      ',',
    )}. Loyer déclaré : ${euros(rng.int(390, 640))}.</p><div class="lig" style="margin-top:8mm"><div>${tampon(rng, `VILLE DE ${ville} - HYGIÈNE ET SANTÉ `.slice(0, 40), ['SCHS'], 35)}</div><div>L’inspecteur de salubrité${signature(rng, '#1b2a6b', 46)}${griffe(rng, [inspecteur.nomComplet, 'Inspecteur assermenté'])}</div></div>`
  return reglementaire(context, 'justificatif-logement-indigne', jour, [
    feuille(html, rng.pick(['sans', 'deja'] as const), 9.8),
  ])
}

export const MOTIF_LOGEMENT: readonly Template[] = [
  modele('certificat-de-domiciliation', domiciliation),
  modele('titre-de-propriete', titre),
  modele('lettre-de-conge', conge),
  modele('procedure-expulsion', commandement),
  modele('justificatif-logement-indigne', indigne),
]
