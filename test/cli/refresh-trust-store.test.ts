import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshedStorePath, refreshTrustStore, TrustedListRefused } from '../../src/cli/refresh-trust-store.ts'
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
    const store = await loadTrustStore(null, refreshedStorePath(folder))
    expect(store.nextUpdate).toBe('2027-05-11')
    expect(store.find('FR06', 'FPE3').kind).toBe('found')
    expect(store.find('FR02', 'ABCD').kind).toBe('refused-authority')
    expect(readdirSync(folder)).toEqual(['2d-doc-trust-store.json'])
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
})
