import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HttpSneStore, SneUnreachable } from '../../src/store/http-sne-store.ts'
import { FakeSne } from './fake-sne.ts'
import { resultat, sneStoreConformance } from './sne-store.conformance.ts'

const shared = new FakeSne()
sneStoreConformance('HTTP', async () => new HttpSneStore(await shared.start()))
afterAll(() => shared.stop())

describe('the SNE by HTTP', () => {
  let sne: FakeSne, store: HttpSneStore
  beforeAll(async () => {
    sne = new FakeSne()
    store = new HttpSneStore(await sne.start())
  })
  afterAll(async () => {
    await store.close()
    await sne.stop()
  })

  it('is asked again when it is busy, and given up after the third time', async () => {
    sne.failures.push(503, 429)
    await store.enregistrer(resultat())
    expect(await store.lire('depot-a')).toEqual(resultat())
    sne.failures.push(500, 502, 503)
    await expect(store.enregistrer(resultat())).rejects.toBeInstanceOf(SneUnreachable)
    expect(sne.failures).toEqual([])
  })

  it('is not asked again when it refuses, and its refusal holds neither address nor content', async () => {
    const before = sne.requests
    sne.failures.push(403)
    const refused = store.enregistrer(resultat())
    await expect(refused).rejects.toBeInstanceOf(SneUnreachable)
    await expect(refused).rejects.not.toThrow(/127\.0\.0\.1|secret-du-sne|ALMEIDA|non$/)
    expect(sne.requests).toBe(before + 1)
  })

  it('shows no deposit before all its pieces are there', async () => {
    const fresh = resultat({ depot: { ...resultat().depot, id: 'depot-n' } })
    sne.failures.push(403)
    await expect(store.enregistrer(fresh)).rejects.toBeInstanceOf(SneUnreachable)
    expect(await store.lire('depot-n')).toBeNull()
    await store.enregistrer(fresh)
    expect(await store.lire('depot-n')).toEqual(fresh)
  })

  it('is said to be away when nobody listens', async () => {
    const away = new HttpSneStore({ url: 'http://127.0.0.1:1', token: '' })
    await expect(away.lire('depot-a')).rejects.toThrow(/ECONNREFUSED/)
    await away.close()
  })
})
