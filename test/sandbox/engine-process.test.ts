import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  EngineCrash,
  EngineFailure,
  EngineProcess,
  EngineUnavailable,
  MachineFailure,
} from '../../src/sandbox/engine-process.ts'
import type { InspectRequest } from '../../src/sandbox/protocol.ts'

/** A process that stands for the reader: what it does is told by the path it is asked to open. */
const ACTOR = `
  const reply = answer => process.send({ ok: true, answer, rssBytes: 50e6 })
  const acts = {
    environment: () => reply({ names: Object.keys(process.env).sort(), secret: process.env.API_KEY ?? null }),
    pid: () => reply({ pid: process.pid }),
    fail: () => process.send({ ok: false, message: 'RangeError: offset', rssBytes: 70e6 }),
    full: () => process.send({ ok: false, message: 'Error: write', rssBytes: 70e6, machine: 'ENOSPC' }),
    exit: () => { console.error('Mme DURAND'); process.exit(3) },
    crash: () => process.kill(process.pid, 'SIGSEGV'),
    hang: () => {},
  }
  process.on('message', ({ path }) => acts[path]())
  process.send('ready')
`
type Act = 'environment' | 'pid' | 'fail' | 'full' | 'exit' | 'crash' | 'hang'

let engine: EngineProcess
afterEach(() => {
  engine.kill()
  vi.unstubAllEnvs()
})

/** Runs a program in the place of the reader. */
const start = (program: string): EngineProcess => (engine = new EngineProcess([process.execPath, '-e', program, '--']))

/** Far beyond any answer of these tests: only what hangs meets a limit, and a short one. */
const LONG = 60_000
const SHORT = 100

function ask(act: Act, timeoutMs = LONG): Promise<object> {
  const request: InspectRequest = {
    kind: 'inspect',
    path: act,
    limits: { maxBytes: 1, maxPages: 1, maxPixelsPerPage: 1 },
  }
  return engine.run(request, timeoutMs)
}

/** The error of a request that cannot succeed. */
const failureOf = (request: Promise<object>): Promise<unknown> =>
  request.then(
    answer => expect.unreachable(JSON.stringify(answer)),
    (error: unknown) => error,
  )

describe('the process that opens untrusted files', () => {
  it('answers one request after the other, and says what memory it holds', async () => {
    start(ACTOR)
    const first = await ask('pid')
    expect(first).toMatchObject({ rssBytes: 50e6 })
    expect(await ask('pid')).toEqual(first)
    expect([engine.requests, engine.rssBytes, engine.alive]).toEqual([2, 50e6, true])
  })

  it('knows no secret of the service', async () => {
    vi.stubEnv('API_KEY', 'secret')
    start(ACTOR)
    expect(await ask('environment')).toMatchObject({ names: ['LANG', 'PATH', 'TZ'], secret: null })
  })

  it('that could not do its work says so, and does the next', async () => {
    start(ACTOR)
    const failure = await failureOf(ask('fail'))
    expect(failure).toBeInstanceOf(EngineFailure)
    expect(failure).toMatchObject({ message: 'RangeError: offset' })
    expect(engine.rssBytes).toBe(70e6)
    expect(await ask('pid')).toHaveProperty('pid')
  })

  it('whose machine is full says nothing of the file', async () => {
    start(ACTOR)
    const failure = await failureOf(ask('full'))
    expect(failure).toBeInstanceOf(MachineFailure)
    expect(failure).not.toBeInstanceOf(EngineFailure)
    expect(failure).toMatchObject({ code: 'ENOSPC' })
  })

  it.each<[string, Act, string]>([
    ['ends by itself', 'exit', 'exit 3'],
    ['is shot by the system', 'crash', 'SIGSEGV'],
  ])('that %s fails its request, without a word of the document', async (_, act, detail) => {
    start(ACTOR)
    const crash = await failureOf(ask(act))
    expect(crash).toBeInstanceOf(EngineCrash)
    expect(crash).toMatchObject({ reason: 'exit', message: expect.stringContaining(detail) as string })
    expect((crash as Error).message).not.toContain('DURAND')
    expect(engine.alive).toBe(false)
  })

  it('once dead takes no more work', async () => {
    start(ACTOR)
    await failureOf(ask('crash'))
    expect(await failureOf(ask('pid'))).toMatchObject({ name: 'EngineCrash', reason: 'exit' })
  })

  it('that never answers is killed, and its request fails for the time it took', async () => {
    start(ACTOR)
    const crash = await failureOf(ask('hang', SHORT))
    expect(crash).toBeInstanceOf(EngineCrash)
    expect(crash).toMatchObject({ reason: 'timeout', message: expect.stringContaining(`${SHORT} ms`) as string })
    expect(await failureOf(ask('pid'))).toMatchObject({ name: 'EngineCrash' })
    expect(engine.alive).toBe(false)
  })

  it('that is stopped while it works fails its request rather than leave it waiting for ever', async () => {
    start(ACTOR)
    await ask('pid')
    const failure = failureOf(ask('hang'))
    engine.kill()
    expect(await failure).toMatchObject({ name: 'EngineCrash', reason: 'exit' })
  })
})

describe('a process that does not start', () => {
  it('because a part of the installation is missing says which, and what to do', async () => {
    start("console.error('Cannot find package tsx'); process.exit(1)")
    const failure = await failureOf(ask('pid'))
    expect(failure).toBeInstanceOf(EngineUnavailable)
    expect(failure).toMatchObject({ message: expect.stringMatching(/npm ci.*Cannot find package tsx/) as string })
  })

  it('because its command does not exist says so', async () => {
    engine = new EngineProcess(['/no/such/prlimit'])
    expect(await failureOf(ask('pid'))).toMatchObject({
      name: 'EngineUnavailable',
      message: expect.stringContaining('/no/such/prlimit') as string,
    })
  })
})
