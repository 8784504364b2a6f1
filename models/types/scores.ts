import { typeFeatures } from '../../src/sorting/type-features.ts'
import type { TypeModel } from '../../src/sorting/type-model.ts'
import type { Example } from './corpus/example.ts'

/** How many texts the model alone calls by their type, its likeliest one taken whatever it weighs. */
export interface Scores {
  readonly texts: number
  readonly right: number
  /** 0..1, four figures. */
  readonly accuracy: number
  /** Mean over the types of their F1, 0..1. */
  readonly macroF1: number
  /** `template: called n`, most frequent first. */
  readonly wrong: readonly string[]
}

interface Judged {
  readonly example: Example
  readonly called: string
}

export const judge = (example: Example, model: TypeModel): Judged => ({
  example,
  called: model.opinions(typeFeatures(example.pages))[0]?.type ?? '',
})

export function scoresOf(judged: readonly Judged[]): Scores {
  const right = judged.filter(j => j.called === j.example.type).length
  const types = [...new Set(judged.map(j => j.example.type))]
  const f1 = types.map(type => {
    const hits = judged.filter(j => j.called === type && j.example.type === type).length
    const given = judged.filter(j => j.called === type).length
    const expected = judged.filter(j => j.example.type === type).length
    return (2 * hits) / (given + expected)
  })
  const wrong = new Map<string, number>()
  for (const { example, called } of judged) {
    if (called !== example.type)
      wrong.set(`${example.source}: ${called}`, (wrong.get(`${example.source}: ${called}`) ?? 0) + 1)
  }
  return {
    texts: judged.length,
    right,
    accuracy: round(right / judged.length),
    macroF1: round(f1.reduce((sum, f) => sum + f, 0) / f1.length),
    wrong: [...wrong].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`),
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4
