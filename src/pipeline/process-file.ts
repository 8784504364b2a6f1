import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { wordsOf } from '../domain/reading.ts'
import type { DepotId } from '../domain/depot-id.ts'
import { ERREURS_DEPOT, type CodeErreurDepot } from '../domain/erreurs.ts'
import type { Bordereau, Depot, Resultat } from '../domain/resultat.ts'
import { coverSheets, type CoverSheet } from '../sorting/cover-sheets.ts'
import { FEW_WORDS, findDuplicates, type Duplicate } from '../sorting/duplicates.ts'
import { splitBundle, type PieceRange } from '../sorting/split-bundle.ts'
import { EngineCrash, EngineFailure } from '../sandbox/engine-process.ts'
import { appearanceOf } from './appearance.ts'
import type { PipelineContext } from './context.ts'
import { describeDepot, type DepotOptions } from './depot.ts'
import { draftPiece } from './draft.ts'
import { findMasks } from './masks.ts'
import { processPiece } from './process-piece.ts'
import { readPages, type ReadPage } from './read-pages.ts'
import { redressementsOf } from './redressements.ts'
import { withoutNir } from './result-barrier.ts'

/**
 * The whole way of one file: bytes, pages, pieces, index.
 *
 * A file that cannot be opened has a result with `erreur` and no piece; a page that cannot be decoded costs only that
 * page; a stage that fails on one piece costs that piece its index.
 *
 * @param path the file as received; it is only read
 * @returns the result, without any NIR; the PDF of each piece is in `context.outDir`
 */
export async function processFile(path: string, options: DepotOptions, context: PipelineContext): Promise<Resultat> {
  const { id, depot } = await describeDepot(path, options)
  const workDir = await mkdtemp(join(context.workDir, 'fichier-'))
  try {
    const opened = await context.pool.run({ kind: 'inspect', path, limits: context.limits })
    if (!opened.ok) return refused(depot, opened.code)
    context.onEvent?.({ kind: 'file-opened', pages: opened.pageCount })

    const pages = await readPages(path, opened.pageCount, { ...context, workDir })
    const received = { id, depot: { ...depot, pages: pages.length }, outside: [basename(path), ...opened.hiddenTexts] }
    return await assembleResult(received, pages, options, context)
  } catch (error) {
    if (error instanceof EngineCrash || error instanceof EngineFailure) return refused(depot, 'traitement-impossible')
    throw error
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

interface Received {
  readonly id: DepotId
  readonly depot: Depot
  /** The name of the file as received and its texts that no page shows: searched for NIR, and nothing else. */
  readonly outside: readonly string[]
}

/** From pages as read to the result: sorting, fields, masking, checks, index, files. */
export async function assembleResult(
  { id, depot, outside }: Received,
  pages: readonly ReadPage[],
  options: DepotOptions,
  context: PipelineContext,
): Promise<Resultat> {
  const blank = pages.filter(p => p.reading.quality.state === 'blank').map(p => p.reading.page)
  const sheets = coverSheets(pages.map(p => p.reading))
  if (blank.length + sheets.length >= pages.length) return refused(depot, 'pages-blanches')

  const ranges = splitBundle(pages.map(p => p.reading))
  const doublons = await duplicatesAmong(ranges, pages)
  const drafts = ranges.map(range => draftPiece(range, pages, options.jourDepot))
  const masks = findMasks(drafts, outside)
  const pieces = await Promise.all(
    drafts.map((draft, i) =>
      processPiece({
        depotId: id,
        rank: i + 1,
        of: drafts.length,
        draft,
        masks,
        doublons: doublons.filter(d => d.pages.every(p => draft.range.pages.includes(p))),
        options,
        context,
      }),
    ),
  )
  return withoutNir({
    schema: 'numeriseur/resultat@1',
    depot: { ...depot, numeroUnique: depot.numeroUnique ?? numeroOf(sheets) },
    erreur: null,
    pieces,
    ...(blank.length > 0 ? { pagesBlanches: blank } : {}),
    ...(sheets.length > 0 ? { bordereaux: sheets.map(bordereauOf) } : {}),
    ...(doublons.length > 0 ? { doublons: doublons.map(d => ({ pages: d.pages, de: d.of })) } : {}),
    redressements: redressementsOf(pages),
  })
}

/** Pictures are compared only where hardly anything is written. */
async function duplicatesAmong(ranges: readonly PieceRange[], pages: readonly ReadPage[]): Promise<Duplicate[]> {
  const seen = new Map<number, string>()
  for (const { reading, raster } of pages) {
    const bare = reading.quality.state === 'readable' && wordsOf(reading).length < FEW_WORDS
    if (bare && raster !== null) seen.set(reading.page, await appearanceOf(raster))
  }
  const readings = pages.map(p => p.reading)
  return findDuplicates(ranges, readings, page => seen.get(page) ?? null)
}

const bordereauOf = ({ page, contenu }: CoverSheet): Bordereau => ({
  page,
  lu: contenu !== null,
  type: contenu?.type ?? null,
})

/** The numéro unique that every sheet carries; `null` when there is none, or when they differ. */
function numeroOf(sheets: readonly CoverSheet[]): string | null {
  const numbers = new Set(sheets.flatMap(s => s.contenu?.numeroUnique ?? []))
  const [only] = numbers
  return numbers.size === 1 && only !== undefined ? only : null
}

const refused = (depot: Depot, code: CodeErreurDepot): Resultat =>
  withoutNir({
    schema: 'numeriseur/resultat@1',
    depot,
    erreur: { code, message: ERREURS_DEPOT[code] },
    pieces: [],
  })
