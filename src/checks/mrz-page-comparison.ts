import type { Champ } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { looksLike } from '../formats/mrz/confusions.ts'
import { LAYOUTS, type MrzFieldName } from '../formats/mrz/layout.ts'
import { foreignerNumber, nationalityOf, sexOf } from '../formats/mrz/mrz-champs.ts'
import { nameAgrees, namesAgree, namesUnlike, type NameAgreement } from '../formats/mrz/names-agree.ts'
import { nationalityAgrees, writesInAnotherScript } from '../formats/mrz/states.ts'
import { differenceOf, judge, type Comparison, type Difference, type Verdict } from './comparison.ts'
import { isLabelRemnant } from './label-remnant.ts'
import type { BandRead } from './mrz-bands.ts'
import { compact, mrzComparison, sureness } from './mrz-comparison.ts'
import { compareDate, compareIssueMonth } from './mrz-date-comparison.ts'
import { nameElsewhere } from './name-elsewhere.ts'
import { numberIsPrinted, printedText } from './printed.ts'

/** The fields of a band against those printed on the piece, one by one (mrz.md 10). Fields not printed are left out. */
export function compareWithPage(context: CheckContext, band: BandRead): Comparison[] {
  return [
    number(context, band),
    ...names(context, band),
    compareDate(context, band, 'birthDate', 'dateNaissance', 'date de naissance'),
    sex(context, band),
    nationality(context, band),
    compareDate(context, band, 'expiryDate', 'dateExpiration', "date d'expiration"),
    compareIssueMonth(context, band),
    foreigner(context, band),
  ].filter(c => c !== null)
}

function number(context: CheckContext, band: BandRead): Comparison | null {
  const printed = printedText(context, 'numeroDocument')
  const { documentNumber, optional1, optional2 } = band.reading.fields
  if (!printed) return null
  const read = compact(printed.text)
  // Some cards print the holder's number larger than the card's: both stand in the band.
  const known = [documentNumber, optional1, optional2].map(n => compact(n ?? '')).filter(n => n !== '')
  const same = known.some(n => n === read || (printed.champ.source === 'ocr' && looksLike(n, read)))
  // A number of another shape is another number of the document, read in its place.
  const shape = (text: string): string => `${text.length} ${/^\d+$/.test(text)}`
  const difference: Difference = same ? 'aucune' : differenceOf(read, compact(documentNumber))
  const elsewhere = numberIsPrinted(context, documentNumber)
    ? 'accord'
    : shape(read) === shape(documentNumber)
      ? null
      : 'doute'
  const verdict = judge(difference, printed.champ, sureness(band, 'documentNumber'), elsewhere)
  return mrzComparison(
    band,
    { libelle: 'numéro', printed: printed.champ, field: 'documentNumber', shown: [printed.text, documentNumber] },
    verdict,
  )
}

function names(context: CheckContext, band: BandRead): (Comparison | null)[] {
  const { fields, format } = band.reading
  const nom = printedText(context, 'nom')
  const usage = printedText(context, 'nomUsage')
  const prenoms = printedText(context, 'prenoms')
  const found = namesAgree(
    { nom: nom?.text ?? null, nomUsage: usage?.text ?? null, prenoms: prenoms?.text ?? null },
    fields,
  )
  const apart = LAYOUTS[format].fields.surname !== undefined
  const side = (
    libelle: string,
    printed: typeof nom,
    field: MrzFieldName,
    mrz: string,
    agreement: NameAgreement | null,
  ): Comparison | null => {
    if (!printed || agreement === null) return null
    const verdict = nameVerdict(
      context,
      band,
      printed.champ,
      libelle === 'nom' ? 'surname' : 'givenNames',
      mrz,
      agreement,
    )
    return mrzComparison(band, { libelle, printed: printed.champ, field, shown: [printed.text, mrz] }, verdict)
  }
  return [
    side('nom', nom, apart ? 'surname' : 'names', fields.surname, found.surname),
    side('prénoms', prenoms, apart ? 'givenNames' : 'names', fields.givenNames, found.givenNames),
  ]
}

/** No misreading makes one name of another that has hardly a letter in common: the band need not be very sure of each. */
const FAIR = 0.75

/** A letter or two apart is OCR noise; where the text is exact it is a doubt. Other scripts are transcribed freely. */
function nameVerdict(
  context: CheckContext,
  band: BandRead,
  printed: Champ,
  field: MrzFieldName,
  mrz: string,
  agreement: NameAgreement,
): Verdict {
  switch (agreement) {
    case 'same':
    case 'compatible':
      return 'accord'
    case 'close':
      return printed.source === 'ocr' ? 'accord' : 'doute'
    case 'different': {
      const { surname, givenNames } = band.reading.fields
      const other = field === 'surname' ? givenNames : surname
      // The surname under "given names", or the other way round: the label was misread.
      const swapped = nameAgrees(String(printed.valeur), other, true) === 'different' ? null : 'doute'
      const label = isLabelRemnant(String(printed.valeur)) ? 'doute' : null
      const elsewhere = nameElsewhere(context, mrz, `${surname} ${givenNames}`) ?? swapped ?? label
      const transcribed = writesInAnotherScript(band.reading.fields.issuingState) ? 'doute' : null
      const sure = sureness(band, field)
      const unlike = namesUnlike(String(printed.valeur), mrz)
      return judge('nette', printed, unlike && sure >= FAIR ? 1 : sure, elsewhere ?? transcribed)
    }
  }
}

function sex(context: CheckContext, band: BandRead): Comparison | null {
  const printed = printedText(context, 'sexe')
  const mrz = sexOf(band.reading.fields.sex)
  const read = /^[MFXH]/i
    .exec(printed?.text ?? '')?.[0]
    .toUpperCase()
    .replace('H', 'M')
  if (!printed || mrz === null || read === undefined) return null
  const verdict = judge(read === mrz ? 'aucune' : 'nette', printed.champ, sureness(band, 'sex'))
  return mrzComparison(
    band,
    { libelle: 'sexe', printed: printed.champ, field: 'sex', shown: [printed.text, mrz] },
    verdict,
  )
}

function nationality(context: CheckContext, band: BandRead): Comparison | null {
  const printed = printedText(context, 'nationalite')
  const code = nationalityOf(band.reading)
  const agrees = printed && code !== null ? nationalityAgrees(printed.text, code) : null
  if (!printed || code === null || agrees === null) return null
  const field = band.reading.format === 'FR-CNI' ? 'issuingState' : 'nationality'
  const verdict = judge(agrees ? 'aucune' : 'nette', printed.champ, sureness(band, field))
  return mrzComparison(
    band,
    { libelle: 'nationalité', printed: printed.champ, field, shown: [printed.text, code] },
    verdict,
  )
}

/** Titre de séjour since 2011: the foreigner number stands in the optional zone. */
function foreigner(context: CheckContext, band: BandRead): Comparison | null {
  const printed = printedText(context, 'numeroEtranger')
  const mrz = foreignerNumber(band.reading)
  if (!printed || mrz === null) return null
  const read = compact(printed.text)
  const elsewhere = numberIsPrinted(context, mrz) ? 'accord' : read.length === mrz.length ? null : 'doute'
  const verdict = judge(differenceOf(read, mrz), printed.champ, sureness(band, 'optional1'), elsewhere)
  return mrzComparison(
    band,
    { libelle: 'numéro étranger', printed: printed.champ, field: 'optional1', shown: [printed.text, mrz] },
    verdict,
  )
}
