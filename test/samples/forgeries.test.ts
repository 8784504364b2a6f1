import { describe, expect, it } from 'vitest'
import { FORGERIES, type ForgeryId } from '../../samples/generator/forgeries.ts'
import { draw } from '../../samples/generator/draw.ts'
import { codesOf } from '../../samples/generator/edit-drawn.ts'
import { TEMPLATES } from '../../samples/generator/templates/index.ts'
import { exactFormat, parseLines } from '../../src/formats/mrz/parse-lines.ts'
import { parseTwoDDoc } from '../../src/formats/two-d-doc/parse.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { verifyTwoDDoc } from '../../src/formats/two-d-doc/verify.ts'

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

describe('a document falsified as its 2D-Doc betrays', () => {
  const US = '\u001f'
  const NOTICE = 'avis-imposition/modele-2-seul'
  const make = async (id: string, forgery: ForgeryId) => {
    const { genuine, made } = await forged(id, forgery)
    const [before = '', after = ''] = [codesOf(genuine)[0], codesOf(made)[0]]
    const verify = async (content: string) => {
      const parsed = parseTwoDDoc(content)
      if (parsed.kind !== 'read') throw new Error('the code is not read')
      return verifyTwoDDoc(parsed.reading, await loadTrustStore('samples/2d-doc-trust-store.json'), {
        day: '2026-10-15',
      })
    }
    return { genuine, made, before, after, verify }
  }

  it.each([
    [NOTICE, 'rfr-imprime', 'revenuFiscalReference'],
    [NOTICE, 'nom-imprime', 'declarant1'],
    ['bulletin-de-paie/public', 'net-imposable-imprime', 'netImposable'],
    ['recepisse-titre-de-sejour/anef-prolongation', 'expiration-imprimee', 'dateExpiration'],
    ['recepisse-titre-de-sejour/anef-prolongation', 'naissance-imprimee', 'dateNaissance'],
  ] as const)('%s, %s: the page says otherwise, the code stays as it was signed', async (id, forgery, champ) => {
    const { genuine, made, before, after, verify } = await make(id, forgery)
    expect(after).toBe(before)
    expect((await verify(after)).outcome).toBe('valid')
    expect(made.champs[champ]).not.toBe(genuine.champs[champ])
    expect(made.pages.map(p => p.html)).not.toEqual(genuine.pages.map(p => p.html))
  })

  it.each([
    [NOTICE, 'code-modifie', 'signature-fausse'],
    ['bulletin-de-paie/public', 'code-modifie', 'signature-fausse'],
    [NOTICE, 'code-resigne', 'signature-fausse'],
    ['carte-nationale-identite/cnie-2021', 'code-resigne', 'signature-fausse'],
    [NOTICE, 'emetteur-non-habilite', 'emetteur-non-habilite'],
    ['carte-nationale-identite/cnie-2021', 'emetteur-non-habilite', 'emetteur-non-habilite'],
  ] as const)('%s, %s: the code is another one, and %s', async (id, forgery, reason) => {
    const { before, after, verify } = await make(id, forgery)
    expect((await verify(before)).outcome).toBe('valid')
    expect(await verify(after)).toMatchObject({ outcome: 'invalid', reason })
    // Another amount, or no value at all, stands in it: the fields are those of the genuine one otherwise.
    const fields = (content: string): string => content.slice(26, content.indexOf(US))
    expect(fields(after).length).toBe(fields(before).length)
    expect(fields(after) === fields(before)).toBe(forgery !== 'code-modifie')
  })

  it('a document that carries nothing of the kind is left alone', async () => {
    const bail = TEMPLATES.find(t => t.id === 'bail/contrat-type')
    if (!bail) throw new Error('no lease')
    const drawn = await draw(bail, { seed: 6 })
    for (const forge of Object.values(FORGERIES)) expect(forge(drawn)).toBeNull()
  })
})
