import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A `numeriseur serve` that listens. */
export interface Served {
  readonly process: ChildProcess
  readonly url: string
  /** Shown once only, when the store has no key yet. */
  readonly key: string | null
}

type Env = Readonly<Record<string, string>>

/** Starts `numeriseur serve` on a free port. */
export function startServer(env: Env, ...options: string[]): ChildProcess {
  const entry = join(import.meta.dirname, '../../src/cli/main.js')
  return spawn(process.execPath, [entry, 'serve', '--port', '0', '--jobs', '1', ...options], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The same, once it listens. */
export async function serve(env: Env, ...options: string[]): Promise<Served> {
  const child = startServer(env, ...options)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      if (/écoute sur \S+\n/.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`a server did not start: ${said}`)))
  })
  return {
    process: child,
    url: /écoute sur (\S+)/.exec(said)?.[1] ?? '',
    key: /num_[0-9a-f]{12}_[\w-]{43}/.exec(said)?.[0] ?? null,
  }
}

/** Ends a process that may have ended already. */
export async function endProcess(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
