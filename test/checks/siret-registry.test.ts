import { describe, expect, it } from 'vitest'
import { siretRegistryCheck } from '../../src/checks/siret-registry.ts'
import type { CheckContext } from '../../src/domain/check.ts'
import type { CompanyRegistry, Etablissement, ServiceOutcome } from '../../src/domain/services.ts'

const SIRET = '73282932000074'
const ETABLISSEMENT: Etablissement = {
  siret: SIRET,
  noms: ['BOULANGERIE DES LILAS'],
  nonDiffusible: false,
  ouvert: true,
  dateCreation: '2010-05-01',
  dateFermeture: null,
  uniteOuverte: false,
  exploitants: [],
}

const field = (valeur: string, confiance: number) => ({
  valeur,
  confiance,
  page: 1,
  zone: null,
  source: 'ocr' as const,
})

const bulletin = (change: Record<string, string> = {}, confiance = 0.95): CheckContext => {
  const values = {
    siret: SIRET,
    employeur: 'SARL Boulangerie des Lilas',
    nom: 'MARTIN',
    prenoms: 'Zoé',
    periodeDebut: '2026-08-01',
    periodeFin: '2026-08-31',
    ...change,
  }
  return {
    type: 'bulletin-de-paie',
    pages: [],
    champs: Object.fromEntries(
      Object.entries(values)
        .filter(([, v]) => v !== '')
        .map(([n, v]) => [n, field(v, confiance)]),
    ),
    jourDepot: '2026-11-24',
  }
}

const register = (outcome: ServiceOutcome<Etablissement>, exhaustif = true): CompanyRegistry => ({
  nom: 'Répertoire',
  exhaustif,
  find: () => Promise.resolve(outcome),
})
const found = (change: Partial<Etablissement> = {}): CompanyRegistry =>
  register({ kind: 'found', value: { ...ETABLISSEMENT, ...change } })
const run = (context: CheckContext, ...registries: CompanyRegistry[]) => siretRegistryCheck(registries).run(context)

describe('the employer of a payslip in the company register', () => {
  it('is conform when known, open at the period, and of this name, with what was compared', async () => {
    const result = await run(bulletin(), found())
    expect(result.statut).toBe('conforme')
    expect(result).toHaveProperty('preuves.length', 3)
  })

  it.each([
    ['the SIRET was not read', bulletin({ siret: '' }), [found()]],
    ['no register is configured', bulletin(), []],
    ['the period was not read', bulletin({ periodeDebut: '' }), [found()]],
    ['it closed at a day that the register does not give', bulletin(), [found({ ouvert: false })]],
    [
      'the only register asked hides some companies and does not know it',
      bulletin(),
      [register({ kind: 'not-found' }, false)],
    ],
    ['the SIRET is unknown but doubtfully read', bulletin({}, 0.7), [register({ kind: 'not-found' })]],
    ['the name is another but doubtfully read', bulletin({ employeur: 'GARAGE DU CENTRE' }, 0.7), [found()]],
  ])('is not carried out, never suspected, when %s', async (_, context, registries) => {
    expect((await run(context, ...registries)).statut).toBe('non-realise')
  })

  it('is not carried out during an outage, and says when to run again', async () => {
    const down = register({ kind: 'unavailable', cause: 'delai-depasse', reverifierLe: '2026-11-24T10:15:00.000Z' })
    expect(await run(bulletin(), down)).toEqual({
      statut: 'non-realise',
      motif: "Le répertoire des entreprises n'a pas répondu à temps : le contrôle est à refaire.",
      reverifierLe: '2026-11-24T10:15:00.000Z',
    })
  })

  it('asks the next register when the first does not know the company', async () => {
    expect((await run(bulletin(), register({ kind: 'not-found' }, false), found())).statut).toBe('conforme')
  })

  it.each<[string, CheckContext, CompanyRegistry, RegExp]>([
    ['is unknown for sure', bulletin(), register({ kind: 'not-found' }), /inconnu du répertoire/],
    [
      'closed long before the period',
      bulletin(),
      found({ ouvert: false, dateFermeture: '2024-03-31' }),
      /a fermé le 31\/03\/2024/,
    ],
    ['was created after the period', bulletin(), found({ dateCreation: '2026-10-01' }), /créé le 01\/10\/2026/],
    ['bears another name', bulletin({ employeur: 'GARAGE DU CENTRE' }), found(), /n'est pas celui de l'entreprise/],
    ['is run by the employee', bulletin(), found({ exploitants: ['MARTIN ZOE'] }), /exploitant/],
  ])('is suspicious when the employer %s', async (_, context, registry, motif) => {
    const result = await run(context, registry)
    expect(result.statut).toBe('anomalie')
    expect(result.motif).toMatch(motif)
  })

  it('tolerates a last slip within a month of the closure', async () => {
    expect((await run(bulletin(), found({ ouvert: false, dateFermeture: '2026-07-15' }))).statut).toBe('conforme')
  })

  it('understands a transfer to another establishment of the same company', async () => {
    const moved = found({ ouvert: false, dateFermeture: '2026-02-28', uniteOuverte: true })
    expect((await run(bulletin(), moved)).statut).toBe('conforme')
  })

  it('does not compare a name that the register hides', async () => {
    const result = await run(bulletin({ employeur: 'GARAGE DU CENTRE' }), found({ nonDiffusible: true, noms: [] }))
    expect(result.statut).toBe('conforme')
  })
})
