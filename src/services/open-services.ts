import type { CompanyRegistry, TaxNoticeService } from '../domain/services.ts'
import { apiParticulier } from './api-particulier.ts'
import { CLIENT_DEFAULTS, JsonClient } from './json-client.ts'
import { rechercheEntreprises } from './recherche-entreprises.ts'

export interface Services {
  readonly registries: readonly CompanyRegistry[]
  readonly taxNotices: TaxNoticeService | null
  close(): Promise<void>
}

/** The services that the configuration names; the others are absent, and their checks say so. */
export function openServices(config: {
  readonly entreprisesUrl: string | null
  readonly avisImposition: { readonly url: string; readonly token: string } | null
}): Services {
  const clients: JsonClient[] = []
  const client = (baseUrl: string, headers: Readonly<Record<string, string>> = {}): JsonClient => {
    const opened = new JsonClient({
      ...CLIENT_DEFAULTS,
      baseUrl,
      headers,
      now: () => new Date(),
      random: Math.random,
    })
    clients.push(opened)
    return opened
  }
  const { entreprisesUrl, avisImposition } = config
  return {
    registries: entreprisesUrl === null ? [] : [rechercheEntreprises(client(entreprisesUrl))],
    taxNotices:
      avisImposition === null
        ? null
        : apiParticulier(client(avisImposition.url, { 'x-api-key': avisImposition.token })),
    close: async () => {
      await Promise.all(clients.map(c => c.close()))
    },
  }
}
