import type { DrawContext, Drawn, Template } from '../template.ts'
import { cases, champ, decimal, esc, grouper, nirCases, page, prenom, r2 } from './kit.ts'
import { annee, dateFr, ddmmyyyy, moisDe, plus } from './kit-dates.ts'
import { telephone, territoire, tiers } from './kit-fiction.ts'
import { cerfa, coche, signature } from './kit-formes.ts'
import { yearsBetween } from '../dates.ts'
import { smic } from './paie-bareme.ts'

/** Apprenticeship contract on the form of the ministry of labour (Cerfa 10103): boxes, one digit each. */

const CSS = `
.ap{font-size:8pt;line-height:1.36}.ap h1{font-size:14pt;text-align:center;margin:0}.ap .b{border:.3mm solid #222;margin-top:2.2mm;padding:1.6mm 2.5mm}.ap .b>b:first-child{display:block;background:#d9d9d9;margin:-1.6mm -2.5mm 1.4mm;padding:.8mm 2.5mm;font-size:8.6pt}
.ap .l{margin:1mm 0;display:flex;align-items:center;gap:2mm;flex-wrap:wrap}.ap .s{font-size:9.4pt;font-family:'Liberation Mono'}.ap .case{width:3.9mm;height:4.8mm;line-height:4.6mm;font-size:9pt}
.ap .re td,.ap .re th{border:.2mm solid #444;padding:.6mm 1.2mm;font-size:7.4pt}
`

function dessiner(context: DrawContext): Drawn {
  const { rng, person, company, today } = context
  const rentree = moisDe(today) >= 10 ? annee(today) : annee(today) - 1
  const debut = `${rentree}-09-0${rng.int(1, 9)}`
  const fin = plus(debut, { ans: rng.pick([1, 2]), jours: -rng.int(2, 9) })
  const signe = plus(debut, { jours: -rng.int(4, 30) })
  const age = yearsBetween(person.dateNaissance, debut)
  const pct = age < 18 ? 27 : age < 21 ? 43 : age < 26 ? 53 : 100
  const maitre = tiers(rng)
  const brut = r2((smic(debut) * 151.67 * pct) / 100)
  const rang = (...parts: readonly string[]): string => `<div class="l">${parts.join(' ')}</div>`
  const s = (t: string): string => `<span class="s">${t}</span>`
  const date = (iso: string): string => cases(ddmmyyyy(iso), [2, 2, 4])
  const html = `<div class="ap"><div class="lig"><div style="width:46mm" class="pt"><b>RÉPUBLIQUE FRANÇAISE</b><br>Ministère chargé de la formation professionnelle</div><div><h1>CONTRAT D’APPRENTISSAGE</h1><div class="pt" style="text-align:center">(articles L. 6211-1 et suivants du code du travail) — lire la notice avant de remplir ce document</div></div>${cerfa('10103*11')}</div>
<div class="l">Mode contractuel de l’apprentissage ${cases('1')} &nbsp; ${coche(true)} contrat initial &nbsp; ${coche(false)} succession de contrats &nbsp; ${coche(false)} avenant</div>
<div class="b"><b>L’EMPLOYEUR &nbsp; ${coche(true)} employeur privé ${coche(false)} employeur « public »</b>${rang('Nom et prénom ou dénomination :', s(champ('employeur', esc(company.nom))))}${rang('N° SIRET de l’établissement d’exécution du contrat :', champ('siret', cases(company.siret, [3, 3, 3, 5])))}${rang('Adresse :', s(esc(company.adresse.ligne)), 'Code postal', cases(company.adresse.codePostal), 'Commune', s(esc(company.adresse.ville)))}${rang('Téléphone :', s(telephone(rng)), 'Code activité (NAF)', cases(company.naf.replace('.', '')), 'Effectif', cases(String(rng.int(4, 220))))}${rang('Convention collective applicable :', s(esc(company.conventionCollective)))}</div>
<div class="b"><b>L’APPRENTI(E)</b>${rang('Nom de naissance de l’apprenti(e) :', s(champ('nom', esc(person.nom))), '&nbsp; Prénom :', s(champ('prenoms', esc(prenom(person)))))}${rang('NIR de l’apprenti(e) * :', nirCases(person.nir))}<div class="pt">* Pour les employeurs du secteur privé, dans le cadre de l’article R. 444-5 du code du travail</div>${rang('Adresse :', s(esc(person.adresse.ligne)), cases(person.adresse.codePostal), s(esc(person.adresse.ville)))}${rang('Date de naissance :', date(person.dateNaissance), 'Sexe :', coche(person.sexe === 'M'), 'M', coche(person.sexe === 'F'), 'F', '&nbsp; Département de naissance :', cases(person.departementNaissance.padStart(3, '0')))}${rang('Commune de naissance :', s(esc(person.villeNaissance)), '&nbsp; Nationalité :', cases(person.nationalite === 'FRA' ? '1' : '3'), '&nbsp; Régime social :', cases('2'))}${rang('Déclare être inscrit sur la liste des sportifs de haut niveau :', coche(false), 'oui', coche(true), 'non', '&nbsp; Situation avant ce contrat :', cases('05'), '&nbsp; Dernier diplôme :', cases('41'))}</div>
<div class="b"><b>LE MAÎTRE D’APPRENTISSAGE</b>${rang('Nom :', s(maitre.nom), '&nbsp; Prénom :', s(maitre.prenom), '&nbsp; Emploi occupé :', s(rng.pick(['Responsable de rayon', 'Chef d’équipe', 'Cheffe de cuisine'])))}${rang(coche(true), 'L’employeur atteste sur l’honneur que le maître d’apprentissage répond à l’ensemble des critères d’éligibilité à cette fonction')}</div>
<div class="b"><b>LE CONTRAT</b>${rang('Type de contrat ou d’avenant :', cases('11'), '&nbsp; Date de conclusion :', date(signe))}${rang('Date de début d’exécution du contrat :', champ('dateDebut', date(debut)), '&nbsp; Date de fin du contrat ou de la période d’apprentissage :', champ('dateFin', date(fin)))}${rang('Durée hebdomadaire du travail :', cases('35'), 'heures', cases('00'), 'minutes', '&nbsp; Travail sur machines dangereuses :', coche(false), 'oui', coche(true), 'non')}<table class="re"><tr><th>Rémunération</th><th>du</th><th>au</th><th>% du SMIC *</th></tr><tr><td>1re année</td><td>${dateFr(debut)}</td><td>${dateFr(plus(debut, { ans: 1, jours: -1 }) < fin ? plus(debut, { ans: 1, jours: -1 }) : fin)}</td><td>${pct} %</td></tr></table>${rang('Salaire brut mensuel à l’embauche :', s(`${decimal(brut, 2)} €`), '&nbsp; Caisse de retraite complémentaire :', s('Agirc-Arrco'))}</div>
<div class="b"><b>LA FORMATION</b>${rang('Dénomination du CFA responsable :', s(`CFA de ${territoire(rng)}`), '&nbsp; N° UAI du CFA :', cases(`0${rng.digits(6)}X`))}${rang('Diplôme ou titre visé :', s(rng.pick(['BTS Management commercial opérationnel', 'CAP Cuisine', 'Bac pro Logistique', 'BTS Comptabilité et gestion'])), 'Code RNCP', cases(`${rng.int(30000, 39999)}`))}${rang('Date de début du cycle de formation :', date(plus(debut, { jours: 4 })), '&nbsp; Durée de la formation :', s(`${rng.int(420, 1350)} heures`))}</div>
<div class="lig" style="margin-top:2mm"><div>Fait à ${esc(company.adresse.ville)}, le ${champ('dateDocument', dateFr(signe))}</div><div class="pt">${coche(true)} L’employeur atteste disposer de l’ensemble des pièces justificatives nécessaires au dépôt du contrat</div></div><div class="lig" style="margin-top:1mm"><div>Signature de l’employeur${signature(rng, '#222', 36)}</div><div>Signature de l’apprenti(e)${signature(rng, '#1b2a6b', 36)}</div><div>Signature du représentant légal<br>(si l’apprenti(e) est mineur(e))</div></div>
<div class="pt" style="border-top:.3mm solid #222;padding-top:1mm;margin-top:1mm"><b>Cadre réservé à l’organisme en charge du dépôt du contrat</b> — Nom : OPCO ${rng.pick(['EP', 'Commerce', 'Mobilités'])} — N° de dépôt : ${grouper(rng.digits(12), [3, 6, 3])} — La loi n° 78-17 du 6 janvier 1978 s’applique aux données de ce formulaire. FA 13</div></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'etroit'] as const), marges: '8mm 11mm' })],
    champs: {
      nom: person.nom,
      prenoms: prenom(person),
      dateDocument: signe,
      employeur: company.nom,
      siret: company.siret,
      typeContrat: 'apprentissage',
      dateDebut: debut,
      dateFin: fin,
    },
    dateFinValidite: null,
    regleValidite: 'sans-objet',
  }
}

export const APPRENTISSAGE: readonly Template[] = [
  {
    id: 'contrat-de-travail/apprentissage',
    type: 'contrat-de-travail',
    titulaire: { ageMin: 18, ageMax: 28 },
    draw: dessiner,
  },
]
