import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig, VARIABLES, type Config } from '../src/config/config.ts'
import { buildProgram } from '../src/cli/program.ts'

interface Service {
  readonly image: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly restart?: string
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const compose = parse(await readFile('docker-compose.yml', 'utf8'), { merge: true }) as Compose
const { services } = compose
const ours = ['api', 'worker'].map(name => [name, services[name] as Service] as const)
/** What the shell or `.env` puts in place of ${NAME:?}. */
const filled = (text: string): string =>
  text.replaceAll(/\$\{\w+:\?\}/g, 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=')

describe('the compose file', () => {
  it('has Redis, PostgreSQL, an S3 store, the API and workers', () => {
    for (const name of ['redis', 'postgres', 's3', 'api', 'worker']) expect(services[name]?.image).toBeTruthy()
  })

  it('waits only for services that are there, and that can say when they are ready', () => {
    for (const { depends_on = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(services[name], name).toBeDefined()
        if (condition === 'service_healthy') expect(services[name]?.healthcheck, name).toBeDefined()
        else expect(condition).toBe('service_completed_successfully')
      }
    }
  })

  it('looks after the health of every service that stays', () => {
    const staying = Object.entries(services).filter(([, s]) => s.restart !== undefined)
    expect(staying.map(([name]) => name).sort()).toEqual(['api', 'postgres', 'redis', 's3', 'worker'])
    for (const [name, service] of staying) expect(service.healthcheck, name).toBeDefined()
  })

  it.each(ours)('gives %s a configuration that it takes, of variables that it knows', (_, { environment = {} }) => {
    const known = VARIABLES.map(v => v.name)
    for (const name of Object.keys(environment)) expect(known).toContain(name)
    const values = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]))
    const outcome = parseConfig(values)
    expect(outcome.ok ? [] : outcome.errors).toEqual([])
  })

  it.each(ours)('starts %s with a command and options that exist', (_, { command = [], healthcheck }) => {
    const program = buildProgram({
      config: (parseConfig({}) as { config: Config }).config,
      stdout: process.stdout,
      stderr: process.stderr,
      now: () => '',
      exit: () => undefined,
    })
    const commands = [command, healthcheck?.test.slice(1) ?? []].filter(c => c[1] === 'dist/src/cli/main.js')
    expect(commands.length).toBeGreaterThan(0)
    for (const [, , name, ...options] of commands) {
      const found = program.commands.find(c => c.name() === name)
      expect(found, name).toBeDefined()
      const known = found?.options.flatMap(o => o.long ?? []) ?? []
      for (const option of options.filter(o => o.startsWith('--'))) expect(known).toContain(option)
    }
  })

  it('opens nothing but the API, to this machine only, and holds no secret', () => {
    for (const [name, { ports = [] }] of Object.entries(services)) {
      expect(ports, name).toEqual(name === 'api' ? ['127.0.0.1:3000:3000'] : [])
    }
    for (const { environment = {} } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|CLE_MAITRE/.test(name)) expect(value).toMatch(/^\$\{\w+:\?\}$/)
      }
    }
  })

  it('names every volume it uses', () => {
    for (const { volumes = [] } of Object.values(services)) {
      const named = volumes.map(v => v.split(':')[0] ?? '').filter(v => !v.startsWith('.') && !v.startsWith('/'))
      for (const name of named) expect(Object.keys(compose.volumes)).toContain(name)
    }
  })
})
