import { describe, expect, it } from 'vitest'
import { lookAgain, type Seen } from '../../src/checks/look-again.ts'
import type { Verdict } from '../../src/checks/comparison.ts'
import type { Champ } from '../../src/domain/champs.ts'
import { champ } from './context.ts'

const see = (text: string): Seen | null =>
  text.includes('1505,20')
    ? { value: 'printed', start: text.indexOf('1505,20'), end: text.indexOf('1505,20') + 7 }
    : text.includes('1905,20')
      ? { value: 'signed', start: 0, end: text.length }
      : null

async function looked(
  first: Exclude<Verdict, 'accord'>,
  texts: readonly string[],
  other: Partial<Champ> = {},
  confidence = (_: string): number => 0.98,
): Promise<Verdict> {
  const looks = texts.map(text => ({ text, confidences: [...text].map(confidence) }))
  return lookAgain({ reread: () => Promise.resolve(looks) }, first, champ(1505.2, other), see)
}

const PRINTED = ['1505,20', '| 1505,20', '1505,20 €', '1505,20']
const SIGNED = ['1905,20', '1905,20', '1905,20']

describe('a difference looked at again before it counts', () => {
  it('all looks see the value as first read: it stands there', async () => {
    expect(await looked('doute', PRINTED)).toBe('desaccord')
    expect(await looked('desaccord', PRINTED)).toBe('desaccord')
  })

  it('all looks see the machine readable value: the first reading was wrong, however sure of itself', async () => {
    expect(await looked('doute', SIGNED)).toBe('accord')
    expect(await looked('desaccord', SIGNED)).toBe('accord')
  })

  it('one look that sees the machine readable value keeps it from counting against anybody', async () => {
    expect(await looked('desaccord', [...PRINTED.slice(1), '1905,20'])).toBe('doute')
  })

  it('looks that see neither, or not surely, change nothing', async () => {
    expect(await looked('doute', [...PRINTED, '1S0S,2O'])).toBe('doute')
    expect(await looked('desaccord', ['', 'I505'])).toBe('desaccord')
    expect(await looked('doute', PRINTED, {}, c => (c === '5' ? 0.9 : 1))).toBe('doute')
    // What stands beside the value need not be sure.
    expect(await looked('doute', PRINTED, {}, c => (c === '|' || c === '€' ? 0.3 : 1))).toBe('desaccord')
  })

  it('two looks are too few; the text of a PDF and a place unknown are not looked at', async () => {
    expect(await looked('doute', PRINTED.slice(0, 2))).toBe('doute')
    expect(await looked('desaccord', SIGNED, { source: 'texte-pdf' })).toBe('desaccord')
    expect(await looked('doute', PRINTED, { zone: null })).toBe('doute')
    expect(await lookAgain({}, 'doute', champ(1505.2), see)).toBe('doute')
  })
})
