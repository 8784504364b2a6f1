/** Typographic forms of one plain sign, exchanged one for one. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '¦': '|',
  '│': '|',
  '┃': '|',
  '⁄': '/',
}

/** Spaces of all widths, but no line break or tabulation. */
const SPACES = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/

/** One UTF-16 unit as a plain sign of the same length: no accent, typographic signs and wide figures made plain, case kept. */
function plainSign(sign: string): string {
  if (sign < '\u0080') return sign
  if (SPACES.test(sign)) return ' '
  const plain = PLAIN[sign]
  if (plain !== undefined) return plain
  const base = sign.normalize('NFKD').replace(/\p{M}/gu, '')
  return base.length === 1 ? base : sign
}

/** The text in plain signs, same length, so that offsets stay those of the text as given. */
export function foldSigns(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u007f]*$/.test(text)) return text
  let plain = ''
  for (let i = 0; i < text.length; i++) plain += plainSign(text.charAt(i))
  return plain
}
