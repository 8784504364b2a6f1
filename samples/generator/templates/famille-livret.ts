import type { DrawContext, Drawn, Person, Rng, Template } from '../template.ts'
import { fictionalPerson } from '../people.ts'
import { champ, esc, page, prenom } from './kit.ts'
import { dateFr, minDate, naissance, plus } from './kit-dates.ts'
import { tiers } from './kit-fiction.ts'
import { dateEnLettres } from './kit-nombres.ts'
import { signature, tampon } from './kit-formes.ts'

/** The family booklet laid open on a scanner: double pages with the extract of marriage, then the children. */

const CSS = `
.lf{position:absolute;inset:0;background:#fff}.lf .f{position:absolute;top:8mm;bottom:8mm;width:136mm;padding:7mm 9mm;font-size:9.4pt;line-height:1.45;border:.2mm solid #c9b98f;background:#fdfbf2}
.lf .g1{left:8mm}.lf .g2{right:8mm}.lf h2{font-size:11.5pt;text-align:center;margin:0 0 3mm;letter-spacing:.4mm}.lf h3{font-size:9.5pt;text-align:center;margin:2mm 0;background:#ece4c9}
.lf .v{font-family:'Liberation Serif';font-style:italic;font-size:12pt;color:#1b2356}.lf .v.t{font-family:'Liberation Mono';font-style:normal;font-size:9.5pt;color:#222}
.lf .l{border-bottom:.2mm dotted #8a7d57;display:block;min-height:5.6mm}.lf .pli{position:absolute;left:147.5mm;top:0;bottom:0;width:2mm;background:linear-gradient(90deg,#ddd,#999,#ddd);opacity:.5}
`

const RANGS = ['PREMIER', 'DEUXIÈME', 'TROISIÈME', 'QUATRIÈME'] as const

const rubrique = (label: string, valeur: string, style: string): string =>
  `<span class="l">${label} : <span class="v ${style}">${valeur}</span></span>`

interface Enfant {
  readonly p: Person
  readonly acte: number
}

function epoux(rng: Rng, p: Person, titre: string, style: string, noms: readonly [string, string, string]): string {
  const parent = tiers(rng, 'M')
  const mere = tiers(rng, 'F')
  const [nom, prenoms, ne] = noms
  const f = (champNom: string, v: string): string => (champNom === '' ? v : champ(champNom, v))
  return `<h3>${titre}</h3>${rubrique('Nom', f(nom, esc(p.nom)), style)}${rubrique('Prénoms', f(prenoms, esc(p.prenoms.join(', '))), style)}${rubrique('Né(e) le', f(ne, dateFr(p.dateNaissance)), style)}${rubrique('à', esc(p.lieuNaissance), style)}${rubrique('Fils ou fille de', `${parent.prenom} ${esc(p.nom)}`, style)}${rubrique('et de', mere.nomComplet, style)}`
}

function dessiner(context: DrawContext): Drawn {
  const { rng, person, partner, today, children } = context
  const [un, deux] = person.sexe === 'M' || partner.sexe === person.sexe ? [person, partner] : [partner, person]
  const plusJeune = un.dateNaissance > deux.dateNaissance ? un.dateNaissance : deux.dateNaissance
  const mariage = minDate(
    plus(naissance(rng, plus(plusJeune, { ans: 21 + rng.int(0, 6) }), 0), { jours: 300 }),
    plus(today, { jours: -200 }),
  )
  const liste =
    children.length > 0
      ? children.slice(0, 4)
      : [fictionalPerson(rng, { today, nom: un.nom, ageMin: 1, ageMax: 1, nationalites: ['FRA'], adresse: un.adresse })]
  const enfants: Enfant[] = liste.map(p => ({ p, acte: rng.int(12, 1890) }))
  const style = rng.chance(0.5) ? '' : 't'
  const mairie = esc(person.adresse.ville)
  const sceau = (): string =>
    `<div class="abs" style="right:6mm;bottom:5mm">${tampon(rng, `MAIRIE DE ${person.adresse.ville} - ÉTAT CIVIL `.slice(0, 40), ['R.F.'], 27)}</div>`
  const acteMariage = rng.int(4, 380)
  const delivrance = mariage
  const titres =
    un.sexe === deux.sexe
      ? (['PREMIER CONJOINT', 'SECOND CONJOINT'] as const)
      : (['ÉPOUX OU PÈRE', 'ÉPOUSE OU MÈRE'] as const)
  const couverture = `<div class="lf"><div class="f g1" style="background:#8c1d2c;color:#f3e3b8;text-align:center;border-color:#5a0f1a"><div style="margin-top:18mm;font-size:11pt;letter-spacing:.6mm">RÉPUBLIQUE FRANÇAISE</div><div style="margin-top:26mm;font-size:26pt;font-weight:bold;letter-spacing:1mm">LIVRET<br>DE<br>FAMILLE</div><div style="margin-top:26mm;font-size:10pt">Mairie de ${mairie}</div></div>
<div class="f g2"><h2>LIVRET DE FAMILLE</h2><p class="c" style="text-align:center">délivré à l’occasion du mariage de</p><p style="text-align:center" class="v ${style}">${esc(un.nom)} ${esc(prenom(un))}<br>et<br>${esc(deux.nom)} ${esc(prenom(deux))}</p><p class="j pt" style="font-size:7.6pt;margin-top:6mm">Le livret de famille est remis gratuitement aux époux lors de la célébration du mariage, ou aux parents lors de la déclaration de naissance du premier enfant. Il doit être présenté à l’officier de l’état civil chaque fois qu’un acte doit y être porté. Toute altération, omission ou falsification expose son auteur aux peines prévues par l’article 441-2 du code pénal. En cas de perte, de vol ou de détérioration, un second livret peut être délivré à la demande de l’un des époux ; il porte la mention « duplicata ». En cas de divorce ou de séparation, celui des époux qui en est dépourvu peut en demander un.</p><p class="j pt" style="font-size:7.6pt">Les extraits d’acte portés au livret, signés par l’officier de l’état civil et revêtus du sceau de la mairie, ont la même force probante que les extraits délivrés séparément (décret n° 74-449 du 15 mai 1974).</p><p style="margin-top:6mm">Livret délivré le ${champ('dateDelivrance', dateFr(delivrance))}<br>par l’officier de l’état civil de ${mairie}</p>${sceau()}</div><div class="pli"></div></div>`
  const mariagePage = `<div class="lf"><div class="f g1"><h2>EXTRAIT DE L’ACTE DE MARIAGE N° ${acteMariage}</h2><p>Le <span class="v ${style}">${champ('dateMariage', style === 't' ? dateFr(mariage, 'long') : dateEnLettres(mariage))}</span>, a été célébré à la mairie de <span class="v ${style}">${mairie}</span> le mariage</p><p>entre</p>${epoux(rng, un, titres[0], style, ['nom', 'prenoms', 'dateNaissance'])}<p style="margin-top:3mm">Contrat de mariage : <span class="v ${style}">${rng.pick(['sans contrat', 'néant', `reçu le ${dateFr(plus(mariage, { jours: -20 }))}`])}</span></p></div>
<div class="f g2"><p style="margin-top:6mm">et</p>${epoux(rng, deux, titres[1], style, ['nomConjoint', '', ''])}<h3 style="margin-top:5mm">MENTIONS MARGINALES</h3><span class="l"></span><span class="l"></span><p style="margin-top:3mm">Délivré conforme aux registres, le ${dateFr(mariage)}<br>L’officier de l’état civil${signature(rng, '#1b2a6b', 40)}</p>${sceau()}</div><div class="pli"></div></div>`
  const fiche = (e: Enfant | undefined, i: number): string => {
    const rang = RANGS[i] ?? ''
    const decl = tiers(rng)
    return `<h2>EXTRAIT DE L’ACTE DE NAISSANCE<br>DU ${rang} ENFANT</h2>${
      e
        ? `<p>Acte n° <span class="v ${style}">${e.acte}</span></p><p>Le <span class="v ${style}">${dateFr(e.p.dateNaissance, 'long')}</span> à <span class="v ${style}">${rng.int(0, 23)}</span> heures <span class="v ${style}">${rng.int(1, 59)}</span></p>${rubrique('est né(e) à', esc(e.p.lieuNaissance), style)}${rubrique('Nom', esc(e.p.nom), style)}${rubrique('Prénoms', esc(e.p.prenoms.join(', ')), style)}${rubrique('Sexe', e.p.sexe === 'M' ? 'masculin' : 'féminin', style)}<p style="margin-top:3mm">Sur la déclaration de <span class="v ${style}">${decl.nomComplet}</span></p><p>Délivré conforme aux registres, le ${dateFr(minDate(plus(e.p.dateNaissance, { jours: rng.int(2, 5) }), today))}<br>L’officier de l’état civil${signature(rng, '#1b2a6b', 38)}</p>${sceau()}`
        : ['Acte n°', 'Le', 'est né(e) à', 'Nom', 'Prénoms', 'Sexe'].map(l => rubrique(l, '', style)).join('')
    }<div style="position:absolute;left:9mm;right:9mm;bottom:34mm"><h3>EXTRAIT DE L’ACTE DE DÉCÈS</h3><span class="l"></span></div>`
  }
  const doubles = [0, ...(enfants.length > 2 ? [2] : [])].map(
    i =>
      `<div class="lf"><div class="f g1">${fiche(enfants[i], i)}</div><div class="f g2">${fiche(enfants[i + 1], i + 1)}</div><div class="pli"></div></div>`,
  )
  return {
    pages: [couverture, mariagePage, ...doubles].map(h =>
      page(h, { css: CSS, fonte: 'serif', marges: '0', largeurMm: 297, hauteurMm: 210 }),
    ),
    champs: {
      nom: un.nom,
      prenoms: un.prenoms.join(' '),
      dateNaissance: un.dateNaissance,
      nomConjoint: deux.nom,
      dateMariage: mariage,
      nombreEnfants: enfants.length,
      dateDelivrance: delivrance,
    },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

export const LIVRET: readonly Template[] = [
  { id: 'livret-de-famille/mariage', type: 'livret-de-famille', titulaire: { ageMin: 24, ageMax: 55 }, draw: dessiner },
]
