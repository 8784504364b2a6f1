import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/domain/reading.ts'
import { openHouse, type House } from '../../src/flow/house.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers, type Workers } from '../../src/flow/workers.ts'
import { processFile } from '../../src/pipeline/process-file.ts'
import { EngineCrash } from '../../src/sandbox/engine-process.ts'
import type { InspectAnswer, ReadAnswer } from '../../src/sandbox/protocol.ts'
import {
  AVIS_ECHEANCE,
  QUITTANCE_BAILLEUR_SOCIAL,
  QUITTANCE_PARTICULIER,
} from '../documents/kinds/drawings/logement.ts'
import { page } from '../documents/page-builder.ts'
import { contextOn } from '../pipeline/context-builder.ts'
import { ScriptedPool } from '../pipeline/scripted-pool.ts'
import { deposit, newWorkDir, onEveryHouse, until } from './house.ts'

const NIR = '269054958815780'
const DRAWN = [QUITTANCE_PARTICULIER, QUITTANCE_BAILLEUR_SOCIAL, AVIS_ECHEANCE].map(drawing => page(drawing))
const [FIRST, SECOND, THIRD] = DRAWN as [PageReading, PageReading, PageReading]
const BLANK: PageReading = { ...page(''), lines: [], quality: { ...page('').quality, state: 'blank' } }

/** What stands in a file, by its name. `null` for a page that kills its process. */
interface Told {
  readonly pages: readonly (PageReading | null)[]
  readonly hiddenTexts?: readonly string[]
  readonly inspect?: InspectAnswer | 'crash'
  /** Rank of the piece on which its process dies. */
  readonly killedOn?: string
}
const FILES: Readonly<Record<string, Told>> = {
  'trois-documents.pdf': { pages: DRAWN },
  'page-perdue.pdf': { pages: [FIRST, null, THIRD] },
  'piece-retenue.pdf': { pages: DRAWN, killedOn: '02-' },
  'pages-blanches.pdf': { pages: [FIRST, BLANK, SECOND, BLANK] },
  'rien.pdf': { pages: [BLANK, BLANK] },
  'protege.pdf': { pages: [], inspect: { ok: false, code: 'fichier-protege' } },
  'poison.pdf': { pages: [], inspect: 'crash' },
  [`${NIR}_loyers.pdf`]: { pages: DRAWN },
  'proprietes.pdf': {
    pages: [page(`${QUITTANCE_PARTICULIER}\nDossier ${NIR.slice(0, 13)}`)],
    hiddenTexts: [`Auteur : ${NIR}`],
  },
}

const die = (): never => {
  throw new EngineCrash('exit', 'SIGSEGV')
}

/** The pipeline itself, on confined processes that answer what is told of the file. */
const pipeline: ProcessFile = (path, options, { outDir, onEvent }) => {
  const { pages, hiddenTexts = [], inspect, killedOn } = FILES[basename(path)] as Told
  const pool = new ScriptedPool({
    inspect: () => {
      if (inspect === 'crash') return die()
      return inspect ?? { ok: true, format: 'pdf', pageCount: pages.length, hiddenTexts, timings: {} }
    },
    read: ({ page, rasterPath }): ReadAnswer => {
      const reading = pages[page - 1] ?? die()
      const raster = { path: rasterPath, width: 10, height: 10, channels: 1 as const, dpi: 200 }
      return { ok: true, reading: { ...reading, page }, raster, timings: {} }
    },
    produce: ({ outPath }) => {
      if (killedOn !== undefined && basename(outPath).startsWith(killedOn)) return die()
      const bytes = Buffer.from(`%PDF-essai ${basename(outPath)}`)
      writeFileSync(outPath, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { octets: bytes.length, sha256, residues: [], timings: {} }
    },
  })
  return processFile(path, options, { ...contextOn(pool, dirname(path)), outDir, onEvent })
}

/** What the pipeline makes of a file by itself, without queue or store. */
async function alone(nom: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'numeriseur-seul-'))
  try {
    await writeFile(join(folder, nom), `le fichier ${nom}`)
    const recuLe = '2026-11-24T10:00:00.000Z'
    const options = { canal: 'guichet', guichet: '75001', numeroUnique: null, jourDepot: '2026-11-24', recuLe } as const
    return await pipeline(join(folder, nom), options, { outDir: folder, voie: 'courte', onEvent: () => undefined })
  } finally {
    await rm(folder, { recursive: true })
  }
}

onEveryHouse((name, fresh) =>
  describe(`the pipeline behind the queue on ${name}`, () => {
    let house: House, workers: Workers
    const ids = new Map<string, string>()
    beforeAll(async () => {
      house = await openHouse(await fresh())
      workers = startWorkers(house, {
        process: pipeline,
        workDir: await newWorkDir(),
        files: 2,
        retention: { afterProof: 7, withoutProof: 30 },
        onError: () => undefined,
      })
      for (const nom of Object.keys(FILES)) {
        const received = await deposit(house, `le fichier ${nom}`, { nom })
        if (received.kind !== 'key-reused') ids.set(nom, received.id)
      }
    })
    afterAll(async () => {
      await workers.close()
      await house.close()
    })

    it.each(Object.keys(FILES))('makes of %s what it makes of it alone, and the SNE has the same', async nom => {
      const id = ids.get(nom) ?? ''
      await until(async () => (await house.sne.lire(id)) !== null)
      const resultat = await house.receptions.resultat(id)
      expect(resultat).toEqual(await alone(nom))
      expect(await house.sne.lire(id)).toEqual(resultat)
      expect(JSON.stringify(resultat).replace(/\D/g, '')).not.toContain('0549588157')
    })
  }),
)
