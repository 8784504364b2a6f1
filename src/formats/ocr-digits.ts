/** Signs that OCR gives for a digit (repair table of identifiers and dates). Used only inside a candidate number. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  Z: '2',
  z: '2',
  A: '4',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
}

/** The look-alike signs as the inside of a regular expression class, without the digits themselves. */
export const LOOKALIKE_CLASS = 'OoQDIl|!\\]ZzASsGbBgq'

/** The digit that a sign stands for: itself, or the digit OCR takes it for; `null` for any other sign. */
export function digitOf(sign: string): string | null {
  if (sign >= '0' && sign <= '9' && sign.length === 1) return sign
  return LOOKALIKES[sign] ?? null
}

/** A run with every sign made a digit, and how many signs were repaired; `null` when a sign stands for no digit. */
export function repairDigits(run: string): { digits: string; repairs: number } | null {
  let digits = ''
  let repairs = 0
  for (const sign of run) {
    const digit = digitOf(sign)
    if (digit === null) return null
    if (digit !== sign) repairs++
    digits += digit
  }
  return { digits, repairs }
}
