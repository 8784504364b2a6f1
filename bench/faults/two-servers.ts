import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Sent } from './fleet.ts'

interface Served {
  readonly process: ChildProcess
  readonly url: string
  /** Shown once only, when the data folder is new. */
  readonly key: string | null
}

/** What the API tells of a deposit that has its result. */
interface ResultatLu {
  readonly pieces: readonly { readonly fichier: { readonly sha256: string } }[]
}

/**
 * Two servers on one data folder, embedded: the second goes away at once and says why, the first goes on. Then the first
 * is killed during its work; one that comes after finds every acknowledged deposit and ends it.
 *
 * @returns the digests of the pieces of each file
 */
export async function twoServers(dataDir: string, files: readonly Sent[]): Promise<string[]> {
  const first = await serve(dataDir)
  let last: Served | null = null
  try {
    const key = first.key ?? ''
    const half = Math.ceil(files.length / 2)
    const ids: string[] = []
    for (const file of files.slice(0, half)) ids.push(await post(first.url, key, file))
    const { code, said } = await refusedServe(dataDir)
    if (code !== 6 || !said.includes(String(first.process.pid)))
      throw new Error(`the second server ended with ${code}: ${said}`)
    for (const file of files.slice(half)) ids.push(await post(first.url, key, file))
    await pause(1_500)
    await end(first.process, 'SIGKILL')
    last = await serve(dataDir)
    const pieces: string[] = []
    for (const id of ids) pieces.push(await result(last.url, key, id))
    const states = await Promise.all(files.map(file => post(last?.url ?? '', key, file)))
    if (states.join() !== ids.join()) throw new Error('the same file became another deposit')
    return pieces
  } finally {
    await end(first.process, 'SIGKILL')
    if (last !== null) await end(last.process, 'SIGTERM')
  }
}

const start = (dataDir: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/main.js'), 'serve', '--port', '0', '--jobs', '1'], {
    env: { PATH: process.env['PATH'], NUMERISEUR_DATA: dataDir, TMPDIR: process.env['TMPDIR'] ?? '/tmp' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function serve(dataDir: string): Promise<Served> {
  const child = start(dataDir)
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

async function refusedServe(dataDir: string): Promise<{ code: number | null; said: string }> {
  const child = start(dataDir)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Deposits a file; the id of a deposit that is acknowledged. */
async function post(url: string, key: string, { nom, bytes }: Sent): Promise<string> {
  const body = new FormData()
  body.append('fichier', new Blob([Buffer.from(bytes)]), nom)
  const response = await fetch(`${url}/v1/depots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body,
  })
  if (response.status !== 202 && response.status !== 200) throw new Error(`a deposit was answered ${response.status}`)
  return ((await response.json()) as { id: string }).id
}

async function result(url: string, key: string, id: string): Promise<string> {
  const end = Date.now() + 180_000
  for (;;) {
    const response = await fetch(`${url}/v1/depots/${id}/resultat`, { headers: { authorization: `Bearer ${key}` } })
    if (response.status === 200) {
      const { pieces } = (await response.json()) as ResultatLu
      return pieces.map(p => p.fichier.sha256).join(' ')
    }
    await response.body?.cancel()
    if (Date.now() > end) throw new Error(`${id} has no result: ${response.status}`)
    await pause(300)
  }
}
