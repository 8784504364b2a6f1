import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What was sealed does not open: another master key, or bytes that changed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor(why: 'key' | 'bytes') {
    super(
      why === 'key'
        ? 'Ce fichier a été scellé avec une autre clé maître. Rétablissez cette clé (NUMERISEUR_CLE_MAITRE).'
        : 'Un fichier scellé est abîmé ou a été modifié. Rétablissez-le depuis une sauvegarde.',
    )
  }
}

/** The file of the master key holds something else. */
export class MasterKeyUnreadable extends Error {
  override readonly name = 'MasterKeyUnreadable'
  constructor(path: string) {
    super(
      `La clé maître (${path}) n'est pas lisible : il faut 32 octets en base64. Rétablissez-la depuis sa sauvegarde.`,
    )
  }
}

const NONCE = 12
const TAG = 16
export const KEY_BYTES = 32
/** Bytes that {@link MasterKey.wrap} adds to what it wraps. */
export const WRAP_BYTES = NONCE + TAG

/** The key that wraps the key of each object (AES-256-GCM, random nonce). It never leaves this class. */
export class MasterKey {
  readonly #key: Buffer
  /** Tells two keys apart, says nothing of either. */
  readonly id: Buffer

  constructor(key: Buffer) {
    if (key.length !== KEY_BYTES) throw new RangeError(`expected ${KEY_BYTES} bytes, got ${key.length}`)
    this.#key = key
    this.id = createHash('sha256').update('numeriseur/cle-maitre@1').update(key).digest().subarray(0, 8)
  }

  wrap(secret: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(context))
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  }

  /** @throws SealBroken */
  unwrap(wrapped: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(wrapped)
    if (bytes.length < WRAP_BYTES) throw new SealBroken('bytes')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(-TAG))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
    } catch {
      throw new SealBroken('bytes')
    }
  }
}

/**
 * The master key: the one given (32 bytes in base64), else that of the file, made once with rights for its owner only.
 * @throws MasterKeyUnreadable
 */
export async function loadMasterKey(given: string | null, path: string): Promise<MasterKey> {
  if (given !== null) return parse(given, 'NUMERISEUR_CLE_MAITRE')
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return parse(await readFile(path, 'utf8'), path)
}

function parse(text: string, where: string): MasterKey {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new MasterKeyUnreadable(where)
  return new MasterKey(key)
}
