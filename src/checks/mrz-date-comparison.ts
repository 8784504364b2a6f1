import type { Champ } from '../domain/champs.ts'
import type { CheckContext } from '../domain/check.ts'
import { addYears, daysBetween } from '../formats/calendar.ts'
import { frenchDate } from '../formats/dates.ts'
import { differenceOf, judge, type Comparison, type Difference } from './comparison.ts'
import type { BandRead } from './mrz-bands.ts'
import { mrzComparison, sureness } from './mrz-comparison.ts'
import { dateIsPrinted, glyphSureness, printedChamp, printedDates, printedText } from './printed.ts'

/** Birth or expiry, printed against the band. */
export function compareDate(
  context: CheckContext,
  band: BandRead,
  field: 'birthDate' | 'expiryDate',
  nom: 'dateNaissance' | 'dateExpiration',
  libelle: string,
): Comparison | null {
  const { reading } = band
  const raw = field === 'birthDate' ? reading.fields.birthDateRaw : reading.fields.expiryDateRaw
  const iso = field === 'birthDate' ? reading.fields.birthDate : reading.fields.expiryDate
  if (raw === null) return null
  const printed = printedText(context, nom) ?? (iso === null ? null : unlabelled(context, band, field, iso))
  if (!printed) return null
  if (iso === null) return yearOnly(band, field, libelle, printed, raw)
  const others = ['dateNaissance', 'dateExpiration', 'dateDelivrance'].filter(other => other !== nom)
  // The same date under two labels, or the date of issue under "expiry": the label was misread.
  const misplaced =
    others.some(other => printedText(context, other)?.text === printed.text) ||
    (field === 'expiryDate' && isIssueOf(printed.text, iso))
  const elsewhere = dateIsPrinted(context, iso) ? 'accord' : misplaced ? 'doute' : null
  const difference = differenceOf(printed.text.replace(/-/g, ''), iso.replace(/-/g, ''))
  const glyphs = glyphSureness(context, printed.champ)
  // A noisy label takes nothing from a date that tells itself what it is.
  const confiance = tellsItself(context, band, field, iso, printed.text) ? glyphs : printed.champ.confiance
  const verdict = judge(difference, { ...printed.champ, confiance }, sureness(band, field), elsewhere, glyphs)
  const shown = [frenchDate(printed.text), frenchDate(iso)] as const
  return mrzComparison(band, { libelle, printed: printed.champ, field, shown }, verdict)
}

/**
 * A printed date that needs no label: the day and month of the band's date in another year, where no other date of the
 * document can stand. An end later than that of the band (nothing on an identity document is later than its own end); a birth
 * long before the document was made.
 */
function tellsItself(
  context: CheckContext,
  band: BandRead,
  field: 'birthDate' | 'expiryDate',
  iso: string,
  printed: string,
): boolean {
  if (printed === iso || printed.slice(5) !== iso.slice(5)) return false
  if (field === 'expiryDate') return printed > iso
  return printed < addYears(band.reading.fields.expiryDate ?? context.jourDepot, -LONGEST_VALIDITY)
}

/** The printed date of a field whose label was not read; `null` when two dates may be it. */
function unlabelled(
  context: CheckContext,
  band: BandRead,
  field: 'birthDate' | 'expiryDate',
  iso: string,
): { readonly champ: Champ; readonly text: string } | null {
  const labelled = ['dateNaissance', 'dateExpiration', 'dateDelivrance', 'dateDebutValidite'].map(
    nom => printedText(context, nom)?.text,
  )
  const [only, ...others] = printedDates(context).filter(
    date => tellsItself(context, band, field, iso, date.iso) && !labelled.includes(date.iso),
  )
  return only && others.every(o => o.iso === only.iso) ? { champ: only.champ, text: only.iso } : null
}

/** Years that an identity document lasts at most, in any state of the Union, with a margin. */
const LONGEST_VALIDITY = 16

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
  return mrzComparison(
    band,
    { libelle, printed: printed.champ, field, shown: [frenchDate(printed.text), raw] },
    verdict,
  )
}

/** Documents last 5, 10 or 15 years less a day: the printed date is that of issue. Never a later one than the MRZ's. */
function isIssueOf(printed: string, expiry: string): boolean {
  return [5, 10, 15].some(years => {
    const days = daysBetween(addYears(expiry, -years), printed)
    return days === 0 || days === 1
  })
}

/** French laminated card: the number starts with the month of issue, a month apart being usual. */
export function compareIssueMonth(context: CheckContext, band: BandRead): Comparison | null {
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
  return mrzComparison(
    band,
    { libelle: 'mois de délivrance', printed: printed.champ, field: 'documentNumber', shown },
    verdict,
  )
}
