import { rng } from '../rng.ts'
import type { DrawContext, Drawn, Template } from '../template.ts'
import {
  calculerBulletin,
  cumuler,
  tirerEmploi,
  type Bulletin,
  type Cotisation,
  type Emploi,
  type Rubrique,
} from './paie-calcul.ts'
import {
  blocEmployeur,
  blocNir,
  cellule,
  champsBulletin,
  datesDuMois,
  finBulletin,
  nafFr,
  siretFr,
  tauxCellule,
} from './paie-textes.ts'
import { champ, decimal, esc, blocPostal, montant, page, r2, FORMES_NIR } from './kit.ts'
import { dateFr, moisAvant, moisFr, moisRecent, plus } from './kit-dates.ts'
import { yearsBetween } from '../dates.ts'
import { pmss } from './paie-bareme.ts'

/** The clarified payslip (arrêté of 25/02/2016 and later) with the montant net social, in three looks of payroll software. */

const TITRES: Readonly<Record<Rubrique, string>> = {
  sante: 'SANTÉ',
  at: 'ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES',
  retraite: 'RETRAITE',
  famille: 'FAMILLE',
  chomage: 'ASSURANCE CHÔMAGE',
  autres: 'AUTRES CONTRIBUTIONS DUES PAR L’EMPLOYEUR',
  csg: 'CSG / CRDS',
  exoneration: 'EXONÉRATIONS, ÉCRÊTEMENTS ET ALLÈGEMENTS DE COTISATIONS',
}
const ORDRE: readonly Rubrique[] = ['sante', 'at', 'retraite', 'famille', 'chomage', 'autres', 'csg', 'exoneration']
const SEULES: ReadonlySet<Rubrique> = new Set(['at', 'famille', 'autres'])

const LOOKS = [
  { fond: '#dfe8f2', trait: '#35567d', fonte: 'sans' },
  { fond: '#eeeeee', trait: '#555', fonte: 'deja' },
  { fond: '#e6f0e4', trait: '#3d6b3a', fonte: 'etroit' },
] as const

const css = (fond: string, trait: string): string => `
.bp{font-size:8pt;line-height:1.25}.bp .t{font-size:15pt;font-weight:bold;letter-spacing:.3mm}
.bp .bx{border:.3mm solid ${trait};padding:1.6mm 2mm}
.bp .gr{border:.35mm solid ${trait}}.bp .gr td{border-left:.2mm solid ${trait};border-right:.2mm solid ${trait};padding:.55mm 1.1mm}
.bp .gr th{background:${fond};border:.2mm solid ${trait};font-size:7pt;padding:.8mm 1.1mm;text-align:center}
.bp .gr tr.ti td:first-child{font-weight:bold;padding-top:.8mm}.bp .gr tr.to td{font-weight:bold;border-top:.2mm solid ${trait};border-bottom:.2mm solid ${trait};background:${fond}}
.bp .cu td,.bp .cu th{border:.2mm solid ${trait};text-align:right;padding:.5mm 1.2mm}.bp .cu th{background:${fond};font-size:6.6pt;text-align:center}
.bp .cu td:first-child{text-align:left}
`

interface Colonnes {
  readonly libelle: string
  readonly base?: string
  readonly taux?: string
  readonly deduire?: string
  readonly payer?: string
  readonly patronal?: string
}

const rang = (c: Colonnes, classe = ''): string =>
  `<tr class="${classe}"><td>${c.libelle}</td><td class="r">${c.base ?? ''}</td><td class="r">${c.taux ?? ''}</td><td class="r">${c.deduire ?? ''}</td><td class="r">${c.payer ?? ''}</td><td class="r">${c.patronal ?? ''}</td></tr>`

const rangCotisation = (c: Cotisation, libelle: string, classe = ''): string =>
  rang(
    {
      libelle,
      base: cellule(c.base),
      taux: tauxCellule(c.tauxSalarie),
      deduire: cellule(c.salarie),
      patronal: cellule(c.employeur),
    },
    classe,
  )

function corps(b: Bulletin, bu: { gains: string }): string {
  const blocs = ORDRE.map(r => {
    const lignes = b.cotisations.filter(c => c.rubrique === r)
    const allegement =
      r === 'exoneration' && b.allegement < 0
        ? rang({
            libelle: '&nbsp;&nbsp;Réduction générale des cotisations patronales',
            patronal: cellule(b.allegement),
          })
        : ''
    if (lignes.length === 0 && allegement === '') return ''
    const [seule] = lignes
    if (SEULES.has(r) && seule) return rangCotisation(seule, r === 'autres' ? TITRES.autres : TITRES[r], 'ti')
    const titre = r === 'csg' ? '' : rang({ libelle: TITRES[r] }, 'ti')
    return (
      titre +
      lignes.map(c => rangCotisation(c, r === 'csg' ? `<b>${c.libelle}</b>` : `&nbsp;&nbsp;${c.libelle}`)).join('') +
      allegement
    )
  }).join('')
  return bu.gains + blocs
}

/** Draws one payslip of a job for the month that starts on `debut`. */
function dessiner(context: DrawContext, emploi: Emploi, debut: string, look: (typeof LOOKS)[number]): Drawn {
  const { rng: hasard, person, company, today } = context
  const b = calculerBulletin(emploi, debut)
  const cumuls = cumuler(emploi, debut)
  const dates = datesDuMois(hasard, debut, today)
  const moisConges = (Number(debut.slice(5, 7)) + 6) % 12 || 12
  const acquis = r2(2.08 * moisConges)
  const prisAvant = hasard.int(16, 25)
  const pris = Math.min(hasard.int(0, 12), Math.floor(acquis))
  const anciennete = yearsBetween(emploi.entree, dates.fin)
  const gains =
    b.gains
      .map(g =>
        rang({
          libelle: g.libelle,
          base: g.libelle === 'Salaire de base' ? montant(g.base ?? 0) : cellule(g.base),
          taux: g.libelle === 'Salaire de base' ? champ('tauxHoraire', tauxCellule(g.taux)) : tauxCellule(g.taux),
          payer: cellule(g.montant),
        }),
      )
      .join('') + rang({ libelle: 'SALAIRE BRUT', payer: champ('salaireBrut', montant(b.brut)) }, 'to')
  const apres = [
    rang(
      {
        libelle: 'TOTAL DES COTISATIONS ET CONTRIBUTIONS',
        deduire: montant(b.totalSalarie),
        patronal: montant(b.totalEmployeur),
      },
      'to',
    ),
    ...b.divers.map(d =>
      rang({
        libelle: d.libelle,
        deduire: d.montant < 0 ? montant(-d.montant) : '',
        payer: d.montant > 0 ? montant(d.montant) : '',
      }),
    ),
    rang(
      { libelle: '<b>MONTANT NET SOCIAL</b>', payer: `<b>${champ('montantNetSocial', montant(b.netSocial))}</b>` },
      'ti',
    ),
    rang({ libelle: 'NET À PAYER AVANT IMPÔT SUR LE REVENU', payer: montant(b.netAvantImpot) }, 'to'),
    rang({
      libelle:
        '&nbsp;&nbsp;<i>dont évolution de la rémunération liée à la suppression des cotisations chômage et maladie</i>',
      payer: montant(r2(b.brut * 0.0145)),
    }),
    rang(
      {
        libelle: 'Impôt sur le revenu prélevé à la source - PAS',
        base: montant(b.netImposable),
        taux: tauxCellule(emploi.tauxPas, 2),
        deduire: montant(b.pas),
      },
      'ti',
    ),
  ].join('')
  const infos = [
    `Matricule : ${emploi.matricule}`,
    blocNir(hasard, person.nir, FORMES_NIR),
    `Emploi : ${emploi.intitule}`,
    `Statut : ${emploi.cadre ? 'Cadre' : hasard.pick(['Employé', 'Ouvrier', 'Non cadre'])} &nbsp; ${emploi.classification}`,
    `Date d’entrée : ${dateFr(emploi.entree)} &nbsp; Ancienneté : ${anciennete === 0 ? 'moins d’un an' : `${anciennete} an${anciennete > 1 ? 's' : ''}`}`,
    `Horaire mensuel : ${champ('heures', decimal(b.heures, 2))} h`,
  ].join('<br>')
  const employeur = `${blocEmployeur(company)}<br>SIRET : ${champ('siret', siretFr(hasard, company.siret))} &nbsp; Code NAF : ${champ('codeNaf', nafFr(hasard, company.naf))}<br>URSSAF ${esc(company.adresse.ville)} ${hasard.digits(3)} ${hasard.digits(10)}<br>Convention collective : ${esc(company.conventionCollective)}`
  const periode = `Période du ${champ('periodeDebut', dateFr(dates.debut))} au ${champ('periodeFin', dateFr(dates.fin))}<br>Paiement le ${champ('datePaiement', dateFr(dates.paiement))} par virement`
  const adresse = `<div style="font-size:9pt;line-height:1.35;padding-top:5mm">${blocPostal(person, hasard.chance(0.4))}</div>`
  const inverse = hasard.chance(0.4)
  const html = `<div class="bp">
<div class="lig"><div class="bx" style="width:92mm">${employeur}</div><div style="text-align:right"><div class="t">${hasard.pick(['BULLETIN DE PAIE', 'BULLETIN DE PAIE', 'BULLETIN DE SALAIRE'])}</div><div style="font-size:9pt;margin-bottom:1mm">${moisFr(debut)}</div>${periode}</div></div>
<div class="lig" style="margin:3mm 0;${inverse ? 'flex-direction:row-reverse' : ''}"><div class="bx" style="width:92mm">${infos}</div><div style="width:82mm">${adresse}</div></div>
<table class="gr"><tr><th style="width:78mm">Rubriques</th><th>Base</th><th>Taux</th><th>À déduire</th><th>À payer</th><th>Charges patronales</th></tr>
${corps(b, { gains })}${apres}
<tr class="to"><td colspan="4" style="font-size:10pt">NET PAYÉ EN EUROS</td><td class="r" style="font-size:10pt">${champ('netAPayer', montant(b.netPaye))}</td><td></td></tr></table>
<table class="cu" style="margin-top:2.5mm"><tr><th></th><th>Heures</th><th>Brut</th><th>Plafond S.S.</th><th>Net imposable</th><th>Impôt sur le revenu</th><th>H. sup. exonérées</th><th>Allègement</th><th>Total versé par l’employeur</th></tr>
<tr><td>Mois</td><td>${decimal(b.heures, 2)}</td><td>${montant(b.brut)}</td><td>${montant(r2((pmss(debut) * emploi.heures) / 151.67))}</td><td>${champ('netImposable', montant(b.netImposable))}</td><td>${montant(b.pas)}</td><td>${montant(b.heuresSupExonerees)}</td><td>${montant(-b.allegement)}</td><td>${montant(b.coutTotal)}</td></tr>
<tr><td>Année</td><td>${decimal(cumuls.heures, 2)}</td><td>${montant(cumuls.brut)}</td><td></td><td>${montant(cumuls.netImposable)}</td><td>${montant(cumuls.pas)}</td><td>${montant(cumuls.heuresSupExonerees)}</td><td></td><td></td></tr></table>
<div class="lig" style="margin-top:2.5mm"><table class="cu" style="width:84mm"><tr><th>Congés payés</th><th>Acquis</th><th>Pris</th><th>Solde</th></tr><tr><td>Année N-1</td><td>25,00</td><td>${decimal(prisAvant, 2)}</td><td>${decimal(25 - prisAvant, 2)}</td></tr><tr><td>Année N</td><td>${decimal(acquis, 2)}</td><td>${decimal(pris, 2)}</td><td>${decimal(r2(acquis - pris), 2)}</td></tr></table>
<div style="width:92mm" class="pt">Virement sur le compte FR76 •••• •••• •••• •••• ${hasard.digits(4)}. Pour la définition des termes employés, se reporter au site www.service-public.fr, rubrique cotisations sociales. Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.</div></div>
</div>`
  return {
    pages: [
      page(html, {
        css: css(look.fond, look.trait),
        fonte: look.fonte,
        marges: `${hasard.int(9, 12)}mm ${hasard.int(9, 12)}mm`,
      }),
    ],
    champs: { ...champsBulletin(person, company, b, dates), montantNetSocial: b.netSocial },
    ...finBulletin(dates.fin),
  }
}

/**
 * `combien` payslips of consecutive months of one job, oldest first, the last one of the month before `today`: their
 * cumuls follow each other, and all have the look of one payroll software.
 */
export function bulletinsSuccessifs(context: DrawContext, combien: number): Drawn[] {
  const dernier = moisAvant(context.today, 1)
  const emploi = tirerEmploi(context.rng, moisAvant(dernier, combien - 1))
  const look = context.rng.pick(LOOKS)
  return Array.from({ length: combien }, (_, i) => {
    const memeStyle = { ...context, rng: rng('bulletin', context.person.nir, context.company.siret) }
    return dessiner(memeStyle, emploi, moisAvant(dernier, combien - 1 - i), look)
  })
}

export const BULLETIN_CLARIFIE: readonly Template[] = LOOKS.map((look, i) => ({
  id: `bulletin-de-paie/clarifie-${i + 1}`,
  type: 'bulletin-de-paie',
  draw: context => {
    const debut = moisRecent(context.rng, plus(context.today, { jours: -1 }))
    return dessiner(context, tirerEmploi(context.rng, debut), debut, look)
  },
}))
