import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import {
  accord,
  champ,
  civil,
  entier,
  esc,
  euros,
  FORMES_NIR,
  grouper,
  monsieurMadame,
  nir,
  nomUsuel,
  prenom,
  r2,
} from './kit.ts'
import { annee, dateFr, jourPasse, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { blocEtat, griffe, logo, signature, tampon } from './kit-formes.ts'
import { feuille, modele, reglementaire } from './motif-commun.ts'

/** Motives that hold to the person: protection order, disability, health, childminder, over-indebtedness. */

const nomme = ({ person }: DrawContext): string =>
  `${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}`

function protection(context: DrawContext): Drawn {
  const { rng, person, partner, today } = context
  const jour = jourPasse(rng, today, 8, 240)
  const ville = person.adresse.ville
  const rg = `${String(annee(jour)).slice(2)}/0${rng.digits(4)}`
  const html = `<div class="lig">${blocEtat('', 30)}<div style="text-align:right">N° RG ${rg}<br>Minute n° ${rng.int(20, 480)}<br>Juge aux affaires familiales</div></div><h1>TRIBUNAL JUDICIAIRE DE ${esc(ville)}<br>ORDONNANCE DE PROTECTION</h1><p style="text-align:center">rendue le ${champ('dateDocument', dateFr(jour, 'long'))} — articles 515-9 à 515-13-1 du code civil</p>
<p class="ju"><b>DEMANDE${person.sexe === 'F' ? 'RESSE' : 'UR'} :</b> ${monsieurMadame(person)} ${nomme(context)}, né${accord(person)} le ${dateFr(person.dateNaissance, 'long')}, autorisé${accord(person)} à dissimuler son adresse, assisté${accord(person)} de Maître ${tiers(rng).nomComplet}, avocat.</p><p class="ju"><b>DÉFENDEUR :</b> ${esc(civil(partner))}, né${accord(partner)} le ${dateFr(partner.dateNaissance, 'long')}, comparant en personne.</p><p class="ju">Par requête du ${dateFr(plus(jour, { jours: -6 }), 'long')}, ${esc(civil(person))} a saisi le juge aux affaires familiales aux fins de délivrance d’une ordonnance de protection. À l’audience du ${dateFr(plus(jour, { jours: -1 }), 'long')}, tenue en chambre du conseil, les parties ont été entendues. Le ministère public a émis un avis favorable.</p><h2>MOTIFS</h2><p class="ju">Il résulte du récépissé de dépôt de plainte, du certificat médical constatant des ecchymoses et une incapacité totale de travail de ${rng.int(2, 7)} jours, ainsi que des attestations de voisins, qu’il existe des raisons sérieuses de considérer comme vraisemblables la commission des faits de violence allégués et le danger auquel la victime${context.children.length > 0 ? ' et ses enfants sont exposés' : ' est exposée'}.</p><h2 style="text-align:center">PAR CES MOTIFS</h2><p class="ju">DÉLIVRE à ${esc(civil(person))} une ordonnance de protection pour une durée de ${rng.pick(['six', 'douze'])} mois ;<br>FAIT INTERDICTION à ${esc(civil(partner))} de recevoir, rencontrer ou entrer en relation de quelque façon que ce soit avec ${esc(civil(person))} et de se rendre au domicile de celle-ci ;<br>FAIT INTERDICTION de détenir ou de porter une arme ;<br>ATTRIBUE à ${esc(civil(person))} la jouissance du logement conjugal ; à défaut, AUTORISE la victime à résider séparément et à dissimuler son domicile ;<br>${context.children.length > 0 ? 'FIXE la résidence des enfants chez la partie demanderesse et réserve le droit de visite, qui s’exercera dans un espace de rencontre ;<br>' : ''}DIT que la présente ordonnance sera notifiée par voie administrative et communiquée au procureur de la République ;<br>RAPPELLE que la violation d’une mesure est punie de trois ans d’emprisonnement et de 45 000 euros d’amende (article 227-4-2 du code pénal) et que l’ordonnance est exécutoire à titre provisoire.</p><div class="lig" style="margin-top:4mm"><div>Le greffier${signature(rng, '#222', 40)}</div><div>${tampon(rng, `TRIBUNAL JUDICIAIRE - ${ville} `.slice(0, 40), ['R.F.'], 32)}</div><div>Le juge aux affaires familiales${signature(rng, '#1b2a6b', 42)}</div></div>`
  return reglementaire(context, 'ordonnance-de-protection', jour, [
    feuille(html, rng.pick(['serif', 'sans'] as const), 9.8),
  ])
}

function cdaph(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 20, 900)
  const lieu = territoire(rng)
  const taux = rng.chance(0.5)
  const fin = plus(jour, { ans: rng.pick([2, 5, 10]) })
  const html = `<div class="lig"><div>${logo('soleil', 'MDPH', `Maison départementale des personnes handicapées<br>de ${lieu}`, '#00778b', 17)}</div><div style="padding-top:18mm;width:78mm">${monsieurMadame(person)} ${nomme(context)}<br>${esc(person.adresse.ligne)}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}</div></div><table style="margin-top:6mm;font-size:9.4pt"><tr><td>N° de dossier : ${rng.digits(6)}<br>${rng.chance(0.55) ? `N° de sécurité sociale : ${nir(person.nir, rng.pick(FORMES_NIR))}<br>` : ''}Né${accord(person)} le : ${dateFr(person.dateNaissance)}</td><td class="r">Le ${champ('dateDocument', dateFr(jour, 'long'))}</td></tr></table><h1>NOTIFICATION DE DÉCISION<br><span style="font-size:11.5pt">Commission des droits et de l’autonomie des personnes handicapées (CDAPH)</span></h1><p>${monsieurMadame(person)},</p><p class="ju">Vu le code de l’action sociale et des familles, notamment ses articles L. 146-9 et L. 241-5 à L. 241-11 ; vu la demande reçue le ${dateFr(plus(jour, { mois: -4 }))} ; vu l’évaluation de l’équipe pluridisciplinaire, la CDAPH réunie le ${dateFr(plus(jour, { jours: -3 }))} a pris les décisions suivantes :</p><table class="ta"><tr><th>Objet de la demande</th><th>Décision</th><th>Du</th><th>Au</th></tr><tr><td>Allocation aux adultes handicapés (AAH)</td><td><b>ACCORD</b> — taux d’incapacité ${taux ? 'supérieur ou égal à 80 %' : 'compris entre 50 et 79 %, restriction substantielle et durable d’accès à l’emploi'}</td><td>${dateFr(plus(jour, { mois: -1 }))}</td><td>${dateFr(fin)}</td></tr><tr><td>Reconnaissance de la qualité de travailleur handicapé</td><td><b>ACCORD</b></td><td>${dateFr(jour)}</td><td>${dateFr(fin)}</td></tr><tr><td>Carte mobilité inclusion mention ${taux ? '« invalidité »' : '« priorité »'}</td><td><b>ACCORD</b> (décision du président du conseil départemental)</td><td>${dateFr(jour)}</td><td>${dateFr(fin)}</td></tr><tr><td>Prestation de compensation du handicap</td><td>REJET</td><td></td><td></td></tr></table><p class="ju" style="margin-top:4mm">Le versement des prestations est soumis à des conditions administratives vérifiées par votre caisse d’allocations familiales ou votre caisse de MSA. La reconnaissance du handicap peut être prise en compte pour une demande de logement adapté ; la présente décision constitue un justificatif.</p><p class="ju"><b>Voies de recours.</b> Si vous contestez cette décision, vous devez former un recours administratif préalable obligatoire auprès de la MDPH dans un délai de deux mois, avant tout recours devant le tribunal judiciaire. Vous pouvez demander l’intervention d’une personne qualifiée en vue de proposer des mesures de conciliation.</p><div style="margin-left:95mm">La présidente de la CDAPH${signature(rng, '#222', 44)}${tiers(rng, 'F').nomComplet}</div><div class="pied">MDPH de ${lieu} — accueil : ${telephone(rng)} — dossier suivi par le pôle adultes. Les données de santé sont hébergées dans les conditions du code de la santé publique.</div>`
  return reglementaire(context, 'decision-handicap', jour, [feuille(html, rng.pick(['sans', 'deja'] as const), 9.8)])
}

function medical(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 4, 200)
  const medecin = tiers(rng)
  const a = fictionalAdresse(rng)
  const motif = rng.pick([
    'une affection respiratoire chronique aggravée par l’humidité de son logement actuel',
    'une pathologie du genou rendant impossible la montée des étages au quotidien',
    'une affection de longue durée nécessitant un logement au rez-de-chaussée ou desservi par un ascenseur',
  ])
  const html = `<div class="lig"><div><b style="font-size:13pt">Docteur ${medecin.nomComplet}</b><br>${rng.pick(['Médecine générale', 'Pneumologue', 'Médecin rhumatologue'])}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>${telephone(rng)}<br>RPPS ${rng.digits(11)} — conventionné secteur 1</div><div style="padding-top:30mm">${esc(a.ville)}, le ${champ('dateDocument', dateFr(jour, rng.pick(['num', 'long'] as const)))}</div></div><h1 style="margin-top:20mm">CERTIFICAT MÉDICAL</h1><p class="ju">Je soussigné${accord(medecin)}, Docteur ${medecin.nomComplet}, certifie que l’état de santé de ${person.civilite} ${nomme(context)}, né${accord(person)} le ${dateFr(person.dateNaissance)}, que je suis régulièrement, présente ${motif}.</p><p class="ju">Cet état de santé justifie un changement de logement dans les meilleurs délais. Il serait souhaitable que le nouveau logement soit ${rng.pick(['sain, ventilé et chauffé', 'situé en rez-de-chaussée ou avec ascenseur', 'proche d’un centre hospitalier et des transports'])}.</p><p class="ju">Certificat établi à la demande de l’intéressé${accord(person)} et remis en main propre pour appuyer sa demande de logement social.</p><div style="margin:14mm 0 0 92mm">${signature(rng, '#1b2a6b', 54)}${griffe(rng, [`Dr ${medecin.nomComplet}`, `${a.codePostal} ${a.ville}`])}</div>`
  return reglementaire(context, 'certificat-medical', jour, [feuille(html, rng.pick(['sans', 'serif'] as const), 11.2)])
}

function agrement(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 60, 1600)
  const lieu = territoire(rng)
  const enfants = rng.int(2, 4)
  const html = `<div class="lig"><div>${logo('feuille', `Département de ${lieu}`, 'Direction enfance et famille — protection maternelle et infantile', '#2f6b2f', 13)}</div><div style="text-align:right">Agrément n° ${rng.digits(4)}-${rng.digits(3)}<br>Le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><h1 style="margin-top:12mm">ATTESTATION D’AGRÉMENT<br>D’ASSISTANT MATERNEL</h1><p class="ju">Le président du conseil départemental de ${lieu},</p><p class="ju">Vu le code de l’action sociale et des familles, notamment ses articles L. 421-1 à L. 421-18, R. 421-3 et D. 421-4 et suivants ;<br>Vu la demande présentée le ${dateFr(plus(jour, { mois: -3 }))} par l’intéressé${accord(person)} ;<br>Vu les visites effectuées au domicile par le service de protection maternelle et infantile et l’avis favorable émis ;</p><h2 style="text-align:center">DÉCIDE</h2><p class="ju"><b>Article 1er.</b> L’agrément d’assistant maternel est accordé à <b>${monsieurMadame(person)} ${nomme(context)}</b>, né${accord(person)} le ${dateFr(person.dateNaissance, 'long')} à ${esc(person.lieuNaissance)}, demeurant ${esc(person.adresse.ligne)}, ${person.adresse.codePostal} ${esc(person.adresse.ville)}, pour une durée de cinq ans à compter du ${dateFr(jour)}, soit jusqu’au ${dateFr(plus(jour, { ans: 5, jours: -1 }))}.</p><p class="ju"><b>Article 2.</b> Le nombre de mineurs pouvant être accueillis simultanément est fixé à ${enfants}, dont ${Math.min(enfants, 2)} de moins de dix-huit mois, de façon non permanente, ses propres enfants de moins de trois ans étant inclus dans le nombre total.</p><table class="ta"><tr><th>Place</th><th>Âge</th><th>Horaires</th></tr>${Array.from({ length: enfants }, (_, i) => `<tr><td>${i + 1}</td><td>${rng.pick(['0 à 18 mois', '18 mois à 3 ans', '0 à 6 ans'])}</td><td>${rng.pick(['journée', 'journée et soirée', 'périscolaire'])}</td></tr>`).join('')}</table><p class="ju" style="margin-top:4mm"><b>Article 3.</b> L’assistant maternel est tenu de suivre la formation obligatoire de cent vingt heures, de souscrire une assurance de responsabilité civile professionnelle et de déclarer sans délai toute modification des conditions d’accueil, notamment un changement de domicile.</p><p class="ju"><b>Article 4.</b> La présente décision peut faire l’objet d’un recours devant le tribunal administratif dans un délai de deux mois à compter de sa notification.</p><div class="lig" style="margin-top:6mm"><div>${tampon(rng, `DÉPARTEMENT DE ${lieu.toUpperCase()} - PMI `.slice(0, 42), ['PMI'], 35)}</div><div>Pour le président et par délégation,<br>le médecin départemental de PMI${signature(rng, '#222', 46)}</div></div>`
  return reglementaire(context, 'agrement-assistant-maternel', jour, [
    feuille(html, rng.pick(['sans', 'serif'] as const), 10),
  ])
}

function surendettement(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const jour = jourPasse(rng, today, 20, 700)
  const creances = [
    ['Crédit immobilier', rng.int(42, 120) * 1000],
    ['Prêt personnel', rng.int(3, 14) * 500],
    ['Crédit renouvelable', rng.int(900, 4200)],
    ['Arriéré de charges de copropriété', rng.int(400, 2900)],
  ] as const
  const total = creances.reduce((a, [, m]) => a + m, 0)
  const mois = rng.pick([24, 60, 84])
  const html = `<div class="lig"><div>${logo('carre', 'Commission de surendettement', `des particuliers de ${territoire(rng)}<br>Secrétariat assuré par la Banque de France`, '#16365c', 12)}</div><div style="padding-top:16mm;width:78mm">${monsieurMadame(person)} ${nomme(context)}<br>${esc(person.adresse.ligne)}<br>${person.adresse.codePostal} ${esc(person.adresse.ville)}</div></div><div class="lig" style="margin-top:6mm"><div>Dossier n° ${grouper(rng.digits(12), [3, 6, 3])}<br>Gestionnaire : ${telephone(rng)}</div><div>Le ${champ('dateDocument', dateFr(jour, 'long'))}</div></div><h1>PLAN CONVENTIONNEL DE REDRESSEMENT<br><span style="font-size:11pt">Plan de surendettement — articles L. 732-1 et suivants du code de la consommation</span></h1><p>${monsieurMadame(person)},</p><p class="ju">La commission, saisie le ${dateFr(plus(jour, { mois: -6 }))}, a déclaré votre dossier recevable et a élaboré, avec l’accord de vos principaux créanciers, le plan conventionnel ci-dessous, qui entre en application le ${dateFr(plus(jour, { mois: 1 }))}.</p><table class="ta"><tr><th>Situation mensuelle retenue</th><th class="r">Montant</th></tr><tr><td>Ressources du foyer</td><td class="r">${euros(rng.int(1450, 2400))}</td></tr><tr><td>Charges</td><td class="r">${euros(rng.int(1150, 1400))}</td></tr><tr><td>Capacité de remboursement</td><td class="r">${euros(r2((total * 0.2) / mois))}</td></tr></table><table class="ta" style="margin-top:4mm"><tr><th>Créancier et nature de la dette</th><th class="r">Restant dû</th><th class="r">Taux</th><th class="r">Mensualité</th><th class="r">Durée</th></tr>${creances.map(([n, m]) => `<tr><td>${n}</td><td class="r">${entier(m)} €</td><td class="r">0,00 %</td><td class="r">${euros(r2((m * 0.2) / mois))}</td><td class="r">${mois} mois</td></tr>`).join('')}<tr><td><b>Total de l’endettement</b></td><td class="r"><b>${entier(total)} €</b></td><td></td><td class="r"><b>${euros(r2((total * 0.2) / mois))}</b></td><td></td></tr></table><p class="ju" style="margin-top:4mm">La commission vous recommande de vendre à l’amiable votre résidence principale dans un délai de ${rng.pick(['douze', 'vingt-quatre'])} mois, et de rechercher un logement locatif adapté à vos ressources. Une demande de logement social doit être engagée sans attendre.</p><p class="ju">Pendant l’exécution du plan, vous ne devez pas aggraver votre endettement sans l’accord de la commission. Le plan devient caduc de plein droit quinze jours après une mise en demeure restée infructueuse. L’inscription au fichier national des incidents de remboursement des crédits aux particuliers (FICP) est maintenue pendant toute sa durée.</p><div style="margin-left:95mm">Pour la commission,<br>la secrétaire${signature(rng, '#222', 44)}</div><div class="pied">Les décisions de la commission peuvent être contestées devant le juge des contentieux de la protection.</div>`
  return reglementaire(context, 'plan-de-surendettement', jour, [
    feuille(html, rng.pick(['sans', 'deja'] as const), 9.7),
  ])
}

export const PERSONNE: readonly Template[] = [
  modele('ordonnance-de-protection', protection),
  modele('decision-handicap', cdaph, { ageMin: 20, ageMax: 61 }),
  modele('certificat-medical', medical),
  modele('agrement-assistant-maternel', agrement, { ageMin: 25, ageMax: 62 }),
  modele('plan-de-surendettement', surendettement, { ageMin: 28, ageMax: 66 }),
]
