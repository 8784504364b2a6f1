import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { confinement } from '../../src/sandbox/limits.ts'

afterEach(() => vi.unstubAllEnvs())

/** What a command prints under the limits. */
function underLimits(cpuSeconds: number, script: string): string[] {
  const [command, ...args] = [...confinement(cpuSeconds).prefix, 'sh', '-c', script]
  return spawnSync(command, args, { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
}

const { missing } = confinement(60)
const lacks = (tool: string): boolean => missing.some(m => m.startsWith(tool))

describe('the process that opens untrusted files', () => {
  it('has bounded computing time, open files, file size and data, and leaves no memory dump', () => {
    const bounds = underLimits(75, 'ulimit -t; ulimit -n; ulimit -c; ulimit -f; ulimit -d')
    // `ulimit` counts file sizes in blocks of 512 bytes, data in kilobytes.
    const expected = [
      '75',
      '256',
      '0',
      String(Math.floor(1_000_000_000 / 512)),
      String(Math.floor(1_500_000_000 / 1024)),
    ]
    if (lacks('prlimit')) expect(bounds).not.toEqual(expected)
    else expect(bounds).toEqual(expected)
  })

  it('sees no network but its own', () => {
    const interfaces = underLimits(60, 'cat /proc/net/dev').flatMap(l => /^\s*([^\s:|]+):/.exec(l)?.[1] ?? [])
    if (lacks('unshare')) expect(interfaces.length).toBeGreaterThan(0)
    else expect(interfaces).toEqual(['lo'])
  })

  it('runs unconfined where the machine has no tool for it, and the operator is told each one', () => {
    vi.stubEnv('PATH', '/nowhere')
    expect(confinement(60)).toEqual({
      prefix: [],
      missing: [
        expect.stringMatching(/^prlimit .* ne sont pas limités/),
        expect.stringMatching(/^unshare .* coupez le réseau/),
      ],
    })
  })
})
