import { readFileSync } from 'node:fs'

/** The shared MRZ vectors (published specimens and made ones), read against 1 July 2026. */
interface MrzVector {
  readonly id: string
  readonly note?: string
  readonly lines: readonly string[]
  readonly expected: {
    readonly format: string | null
    readonly fields?: Readonly<Record<string, string | boolean | null>>
    readonly checks?: Readonly<Record<string, boolean>>
    readonly valid?: boolean
  }
  readonly corrected?: readonly string[]
  readonly error?: string
  readonly signs?: readonly string[]
}

interface VectorFile {
  readonly referenceDate: string
  readonly checkDigits: readonly (readonly [string, string])[]
  readonly vectors: readonly MrzVector[]
}

export const MRZ_VECTORS = JSON.parse(
  readFileSync(new URL('../../vectors/mrz.json', import.meta.url), 'utf8'),
) as VectorFile

export const REFERENCE_DAY = MRZ_VECTORS.referenceDate
