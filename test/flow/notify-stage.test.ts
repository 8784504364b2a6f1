import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../src/flow/house.ts'
import { webhookContext } from '../../src/flow/notify-stage.ts'
import { startWorkers, type Workers } from '../../src/flow/workers.ts'
import { deposit, emptyHouseConfig, newWorkDir, quickProcess, until } from './house.ts'

describe('who wants to be told of deposits', () => {
  const told: string[] = []
  let receiver: Server, house: House, workers: Workers
  let failures = 1
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
      request.on('end', () => {
        told.push(body)
        response.writeHead(failures-- > 0 ? 503 : 200).end()
      })
    })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`
    house = await openHouse({ ...(await emptyHouseConfig()), webhookHosts: [host] })
    const url = `http://${host}/avis`
    const secretScelle = house.files.sealText('secret', webhookContext(url))
    await house.webhooks.set('guichet', '75001', { url, secretScelle })
    workers = startWorkers(house, {
      process: quickProcess,
      workDir: await newWorkDir(),
      files: 1,
      retention: { afterProof: 7, withoutProof: 30 },
      onError: () => undefined,
    })
  })
  afterAll(async () => {
    await workers.close()
    await house.close()
    receiver.close()
  })

  it('is told again until they have it, with identifiers only', async () => {
    const received = await deposit(house, 'un', { nom: 'dupont.pdf' })
    if (received.kind === 'key-reused') throw new Error('no key was given')
    await until(async () => told.length === 2 && (await house.outbox.backlog()).length === 0)
    const [first, second] = told
    expect(second).toBe(first)
    expect(JSON.parse(first ?? '')).toEqual({
      id: `${received.id}.1`,
      evenement: 'depot.termine',
      depot: received.id,
      etat: 'verse',
      revision: 1,
    })
  })

  it('is told nothing any more once their address is taken away', async () => {
    expect(await house.webhooks.remove('guichet', '75001')).toBe(true)
    expect(await house.webhooks.remove('guichet', '75001')).toBe(false)
    const received = await deposit(house, 'deux')
    if (received.kind === 'key-reused') throw new Error('no key was given')
    await until(async () => (await house.receptions.find(received.id, null))?.etat === 'verse')
    expect((await house.outbox.backlog()).length).toBe(0)
    expect(told.length).toBe(2)
  })
})
