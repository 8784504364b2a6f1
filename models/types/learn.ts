import { CODES_TYPE, type TypePiece } from '../../src/domain/type-piece.ts'
import { rng } from '../../samples/generator/rng.ts'
import { typeFeatures } from '../../src/sorting/type-features.ts'
import type { TypeWeights } from '../../src/sorting/type-model.ts'
import type { Example } from './corpus/example.ts'

/** A text as numbers: ranks of its features, and what each counts. */
export interface Sparse {
  readonly type: number
  readonly keys: Uint32Array
  readonly source: string
}

export const toSparse = ({ type, source, pages }: Example): Sparse => ({
  type: CODES_TYPE.indexOf(type),
  keys: Uint32Array.from(typeFeatures(pages)),
  source,
})

/** Times that the whole corpus is read. */
const EPOCHS = 8
const RATE = 0.9
/** Pull of every weight towards zero at each of its updates. */
const DECAY = 2e-5
/** A feature of fewer texts tells of one document, not of its type. */
const MINIMUM_TEXTS = 6
const TYPES = CODES_TYPE.length

interface Linear {
  readonly rows: ReadonlyMap<number, number>
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/**
 * Multinomial logistic regression by stochastic gradient, its rate per feature (Adagrad); then once more with the
 * `kept` features that said most, so that the file stays small.
 */
export function learn(texts: readonly Sparse[], kept: number): Omit<TypeWeights, 'words'> {
  const frequent = frequentFeatures(texts)
  const wide = descend(texts, frequent)
  const best = strongest(wide, frequencies(texts), kept)
  return quantise(descend(texts, best))
}

function frequencies(texts: readonly Sparse[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { keys } of texts) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const frequentFeatures = (texts: readonly Sparse[]): number[] =>
  [...frequencies(texts)].filter(([, n]) => n >= MINIMUM_TEXTS).map(([key]) => key)

function strongest({ rows, weights }: Linear, counts: ReadonlyMap<number, number>, kept: number): number[] {
  const gains = [...rows].map(([key, row]) => {
    const own = weights.subarray(row * TYPES, (row + 1) * TYPES)
    const mean = own.reduce((sum, w) => sum + w, 0) / TYPES
    const spread = Math.sqrt(own.reduce((sum, w) => sum + (w - mean) ** 2, 0))
    return [key, spread * Math.sqrt(counts.get(key) ?? 0)] as const
  })
  return gains
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, kept)
    .map(([key]) => key)
}

function descend(texts: readonly Sparse[], features: readonly number[]): Linear {
  const rows = new Map([...features].sort((a, b) => a - b).map((key, i) => [key, i]))
  const weights = new Float32Array(rows.size * TYPES)
  const spent = new Float32Array(rows.size).fill(0.02)
  const bias = new Float32Array(TYPES)
  const found = texts.map(t => Uint32Array.from([...t.keys].flatMap(key => rows.get(key) ?? [])))
  const scores = new Float64Array(TYPES)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const biasRate = 0.05 / (1 + epoch)
    for (const i of shuffled(texts.length, epoch)) {
      const text = texts[i] as Sparse
      const own = found[i] as Uint32Array
      const x = 1 / Math.sqrt(Math.max(1, text.keys.length))
      scores.set(bias)
      for (const row of own) {
        const at = row * TYPES
        for (let t = 0; t < TYPES; t++) scores[t] = (scores[t] as number) + (weights[at + t] as number) * x
      }
      softmax(scores)
      scores[text.type] = (scores[text.type] as number) - 1
      let size = 0
      for (let t = 0; t < TYPES; t++) {
        size += (scores[t] as number) ** 2
        bias[t] = (bias[t] as number) - biasRate * (scores[t] as number)
      }
      if (size < 1e-6) continue
      for (const row of own) {
        spent[row] = (spent[row] as number) + size * x * x
        const rate = (RATE * x) / Math.sqrt(spent[row])
        const at = row * TYPES
        for (let t = 0; t < TYPES; t++)
          weights[at + t] = (weights[at + t] as number) * (1 - DECAY) - rate * (scores[t] as number)
      }
    }
  }
  return { rows, weights, bias }
}

function softmax(scores: Float64Array): void {
  const top = Math.max(...scores)
  let total = 0
  for (let t = 0; t < TYPES; t++) total += scores[t] = Math.exp((scores[t] as number) - top)
  for (let t = 0; t < TYPES; t++) scores[t] = (scores[t] as number) / total
}

function shuffled(size: number, epoch: number): number[] {
  const random = rng('order', epoch)
  const order = Array.from({ length: size }, (_, i) => i)
  for (let i = size - 1; i > 0; i--) {
    const j = random.int(0, i)
    const [a, b] = [order[i] as number, order[j] as number]
    order[i] = b
    order[j] = a
  }
  return order
}

/** One signed byte per weight; the few largest are cut rather than all made coarse. */
function quantise({ rows, weights, bias }: Linear): Omit<TypeWeights, 'words'> {
  const sorted = Float32Array.from(weights, Math.abs).sort()
  const step = (sorted[Math.floor(sorted.length * 0.9998)] ?? 1) / 127
  const bytes = Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round(w / step))))
  const features = Buffer.alloc(rows.size * 4)
  for (const [key, row] of rows) features.writeUInt32LE(key, row * 4)
  return {
    types: CODES_TYPE satisfies TypePiece[],
    bias: Array.from(bias, b => Math.round(b * 1e4) / 1e4),
    step: Math.round(step * 1e6) / 1e6,
    features: features.toString('base64'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}
