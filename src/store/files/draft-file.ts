import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes that go to the disk, or come from it, in one call. */
const CALL_BYTES = 1 << 18

/** Writes a new file, for its owner only, as its bytes come. Its folder is made when it is not there. */
export async function writeNew(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await openNew(path)
  try {
    let held: Uint8Array[] = []
    let length = 0
    const write = async (): Promise<void> => {
      const { bytesWritten } = await file.writev(held)
      // The kernel writes less only when the disk is full: the next write says so.
      if (bytesWritten < length) await file.writeFile(Buffer.concat(held).subarray(bytesWritten))
      held = []
      length = 0
    }
    for await (const chunk of source) {
      held.push(chunk)
      length += chunk.length
      if (length >= CALL_BYTES) await write()
    }
    if (length > 0) await write()
  } finally {
    await file.close()
  }
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(dirname(path), { recursive: true })
    return open(path, 'wx', 0o600)
  }
}

/** The bytes of a file. All chunks lie in the same memory: one is used before the next is asked for. */
export async function* readBack(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafeSlow(CALL_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CALL_BYTES)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
