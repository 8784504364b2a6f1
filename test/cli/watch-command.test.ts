import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FolderWatcher } from '../../src/cli/watch-command.ts'
import { parseConfig, type Config } from '../../src/config/config.ts'
import type { House } from '../../src/flow/house.ts'
import { newWorkDir, openEmptyHouse } from '../flow/house.ts'

const outcome = parseConfig({ NUMERISEUR_MAX_OCTETS: '1000' })
const config = (outcome as { config: Config }).config

describe('a watched folder', () => {
  let house: House, folder: string, lines: string[], watcher: FolderWatcher
  beforeAll(async () => {
    house = await openEmptyHouse()
    folder = await newWorkDir()
    lines = []
    watcher = new FolderWatcher(folder, '75001', house, {
      config,
      now: () => '2026-11-24T10:00:00.000Z',
      stdout: { write: text => lines.push(text) },
    })
  })
  afterAll(() => house.close())
  const names = async (path = ''): Promise<string[]> =>
    (await readdir(join(folder, path), { withFileTypes: true })).filter(e => e.isFile()).map(e => e.name)

  it('takes a file in once it no longer changes, and puts it aside', async () => {
    const path = join(folder, 'scan.pdf')
    await writeFile(path, 'le début')
    await watcher.look()
    await appendFile(path, ' et la fin')
    await watcher.look()
    expect(lines).toEqual([])
    await watcher.look()
    expect(lines).toHaveLength(1)
    expect(await names()).toEqual([])
    expect(await names('deposes')).toEqual(['scan.pdf'])
    expect(await house.receptions.find(lines[0]?.trim() ?? '', 'guichet:75001')).toMatchObject({ octets: 19 })
  })

  it('leaves alone hidden files and folders, and puts aside what is too large', async () => {
    await mkdir(join(folder, 'dossier'))
    await writeFile(join(folder, '.en-cours'), 'x')
    await writeFile(join(folder, 'grand.pdf'), 'x'.repeat(1001))
    await watcher.look()
    await watcher.look()
    expect(await names()).toEqual(['.en-cours'])
    expect(await names('refuses')).toEqual(['grand.pdf'])
    expect(lines).toHaveLength(1)
  })
})
