import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../src/flow/house.ts'
import type { PagePicture } from '../../src/flow/page-pictures.ts'
import { createPrecheck } from '../../src/flow/precheck.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers, type Workers } from '../../src/flow/workers.ts'
import { buildServer } from '../../src/http/server.ts'
import { PORTEES } from '../../src/store/api-keys.ts'
import { emptyHouseConfig, newWorkDir, quickProcess, until } from '../flow/house.ts'

const MAX_BYTES = 200_000

/** A pipeline that finds a picture blurred, or else a document false. */
const badPicture: ProcessFile = async (path, ...rest) => {
  const resultat = await quickProcess(path, ...rest)
  const found = path.endsWith('floue.jpg')
    ? ({ indicePertinence: 'inexploitable', motifs: ['Photo floue : à refaire.'] } as const)
    : ({ indicePertinence: 'suspicion-de-fraude', motifs: ['Le code ne dit pas la même chose.'] } as const)
  return { ...resultat, pieces: resultat.pieces.map(p => ({ ...p, ...found })) }
}

describe('the API', () => {
  let house: House, server: FastifyInstance, workers: Workers, base: string, dataDir: string, workDir: string
  let key: string, otherKey: string
  beforeAll(async () => {
    const config = await emptyHouseConfig()
    dataDir = config.dataDir
    house = await openHouse(config)
    const now = () => '2026-11-24T10:00:00.000Z'
    workDir = await newWorkDir()
    const precheck = createPrecheck(badPicture, workDir, MAX_BYTES)
    const pictures: PagePicture = (_, sha256, page) =>
      Promise.resolve(page === 1 ? Buffer.from(`image ${sha256}`) : null)
    const onFailure = (): void => undefined
    const options = { maxBytes: MAX_BYTES, patienceMs: 1_500, now, dataDir, precheck, pictures, onFailure }
    server = await buildServer(house, options)
    await server.listen({ host: '127.0.0.1', port: 0 })
    base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    key = await house.keys.create('guichet', '75001', PORTEES, 1)
    otherKey = await house.keys.create('guichet', '13055', PORTEES, 1)
    workers = startWorkers(house, {
      process: quickProcess,
      workDir,
      files: 2,
      retention: { afterProof: 7, withoutProof: 30 },
      onError: () => undefined,
    })
  })
  afterAll(async () => {
    await server.close()
    await workers.close()
    await house.close()
  })

  const get = (path: string, as = key): Promise<Response> =>
    fetch(`${base}${path}`, { headers: { authorization: `Bearer ${as}` } })
  const form = (text: string, fields: Record<string, string> = {}, name = 'liasse.pdf'): FormData => {
    const data = new FormData()
    data.set('fichier', new Blob([text]), name)
    for (const [field, value] of Object.entries(fields)) data.set(field, value)
    return data
  }
  const post = (body: FormData, headers: Record<string, string> = {}, as = key): Promise<Response> =>
    fetch(`${base}/v1/depots`, { method: 'POST', body, headers: { authorization: `Bearer ${as}`, ...headers } })
  const problem = async (response: Response): Promise<[number, string]> => {
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const { type, status, title, detail } = (await response.json()) as Record<string, string>
    expect(Number(status)).toBe(response.status)
    expect(title && detail).toBeTruthy()
    return [response.status, type?.replace('/problemes/', '') ?? '']
  }
  const deposited = async (text: string): Promise<string> =>
    ((await (await post(form(text))).json()) as { id: string }).id
  const state = async (id: string): Promise<string> =>
    ((await (await get(`/v1/depots/${id}`)).json()) as { etat: string }).etat

  it('takes a file, says where to follow it, and gives its result and its piece', async () => {
    const response = await post(form('un bulletin', { numeroUnique: '1111023517879GDPUB' }))
    expect(response.status).toBe(202)
    const { id } = (await response.json()) as { id: string }
    expect(response.headers.get('location')).toBe(`/v1/depots/${id}`)
    await until(async () => (await state(id)) === 'verse')
    const resultat = (await (await get(`/v1/depots/${id}/resultat`)).json()) as {
      depot: object
      pieces: { id: string; fichier: { sha256: string } }[]
    }
    expect(resultat.depot).toMatchObject({ id, guichet: '75001', numeroUnique: '1111023517879GDPUB' })
    const [piece] = resultat.pieces
    const pdf = await get(`/v1/depots/${id}/pieces/${piece?.id}`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await pdf.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(piece?.fichier.sha256)
    const page = await get(`/v1/depots/${id}/pieces/${piece?.id}/pages/1`)
    expect(page.headers.get('content-type')).toBe('image/jpeg')
    expect(await page.text()).toBe(`image ${piece?.fichier.sha256}`)
    expect(await problem(await get(`/v1/depots/${id}/pieces/${piece?.id}/pages/2`))).toEqual([404, 'page-inconnue'])
    expect(await problem(await get(`/v1/depots/${id}/pieces/${piece?.id}/pages/0`))).toEqual([400, 'requete-invalide'])
    expect(await problem(await get(`/v1/depots/${id}/pieces/autre/pages/1`))).toEqual([404, 'piece-inconnue'])
  })

  it('knows the same file again, and answers the same idempotency key again', async () => {
    const first = (await (await post(form('meme'), { 'idempotency-key': 'k-1' })).json()) as { id: string }
    const again = await post(form('meme'), { 'idempotency-key': 'k-1' })
    expect(await again.json()).toEqual({ id: first.id, dejaRecu: true })
    expect(await problem(await post(form('autre'), { 'idempotency-key': 'k-1' }))).toEqual([
      422,
      'cle-idempotence-reutilisee',
    ])
  })

  it('answers a guichet that asks for the deposit of another as if there were none', async () => {
    const id = await deposited('a moi')
    for (const path of ['', '/resultat', '/pieces/x', '/pieces/x/pages/1', '/evenements']) {
      const theirs = await get(`/v1/depots/${id}${path}`, otherKey)
      const none = await get(`/v1/depots/depot-0000000000000000${path}`, otherKey)
      expect(await problem(theirs)).toEqual([404, 'depot-inconnu'])
      expect(await problem(none)).toEqual([404, 'depot-inconnu'])
    }
  })

  it('refuses who has no key, a wrong key, or a key for something else', async () => {
    const reader = await house.keys.create('guichet', '75001', ['depots:lire'], 1)
    expect(await problem(await fetch(`${base}/v1/depots/x`))).toEqual([401, 'cle-absente'])
    expect(await problem(await get('/v1/depots/x', 'num_000000000000_nope'))).toEqual([401, 'cle-refusee'])
    expect(await problem(await post(form('x'), {}, reader))).toEqual([403, 'portee-absente'])
    expect(await problem(await get('/v1/depots/x/resultat', reader))).toEqual([403, 'portee-absente'])
  })

  it('says in French what is wrong with a request, and keeps nothing of it', async () => {
    const before = await house.receptions.comptes()
    const two = form('un')
    two.append('fichier', new Blob(['deux']), 'b.pdf')
    const none = new FormData()
    none.set('numeroUnique', '12')
    expect(await problem(await post(two))).toEqual([400, 'plusieurs-fichiers'])
    expect(await problem(await post(none))).toEqual([400, 'fichier-absent'])
    expect(await problem(await post(form('x', { numeroUnique: '../etc' })))).toEqual([400, 'requete-invalide'])
    expect(await problem(await post(form('x'.repeat(MAX_BYTES + 1))))).toEqual([413, 'fichier-trop-grand'])
    expect(await problem(await get('/v1/nulle-part'))).toEqual([404, 'route-inconnue'])
    const json = await fetch(`${base}/v1/depots`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })
    expect(await problem(json)).toEqual([415, 'type-non-accepte'])
    const sum = (c: object): number => Object.values(c).reduce((a: number, b) => a + Number(b), 0)
    expect(sum(await house.receptions.comptes())).toBe(sum(before))
  })

  const underWay = (): Promise<string[]> => readdir(join(dataDir, 'fichiers', 'en-cours'))
  it('keeps nothing of a file whose sender goes away in the middle', async () => {
    const before = JSON.stringify(await house.outbox.backlog())
    await new Promise<void>(resolve => {
      const sending = httpRequest(`${base}/v1/depots`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': 9000,
        },
      })
      sending.on('error', () => resolve())
      sending.write('--b\r\ncontent-disposition: form-data; name="fichier"; filename="a.pdf"\r\n\r\nmoitie')
      void until(async () => (await underWay()).length === 1).then(() => sending.destroy())
    })
    await until(async () => (await underWay()).length === 0)
    expect(JSON.stringify(await house.outbox.backlog())).toBe(before)
  })

  it('tells a sender that falls silent in the middle of a file, and keeps nothing of it', async () => {
    const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': 9000,
      }
      const sending = httpRequest(`${base}/v1/depots`, { method: 'POST', headers }, response => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
        response.on('end', () => resolve({ status: response.statusCode, body }))
      })
      sending.on('error', reject)
      sending.write('--b\r\ncontent-disposition: form-data; name="fichier"; filename="a.pdf"\r\n\r\nmoitie')
    })
    expect(answer.status).toBe(408)
    expect(answer.body).toContain('envoi-trop-lent')
    await until(async () => (await underWay()).length === 0)
  })

  it('sends each change of a deposit until it is written', async () => {
    const id = await deposited('suivi')
    const events = await (await get(`/v1/depots/${id}/evenements`)).text()
    const states = [...events.matchAll(/^data: (.*)$/gm)].map(m => (JSON.parse(m[1] ?? '{}') as { etat: string }).etat)
    expect(states.at(-1)).toBe('verse')
    expect(events).toMatch(/^event: etat$/m)
    const last = [...events.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? ''
    const headers = { authorization: `Bearer ${key}`, 'last-event-id': last }
    const again = await (await fetch(`${base}/v1/depots/${id}/evenements`, { headers })).text()
    expect(again).not.toContain('data:')
  })

  it('tells at once what a file is and what to do again, without a suspicion, and keeps nothing', async () => {
    const before = await house.receptions.comptes()
    const ask = async (name: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${key}` }
      const response = await fetch(`${base}/v1/precontrole`, { method: 'POST', body: form('x', {}, name), headers })
      return response.json()
    }
    const seen = { type: 'bulletin-de-paie', libelle: 'Bulletin de paie', pages: [1], dateFinValidite: null }
    expect(await ask('floue.jpg')).toEqual({
      erreur: null,
      pieces: [{ ...seen, aRefaire: ['Photo floue : à refaire.'] }],
    })
    expect(await ask('fausse.jpg')).toEqual({ erreur: null, pieces: [{ ...seen, aRefaire: [] }] })
    expect(await readdir(workDir)).toEqual([])
    expect(await house.receptions.comptes()).toEqual(before)
  })

  it('shows only the masked name of a file', async () => {
    const response = await post(form('nom', {}, 'attestation 2 69 05 49 588 157 80.pdf'))
    const { id } = (await response.json()) as { id: string }
    expect(await (await get(`/v1/depots/${id}`)).text()).not.toMatch(/588/)
  })

  it('describes itself in OpenAPI 3.1, its routes and no other', async () => {
    const api = (await (await fetch(`${base}/v1/openapi.json`)).json()) as { openapi: string; paths: object }
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths).sort()).toEqual([
      '/metrics',
      '/pret',
      '/v1/depots',
      '/v1/depots/{id}',
      '/v1/depots/{id}/evenements',
      '/v1/depots/{id}/pieces/{piece}',
      '/v1/depots/{id}/pieces/{piece}/pages/{page}',
      '/v1/depots/{id}/resultat',
      '/v1/precontrole',
      '/vivant',
    ])
  })

  it('tells the machines that watch whether it lives, is ready, and how much it does, without a name', async () => {
    expect(await (await fetch(`${base}/vivant`)).json()).toEqual({ etat: 'vivant' })
    expect(await (await fetch(`${base}/pret`)).json()).toMatchObject({ base: 'oui', fichiers: 'oui', file: 'oui' })
    const metrics = await (await fetch(`${base}/metrics`)).text()
    expect(metrics).toMatch(/numeriseur_depots\{etat="verse"\} \d/)
    expect(metrics).toMatch(/numeriseur_http_secondes_count\{route="\/v1\/depots",statut="202"\} \d/)
    expect(metrics).not.toMatch(/depot-[0-9a-f]|liasse/)
  })
})
