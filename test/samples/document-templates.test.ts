import { describe, expect, it } from 'vitest'
import { draw, householdOf, TODAY } from '../../samples/generator/draw.ts'
import { DOCUMENTS } from '../../samples/generator/templates/documents.ts'
import { FORMES_NIR, nir } from '../../samples/generator/templates/kit.ts'
import type { Drawn, Template } from '../../samples/generator/template.ts'

const SEED = 5
const once = new Map<string, Promise<Drawn>>()
const drawn = (t: Template): Promise<Drawn> => {
  const known = once.get(t.id) ?? draw(t, { seed: SEED })
  once.set(t.id, known)
  return known
}

const htmlOf = (d: Drawn): string => d.pages.map(p => p.html).join('\n')

/** The elements of class `nir` with what they hold, and the page without them. */
function cutNir(html: string): { inside: string[]; outside: string } {
  const inside: string[] = []
  let outside = ''
  let at = 0
  for (const open of html.matchAll(/<span class="nir"[^>]*>/g)) {
    let depth = 1
    let end = open.index + open[0].length
    for (const tag of html.slice(end).matchAll(/<(\/?)span[^>]*>/g)) {
      depth += tag[1] === '/' ? -1 : 1
      if (depth > 0) continue
      inside.push(html.slice(end, end + tag.index))
      outside += html.slice(at, open.index)
      at = end + tag.index
      break
    }
    end = at
  }
  return { inside, outside: outside + html.slice(at) }
}

const signs = (html: string): string => html.replace(/<[^>]+>|&nbsp;|\s/g, '').replace(/clé|[^0-9AB]/g, '')

describe('specimens of documents', () => {
  it('has every kind of document that is no identity card', () => {
    const types = new Set(DOCUMENTS.map(t => t.type))
    expect([...types].sort()).toEqual([
      'acte-de-naissance',
      'attestation-caf',
      'attestation-france-travail',
      'attestation-hebergement',
      'attestation-pension',
      'autre-justificatif-ressources',
      'autre-piece-reglementaire',
      'avis-imposition',
      'bail',
      'bulletin-de-paie',
      'certificat-de-grossesse',
      'contrat-de-travail',
      'depot-de-plainte',
      'hors-perimetre',
      'jugement-de-divorce',
      'livret-de-famille',
      'main-courante',
      'quittance-de-loyer',
      'recu-hotel',
    ])
    expect(new Set(DOCUMENTS.map(t => t.id)).size).toBe(DOCUMENTS.length)
  })

  it.each(DOCUMENTS.map(t => [t.id, t] as const))(
    '%s marks every NIR that it prints, and no other number',
    async (_, t) => {
      const home = householdOf(t, { seed: SEED })
      const known = [home.person, home.partner, ...home.children].map(p => p.nir)
      const { inside, outside } = cutNir(htmlOf(await drawn(t)))
      for (const text of inside) expect(known).toContain(signs(text))
      const printed = known.flatMap(n => FORMES_NIR.map(f => nir(n, f).replace(/<[^>]+>/g, '')))
      for (const form of printed) expect(outside).not.toContain(form)
    },
  )

  it.each(DOCUMENTS.map(t => [t.id, t] as const))('%s tells a truth that stands on its pages', async (_, t) => {
    const truth = await drawn(t)
    const marked = new Set([...htmlOf(truth).matchAll(/data-champ="(\w+)"/g)].map(m => m[1]))
    for (const name of marked) expect(truth.champs).toHaveProperty(name as string)
    expect(truth.champs['nom']).toBeTruthy()
    for (const [name, value] of Object.entries(truth.champs)) {
      expect(value, name).not.toBe('')
      if (/^(?:date|periode)/.test(name)) expect(value, name).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    expect(truth.dateFinValidite === null || /^\d{4}-\d\d-\d\d$/.test(truth.dateFinValidite)).toBe(true)
  })

  it('dates most documents so that they are still valid, and some so that they are obsolete', async () => {
    const truths = await Promise.all(DOCUMENTS.map(drawn))
    const ends = truths.map(t => t.dateFinValidite).filter(d => d !== null)
    const obsolete = ends.filter(d => d < TODAY).length / ends.length
    expect(obsolete).toBeGreaterThan(0.05)
    expect(obsolete).toBeLessThan(0.5)
  })
})
