import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/domain/reading.ts'
import { rebuildLines } from '../../src/reading/lines.ts'

const word = (text: string, ...zone: [number, number, number, number]): Word => ({
  text,
  zone: zone,
  confidence: 0.9,
  source: 'ocr',
})
const texts = (words: readonly Word[]): string[] => rebuildLines(words).map(l => l.words.map(w => w.text).join(' '))

describe('lines of a page', () => {
  it('hold the cells of one row of a table, left to right, whatever the gaps', () => {
    expect(
      texts([
        word('138,58', 0.7, 0.201, 0.76, 0.211),
        word('plafonnée', 0.2, 0.2, 0.3, 0.212),
        word('2008,39', 0.5, 0.2, 0.57, 0.21),
      ]),
    ).toEqual(['plafonnée 2008,39 138,58'])
  })

  it('follow a row that drifts by more than its height across the page', () => {
    const drifting = Array.from({ length: 12 }, (_, i) =>
      word(`mot${i}`, 0.05 + i * 0.07, 0.3 + i * 0.002, 0.1 + i * 0.07, 0.31 + i * 0.002),
    )
    expect(rebuildLines(drifting)).toHaveLength(1)
  })

  it('keep a number whole when the boxes of two groups swallowed the label above', () => {
    // Boxes as read on a public payslip: "07" and "555" are more than twice too high.
    expect(
      texts([
        word('N°', 0.0653, 0.1465, 0.075, 0.1517),
        word('INSEE', 0.079, 0.1465, 0.1073, 0.1517),
        word('2', 0.0653, 0.1556, 0.071, 0.1625),
        word('67', 0.0758, 0.1556, 0.0879, 0.1625),
        word('07', 0.0944, 0.1499, 0.1073, 0.1682),
        word('31', 0.1137, 0.1556, 0.1266, 0.1625),
        word('555', 0.1331, 0.1499, 0.1524, 0.1682),
        word('473', 0.1589, 0.1556, 0.1782, 0.1625),
      ]),
    ).toContain('2 67 07 31 555 473')
  })

  it('do not take a large title for a neighbour of the small print beside it', () => {
    expect(texts([word('BULLETIN', 0.1, 0.1, 0.5, 0.16), word('Période', 0.55, 0.12, 0.6, 0.13)])).toEqual([
      'Période',
      'BULLETIN',
    ])
  })

  it('go on from the word beside, not from a speck far left that lies a little straighter', () => {
    // A card a little askew: "93" stands lower than "066", the speck as high as it.
    expect(
      texts([
        word('f', 0.346, 0.283, 0.351, 0.296),
        word('82', 0.396, 0.287, 0.415, 0.296),
        word('93', 0.459, 0.286, 0.478, 0.295),
        word('066', 0.49, 0.284, 0.52, 0.293),
      ]),
    ).toContainEqual(expect.stringContaining('82 93 066'))
  })

  it('put dashes and dots on the line that is already there', () => {
    expect(texts([word('-', 0.25, 0.205, 0.26, 0.206), word('Total', 0.1, 0.2, 0.2, 0.21)])).toEqual(['Total -'])
  })

  it('run from top to bottom', () => {
    expect(texts([word('bas', 0.1, 0.9, 0.2, 0.91), word('haut', 0.1, 0.1, 0.2, 0.11)])).toEqual(['haut', 'bas'])
  })
})
