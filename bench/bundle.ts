import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { processFile } from '../src/pipeline/process-file.ts'
import { residentBytes } from './evaluate/peak-memory.ts'
import type { Sample } from './evaluate/truth.ts'
import { openBench } from './open-bench.ts'

/** What one large deposit costs in memory, and how soon its pages come. */
export interface BundleFigures {
  readonly pages: number
  readonly pieces: number
  readonly wallSeconds: number
  readonly firstPageSeconds: number
  readonly lastPageSeconds: number
  /** Most resident memory of this process and its engines together, sampled. */
  readonly peakMegabytes: number
}

/** Milliseconds between two looks at the memory. */
const LOOK = 100

/** Processes one PDF of `pages` scanned pages, made of the samples one after the other, with two engines. */
export async function measureBundle(scans: readonly Sample[], pages: number, workDir: string): Promise<BundleFigures> {
  const path = join(workDir, 'liasse.pdf')
  await writeFile(path, await bundleOf(scans, pages))
  const start = performance.now()
  const since = (): number => (performance.now() - start) / 1000
  const read: number[] = []
  const base = await openBench(workDir, 2)
  const context = {
    ...base,
    onEvent: (event: { readonly kind: string }) => {
      if (event.kind === 'page-read') read.push(since())
    },
  }
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes())), LOOK)
  try {
    const resultat = await processFile(path, { canal: 'cli', guichet: null, numeroUnique: null, ...RECEIVED }, context)
    return {
      pages: read.length,
      pieces: resultat.pieces.length,
      wallSeconds: since(),
      firstPageSeconds: read[0] ?? NaN,
      lastPageSeconds: read.at(-1) ?? NaN,
      peakMegabytes: peak / 1e6,
    }
  } finally {
    clearInterval(timer)
    base.pool.close()
  }
}

const RECEIVED = { jourDepot: '2026-10-15', recuLe: '2026-10-15T00:00:00+02:00' }

async function bundleOf(scans: readonly Sample[], pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const jpegs = await Promise.all(scans.filter(s => s.path.endsWith('.jpg')).map(s => readFile(s.path)))
  for (let i = 0; i < pages; i++) {
    const image = await pdf.embedJpg(jpegs[i % jpegs.length] as Buffer)
    const size = image.width < image.height ? ([595.28, 841.89] as const) : ([841.89, 595.28] as const)
    pdf.addPage([...size]).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return pdf.save()
}
