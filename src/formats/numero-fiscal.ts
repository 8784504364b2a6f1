import { nif } from 'stdnum/lib/cjs/fr/index.js'
import { LOOKALIKE_CLASS, repairDigits } from './ocr-digits.ts'
import { foldSigns } from './signs.ts'

/**
 * Numéro fiscal (SPI): 13 figures, the first 0 to 3; the last three are the first ten modulo 511.
 * Printed 2-2-3-3-3: `30 23 217 600 053`. Published specimens break the key on purpose: it is a check, never a
 * condition of reading. Source: DGFiP, European TIN rules for France.
 */

/** True for 13 figures whose key holds. */
export const isNumeroFiscal = (digits: string): boolean => /^[0-3]\d{12}$/.test(digits) && nif.validate(digits).isValid

export interface NumeroFiscalFound {
  /** 13 figures, signs that OCR takes for figures made figures. */
  readonly numero: string
  readonly cleValide: boolean
  readonly repare: boolean
  /** Offsets in the text searched. */
  readonly start: number
  readonly end: number
}

const SIGN = `[\\d${LOOKALIKE_CLASS}]`
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SIGN}{13}|${SIGN}{2}[ .]${SIGN}{2}(?:[ .]${SIGN}{3}){3})(?![\\p{L}\\p{N}]|[ .]\\d)`,
  'gu',
)
const MAX_REPAIRS = 3

/**
 * Every run of 13 figures that may be a numéro fiscal (alone or in its groups), left to right, whatever its key. The caller
 * knows the label: a référence d'avis or a NIR without key may have the same shape.
 */
export function findNumerosFiscaux(text: string): NumeroFiscalFound[] {
  return [...foldSigns(text).matchAll(RUN)].flatMap(match => {
    const run = repairDigits(match[0].replace(/[ .]/g, ''))
    if (!run || run.repairs > MAX_REPAIRS || !/^[0-3]/.test(run.digits)) return []
    return [
      {
        numero: run.digits,
        cleValide: isNumeroFiscal(run.digits),
        repare: run.repairs > 0,
        start: match.index,
        end: match.index + match[0].length,
      },
    ]
  })
}
