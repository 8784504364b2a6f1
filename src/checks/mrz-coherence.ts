import type { CataloguedCheck, CheckContext, CheckResult } from '../domain/check.ts'
import { conclude, type Comparison } from './comparison.ts'
import { IDENTITY_TYPES } from './identity-types.ts'
import { missingMrz } from './missing-mrz.ts'
import { bandsOf, type BandRead } from './mrz-bands.ts'
import { compareWithPage } from './mrz-page-comparison.ts'
import { compareWithTwoDDoc } from './mrz-two-d-doc-comparison.ts'
import { signComparisons } from './mrz-sign-comparison.ts'

const TEXTS = {
  conforme: 'La bande MRZ concorde avec les valeurs imprimées.',
  anomalie: 'La bande MRZ ne concorde pas avec le document',
  doute: "La bande MRZ et le document n'ont pas pu être comparés avec certitude",
  aFaire: "Comparez sur l'original.",
  rien: "Aucune valeur imprimée n'a pu être comparée à la bande MRZ : le recto manque ou ne se lit pas. Demandez une copie nette des deux faces.",
} as const

const SEVERAL =
  'Plusieurs documents figurent sur cette pièce : leur bande MRZ ne peut pas être rapprochée de la bonne page. Déposez un document par fichier.'

/**
 * `mrz-coherence`: the machine readable zone against the printed zone, against the 2D-Doc of an identity card, and
 * against what no issuer writes (mrz.md 10 to 12).
 */
export function mrzCoherenceCheck(): CataloguedCheck {
  return {
    code: 'mrz-coherence',
    compares: 'the MRZ against the printed fields, field by field, and against the 2D-Doc of an identity card',
    accuses: 'a field surely read in both that differs beyond truncation and confusions of glyphs',
    appliesTo: ({ type }) => IDENTITY_TYPES.has(type),
    run(context) {
      const bands = bandsOf(context)
      const [first, ...others] = bands.read.map(band => compare(context, band))
      if (!first) return missingMrz(context, bands)
      // Two people's cards on one sheet: the band that agrees is the one of the fields that were read.
      const best = [first, ...others].reduce((a, b) => (differences(b) < differences(a) ? b : a))
      if (others.length > 0 && differences(best) > 0) return { statut: 'non-realise', motif: SEVERAL }
      return conclusion(best)
    },
  }
}

interface Compared {
  readonly comparisons: readonly Comparison[]
  readonly signs: readonly Comparison[]
}

function compare(context: CheckContext, band: BandRead): Compared {
  const comparisons = [...compareWithPage(context, band), ...compareWithTwoDDoc(context, band)]
  return {
    comparisons: hasWrongDigit(band) ? comparisons.map(doubted) : comparisons,
    signs: signComparisons(context, band),
  }
}

/** A band whose digits do not all fall right was not surely read (or `mrz-cles` says more): no difference is held against it. */
const hasWrongDigit = ({ reading }: BandRead): boolean => reading.checks.some(c => c.status === 'wrong')

const doubted = (comparison: Comparison): Comparison =>
  comparison.verdict === 'desaccord' ? { ...comparison, verdict: 'doute' } : comparison

const differences = ({ comparisons }: Compared): number => comparisons.filter(c => c.verdict !== 'accord').length

/** A sign stands on its own; the absence of signs proves nothing when nothing could be compared. */
function conclusion({ comparisons, signs }: Compared): CheckResult {
  const [sign, ...more] = signs.filter(s => s.verdict === 'desaccord')
  if (!sign) return conclude(comparisons.length > 0 ? [...comparisons, ...signs] : [], TEXTS)
  const compared = conclude(comparisons, TEXTS)
  const motifs = [sign, ...more].map(s => s.detail).join(' ')
  const also = compared.statut === 'anomalie' ? ` ${compared.motif}` : ` ${TEXTS.aFaire}`
  return {
    statut: 'anomalie',
    motif: `${motifs}${also}`,
    preuves: [
      ...sign.preuves,
      ...more.flatMap(s => s.preuves),
      ...(compared.statut === 'anomalie' ? compared.preuves : []),
    ],
  }
}
