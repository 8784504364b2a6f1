import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Debian's PostgreSQL on a folder and a port of its own; it refuses to run as root, so it runs as `postgres` then. */
export class Postgres {
  readonly #bin: string
  readonly #folder: string
  readonly #port: number

  private constructor(folder: string, port: number) {
    const versions = '/usr/lib/postgresql'
    const [last] = existsSync(versions) ? readdirSync(versions).sort().reverse() : []
    if (last === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql redis-server')
    this.#bin = join(versions, last, 'bin')
    this.#folder = folder
    this.#port = port
  }

  static async start(root: string): Promise<Postgres> {
    const folder = join(root, 'postgres')
    mkdirSync(folder)
    const server = new Postgres(folder, await freePort())
    if (process.getuid?.() === 0) {
      const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
      chownSync(folder, uid, uid)
    }
    server.#run('initdb', '-D', join(folder, 'data'), '-A', 'trust', '-U', 'postgres')
    server.#control('start')
    return server
  }

  /** An empty database of this name. */
  create(name: string): string {
    this.#run('createdb', '-h', '127.0.0.1', '-p', String(this.#port), '-U', 'postgres', name)
    return `postgres://postgres@127.0.0.1:${this.#port}/${name}`
  }

  /** Ends it as a power cut would, and starts it again. */
  restart(): void {
    this.#control('stop')
    this.#control('start')
  }

  stop(): void {
    this.#control('stop')
  }

  #control(verb: 'start' | 'stop'): void {
    const options = `-p ${this.#port} -c listen_addresses=127.0.0.1 -k ${this.#folder}`
    const how = verb === 'start' ? ['-l', join(this.#folder, 'log'), '-o', options] : ['-m', 'immediate']
    this.#run('pg_ctl', '-D', join(this.#folder, 'data'), '-w', ...how, verb)
  }

  #run(tool: string, ...args: string[]): void {
    const asPostgres =
      process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
    const [command, ...rest] = [...asPostgres, join(this.#bin, tool), ...args]
    execFileSync(command as string, rest, { cwd: '/', stdio: 'ignore' })
  }
}

/** Debian's Redis, which keeps nothing on the disk. */
export class RedisServer {
  readonly #port: number
  #child: ChildProcess | null = null

  private constructor(port: number) {
    this.#port = port
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort())
    await server.start()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.#port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    this.#child = spawn('redis-server', options, { stdio: 'ignore', cwd: '/' })
    for (let tries = 0; tries < 100; tries++) {
      try {
        this.#ask('ping')
        return
      } catch {
        await pause(100) // not there yet
      }
    }
    throw new Error('redis-server does not answer')
  }

  flush(): void {
    this.#ask('flushall')
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  #ask(command: string): void {
    execFileSync('redis-cli', ['-p', String(this.#port), command], { stdio: 'ignore' })
  }
}
