import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMasterKey, MasterKey, MasterKeyUnreadable, SealBroken } from '../../../src/store/files/master-key.ts'

describe('the master key', () => {
  it('is made once, for its owner only, and found again', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'numeriseur-key-')), 'sous', 'cle-maitre')
    const [first, second] = await Promise.all([loadMasterKey(null, path), loadMasterKey(null, path)])
    expect(second.id).toEqual(first.id)
    expect((await stat(path)).mode & 0o077).toBe(0)
    const given = (await readFile(path, 'utf8')).trim()
    expect((await loadMasterKey(given, '/nowhere')).id).toEqual(first.id)
  })

  it('is refused when it is not 32 bytes, and never replaced', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'numeriseur-key-')), 'cle-maitre')
    await writeFile(path, 'trop court')
    await expect(loadMasterKey(null, path)).rejects.toBeInstanceOf(MasterKeyUnreadable)
    expect(await readFile(path, 'utf8')).toBe('trop court')
  })

  it('opens what it sealed, for the same context only', () => {
    const key = new MasterKey(Buffer.alloc(32, 1))
    const sealed = key.wrap(Buffer.from('nom.pdf'), 'depot-a')
    expect(key.unwrap(sealed, 'depot-a').toString()).toBe('nom.pdf')
    expect(() => key.unwrap(sealed, 'depot-b')).toThrow(SealBroken)
    expect(() => key.unwrap(sealed.subarray(0, 5), 'depot-a')).toThrow(SealBroken)
    expect(sealed.equals(key.wrap(Buffer.from('nom.pdf'), 'depot-a'))).toBe(false)
  })
})
