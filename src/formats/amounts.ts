import { findDates } from './dates.ts'

export interface AmountFound {
  /** Euros. */
  readonly valeur: number
  /** Offsets in the text searched, sign and currency included. */
  readonly start: number
  readonly end: number
  /** Figures after the decimal sign, 0 for a whole number. */
  readonly decimales: number
  /** A currency stands beside the number. */
  readonly devise: boolean
}

/** Ordinary, non-breaking and thin spaces, and the apostrophe of Swiss and typewritten figures. */
const SPACE = "[ \\u00a0\\u2007\\u2009\\u202f']"
const MINUS = '[-−–]'
/** A figure, or a sign that OCR gives for one (never the last sign of a whole number: "12l" is twelve litres). */
const FIGURE = '[\\dOoIl|]'
const CURRENCY = '(?:€|EUR(?:OS?)?\\b|[Ee]uros?\\b|eur\\b)'

const WHOLE = [
  `\\d{1,3}(?:${SPACE}${FIGURE}{3})+`,
  `\\d{1,3}(?:\\.${FIGURE}{3})+(?=,\\d{2}(?!\\d))`,
  `\\d{1,3}(?:,${FIGURE}{3})+(?=\\.\\d{2}(?!\\d))`,
  `\\d{1,3}(?:\\.\\d{3}){2,}`,
  `\\d${FIGURE}*`,
].join('|')
/** A comma takes any decimals (rates: "11,6570") and the spaces OCR puts around it; a point two, or more than three. */
const DECIMALS = `(?:\\s?,\\s?(?<c2>\\d{2})(?!\\d)|,(?<c>\\d{1,5})(?!\\d)|\\.(?<p>\\d{1,2}|\\d{4,5})(?!\\d))`

const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])(?<before>${CURRENCY}${SPACE}?)?(?<minus>${MINUS}${SPACE}?|\\((?=[^()]{1,20}\\)))?` +
    `(?<whole>${WHOLE})${DECIMALS}?(?<after>${SPACE}?${CURRENCY})?(?<trailing>-(?!\\S)|\\))?` +
    `(?![\\p{L}\\p{N}/]|[.,]\\d|${SPACE}?%)`,
  'gu',
)

/**
 * Every number of a raw text that may be an amount, left to right: grouped or not, with or without decimals and currency.
 * Dates, percentages, numbers glued to letters and figures with a point and three decimals (`1.234`: thousands or a rate,
 * nobody knows) are left out unless a currency stands beside them. Use `decimales` and `devise` to be stricter.
 */
export function findAmounts(text: string): AmountFound[] {
  const dates = findDates(text)
  const found: AmountFound[] = []
  for (const match of text.matchAll(AMOUNT)) {
    const start = match.index
    const end = start + match[0].length
    if (dates.some(d => d.start < end && start < d.end)) continue
    const amount = toAmount(match)
    if (amount) found.push({ ...amount, start, end })
  }
  return found
}

/**
 * The amount that a text is: figures with an optional sign, currency and leading colon, nothing else. `null` when it is
 * none, when it holds several, or when thousands and decimals cannot be told apart (`1.234`).
 */
export function parseAmount(text: string): number | null {
  const bare = text
    .trim()
    .replace(/^[:=]\s*/, '')
    .replace(/(?<=\d)\s?[ECe]$/, ' €')
    .replace(/^[OoIl|](?=\d|\s\d{3})/, sign => (/o/i.test(sign) ? '0' : '1'))
  const dotted = /^(-?)(\d{1,3})\.(\d{3})\s?(?:€|EUR|euros?)$/iu.exec(bare)
  if (dotted) return Number(`${dotted[1]}${dotted[2]}${dotted[3]}`)
  const [only, ...others] = findAmounts(bare)
  if (!only || others.length > 0) return null
  return only.start === 0 && only.end === bare.length ? only.valeur : null
}

function toAmount(match: RegExpExecArray): Pick<AmountFound, 'valeur' | 'decimales' | 'devise'> | null {
  const { whole = '', c2, c, p, minus, trailing, before, after } = match.groups ?? {}
  // "(12,50)" is negative; a bracket closed after words ("(base 947,16)") says nothing of the sign.
  if (minus?.startsWith('(') && trailing !== ')') return null
  const decimals = c2 ?? c ?? p ?? ''
  if (decimals === '' && /\D$/.test(whole)) return null
  const figures = whole.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1').replace(/\D/g, '')
  const value = Number(`${figures}.${decimals || '0'}`)
  if (!Number.isFinite(value) || figures.length > 12) return null
  const previous = match.input.slice(0, match.index).trimEnd().slice(-1)
  // "100,00 - 20,00" is a range or a difference, not a negative amount.
  const negative = (minus !== undefined && !/\d/.test(previous)) || trailing === '-'
  return {
    valeur: negative && value !== 0 ? -value : value,
    decimales: decimals.length,
    devise: before !== undefined || after !== undefined,
  }
}
