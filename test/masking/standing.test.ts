import { describe, expect, it } from 'vitest'
import { turnZone, type Zone } from '../../src/domain/geometry.ts'
import { pageText, type PageReading } from '../../src/domain/reading.ts'
import { maskReading } from '../../src/masking/burn.ts'
import { findNirs } from '../../src/masking/find-nirs.ts'
import { standTurnedWords, turnedTextOf } from '../../src/reading/turned-words.ts'
import { at, page } from './page-builder.ts'

const SPACED = '2 69 05 49 588 157 80'

/** The page with all its words turned, as when they run up or down a margin or lie upside down. */
function lying(reading: PageReading, way: 1 | 2 | 3): PageReading {
  const back = ((4 - way) % 4) as 1 | 2 | 3
  const words = reading.lines.flatMap(l => l.words).map(w => ({ ...w, zone: turnZone(w.zone, back) }))
  const aspect = reading.heightPx / reading.widthPx
  const standing = standTurnedWords(
    words,
    words.map(() => way),
    way === 2 ? 1 / aspect : aspect,
  )
  return {
    ...reading,
    ...(way === 2 ? {} : { widthPx: reading.heightPx, heightPx: reading.widthPx }),
    lines: turnedTextOf(standing).flatMap(p => [...p.lines]),
  }
}

const left = (reading: PageReading): string[] => {
  const zones: Zone[] = findNirs([reading], { type: 'bulletin-de-paie' }).flatMap(f => [...f.zones])
  return pageText(maskReading(reading, zones)).split('\n')
}

describe('a number that lies otherwise than its page', () => {
  it.each([1, 2, 3] as const)('is found in its groups, after its label, %i quarter turns away from upright', way => {
    const reading = lying(
      page().line('Salarié').line('N° Sécurité sociale :', SPACED, 'Emploi').line('Agent').build(),
      way,
    )
    expect(left(reading)).toEqual(['Salarié', 'N° Sécurité sociale : Emploi', 'Agent'])
  })

  it('is found below its label, without its key', () => {
    const drawn = page().line('N° SS', at(0.4, 'Matricule')).line('2690549588157', at(0.4, '00123')).build()
    expect(left(lying(drawn, 3))).toEqual(['N° SS Matricule', '00123'])
  })

  it('is not made of words that lie and words that stand', () => {
    const side = lying(page().line('N° SS', '2 69 05 49').build(), 1)
    const standing = page().line('588 157 80').build()
    expect(
      findNirs([{ ...standing, lines: [...standing.lines, ...side.lines] }], { type: 'bulletin-de-paie' }),
    ).toEqual([])
  })
})
