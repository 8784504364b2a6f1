import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

/** What a process has taken so far. */
interface Taken {
  /** Most resident memory, in MB. */
  readonly peakMegabytes: number
  readonly cpuMs: number
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly ms: number
}

/** Clock ticks of /proc, in milliseconds. */
const TICK_MS = 10
/** `env` of the way to set up: nothing for the embedded defaults. */
export type Setting = Readonly<Record<string, string>>

/** `numeriseur serve` as a process of its own, and a client that sends to it. */
export class ApiProcess {
  readonly #child: ChildProcess
  readonly #url: URL
  readonly #key: string
  readonly #agent = new Agent({ keepAlive: true })

  private constructor(child: ChildProcess, url: URL, key: string) {
    this.#child = child
    this.#url = url
    this.#key = key
  }

  static async start(setting: Setting, ...options: string[]): Promise<ApiProcess> {
    const entry = join(import.meta.dirname, '../src/cli/main.js')
    const child = spawn(process.execPath, [entry, 'serve', '--port', '0', ...options], {
      env: { PATH: process.env['PATH'], ...setting },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8')
          if (said.includes('écoute')) resolve()
        })
      }
      child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
    })
    const url = /écoute sur (\S+)/.exec(said)?.[1]
    const key = /num_\S+/.exec(said)?.[0]
    if (url === undefined || key === undefined) throw new Error('the server gave no address and first key')
    return new ApiProcess(child, new URL(url), key)
  }

  /** Posts one file as a form, and waits for the whole answer. */
  post(path: string, name: string, parts: readonly Uint8Array[]): Promise<Answer> {
    const boundary = 'numeriseur-bench'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="fichier"; filename="${name}"\r\n\r\n`
    const body = [Buffer.from(head), ...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]
    const start = performance.now()
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL(path, this.#url),
        {
          method: 'POST',
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#key}`,
            'content-type': `multipart/form-data; boundary=${boundary}`,
            'content-length': body.reduce((n, part) => n + part.length, 0),
          },
        },
        answer => {
          let text = ''
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, body: text, ms: performance.now() - start })
          })
        },
      )
      sending.on('error', reject)
      for (const part of body) sending.write(part)
      sending.end()
    })
  }

  /** As Linux counts it. */
  taken(): Taken {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
    const times = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024,
      cpuMs: (Number(times[11]) + Number(times[12])) * TICK_MS,
    }
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await gone
  }
}
