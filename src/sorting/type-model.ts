import trained from '../../models/types/weights.json' with { type: 'json' }
import { CODES_TYPE, type TypePiece } from '../domain/type-piece.ts'
import { namedFeatures } from './type-features.ts'

/** Weights as `models/types/train.ts` writes them. */
export interface TypeWeights {
  readonly types: readonly string[]
  readonly bias: readonly number[]
  /** Value of one step of a weight. */
  readonly step: number
  /** Base64 of unsigned 32-bit hashes, little-endian, ascending. */
  readonly features: string
  /** Base64 of signed bytes, one row of types per feature. */
  readonly weights: string
  /** Expressions of our own lists that may be quoted as evidence: what else was learnt may be anybody's name. */
  readonly words: readonly string[]
}

/** How likely each type is for a text, by its words alone. */
export interface TypeOpinion {
  readonly type: TypePiece
  /** Natural logarithm of its probability among all types. */
  readonly logProbability: number
}

/** A linear model over hashed features: softmax of bias + sum of weights / square root of the number of features. */
export class TypeModel {
  readonly #types: readonly TypePiece[]
  readonly #bias: readonly number[]
  readonly #step: number
  readonly #rows: ReadonlyMap<number, number>
  readonly #weights: Int8Array
  readonly #names: ReadonlyMap<number, string>

  constructor({ types, bias, step, features, weights, words }: TypeWeights) {
    this.#types = types.map(known)
    this.#bias = bias
    this.#step = step
    const bytes = Buffer.from(features, 'base64')
    this.#rows = new Map(Array.from({ length: bytes.length / 4 }, (_, i) => [bytes.readUInt32LE(i * 4), i]))
    this.#weights = new Int8Array(Buffer.from(weights, 'base64'))
    this.#names = new Map(words.flatMap(w => [...namedFeatures(w)]))
    if (this.#weights.length !== this.#rows.size * types.length) throw new Error('models/types/weights.json is damaged')
  }

  /** Every type with its likelihood, likeliest first; ties keep the order of the codes. */
  opinions(seen: ReadonlySet<number>): TypeOpinion[] {
    const size = this.#types.length
    const sums = new Float64Array(size)
    for (const key of seen) {
      const row = this.#rows.get(key)
      if (row === undefined) continue
      for (let t = 0; t < size; t++) sums[t] = (sums[t] ?? 0) + (this.#weights[row * size + t] ?? 0)
    }
    const scale = this.#step / Math.sqrt(Math.max(1, seen.size))
    const logits = this.#types.map((_, t) => (this.#bias[t] ?? 0) + (sums[t] ?? 0) * scale)
    const top = Math.max(...logits)
    const total = top + Math.log(logits.reduce((sum, l) => sum + Math.exp(l - top), 0))
    return this.#types
      .map((type, t) => ({ type, logProbability: (logits[t] ?? 0) - total }))
      .sort((a, b) => b.logProbability - a.logProbability)
  }

  /** Every expression of our lists that stands in the text, by the alphabet. */
  known(seen: ReadonlySet<number>): string[] {
    return [...seen].flatMap(key => this.#names.get(key)?.toLowerCase() ?? []).sort()
  }

  /** The words of our lists that speak most for `type` against the other types, strongest first. */
  words(seen: ReadonlySet<number>, type: TypePiece, count: number): string[] {
    const size = this.#types.length
    const column = this.#types.indexOf(type)
    const gains = [...seen].flatMap(key => {
      const [row, words] = [this.#rows.get(key), this.#names.get(key)]
      if (row === undefined || words === undefined) return []
      const weights = this.#weights.subarray(row * size, (row + 1) * size)
      const gain = (weights[column] ?? 0) - weights.reduce((sum, w) => sum + w, 0) / size
      return gain > 0 ? [{ words, gain }] : []
    })
    return gains
      .sort((a, b) => b.gain - a.gain || (a.words < b.words ? -1 : 1))
      .slice(0, count)
      .map(g => g.words.toLowerCase())
  }
}

function known(type: string): TypePiece {
  const code = CODES_TYPE.find(t => t === type)
  if (code === undefined) throw new Error(`models/types/weights.json knows a type that is none: ${type}`)
  return code
}

/** The model that comes with the product. */
export const TYPE_MODEL = new TypeModel(trained)
