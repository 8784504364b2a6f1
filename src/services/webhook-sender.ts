import { createHmac } from 'node:crypto'
import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'

/** The receiver did not take a notice, or its address may not be called. The message holds no address. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
  constructor(cause: string) {
    super(`Le destinataire n'a pas reçu l'avis (${cause}). Vérifiez son adresse ; l'envoi sera repris.`)
  }
}

export interface Notice {
  /** The same for the same event, however often it is sent. */
  readonly id: string
  readonly body: string
}

const ANSWER_MS = 10_000
/** What an answer says is not read; this much of it is let through to keep the connection. */
const ANSWER_BYTES = 64_000

/** Networks that an address given from outside must never lead to: this machine, its neighbours, the cloud's own. */
const INNER = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  INNER.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INNER.addSubnet(net, bits, 'ipv6')
}

/** True for an address of the open network. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) !== 0 && !INNER.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Why an address may not be called, in French; `null` when it may. Only https to the open network, unless the operator
 * lists the host. A name is looked at again when it is resolved: see {@link WebhookSender}.
 * @param hosts `name` or `name:port` that the operator allows
 */
export function refusalOf(address: string, hosts: readonly string[]): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'il faut une adresse https://'
  if (url.username !== '' || url.password !== '') return 'l’adresse ne doit pas contenir de mot de passe'
  if (isListed(url, hosts)) return null
  if (url.protocol !== 'https:') return 'il faut une adresse https://, ou un hôte de NUMERISEUR_WEBHOOK_HOTES'
  const name = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(name) !== 0 && !isPublicAddress(name)) return 'cette adresse est celle d’un réseau interne'
  return null
}

const isListed = ({ hostname, host }: URL, hosts: readonly string[]): boolean =>
  hosts.includes(hostname) || hosts.includes(host)

/** `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>">`: a receiver refuses a notice that is old or not signed so. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

/** Sends signed notices. It follows no redirection, and a name that leads to an inner network is not called. */
export class WebhookSender {
  readonly #hosts: readonly string[]
  readonly #now: () => number
  readonly #open = agent(publicLookup)
  readonly #listed = agent(undefined)

  /** @param now milliseconds since 1970 */
  constructor(hosts: readonly string[], now: () => number) {
    this.#hosts = hosts
    this.#now = now
  }

  /** @throws WebhookRefused unless the receiver answers 2xx */
  async send(address: string, secret: string, { id, body }: Notice): Promise<void> {
    if (refusalOf(address, this.#hosts) !== null) throw new WebhookRefused('adresse refusée')
    const dispatcher = isListed(new URL(address), this.#hosts) ? this.#listed : this.#open
    const signature = signatureOf(secret, Math.floor(this.#now() / 1000), body)
    const { statusCode, body: answer } = await request(address, {
      method: 'POST',
      body,
      dispatcher,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'numeriseur-avis': id,
        'numeriseur-signature': signature,
      },
    }).catch((error: NodeJS.ErrnoException) => {
      throw new WebhookRefused(error.code ?? error.name)
    })
    await answer.dump({ limit: ANSWER_BYTES }).catch(() => undefined)
    if (statusCode < 200 || statusCode > 299) throw new WebhookRefused(`réponse ${statusCode}`)
  }

  async close(): Promise<void> {
    await Promise.all([this.#open.close(), this.#listed.close()])
  }
}

function agent(lookup: LookupFunction | undefined): Agent {
  const connect = { timeout: 2_000, ...(lookup ? { lookup } : {}) }
  return new Agent({ connect, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS })
}

/** Resolves a name, and refuses it when one of its addresses is inner: what is checked is what is called. */
function publicLookup(...[name, options, done]: Parameters<LookupFunction>): void {
  resolveName(name, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error ?? !first) return done(error ?? new Error('no address'), '')
    if (!addresses.every(a => isPublicAddress(a.address))) {
      return done(Object.assign(new Error('an inner address'), { code: 'EINNER' }), '')
    }
    if (options.all === true) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
