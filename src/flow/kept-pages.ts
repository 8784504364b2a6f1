import { createReadStream } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Travail } from '../domain/work.ts'
import type { Engines } from '../sandbox/pool.ts'
import type { AnswerTo, EngineRequest, Measured, ReadAnswer } from '../sandbox/protocol.ts'
import { pageAddress, pageContext } from './addresses.ts'
import type { House } from './house.ts'

/** A page as the confined process left it; its picture lies at `raster.path`. */
type PageRead = Extract<ReadAnswer, { readonly ok: true }> & Measured

/** Pages read before, by a worker that may have died since. */
export interface PageKeeper {
  /** The page, its picture put back at `rasterPath`; `null` when it is to be read. */
  find(page: number, rasterPath: string): Promise<PageRead | null>
  keep(page: number, read: PageRead): Promise<void>
}

/** A shorter file is read again whole: that costs less than keeping its pages. */
const LONG_FILE = 10

/** The confined processes, but a page of a long file that was read before is not read again. */
export function withKeptPages(engines: Engines, keeper: PageKeeper): Engines {
  let long = false
  const run = async (request: EngineRequest): Promise<AnswerTo<EngineRequest> & Measured> => {
    if (request.kind === 'read' && long) {
      const before = await keeper.find(request.page, request.rasterPath)
      if (before) return before
      const read = await engines.run(request)
      if (read.ok) await keeper.keep(request.page, read)
      return read
    }
    const answer = await engines.run(request)
    if (request.kind === 'inspect' && 'pageCount' in answer) long = answer.pageCount > LONG_FILE
    return answer
  }
  return { run: run as Engines['run'] }
}

/** More than the picture of any page may have. */
const MAX_PAGE_BYTES = 1_000_000_000

/** Pages kept sealed in the file store while their file is read. */
export class SealedPages implements PageKeeper {
  readonly #house: Pick<House, 'files' | 'pages'>
  readonly #travail: Travail

  constructor(house: Pick<House, 'files' | 'pages'>, travail: Travail) {
    this.#house = house
    this.#travail = travail
  }

  /** What cannot be found or opened again is read again: it costs time only. */
  async find(page: number, rasterPath: string): Promise<PageRead | null> {
    const { files, pages } = this.#house
    const read = `${rasterPath}.lue`
    try {
      const kept = await pages.find(this.#travail, page)
      if (kept === null) return null
      await files.fetch(kept.adresse, pageContext(this.#travail.depotId, page), kept.sha256, read)
      const bytes = await readFile(read)
      const head = bytes.readUInt32LE(0)
      const answer = deserialize(bytes.subarray(4, 4 + head)) as PageRead
      await writeFile(rasterPath, bytes.subarray(4 + head))
      return { ...answer, raster: { ...answer.raster, path: rasterPath } }
    } catch {
      return null
    } finally {
      await rm(read, { force: true })
    }
  }

  /** A page that cannot be kept now is one that a later worker reads again; this one has it. */
  async keep(page: number, read: PageRead): Promise<void> {
    const { files, pages } = this.#house
    const { depotId } = this.#travail
    try {
      const draft = await files.receive(packed(read), pageContext(depotId, page), MAX_PAGE_BYTES)
      try {
        const address = pageAddress(this.#travail, page)
        // Noted first: what was noted is destroyed in the end, whatever dies in between.
        await pages.add(this.#travail, page, address, draft.sha256)
        await draft.commit(address)
      } finally {
        await draft.discard()
      }
    } catch {
      return
    }
  }
}

/** Length of the reading (4 bytes), the reading as V8 writes it, then the pixels. */
async function* packed(read: PageRead): AsyncGenerator<Uint8Array> {
  const head = serialize(read)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  yield Buffer.concat([length, head])
  yield* createReadStream(read.raster.path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>
}

const BATCH = 500

/** Destroys the pages that were kept of a file that is read, or of all such files (`null`). */
export async function forgetPages(
  { files, pages }: Pick<House, 'files' | 'pages'>,
  depotId: string | null,
): Promise<void> {
  for (;;) {
    const needless = await pages.needless(depotId, BATCH)
    for (const { adresse } of needless) {
      await files.remove(adresse)
      await pages.remove(adresse)
    }
    if (needless.length < BATCH) return
  }
}
