import { describe, expect, it } from 'vitest'
import { FORGERIES, type ForgeryId } from '../../samples/generator/forgeries.ts'
import { draw } from '../../samples/generator/draw.ts'
import { TEMPLATES } from '../../samples/generator/templates/index.ts'
import { exactFormat, parseLines } from '../../src/formats/mrz/parse-lines.ts'

const IDENTITY = [
  'carte-nationale-identite/cnie-2021',
  'carte-nationale-identite/plastifiee-2016',
  'passeport/france-2006',
]

async function forged(id: string, forgery: ForgeryId) {
  const template = TEMPLATES.find(t => t.id === id)
  if (!template) throw new Error(`no template ${id}`)
  const genuine = await draw(template, { seed: 6 })
  const made = FORGERIES[forgery](genuine)
  if (!made) throw new Error(`${id} has nothing to falsify`)
  const wrong = (mrz: unknown): string[] => {
    const lines = String(mrz).split('\n')
    const format = exactFormat(lines)
    if (!format) throw new Error('a band of no format')
    return parseLines(lines, format, '2026-10-15').checks.flatMap(c => (c.status === 'wrong' ? [c.name] : []))
  }
  return { genuine, made, wrong }
}

describe.each(IDENTITY)('a falsified %s', id => {
  it('with another digit: the digit of the date of birth is wrong on the page', async () => {
    const { genuine, made, wrong } = await forged(id, 'cle-mrz')
    expect(wrong(genuine.champs['mrz'])).toEqual([])
    expect(wrong(made.champs['mrz'])).toContain('birthDate')
    expect(made.pages.map(p => p.html).join()).toContain(String(made.champs['mrz']).replaceAll('<', '&lt;'))
  })

  it('with another number: it stands on the face and in the band, and its digit is wrong', async () => {
    const { genuine, made, wrong } = await forged(id, 'numero-sans-cle')
    expect(wrong(made.champs['mrz'])).toContain('documentNumber')
    const html = made.pages.map(p => p.html).join()
    expect(html).toContain(String(made.champs['numeroDocument']))
    expect(html).not.toContain(String(genuine.champs['numeroDocument']))
  })

  it.each(['naissance-imprimee', 'nom-imprime'] as const)('%s: the band stays as it was', async forgery => {
    const { genuine, made } = await forged(id, forgery)
    expect(made.champs['mrz']).toBe(genuine.champs['mrz'])
    expect(made.champs).not.toEqual(genuine.champs)
    expect(made.pages.map(p => p.html)).not.toEqual(genuine.pages.map(p => p.html))
  })
})
