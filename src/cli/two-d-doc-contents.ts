import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ERREURS_DEPOT } from '../domain/erreurs.ts'
import { assembleTwoDDocs } from '../formats/two-d-doc/assemble.ts'
import { parseTwoDDoc } from '../formats/two-d-doc/parse.ts'
import { EnginePool } from '../sandbox/pool.ts'
import type { FileLimits } from '../sandbox/protocol.ts'
import { InputNotFound } from './inputs.ts'

/** No 2D-Doc was read in what was given. */
export class NothingToVerify extends Error {
  override readonly name = 'NothingToVerify'
}

export interface FoundContent {
  /** Page of the file, from 1; `null` for a text, or a code spread over several symbols. */
  readonly page: number | null
  readonly content: string
}

/**
 * The 2D-Doc contents that an argument of the command line stands for: the text of a code, a file that holds such a
 * text, or a document, which the confined process opens and reads.
 * @throws InputNotFound, NothingToVerify
 */
export async function twoDDocContents(argument: string, limits: FileLimits): Promise<FoundContent[]> {
  if (isTwoDDoc(argument)) return [{ page: null, content: argument }]
  const text = await textOfFile(argument)
  if (isTwoDDoc(text)) return [{ page: null, content: text }]
  const found = await readDocument(argument, limits)
  if (found.length > 0) return found
  throw new NothingToVerify(
    "Aucun 2D-Doc n'a été lu. Numérisez la page à 300 points par pouce, code entier et à plat, ou donnez le PDF d'origine.",
  )
}

const isTwoDDoc = (text: string): boolean => parseTwoDDoc(text).kind !== 'other'

/** One character a byte, without the line end that editors add. */
async function textOfFile(path: string): Promise<string> {
  try {
    return (await readFile(path, 'latin1')).replace(/\r?\n$/, '')
  } catch (error) {
    throw new InputNotFound((error as NodeJS.ErrnoException).code ?? 'inconnu')
  }
}

async function readDocument(path: string, limits: FileLimits): Promise<FoundContent[]> {
  const workDir = mkdtempSync(join(tmpdir(), 'numeriseur-'))
  const forget = (): void => rmSync(workDir, { recursive: true, force: true })
  process.once('exit', forget)
  const pool = new EnginePool(1)
  try {
    const opened = await pool.run({ kind: 'inspect', path, limits })
    if (!opened.ok) throw new NothingToVerify(ERREURS_DEPOT[opened.code])
    const symbols: { page: number; content: string }[] = []
    for (let page = 1; page <= opened.pageCount; page++) {
      const read = await pool.run({ kind: 'read', path, limits, page, rasterPath: join(workDir, 'page.raw') })
      if (read.ok) symbols.push(...read.reading.barcodes.map(b => ({ page, content: b.content })))
    }
    const contents = new Set(assembleTwoDDocs(symbols.map(s => s.content)).filter(isTwoDDoc))
    return [...contents].map(content => ({ page: symbols.find(s => s.content === content)?.page ?? null, content }))
  } finally {
    pool.close()
    process.removeListener('exit', forget)
    forget()
  }
}
