import { afterEach, describe, expect, it } from 'vitest'
import { JsonClient } from '../../src/services/json-client.ts'
import { rechercheEntreprises } from '../../src/services/recherche-entreprises.ts'
import { answer, FakeServer, type Mode } from './fake-server.ts'

const SIRET = '35600000000048'
/** Shape of the open API, fictional values where they are not public. */
const LA_POSTE = {
  results: [
    {
      siren: '356000000',
      nom_complet: 'LA POSTE (LP)',
      nom_raison_sociale: 'LA POSTE',
      sigle: null,
      etat_administratif: 'A',
      nombre_etablissements_ouverts: 9000,
      nature_juridique: '5510',
      siege: { siret: SIRET, etat_administratif: 'A', date_creation: '2003-01-01', date_fermeture: null },
      matching_etablissements: [
        {
          siret: SIRET,
          etat_administratif: 'A',
          date_creation: '2003-01-01',
          date_fermeture: null,
          liste_enseignes: ['LA POSTE'],
        },
      ],
    },
  ],
  total_results: 1,
}

let server: FakeServer | null = null
let client: JsonClient | null = null
afterEach(async () => {
  await client?.close()
  await server?.stop()
})

async function ask(...modes: Mode[]) {
  server = await FakeServer.start(...modes)
  client = new JsonClient({
    baseUrl: server.url,
    attempts: 3,
    connectTimeout: 500,
    totalTimeout: 300,
    backoff: 1,
    now: () => new Date('2026-11-24T10:00:00Z'),
    random: () => 0.5,
  })
  return rechercheEntreprises(client).find(SIRET)
}

describe("the register « Recherche d'entreprises »", () => {
  it('gives the establishment asked for, with every name it is known by', async () => {
    const outcome = await ask(answer(200, LA_POSTE))
    expect(outcome).toMatchObject({
      kind: 'found',
      value: { siret: SIRET, ouvert: true, dateCreation: '2003-01-01', noms: ['LA POSTE', 'LP'], nonDiffusible: false },
    })
    expect(server?.asked).toEqual([`/search?q=${SIRET}`])
  })

  it('does not take another establishment of the company for the one asked for', async () => {
    const other = structuredClone(LA_POSTE)
    other.results[0]!.siege.siret = '35600000012345'
    other.results[0]!.matching_etablissements[0]!.siret = '35600000012345'
    expect(await ask(answer(200, other))).toEqual({ kind: 'not-found' })
  })

  it('says unknown for an empty answer', async () => {
    expect(await ask(answer(200, { results: [], total_results: 0 }))).toEqual({ kind: 'not-found' })
  })

  it('never takes « [NON-DIFFUSIBLE] » for a name', async () => {
    const hidden = structuredClone(LA_POSTE)
    const unit = hidden.results[0]!
    unit.nom_complet = '[NON-DIFFUSIBLE]'
    unit.nom_raison_sociale = '[NON-DIFFUSIBLE]'
    unit.matching_etablissements[0]!.liste_enseignes = []
    expect(await ask(answer(200, hidden))).toMatchObject({ kind: 'found', value: { noms: [], nonDiffusible: true } })
  })

  it('tries again after a 500 and a 429, then answers', async () => {
    const outcome = await ask(answer(500, {}), answer(429, {}, { 'retry-after': '0' }), answer(200, LA_POSTE))
    expect(outcome.kind).toBe('found')
    expect(server?.asked).toHaveLength(3)
  })

  it.each<[string, Mode, string, number]>([
    ['a server in error', answer(503, {}), 'panne', 3],
    ['too many requests', answer(429, {}, { 'retry-after': '0' }), 'debit-depasse', 3],
    ['a server that does not answer', { kind: 'slow' }, 'delai-depasse', 3],
    ['an answer cut in the middle', { kind: 'truncated' }, 'panne', 3],
    ['a connection reset', { kind: 'reset' }, 'panne', 3],
    ['a page that is not JSON', { kind: 'not-json' }, 'reponse-inattendue', 1],
    ['an answer of two megabytes', { kind: 'huge' }, 'reponse-inattendue', 1],
    ['another shape', answer(200, { resultats: [] }), 'reponse-inattendue', 1],
    ['a wrong request', answer(400, { erreur: 'Veuillez indiquer au moins un paramètre.' }), 'reponse-inattendue', 1],
    ['a refused access', answer(403, {}), 'acces-refuse', 1],
  ])('is unavailable, never « unknown », for %s', async (_, mode, cause, calls) => {
    expect(await ask(mode)).toMatchObject({ kind: 'unavailable', cause })
    expect(server?.asked).toHaveLength(calls)
  })

  it('does not wait for a long « Retry-After », and says when to ask again', async () => {
    const outcome = await ask(answer(429, {}, { 'retry-after': '3600' }))
    expect(outcome).toEqual({ kind: 'unavailable', cause: 'debit-depasse', reverifierLe: '2026-11-24T10:15:00.000Z' })
    expect(server?.asked).toHaveLength(1)
  })

  it('stops calling a provider that keeps failing', async () => {
    await ask(answer(500, {}))
    const registry = rechercheEntreprises(client as JsonClient)
    for (let i = 0; i < 5; i++) await registry.find(SIRET)
    const calls = server?.asked.length
    expect(await registry.find(SIRET)).toMatchObject({ kind: 'unavailable', cause: 'panne' })
    expect(server?.asked).toHaveLength(calls as number)
  })
})
