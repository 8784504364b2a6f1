import { champNombre, champTexte, type Champs } from '../domain/champs.ts'
import type { CataloguedCheck, NonEmpty, Preuve } from '../domain/check.ts'
import { PieceText } from '../documents/piece-text.ts'
import { wholeAmounts } from '../documents/parsers.ts'
import { readAll } from '../documents/read-value.ts'
import { frenchDate } from '../formats/dates.ts'
import { isNumeroFiscal } from '../formats/numero-fiscal.ts'
import { anneeEmission } from '../formats/reference-avis.ts'
import { weigh, type Point } from './points.ts'
import { champPreuve, isExact } from './preuves.ts'

/** Euros that rounding may leave between two amounts of a notice (avis-imposition, section 4). */
const EUROS = 2

/**
 * `avis-coherence`: the notice against itself, without any network (avis-imposition, section 4): keys of the numéros
 * fiscaux, years of the income and of the issue, reference income wherever it is printed. What OCR read is a doubt at most:
 * only the text of a PDF or a 2D-Doc is exact.
 */
export function noticeCoherenceCheck(): CataloguedCheck {
  return {
    code: 'avis-coherence',
    compares: 'the notice against itself: keys of the numéros fiscaux, years, reference income wherever it stands',
    accuses: 'a contradiction in the text of a PDF or a 2D-Doc',
    appliesTo: ({ type }) => type === 'avis-imposition',
    run({ pages, champs }) {
      const text = new PieceText(pages)
      const points = [
        key(champs, 'numeroFiscal', 'Numéro fiscal'),
        key(champs, 'numeroFiscal2', 'Numéro fiscal du déclarant 2'),
        referenceYear(champs),
        dayYear(champs, 'dateMiseEnRecouvrement', 'Date de mise en recouvrement'),
        dayYear(champs, 'dateEtablissement', "Date d'établissement"),
        reprintedIncome(text),
        taxableIncome(champs),
      ].filter(point => point !== null)
      return weigh(points, {
        anomalie: "Cet avis d'imposition se contredit.",
        demande: "Demandez l'avis téléchargé depuis impots.gouv.fr, ou vérifiez-le avec sa référence.",
        rien: "Le numéro fiscal, les années et le revenu fiscal de référence n'ont pas été lus : vérifiez-les sur la page.",
      })
    },
  }
}

/** The last three figures are the first ten modulo 511. */
function key(champs: Champs, nom: string, libelle: string): Point | null {
  const champ = champs[nom]
  const numero = champTexte(champs, nom)
  if (!champ || numero === null || numero.length !== 13) return null
  const bien = isNumeroFiscal(numero)
  return {
    signe: bien ? 'bien' : 'fort',
    sure: isExact(champ),
    phrase: bien
      ? `${libelle} : sa clé est juste.`
      : `${libelle} : la clé de ${numero} est fausse, ce numéro n'existe pas.`,
    preuves: [champPreuve(champ, libelle)],
  }
}

/** A notice is issued the year after the income, or later. */
function referenceYear(champs: Champs): Point | null {
  const reference = champs['referenceAvis']
  const written = champTexte(champs, 'referenceAvis')
  const issued = written === null ? null : anneeEmission(written)
  if (!reference || issued === null) return null
  return yearPoint(champs, issued, [champPreuve(reference, "Référence de l'avis")], isExact(reference), {
    what: `la référence de l'avis dit qu'il a été émis en ${String(issued)}`,
  })
}

function dayYear(champs: Champs, nom: string, libelle: string): Point | null {
  const champ = champs[nom]
  const jour = champTexte(champs, nom)
  if (!champ || jour === null) return null
  return yearPoint(champs, Number(jour.slice(0, 4)), [champPreuve(champ, libelle)], isExact(champ), {
    what: `${libelle.toLowerCase()} : ${frenchDate(jour)}`,
  })
}

function yearPoint(
  champs: Champs,
  issued: number,
  preuves: NonEmpty<Preuve>,
  exact: boolean,
  { what }: { readonly what: string },
): Point | null {
  const annee = champs['anneeRevenus']
  const revenus = champNombre(champs, 'anneeRevenus') ?? Number(champTexte(champs, 'anneeRevenus') ?? Number.NaN)
  if (!annee || annee.source === 'calcul' || !Number.isInteger(revenus)) return null
  const bien = issued > revenus
  return {
    signe: bien ? 'bien' : 'fort',
    sure: exact && isExact(annee),
    phrase: bien
      ? `Revenus de ${String(revenus)}, ${what}.`
      : `L'avis porte sur les revenus de ${String(revenus)}, mais ${what}.`,
    preuves: [...preuves, champPreuve(annee, 'Année des revenus')],
  }
}

/** The reference income is printed on the first page and in the detail: the same everywhere. */
function reprintedIncome(text: PieceText): Point | null {
  const found = readAll(text, 'Revenu fiscal de référence', wholeAmounts, REPRINTED).filter(f => !isYear(f.value))
  const [first, ...others] = found
  const places = new Set(found.map(f => `${String(f.span.page)}/${f.span.zone.join()}`))
  if (!first || places.size < 2) return null
  const bien = others.every(f => f.value === first.value)
  return {
    signe: bien ? 'bien' : 'fort',
    sure: found.every(f => f.span.source === 'texte-pdf'),
    phrase: bien
      ? `Le revenu fiscal de référence est le même aux ${String(places.size)} endroits où il figure.`
      : `Le revenu fiscal de référence n'est pas le même partout : ${[...new Set(found.map(f => `${String(f.value)} €`))].join(' et ')}.`,
    preuves: [preuve(first), ...others.map(preuve)],
  }
}

/** Rows of the income itself: notices also speak of ceilings, of other years and of how it is computed. */
const REPRINTED = {
  adjacent: true,
  maxGap: 0.7,
  rows: 1,
  opensCell: true,
  unless:
    /\b(?:ANNEE|N 1|N 2|PRECEDENTE?|PLAFOND|LIMITE|SUPERIEUR|INFERIEUR|SEUIL|PART)\b|\| (?:20\d\d|DE|EST|SERT|INFERIEUR)\b/,
}
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1990 && value <= 2049

const preuve = ({ value, span }: ReturnType<typeof readAll<number>>[number]): Preuve => ({
  libelle: 'Revenu fiscal de référence',
  valeur: String(value),
  page: span.page,
  zone: span.zone,
  source: span.source,
})

/** The reference income adds exempt income to the taxable one: it is not less, but for charges that few deduct. */
function taxableIncome(champs: Champs): Point | null {
  const [rfr, imposable] = [champs['revenuFiscalReference'], champs['revenuImposable']]
  const [a, b] = [champNombre(champs, 'revenuFiscalReference'), champNombre(champs, 'revenuImposable')]
  if (!rfr || !imposable || a === null || b === null) return null
  const bien = a >= b - EUROS
  return {
    signe: bien ? 'bien' : 'faible',
    sure: isExact(rfr, imposable),
    phrase: bien
      ? "Le revenu fiscal de référence n'est pas inférieur au revenu imposable."
      : `Le revenu fiscal de référence, ${String(a)} €, est inférieur au revenu imposable, ${String(b)} €.`,
    preuves: [champPreuve(rfr, 'Revenu fiscal de référence'), champPreuve(imposable, 'Revenu imposable')],
  }
}
