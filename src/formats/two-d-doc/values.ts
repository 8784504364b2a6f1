import { addDays, civilDate } from '../calendar.ts'
import { decodeBase32 } from './base32.ts'

/** Dates ISO, amounts in euros, everything else text; `null`: the text is not of its kind (or says "none"). */
export type TwoDDocValue = string | number | null

const EPOCH = '2000-01-01'

/** A date in days since 2000-01-01, four hexadecimal digits in capitals; `FFFF` is none. ISO out. */
export function hexDate(text: string): string | null {
  return !/^[0-9A-F]{4}$/.test(text) || text === 'FFFF' ? null : addDays(EPOCH, parseInt(text, 16))
}

/** The value of a field's text by the kind that the dictionary gives it. */
export function decodeValue(kind: string, text: string): TwoDDocValue {
  switch (kind) {
    case 'date-ddmmyyyy':
      return dayOf(text)
    case 'date-days2000-hex4':
      return hexDate(text)
    case 'datetime-ddmmyyyyhhmm':
    case 'datetime-ddmmyyyyhhmmss':
      return instantOf(text)
    case 'integer':
    case 'integer-signed':
    case 'year':
      return /^-?\d+$/.test(text) ? Number(text) : null
    case 'decimal-comma':
      return /^-?\d+(?:,\d*)?$/.test(text) ? Number(text.replace(',', '.')) : null
    case 'hex-integer':
      return /^[0-9A-F]+$/.test(text) ? parseInt(text, 16) : null
    case 'mrz-spaces':
      return text.replace(/ /g, '<')
    case 'uuid-spaces':
      return text.replace(/ /g, '-')
    case 'base32-utf8':
      return decodeBase32(text)?.toString('utf8') ?? null
    default:
      return text === '' ? null : text
  }
}

/** Unknown day or month are written 00: no date then. */
function dayOf(text: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{4})/.exec(text)
  return match ? civilDate(Number(match[3]), Number(match[2]), Number(match[1])) : null
}

function instantOf(text: string): string | null {
  const match = /^\d{8}(\d{2})(\d{2})(\d{2})?$/.exec(text)
  const day = dayOf(text)
  return match && day ? `${day}T${match.slice(1).filter(Boolean).join(':')}` : null
}
