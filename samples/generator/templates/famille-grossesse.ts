import type { DrawContext, Drawn, Template } from '../template.ts'
import { fictionalAdresse } from '../people.ts'
import { cases, champ, civil, esc, identite, nirCases, nomUsuel, page, prenom } from './kit.ts'
import { dateFr, ddmmyyyy, jourPasse, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { cerfa, coche, griffe, logo, signature } from './kit-formes.ts'

/** Pregnancy certificate: letter of a doctor or midwife; form "premier examen médical prénatal" with the NIR in boxes. */

const CSS = `
.gr{font-size:11pt;line-height:1.65}.gr h1{font-size:15pt;text-align:center;margin:16mm 0 12mm;letter-spacing:.4mm}
.gf{font-size:8.4pt;line-height:1.35}.gf h1{font-size:13pt;text-align:center;margin:0;color:#0c419a}.gf .b{border:.35mm solid #0c419a;margin-top:3mm;padding:2mm 3mm}.gf .b>b:first-child{display:block;background:#0c419a;color:#fff;margin:-2mm -3mm 2mm;padding:1mm 3mm;font-size:9pt}
.gf .l{margin:1.6mm 0;display:flex;align-items:center;gap:2.5mm;flex-wrap:wrap}
`

interface Grossesse {
  readonly jour: string
  readonly debut: string
  readonly terme: string
}

/** Beginning of pregnancy, examination at the end of the first trimester, term nine months after the beginning. */
function tirer({ rng, today }: DrawContext): Grossesse {
  const jour = jourPasse(rng, today, 4, 110)
  const debut = plus(jour, { jours: -rng.int(62, 130) })
  return { jour, debut, terme: plus(debut, { mois: 9 }) }
}

const fin = (context: DrawContext, g: Grossesse, pages: Drawn['pages']): Drawn => ({
  pages,
  champs: {
    ...identite(context.person),
    dateDocument: g.jour,
    dateNaissance: context.person.dateNaissance,
    dateAccouchementPrevue: g.terme,
  },
  dateFinValidite: null,
  regleValidite: 'sans-objet',
})

function lettre(context: DrawContext): Drawn {
  const { rng, person } = context
  const g = tirer(context)
  const sageFemme = rng.chance(0.4)
  const praticien = tiers(rng, sageFemme ? 'F' : undefined)
  const a = fictionalAdresse(rng)
  const forme = rng.pick(['num', 'long'] as const)
  const titre = sageFemme
    ? 'Sage-femme'
    : rng.pick(['Gynécologue obstétricien', 'Médecin généraliste', 'Gynécologie médicale et obstétrique'])
  const html = `<div class="gr"><div class="lig"><div><b style="font-size:13pt">${sageFemme ? '' : 'Docteur '}${praticien.nomComplet}</b><br>${titre}<br>${esc(a.ligne)}<br>${a.codePostal} ${esc(a.ville)}<br>Tél. ${telephone(rng)}<br>N° RPPS ${rng.digits(11)}</div><div style="text-align:right;padding-top:30mm">${esc(a.ville)}, le ${champ('dateDocument', dateFr(g.jour, forme))}</div></div>
<h1>CERTIFICAT DE GROSSESSE</h1><p>Je soussigné${praticien.civilite === 'Mme' ? 'e' : ''}, ${sageFemme ? '' : 'Docteur '}${praticien.nomComplet}, ${titre.toLowerCase()}, certifie avoir examiné ce jour ${person.civilite} ${champ('prenoms', esc(prenom(person)))} ${champ('nom', esc(nomUsuel(person)))}, née le ${champ('dateNaissance', dateFr(person.dateNaissance, forme))}, et constaté une grossesse ${rng.pick(['évolutive', 'évolutive monofœtale', 'normalement évolutive'])}.</p>
<p>Date présumée de début de grossesse : ${dateFr(g.debut, forme)}<br>Date présumée d’accouchement : <b>${champ('dateAccouchementPrevue', dateFr(g.terme, forme))}</b></p><p>Une échographie de datation a été réalisée le ${dateFr(plus(g.debut, { jours: 55 }), forme)} : longueur cranio-caudale ${rng.int(52, 74)} mm.</p><p>Certificat établi à la demande de l’intéressée et remis en main propre pour faire valoir ce que de droit.</p>
<div style="margin:12mm 0 0 88mm">${signature(rng, '#1b2a6b', 54)}${griffe(rng, [`${sageFemme ? '' : 'Dr '}${praticien.nomComplet}`, titre, `${a.codePostal} ${a.ville}`])}</div></div>`
  return fin(context, g, [page(html, { css: CSS, fonte: rng.pick(['sans', 'serif'] as const), marges: '20mm 24mm' })])
}

function formulaire(context: DrawContext): Drawn {
  const { rng, person } = context
  const g = tirer(context)
  const praticien = tiers(rng)
  const rang = (...parts: readonly string[]): string => `<div class="l">${parts.join(' ')}</div>`
  const date = (iso: string): string => cases(ddmmyyyy(iso), [2, 2, 4])
  const html = `<div class="gf"><div class="lig"><div style="width:44mm">${logo('carre', 'l’Assurance Maladie', 'et votre Caf', '#0c419a', 10)}</div><div style="flex:1"><h1>VOUS ATTENDEZ UN ENFANT</h1><div style="text-align:center;font-size:11pt;font-weight:bold">PREMIER EXAMEN MÉDICAL PRÉNATAL</div><div style="text-align:center" class="pt">Volet 1 : à adresser à votre organisme d’assurance maladie — volets 2 et 3 : à adresser à votre caisse d’allocations familiales<br>(articles L. 534-1, L. 531-1 et R. 534-3 du code de la sécurité sociale, L. 2122-1 du code de la santé publique)</div></div><div style="width:30mm">${cerfa('10112*06')}</div></div>
<div class="b"><b>CADRE 1 — LA FUTURE MÈRE</b>${rang('Votre numéro d’immatriculation', nirCases(person.nir))}${rang('Nom de famille (de naissance)', `<span style="font-size:10.5pt">${esc(person.nom)}</span>`, '&nbsp; Nom d’usage', `<span style="font-size:10.5pt">${champ('nom', esc(nomUsuel(person)))}</span>`)}${rang('Prénoms', `<span style="font-size:10.5pt">${champ('prenoms', esc(prenom(person)))}</span>`)}${rang('Date de naissance', champ('dateNaissance', date(person.dateNaissance)))}${rang('Adresse', `<span style="font-size:10pt">${esc(person.adresse.ligne)}</span>`)}${rang('Code postal', cases(person.adresse.codePostal), 'Commune', esc(person.adresse.ville))}${rang('Situation :', coche(true), 'salariée', coche(false), 'sans activité', coche(false), 'demandeur d’emploi', coche(false), 'étudiante', coche(false), 'autre')}</div>
<div class="b"><b>CADRE 2 — L’ASSURÉ(E) (si ce n’est pas la future mère)</b>${rang('Nom, prénoms', `<span style="border-bottom:.2mm dotted #555;width:120mm;display:inline-block">&nbsp;</span>`)}${rang('Numéro d’immatriculation', cases(' '.repeat(15).replace(/ /g, '\u00a0'), [1, 2, 2, 2, 3, 3, 2]))}</div>
<div class="b"><b>CADRE 3 — ATTESTATION DU MÉDECIN OU DE LA SAGE-FEMME</b><p>Je soussigné(e), ${praticien.nomComplet}, certifie avoir procédé, au cours du troisième mois de la grossesse, à l’examen médical prénatal de la personne désignée au cadre 1, comportant un examen général et obstétrical et les examens de laboratoire obligatoires.</p>${rang('Date de l’examen', champ('dateDocument', date(g.jour)))}${rang('Date présumée de début de grossesse', date(g.debut))}${rang('Date présumée d’accouchement', champ('dateAccouchementPrevue', date(g.terme)))}${rang('Nombre d’enfants attendus', cases('1'), coche(false), 'Grossesse pathologique', coche(true), 'Examen complémentaire du père proposé')}<div class="lig"><div>Identification du praticien :<br>N° RPPS ${cases(rng.digits(11))}<br><br>${griffe(rng, [`Dr ${praticien.nomComplet}`, 'Cabinet médical', `${person.adresse.codePostal} ${person.adresse.ville}`])}</div><div>Signature et cachet${signature(rng, '#1b2a6b', 44)}</div></div></div>
<div class="b"><b>CADRE 4 — DÉCLARATION DE LA FUTURE MÈRE</b><p>J’atteste sur l’honneur l’exactitude des renseignements portés ci-dessus et je m’engage à signaler tout changement modifiant cette déclaration.</p>${rang('Caisse d’allocations familiales de', territoire(rng), '&nbsp; N° allocataire', cases(rng.digits(7)))}<div class="lig"><span>Fait à ${esc(person.adresse.ville)}, le ${dateFr(g.jour)}</span><div>Signature de ${esc(civil(person))}${signature(rng, '#222', 38)}</div></div></div>
<p class="pt" style="margin-top:3mm">La loi n° 78-17 du 6 janvier 1978 modifiée s’applique aux réponses faites sur ce formulaire. Elle garantit un droit d’accès et de rectification pour les données vous concernant auprès des organismes destinataires. La loi rend passible d’amende et d’emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations. Vos examens prénataux sont pris en charge à 100 % à compter du sixième mois. S 4110</p></div>`
  return fin(context, g, [page(html, { css: CSS, fonte: rng.pick(['sans', 'etroit'] as const), marges: '10mm 12mm' })])
}

const FUTURE_MERE = { sexe: 'F', ageMin: 20, ageMax: 42 } as const

export const GROSSESSE: readonly Template[] = [
  { id: 'certificat-de-grossesse/lettre', type: 'certificat-de-grossesse', titulaire: FUTURE_MERE, draw: lettre },
  {
    id: 'certificat-de-grossesse/premier-examen',
    type: 'certificat-de-grossesse',
    titulaire: FUTURE_MERE,
    draw: formulaire,
  },
]
