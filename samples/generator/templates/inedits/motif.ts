import { accord, champ, civil, esc, identite, monsieurMadame, nomUsuel, prenom } from '../kit.ts'
import { annee, dateFr, jourPasse, plus } from '../kit-dates.ts'
import { fictionalAdresse } from '../../people.ts'
import { mobile, telephone, territoire, tiers } from '../kit-fiction.ts'
import { blocEtat, cerfa, coche, griffe, logo, signature, tampon } from '../kit-formes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, feuilles, inedit, SANS_OBJET } from './commun.ts'

/** Grounds of the demande: complaints, day books, and other listed papers of other issuers. */

const faits = [
  'des violences conjugales commises à son domicile',
  'des menaces de mort réitérées',
  'un vol par effraction',
  'des dégradations volontaires de sa porte d’entrée',
] as const
const champsPlainte = (c: DrawContext, jour: string, numero: string): Drawn['champs'] => ({
  ...identite(c.person),
  dateDocument: jour,
  dateNaissance: c.person.dateNaissance,
  numeroProcedure: numero,
})

/** Receipt of a complaint made online and heard by video. */
function plainteEnLigne(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 4, 300)
  const numero = `${annee(jour)}/${rng.digits(6)}`
  const kv = (a: string, b: string): string => `<tr><td style="width:62mm;color:#555">${a}</td><td>${b}</td></tr>`
  const html = `<div class="lig">${blocEtat('MINISTÈRE DE L’INTÉRIEUR', 42)}<div class="r" style="color:#000091"><b style="font-size:13pt">Plainte en ligne</b><br>service-public.fr</div></div><h1 style="color:#000091;margin-top:10mm">Récépissé de votre dépôt de plainte</h1><p>${monsieurMadame(p)}, votre plainte a été enregistrée et signée électroniquement le ${champ('dateDocument', dateFr(jour, 'long'))}, à la suite de votre rendez-vous en visioconférence avec un enquêteur.</p><h2>Votre dossier</h2><table class="li">${kv('Numéro de procédure', `<b>${champ('numeroProcedure', numero)}</b>`)}${kv('Unité de traitement', `Commissariat de police de ${esc(p.adresse.ville)}`)}${kv('Faits dénoncés', rng.pick(faits))}${kv('Date des faits', dateFr(plus(jour, { jours: -rng.int(1, 6) })))}${kv('Mis en cause', rng.pick(['personne dénommée', 'inconnu']))}</table><h2>Plaignant${accord(p)}</h2><table class="li">${kv('Nom', champ('nom', esc(nomUsuel(p))))}${kv('Prénom', champ('prenoms', esc(prenom(p))))}${kv('Date de naissance', champ('dateNaissance', dateFr(p.dateNaissance)))}${kv('Adresse', `${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)}`)}${kv('Téléphone', mobile(rng))}</table><h2>Et maintenant ?</h2><p>Vous serez informé${accord(p)} par le procureur de la République de la suite donnée à votre plainte. Vous pouvez vous constituer partie civile, être assisté${accord(p)} d’un avocat et être aidé${accord(p)} par une association d’aide aux victimes (116 006).</p><p class="pt g">Conservez ce récépissé. Il peut être demandé par votre assureur, votre employeur ou un service public.</p>`
  return { pages: [feuille(html, { pt: 10 })], champs: champsPlainte(c, jour, numero), ...SANS_OBJET }
}

/** Old police report: a margin column for the references, the hearing on its right, two pages. */
function pvMarge(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 4, 400)
  const numero = `${annee(jour)}/${rng.digits(5)}/${rng.digits(4)}`
  const agent = tiers(rng)
  const marge = (x: string, corps: string): string =>
    `<div class="mach" style="display:flex;gap:5mm;font-size:9.2pt;line-height:1.5;min-height:240mm"><div style="flex:0 0 46mm;border-right:.3mm solid #333;padding-right:3mm;font-size:8pt">${x}</div><div class="j">${corps}</div></div>`
  const p1 = marge(
    `RÉPUBLIQUE FRANÇAISE<br><br>MINISTÈRE DE L’INTÉRIEUR<br><br>DIRECTION INTERDÉPARTEMENTALE DE LA POLICE NATIONALE<br><br>CIRCONSCRIPTION DE ${esc(p.adresse.ville)}<br>Service local de police judiciaire<br><br>P.V. n° ${champ('numeroProcedure', numero)}<br><br>AFFAIRE :<br>C/ ${rng.pick(['X', `${tiers(rng, 'M').nomComplet}`])}<br><br>OBJET :<br>PLAINTE DE<br>${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}`,
    `<p style="text-align:center;font-size:13pt"><b>PROCÈS-VERBAL</b></p><p>L’an ${annee(jour)}, le ${champ('dateDocument', dateFr(jour, 'long'))}, à ${rng.int(9, 18)} heures ${rng.int(10, 55)}.</p><p>Nous, ${agent.nomComplet}, brigadier-chef de police en fonction à ${esc(p.adresse.ville)}, agent de police judiciaire, assisté de nos collaborateurs, agissant conformément aux instructions reçues,</p><p>Constatons que se présente devant nous la personne ci-dessous, qui nous déclare :</p><p>« Je me nomme ${esc(nomUsuel(p))} ${esc(prenom(p))}, je suis né${accord(p)} le ${champ('dateNaissance', dateFr(p.dateNaissance))} à ${esc(p.lieuNaissance)}. Je demeure ${esc(p.adresse.ligne)} à ${esc(p.adresse.ville)}. Je suis joignable au ${mobile(rng)}.</p><p>Je me présente à vos services afin de déposer plainte pour ${rng.pick(faits)}. Les faits se sont produits le ${dateFr(plus(jour, { jours: -rng.int(1, 9) }))} vers ${rng.int(18, 23)} heures. J’étais seul${accord(p)} à mon domicile avec mes enfants lorsque j’ai entendu des coups dans la porte. J’ai composé le 17. Un équipage est intervenu.</p><p>Ce n’est pas la première fois. Depuis plusieurs mois je reçois des messages que j’ai conservés et que je vous remets ce jour.</p>`,
  )
  const p2 = marge(
    `Suite du P.V.<br>n° ${numero}<br><br>Page 2`,
    `<p>Sur interpellation : « Je n’ai pas été examiné${accord(p)} par un médecin. Vous me remettez une réquisition pour l’unité médico-judiciaire. »</p><p>Sur interpellation : « Je ne me sens pas en sécurité dans mon logement et je souhaite en changer. »</p><p>Je dépose plainte contre l’auteur des faits. Vous m’informez de mon droit d’obtenir réparation de mon préjudice, de me constituer partie civile, d’être aidé${accord(p)} par un service d’aide aux victimes et de demander une ordonnance de protection. »</p><p>Après lecture faite par ${p.sexe === 'F' ? 'elle' : 'lui'}-même, persiste et signe avec nous le présent.</p><p>${p.sexe === 'F' ? 'La plaignante' : 'Le plaignant'} ${signature(rng)}</p><p>L’agent de police judiciaire ${signature(rng, '#222')}</p><p>— DONT PROCÈS-VERBAL —</p><p>Copie remise ce jour à l’intéressé${accord(p)}.</p>${tampon(rng, 'POLICE NATIONALE • CIRCONSCRIPTION •', ['COPIE'], 32)}`,
  )
  return { pages: feuilles([p1, p2], { marges: '14mm 15mm' }), champs: champsPlainte(c, jour, numero), ...SANS_OBJET }
}

/** Extract of the register of a town's police, or the receipt handed over at the counter. */
function registre(c: DrawContext, municipale: boolean): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 3, 250)
  const numero = municipale ? `${annee(jour)}-${rng.digits(4)}` : `${annee(jour)}/${rng.digits(6)}`
  const recit = `${civil(p)} se plaint de tapages répétés et de propos menaçants de la part d’un voisin de palier. ${p.sexe === 'F' ? 'Elle' : 'Il'} indique avoir saisi le bailleur sans résultat et souhaite laisser une trace des faits sans engager de poursuites.`
  if (municipale) {
    const html = `<div class="lig">${logo('carre', `VILLE DE ${p.adresse.ville}`, 'Police municipale — poste central', '#27408f', 12)}<div class="r">${telephone(rng)}</div></div><h1 class="c">EXTRAIT DU REGISTRE DE MAIN COURANTE</h1><table class="tb" style="font-size:9.4pt"><tr><th>N°</th><th>Date et heure</th><th>Déclarant</th><th>Nature</th><th>Agent</th></tr><tr><td style="white-space:nowrap">${champ('numeroProcedure', numero)}</td><td>${champ('dateDocument', dateFr(jour))}<br>${rng.int(9, 19)} h ${rng.int(10, 55)}</td><td>${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}<br>né${accord(p)} le ${champ('dateNaissance', dateFr(p.dateNaissance))}<br>${esc(p.adresse.ligne)}</td><td>Différend de voisinage</td><td>BCP ${tiers(rng).nom}</td></tr><tr><td colspan="5" style="height:70mm"><b>Relation des faits</b><br>${recit}</td></tr><tr><td colspan="5"><b>Suites données</b><br>Patrouille passée sur place. Conseil donné de s’adresser au conciliateur de justice.</td></tr></table><p style="margin-top:6mm">Extrait certifié conforme au registre, remis au déclarant sur sa demande.</p><div class="lig"><div>Le chef de service${signature(rng, '#222')}</div>${tampon(rng, `POLICE MUNICIPALE • ${p.adresse.ville} •`, ['P.M.'], 32)}</div>`
    return { pages: [feuille(html, { fonte: 'deja' })], champs: champsPlainte(c, jour, numero), ...SANS_OBJET }
  }
  const html = `<div class="lig"><div style="font-size:8.6pt">POLICE NATIONALE<br>Commissariat de ${esc(p.adresse.ville)}<br>Bureau d’accueil du public</div><div style="font-size:8.6pt">${telephone(rng)}</div></div><h1 class="c" style="border:.4mm solid #222;padding:2mm">RÉCÉPISSÉ — MAIN COURANTE</h1><p>Il est donné récépissé à :</p><p class="mach">${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}<br>${champ('dateNaissance', dateFr(p.dateNaissance))} — ${esc(p.villeNaissance)}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}</p><p>de sa déclaration consignée sous le numéro <b>${champ('numeroProcedure', numero)}</b> le ${champ('dateDocument', dateFr(jour))} à ${rng.int(9, 19)} h ${rng.int(10, 55)}, concernant : <b>${rng.pick(['abandon de domicile', 'différend familial', 'nuisances', 'non-représentation d’enfant'])}</b>.</p><p class="pt">Cette déclaration ne constitue pas une plainte et n’entraîne pas de poursuites. Elle pourra être produite si les faits se renouvellent.</p><div class="lig">${griffe(rng, ['COMMISSARIAT', p.adresse.ville])}${signature(rng, '#222', 30)}</div>`
  return {
    pages: [feuille(html, { largeurMm: 148, hauteurMm: 210, marges: '11mm 13mm', pt: 9.4 })],
    champs: champsPlainte(c, jour, numero),
    ...SANS_OBJET,
  }
}

const champsAutre = (c: DrawContext, nature: string, jour: string): Drawn['champs'] => ({
  ...identite(c.person),
  natureDocument: nature,
  dateDocument: jour,
})

function domiciliation(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 10, 300)
  const a = fictionalAdresse(rng)
  const html = `<div class="lig">${cerfa('16029*01')}<b style="font-size:13pt;text-align:center;color:#1c4587">ATTESTATION D’ÉLECTION DE DOMICILE<br><span style="font-size:9pt">articles L. 264-1 et suivants du code de l’action sociale et des familles</span></b><div>${blocEtat('', 22)}</div></div><div class="enc" style="margin-top:6mm"><b>Organisme qui délivre l’attestation</b><br>${coche(true)} centre communal d’action sociale &nbsp; ${coche(false)} organisme agréé &nbsp; n° d’agrément : —<br>Nom : CCAS de ${esc(p.adresse.ville)}<br>Adresse : ${esc(a.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)} — ${telephone(rng)}</div><div class="enc" style="margin-top:4mm"><b>Personne domiciliée</b><br>Civilité : ${p.civilite}<br>Nom : <b>${champ('nom', esc(nomUsuel(p)))}</b><br>Prénom(s) : <b>${champ('prenoms', esc(prenom(p)))}</b><br>Né${accord(p)} le ${dateFr(p.dateNaissance)} à ${esc(p.lieuNaissance)}<br>Ayants droit : ${c.children.length}</div><div class="enc" style="margin-top:4mm"><b>Adresse d’élection de domicile</b><br>chez CCAS, ${esc(a.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)}<br>Date de première domiciliation : ${dateFr(plus(jour, { mois: -4 }))}<br>Valable du ${dateFr(jour)} au ${dateFr(plus(jour, { ans: 1 }))}</div><p style="margin-top:5mm">La présente attestation vaut justificatif de domicile pour l’exercice des droits civils, l’accès aux prestations sociales et la délivrance d’un titre d’identité.</p><div class="lig"><div>Fait le ${champ('dateDocument', dateFr(jour))}${signature(rng)}</div>${tampon(rng, `C.C.A.S. • ${p.adresse.ville} •`, ['R.F.'], 32)}</div>`
  return {
    pages: [feuille(html, { pt: 9.8 })],
    champs: champsAutre(c, 'certificat-de-domiciliation', jour),
    ...SANS_OBJET,
  }
}

function conge(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 10, 240)
  const b = tiers(rng)
  const cj = tiers(rng)
  const html = `<div class="col"><div style="flex:0 0 50mm;font-size:8pt"><b>${cj.nomComplet}</b><br>Commissaire de justice<br>${esc(p.adresse.ville)}<br>${telephone(rng)}<br><br>ACTE DE COMMISSAIRE DE JUSTICE<br><br>Coût (tarif réglementé)<br>Émolument 51,48<br>Déplacement 9,40<br>H.T. 60,88<br>T.V.A. 20 % 12,18<br>T.T.C. 73,06</div><div style="border-left:.3mm solid #333;padding-left:6mm"><h1>CONGÉ POUR VENDRE</h1><p>L’an ${annee(jour)} et le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p>À LA DEMANDE DE ${b.civilite} ${b.nomComplet}, bailleur,</p><p>J’ai, commissaire de justice soussigné, SIGNIFIÉ À :</p><p>${monsieurMadame(p)} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, locataire, demeurant ${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(p.adresse.ville)},</p><p class="j">que le requérant lui donne congé des lieux loués pour le ${dateFr(plus(jour, { mois: 7 }), 'long')}, terme du bail, en application de l’article 15 de la loi du 6 juillet 1989, en raison de sa décision de vendre le logement au prix de ${rng.int(98, 290)} 000 euros. Le présent acte vaut offre de vente au profit du locataire pendant les deux premiers mois du délai de préavis.</p><p class="j">À l’expiration du délai, le locataire sera déchu de tout titre d’occupation. Lui rappelant qu’il devra restituer les lieux libres de toute occupation et remettre les clés.</p><p>Une notice d’information est jointe au présent congé.</p><div class="lig">${signature(rng, '#222')}${tampon(rng, 'COMMISSAIRE DE JUSTICE •', ['SIGNIFIÉ'], 32)}</div></div></div>`
  return {
    pages: [feuille(html, { fonte: 'serif', pt: 10.4 })],
    champs: champsAutre(c, 'lettre-de-conge', jour),
    ...SANS_OBJET,
  }
}

function mutation(c: DrawContext): Drawn {
  const { rng, person: p, company } = c
  const jour = jourPasse(rng, c.today, 5, 120)
  const html = `<div class="lig"><div><b>${esc(company.nom)}</b><br>${esc(company.adresse.ligne)}<br>${company.adresse.codePostal} ${esc(company.adresse.ville)}<br>SIRET ${company.siret}</div><div>${esc(company.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><p style="margin-top:16mm"><b>Objet : mutation professionnelle — demande de logement</b></p><p>À qui de droit,</p><p class="j">Nous vous confirmons que ${civil(p).startsWith('M.') ? 'Monsieur' : 'Madame'} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, salarié${accord(p)} de notre société depuis le ${dateFr(plus(jour, { ans: -4 }), 'long')} sous contrat à durée indéterminée, est muté${accord(p)} dans notre établissement de ${territoire(rng)} à compter du ${dateFr(plus(jour, { mois: 2 }), 'long')}.</p><p class="j">Cette mutation, décidée à l’initiative de l’employeur, l’oblige à changer de résidence. Son salaire brut mensuel est de ${rng.int(1900, 2600)} euros. L’intéressé${accord(p)} n’est ni en période d’essai, ni en préavis.</p><p>Nous restons à votre disposition pour tout renseignement.</p><div style="margin-left:95mm">Le responsable du personnel<br>${tiers(rng).nomComplet}${signature(rng)}</div>`
  return {
    pages: [feuille(html, { fonte: 'dejaSerif', pt: 10, marges: '20mm 22mm', interligne: 1.6 })],
    champs: champsAutre(c, 'attestation-employeur', jour),
    ...SANS_OBJET,
  }
}

export const INEDITS_MOTIF: readonly Template[] = [
  inedit('depot-de-plainte', 'en-ligne', plainteEnLigne),
  inedit('depot-de-plainte', 'proces-verbal-marge', pvMarge),
  inedit('main-courante', 'police-municipale', c => registre(c, true)),
  inedit('main-courante', 'recepisse-guichet', c => registre(c, false)),
  inedit('autre-piece-reglementaire', 'election-de-domicile', domiciliation),
  inedit('autre-piece-reglementaire', 'conge-pour-vendre', conge),
  inedit('autre-piece-reglementaire', 'mutation-employeur', mutation),
]
