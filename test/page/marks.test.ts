import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/domain/raster.ts'
import { findMarks } from '../../src/page/marks.ts'

const [W, H] = [1240, 1754]

/** A grey A4 page at 150 dpi with a drawing on it. */
async function pageOf(body: string, paper = '#f8f8f6'): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}"><rect width="100%" height="100%" fill="${paper}"/>${body}</svg>`
  const data = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer()
  return { width: W, height: H, channels: 1, data, dpi: 150 }
}
const line = (y: number, fill = '#222'): string =>
  `<text x="150" y="${y}" font-family="Liberation Sans" font-size="24" fill="${fill}">Reçu de la locataire la somme de cinq cents euros</text>`

const counted = async (body: string, paper?: string): Promise<number> => {
  const { signs, drawings } = findMarks(await pageOf(body, paper))
  return signs + drawings
}

describe('what somebody put on a page', () => {
  it('is counted when it is a single line of text', async () => {
    expect(findMarks(await pageOf(line(300))).signs).toBeGreaterThan(15)
  })

  it('is counted when it is a stamp or a signature alone', async () => {
    const stamp = '<rect x="700" y="1300" width="300" height="140" fill="none" stroke="#273a8c" stroke-width="5"/>'
    const signature =
      '<path d="M300 900c40-90 60-60 46 20s34-60 80-40s14 66 146-13" fill="none" stroke="#203070" stroke-width="4"/>'
    expect(findMarks(await pageOf(stamp)).drawings).toBe(1)
    expect(findMarks(await pageOf(signature)).drawings).toBe(1)
  })

  it.each([
    ['bare paper', '', '#f8f8f6'],
    ['coloured paper', '', '#e7c79a'],
    [
      'holes of a binder',
      [400, 700, 1000, 1300].map(y => `<circle cx="65" cy="${y}" r="17" fill="#1c1c1c"/>`).join(''),
      '#fff',
    ],
    [
      'the dark edge of the lid on two sides',
      `<path d="M0 0H30L22 ${H - 40}L${W} ${H - 25}V${H}H0Z" fill="#222"/>`,
      '#fff',
    ],
    ['a crease and a streak', `<path d="M110 0V${H}M900 0V${H}" stroke="#bbb" stroke-width="2"/>`, '#fff'],
    [
      'motes',
      Array.from(
        { length: 80 },
        (_, i) => `<circle cx="${(i * 347) % W}" cy="${(i * 911) % H}" r="2" fill="#333"/>`,
      ).join(''),
      '#fff',
    ],
  ])('is nothing on %s', async (_, body, paper) => {
    expect(await counted(body, paper)).toBe(0)
  })

  it('is nothing on a card whose glass was dirty, where motes and hairs are large', async () => {
    let seed = 7
    const chance = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647
    const motes = Array.from(
      { length: 120 },
      () => `<circle cx="${chance() * 674}" cy="${chance() * 425}" r="${0.6 + 4 * chance() ** 3}" fill="#333"/>`,
    )
    const hairs = Array.from(
      { length: 4 },
      (_, i) =>
        `<path transform="translate(${80 + 140 * i} ${90 + 70 * i})" d="M0 0q24 16 56 0t48 24" fill="none" stroke="#555"/>`,
    )
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="674" height="425"><rect width="100%" height="100%" fill="#fff"/>${motes.join('')}${hairs.join('')}</svg>`
    const data = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer()
    const { signs, drawings } = findMarks({ width: 674, height: 425, channels: 1, data, dpi: 200 })
    expect(signs + drawings).toBe(0)
  })

  it('is pale when it only shows through from the other side', async () => {
    const ghost = findMarks(await pageOf(line(300, '#e4e4e2')))
    const pencil = findMarks(await pageOf(line(300, '#b0b0ae')))
    expect(ghost.strength).toBeLessThan(18)
    expect(pencil.strength).toBeGreaterThan(30)
  })

  it('is less sharp when the picture is blurred', async () => {
    const sharpPage = await pageOf(line(300) + line(360))
    const { width, height } = sharpPage
    const data = await sharp(sharpPage.data, { raw: { width, height, channels: 1 } })
      .blur(6)
      .toColourspace('b-w')
      .raw()
      .toBuffer()
    expect(findMarks(sharpPage).sharpness).toBeGreaterThan(1000)
    expect(findMarks({ ...sharpPage, data }).sharpness).toBeLessThan(100)
  })

  it('is sliced where the border of the picture runs through the writing', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => line(200 + 60 * i)).join('')
    const whole = findMarks(await pageOf(lines))
    const shifted = findMarks(await pageOf(`<g transform="translate(-200 0)">${lines}</g>`))
    expect(whole.sliced).toEqual({ top: 0, bottom: 0, left: 0, right: 0 })
    expect(shifted.sliced.left).toBeGreaterThan(8)
    expect(shifted.sliced.right).toBe(0)
  })
})
