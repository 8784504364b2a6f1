import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Resultat } from '../../src/domain/resultat.ts'

const BULLETIN = 'samples/documents/bulletin-de-paie-clarifie-1.pdf'

function numeriseur(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NUMERISEUR_2DDOC_TRUST_STORE: 'samples/2d-doc-trust-store.json' },
  })
  return { status, stdout, stderr }
}
const folder = (): string => mkdtempSync(join(tmpdir(), 'numeriseur-cli-'))
const DAY = ['--date-depot', '2026-10-15']

describe('numeriseur process', () => {
  it('goes on after a bad file, one JSON line a file in the order given, and ends with 2', () => {
    const { status, stdout } = numeriseur(
      'process',
      'samples/bad/tronque.pdf',
      BULLETIN,
      '--json',
      '--out',
      folder(),
      ...DAY,
    )
    const lines = stdout
      .trim()
      .split('\n')
      .map(l => JSON.parse(l) as Resultat)
    expect(lines.map(l => [l.depot.fichier, l.erreur?.code ?? l.pieces[0]?.type])).toEqual([
      ['tronque.pdf', 'fichier-illisible'],
      ['bulletin-de-paie-clarifie-1.pdf', 'bulletin-de-paie'],
    ])
    expect(status).toBe(2)
  })

  it('gives the same bytes for the same file and the same options', () => {
    const runs = [folder(), folder()].map(out => ({
      out,
      run: numeriseur('process', BULLETIN, '--json', '--out', out, ...DAY),
    }))
    const [first, second] = runs.map(({ run }) => run.stdout)
    expect(first).toBe(second)
    const nom = (JSON.parse(first as string) as Resultat).pieces[0]?.fichier.nom as string
    const [a, b] = runs.map(({ out }) => readFileSync(join(out, nom)))
    expect(a?.equals(b as Buffer)).toBe(true)
  })

  it('prints a French table without --json', () => {
    const { stdout, status } = numeriseur('process', BULLETIN, '--out', folder(), ...DAY)
    expect(stdout).toMatch(/^Fichier +Pages +Type +Fin de validité +NIR masqués +Indice\n/)
    expect(stdout).toContain('Bulletin de paie')
    expect(status).toBe(0)
  })

  it('masks a NIR in the name of a file', () => {
    const copy = join(folder(), '269054958815780_bulletin.txt')
    spawnSync('cp', ['samples/bad/texte.pdf', copy])
    const { stdout, stderr } = numeriseur('process', copy, '--json', '--out', folder())
    expect(stdout + stderr).not.toContain('2690549588157')
    expect((JSON.parse(stdout) as Resultat).depot.fichier).toContain('bulletin')
  })

  it.each([
    ['a path that does not exist', ['process', 'samples/rien.pdf'], 5, /n'existe pas/],
    ['a day that does not exist', ['process', BULLETIN, '--date-depot', '2026-02-30'], 1, /date qui existe/],
    ['an unknown option', ['process', BULLETIN, '--vite'], 1, /Option inconnue/],
    ['no file', ['process'], 1, /Il manque/],
  ])('explains in French %s', (_, args, code, message) => {
    const { status, stderr } = numeriseur(...args)
    expect(stderr).toMatch(message)
    expect(status).toBe(code)
  })

  it('leaves no picture of a page behind when it is interrupted', async () => {
    const temp = folder()
    const args = ['--import', 'tsx', 'src/cli/main.ts', 'process', 'samples/bundles', '--out', folder(), ...DAY]
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env['PATH'], TMPDIR: temp } })
    const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
    const pictures = (): string[] =>
      readdirSync(temp, { recursive: true, encoding: 'utf8' }).filter(n => n.endsWith('.raw'))
    while (pictures().length === 0 && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 100))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(pictures()).toEqual([])
  })

  it('has its help in French', () => {
    const help = numeriseur('process', '--help').stdout
    expect(help).toMatch(/Utilisation :/)
    expect(help).toMatch(/Exemples :/)
    expect(numeriseur('--help').stdout).toMatch(/Commandes :/)
  })
})

describe('numeriseur 2d-doc verify', () => {
  it('verifies the code of a document, in French or as JSON, and ends with 0', () => {
    const { status, stdout } = numeriseur('2d-doc', 'verify', 'samples/documents/avis-imposition-asdir.pdf')
    expect(stdout).toMatch(/^2D-Doc, page 1 : VALIDE\n/)
    expect(stdout).toContain('Revenu fiscal de référence : 45266')
    expect(status).toBe(0)
  })

  it('says that a page has no code, and that a file is missing', () => {
    const without = numeriseur('2d-doc', 'verify', BULLETIN)
    expect(without).toMatchObject({ status: 2, stdout: '' })
    expect(without.stderr).toMatch(/Aucun 2D-Doc/)
    expect(numeriseur('2d-doc', 'verify', 'nulle-part.pdf').status).toBe(5)
  })
})
