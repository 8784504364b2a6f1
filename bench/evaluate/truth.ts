import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Zone } from '../../src/domain/geometry.ts'
import type { TypePiece } from '../../src/domain/type-piece.ts'

/** The truth of one sample, as the generator writes it beside the file. */
export interface Truth {
  readonly fichier: string
  readonly template: string
  readonly condition: string
  readonly seed: number
  /** What was falsified. Absent: the documents are genuine. */
  readonly falsification?: string
  readonly pages: readonly TruthPage[]
  readonly pieces: readonly TruthPiece[]
}

export interface TruthPage {
  readonly numero: number
  readonly texte: string
  readonly largeurMm?: number
  readonly hauteurMm?: number
  readonly nirZones: readonly Zone[]
  readonly codesZones: readonly Zone[]
  /** What stands in `codesZones`. Absent: none, or the sample was drawn before it was noted. */
  readonly codes?: readonly {
    readonly format: 'datamatrix' | 'qrcode'
    readonly moduleMm: number
    readonly contenu: string
  }[]
  readonly blanche?: true
  /** What is written over the page; absent: nothing, or drawn before it was noted. */
  readonly filigrane?: { readonly texte: string; readonly sens: 'protection' | 'copie' | 'modele' }
  /** Absent in samples drawn before it was noted. */
  readonly pose?: {
    readonly quartsDeTour: 0 | 1 | 2 | 3 | null
    readonly inclinaison: number | null
    readonly faces?: readonly number[]
  }
}

export interface TruthPiece {
  readonly pages: readonly number[]
  readonly type: TypePiece
  readonly champs: Readonly<Record<string, string | number | boolean>>
  readonly dateFinValidite: string | null
  readonly regleValidite: string
  readonly nir: { readonly occurrences: number }
  /** Present when nobody can read the piece. */
  readonly lisible?: false
  /** Share of its words that went with what was cut off. */
  readonly partManquante?: number
}

export interface Sample {
  readonly path: string
  readonly truth: Truth
}

/** The capture condition that a sample is counted under: a bundle mixes several. */
export const conditionOf = ({ condition }: Truth): string => (condition.includes(' + ') ? 'bundle' : condition)

/**
 * The resolution that a sample is counted under: what its pages come to, to ten dots per inch; photos apart, since theirs
 * is but an estimate.
 */
export const resolutionOf = ({ condition }: Truth, dpi: number | undefined): string =>
  condition.includes('photo') ? 'photo' : dpi === undefined ? 'no page' : `${Math.round(dpi / 10) * 10} dpi`

const SUFFIX = '.truth.json'

/** Every sample of a folder and its subfolders, by name. */
export async function loadSamples(folder: string): Promise<Sample[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const names = entries
    .filter(e => e.isFile() && e.name.endsWith(SUFFIX))
    .map(e => join(e.parentPath, e.name))
    .sort()
  return Promise.all(
    names.map(async name => {
      const truth = JSON.parse(await readFile(name, 'utf8')) as Truth
      return { path: join(name, '..', truth.fichier), truth }
    }),
  )
}
