import { basename } from 'node:path'

const NOM_OCTETS = 180

/** The last part of a name, without what a file system or a reader could take for something else. */
export function plainName(given: string): string {
  const last = basename(given.replaceAll('\\', '/')).normalize('NFC')
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/]/gu, '').trim()
  if (plain === '' || plain === '.' || plain === '..') return 'document'
  const bytes = Buffer.from(plain)
  if (bytes.length <= NOM_OCTETS) return plain
  // The end holds the extension; a character cut in two at the start goes.
  return bytes
    .subarray(-NOM_OCTETS)
    .toString('utf8')
    .replace(/^\uFFFD+/, '')
}
