import type { Rng } from './template.ts'

/** Identifiers with right keys, all fictional. The generator computes them itself: it is the oracle of the readers. */

/** Two-digit key of the 13 first characters of a NIR (97 minus the remainder, Corsica 2A -> 19, 2B -> 18). */
export function nirKey(c13: string): string {
  const dep = c13.slice(5, 7)
  const digits = dep === '2A' ? '19' : dep === '2B' ? '18' : dep
  return String(97 - (Number(c13.slice(0, 5) + digits + c13.slice(7)) % 97)).padStart(2, '0')
}

/** Digit that makes `payload` + digit pass Luhn. */
function luhnDigit(payload: string): string {
  let sum = 0
  for (let i = 0; i < payload.length; i++) {
    const digit = Number(payload[payload.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/**
 * A SIRET whose SIREN and whole pass Luhn. The SIREN starts with 14, a range that INSEE gives to nobody (administrations
 * have 11 to 13, 18, 19 and 2; companies 3 to 9), so that no real company is named.
 */
export function fictionalSiret(random: Rng, nic = random.int(1, 9)): string {
  const body = `14${random.digits(6)}`
  const siren = body + luhnDigit(body)
  const serial = String(nic).padStart(4, '0')
  return siren + serial + luhnDigit(siren + serial)
}

/** Numéro fiscal (SPI): 13 digits, first 0 to 3, the last three being the first ten modulo 511. */
export function fictionalNumeroFiscal(random: Rng): string {
  const ten = `${random.pick(['0', '1', '2', '3'])}${random.digits(9)}`
  return ten + String(Number(ten) % 511).padStart(3, '0')
}

/** Check digit of ICAO 9303 part 3 (weights 7 3 1). */
export function icaoDigit(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    const value = c === '<' ? 0 : c >= 'A' ? c.charCodeAt(0) - 55 : Number(c)
    sum += value * ([7, 3, 1][i % 3] as number)
  }
  return String(sum % 10)
}

/** IBAN of a French account, right RIB key and right IBAN key. `bank` is a code that no bank has. */
export function fictionalIban(random: Rng, bank = '29999'): string {
  const branch = random.digits(5)
  const account = random.digits(11)
  const rib = String(97 - Number((BigInt(bank) * 89n + BigInt(branch) * 15n + BigInt(account) * 3n) % 97n)).padStart(
    2,
    '0',
  )
  const bban = bank + branch + account + rib
  const check = 98n - (BigInt(`${bban}152700`) % 97n)
  return `FR${String(check).padStart(2, '0')}${bban}`
}
