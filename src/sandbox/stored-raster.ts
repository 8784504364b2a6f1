import { open } from 'node:fs/promises'
import type { Raster } from '../domain/raster.ts'
import type { StoredRaster } from './protocol.ts'

/**
 * Takes pictures back from the disk, each in the room of the one before: made anew, their weight sets off a garbage
 * collection every few pages. A picture is good until the next is asked for.
 */
export class StoredRasters {
  #room = Buffer.alloc(0)

  /** @throws Error when the file does not hold the whole picture */
  async load({ path, ...shape }: StoredRaster): Promise<Raster> {
    const length = shape.width * shape.height * shape.channels
    if (this.#room.length < length) this.#room = Buffer.allocUnsafeSlow(length)
    const data = this.#room.subarray(0, length)
    const file = await open(path)
    try {
      for (let at = 0; at < length;) {
        const { bytesRead } = await file.read(data, at, length - at, at)
        if (bytesRead === 0) throw new Error('the picture of a page was not stored whole')
        at += bytesRead
      }
    } finally {
      await file.close()
    }
    return { ...shape, data }
  }
}
