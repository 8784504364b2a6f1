import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXIT } from '../src/cli/exit-codes.ts'
import { ERREURS_DEPOT } from '../src/domain/erreurs.ts'
import { PROBLEMES } from '../src/http/problems.ts'

const page = await readFile('docs/errors.md', 'utf8')
const section = (title: string): string => page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? ''
const firstCells = (text: string): string[] => [...text.matchAll(/^\| `?([\w-]+)`? \|/gm)].map(m => m[1] as string)

async function errorClasses(): Promise<string[]> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true })
  const files = entries.filter(e => e.isFile() && e.name.endsWith('.ts')).map(e => join(e.parentPath, e.name))
  const texts = await Promise.all(files.map(f => readFile(f, 'utf8')))
  return texts.flatMap(t => [...t.matchAll(/^export class (\w+) extends Error/gm)].map(m => m[1] as string))
}

describe('the page of errors', () => {
  it('lists every code of a result, and no other', () => {
    const codes = firstCells(section('Codes of a result')).filter(c => c !== 'code')
    expect(codes.sort()).toEqual(Object.keys(ERREURS_DEPOT).sort())
  })

  it('lists every problem of the API, and no other', () => {
    const codes = firstCells(section('Problems of the API')).filter(c => c !== 'code')
    expect(codes.sort()).toEqual(Object.keys(PROBLEMES).sort())
  })

  it('lists every exit code, and no other', () => {
    const codes = firstCells(section('Exit codes of the command line')).filter(c => c !== 'code')
    const known: string[] = [...Object.values(EXIT).map(String), '1']
    expect(codes.sort()).toEqual([...new Set(known)].sort())
  })

  it('lists every error class, and no other', async () => {
    const classes = firstCells(section('Error classes')).filter(c => c !== 'class')
    expect(classes.sort()).toEqual((await errorClasses()).sort())
  })
})
