const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Lengths modulo 8 at which whole bytes end (RFC 4648, section 6). */
const WHOLE = new Set([0, 2, 4, 5, 7])

/** Base32 of RFC 4648 without padding, capitals only; `null` for any other text. */
export function decodeBase32(text: string): Buffer | null {
  if (!WHOLE.has(text.length % 8)) return null
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}
