import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERREURS_DEPOT, type CodeErreurDepot } from '../../src/domain/erreurs.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import type { PipelineContext } from '../../src/pipeline/context.ts'
import { openPipeline, processAll } from './run-samples.ts'

interface Expected {
  readonly fichier: string
  readonly erreur: CodeErreurDepot | null
  readonly pourquoi: string
}

const expected = JSON.parse(await readFile('samples/bad/attendu.json', 'utf8')) as Expected[]

let pipeline: PipelineContext & { close(): Promise<void> }
let resultats: Resultat[]
beforeAll(async () => {
  pipeline = await openPipeline()
  resultats = await processAll(
    expected.map(e => `samples/bad/${e.fichier}`),
    pipeline,
  )
}, 300_000)
afterAll(() => pipeline.close())

describe('a file that cannot be read', () => {
  it.each(expected.map((e, i) => [e.pourquoi, e.erreur, i] as const))('%s: %s', (_, code, i) => {
    const resultat = resultats[i] as Resultat
    if (code === null) {
      expect(resultat.erreur).toBeNull()
      expect(resultat.pieces.length).toBeGreaterThan(0)
      return
    }
    expect(resultat.erreur).toEqual({ code, message: ERREURS_DEPOT[code] })
    expect(resultat.pieces).toEqual([])
  })
})
