import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileStore, FileTooLarge } from '../../../src/store/files/file-store.ts'
import { FolderObjects } from '../../../src/store/files/folder-objects.ts'
import { MasterKey } from '../../../src/store/files/master-key.ts'
import { ObjectMissing, ObjectsUnreachable, type ObjectStore } from '../../../src/store/files/objects.ts'
import { S3Objects } from '../../../src/store/files/s3-objects.ts'
import { FakeS3 } from './fake-s3.ts'

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'numeriseur-files-'))
const master = new MasterKey(Buffer.alloc(32, 7))
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
// eslint-disable-next-line @typescript-eslint/require-await
async function* pieces(bytes: Buffer, size = 40_000): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const filesBelow = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter(e => e.isFile())
    .map(e => join(e.parentPath, e.name))

function conformance(name: string, open: (tmp: string) => Promise<ObjectStore>): void {
  describe(`the file store on ${name}`, () => {
    let files: FileStore, tmp: string
    beforeAll(async () => {
      tmp = join(await folder(), 'en-cours')
      files = new FileStore(await open(tmp), master, tmp)
    })
    afterAll(() => files.close())
    const keep = async (bytes: Buffer, address: string): Promise<void> => {
      const draft = await files.receive(pieces(bytes), 'essai', 10_000_000)
      expect(draft).toMatchObject({ sha256: sha256(bytes), octets: bytes.length })
      await draft.commit(address)
    }
    const readAll = async (address: string, context = 'essai'): Promise<Buffer> => {
      const chunks: Buffer[] = []
      for await (const chunk of files.read(address, context)) chunks.push(chunk)
      return Buffer.concat(chunks)
    }

    it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 3_500_000])('gives back %i bytes as they were', async size => {
      const bytes = randomBytes(size)
      await keep(bytes, `a/${size}`)
      expect((await readAll(`a/${size}`)).equals(bytes)).toBe(true)
    })

    it('takes the same bytes twice at one address', async () => {
      const bytes = randomBytes(1000)
      await keep(bytes, 'a/deux')
      await keep(bytes, 'a/deux')
      expect((await readAll('a/deux')).equals(bytes)).toBe(true)
      expect(await filesBelow(tmp)).toEqual([])
    })

    it('does not open a file for another than what it is', async () => {
      await keep(randomBytes(1000), 'a/autre')
      await expect(readAll('a/autre', 'autre chose')).rejects.toMatchObject({ name: 'SealBroken' })
    })

    it('says that a file was destroyed, and destroys twice without a word', async () => {
      await keep(randomBytes(10), 'a/fini')
      await files.remove('a/fini')
      await files.remove('a/fini')
      await expect(readAll('a/fini')).rejects.toBeInstanceOf(ObjectMissing)
    })

    it('keeps nothing of a file that is too large or that breaks off', async () => {
      await expect(files.receive(pieces(randomBytes(90_000)), 'essai', 50_000)).rejects.toBeInstanceOf(FileTooLarge)
      const broken = (async function* () {
        yield* pieces(randomBytes(90_000))
        throw new Error('connection lost')
      })()
      await expect(files.receive(broken, 'essai', 1_000_000)).rejects.toThrow('connection lost')
      expect(await filesBelow(tmp)).toEqual([])
    })

    it('puts a file in a private place only if it is the file of the digest', async () => {
      const bytes = randomBytes(2000)
      await keep(bytes, 'a/place')
      const path = join(await folder(), 'fichier')
      await files.fetch('a/place', 'essai', sha256(bytes), path)
      expect((await readFile(path)).equals(bytes)).toBe(true)
      expect((await stat(path)).mode & 0o077).toBe(0)
      await expect(files.fetch('a/place', 'essai', '0'.repeat(64), `${path}2`)).rejects.toMatchObject({
        name: 'SealBroken',
      })
      await expect(stat(`${path}2`)).rejects.toMatchObject({ code: 'ENOENT' })
    })

    it('says that it answers', async () => expect(await files.check()).toBe(true))
  })
}

conformance('a folder', tmp => Promise.resolve(new FolderObjects(join(tmp, '..', 'fichiers'))))

const s3 = new FakeS3()
conformance('S3', async () => new S3Objects(await s3.start()))
afterAll(() => s3.stop())

describe('the file store', () => {
  it('writes no plain byte to the disk, on the way or at rest', async () => {
    const root = await folder()
    const files = new FileStore(new FolderObjects(root), master, join(root, 'en-cours'))
    const secret = Buffer.from('NOM DU DEMANDEUR '.repeat(5000))
    const draft = await files.receive(pieces(secret), 'original', 1_000_000)
    for (const path of await filesBelow(root)) expect((await readFile(path)).includes('DEMANDEUR')).toBe(false)
    await draft.commit('originaux/x')
    expect((await readFile(join(root, 'originaux/x'))).includes('DEMANDEUR')).toBe(false)
  })

  it('finds every byte that was changed, every frame that was moved, cut off or added', async () => {
    const root = await folder()
    const files = new FileStore(new FolderObjects(root), master, join(root, 'en-cours'))
    const bytes = randomBytes(160_000)
    await (await files.receive(pieces(bytes), 'original', 5_000_000)).commit('x')
    const sealed = await readFile(join(root, 'x'))
    const header = sealed.length - 160_000 - 3 * 16
    const frame = (1 << 16) + 16
    const part = (i: number): Buffer => sealed.subarray(header + i * frame, header + (i + 1) * frame)
    const flip = (at: number): Buffer => {
      const copy = Buffer.from(sealed)
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    }
    const head = sealed.subarray(0, header)
    const spoilt = {
      magic: flip(0),
      'wrapped key': flip(30),
      prefix: flip(header - 1),
      body: flip(header + 100),
      tag: flip(sealed.length - 1),
      'cut off at a frame': sealed.subarray(0, header + 2 * frame),
      'cut off in a frame': sealed.subarray(0, -1),
      'header only': head,
      'frames swapped': Buffer.concat([head, part(1), part(0), part(2)]),
      'frame twice': Buffer.concat([sealed, part(2)]),
    }
    for (const [what, content] of Object.entries(spoilt)) {
      await writeFile(join(root, 'x'), content)
      const read = files.fetch('x', 'original', sha256(bytes), join(root, 'clair'))
      await expect(read, what).rejects.toMatchObject({ name: 'SealBroken' })
    }
  })

  it('says which key is missing when the master key is another', async () => {
    const root = await folder()
    const files = new FileStore(new FolderObjects(root), master, join(root, 'en-cours'))
    const bytes = randomBytes(10)
    await (await files.receive(pieces(bytes), 'original', 100)).commit('x')
    const other = new FileStore(new FolderObjects(root), new MasterKey(Buffer.alloc(32, 8)), join(root, 'en-cours'))
    await expect(other.fetch('x', 'original', sha256(bytes), join(root, 'y'))).rejects.toThrow(/autre clé maître/)
  })

  it('keeps a draft when S3 is down, says so without an address, and goes on when S3 is back', async () => {
    const fake = new FakeS3()
    const objects = new S3Objects(await fake.start())
    const files = new FileStore(objects, master, await folder())
    const bytes = randomBytes(1000)
    const draft = await files.receive(pieces(bytes), 'original', 10_000)
    fake.down = 503
    const refused = draft.commit('originaux/secret-name')
    await expect(refused).rejects.toBeInstanceOf(ObjectsUnreachable)
    await expect(refused).rejects.not.toThrow(/secret-name|127\.0\.0\.1/)
    fake.down = null
    await draft.commit('originaux/secret-name')
    expect(fake.objects.size).toBe(1)
    files.close()
    await fake.stop()
  })
})
