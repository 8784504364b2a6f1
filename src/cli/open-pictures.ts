import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { House } from '../flow/house.ts'
import { createPagePictures, type PagePicture } from '../flow/page-pictures.ts'
import { EnginePool } from '../sandbox/pool.ts'

/** Draws pages where no worker runs: one confined process, started with the first page that is asked for. */
export async function openPictures(
  { limits }: Config,
  { files }: Pick<House, 'files'>,
): Promise<{ readonly pictures: PagePicture; stop(): Promise<void> }> {
  const workDir = await mkdtemp(join(tmpdir(), 'numeriseur-pages-'))
  const pool = new EnginePool(1)
  return {
    pictures: createPagePictures(pool, files, workDir, limits),
    stop: async () => {
      pool.close()
      await rm(workDir, { recursive: true, force: true })
    },
  }
}
