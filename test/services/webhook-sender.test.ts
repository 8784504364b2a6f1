import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress, refusalOf, WebhookRefused, WebhookSender } from '../../src/services/webhook-sender.ts'

const SECONDS = 1_800_000_000
const NOTICE = { id: 'depot-a.1', body: '{"depot":"depot-a"}' }

describe('a notice', () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = []
  let status = 204
  let receiver: Server, address: string, sender: WebhookSender
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
      request.on('end', () => {
        received.push({ headers: request.headers, body })
        response.writeHead(status, status === 302 ? { location: `${address}/ailleurs` } : {}).end()
      })
    })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.address() as AddressInfo
    address = `http://127.0.0.1:${port}/avis`
    sender = new WebhookSender([`127.0.0.1:${port}`], () => SECONDS * 1000)
  })
  afterAll(async () => {
    await sender.close()
    receiver.close()
  })

  it('is signed with its instant, so that its receiver can tell that it is ours and new', async () => {
    await sender.send(address, 'secret', NOTICE)
    const [{ headers, body } = { headers: {}, body: '' }] = received
    expect(body).toBe(NOTICE.body)
    expect(headers['numeriseur-avis']).toBe('depot-a.1')
    const hmac = createHmac('sha256', 'secret').update(`${SECONDS}.${body}`).digest('hex')
    expect(headers['numeriseur-signature']).toBe(`t=${SECONDS},v1=${hmac}`)
  })

  it.each([500, 404, 302])('is not received when the answer is %i, and is sent nowhere else', async code => {
    status = code
    const before = received.length
    await expect(sender.send(address, 'secret', NOTICE)).rejects.toBeInstanceOf(WebhookRefused)
    expect(received.length).toBe(before + 1)
  })

  it('is never sent to an inner address that the operator did not list, by number or by name', async () => {
    const strict = new WebhookSender([], () => 0)
    const { port } = receiver.address() as AddressInfo
    const before = received.length
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      await expect(strict.send(`https://${host}:${port}/`, 's', NOTICE)).rejects.toBeInstanceOf(WebhookRefused)
    }
    expect(received.length).toBe(before)
    await strict.close()
  })
})

describe('the address of a webhook', () => {
  it.each([
    ['https://portail.example.fr/avis', true],
    ['http://portail.example.fr/avis', false],
    ['https://cle:secret@portail.example.fr/', false],
    ['https://10.0.0.8/', false],
    ['https://[fe80::1]/', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['ftp://portail.example.fr/', false],
    ['pas une adresse', false],
    ['http://interne:8080/avis', true],
    ['http://interne:9090/avis', false],
  ])('%s may be called: %s', (address, may) => {
    expect(refusalOf(address, ['interne:8080']) === null).toBe(may)
  })

  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['127.8.8.8', false],
    ['100.64.1.1', false],
    ['::ffff:10.0.0.1', false],
    ['fd00::1', false],
    ['localhost', false],
  ])('%s is on the open network: %s', (address, open) => {
    expect(isPublicAddress(address)).toBe(open)
  })
})
