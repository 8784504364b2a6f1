import { createHash } from 'node:crypto'
import type { Rng } from './template.ts'

/**
 * Deterministic random numbers (sfc32) named by their labels: `rng(1, 'bulletin', 'noise')` is the same stream on every
 * machine, and no stream depends on how many numbers another one took.
 */
export function rng(...labels: readonly (string | number)[]): Rng {
  const hash = createHash('sha256').update(labels.join('\u0000')).digest()
  let a = hash.readUInt32LE(0)
  let b = hash.readUInt32LE(4)
  let c = hash.readUInt32LE(8)
  let d = hash.readUInt32LE(12)
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('nothing to pick from')
      return items[int(0, items.length - 1)] as T
    },
    chance: probability => next() < probability,
    digits: n => Array.from({ length: n }, () => String(int(0, 9))).join(''),
  }
}

/** Normal deviate (Box-Muller), mean 0, deviation 1. */
export function normal(random: Rng): number {
  const u = Math.max(random.next(), 1e-12)
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.next())
}
