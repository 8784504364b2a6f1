import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AnswerTo, EngineRequest, Measured } from './protocol.ts'

/** The process died, or was killed for taking too long, while it worked on untrusted bytes. */
export class EngineCrash extends Error {
  override readonly name = 'EngineCrash'
  readonly reason: 'timeout' | 'exit'
  constructor(reason: 'timeout' | 'exit', detail: string) {
    super(`The reading process stopped (${detail}). The file is kept; process it again or check it by hand.`)
    this.reason = reason
  }
}

/** The process answered that its work failed; the message is that of the engine, without document content. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure'
}

/**
 * The machine failed, not the file: a full disk, no descriptor left. Nothing may be said of the file; it is to be read
 * again when there is room.
 */
export class MachineFailure extends Error {
  override readonly name = 'MachineFailure'
  readonly code: string
  constructor(code: string) {
    super(`The machine cannot go on (${code}). Make room on its disk; the file is kept and will be read again.`)
    this.code = code
  }
}

/** The process did not even start: something of the installation is missing. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable'
  constructor(detail: string) {
    super(
      `The reading process did not start. Run the installation again (npm ci, then npm run build). ${detail}`.trim(),
    )
  }
}

export type Reply = Measured &
  (
    | { readonly ok: true; readonly answer: object }
    /** `machine`: the code of what this machine lacks, when the file is not to blame. */
    | { readonly ok: false; readonly message: string; readonly machine?: string }
  )

interface Pending {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
}

/** One confined process: takes one request at a time. */
export class EngineProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #pending: Pending | null = null
  #exit: string | null = null
  requests = 0
  /** Resident memory after the last request, in bytes. */
  rssBytes = 0

  constructor(prefix: readonly string[]) {
    const [command, ...args] = [...prefix, process.execPath, ...entryPoint()]
    this.#child = spawn(command as string, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // No secret of the parent reaches the process that parses untrusted bytes.
      env: { PATH: process.env['PATH'], TZ: 'UTC', LANG: 'C.UTF-8' },
    })
    this.#ready = this.#waitUntilReady()
    this.#ready.catch(() => undefined) // `run` reports it
    this.#child.on('error', error => this.#dead(error.message))
    this.#child.on('exit', (code, signal) => this.#dead(signal ?? `exit ${code}`))
  }

  get alive(): boolean {
    return this.#exit === null
  }

  /** Runs one request; kills the process when it takes longer than `timeoutMs`: SIGKILL is the only stop we trust. */
  async run<R extends EngineRequest>(request: R, timeoutMs: number): Promise<AnswerTo<R> & Measured> {
    this.requests++
    await this.#ready
    if (this.#exit !== null) throw new EngineCrash('exit', this.#exit)
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      this.kill()
    }, timeoutMs)
    try {
      const reply = await new Promise<Reply>((resolve, reject) => {
        this.#pending = { resolve, reject }
        this.#child.send(request, error => {
          if (error) this.#dead(error.message)
        })
      })
      this.rssBytes = reply.rssBytes
      if (!reply.ok) {
        throw reply.machine === undefined ? new EngineFailure(reply.message) : new MachineFailure(reply.machine)
      }
      return { ...(reply.answer as AnswerTo<R>), rssBytes: reply.rssBytes }
    } catch (error) {
      if (timedOut) throw new EngineCrash('timeout', `no answer in ${timeoutMs} ms`)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** What the process prints is kept only until it is ready: it has seen no document before. */
  #waitUntilReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      let printed = ''
      this.#child.stderr?.on('data', (chunk: Buffer) => {
        printed = (printed + chunk.toString('utf8')).slice(-2000)
      })
      this.#child.once('exit', () => reject(new EngineUnavailable(printed)))
      this.#child.once('error', error => reject(new EngineUnavailable(error.message)))
      this.#child.once('message', () => {
        this.#child.stderr?.removeAllListeners('data').resume()
        this.#child.on('message', message => this.#settle(p => p.resolve(message as Reply)))
        resolve()
      })
    })
  }

  #dead(reason: string): void {
    this.#exit ??= reason
    this.#settle(p => p.reject(new EngineCrash('exit', reason)))
  }

  #settle(settle: (pending: Pending) => void): void {
    const pending = this.#pending
    this.#pending = null
    if (pending) settle(pending)
  }
}

/**
 * Room for the short-lived objects of a page, and no helper threads for the collector: 10 % less CPU per born-digital page
 * (measured), with two of these processes on two cores.
 */
const MEMORY = ['--min-semi-space-size=16', '--max-semi-space-size=32', '--single-threaded-gc'] as const

/** `workers/reader`; run from TypeScript sources it needs the loader that the tests use. */
function entryPoint(): string[] {
  const here = import.meta.url
  const entry = fileURLToPath(new URL(`../../workers/reader.${here.endsWith('.ts') ? 'ts' : 'js'}`, here))
  return here.endsWith('.ts') ? [...MEMORY, '--import', 'tsx', entry] : [...MEMORY, entry]
}
