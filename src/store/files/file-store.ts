import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBack, writeNew } from './draft-file.ts'
import { SealBroken, type MasterKey } from './master-key.ts'
import type { ObjectStore } from './objects.ts'
import { seal, unseal } from './sealed-stream.ts'

/** More bytes came than a file may have. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
  constructor(maxBytes: number) {
    super(`Ce fichier dépasse ${maxBytes} octets. Séparez-le en plusieurs fichiers, puis redéposez-les.`)
  }
}

/** Bytes received and sealed, not yet kept. */
export interface Draft {
  /** Digest and size of the bytes as received. */
  readonly sha256: string
  readonly octets: number
  /** Keeps them under this address, once they were read again from the disk and found whole. */
  commit(address: string): Promise<void>
  discard(): Promise<void>
}

const OWNER_ONLY = { mode: 0o600 }

/** Files, sealed before they touch a disk. Addresses hold the digest of the content: the same bytes come to the same place. */
export class FileStore {
  readonly #objects: ObjectStore
  readonly #master: MasterKey
  readonly #tmpDir: string

  /** @param tmpDir for sealed bytes on their way; on the disk of the objects when these are a folder */
  constructor(objects: ObjectStore, master: MasterKey, tmpDir: string) {
    this.#objects = objects
    this.#master = master
    this.#tmpDir = tmpDir
  }

  /**
   * Takes in bytes as they come.
   * @param context what they are; to be said again to open them
   * @throws FileTooLarge
   */
  async receive(source: AsyncIterable<Uint8Array>, context: string, maxBytes: number): Promise<Draft> {
    const path = join(this.#tmpDir, randomUUID())
    const hash = createHash('sha256')
    let octets = 0
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of source) {
        octets += chunk.length
        if (octets > maxBytes) throw new FileTooLarge(maxBytes)
        hash.update(chunk)
        yield chunk
      }
    }
    let kept = false
    const discard = async (): Promise<void> => {
      if (!kept) await rm(path, { force: true })
    }
    try {
      await writeNew(path, seal(counted(), this.#master, context))
    } catch (error) {
      await discard()
      throw error
    }
    return {
      sha256: hash.digest('hex'),
      octets,
      discard,
      commit: async address => {
        // Each frame carries the tag of the bytes that were sealed: opened to its end, the file on the disk is whole.
        let whole = 0
        for await (const bytes of unseal(readBack(path), this.#master, context)) whole += bytes.length
        if (whole !== octets) throw new SealBroken('bytes')
        await this.#objects.put(address, path)
        kept = true
      },
    }
  }

  /**
   * The bytes of a file, as they come.
   * @throws ObjectMissing @throws SealBroken
   */
  async *read(address: string, context: string): AsyncGenerator<Buffer> {
    yield* unseal(await this.#objects.read(address), this.#master, context)
  }

  /**
   * Puts the bytes of a file in a private place of this machine, if they are those of the digest.
   * @throws ObjectMissing @throws SealBroken
   */
  async fetch(address: string, context: string, sha256: string, path: string): Promise<void> {
    const hash = createHash('sha256')
    const read = this.read(address, context)
    const hashed = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of read) {
        hash.update(chunk)
        yield chunk
      }
    }
    try {
      await writeFile(path, hashed(), OWNER_ONLY)
      if (hash.digest('hex') !== sha256) throw new SealBroken('bytes')
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  remove(address: string): Promise<void> {
    return this.#objects.remove(address)
  }

  check(): Promise<boolean> {
    return this.#objects.check()
  }

  /** A short text under the master key, as base64. */
  sealText(text: string, context: string): string {
    return this.#master.wrap(Buffer.from(text), context).toString('base64')
  }

  /** @throws SealBroken */
  openText(sealed: string, context: string): string {
    return this.#master.unwrap(Buffer.from(sealed, 'base64'), context).toString('utf8')
  }

  close(): void {
    this.#objects.close()
  }
}
