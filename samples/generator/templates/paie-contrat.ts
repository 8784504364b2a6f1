import type { DrawContext, Drawn, DrawnPage, Template } from '../template.ts'
import {
  accord,
  champ,
  civil,
  esc,
  euros,
  FORMES_NIR,
  identite,
  monsieurMadame,
  nir,
  nomUsuel,
  page,
  prenom,
  r2,
} from './kit.ts'
import { dateFr, plus } from './kit-dates.ts'
import { tiers } from './kit-fiction.ts'
import { signature, griffe } from './kit-formes.ts'
import { smic } from './paie-bareme.ts'
import { siretFr } from './paie-textes.ts'

/** Contracts of employment: CDI and CDD on two pages, the NIR in the block of the employee. */

const CSS = `
.ct{font-size:10pt;line-height:1.46;text-align:justify}.ct h1{font-size:14.5pt;text-align:center;margin:4mm 0 6mm;line-height:1.25}.ct h2{font-size:10.4pt;margin:3.6mm 0 1.2mm}
.ct .pied{position:absolute;left:20mm;right:20mm;bottom:9mm;font-size:7.4pt;display:flex;justify-content:space-between;color:#444}
`
const EMPLOIS = [
  'agent de service hospitalier',
  'vendeur polyvalent',
  'employé de restauration',
  'conducteur de véhicule léger',
  'agent de propreté',
  'aide à domicile',
  'magasinier cariste',
  'assistant administratif',
] as const

function soussignes(context: DrawContext): string {
  const { rng, person, company } = context
  const representant = tiers(rng)
  const nirHtml = nir(person.nir, rng.pick(FORMES_NIR))
  const immatriculation = rng.pick([
    `immatriculé${accord(person)} à la sécurité sociale sous le numéro ${nirHtml}`,
    `numéro de sécurité sociale : ${nirHtml}`,
    `n° INSEE ${nirHtml}`,
  ])
  return `<h2>ENTRE LES SOUSSIGNÉS</h2><p>La société <b>${champ('employeur', esc(company.nom))}</b>, dont le siège social est situé ${esc(company.adresse.ligne)}, ${company.adresse.codePostal} ${esc(company.adresse.ville)}, immatriculée sous le numéro SIRET ${champ('siret', siretFr(rng, company.siret))}, code APE ${company.naf}, représentée par ${representant.nomComplet}, en qualité de ${rng.pick(['gérant', 'directeur des ressources humaines', 'président'])}, dont les cotisations sont versées à l’URSSAF, ci-après « l’employeur », d’une part,</p>
<p>ET ${monsieurMadame(person)} <b>${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}</b>, né${accord(person)} le ${dateFr(person.dateNaissance)} à ${esc(person.lieuNaissance)}, de nationalité ${person.nationalite === 'FRA' ? 'française' : 'déclarée au registre du personnel'}, demeurant ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, ${immatriculation}, ci-après « le salarié », d’autre part,</p><p>il a été convenu et arrêté ce qui suit :</p>`
}

const article = (n: number, titre: string, texte: string): string => `<h2>ARTICLE ${n} — ${titre}</h2><p>${texte}</p>`

function feuilles(context: DrawContext, corps: readonly string[], titre: string): DrawnPage[] {
  const police = context.rng.pick(['serif', 'sans', 'deja'] as const)
  const { person } = context
  return corps.map((c, i) =>
    page(
      `<div class="ct"${police === 'deja' ? ' style="font-size:9.3pt"' : ''}>${c}<div class="pied"><span>${titre} — ${esc(context.company.nom)}</span><span style="font-style:italic;color:#1b2a6b;font-size:10pt">${prenom(person).charAt(0)}${nomUsuel(person).charAt(0)}</span><span>${i + 1}/${corps.length}</span></div></div>`,
      { css: CSS, fonte: police, marges: '16mm 20mm' },
    ),
  )
}

const signatures = (context: DrawContext, jour: string): string => {
  const { rng, company } = context
  return `<p style="margin-top:5mm">Fait à ${esc(company.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, rng.pick(['num', 'long'] as const)))}, en deux exemplaires originaux, dont un pour chacune des parties.</p><div class="lig" style="margin-top:3mm"><div>Pour l’employeur${signature(rng, '#222', 44)}${griffe(rng, [company.nom, `${company.adresse.codePostal} ${company.adresse.ville}`])}</div><div>Le salarié (« lu et approuvé »)<br><span style="font-family:'Liberation Serif';font-style:italic;font-size:12pt;color:#1b2a6b">Lu et approuvé</span>${signature(rng, '#1b2a6b', 48)}</div></div>`
}

const communs = (n: number, convention: string): string =>
  article(
    n,
    'CONGÉS PAYÉS',
    'Le salarié bénéficie de deux jours et demi ouvrables de congés payés par mois de travail effectif. L’ordre et les dates des départs sont fixés par l’employeur en tenant compte des nécessités du service et, dans la mesure du possible, des souhaits du salarié.',
  ) +
  article(
    n + 1,
    'RETRAITE COMPLÉMENTAIRE, PRÉVOYANCE ET FRAIS DE SANTÉ',
    'Le salarié est affilié à une caisse de retraite complémentaire Agirc-Arrco, au régime de prévoyance de branche et à la couverture collective obligatoire des frais de santé de l’entreprise, dont la notice lui est remise.',
  ) +
  article(
    n + 2,
    'OBLIGATIONS PROFESSIONNELLES',
    'Le salarié s’engage à observer le règlement intérieur et les consignes de sécurité, à faire preuve de discrétion sur les informations dont il a connaissance, à informer l’employeur dans les quarante-huit heures de toute absence et à signaler tout changement de situation (adresse, situation de famille, titre de séjour). Il déclare être libre de tout engagement incompatible avec le présent contrat.',
  ) +
  article(
    n + 3,
    'CONVENTION COLLECTIVE ET DONNÉES PERSONNELLES',
    `Les relations contractuelles sont régies par le code du travail et par la convention collective ${esc(convention)}, dont un exemplaire peut être consulté sur le lieu de travail. Les données du salarié, dont son numéro de sécurité sociale, sont traitées pour la déclaration sociale nominative et la paie.`,
  )

function cdi(context: DrawContext): Drawn {
  const { rng, person, company, today } = context
  const debut = plus(today, { jours: -rng.int(20, 2200) })
  const jour = plus(debut, { jours: -rng.int(1, 15) })
  const taux = r2(smic(debut) * (1.01 + rng.next() * 0.5))
  const emploi = rng.pick(EMPLOIS)
  const p1 = `<h1>CONTRAT DE TRAVAIL<br>À DURÉE INDÉTERMINÉE</h1>${soussignes(context)}${article(1, 'ENGAGEMENT', `Le salarié est engagé à compter du ${champ('dateDebut', dateFr(debut, rng.pick(['num', 'long'] as const)))} par contrat à durée indéterminée à temps complet, sous réserve des résultats de la visite d’information et de prévention. La déclaration préalable à l’embauche a été effectuée auprès de l’URSSAF, à laquelle le salarié a droit d’accès et de rectification.`)}${article(2, 'FONCTIONS', `Le salarié exercera les fonctions de ${emploi}, classification niveau ${rng.pick(['I', 'II', 'III'])} échelon ${rng.int(1, 3)}, coefficient ${rng.int(115, 230)}. Cette liste de fonctions n’est ni exhaustive ni définitive et pourra évoluer avec l’organisation de l’entreprise.`)}${article(3, 'PÉRIODE D’ESSAI', 'Le présent contrat ne deviendra définitif qu’à l’issue d’une période d’essai de deux mois de travail effectif, renouvelable une fois avec l’accord écrit des parties. Durant cette période, chacune des parties pourra rompre le contrat en respectant le délai de prévenance prévu aux articles L. 1221-25 et L. 1221-26 du code du travail.')}${article(4, 'RÉMUNÉRATION', `En contrepartie de son travail, le salarié percevra une rémunération brute mensuelle de <b>${euros(r2(taux * 151.67))}</b> pour 151,67 heures, soit un taux horaire brut de ${euros(taux)}, versée à terme échu par virement. S’y ajoutent, le cas échéant, les primes prévues par la convention collective.`)}${article(5, 'DURÉE DU TRAVAIL', 'La durée hebdomadaire de travail est de 35 heures, réparties du lundi au samedi selon le planning affiché. Le salarié pourra être amené à effectuer des heures supplémentaires, rémunérées ou compensées conformément à la loi.')}`
  const p2 = `${article(6, 'LIEU DE TRAVAIL', `Le salarié exercera ses fonctions à l’établissement situé ${esc(company.adresse.ligne)}, ${company.adresse.codePostal} ${esc(company.adresse.ville)}. Il pourra être amené à se déplacer ponctuellement sur d’autres sites de l’entreprise dans un rayon de trente kilomètres.`)}${communs(7, company.conventionCollective)}${article(11, 'RUPTURE DU CONTRAT', 'À l’issue de la période d’essai, le contrat pourra être rompu par l’une ou l’autre des parties dans les conditions fixées par la loi et la convention collective, sous réserve du respect du préavis, sauf faute grave ou lourde. À la date de rupture, il sera remis au salarié un certificat de travail, une attestation destinée à France Travail et un reçu pour solde de tout compte.')}${article(12, 'FORMATION', 'L’employeur assure l’adaptation du salarié à son poste de travail et veille au maintien de sa capacité à occuper un emploi, au regard notamment de l’évolution des emplois, des technologies et des organisations.')}${signatures(context, jour)}`
  return {
    pages: feuilles(context, [p1, p2], 'Contrat à durée indéterminée'),
    champs: {
      ...identite(person),
      dateDocument: jour,
      employeur: company.nom,
      siret: company.siret,
      typeContrat: 'CDI',
      dateDebut: debut,
    },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

function cdd(context: DrawContext): Drawn {
  const { rng, person, company, today } = context
  const debut = plus(today, { jours: -rng.int(5, 260) })
  const fin = plus(debut, { mois: rng.int(3, 11), jours: -1 })
  const taux = r2(smic(debut) * (1.01 + rng.next() * 0.3))
  const remplace = tiers(rng)
  const motif = rng.pick([
    `un accroissement temporaire de l’activité de l’entreprise lié à ${rng.pick(['une commande exceptionnelle', 'la période des fêtes', 'l’ouverture d’un nouveau site'])}`,
    `le remplacement de ${remplace.nomComplet}, ${rng.pick(EMPLOIS)}, absent${accord(remplace)} pour ${rng.pick(['congé de maternité', 'arrêt de maladie', 'congé parental'])}`,
  ])
  const p1 = `<h1>CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE<br><span style="font-size:11pt">conclu en application de l’article L. 1242-2 du code du travail</span></h1>${soussignes(context)}${article(1, 'OBJET DU CONTRAT', `Le présent contrat est conclu pour ${motif}.`)}${article(2, 'DURÉE', `Le contrat prend effet le ${champ('dateDebut', dateFr(debut))} et prendra fin le ${champ('dateFin', dateFr(fin))}, sans autre formalité. Il pourra être renouvelé deux fois, par avenant, dans la limite de la durée maximale légale de dix-huit mois.`)}${article(3, 'PÉRIODE D’ESSAI', 'La période d’essai est fixée à un jour par semaine de contrat, dans la limite de deux semaines lorsque la durée initiale est au plus égale à six mois et d’un mois dans les autres cas.')}${article(4, 'EMPLOI ET QUALIFICATION', `Le salarié est engagé en qualité de ${rng.pick(EMPLOIS)}, coefficient ${rng.int(115, 190)}. Le poste ne figure pas sur la liste des postes présentant des risques particuliers pour la santé ou la sécurité.`)}${article(5, 'RÉMUNÉRATION ET DURÉE DU TRAVAIL', `La rémunération brute est fixée à ${euros(taux)} de l’heure, soit ${euros(r2(taux * 151.67))} par mois pour un horaire hebdomadaire de 35 heures. À l’issue du contrat, une indemnité de fin de contrat égale à 10 % de la rémunération brute totale sera versée, ainsi qu’une indemnité compensatrice de congés payés, sauf dans les cas prévus à l’article L. 1243-10 du code du travail.`)}`
  const p2 = `${article(6, 'LIEU DE TRAVAIL', `Établissement de ${esc(company.adresse.ville)}, ${esc(company.adresse.ligne)}.`)}${communs(7, company.conventionCollective)}${article(11, 'RUPTURE ANTICIPÉE', 'Sauf accord des parties, le contrat ne peut être rompu avant l’échéance du terme qu’en cas de faute grave, de force majeure ou d’inaptitude constatée par le médecin du travail. Le salarié peut le rompre s’il justifie d’une embauche à durée indéterminée, en respectant un préavis calculé à raison d’un jour par semaine.')}${article(12, 'ÉGALITÉ DE TRAITEMENT', `${esc(civil(person))} bénéficie des mêmes droits que les salariés permanents de l’entreprise ; la liste des postes à pourvoir en contrat à durée indéterminée lui sera communiquée.`)}${signatures(context, debut)}`
  return {
    pages: feuilles(context, [p1, p2], 'Contrat à durée déterminée'),
    champs: {
      ...identite(person),
      dateDocument: debut,
      employeur: company.nom,
      siret: company.siret,
      typeContrat: 'CDD',
      dateDebut: debut,
      dateFin: fin,
    },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

export const CONTRAT: readonly Template[] = [
  { id: 'contrat-de-travail/cdi', type: 'contrat-de-travail', draw: cdi },
  { id: 'contrat-de-travail/cdd', type: 'contrat-de-travail', draw: cdd },
]
