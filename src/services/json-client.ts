import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  retry,
  wrap,
} from 'cockatiel'
import { Agent, request } from 'undici'
import type { Unavailable, UnavailableCause } from '../domain/services.ts'

/** How a provider is called. Times in milliseconds. */
export interface ClientOptions {
  readonly baseUrl: string
  readonly headers?: Readonly<Record<string, string>>
  /** Tries in all, for 429, 5xx, time-outs and resets only. */
  readonly attempts: number
  readonly connectTimeout: number
  readonly totalTimeout: number
  /** First wait between two tries; doubles, with full jitter. */
  readonly backoff: number
  readonly now: () => Date
  readonly random: () => number
}

export const CLIENT_DEFAULTS = { attempts: 3, connectTimeout: 2_000, totalTimeout: 10_000, backoff: 500 } as const

export interface JsonAnswer {
  readonly status: number
  readonly body: unknown
}

/** A call that may be tried again: the provider is late, busy or down. */
class Transient extends Error {
  override readonly name = 'Transient'
  readonly kind: UnavailableCause
  readonly retryAfterMs: number | null
  constructor(kind: UnavailableCause, retryAfterMs: number | null = null) {
    super(kind)
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

/** The provider gave something else than a JSON object of a reasonable size. */
class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
}

const MAX_BYTES = 1_000_000
/** A longer `Retry-After` is not waited for: the check is done again later. */
const MAX_INLINE_WAIT = 5_000
const MAX_WAIT = 60_000
const RECHECK_AFTER = 15 * 60_000

/**
 * GET of JSON from one provider, with time limits, bounded retries, a circuit breaker and at most five calls at once.
 * Answers below 500 other than 429 are returned as they are; everything else is `unavailable` with its cause.
 */
export class JsonClient {
  readonly #options: ClientOptions
  readonly #agent: Agent
  readonly #policy

  constructor(options: ClientOptions) {
    this.#options = options
    this.#agent = new Agent({ connect: { timeout: options.connectTimeout } })
    const transient = handleWhen(error => error instanceof Transient)
    this.#policy = wrap(
      bulkhead(5, 1_000),
      retry(
        handleWhen(e => e instanceof Transient && (e.retryAfterMs ?? 0) <= MAX_INLINE_WAIT),
        { maxAttempts: options.attempts - 1, backoff: new DelegateBackoff(context => this.#wait(context)) },
      ),
      circuitBreaker(transient, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(10) }),
    )
  }

  /** @param path with its query, relative to the base URL; values must already be URL-encoded */
  async get(path: string): Promise<JsonAnswer | Unavailable> {
    try {
      return await this.#policy.execute(() => this.#call(path))
    } catch (error) {
      if (error instanceof Transient) return this.#unavailable(error.kind, error.retryAfterMs)
      if (isBrokenCircuitError(error) || isBulkheadRejectedError(error)) return this.#unavailable('panne', null)
      if (error instanceof BadAnswer) return this.#unavailable('reponse-inattendue', null)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#agent.close()
  }

  async #call(path: string): Promise<JsonAnswer> {
    const { baseUrl, headers, totalTimeout } = this.#options
    const signal = AbortSignal.timeout(totalTimeout)
    try {
      const response = await request(baseUrl.replace(/\/$/, '') + path, {
        dispatcher: this.#agent,
        headers: { accept: 'application/json', ...headers },
        signal,
      })
      const text = await readCapped(response.body)
      const retryAfter = parseRetryAfter(response.headers['retry-after'])
      if (response.statusCode === 429 || response.statusCode === 509) throw new Transient('debit-depasse', retryAfter)
      if (response.statusCode >= 500) throw new Transient('panne', retryAfter)
      return { status: response.statusCode, body: parseJson(text, response.statusCode) }
    } catch (error) {
      if (error instanceof Transient || error instanceof BadAnswer) throw error
      throw new Transient(signal.aborted ? 'delai-depasse' : 'panne')
    }
  }

  #wait(context: { attempt: number; result: unknown }): number {
    const { result, attempt } = context
    const asked = isFailure(result) && result.error instanceof Transient ? result.error.retryAfterMs : null
    return asked ?? this.#options.random() * this.#options.backoff * 2 ** attempt
  }

  #unavailable(cause: UnavailableCause, retryAfterMs: number | null): Unavailable {
    const delay = Math.max(RECHECK_AFTER, Math.min(retryAfterMs ?? 0, MAX_WAIT))
    return { kind: 'unavailable', cause, reverifierLe: new Date(this.#options.now().getTime() + delay).toISOString() }
  }
}

const isFailure = (result: unknown): result is { error: Error } =>
  typeof result === 'object' && result !== null && 'error' in result

async function readCapped(body: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > MAX_BYTES) throw new BadAnswer('answer over 1 MB')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Below 500, an error page that is not JSON still has its status; a 200 that is not JSON is no answer. */
function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (status >= 400) return null
    throw new BadAnswer('answer is not JSON')
  }
}

function parseRetryAfter(header: string | string[] | undefined): number | null {
  const seconds = Number(Array.isArray(header) ? header[0] : header)
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
