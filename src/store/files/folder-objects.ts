import { constants } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ObjectMissing, type ObjectStore } from './objects.ts'

/** Objects in a folder of this machine. A file has its name only once its bytes are on the disk. */
export class FolderObjects implements ObjectStore {
  readonly #folder: string

  /** @param folder on the same disk as the files that {@link put} takes */
  constructor(folder: string) {
    this.#folder = folder
  }

  async put(address: string, localFile: string): Promise<void> {
    const path = join(this.#folder, address)
    const made = await mkdir(dirname(path), { recursive: true })
    await sync(localFile)
    await rename(localFile, path)
    // The names too: that of the file, and those of the folders that were not there.
    const top = made === undefined ? dirname(path) : dirname(made)
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      await sync(folder)
      if (folder === top || folder === dirname(folder)) return
    }
  }

  async read(address: string): Promise<AsyncIterable<Uint8Array>> {
    try {
      const file = await open(join(this.#folder, address))
      return file.createReadStream({ highWaterMark: 1 << 18 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ObjectMissing()
      throw error
    }
  }

  async remove(address: string): Promise<void> {
    await rm(join(this.#folder, address), { force: true })
  }

  async check(): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true })
    return access(this.#folder, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    )
  }

  close(): void {
    return
  }
}

/** Waits until a file, or the names of a folder, are on the disk. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
