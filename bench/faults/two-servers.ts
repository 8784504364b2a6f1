import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Sent } from './fleet.ts'
import { endProcess, serve, startServer, type Served } from './served.ts'

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
  const first = await serve({ NUMERISEUR_DATA: dataDir })
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
    await endProcess(first.process, 'SIGKILL')
    last = await serve({ NUMERISEUR_DATA: dataDir })
    const pieces: string[] = []
    for (const id of ids) pieces.push(await result(last.url, key, id))
    const states = await Promise.all(files.map(file => post(last?.url ?? '', key, file)))
    if (states.join() !== ids.join()) throw new Error('the same file became another deposit')
    return pieces
  } finally {
    await endProcess(first.process, 'SIGKILL')
    if (last !== null) await endProcess(last.process, 'SIGTERM')
  }
}

async function refusedServe(dataDir: string): Promise<{ code: number | null; said: string }> {
  const child = startServer({ NUMERISEUR_DATA: dataDir })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said }
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
