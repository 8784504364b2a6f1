import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config/config.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import { openSneStore } from '../../src/store/open-sne-store.ts'
import { canaries, damaged, hidden, locked, Numbers, picture, symbols, written } from './canary-files.ts'
import { numbersIn, tracesIn, type Trace } from './canary-search.ts'

/** Two hundred fictional numbers go in by every door; none may come out by any. */
const COUNT = 200
const all = canaries(COUNT)
const numbers = new Numbers(all)

const root = mkdtempSync(join(tmpdir(), 'numeriseur-canary-'))
const [received, out, temp, data] = ['in', 'out', 'tmp', 'data'].map(n => join(root, n)) as [
  string,
  string,
  string,
  string,
]
const said: Trace[] = []
let resultats: Resultat[]
let given: string[]

function numeriseur(...args: string[]): { status: number | null; stdout: string } {
  given.push(...args)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TMPDIR: temp, NUMERISEUR_DATA: data },
  })
  said.push({ name: `stdout of ${args[0]}`, bytes: Buffer.from(stdout) })
  said.push({ name: `stderr of ${args[0]}`, bytes: Buffer.from(stderr) })
  return { status, stdout }
}

beforeAll(async () => {
  given = []
  for (const folder of [received, out, temp]) mkdirSync(folder)
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(received, name), bytes)
  put('paie.pdf', await written(numbers, 80))
  put(`${numbers.next()}_bulletin.pdf`, await hidden(numbers))
  put('codes.pdf', await symbols(numbers))
  put('photo.jpg', await picture(numbers))
  put(`NIR ${numbers.next()}.pdf`, await locked(numbers))
  put('abime.pdf', await damaged(numbers))
  put(`${numbers.next().slice(0, 13)}_vide.pdf`, '')
  put('note.txt', `NIR ${numbers.next()}`)
  put('tronque.pdf', (await written(numbers, 5)).subarray(0, 400))
  const folder = join(received, numbers.next())
  mkdirSync(folder)
  writeFileSync(join(folder, 'export.csv'), `nir;nom\n${numbers.next()};ALIX\n`)

  const json = numeriseur(
    ...['process', received, '--out', out, '--json', '--verbose', '--store', '--jobs', '1'],
    ...['--numero-unique', numbers.next(), '--guichet', numbers.next(), '--date-depot', '2026-10-15'],
  )
  resultats = json.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Resultat)
  const bad = readdirSync(received)
    .filter(n => /vide|NIR|txt/.test(n))
    .map(n => join(received, n))
  numeriseur('process', ...bad, '--out', out)
  numeriseur('process', join(received, numbers.next(), 'rien.pdf'))
  numeriseur('process', 'x', '--date-depot', numbers.next())
  numeriseur('process', 'x', `--nir=${numbers.next()}`)
  numeriseur(`${numbers.next()}`)
  numeriseur('2d-doc', 'verify', `NIR ${numbers.next()}`)
  // What is left of the two hundred goes in as plain text, one call for all.
  const rest: string[] = []
  while (numbers.left > 0) rest.push(numbers.next())
  numeriseur('process', ...rest.map(n => `/nulle-part/${n}/bulletin.pdf`))
}, 600_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const numbersOf = (traces: readonly Trace[]): [string, number][] =>
  traces.flatMap((trace): [string, number][] => {
    const found = numbersIn(trace, all).length
    return found > 0 ? [[trace.name, found]] : []
  })

describe('two hundred known numbers', () => {
  it('went in: each stands in a file received, in its name, in a picture or symbol of it, or in what was typed', () => {
    const inside = [...tracesIn(received), { name: 'arguments', bytes: Buffer.from(given.join('\n')) }]
    const seen = new Set(inside.flatMap(trace => numbersIn(trace, all)))
    // Four in symbols, two in pixels, two under a password, five of a file cut short.
    expect(all.filter(n => !seen.has(n)).length).toBeLessThanOrEqual(13)
    expect(new Set(all).size).toBe(COUNT)
  })

  it('were masked on the pages: every piece is proven and delivered, and what cannot be read says why', () => {
    const masked = new Map(resultats.map(r => [r.depot.fichier, r.pieces.flatMap(p => p.nir.occurrences).length]))
    expect(masked.get('paie.pdf')).toBe(80)
    expect(masked.get('codes.pdf')).toBe(4)
    expect(masked.get('photo.jpg')).toBeGreaterThanOrEqual(2)
    const pieces = resultats.flatMap(r => r.pieces)
    expect(pieces.filter(p => !p.nir.neutralise || p.fichier.nom === '')).toEqual([])
    expect(resultats.flatMap(r => r.erreur?.code ?? []).sort()).toEqual([
      'fichier-illisible',
      'fichier-protege',
      'fichier-vide',
      'format-non-accepte',
      'format-non-accepte',
    ])
  })

  it('are told of when they stand where no page shows them', () => {
    const told = resultats.filter(r =>
      r.pieces.some(p => p.motifs.some(m => m.includes('dans son nom ou ses propriétés'))),
    )
    expect(told.map(r => r.depot.fichier).sort()).toEqual(['[NIR neutralisé]_bulletin.pdf', 'photo.jpg'])
  })

  it('are in no file produced, in none of its streams, and in no name', () => {
    expect(tracesIn(out).length).toBeGreaterThan(5)
    expect(numbersOf(tracesIn(out))).toEqual([])
  })

  it('are in nothing that was said: results, table, messages, verbose lines, errors', () => {
    expect(said.length).toBe(16)
    expect(said.filter(t => t.bytes.length > 0).length).toBeGreaterThanOrEqual(9)
    expect(numbersOf(said)).toEqual([])
  })

  it('are in no temporary file, and no picture of a page is left', () => {
    expect(readdirSync(temp).filter(n => n.startsWith('numeriseur'))).toEqual([])
    expect(numbersOf(tracesIn(temp))).toEqual([])
  })

  it('are in no file of the store, nor in what it gives back', async () => {
    const outcome = parseConfig({ NUMERISEUR_DATA: data })
    if (!outcome.ok) throw new Error('no configuration')
    const store = await openSneStore(outcome.config)
    const kept = await Promise.all(resultats.map(r => store.lire(r.depot.id)))
    await store.close()
    expect(kept.filter(r => r === null)).toEqual([])
    expect(numbersOf([{ name: 'store', bytes: Buffer.from(JSON.stringify(kept)) }])).toEqual([])
    const bodies = new Set(all.map(n => n.slice(0, 13)))
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(e => e.isFile())
    expect(files.length).toBeGreaterThan(100)
    const holding = new Set<string>()
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name)).toString('latin1')
      for (const [run] of text.matchAll(/[\dAB]{13,}/g))
        for (let at = 0; at + 13 <= run.length; at++) if (bodies.has(run.slice(at, at + 13))) holding.add(file.name)
    }
    expect([...holding]).toEqual([])
  })
})
