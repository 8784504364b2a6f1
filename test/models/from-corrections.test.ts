import { expect, it } from 'vitest'
import { examplesOf, readCorrections, wrongCuts } from '../../models/types/corpus/from-corrections.ts'
import { learn, toSparse } from '../../models/types/learn.ts'
import { judge } from '../../models/types/scores.ts'
import type { Correction } from '../../src/domain/correction.ts'
import { TypeModel } from '../../src/sorting/type-model.ts'

const correction = (juste: 'bail' | 'recu-hotel', ...mots: string[]): Correction => ({
  schema: 'numeriseur/correction@1',
  objet: 'type',
  lu: 'hors-perimetre',
  juste,
  mots,
})
const cut: Correction = { schema: 'numeriseur/correction@1', objet: 'coupure', faite: true, raisons: ['titre répété'] }

it('learns the type that a person gave to a piece', () => {
  const lines = [
    correction('bail', 'jouissance paisible', 'échoir'),
    correction('recu-hotel', 'villégiature', 'literie'),
    cut,
  ]
  const corrections = readCorrections(lines.map(l => `${JSON.stringify(l)}\n`).join(''))
  const model = new TypeModel({ ...learn(examplesOf(corrections).map(toSparse), 200), words: [] })
  const called = (text: string) =>
    judge({ type: 'bail', source: '', pages: [{ lines: [text], card: false }] }, model).called
  expect(called('la jouissance paisible des lieux')).toBe('bail')
  expect(called('draps et literie')).toBe('recu-hotel')
  expect(wrongCuts(corrections)).toEqual([['made: titre répété', 1]])
})

it('stops at a line that is no correction', () => {
  expect(() => readCorrections(`${JSON.stringify(cut)}\n{"nom":"MARTIN"}`)).toThrow('line 2')
})
