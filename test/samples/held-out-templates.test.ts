import { describe, expect, it } from 'vitest'
import { draw } from '../../samples/generator/draw.ts'
import { INEDITS } from '../../samples/generator/templates/inedits/index.ts'
import { TEMPLATES } from '../../samples/generator/templates/index.ts'
import { CODES_TYPE } from '../../src/domain/type-piece.ts'

describe('the layouts that nobody develops on', () => {
  it('give every type two layouts, and the papers that no regulation lists twenty', () => {
    for (const type of CODES_TYPE) {
      const layouts = INEDITS.filter(t => t.type === type).length
      expect(layouts, type).toBeGreaterThanOrEqual(type === 'hors-perimetre' ? 20 : 2)
    }
  })

  it('stay out of the normal draw and bear names of their own', () => {
    const normal = TEMPLATES.map(t => t.id)
    const ids = INEDITS.map(t => t.id)
    expect(ids.filter(id => normal.includes(id) || !id.includes('/inedit-'))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(INEDITS.map(t => [t.id, t] as const))('%s', (_, template) => {
  it('prints the fields that its truth gives, in elements that are not shown as text', async () => {
    const d = await draw(template, { seed: 3 })
    const html = d.pages.map(p => p.html).join('')
    expect(html).not.toContain('&lt;span')
    const text = html.replace(/<[^>]+>/g, ' ')
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    const marked = [...html.matchAll(/data-champ="(\w+)"/g)].map(m => m[1] ?? '')
    const known = Object.keys(d.champs)
    // What a card says of its kind stands in no field of the truth of every layout.
    expect(marked.filter(nom => !known.includes(nom))).toEqual([])
  })
})
