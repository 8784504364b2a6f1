import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparePieces, type Comparison } from '../../bench/evaluate/metrics.ts'
import { loadSamples, type Sample } from '../../bench/evaluate/truth.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import { findResidue } from '../../src/masking/residue.ts'
import { decodedStreams, stringOperands } from '../../src/output/pdf-bytes.ts'
import type { PipelineContext } from '../../src/pipeline/context.ts'
import { openPipeline, processAll } from './run-samples.ts'

/** Conditions of an office: a clean scan at 150 to 300 dpi, or a PDF that was never printed. */
const CLEAN = /^(?:pdf|scan-(?:150|200|300)-(?:grey|color)|tiff-(?:lzw|jpeg))$/

let pipeline: PipelineContext & { close(): Promise<void> }
let samples: Sample[]
let resultats: Resultat[]

beforeAll(async () => {
  pipeline = await openPipeline()
  samples = [...(await loadSamples('samples/documents')), ...(await loadSamples('samples/bundles'))]
  resultats = await processAll(
    samples.map(s => s.path),
    pipeline,
  )
}, 900_000)
afterAll(() => pipeline.close())

const clean = (): Comparison[] =>
  samples.flatMap((s, i) =>
    s.truth.condition.split(' + ').every(c => CLEAN.test(c)) ? comparePieces(s.truth, resultats[i] as Resultat) : [],
  )

describe('the samples through the whole pipeline', () => {
  it('give results that the contract accepts', async () => {
    const ajv = new Ajv2020({ allErrors: true })
    addFormats.default(ajv)
    const schema = JSON.parse(await readFile('models/contract/result.schema.json', 'utf8')) as object
    const validate = ajv.compile(schema)
    for (const resultat of resultats) {
      // As outside programs see it: through JSON.
      expect([resultat.depot.fichier, validate(JSON.parse(JSON.stringify(resultat))) ? null : validate.errors]).toEqual(
        [resultat.depot.fichier, null],
      )
    }
  })

  it('get their type on every clean scan and born-digital PDF', () => {
    const wrong = clean().filter(c => !c.sameType)
    expect(wrong.map(c => `${c.type} for ${c.expected.type}`)).toEqual([])
    expect(clean().length).toBeGreaterThan(50)
  })

  it('get their end of validity on at least nine in ten of those', () => {
    const all = clean()
    const right = all.filter(c => c.sameValidity)
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.9)
  })

  it('lose no page: every page that is not blank stands in exactly one piece', () => {
    for (const { depot, pieces, pagesBlanches } of resultats) {
      const pages = [...pieces.flatMap(p => p.pages), ...(pagesBlanches ?? [])].sort((a, b) => a - b)
      expect([depot.fichier, pages]).toEqual([depot.fichier, Array.from({ length: depot.pages }, (_, i) => i + 1)])
    }
  })

  it('say of every page how it was made upright, and where it lies on the page as received', () => {
    const turned = samples.flatMap(({ truth }, i) =>
      truth.pages
        .filter(p => p.blanche !== true && truth.pieces.every(piece => piece.lisible !== false))
        .map(({ numero, pose }) => {
          const found = resultats[i]?.redressements?.find(r => r.page === numero)
          const right = ((found?.quartsDeTour ?? 9) + (pose?.quartsDeTour ?? 9)) % 4 === 0
          return [truth.fichier, numero, right, found?.coins.length]
        }),
    )
    expect(turned.filter(([, , right, corners]) => !right || corners !== 4)).toEqual([])
  })

  it('are « inexploitable », with what to do, when nobody can read them', () => {
    const unread = samples.flatMap((s, i) =>
      s.truth.pieces.some(p => p.lisible === false)
        ? (resultats[i] as Resultat).pieces.map(p => [p.indicePertinence, ...p.motifs].join(' : '))
        : [],
    )
    expect(unread).toEqual([
      expect.stringMatching(/^inexploitable : La photo est floue : reprenez-la à la lumière, bien à plat\./),
      expect.stringMatching(/^inexploitable : Le document est coupé .*à gauche.* : numérisez la page entière\./),
    ])
  })

  it('are never refused as unreadable when a person can read them', () => {
    const refused = samples.flatMap((s, i) =>
      s.truth.pieces.some(p => p.lisible === false)
        ? []
        : (resultats[i] as Resultat).pieces
            .filter(p => p.indicePertinence === 'inexploitable')
            .map(p => [s.truth.fichier, ...p.motifs]),
    )
    expect(refused).toEqual([])
  })

  it('have their blank pages set aside, those and no other', () => {
    const blank = samples.map((s, i) => [s.truth.fichier, (resultats[i] as Resultat).pagesBlanches ?? []])
    expect(blank).toEqual(
      samples.map(s => [s.truth.fichier, s.truth.pages.filter(p => p.blanche === true).map(p => p.numero)]),
    )
  })

  it('find every NIR that stands on a clean scan or a born-digital PDF', () => {
    const missed = clean().filter(c => c.nirFound < c.nirTotal)
    expect(missed.map(c => c.expected.type)).toEqual([])
  })

  it('leave no NIR in any file produced, in any text of its streams', async () => {
    for (const piece of resultats.flatMap(r => r.pieces)) {
      if (piece.fichier.nom === '') continue
      const pdf = await readFile(join(pipeline.outDir, piece.fichier.nom))
      expect([piece.id, findResidue(decodedStreams(pdf).slice(1).map(stringOperands))]).toEqual([piece.id, 0])
    }
  })

  it('never leave a suspicion of fraud on a genuine document', () => {
    const suspected = resultats.flatMap(r =>
      r.pieces.filter(p => p.indicePertinence === 'suspicion-de-fraude').map(p => [r.depot.fichier, ...p.motifs]),
    )
    expect(suspected).toEqual([])
  })

  it('say why, for every index but « périmètre réglementaire »', () => {
    for (const piece of resultats.flatMap(r => r.pieces)) {
      if (piece.indicePertinence !== 'perimetre-reglementaire') expect(piece.motifs.length).toBeGreaterThan(0)
    }
  })
})
