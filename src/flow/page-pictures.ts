import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engines } from '../sandbox/pool.ts'
import type { FileLimits } from '../sandbox/protocol.ts'
import type { FileStore } from '../store/files/file-store.ts'
import { pieceAddress, pieceContext } from './addresses.ts'

/**
 * A page of a piece as a JPEG, made from the masked PDF that was delivered: nobody ever sees a page of the original.
 * `null`: the piece has no such page.
 * @throws ObjectMissing when the file of the piece was destroyed
 */
export type PagePicture = (depotId: string, sha256: string, page: number) => Promise<Uint8Array | null>

/** @param workDir private folder of this machine, for the bytes of the piece while its page is drawn */
export function createPagePictures(
  engines: Engines,
  files: Pick<FileStore, 'fetch'>,
  workDir: string,
  limits: FileLimits,
): PagePicture {
  return async (depotId, sha256, page) => {
    const path = join(workDir, `piece-${randomUUID()}`)
    try {
      await files.fetch(pieceAddress(depotId, sha256), pieceContext(depotId), sha256, path)
      const answer = await engines.run({ kind: 'picture', path, limits, page })
      return answer.ok ? answer.jpeg : null
    } finally {
      await rm(path, { force: true })
    }
  }
}
