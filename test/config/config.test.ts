import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config/config.ts'

describe('the configuration', () => {
  it('needs nothing: every variable has a default', () => {
    const outcome = parseConfig({})
    expect(outcome).toMatchObject({ ok: true, config: { databaseUrl: null, trustStoreFile: null } })
  })

  it('says every wrong variable at once, in French, with what to do', () => {
    const outcome = parseConfig({ NUMERISEUR_MAX_PAGES: 'beaucoup', DATABASE_URL: 'mysql://x' })
    expect(outcome).toEqual({
      ok: false,
      errors: [
        'DATABASE_URL doit commencer par postgres:// ou postgresql://. Corrigez-le ou retirez-le.',
        'NUMERISEUR_MAX_PAGES doit être un nombre entier positif. Corrigez-le ou retirez-le.',
      ],
    })
  })
})
