import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { refreshedListPath, refreshTrustStore, TrustedListRefused } from '../../src/cli/refresh-trust-store.ts'
import * as proving from '../../src/formats/two-d-doc/refreshed-list.ts'
import { loadTrustStore } from '../../src/formats/two-d-doc/trust-store.ts'
import { getTrustedList, TrustedListUnavailable } from '../../src/services/trusted-list-source.ts'

const LIST = 'models/two-d-doc/tsl-23.xml'
const xml = readFileSync(LIST, 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'numeriseur-refresh-'))
let server: Server
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url === '/tsl.xml' ? 200 : 404
    response.end(request.url === '/tsl.xml' ? xml : '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

describe('refreshing the trusted list', () => {
  it('a list that is not proven changes nothing', async () => {
    await expect(refreshTrustStore(xml.replace('inaccord', 'revoked'), folder)).rejects.toThrow(TrustedListRefused)
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes the list of an address, keeps it, and the store then serves from it', async () => {
    const list = await refreshTrustStore(await getTrustedList(`${address}/tsl.xml`), folder)
    expect(list.sequence).toBe(23)
    const store = await loadTrustStore(null, refreshedListPath(folder))
    expect(store.nextUpdate).toBe('2027-05-11')
    expect(store.find('FR06', 'FPE3').kind).toBe('found')
    expect(store.find('FR02', 'ABCD').kind).toBe('refused-authority')
    expect(readdirSync(folder)).toEqual(['2d-doc-tsl.xml'])
  })

  it('what is kept is the list as it was signed, and a change to it in the data folder stops the work', async () => {
    const path = refreshedListPath(folder)
    expect(readFileSync(path, 'utf8')).toBe(xml)
    writeFileSync(path, xml.replace('pki-g3.ariadnext.fr', 'pki-g3.example.fr'))
    await expect(loadTrustStore(null, path)).rejects.toThrow(/supprimez 2d-doc-tsl.xml .* numeriseur 2d-doc refresh/)
    await refreshTrustStore(xml, folder)
    expect((await loadTrustStore(null, path)).find('FR06', 'FPE3').kind).toBe('found')
  })

  it('takes it from a file too, and says in French when it cannot be had', async () => {
    expect(await getTrustedList(LIST)).toBe(xml)
    for (const source of [`${address}/autre`, 'http://127.0.0.1:1/tsl.xml', 'nulle-part.xml'])
      await expect(getTrustedList(source)).rejects.toThrow(TrustedListUnavailable)
  })

  it('without a refresh the shipped store serves', async () => {
    const store = await loadTrustStore(null, join(folder, 'absent.json'))
    expect(store.find('FR06', 'FPE3').kind).toBe('found')
  })

  it('a list older than the one refreshed last is refused, even when it is newer than the shipped one', async () => {
    const read = proving.proveTrustedList(xml)
    if (read.kind !== 'read') throw new Error('the shipped list is not proven')
    // Only the State can sign a newer list: its number is read from the bytes here, the rest is real.
    const numbered = vi.spyOn(proving, 'proveTrustedList').mockImplementation(text => {
      const sequence = Number(/<!-- (\d+) -->$/.exec(text)?.[1] ?? '23')
      return { kind: 'read', list: { ...read.list, sequence } }
    })
    try {
      await refreshTrustStore(`${xml}<!-- 25 -->`, folder)
      await expect(refreshTrustStore(`${xml}<!-- 24 -->`, folder)).rejects.toThrow(/n° 24.*n° 25/)
      expect((await refreshTrustStore(`${xml}<!-- 26 -->`, folder)).sequence).toBe(26)
    } finally {
      numbered.mockRestore()
    }
  })
})
