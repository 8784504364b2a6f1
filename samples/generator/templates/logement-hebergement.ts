import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse, fictionalPerson } from '../people.ts'
import { accord, champ, civil, esc, identite, nomUsuel, page, prenom } from './kit.ts'
import { dateFr, jourPasse, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { griffe, logo, signature, tampon } from './kit-formes.ts'

/** Attestation of somebody who houses the applicant (handwritten or typed), of the manager of a CHRS. */

const CSS = `
.he{font-size:11.5pt;line-height:1.7}.he .man{font-style:italic;font-size:16pt;line-height:1.85;color:#1b2356}.he h1{font-size:15pt;text-align:center;margin:10mm 0 8mm}
.he .pied{position:absolute;left:18mm;right:18mm;bottom:9mm;font-size:7pt;line-height:1.3;color:#555;text-align:center}
`

function particulier(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 3, 120)
  const depuis = plus(jour, { jours: -rng.int(40, 900) })
  const a = fictionalAdresse(rng)
  const hote = fictionalPerson(rng, { today, ageMin: 25, ageMax: 70, adresse: a })
  const manuscrite = rng.chance(0.55)
  const forme = rng.pick(['num', 'long'] as const)
  const corps =
    `<p>Je soussigné${accord(hote)} ${champ('hebergeant', `${esc(prenom(hote))} ${esc(nomUsuel(hote))}`)}, né${accord(hote)} le ${dateFr(hote.dateNaissance, forme)} à ${esc(hote.villeNaissance)}, demeurant ${esc(a.ligne)}, ${a.codePostal} ${esc(a.ville)}, atteste sur l’honneur héberger ${rng.pick(['à titre gratuit à mon domicile', 'à mon domicile'])} ${person.civilite} ${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}, né${accord(person)} le ${dateFr(person.dateNaissance, forme)}${context.children.length > 0 && rng.chance(0.6) ? `, ainsi que ses enfants,` : ''}, depuis le ${champ('dateDebut', dateFr(depuis, forme))}.</p><p>Je fais cette attestation pour servir et valoir ce que de droit, notamment pour sa demande de logement social. J’ai connaissance qu’une fausse déclaration m’expose à des sanctions pénales (article 441-7 du code pénal).</p><p>Fait à ${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, forme))}</p>`.replace(
      ',,',
      ',',
    )
  const html = manuscrite
    ? `<div class="he"><div class="man"><div>${esc(prenom(hote))} ${esc(nomUsuel(hote))}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}</div><h1 style="font-size:19pt;text-decoration:underline">Attestation d’hébergement</h1>${corps}</div><div style="margin-left:95mm">${signature(rng, '#1b2a6b', 58)}</div></div>`
    : `<div class="he"><div>${esc(hote.civilite)} ${esc(prenom(hote))} ${esc(nomUsuel(hote))}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>Tél. : ${telephone(rng)}</div><h1>ATTESTATION D’HÉBERGEMENT</h1>${corps}<p style="margin-left:95mm">Signature de l’hébergeant :</p><div style="margin-left:95mm">${signature(rng, '#1b2a6b', 52)}</div><p class="pt" style="margin-top:10mm">Pièces jointes : copie de la pièce d’identité de l’hébergeant, justificatif de domicile de moins de trois mois.</p></div>`
  return {
    pages: [
      page(html, { css: CSS, fonte: manuscrite ? 'serif' : rng.pick(['sans', 'serif'] as const), marges: '22mm 22mm' }),
    ],
    champs: {
      ...identite(person),
      dateDocument: jour,
      dateDebut: depuis,
      hebergeant: `${prenom(hote)} ${nomUsuel(hote)}`,
    },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

function chrs(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 3, 90)
  const depuis = plus(jour, { jours: -rng.int(30, 500) })
  const a = fictionalAdresse(rng)
  const directeur = tiers(rng)
  const centre = rng.pick([
    'CHRS « Les Glycines »',
    'CHRS « La Passerelle »',
    'Centre d’hébergement « Le Phare »',
    'Résidence sociale « Les Acacias »',
  ])
  const association = rng.pick(['Association Solidarité Toits', 'Association Escale 90', 'Fondation des Quatre-Vents'])
  const enfants = context.children.slice(0, 3)
  const html = `<div class="he" style="font-size:10.5pt;line-height:1.6"><div class="lig">${logo(rng.pick(['toit', 'soleil'] as const), association, centre, rng.pick(['#7a3b12', '#1f5c5c', '#5b2a6e']), 15)}<div class="pt" style="text-align:right">${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>${telephone(rng)}<br>N° FINESS ${rng.digits(9)}</div></div>
<h1>ATTESTATION D’HÉBERGEMENT</h1><p>Je soussigné${accord(directeur)} ${champ('hebergeant', directeur.nomComplet)}, ${directeur.civilite === 'Mme' ? 'directrice' : 'directeur'} du ${centre}, géré par ${association}, certifie que :</p>
<p style="margin-left:10mm"><b>${person.civilite} ${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}</b>, né${accord(person)} le ${dateFr(person.dateNaissance)} à ${esc(person.lieuNaissance)}${enfants.length > 0 ? `,<br>accompagné${accord(person)} de ${enfants.map(e => `${esc(prenom(e))} (${dateFr(e.dateNaissance)})`).join(', ')}` : ''}</p>
<p>est hébergé${accord(person)} dans notre établissement depuis le ${champ('dateDebut', dateFr(depuis))}, au titre d’un contrat de séjour renouvelable, dans le cadre de l’hébergement d’insertion (article L. 345-1 du code de l’action sociale et des familles).</p><p>${person.civilite === 'M.' ? 'Monsieur' : 'Madame'} ${esc(nomUsuel(person))} s’acquitte d’une participation financière mensuelle de ${rng.int(38, 160)} € et respecte le règlement de fonctionnement. L’accompagnement social porte sur l’accès à un logement autonome ; l’équipe éducative émet un avis favorable au relogement de ${esc(civil(person))}.</p><p>Cette attestation est délivrée à l’intéressé${accord(person)} pour faire valoir ses droits auprès des services instructeurs de la demande de logement social.</p><p>Fait à ${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, 'long'))}</p>
<div class="lig" style="margin-top:4mm"><div>${tampon(rng, `${association.toUpperCase()} - ${a.ville} `.slice(0, 40), ['CHRS', a.codePostal], 36)}</div><div>${directeur.nomComplet}${signature(rng, '#1b2a6b', 46)}${griffe(rng, [directeur.nomComplet, directeur.civilite === 'Mme' ? 'Directrice' : 'Directeur'])}</div></div>
<div class="pied">${association} — association loi 1901 — habilitée à l’aide sociale à l’hébergement — SIRET ${context.bailleur.siret}. Le SIAO de ${esc(territoire(rng))} a prononcé l’orientation.</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'deja'] as const), marges: '16mm 20mm' })],
    champs: { ...identite(person), dateDocument: jour, dateDebut: depuis, hebergeant: directeur.nomComplet },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

export const HEBERGEMENT: readonly Template[] = [
  { id: 'attestation-hebergement/particulier', type: 'attestation-hebergement', draw: particulier },
  { id: 'attestation-hebergement/chrs', type: 'attestation-hebergement', draw: chrs },
]
