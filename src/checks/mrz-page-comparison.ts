import type { Champ } from '../domain/champs.ts'
import type { CheckContext, Preuve } from '../domain/check.ts'
import { addYears, daysBetween } from '../formats/calendar.ts'
import { frenchDate } from '../formats/dates.ts'
import { looksLike } from '../formats/mrz/confusions.ts'
import { LAYOUTS, type MrzFieldName } from '../formats/mrz/layout.ts'
import { foreignerNumber, mrzFieldZone, nationalityOf, sexOf } from '../formats/mrz/mrz-champs.ts'
import { namesAgree, type NameAgreement } from '../formats/mrz/names-agree.ts'
import { nationalityAgrees, writesInAnotherScript } from '../formats/mrz/states.ts'
import { differenceOf, judge, type Comparison, type Difference, type Verdict } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { champPreuve } from './preuves.ts'
import { dateIsPrinted, nameIsPrinted, numberIsPrinted, printedChamp, printedText } from './printed.ts'

/** The fields of a band against those printed on the piece, one by one (mrz.md 10). Fields not printed are left out. */
export function compareWithPage(context: CheckContext, band: BandRead): Comparison[] {
  return [
    number(context, band),
    ...names(context, band),
    date(context, band, 'birthDate', 'dateNaissance', 'date de naissance'),
    sex(context, band),
    nationality(context, band),
    date(context, band, 'expiryDate', 'dateExpiration', "date d'expiration"),
    issueMonth(context, band),
    foreigner(context, band),
  ].filter(c => c !== null)
}

interface Sides {
  readonly libelle: string
  readonly printed: Champ
  readonly field: MrzFieldName
  /** As people write them. */
  readonly shown: readonly [printed: string, mrz: string]
}

function comparison(
  { page, reading }: BandRead,
  { libelle, printed, field, shown }: Sides,
  verdict: Verdict,
): Comparison {
  const mrz: Preuve = {
    libelle: `MRZ, ${libelle}`,
    valeur: shown[1],
    page,
    zone: mrzFieldZone(reading, field),
    source: 'mrz',
  }
  return {
    libelle,
    verdict,
    detail: `${shown[0]} imprimé, ${shown[1]} dans la bande MRZ`,
    preuves: [champPreuve({ ...printed, valeur: shown[0] }, `Imprimé, ${libelle}`), mrz],
  }
}

/** How sure the band is of a field; a field whose digit is wrong is not sure of anything. */
function sureness({ reading }: BandRead, field: MrzFieldName): number {
  return reading.checks.some(c => c.name === field && c.status === 'wrong') ? 0 : (reading.confidences[field] ?? 0)
}

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

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
  return comparison(
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
    const verdict = nameVerdict(context, band, printed.champ, field, mrz, agreement)
    return comparison(band, { libelle, printed: printed.champ, field, shown: [printed.text, mrz] }, verdict)
  }
  return [
    side('nom', nom, apart ? 'surname' : 'names', fields.surname, found.surname),
    side('prénoms', prenoms, apart ? 'givenNames' : 'names', fields.givenNames, found.givenNames),
  ]
}

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
      const elsewhere = nameIsPrinted(context, mrz) ? 'accord' : null
      const transcribed = writesInAnotherScript(band.reading.fields.issuingState) ? 'doute' : null
      return judge('nette', printed, sureness(band, field), elsewhere ?? transcribed)
    }
  }
}

function date(
  context: CheckContext,
  band: BandRead,
  field: 'birthDate' | 'expiryDate',
  nom: 'dateNaissance' | 'dateExpiration',
  libelle: string,
): Comparison | null {
  const printed = printedText(context, nom)
  const { reading } = band
  const raw = field === 'birthDate' ? reading.fields.birthDateRaw : reading.fields.expiryDateRaw
  const iso = field === 'birthDate' ? reading.fields.birthDate : reading.fields.expiryDate
  if (!printed || raw === null) return null
  if (iso === null) return yearOnly(band, field, libelle, printed, raw)
  const others = ['dateNaissance', 'dateExpiration', 'dateDelivrance'].filter(other => other !== nom)
  // The same date under two labels, or the date of issue under "expiry": the label was misread.
  const misplaced =
    others.some(other => printedText(context, other)?.text === printed.text) ||
    (field === 'expiryDate' && isIssueOf(printed.text, iso))
  const elsewhere = dateIsPrinted(context, iso) ? 'accord' : misplaced ? 'doute' : null
  const difference = differenceOf(printed.text.replace(/-/g, ''), iso.replace(/-/g, ''))
  const verdict = judge(difference, printed.champ, sureness(band, field), elsewhere)
  const shown = [frenchDate(printed.text), frenchDate(iso)] as const
  return comparison(band, { libelle, printed: printed.champ, field, shown }, verdict)
}

/** Unknown month and day are fillers: the year alone is compared. */
function yearOnly(
  band: BandRead,
  field: 'birthDate' | 'expiryDate',
  libelle: string,
  printed: { readonly champ: Champ; readonly text: string },
  raw: string,
): Comparison | null {
  const year = /^(\d{2})[\d<]{2}<<$/.exec(raw)?.[1]
  if (year === undefined) return null
  const difference = differenceOf(printed.text.slice(2, 4), year)
  const verdict = judge(difference, printed.champ, sureness(band, field))
  return comparison(band, { libelle, printed: printed.champ, field, shown: [frenchDate(printed.text), raw] }, verdict)
}

/** Documents last 5, 10 or 15 years less a day: the printed date is that of issue. Never a later one than the MRZ's. */
function isIssueOf(printed: string, expiry: string): boolean {
  return [5, 10, 15].some(years => {
    const days = daysBetween(addYears(expiry, -years), printed)
    return days === 0 || days === 1
  })
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
  return comparison(
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
  return comparison(
    band,
    { libelle: 'nationalité', printed: printed.champ, field, shown: [printed.text, code] },
    verdict,
  )
}

/** French laminated card: the number starts with the month of issue, a month apart being usual. */
function issueMonth(context: CheckContext, band: BandRead): Comparison | null {
  const printed = printedText(context, 'dateDelivrance')
  const month = band.reading.fields.issueMonth
  if (!printed || month === null || !/-(?:0[1-9]|1[0-2])$/.test(month)) return null
  const index = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
  const apart = Math.abs(index(printed.text) - index(month))
  const misplaced = ['dateNaissance', 'dateExpiration'].some(n => printedChamp(context, n)?.valeur === printed.text)
  const difference: Difference =
    apart <= 1 ? 'aucune' : apart === 2 ? 'confusion' : differenceOf(printed.text.slice(0, 7), month)
  const verdict = judge(
    difference,
    printed.champ,
    sureness(band, 'documentNumber'),
    misplaced || apart === 2 ? 'doute' : null,
  )
  const shown = [frenchDate(printed.text), `${month.slice(5)}/${month.slice(0, 4)}`] as const
  return comparison(
    band,
    { libelle: 'mois de délivrance', printed: printed.champ, field: 'documentNumber', shown },
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
  return comparison(
    band,
    { libelle: 'numéro étranger', printed: printed.champ, field: 'optional1', shown: [printed.text, mrz] },
    verdict,
  )
}
