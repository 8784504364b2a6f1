import { rng } from '../../samples/generator/rng.ts'
import type { PageReading } from '../../src/domain/reading.ts'
import type { Evaluation } from './evaluate-sample.ts'

/** Pages of several documents one after the other, and where each document lies. */
export interface Bundle {
  /** How it was put together. */
  readonly kind: string
  readonly pages: readonly PageReading[]
  /** Page numbers of each document, in order. */
  readonly pieces: readonly (readonly number[])[]
}

/** One document as it was read. */
interface Part {
  readonly template: string
  readonly type: string
  readonly pages: readonly PageReading[]
}

const BUNDLES_OF_A_KIND = 60
const KINDS = ['any order', 'neighbours of one type', 'blank backs'] as const

/**
 * Bundles drawn at random from the documents that were read, the same each time: documents of several people and
 * conditions in any order; two of one type in a row; blank backs behind every page of one-sided sheets. No document stands twice in
 * one bundle. Nothing is read again: only the numbers of pages are new.
 */
export function composeBundles(evaluations: readonly Evaluation[]): Bundle[] {
  const parts = evaluations.flatMap(partsOf)
  const layouts = new Set(parts.map(p => p.template))
  if (layouts.size < 12) return []
  return KINDS.flatMap(kind => Array.from({ length: BUNDLES_OF_A_KIND }, (_, i) => compose(kind, parts, i)))
}

function partsOf({ sample: { truth }, pages }: Evaluation): Part[] {
  if (truth.falsification !== undefined || truth.pieces.length !== 1) return []
  return truth.pieces.flatMap(piece => {
    const own = pages.map(p => p.reading).filter(r => piece.pages.includes(r.page))
    const readable = piece.lisible !== false && own.every(r => r.quality.state === 'readable')
    return readable && own.length > 0 ? [{ template: truth.template, type: piece.type, pages: own }] : []
  })
}

function compose(kind: (typeof KINDS)[number], parts: readonly Part[], i: number): Bundle {
  const random = rng('bundles', kind, i)
  const chosen: Part[] = []
  const free = (part: Part): boolean => chosen.every(c => c.template !== part.template)
  const wanted = random.int(3, 9)
  for (let tries = 0; chosen.length < wanted && tries < 200; tries++) {
    const last = chosen.at(-1)
    const alike = kind === 'neighbours of one type' && last !== undefined && chosen.length % 2 === 1
    const among = alike ? parts.filter(p => p.type === last.type && free(p)) : parts.filter(free)
    if (among.length > 0) chosen.push(random.pick(among))
    else if (alike) chosen.push(random.pick(parts.filter(free)))
  }
  const pages: PageReading[] = []
  const pieces = chosen.map(part =>
    part.pages.map(reading => {
      const page = pages.length + 1
      pages.push({ ...reading, page })
      if (kind === 'blank backs') pages.push(blank(reading, page + 1))
      return page
    }),
  )
  return { kind, pages, pieces }
}

/** The back of a one-sided sheet. */
const blank = (front: PageReading, page: number): PageReading => ({
  ...front,
  page,
  quality: { ...front.quality, state: 'blank', motif: null },
  lines: [],
  barcodes: [],
  mrzBands: [],
})
