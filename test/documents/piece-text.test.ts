import { describe, expect, it } from 'vitest'
import { page, piece } from './page-builder.ts'

const letter = piece(
  page(`
    CAISSE D'ALLOCATIONS          N° allocataire : 1234567
    FAMILIALES DU RHONE           Nom:DUPONT

    Nom              Prénom              Date de naissance
    MARTIN           Jeanne Marie        12/03/1980

    Site : http://caf.fr       Heure : 12:30
  `),
)

describe('PieceText', () => {
  it('finds a title that is cut over two lines of one column', () => {
    expect(letter.has("Caisse d'allocations familiales")).toBe(true)
    expect(letter.has('Direction générale des finances publiques')).toBe(false)
  })

  it('cuts a line into cells at wide gaps only', () => {
    expect(letter.lines.find(l => l.text.startsWith('MARTIN'))?.cells.map(c => c.text)).toEqual([
      'MARTIN',
      'Jeanne Marie',
      '12/03/1980',
    ])
  })

  it('parts a value glued to its label, and leaves times and addresses whole', () => {
    expect(letter.cellsRight(letter.findAll('Nom')[0]!)[0]?.cell.text).toBe('DUPONT')
    expect(letter.lines.at(-1)?.text).toBe('Site : http://caf.fr Heure : 12:30')
  })

  it('finds the same label in two columns of one line', () => {
    const two = piece(page('Nom : A          Nom : B'))
    expect(two.findAll('Nom').map(h => h.from)).toEqual([0, 3])
  })

  it('finds a label with OCR noise, and not a different word', () => {
    const text = piece(page('Dote de naissancc : 01/02/1990'))
    expect(text.find('Date de naissance')?.edits).toBe(2)
    expect(text.find('Date de décès')).toBeNull()
  })

  it('gives the cell below a label in its column', () => {
    const hit = letter.find('Prénom')!
    expect(letter.cellsBelow(hit).map(c => c.cell.text)).toEqual(['Jeanne Marie'])
    expect(letter.cellsBelow(letter.find('Date de naissance')!).map(c => c.cell.text)).toEqual(['12/03/1980'])
  })

  it('gives the cells to the right of a label, the rest of its own cell first', () => {
    const hit = letter.find('N° allocataire')!
    expect(letter.cellsRight(hit).map(c => c.cell.text)).toEqual([': 1234567'])
  })

  it('finds the value of a row that the reader cut into two lines of slightly different height', () => {
    const read = page(`
      Net à payer
                                        1 234,56
    `)
    const [label, value] = read.lines
    const [x0, y0, x1, y1] = value!.zone
    const raised = {
      zone: [x0, y0 - 0.011, x1, y1 - 0.011] as const,
      words: value!.words.map(w => ({
        ...w,
        zone: [w.zone[0], w.zone[1] - 0.011, w.zone[2], w.zone[3] - 0.011] as const,
      })),
    }
    const text = piece({ ...read, lines: [label!, raised] })
    expect(text.cellsRight(text.find('Net à payer')!).map(c => c.cell.text)).toEqual(['1 234,56'])
  })
})
