const WEIGHTS = [7, 3, 1] as const

/**
 * Check digit of a run of MRZ characters: weights 7 3 1, `0`-`9` as they are, `A`-`Z` = 10-35, `<` = 0, modulo 10
 * (ICAO Doc 9303 part 3, 4.9). The `mrz` package has the same function but does not export it.
 * @returns one digit, or `null` when a character cannot stand in an MRZ
 */
export function checkDigit(text: string): string | null {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = characterValue(text.charAt(i))
    if (value === null) return null
    sum += value * (WEIGHTS[i % 3] as number)
  }
  return String(sum % 10)
}

function characterValue(character: string): number | null {
  if (character === '<') return 0
  if (/^\d$/.test(character)) return Number(character)
  if (/^[A-Z]$/.test(character)) return character.charCodeAt(0) - 55
  return null
}
