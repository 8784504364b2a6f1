import type { Calcul, Foyer } from './fiscal-bareme.ts'
import type { DrawContext, Person } from '../template.ts'
import { adresseUneLigne, ascii, champ, decimal, entier, esc, grouper, ligne, nomUsuel, prenom } from './kit.ts'
import { ddmmyyyy, plus } from './kit-dates.ts'

/** What all notices share: identifiers, the household in words, the 2D-Doc fields, the detail table. */

export interface Avis {
  readonly foyer: Foyer
  readonly calcul: Calcul
  readonly declarants: readonly Person[]
  readonly reference: string
  readonly etabliLe: string
  /** `null` on a situation déclarative. */
  readonly recouvrement: string | null
  /** Tax already withheld, whole euros. */
  readonly retenue: number
}

/** Draws the figures of a notice established in the year after the income. */
export function tirerAvis(
  { rng, person, partner }: DrawContext,
  foyer: Foyer,
  calcul: Calcul,
  etabliLe: string,
  recouvrement: string | null,
): Avis {
  const retenue =
    calcul.impot === 0 ? (rng.chance(0.4) ? rng.int(12, 180) : 0) : Math.max(0, calcul.impot + rng.int(-320, 260))
  return {
    foyer,
    calcul,
    declarants: foyer.salaires.length === 2 ? [person, partner] : [person],
    reference: `${String(foyer.revenusDe + 1).slice(2)}${person.adresse.codePostal.slice(0, 2)}${rng.chance(0.4) ? 'A' : rng.digits(1)}${rng.digits(8)}`,
    etabliLe,
    recouvrement,
    retenue,
  }
}

/** `30 23 217 600 053`. */
export const spi = (p: Person): string => grouper(p.numeroFiscal, [2, 2, 3, 3, 3])

/** `DUPONT MARIE`: birth name then first name, as the DGFiP writes. */
const declarant = (p: Person): string => `${p.nom} ${prenom(p).toUpperCase()}`

/** The six truth fields that every notice has, and those of the second declarant. */
export function champsAvis(avis: Avis): Record<string, string | number> {
  const [un, deux] = avis.declarants
  if (!un) throw new Error('a notice has a declarant')
  return {
    nom: un.nom,
    prenoms: prenom(un),
    dateDocument: avis.etabliLe,
    anneeRevenus: avis.foyer.revenusDe,
    numeroFiscal: un.numeroFiscal,
    referenceAvis: avis.reference,
    declarant1: declarant(un),
    nombreParts: avis.calcul.parts,
    revenuFiscalReference: avis.calcul.rfr,
    montantImpot: avis.calcul.impot,
    dateEtablissement: avis.etabliLe,
    adresse: adresseUneLigne(un.adresse),
    ...(avis.recouvrement === null ? {} : { dateMiseEnRecouvrement: avis.recouvrement }),
    ...(deux ? { numeroFiscal2: deux.numeroFiscal, declarant2: declarant(deux) } : {}),
  }
}

/** The 2D-Doc of the notice. Type 28 (notice) and 27 (situation) carry the address and amounts, 04 does not. */
export function codeAvis(context: DrawContext, avis: Avis, type: '04' | '24' | '27' | '28'): string {
  const { calcul, declarants, foyer } = avis
  const [un, deux] = declarants
  if (!un) throw new Error('a notice has a declarant')
  const a = un.adresse
  const nom = (p: Person): string => ascii(declarant(p)).slice(0, 38)
  const complet = type !== '04'
  const adresse = `${ascii(a.ligne)}/${a.codePostal} ${ascii(a.ville)}`
  const fields: (readonly [string, string])[] = [
    ['43', partsFr(calcul.parts)],
    ['44', avis.reference],
    ['45', String(foyer.revenusDe)],
    ['46', nom(un)],
    ...(avis.recouvrement === null
      ? [['4B', ddmmyyyy(avis.etabliLe)] as const]
      : [['4A', ddmmyyyy(avis.recouvrement)] as const]),
    ...(complet ? [['4V', String(calcul.impot)] as const] : []),
    ...(type === '27' || type === '28' ? [['4Y', adresse] as const] : []),
    ['41', String(calcul.rfr)],
    ['47', un.numeroFiscal],
    ...(deux ? [['48', nom(deux)] as const, ['49', deux.numeroFiscal] as const] : []),
    ...(complet ? [['4W', String(calcul.impot - avis.retenue)] as const, ['4X', String(avis.retenue)] as const] : []),
  ]
  const svg = context.twoDDoc({
    type,
    issueDate: null,
    signatureDate: plus(avis.etabliLe, { jours: -3 }),
    fields,
    moduleMm: 0.4,
  })
  return `<div style="line-height:0">${svg}</div>`
}

/** `2,5` or `3`. */
export const partsFr = (parts: number): string => decimal(parts, 2).replace(/,?0+$/, '')

/** Family situation code and words. */
export const situation = (avis: Avis, rngPacs: boolean): { code: string; mots: string } =>
  avis.declarants.length === 2
    ? rngPacs
      ? { code: 'O', mots: 'Pacsé(e)s' }
      : { code: 'M', mots: 'Marié(e)s' }
    : { code: 'C', mots: 'Célibataire' }

/** Address block of the household, fields marked: first declarant, `OU` the second. */
export function blocFoyer(avis: Avis): string {
  const [un, deux] = avis.declarants
  if (!un) throw new Error('a notice has a declarant')
  const titre = (p: Person): string => (p.civilite === 'M.' ? 'M ' : 'MME ')
  const usage = un.nomUsage === null ? '' : ` EP ${esc(un.nomUsage)}`
  const second = deux ? `<br>OU ${titre(deux)}${champ('declarant2', esc(declarant(deux)))}` : ''
  const a = un.adresse
  return `${titre(un)}${champ('declarant1', `${champ('nom', esc(un.nom))} ${champ('prenoms', esc(prenom(un).toUpperCase()))}`)}${usage}${second}<br>${champ('adresse', `${esc(a.ligne.toUpperCase())}<br>${a.codePostal} ${esc(a.ville)}`)}`
}

/** Rows of the detail of income and of the tax, for pages 2 of all models. */
export function lignesDetail(avis: Avis): string {
  const { foyer, calcul } = avis
  const deux = avis.declarants.length === 2
  const row = (label: string, un: number | null, second: number | null, total: number | null, classe = ''): string =>
    `<tr class="${classe}"><td>${label}</td><td class="r">${un === null ? '' : entier(un)}</td><td class="r">${second === null ? '' : entier(second)}</td><td class="r">${total === null ? '' : entier(total)}</td></tr>`
  const second = (values: readonly number[]): number | null => (deux ? (values[1] ?? 0) : null)
  const titre = (t: string): string => `<tr class="tit"><td colspan="4">${t}</td></tr>`
  return [
    row('Salaires', foyer.salaires[0] ?? 0, second(foyer.salaires), null),
    row(
      'Déduction 10 % ou frais réels',
      -(calcul.deductions[0] ?? 0),
      deux ? -(calcul.deductions[1] ?? 0) : null,
      null,
    ),
    row('Salaires, pensions, rentes nets', calcul.nets[0] ?? 0, second(calcul.nets), calcul.imposable),
    row('Revenu brut global', null, null, calcul.brutGlobal, 'fort'),
    row('Revenu imposable', null, null, calcul.imposable, 'fort'),
    titre('Impôt sur les revenus soumis au barème'),
    row('Droits simples', null, null, calcul.droits),
    ...(calcul.decote > 0 ? [row('Décote', null, null, -calcul.decote)] : []),
    row('Impôt sur le revenu net avant corrections', null, null, calcul.impot),
    row('Impôt sur le revenu net', null, null, calcul.impot, 'fort'),
    titre('Prélèvement à la source et avances perçues'),
    row('Retenue à la source prélevée par les verseurs de revenus', null, null, avis.retenue),
    row('Total du prélèvement à la source', null, null, avis.retenue),
    row('Solde de l’impôt sur le revenu', null, null, calcul.impot - avis.retenue, 'fort'),
  ].join('')
}

/** Rate of the withholding tax, per cent with one decimal. */
export function tauxFoyer(avis: Avis): string {
  const base = avis.foyer.salaires.reduce((a, b) => a + b, 0)
  return decimal(base === 0 ? 0 : (100 * avis.calcul.impot) / base, 1)
}

/** Row of the withholding rates. */
export const ligneTaux = (avis: Avis): string =>
  avis.declarants
    .map((p, i) =>
      ligne(
        [
          `${p.civilite === 'M.' ? 'M.' : 'Mme'} ${esc(nomUsuel(p))} ${esc(prenom(p))}`,
          `Déclarant ${i + 1}`,
          `${tauxFoyer(avis)} %`,
        ],
        ['', '', 'r'],
      ),
    )
    .join('')
