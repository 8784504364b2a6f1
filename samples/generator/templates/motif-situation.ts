import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import {
  accord,
  champ,
  civil,
  decimal,
  esc,
  euros,
  FORMES_NIR,
  monsieurMadame,
  nir,
  nomUsuel,
  prenom,
  r2,
} from './kit.ts'
import { annee, dateFr, jourPasse, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { dateEnLettres, enLettres } from './kit-nombres.ts'
import { blocEtat, griffe, logo, signature, tampon } from './kit-formes.ts'
import { feuille, modele, reglementaire } from './motif-commun.ts'
import { smic } from './paie-bareme.ts'
import { siretFr } from './paie-textes.ts'

/** Situation of the person: PACS, death of the spouse, protection measure, statement of the employer. */

const nomme = ({ person }: DrawContext): string =>
  `${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}`

function pacs(context: DrawContext): Drawn {
  const { rng, person, partner, today } = context
  const jour = jourPasse(rng, today, 30, 2500)
  const ville = person.adresse.ville
  const html = `<div class="lig">${blocEtat('', 30)}<div style="text-align:right"><b>MAIRIE DE ${esc(ville)}</b><br>Service de l’état civil<br>${telephone(rng)}</div></div>
<h1>ATTESTATION D’ENREGISTREMENT<br>D’UN PACTE CIVIL DE SOLIDARITÉ</h1><p class="pt" style="text-align:center">(articles 515-1 à 515-7 du code civil)</p><p style="margin-top:8mm" class="ju">Nous, ${tiers(rng).nomComplet}, officier de l’état civil de la commune de ${esc(ville)}, attestons que la déclaration conjointe de pacte civil de solidarité souscrite par :</p>
<p style="margin-left:10mm"><b>${monsieurMadame(person)} ${nomme(context)}</b><br>né${accord(person)} le ${dateFr(person.dateNaissance, 'long')} à ${esc(person.lieuNaissance)}</p><p style="margin-left:10mm">et</p><p style="margin-left:10mm"><b>${monsieurMadame(partner)} ${esc(prenom(partner))} ${esc(nomUsuel(partner))}</b><br>né${accord(partner)} le ${dateFr(partner.dateNaissance, 'long')} à ${esc(partner.lieuNaissance)}</p>
<p class="ju">a été enregistrée le <b>${champ('dateDocument', dateFr(jour, 'long'))}</b> à ${rng.int(9, 16)} heures sous le numéro <b>${annee(jour)}-${rng.int(12, 640)}</b> du registre des pactes civils de solidarité.</p><p class="ju">Les partenaires ont fixé leur résidence commune au ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(ville)}. Le pacte prend effet entre les parties à la date de son enregistrement ; il est opposable aux tiers à compter du jour où les formalités de publicité sont accomplies en marge de l’acte de naissance de chaque partenaire.</p><p class="ju">La convention, visée par l’officier de l’état civil, a été restituée aux partenaires. Régime choisi : ${rng.pick(['séparation des patrimoines', 'indivision des biens acquis'])}.</p>
<p style="margin-top:6mm">Fait à ${esc(ville)}, le ${dateFr(jour, 'long')}</p><div class="lig"><div>${tampon(rng, `MAIRIE DE ${ville} - ÉTAT CIVIL `.slice(0, 40), ['R.F.'], 36)}</div><div>L’officier de l’état civil${signature(rng, '#1b2a6b', 48)}</div></div><div class="pied">Cerfa 15725 — la présente attestation fait foi de l’enregistrement du pacte jusqu’à l’apposition de la mention en marge de l’acte de naissance.</div>`
  return reglementaire(context, 'attestation-pacs', jour, [feuille(html, rng.pick(['serif', 'sans'] as const))])
}

function deces(context: DrawContext): Drawn {
  const { rng, person, partner, today } = context
  const jourDeces = jourPasse(rng, today, 40, 2200)
  const delivre = plus(jourDeces, { jours: rng.int(4, 30) })
  const ville = person.adresse.ville
  const html = `<div class="lig"><div><b>MAIRIE DE ${esc(ville)}</b><br>Département ${person.adresse.codePostal.slice(0, 2)}<br>État civil</div>${logo('soleil', 'ÉTAT CIVIL', 'République française', '#1c2a6e', 11)}</div>
<h1>COPIE INTÉGRALE<br>ACTE DE DÉCÈS N° ${rng.int(4, 1890)}</h1><div style="display:flex;gap:7mm;margin-top:6mm"><div style="width:44mm;border-right:.3mm solid #444;padding-right:3mm;font-size:9pt"><b>${esc(partner.nom)}<br>${esc(prenom(partner))}</b><br><br>MENTIONS MARGINALES<br><br>Néant</div><div style="flex:1" class="ju"><p>Le ${dateEnLettres(jourDeces)}, à ${enLettres(rng.int(1, 23))} heures ${enLettres(rng.int(2, 59))} minutes, est décédé${accord(partner)} ${rng.pick(['en son domicile', 'au centre hospitalier', 'à la clinique des Marronniers'])}, ${esc(partner.prenoms.join(', '))} ${esc(partner.nom)}, né${accord(partner)} à ${esc(partner.lieuNaissance)} le ${dateEnLettres(partner.dateNaissance)}, ${rng.pick(['retraité', 'employé', 'artisan'])}${accord(partner)}, domicilié${accord(partner)} à ${esc(ville)}, ${esc(person.adresse.ligne)},</p><p>fil${partner.sexe === 'M' ? 's' : 'le'} de ${tiers(rng, 'M').prenom} ${esc(partner.nom)} et de ${tiers(rng, 'F').nomComplet},</p><p>${partner.sexe === 'M' ? 'époux' : 'épouse'} de ${nomme(context)}.</p><p>Dressé le ${dateEnLettres(plus(jourDeces, { jours: 1 }))}, à ${enLettres(rng.int(9, 16))} heures, sur la déclaration de ${tiers(rng).nomComplet}, employé des pompes funèbres, qui, lecture faite et invité à lire l’acte, a signé avec nous, ${tiers(rng).nomComplet}, adjoint au maire, officier de l’état civil par délégation.</p><p style="margin-top:6mm">Pour copie conforme, délivrée le ${champ('dateDocument', dateFr(delivre))}<br>L’officier de l’état civil</p><div class="lig" style="justify-content:flex-start">${tampon(rng, `MAIRIE DE ${ville} - ÉTAT CIVIL `.slice(0, 40), ['R.F.'], 33)}${signature(rng, '#1b2a6b', 44)}</div></div></div>`
  return reglementaire(context, 'acte-de-deces', delivre, [
    feuille(html, rng.pick(['serif', 'dejaSerif'] as const), 10.2),
  ])
}

function tutelle(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 60, 1500)
  const ville = person.adresse.ville
  const rg = `${String(annee(jour)).slice(2)}/A/00${rng.digits(3)}`
  const mesure = rng.pick(['TUTELLE', 'CURATELLE RENFORCÉE', 'CURATELLE SIMPLE'])
  const mandataire = tiers(rng)
  const html = `<div class="lig">${blocEtat('', 30)}<div style="text-align:right"><b>TRIBUNAL JUDICIAIRE DE ${esc(ville)}</b><br>Juge des contentieux de la protection<br>statuant en qualité de juge des tutelles<br>N° RG ${rg} — Minute ${rng.int(20, 890)}</div></div>
<h1>JUGEMENT D’OUVERTURE D’UNE MESURE<br>DE ${mesure}</h1><p style="text-align:center">rendu le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p class="ju">Nous, ${tiers(rng).nomComplet}, juge des tutelles, assisté de ${tiers(rng).nomComplet}, greffier, en chambre du conseil ;</p><p class="ju">Vu les articles 425, 428, 440 et suivants du code civil ; vu la requête présentée le ${dateFr(plus(jour, { jours: -150 }))} aux fins d’ouverture d’une mesure de protection juridique concernant :</p><p style="margin-left:10mm"><b>${monsieurMadame(person)} ${nomme(context)}</b>, né${accord(person)} le ${dateFr(person.dateNaissance, 'long')} à ${esc(person.lieuNaissance)}, demeurant ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(ville)}, majeur protégé ;</p><p class="ju">Vu le certificat médical circonstancié établi par un médecin inscrit sur la liste du procureur de la République ; vu le procès-verbal d’audition du ${dateFr(plus(jour, { jours: -40 }))} ; vu l’avis du ministère public ;</p><p class="ju">Attendu qu’il résulte des éléments du dossier que l’intéressé${accord(person)} présente une altération de ses facultés rendant nécessaire qu’il soit ${mesure === 'TUTELLE' ? 'représenté d’une manière continue' : 'assisté et contrôlé d’une manière continue'} dans les actes de la vie civile ; qu’aucun membre de la famille n’est en mesure d’assumer la charge de la mesure ;</p>
<h2 style="text-align:center">PAR CES MOTIFS</h2><p class="ju">PLAÇONS ${esc(civil(person))} sous ${mesure.toLowerCase()} pour une durée de ${rng.pick(['soixante', 'cent vingt'])} mois ;<br>DÉSIGNONS ${mandataire.nomComplet}, mandataire judiciaire à la protection des majeurs, ${rng.pick(['service de l’UDAF de', 'exerçant à titre individuel à'])} ${esc(territoire(rng)).replace(/^la /, '')}, en qualité de ${mesure === 'TUTELLE' ? 'tuteur' : 'curateur'}, avec mission de veiller sur la personne et d’administrer ses biens ;<br>DISONS que le mandataire percevra seul les revenus de la personne protégée sur un compte ouvert au nom de celle-ci, assurera le règlement des dépenses et remettra chaque année un compte de gestion au greffe ;<br>RAPPELONS que le logement de la personne protégée et les meubles dont il est garni doivent être conservés à sa disposition aussi longtemps qu’il est possible ;<br>ORDONNONS l’exécution provisoire de la présente décision.</p><div class="lig" style="margin-top:4mm"><div>Le greffier${signature(rng, '#222', 40)}</div><div>${tampon(rng, `TRIBUNAL JUDICIAIRE - ${ville} `.slice(0, 40), ['R.F.'], 33)}</div><div>Le juge des tutelles${signature(rng, '#1b2a6b', 42)}</div></div><div class="pied">Le présent jugement est susceptible d’appel dans les quinze jours de sa notification. Mention en sera portée au répertoire civil.</div>`
  return reglementaire(context, 'decision-tutelle', jour, [feuille(html, rng.pick(['serif', 'sans'] as const), 10)])
}

function employeur(context: DrawContext): Drawn {
  const { rng, person, company, today } = context
  const jour = jourPasse(rng, today, 3, 100)
  const entree = plus(jour, { jours: -rng.int(60, 4200) })
  const signataire = tiers(rng)
  const brut = r2(smic(jour) * (1 + rng.next() * 0.7) * 151.67)
  const mutation = rng.chance(0.25)
  const html = `<div class="lig"><div>${logo(rng.pick(['carre', 'onde', 'feuille'] as const), company.nom, 'Service des ressources humaines', rng.pick(['#1d4d7a', '#444', '#7a2d1d']), 13)}<div style="margin-top:3mm;font-size:9pt">${esc(company.adresse.ligne)}<br>${company.adresse.codePostal} ${esc(company.adresse.ville)}<br>SIRET ${siretFr(rng, company.siret)} — APE ${company.naf}<br>Tél. ${telephone(rng)}</div></div><div style="padding-top:28mm">${esc(company.adresse.ville)}, le ${champ('dateDocument', dateFr(jour, rng.pick(['num', 'long'] as const)))}</div></div>
<h1 style="margin-top:16mm">${mutation ? 'ATTESTATION DE L’EMPLOYEUR — MUTATION PROFESSIONNELLE' : rng.pick(['ATTESTATION DE L’EMPLOYEUR', 'ATTESTATION D’EMPLOI', 'ATTESTATION DE TRAVAIL'])}</h1><p class="ju">Je soussigné${accord(signataire)}, ${signataire.nomComplet}, agissant en qualité de ${rng.pick(['responsable des ressources humaines', 'gérant', 'directeur administratif'])} de la société ${esc(company.nom)}, atteste que :</p><p class="ju"><b>${person.civilite} ${nomme(context)}</b>, né${accord(person)} le ${dateFr(person.dateNaissance)}, demeurant ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, ${rng.chance(0.7) ? `numéro de sécurité sociale ${nir(person.nir, rng.pick(FORMES_NIR))}, ` : ''}est salarié${accord(person)} de notre entreprise depuis le ${dateFr(entree, 'long')} en qualité de ${rng.pick(['conducteur', 'technicien', 'agent d’exploitation', 'secrétaire'])}, sous contrat à durée ${rng.pick(['indéterminée', 'indéterminée', 'déterminée'])}, ${rng.pick(['à temps complet', 'à temps partiel (28 heures par semaine)'])}.</p><p class="ju">Sa rémunération brute mensuelle s’élève à ${euros(brut)}, soit un salaire net moyen avant impôt de ${euros(r2(brut * 0.785))} sur les trois derniers mois (${decimal(151.67, 2)} heures). ${mutation ? `L’intéressé${accord(person)} est muté${accord(person)} à compter du ${dateFr(plus(jour, { mois: 1 }))} dans notre établissement de ${esc(fictionalAdresse(rng).ville)}, ce qui rend nécessaire son relogement.` : `À ce jour, l’intéressé${accord(person)} n’est ni démissionnaire, ni en procédure de licenciement, ni en période d’essai.`}</p><p class="ju">Cette attestation est délivrée à l’intéressé${accord(person)} pour servir et valoir ce que de droit.</p><div style="margin:10mm 0 0 92mm">${signature(rng, '#1b2a6b', 50)}${griffe(rng, [company.nom, `${company.adresse.codePostal} ${company.adresse.ville}`, `SIRET ${company.siret}`])}</div><div class="pied">${esc(company.nom)} — convention collective : ${esc(company.conventionCollective)}</div>`
  return reglementaire(context, 'attestation-employeur', jour, [
    feuille(html, rng.pick(['sans', 'serif', 'deja'] as const)),
  ])
}

export const SITUATION: readonly Template[] = [
  modele('attestation-pacs', pacs),
  modele('acte-de-deces', deces, { ageMin: 48, ageMax: 80 }),
  modele('decision-tutelle', tutelle),
  modele('attestation-employeur', employeur),
]
