import { champTexte, type Champ } from '../domain/champs.ts'
import type { CataloguedCheck, CheckContext } from '../domain/check.ts'
import { ageOn } from '../formats/calendar.ts'
import { frenchDate } from '../formats/dates.ts'
import { IDENTITY_TYPES } from './identity-types.ts'
import { weigh, type Point } from './points.ts'
import { champPreuve, isExact } from './preuves.ts'

/** Nobody older holds a document: the oldest person ever known died at 122. */
const OLDEST = 122

const LIBELLES = {
  dateNaissance: 'Date de naissance',
  dateDelivrance: 'Date de délivrance',
  dateExpiration: "Date d'expiration",
} as const
type Nom = keyof typeof LIBELLES

/**
 * `identite-vraisemblance`: dates of an identity or stay document that cannot be together: birth, issue and expiry in that
 * order, issue not after the deposit, an age that people reach. OCR misreads years: what it read alone is a doubt, the MRZ,
 * a 2D-Doc or the text of a PDF are sure.
 */
export function identityPlausibilityCheck(): CataloguedCheck {
  return {
    code: 'identite-vraisemblance',
    compares: 'birth, issue, expiry and deposit days against each other, the age of the holder',
    accuses: 'dates that cannot be together, none of them read by OCR alone',
    appliesTo: ({ type }) => IDENTITY_TYPES.has(type),
    run(context) {
      const points = [
        inOrder(context, 'dateNaissance', 'dateDelivrance'),
        inOrder(context, 'dateNaissance', 'dateExpiration'),
        inOrder(context, 'dateDelivrance', 'dateExpiration'),
        notAfterDeposit(context, 'dateNaissance'),
        notAfterDeposit(context, 'dateDelivrance'),
        age(context),
      ].filter(point => point !== null)
      return weigh(points, {
        anomalie: 'Les dates de ce document ne peuvent pas être vraies ensemble.',
        demande: 'Demandez à voir le document original.',
        rien: "Les dates du document n'ont pas été lues : vérifiez-les sur la page.",
      })
    },
  }
}

interface Dated {
  readonly champ: Champ
  readonly jour: string
  readonly libelle: string
}

function read({ champs }: CheckContext, nom: Nom): Dated | null {
  const champ = champs[nom]
  const jour = champTexte(champs, nom)
  return champ && jour !== null && champ.source !== 'calcul' ? { champ, jour, libelle: LIBELLES[nom] } : null
}

function inOrder(context: CheckContext, before: Nom, after: Nom): Point | null {
  const [first, last] = [read(context, before), read(context, after)]
  if (!first || !last) return null
  const bien = first.jour < last.jour
  const [a, b] = [first, last].map(d => `${d.libelle.toLowerCase()} ${frenchDate(d.jour)}`)
  return {
    signe: bien ? 'bien' : 'fort',
    sure: isExact(first.champ, last.champ),
    phrase: bien ? `Dans l'ordre : ${a ?? ''}, ${b ?? ''}.` : `Dans le mauvais ordre : ${a ?? ''}, ${b ?? ''}.`,
    preuves: [champPreuve(first.champ, first.libelle), champPreuve(last.champ, last.libelle)],
  }
}

function notAfterDeposit(context: CheckContext, nom: Nom): Point | null {
  const dated = read(context, nom)
  if (!dated) return null
  const bien = dated.jour <= context.jourDepot
  return {
    signe: bien ? 'bien' : 'fort',
    sure: isExact(dated.champ),
    phrase: bien
      ? `${dated.libelle} : avant le dépôt.`
      : `${dated.libelle} : le ${frenchDate(dated.jour)} est après le dépôt du ${frenchDate(context.jourDepot)}.`,
    preuves: [champPreuve(dated.champ, dated.libelle)],
  }
}

function age(context: CheckContext): Point | null {
  const birth = read(context, 'dateNaissance')
  if (!birth || birth.jour > context.jourDepot) return null
  const years = ageOn(birth.jour, context.jourDepot)
  const bien = years <= OLDEST
  return {
    signe: bien ? 'bien' : 'fort',
    sure: isExact(birth.champ),
    phrase: bien ? `Le titulaire a ${String(years)} ans.` : `Le titulaire aurait ${String(years)} ans.`,
    preuves: [champPreuve(birth.champ, birth.libelle)],
  }
}
