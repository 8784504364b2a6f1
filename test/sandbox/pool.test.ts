import { afterEach, describe, expect, it } from 'vitest'
import { EnginePool } from '../../src/sandbox/pool.ts'
import type { InspectRequest } from '../../src/sandbox/protocol.ts'

const LIMITS = { maxBytes: 50_000_000, maxPages: 100, maxPixelsPerPage: 50_000_000 }
// Any file will do: the refusal of a text file is an answer too.
const REQUEST: InspectRequest = { kind: 'inspect', path: 'package.json', limits: LIMITS }

let pool: EnginePool
afterEach(() => pool.close())

/** Memory that the answers of three requests in a row report: each process has its own. */
async function threeAnswers(): Promise<{ ok: boolean; rssBytes: number }[]> {
  return [await pool.run(REQUEST), await pool.run(REQUEST), await pool.run(REQUEST)]
}

describe('the processes that open untrusted files', () => {
  it('say what memory they hold, and serve again while they stay small', { timeout: 120_000 }, async () => {
    pool = new EnginePool(1, { requests: 100, rssBytes: 4e9 })
    const answers = await threeAnswers()
    expect(answers.map(a => a.ok)).toEqual([false, false, false])
    for (const { rssBytes } of answers) expect(rssBytes).toBeGreaterThan(30e6)
    expect(pool.replaced).toBe(0)
  })

  it('are replaced once they hold too much memory, and nothing is lost', { timeout: 120_000 }, async () => {
    pool = new EnginePool(1, { requests: 100, rssBytes: 1e6 })
    expect((await Promise.all([pool.run(REQUEST), pool.run(REQUEST)])).map(a => a.ok)).toEqual([false, false])
    expect(pool.replaced).toBe(2)
  })

  it('are replaced after the number of requests that they may serve', { timeout: 120_000 }, async () => {
    pool = new EnginePool(1, { requests: 2, rssBytes: 4e9 })
    await threeAnswers()
    expect(pool.replaced).toBe(1)
  })
})
