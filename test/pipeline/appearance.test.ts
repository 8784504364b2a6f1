import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appearanceOf } from '../../src/pipeline/appearance.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numeriseur-appearance-'))
})
afterAll(() => rm(folder, { recursive: true }))

const VIEW = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#9bd"/>
<rect y="180" width="400" height="120" fill="#585"/><circle cx="310" cy="60" r="40" fill="#ff8"/><path d="M40 200 130 90 220 200Z" fill="#743"/></svg>`
const OTHER = VIEW.replace('cx="310"', 'cx="60"').replace('M40 200 130 90 220 200Z', 'M250 200 300 40 390 200Z')

async function hashOf(svg: string, width: number, light: number): Promise<string> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(width)
    .removeAlpha()
    .modulate({ brightness: light })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const path = join(folder, `${width}-${light}.raw`)
  await writeFile(path, data)
  return appearanceOf({ path, width: info.width, height: info.height, channels: 3, dpi: 100 })
}

const bitsApart = (a: string, b: string): number =>
  [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter(bit => bit === '1').length

it('sees the same view in another size and light, and another view in the same', async () => {
  const view = await hashOf(VIEW, 400, 1)
  expect(view).toMatch(/^[0-9a-f]{16}$/)
  expect(bitsApart(view, await hashOf(VIEW, 1000, 0.85))).toBeLessThanOrEqual(6)
  expect(bitsApart(view, await hashOf(OTHER, 400, 1))).toBeGreaterThan(6)
})
