import { createCipheriv, createDecipheriv, randomBytes, type DecipherGCM } from 'node:crypto'
import { KEY_BYTES, SealBroken, WRAP_BYTES, type MasterKey } from './master-key.ts'

/**
 * Bytes at rest: AES-256-GCM in frames of 64 KiB, STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that
 * a file is read as it comes and a frame changed, moved, taken away or added at the end is found. A frame is held until
 * one more byte tells that it is not the last: small frames let hundreds of files come in at once in little memory.
 *
 *     header  "NMR2" · id of the master key (8) · wrapped key of this object (60) · nonce prefix (7)
 *     frame   ciphertext (64 KiB, the last one shorter) · tag (16)
 *     nonce   prefix (7) · number of the frame (4, big endian) · 1 on the last frame else 0 (1)
 *
 * The context (what the object is) is authenticated with the key and with every frame.
 */
const MAGIC = Buffer.from('NMR2')
const FRAME = 1 << 16
const TAG = 16
const PREFIX = 7
const WRAPPED = KEY_BYTES + WRAP_BYTES
const HEADER = MAGIC.length + 8 + WRAPPED + PREFIX

/** Seals bytes under a key of their own. */
export async function* seal(
  source: AsyncIterable<Uint8Array>,
  master: MasterKey,
  context: string,
): AsyncGenerator<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const prefix = randomBytes(PREFIX)
  yield Buffer.concat([MAGIC, master.id, master.wrap(key, context), prefix])
  let number = 0
  for await (const { bytes, last } of frames(source, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number++, last)).setAAD(Buffer.from(context))
    // GCM is a stream cipher: `update` gives all the bytes, `final` none.
    yield cipher.update(bytes)
    cipher.final()
    yield cipher.getAuthTag()
  }
}

/**
 * Opens what {@link seal} made. No byte of a frame is given before its tag is checked.
 * @throws SealBroken
 */
export async function* unseal(
  source: AsyncIterable<Uint8Array>,
  master: MasterKey,
  context: string,
): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    const { header, after } = await splitHeader(iterator)
    const { key, prefix } = readHeader(header, master, context)
    let number = 0
    for await (const { bytes, last } of frames(rest(after, iterator), FRAME + TAG)) {
      if (bytes.length < TAG) throw new SealBroken('bytes')
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, number++, last))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-TAG))
      yield checked(decipher, bytes.subarray(0, -TAG))
    }
  } finally {
    await iterator.return?.()
  }
}

function checked(decipher: DecipherGCM, bytes: Buffer): Buffer {
  try {
    const open = decipher.update(bytes)
    decipher.final()
    return open
  } catch {
    throw new SealBroken('bytes')
  }
}

function readHeader(header: Buffer, master: MasterKey, context: string): { key: Buffer; prefix: Buffer } {
  if (header.length < HEADER || !header.subarray(0, 4).equals(MAGIC)) throw new SealBroken('bytes')
  if (!header.subarray(4, 12).equals(master.id)) throw new SealBroken('key')
  return { key: master.unwrap(header.subarray(12, 12 + WRAPPED), context), prefix: header.subarray(12 + WRAPPED) }
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(PREFIX + 5)
  prefix.copy(bytes)
  bytes.writeUInt32BE(number, PREFIX)
  bytes[PREFIX + 4] = last ? 1 : 0
  return bytes
}

async function splitHeader(iterator: AsyncIterator<Uint8Array>): Promise<{ header: Buffer; after: Buffer }> {
  let head = Buffer.alloc(0)
  while (head.length < HEADER) {
    const next = await iterator.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  return { header: head.subarray(0, HEADER), after: head.subarray(HEADER) }
}

async function* rest(first: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
}

/**
 * Cuts a stream into frames of `size` bytes; the last is shorter or equal, and there is always one. All frames lie in the
 * same memory: one is used before the next is asked for.
 */
async function* frames(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  const held = Buffer.allocUnsafeSlow(size)
  let length = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      // Given away only when more comes: the last frame is known only at the end.
      if (length === size) {
        yield { bytes: held, last: false }
        length = 0
      }
      const part = chunk.subarray(at, at + size - length)
      held.set(part, length)
      length += part.length
      at += part.length
    }
  }
  yield { bytes: held.subarray(0, length), last: true }
}
