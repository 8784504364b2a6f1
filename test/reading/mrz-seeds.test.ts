import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/domain/reading.ts'
import { mrzSeeds } from '../../src/reading/mrz-seeds.ts'

/** A line of words set close together. */
function line(text: string): Line {
  let x = 0.05
  const words = text.split(' ').map(word => {
    const from = x
    x += word.length * 0.01 + 0.004
    return { text: word, zone: [from, 0.5, x - 0.004, 0.512] as const, confidence: 0.8, source: 'ocr' as const }
  })
  return { words, zone: [0.05, 0.5, x, 0.512] }
}
const seeds = (text: string): string[] => mrzSeeds([line(text)]).map(s => s.text)

describe('where a machine readable zone may stand', () => {
  it.each([
    'IDFRAX4RTBPFW46<<<<<<<<<<<<<<<',
    'MARTIN<<MAELYS<GAELLE<MARIE<<<',
    // Every filler misread as K.
    '9007138F3002119FRAKKKKKKKKKKK6',
    '26TF741950FRA6008053M3604041KKKKKKKKKKKKKKK8',
  ])('%s shows one', text => {
    expect(seeds(text)).toEqual([text])
  })

  it.each([
    "21 QUAI DE L'INDUSTRIE, BÂTIMENT",
    'URSSAF SAINT-HERBLAIN 2329015127299',
    '109 PLACE DE LA RÉPUBLIQUE BÂTIMENT B',
  ])('%s is an address or a reference, and costs no closer look', text => {
    expect(seeds(text)).toEqual([])
  })
})
