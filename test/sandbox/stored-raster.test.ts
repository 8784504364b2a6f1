import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoredRasters } from '../../src/sandbox/stored-raster.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numeriseur-raster-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function store(name: string, width: number, height: number, value: number, bytes = width * height) {
  const path = join(folder, name)
  await writeFile(path, new Uint8Array(bytes).fill(value))
  return { path, width, height, channels: 1 as const, dpi: 200 }
}

describe('the picture of a page kept on the disk', () => {
  it('comes back as it was, whatever was loaded before it', async () => {
    const rasters = new StoredRasters()
    for (const [width, height, value] of [
      [30, 40, 1],
      [10, 10, 2],
      [50, 60, 3],
    ] as const) {
      const { data, ...shape } = await rasters.load(await store('page.raw', width, height, value))
      expect(shape).toEqual({ width, height, channels: 1, dpi: 200 })
      expect(Buffer.from(data)).toEqual(Buffer.alloc(width * height, value))
    }
  })

  it('is refused when it was not stored whole: no page is made of the rest of another', async () => {
    const rasters = new StoredRasters()
    await rasters.load(await store('one.raw', 20, 20, 9))
    await expect(rasters.load(await store('two.raw', 20, 20, 1, 399))).rejects.toThrow('not stored whole')
  })
})
