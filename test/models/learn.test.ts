import { describe, expect, it } from 'vitest'
import type { Example } from '../../models/types/corpus/example.ts'
import { misread } from '../../models/types/corpus/noise.ts'
import { learn, toSparse } from '../../models/types/learn.ts'
import { judge, scoresOf } from '../../models/types/scores.ts'
import { rng } from '../../samples/generator/rng.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'
import { TypeModel } from '../../src/sorting/type-model.ts'

const example = (type: TypePiece, ...lines: string[]): Example => ({
  type,
  source: type,
  pages: [{ lines, card: false }],
})

const TEXTS = Array.from({ length: 8 }, () => [
  example('bail', 'Contrat de location', 'Le bailleur et le locataire', 'dépôt de garantie'),
  example('bulletin-de-paie', 'Bulletin de salaire', 'cotisations sociales', 'net imposable'),
  example('hors-perimetre', 'Bonjour à tous', 'la fête du quartier', 'avec nos remerciements'),
]).flat()

describe('the training', () => {
  it('learns the words of each type', () => {
    const model = new TypeModel({ ...learn(TEXTS.map(toSparse), 500), words: [] })
    const called = (...lines: string[]) => judge(example('bail', ...lines), model).called
    expect(called('location', 'garantie du bailleur')).toBe('bail')
    expect(called('cotisations', 'salaire net')).toBe('bulletin-de-paie')
    expect(called('la fête', 'remerciements')).toBe('hors-perimetre')
  })

  it('gives the same bytes each time', () => {
    expect(learn(TEXTS.map(toSparse), 500)).toEqual(learn(TEXTS.map(toSparse), 500))
  })

  it('keeps no more features than asked', () => {
    const { features, weights, types } = learn(TEXTS.map(toSparse), 40)
    expect(Buffer.from(features, 'base64').length).toBe(40 * 4)
    expect(Buffer.from(weights, 'base64').length).toBe(40 * types.length)
  })
})

describe('what the training reports', () => {
  it('counts the texts called right and names the others', () => {
    const bail = example('bail', 'x')
    const scores = scoresOf([
      { example: bail, called: 'bail' },
      { example: bail, called: 'quittance-de-loyer' },
    ])
    expect(scores).toMatchObject({ texts: 2, right: 1, accuracy: 0.5, wrong: ['bail: quittance-de-loyer 1'] })
    expect(scores.macroF1).toBeCloseTo(2 / 3, 3)
  })
})

describe('texts misread on purpose', () => {
  it('differ by about the share of signs asked for, and are the same for the same seed', () => {
    const text = 'certificat de scolarité pour année universitaire '.repeat(20)
    const noisy = misread(text, 0.1, rng(5))
    expect(noisy).toBe(misread(text, 0.1, rng(5)))
    expect(noisy).not.toBe(text)
    expect(Math.abs(noisy.length - text.length)).toBeLessThan(text.length * 0.1)
    expect(misread(text, 0, rng(5))).toBe(text)
  })
})
