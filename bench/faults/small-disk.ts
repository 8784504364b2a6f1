import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const MEGABYTES = 64

/** A disk of its own in memory, that can be filled to the last byte. Needs the right to mount (root). */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** `null` where this process may not mount. */
  static mount(folder: string): SmallDisk | null {
    mkdirSync(folder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=0755`, 'numeriseur', folder], {
        stdio: 'ignore',
      })
    } catch {
      return null
    }
    return new SmallDisk(folder)
  }

  get #ballast(): string {
    return join(this.folder, 'ballast')
  }

  fill(): void {
    const file = openSync(this.#ballast, 'w')
    try {
      for (let size = 1 << 20; size >= 1; size >>= 4) {
        const bytes = Buffer.alloc(size)
        try {
          for (;;) if (writeSync(file, bytes) < size) break
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
    } finally {
      closeSync(file)
    }
  }

  makeRoom(): void {
    rmSync(this.#ballast, { force: true })
  }

  /** Closes it, with all that it held. */
  unmount(): void {
    if (existsSync(this.folder)) execFileSync('umount', ['-l', this.folder], { stdio: 'ignore' })
  }
}
