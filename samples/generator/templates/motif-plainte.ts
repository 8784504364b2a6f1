import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import { accord, champ, civil, esc, FORMES_NIR, identite, monsieurMadame, nir, nomUsuel, page, prenom } from './kit.ts'
import { annee, dateFr, jourPasse, plus } from './kit-dates.ts'
import { mobile, telephone, territoire, tiers } from './kit-fiction.ts'
import { anneeEnLettres, enLettres } from './kit-nombres.ts'
import { blocEtat, signature, tampon } from './kit-formes.ts'

/** Complaints at the police and the gendarmerie, their receipt, and the main courante. The identity block may hold a NIR. */

const CSS = `
.pv{font-size:10pt;line-height:1.42;text-align:justify}.pv h1{font-size:15pt;text-align:center;margin:4mm 0}.pv h2{font-size:10.5pt;margin:3.5mm 0 1mm;text-decoration:underline}
.pv .id td{padding:.5mm 1mm;font-size:9.6pt}.pv .id td:first-child{width:52mm;color:#333}.pv .marge{position:absolute;left:12mm;top:62mm;width:38mm;font-size:8pt;line-height:1.5;text-align:left}
.pv .pied{position:absolute;left:18mm;right:18mm;bottom:9mm;font-size:7.4pt;display:flex;justify-content:space-between}.mono{font-family:'Liberation Mono';font-size:9.2pt}
`

interface Faits {
  readonly jour: string
  readonly lieu: string
  readonly recit: readonly string[]
  readonly infraction: string
}

const SANS_OBJET = { dateFinValidite: null, regleValidite: 'sans-objet' } as const

/** What is told: violence in the couple or threats in the home, sober words. */
function tirerFaits(context: DrawContext): Faits {
  const { rng, person, partner, today } = context
  const jour = jourPasse(rng, today, 4, 240)
  const veille = plus(jour, { jours: -rng.int(0, 3) })
  const autre = `${monsieurMadame(partner)} ${nomUsuel(partner)} ${prenom(partner)}`
  return {
    jour,
    lieu: `${person.adresse.ligne}, ${person.adresse.codePostal} ${person.adresse.ville}`,
    infraction: rng.pick([
      'violences par conjoint',
      'violences habituelles par conjoint sans incapacité',
      'menaces de mort réitérées par conjoint',
    ]),
    recit: [
      `Je me présente à vos services afin de vous signaler des faits commis par ${autre}, avec qui je vis depuis plusieurs années à l’adresse indiquée.`,
      `Le ${dateFr(veille)} vers ${rng.int(18, 23)} heures, une dispute a éclaté au sujet des dépenses du foyer. ${autre} m’a ${rng.pick(['poussé', 'bousculé', 'projeté'])}${accord(person)} contre le mur du couloir et m’a menacé${accord(person)}. Les voisins sont intervenus.`,
      `Ce n’est pas la première fois : des faits semblables se sont produits ${rng.pick(['au printemps', 'l’année dernière', 'à deux reprises cet été'])}. Je n’avais pas osé les signaler.`,
      `Je souhaite quitter le domicile avec mes affaires et mes enfants. Je suis hébergé${accord(person)} provisoirement chez une connaissance et je fais une demande de logement.`,
    ],
  }
}

const champsPolice = (context: DrawContext, faits: Faits, numero: string): Drawn['champs'] => ({
  ...identite(context.person),
  dateDocument: faits.jour,
  dateNaissance: context.person.dateNaissance,
  numeroProcedure: numero,
})

function blocIdentite(context: DrawContext, faits: Faits, avecNir: boolean, mono = false): string {
  const { rng, person } = context
  const kv = (l: string, v: string): string => `<tr><td>${l}</td><td>${v}</td></tr>`
  return `<table class="id ${mono ? 'mono' : ''}">${kv('Nom :', champ('nom', esc(nomUsuel(person))))}${person.nomUsage === null ? '' : kv('Nom de naissance :', esc(person.nom))}${kv('Prénom(s) :', champ('prenoms', esc(prenom(person))))}${kv(person.sexe === 'F' ? 'Née le :' : 'Né le :', `${champ('dateNaissance', dateFr(person.dateNaissance))} à ${esc(person.lieuNaissance)}`)}${kv('Nationalité :', person.nationalite === 'FRA' ? 'française' : 'étrangère')}${kv('Profession :', rng.pick(['employée', 'sans profession', 'aide-soignante', 'agent d’entretien']))}${kv('Demeurant :', esc(faits.lieu))}${kv('Téléphone :', mobile(rng))}${avecNir ? kv('N° de sécurité sociale :', nir(person.nir, rng.pick(FORMES_NIR))) : ''}</table>`
}

function police(context: DrawContext): Drawn {
  const { rng, person } = context
  const faits = tirerFaits(context)
  const numero = `${annee(faits.jour)}/0${rng.digits(5)}`
  const agent = tiers(rng)
  const ville = person.adresse.ville
  const feuille = (corps: string, n: number): DrawnPage =>
    page(
      `<div class="pv">${corps}<div class="pied"><span>Procédure n° ${numero}</span><span>Feuillet ${n}/2</span></div></div>`,
      { css: CSS, marges: '14mm 18mm 14mm 18mm' },
    )
  const p1 = `<div class="lig"><div style="width:52mm">${blocEtat('MINISTÈRE DE L’INTÉRIEUR', 44)}<div style="font-size:8.4pt;margin-top:2mm;text-align:left"><b>POLICE NATIONALE</b><br>Circonscription de sécurité publique de ${esc(ville)}<br>Commissariat central</div></div><div style="flex:1"><h1 style="margin-top:6mm">PROCÈS-VERBAL</h1><div style="text-align:center">PV n° ${champ('numeroProcedure', numero)}</div><div style="text-align:center;margin-top:3mm"><b>AFFAIRE :</b> ${faits.infraction}<br><b>OBJET :</b> DÉPÔT DE PLAINTE — audition de victime</div></div></div>
<p style="margin-top:7mm">L’an ${anneeEnLettres(annee(faits.jour))}, le ${champ('dateDocument', dateFr(faits.jour, 'long'))}, à ${enLettres(rng.int(9, 19))} heures ${enLettres(rng.int(2, 55))}.</p><p>Nous, ${agent.nomComplet}, ${rng.pick(['gardien de la paix', 'brigadier-chef de police'])}, en fonction au commissariat de ${esc(ville)},<br>${rng.pick(['AGENT DE POLICE JUDICIAIRE', 'OFFICIER DE POLICE JUDICIAIRE'])} en résidence à ${esc(ville)},<br>— Étant au service,<br>— Vu les articles 15-3, 20 et 53 et suivants du code de procédure pénale,<br>— Faisons comparaître la personne ci-après dénommée qui, assistée d’aucun conseil, nous déclare :</p>
<h2>SUR SON IDENTITÉ</h2>${blocIdentite(context, faits, rng.chance(0.7))}
<h2>SUR LES FAITS</h2>${faits.recit
    .slice(0, 3)
    .map(t => `<p>— « ${esc(t)} »</p>`)
    .join(
      '',
    )}<p>— Question : avez-vous subi des blessures ?<br>— Réponse : « J’ai des ecchymoses au bras. J’ai consulté un médecin le lendemain, il m’a remis un certificat que je vous présente. »</p>`
  const p2 = `<p>— « ${esc(faits.recit[3] ?? '')} »</p><p>— Question : désirez-vous bénéficier d’un examen aux unités médico-judiciaires ?<br>— Réponse : « Oui, je m’y rendrai. »</p><p>— Question : y a-t-il des armes au domicile ?<br>— Réponse : « Non, pas à ma connaissance. »</p><p>— Question : acceptez-vous que vos coordonnées soient communiquées à une association d’aide aux victimes ?<br>— Réponse : « Oui. »</p>
<p><b>Je dépose plainte contre ${esc(civil(context.partner))} pour les faits que je vous ai relatés.</b></p><h2>NOTIFICATION DES DROITS DES VICTIMES</h2><p>Je suis informé${accord(person)} de mon droit : d’obtenir réparation du préjudice subi ; de me constituer partie civile si l’action publique est mise en mouvement ; d’être assisté${accord(person)} d’un avocat de mon choix ou désigné d’office ; d’être aidé${accord(person)} par un service relevant d’une collectivité publique ou par une association conventionnée d’aide aux victimes ; de saisir la commission d’indemnisation des victimes d’infractions ; de solliciter une ordonnance de protection dans les conditions définies par les articles 515-9 à 515-13 du code civil ; de déclarer comme domicile l’adresse d’un tiers ; de bénéficier d’un interprète.</p><p>Je suis avisé${accord(person)} que la plainte sera transmise au procureur de la République près le tribunal judiciaire de ${esc(ville)}. Un récépissé m’est remis ainsi que, sur ma demande, une copie du procès-verbal (article 15-3 du code de procédure pénale).</p><p>Lecture faite par elle-même, la personne persiste et signe avec nous le présent à ${enLettres(rng.int(11, 20))} heures.</p><div class="lig" style="margin-top:6mm"><div>La personne entendue${signature(rng, '#1b2a6b', 44)}</div><div>${tampon(rng, `POLICE NATIONALE - ${ville} `.slice(0, 36), ['COMMISSARIAT'], 34)}</div><div>L’agent de police judiciaire<br>${agent.nomComplet}${signature(rng, '#222', 42)}</div></div>`
  return { pages: [feuille(p1, 1), feuille(p2, 2)], champs: champsPolice(context, faits, numero), ...SANS_OBJET }
}

function recepisse(context: DrawContext): Drawn {
  const { rng, person } = context
  const faits = tirerFaits(context)
  const numero = `${rng.digits(5)}/${rng.digits(5)}/${annee(faits.jour)}`
  const ville = person.adresse.ville
  const html = `<div class="pv" style="font-size:11pt;line-height:1.55"><div class="lig">${blocEtat('MINISTÈRE DE L’INTÉRIEUR', 44)}<div style="text-align:right;font-size:9pt"><b>POLICE NATIONALE</b><br>Commissariat de police de ${esc(ville)}<br>Bureau des plaintes — ${telephone(rng)}</div></div>
<h1 style="margin:12mm 0 4mm">RÉCÉPISSÉ DE DÉPÔT DE PLAINTE</h1><p style="text-align:center">(article 15-3 du code de procédure pénale)</p><p style="margin-top:8mm">Procès-verbal n° : <b>${champ('numeroProcedure', numero)}</b></p>
<p>Je soussigné${rng.pick(['', 'e'])}, ${tiers(rng).nomComplet}, agent de police judiciaire, certifie avoir reçu le ${champ('dateDocument', dateFr(faits.jour))} à ${rng.int(9, 19)} h ${rng.int(10, 55)} la plainte de :</p>${blocIdentite(context, faits, rng.chance(0.4))}
<p style="margin-top:5mm">pour des faits de <b>${faits.infraction}</b>, commis à ${esc(ville)} entre le ${dateFr(plus(faits.jour, { jours: -rng.int(2, 40) }))} et le ${dateFr(faits.jour)}, contre ${rng.pick(['personne dénommée', 'son conjoint'])}.</p><p>Le présent récépissé ne préjuge pas des suites qui seront données à cette procédure. La victime est informée des droits énumérés à l’article 10-2 du code de procédure pénale ; la liste des associations d’aide aux victimes lui a été remise. Toute demande de renseignement sur la suite donnée doit être adressée au procureur de la République près le tribunal judiciaire de ${esc(ville)}, en rappelant le numéro ci-dessus.</p>
<div class="lig" style="margin-top:10mm"><div>Le déclarant${signature(rng, '#1b2a6b', 44)}</div><div>${tampon(rng, `POLICE NATIONALE - ${ville} `.slice(0, 36), ['PLAINTES'], 36)}</div><div>Pour le commissaire${signature(rng, '#222', 44)}</div></div><div class="pied"><span>Une fausse déclaration expose aux peines de l’article 434-26 du code pénal.</span><span>LRPPN ${rng.digits(4)}</span></div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'serif'] as const), marges: '16mm 20mm' })],
    champs: champsPolice(context, faits, numero),
    ...SANS_OBJET,
  }
}

function gendarmerie(context: DrawContext): Drawn {
  const { rng, person } = context
  const faits = tirerFaits(context)
  const numero = `${rng.digits(5)}/0${rng.digits(4)}/${annee(faits.jour)}`
  const ville = person.adresse.ville
  const html = `<div class="pv"><div class="mono" style="border:.3mm solid #000;padding:2mm 3mm"><div class="lig"><div><b>GENDARMERIE NATIONALE</b><br>RÉGION DE ${esc(territoire(rng).toUpperCase())}<br>COMPAGNIE DE ${esc(ville)}<br>BRIGADE DE PROXIMITÉ</div><div>CODE UNITÉ : ${rng.digits(5)}<br>N° PV : ${champ('numeroProcedure', numero)}<br>N° DOSSIER JUSTICE :<br>NBR PIÈCES : 1</div></div></div>
<div class="marge"><b>PIÈCE N° 1</b><br><br>PROCÈS-VERBAL D’AUDITION DE VICTIME<br><br>DÉPÔT DE PLAINTE<br><br>NATURE DES FAITS :<br>${faits.infraction}<br><br>Références :<br>articles 16 à 19 et 75 du code de procédure pénale<br><br>${tampon(rng, `GENDARMERIE NATIONALE - ${ville} `.slice(0, 38), ['BRIGADE'], 30)}</div>
<div style="margin-left:44mm;margin-top:6mm"><p>Le ${champ('dateDocument', dateFr(faits.jour, 'long'))} à ${rng.int(9, 19)} heures ${rng.int(10, 55)} minutes, nous soussigné, ${tiers(rng).nomComplet}, ${rng.pick(['maréchal des logis-chef', 'adjudant', 'gendarme'])}, officier de police judiciaire en résidence à ${esc(ville)}, vu les articles 16 à 19 du code de procédure pénale, nous trouvant au bureau de notre unité, rapportons les opérations suivantes.</p><h2>IDENTITÉ DE LA PERSONNE ENTENDUE</h2>${blocIdentite(context, faits, rng.chance(0.6), true)}<h2>DÉCLARATION</h2>${faits.recit.map(t => `<p>« ${esc(t)} »</p>`).join('')}<p>« Je dépose plainte contre ${esc(civil(context.partner))}. J’ai pris connaissance de mes droits de victime. Je demande à être avisé${accord(person)} des suites de l’affaire. »</p><p>Lecture faite par moi des renseignements d’état civil et de la déclaration ci-dessus, j’y persiste et n’ai rien à y changer, à y ajouter ou à y retrancher. Récépissé de dépôt de plainte m’a été remis.</p><div class="lig" style="margin-top:4mm"><div>La personne entendue${signature(rng, '#1b2a6b', 40)}</div><div>L’officier de police judiciaire${signature(rng, '#222', 40)}</div></div></div><div class="pied"><span>Transmission : procureur de la République à ${esc(ville)} — archives</span><span>Page 1/1</span></div></div>`
  return {
    pages: [page(html, { css: CSS, marges: '12mm 16mm 14mm 12mm' })],
    champs: champsPolice(context, faits, numero),
    ...SANS_OBJET,
  }
}

function mainCourante(context: DrawContext, militaire: boolean): Drawn {
  const { rng, person } = context
  const faits = tirerFaits(context)
  const numero = `${annee(faits.jour)}/${rng.digits(6)}`
  const ville = person.adresse.ville
  const titre = militaire
    ? 'PROCÈS-VERBAL DE RENSEIGNEMENT JUDICIAIRE'
    : rng.pick(['DÉCLARATION DE MAIN COURANTE', 'MAIN COURANTE INFORMATISÉE — DÉCLARATION'])
  const service = militaire
    ? `GENDARMERIE NATIONALE<br>Brigade territoriale autonome de ${esc(ville)}`
    : `POLICE NATIONALE<br>Commissariat de ${esc(ville)} — service d’accueil`
  const html = `<div class="pv"><div class="lig">${blocEtat('', 30)}<div style="text-align:right;font-size:9pt"><b>${service}</b><br>${telephone(rng)}</div></div><h1 style="margin-top:6mm">${titre}</h1><table class="id" style="border:.3mm solid #333"><tr><td>Déclaration n°</td><td><b>${champ('numeroProcedure', numero)}</b></td><td>Rédigée le</td><td>${champ('dateDocument', dateFr(faits.jour))} à ${rng.int(8, 22)}:${rng.int(10, 59)}</td></tr><tr><td>Nature</td><td colspan="3">Différend entre époux ou concubins — ${rng.pick(['violences verbales', 'bousculade', 'menaces'])}</td></tr></table>
<h2>DÉCLARANT</h2>${blocIdentite(context, faits, rng.chance(0.5))}<h2>LIEU ET DATE DES FAITS</h2><p>${esc(faits.lieu)}, le ${dateFr(plus(faits.jour, { jours: -1 }))} entre ${rng.int(17, 19)} h et ${rng.int(20, 23)} h. Lieu d’habitation, immeuble collectif.</p><h2>EXPOSÉ</h2>${faits.recit
    .slice(0, 3)
    .map(t => `<p>${esc(t)}</p>`)
    .join(
      '',
    )}<p>Je ne désire pas, pour le moment, engager d’autre démarche et souhaite que ces faits soient consignés. J’ai été informé${accord(person)} que la présente déclaration ne donnera pas lieu à des poursuites, qu’elle pourra être communiquée à l’autorité judiciaire et que je conserve la possibilité d’agir ultérieurement. Les coordonnées du 3919 et de l’intervenante sociale du commissariat m’ont été remises.</p><div class="lig" style="margin-top:7mm"><div>Le déclarant${signature(rng, '#1b2a6b', 44)}</div><div>${tampon(rng, `${militaire ? 'GENDARMERIE' : 'POLICE'} NATIONALE - ${ville} `.slice(0, 36), [dateFr(faits.jour)], 34)}</div><div>Le rédacteur, ${tiers(rng).nomComplet}${signature(rng, '#222', 42)}</div></div><div class="pied"><span>Extrait délivré au déclarant à sa demande</span><span>${militaire ? 'LRPGN' : 'MCI'} ${rng.digits(7)}</span></div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '14mm 18mm' })],
    champs: champsPolice(context, faits, numero),
    ...SANS_OBJET,
  }
}

export const PLAINTE: readonly Template[] = [
  { id: 'depot-de-plainte/police-proces-verbal', type: 'depot-de-plainte', draw: police },
  { id: 'depot-de-plainte/recepisse', type: 'depot-de-plainte', draw: recepisse },
  { id: 'depot-de-plainte/gendarmerie', type: 'depot-de-plainte', draw: gendarmerie },
  { id: 'main-courante/police', type: 'main-courante', draw: context => mainCourante(context, false) },
  { id: 'main-courante/gendarmerie', type: 'main-courante', draw: context => mainCourante(context, true) },
]
