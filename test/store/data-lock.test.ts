import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DataLockUnreadable, StoreAlreadyOpen, takeLock } from '../../src/store/data-lock.ts'

const lockPath = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'numeriseur-lock-')), 'data.lock')

describe('the lock of a data folder', () => {
  it('is refused to a second owner while the first lives, with the number of its process', async () => {
    const path = await lockPath()
    const lock = await takeLock(path)
    await expect(takeLock(path)).rejects.toThrow(new StoreAlreadyOpen(process.pid).message)
    await lock.release()
    await (await takeLock(path)).release()
  })

  it('is taken over from a process that is dead', async () => {
    const path = await lockPath()
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    await takeLock(path, child.pid)
    await expect(takeLock(path)).rejects.toBeInstanceOf(StoreAlreadyOpen)
    child.kill('SIGKILL')
    await new Promise(resolve => child.on('exit', resolve))
    await (await takeLock(path)).release()
  })

  it('is taken over from another process that was given the same number', async () => {
    const path = await lockPath()
    await writeFile(path, JSON.stringify({ pid: process.pid, start: '1', boot: '' }))
    await (await takeLock(path)).release()
  })

  it('goes to one alone of many that find its owner dead at the same time', async () => {
    const path = await lockPath()
    await writeFile(path, JSON.stringify({ pid: process.pid, start: '1', boot: '' }))
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']))
    const taken = await Promise.allSettled(children.map(child => takeLock(path, child.pid)))
    children.forEach(child => child.kill('SIGKILL'))
    expect(taken.filter(t => t.status === 'fulfilled')).toHaveLength(1)
    for (const t of taken) if (t.status === 'rejected') expect(t.reason).toBeInstanceOf(StoreAlreadyOpen)
  })

  it('is not taken from a file that cannot be read: a person looks', async () => {
    const path = await lockPath()
    for (const content of ['', '{"pid":"x"}', 'null']) {
      await writeFile(path, content)
      await expect(takeLock(path)).rejects.toBeInstanceOf(DataLockUnreadable)
    }
  })
})
