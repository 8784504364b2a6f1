import { afterEach, describe, expect, it } from 'vitest'
import { apiParticulier } from '../../src/services/api-particulier.ts'
import { JsonClient } from '../../src/services/json-client.ts'
import { answer, FakeServer, type Mode } from './fake-server.ts'

/** Fictional notice, in the shape of API Particulier v2. */
const NOTICE = {
  declarant1: { nom: 'DURAND-LEROY', nomNaissance: 'LEROY', prenoms: 'Inès', dateNaissance: '03/02/1980' },
  declarant2: { nom: '', nomNaissance: '', prenoms: '', dateNaissance: '' },
  foyerFiscal: { annee: 2025, adresse: '12 RUE DES LILAS 01600 TREVOUX' },
  dateRecouvrement: '31/07/2025',
  dateEtablissement: '08/07/2025',
  nombreParts: 1.5,
  situationFamille: 'Célibataire',
  nombrePersonnesCharge: 1,
  revenuBrutGlobal: 20000,
  revenuImposable: 18000,
  montantImpot: null,
  revenuFiscalReference: 18000,
  anneeImpots: '2025',
  anneeRevenus: '2024',
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
    headers: { 'x-api-key': 'test' },
    attempts: 2,
    connectTimeout: 500,
    totalTimeout: 300,
    backoff: 1,
    now: () => new Date('2026-11-24T10:00:00Z'),
    random: () => 0.5,
  })
  return apiParticulier(client).find('3023217600053', '2544A01234567')
}

describe("the tax administration's notice", () => {
  it('is read with its declarants, amounts and dates', async () => {
    expect(await ask(answer(200, NOTICE))).toEqual({
      kind: 'found',
      value: {
        declarants: [{ nom: 'DURAND-LEROY', nomNaissance: 'LEROY', prenoms: 'Inès' }],
        anneeRevenus: 2024,
        nombreParts: 1.5,
        revenuFiscalReference: 18000,
        montantImpot: null,
        dateRecouvrement: '2025-07-31',
        remplace: false,
        partielle: false,
      },
    })
    expect(server?.asked).toEqual(['/api/v2/avis-imposition?numeroFiscal=3023217600053&referenceAvis=2544A01234567'])
  })

  it('tells when a more recent notice exists', async () => {
    const erreurCorrectif = 'Ce document ne correspond pas à la situation la plus récente pour cet usager'
    expect(await ask(answer(200, { ...NOTICE, erreurCorrectif }))).toMatchObject({ value: { remplace: true } })
  })

  it('is unknown only when the service itself says so', async () => {
    expect(await ask(answer(404, { error: 'not_found', reason: '', message: '' }))).toEqual({ kind: 'not-found' })
  })

  it.each<[string, Mode, string]>([
    ['a 404 of a proxy', { kind: 'answer', status: 404, body: {} }, 'reponse-inattendue'],
    ['a refused key', answer(401, { error: 'access_denied' }), 'acces-refuse'],
    ['too many failed attempts', answer(509, {}), 'debit-depasse'],
    ['an administration that does not answer', answer(503, { error: 'network_error' }), 'panne'],
    ['an answer of another shape', answer(200, { declarant: {} }), 'reponse-inattendue'],
  ])('is unavailable, never « unknown », for %s', async (_, mode, cause) => {
    expect(await ask(mode)).toMatchObject({ kind: 'unavailable', cause })
  })
})
