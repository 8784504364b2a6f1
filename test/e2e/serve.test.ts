import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resultat } from '../../src/domain/resultat.ts'

const BULLETIN = 'samples/documents/bulletin-de-paie-clarifie-1.pdf'

interface Run {
  readonly child: ChildProcess
  /** What it printed so far. */
  readonly printed: () => string
  readonly code: Promise<number | null>
}

function start(dataDir: string, ...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    env: { PATH: process.env['PATH'], NUMERISEUR_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  }
  const code = once(child, 'exit').then(([status]) => status as number | null)
  return { child, printed: () => printed, code }
}

/** Waits for a line, and gives what the pattern caught in it. */
async function said({ printed, child }: Run, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(printed())?.[1]
    if (found !== undefined) return found
    if (child.exitCode !== null) throw new Error(`it ended: ${printed()}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

describe('numeriseur serve', () => {
  let dataDir: string, server: Run, url: string, key: string
  beforeAll(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'numeriseur-serve-')), 'data')
    server = start(dataDir, 'serve', '--port', '0', '--jobs', '1')
    key = await said(server, /(num_\S+)/)
    url = await said(server, /écoute sur (http:\/\/\S+)/)
  })
  afterAll(() => {
    server.child.kill('SIGKILL')
  })
  const headers = (): Record<string, string> => ({ authorization: `Bearer ${key}` })
  const form = async (): Promise<FormData> => {
    const data = new FormData()
    data.set('fichier', await openAsBlob(BULLETIN), 'bulletin.pdf')
    return data
  }

  it('starts with nothing set, and takes a document from its upload to its masked PDF', async () => {
    const body = await form()
    const accepted = await fetch(`${url}/v1/depots`, { method: 'POST', body, headers: headers() })
    expect(accepted.status).toBe(202)
    const where = `${url}${accepted.headers.get('location')}`
    const events = await (await fetch(`${where}/evenements`, { headers: headers() })).text()
    expect(events).toContain('"etat":"verse"')
    const resultat = (await (await fetch(`${where}/resultat`, { headers: headers() })).json()) as Resultat
    expect(resultat.pieces[0]?.type).toBe('bulletin-de-paie')
    const pdf = await fetch(`${where}/pieces/${resultat.pieces[0]?.id}`, { headers: headers() })
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('tells at once what a document is', async () => {
    const answer = await fetch(`${url}/v1/precontrole`, { method: 'POST', body: await form(), headers: headers() })
    const { erreur, pieces } = (await answer.json()) as { erreur: string | null; pieces: { type: string }[] }
    expect([erreur, pieces.map(p => p.type)]).toEqual([null, ['bulletin-de-paie']])
  })

  it('keeps its data folder for itself: a second one says who has it, and ends with 6', async () => {
    const second = start(dataDir, 'serve', '--port', '0')
    expect(await second.code).toBe(6)
    expect(second.printed()).toContain(`déjà ouverte par le processus ${server.child.pid}`)
  })

  it('ends with 0 when it is told to stop, and leaves its data to the next', async () => {
    server.child.kill('SIGTERM')
    expect(await server.code).toBe(0)
    const status = start(dataDir, 'status')
    expect(await status.code).toBe(0)
    expect(status.printed()).toMatch(/ 1 versés dans le SNE/)
  })
})
