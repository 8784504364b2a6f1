import { describe, expect, it } from 'vitest'
import type { PageReading, Word } from '../../src/domain/reading.ts'
import { plainWords } from '../../src/masking/plain-words.ts'
import { page, zonesOf } from './page-builder.ts'

const A4 = 210 / 297
const plain = (reading: PageReading, masks = zonesOf(reading, 'nothing')): string[] => {
  const zones = plainWords(reading.lines, masks, A4)
  return reading.lines
    .flatMap(l => l.words)
    .filter(w => zones.includes(w.zone))
    .map(w => w.text)
}
const doubtful = (reading: PageReading, text: string): PageReading => ({
  ...reading,
  lines: reading.lines.map(l => ({
    ...l,
    words: l.words.map((w): Word => (w.text === text ? { ...w, confidence: 0.5 } : w)),
  })),
})

describe('what the proof need not read again', () => {
  it('is a word surely read, an amount, a date', () => {
    expect(plain(page().line('Salaire de base 2 008,39 le 31/08/2026').build())).toHaveLength(7)
  })

  it('is not a word that was read with doubt', () => {
    expect(plain(doubtful(page().line('Nom Martln').build(), 'Martln'))).toEqual(['Nom'])
  })

  it('is not a long number, nor anything on its line', () => {
    expect(plain(page().line('Dossier 267073155547312 de Mme ALIX').build())).toEqual([])
    expect(plain(page().line('Dossier 2 67 07 31 555 473').build())).toEqual([])
  })

  it('is not the line of a label of the NIR', () => {
    expect(plain(page().line('N° de sécurité sociale :').line('Emploi : agent').build())).toEqual([
      'Emploi',
      ':',
      'agent',
    ])
  })

  it('is not what stands beside a mask', () => {
    const reading = page().line('Matricule', 'Clé').skip(4).line('Emploi : agent').build()
    expect(plain(reading, zonesOf(reading, 'Clé'))).toEqual(['Emploi', ':', 'agent'])
  })
})
