import type { CataloguedCheck, CheckContext, CheckResult, NonEmpty, Preuve } from '../domain/check.ts'
import { LAYOUTS, sliceOf, type MrzCheckName } from '../formats/mrz/layout.ts'
import { mrzSliceZone } from '../formats/mrz/mrz-champs.ts'
import type { MrzCheck } from '../formats/mrz/mrz-reading.ts'
import { bandsOf, type BandRead } from './mrz-bands.ts'
import { missingMrz } from './missing-mrz.ts'
import { confirmsNumber, wrongKeyVerdict } from './mrz-key-verdict.ts'
import { IDENTITY_TYPES } from './identity-types.ts'

const NAMES: Readonly<Record<MrzCheckName, string>> = {
  documentNumber: 'numéro du document',
  birthDate: 'date de naissance',
  expiryDate: "date d'expiration",
  optional: 'zone facultative',
  composite: 'ensemble de la bande',
}

/**
 * `mrz-cles`: every check digit of the machine readable zone (ICAO Doc 9303 part 3, 4.9; French card: its own composite).
 * A wrong digit is an anomaly only when the reading was sure and no look-alike explains it; the same value read in the
 * printed zone makes the reading sure.
 */
export function mrzKeysCheck(): CataloguedCheck {
  return {
    code: 'mrz-cles',
    compares: 'the check digits of the MRZ',
    accuses: 'a wrong digit in a band read without doubt',
    appliesTo: ({ type }) => IDENTITY_TYPES.has(type),
    run(context) {
      const bands = bandsOf(context)
      const [first, ...others] = bands.read.map(band => judgeBand(context, band))
      if (!first) return missingMrz(context, bands)
      return [first, ...others].reduce((worst, result) => (RANK[result.statut] > RANK[worst.statut] ? result : worst))
    },
  }
}

const RANK = { 'sans-objet': 0, conforme: 1, 'non-realise': 2, anomalie: 3 } as const

function judgeBand(context: CheckContext, band: BandRead): CheckResult {
  const { checks, corrections, fields } = band.reading
  const wrong = checks.filter(c => c.status === 'wrong')
  const [firstWrong, ...otherWrong] = wrong
  if (firstWrong) {
    const preuves: NonEmpty<Preuve> = [keyPreuve(band, firstWrong), ...otherWrong.map(c => keyPreuve(band, c))]
    const named = wrong.map(c => NAMES[c.name]).join(', ')
    // The composite is wrong whenever what it covers is: it speaks only when it is alone.
    const telling = otherWrong.length > 0 ? wrong.filter(c => c.name !== 'composite') : wrong
    if (telling.some(c => wrongKeyVerdict(context, band, c.name) === 'fausse')) {
      const motif = `La bande MRZ porte une clé de contrôle fausse : ${named}. Comparez la bande avec l'original.`
      return { statut: 'anomalie', motif, preuves }
    }
    const motif = `La bande MRZ n'a pas été lue avec certitude : la clé de contrôle ne tombe pas juste (${named}). Comparez la bande avec l'original ou demandez une copie plus nette.`
    return { statut: 'non-realise', motif, preuves }
  }
  const [firstCheck, ...otherChecks] = checks
  if (!firstCheck) throw new Error('an MRZ without check digit')
  const preuves: NonEmpty<Preuve> = [keyPreuve(band, firstCheck), ...otherChecks.map(c => keyPreuve(band, c))]
  if (corrections.some(c => c.reason === 'cle') && !confirmsNumber(context, fields.documentNumber)) {
    const motif =
      "Le numéro de la bande MRZ n'a pu être déchiffré qu'à l'aide de sa clé de contrôle. Comparez-le avec l'original ou demandez une copie plus nette."
    return { statut: 'non-realise', motif, preuves }
  }
  return { statut: 'conforme', motif: 'Toutes les clés de contrôle de la bande MRZ sont justes.', preuves }
}

/** What a digit covers, with the digit; the composite covers the lines. */
function keyPreuve({ page, reading }: BandRead, check: MrzCheck): Preuve {
  const layout = LAYOUTS[reading.format].checks.find(c => c.name === check.name)
  const digit = sliceOf(reading.lines, check.at)
  const covered = (layout?.over ?? []).map(slice => sliceOf(reading.lines, slice)).join('')
  const [only] = layout?.over ?? []
  return {
    libelle: `MRZ, ${NAMES[check.name]}`,
    valeur: check.name === 'composite' ? `clé ${digit}` : `${covered}, clé ${digit}`,
    page,
    zone: only && check.name !== 'composite' ? mrzSliceZone(reading, { ...only, end: check.at.end }) : reading.zone,
    source: 'mrz',
  }
}
