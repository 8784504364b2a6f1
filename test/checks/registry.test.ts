import { describe, expect, it } from 'vitest'
import { createChecks, runChecks } from '../../src/checks/registry.ts'
import type { Check } from '../../src/domain/check.ts'
import { shippedStore } from '../formats/two-d-doc/vectors.ts'
import { cnie, context, pageWith } from './context.ts'

const checks = createChecks({ trustStore: shippedStore(), registries: [], taxNotices: null })

describe('the checks of a piece', () => {
  it('run in order, each with its code, those that do not concern the piece left out', async () => {
    const findings = await runChecks(checks, cnie())
    expect(findings.map(f => [f.code, f.statut])).toEqual([
      ['mrz-cles', 'conforme'],
      ['mrz-coherence', 'conforme'],
      ['2d-doc-signature', 'non-realise'],
      ['2d-doc-coherence', 'non-realise'],
      ['identite-vraisemblance', 'conforme'],
      ['filigrane', 'conforme'],
    ])
    expect(await runChecks(checks, context('quittance-de-loyer', [pageWith({})]))).toEqual([])
  })

  it('a check that fails was not carried out: it costs neither the piece nor the other checks', async () => {
    const failing: Check = {
      code: 'filigrane',
      appliesTo: () => true,
      run: () => {
        throw new TypeError('x is not a function')
      },
    }
    const rejecting: Check = { ...failing, code: 'doublon', run: () => Promise.reject(new Error('réseau')) }
    const findings = await runChecks([failing, rejecting, ...checks.slice(0, 1)], cnie())
    expect(findings.map(f => f.statut)).toEqual(['non-realise', 'non-realise', 'conforme'])
    expect(findings[0]?.motif).toContain('raison technique')
    expect(findings[0]?.motif).not.toContain('function')
  })

  it.each([
    ['conforme', 'sans-objet'],
    ['non-realise', 'non-realise'],
  ] as const)(
    'with a signed code that is %s, an administration that cannot be asked makes the check %s',
    async (signed, expected) => {
      const preuve = { libelle: 'RFR', valeur: '18000', page: 1, zone: null, source: '2d-doc' as const }
      const code = (name: '2d-doc-signature' | '2d-doc-coherence'): Check => ({
        code: name,
        appliesTo: () => true,
        run: () =>
          signed === 'conforme'
            ? { statut: 'conforme', motif: 'Agrees.', preuves: [preuve] }
            : { statut: 'non-realise', motif: 'Unread.' },
      })
      const administration: Check = {
        code: 'avis-administration',
        appliesTo: () => true,
        run: () => ({ statut: 'non-realise', motif: 'Down.' }),
      }
      const all = [code('2d-doc-signature'), code('2d-doc-coherence'), administration]
      const findings = await runChecks(all, context('avis-imposition', [pageWith({})]))
      expect(findings.find(f => f.code === 'avis-administration')?.statut).toBe(expected)
    },
  )

  it('every motif is a French sentence', async () => {
    const pieces = (
      [
        'carte-nationale-identite',
        'passeport',
        'titre-de-sejour',
        'recepisse-titre-de-sejour',
        'avis-imposition',
        'bulletin-de-paie',
      ] as const
    ).map(type => context(type, [pageWith({})]))
    for (const piece of [...pieces, cnie(), cnie({})])
      for (const { motif } of await runChecks(checks, piece)) expect(motif).toMatch(/^\p{Lu}.*\.$/u)
  })
})
