import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ERREURS_DEPOT, type CodeErreurDepot } from '../../src/domain/erreurs.ts'
import type { PageReading } from '../../src/domain/reading.ts'
import type { Resultat } from '../../src/domain/resultat.ts'
import { processFile } from '../../src/pipeline/process-file.ts'
import { EngineCrash, EngineFailure, EngineUnavailable } from '../../src/sandbox/engine-process.ts'
import type { InspectAnswer, ReadAnswer, ReadRequest } from '../../src/sandbox/protocol.ts'
import { page } from '../documents/page-builder.ts'
import {
  AVIS_ECHEANCE,
  QUITTANCE_BAILLEUR_SOCIAL,
  QUITTANCE_PARTICULIER,
} from '../documents/kinds/drawings/logement.ts'
import { contextOn, OPTIONS } from './context-builder.ts'
import { ScriptedPool, WRITTEN } from './scripted-pool.ts'

const NIR = '269054958815780'

const blankPage: PageReading = { ...page(''), lines: [], quality: { ...page('').quality, state: 'blank' } }
const PAGES = [QUITTANCE_PARTICULIER, QUITTANCE_BAILLEUR_SOCIAL, AVIS_ECHEANCE].map(drawing => page(drawing))

let folder: string
let pool: ScriptedPool
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numeriseur-fichier-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

interface File {
  readonly name?: string
  readonly pages?: readonly (PageReading | (() => ReadAnswer))[]
  readonly hiddenTexts?: readonly string[]
  readonly inspect?: () => InspectAnswer
  readonly produce?: (path: string) => void
}

/** Deposits a file whose pages read as told, and processes it. */
async function deposit({
  name = 'dossier.pdf',
  pages = PAGES,
  hiddenTexts = [],
  inspect,
  produce,
}: File): Promise<Resultat> {
  const read = (request: ReadRequest): ReadAnswer => {
    const told = pages[request.page - 1] ?? blankPage
    if (typeof told === 'function') return told()
    const raster = { path: request.rasterPath, width: 10, height: 10, channels: 1 as const, dpi: 200 }
    return { ok: true, reading: { ...told, page: request.page }, raster, timings: {} }
  }
  pool = new ScriptedPool({
    inspect: inspect ?? (() => ({ ok: true, format: 'pdf', pageCount: pages.length, hiddenTexts, timings: {} })),
    read,
    produce: request => {
      produce?.(request.outPath)
      return WRITTEN
    },
  })
  await writeFile(join(folder, name), 'le fichier reçu')
  return processFile(join(folder, name), OPTIONS, contextOn(pool, folder))
}

const crash = (): never => {
  throw new EngineCrash('exit', 'SIGSEGV')
}
/** What is left in the working folder besides the file received and the pieces. */
const leftOver = async (): Promise<string[]> => (await readdir(folder)).filter(name => name.startsWith('fichier-'))

describe('a file of three documents', () => {
  it('gives three pieces, each with its pages, its type and its file', async () => {
    const resultat = await deposit({})
    expect(resultat.erreur).toBeNull()
    expect(resultat.depot).toMatchObject({ fichier: 'dossier.pdf', pages: 3, octets: 16, canal: 'guichet' })
    expect(resultat.pieces.map(p => [p.id, p.pages, p.type])).toEqual(
      [1, 2, 3].map(n => [`${resultat.depot.id}-00${n}`, [n], 'quittance-de-loyer']),
    )
    expect(new Set(resultat.pieces.map(p => p.fichier.nom)).size).toBe(3)
    expect(resultat).not.toHaveProperty('pagesBlanches')
    expect(await leftOver()).toEqual([])
  })

  it('gives the same result when it is deposited again', async () => {
    const first = await deposit({})
    expect(await deposit({})).toEqual(first)
  })

  it('loses no page but the one that kills its process', async () => {
    const { erreur, pieces } = await deposit({ pages: [PAGES[0] as PageReading, crash, PAGES[2] as PageReading] })
    expect(erreur).toBeNull()
    expect(pieces.flatMap(p => p.pages)).toEqual([1, 2, 3])
    const others = pieces.filter(p => !p.pages.includes(2))
    expect(others.map(p => p.champs['nom']?.valeur)).toEqual(['BENSAÏD', expect.stringContaining('TRAN VAN')])
    expect(others.every(p => p.fichier.nom !== '')).toBe(true)
    expect(pieces.flatMap(p => p.motifs).join()).toMatch(/page est abîmée|Page illisible : 2/)
  })

  it('withholds only the piece whose writing fails', async () => {
    const { pieces } = await deposit({ produce: path => path.includes('02-') && crash() })
    expect(pieces.map(p => p.fichier.nom !== '')).toEqual([true, false, true])
    expect(pieces.map(p => p.nir.neutralise)).toEqual([true, false, true])
    expect(pieces[1]?.motifs.join()).toMatch(/le fichier est retenu/)
  })

  it('sets blank pages aside and says which', async () => {
    const [first, second] = PAGES as [PageReading, PageReading]
    const resultat = await deposit({ pages: [first, blankPage, second, blankPage] })
    expect(resultat.pagesBlanches).toEqual([2, 4])
    expect(resultat.pieces.map(p => p.pages)).toEqual([[1], [3]])
    expect(resultat.depot.pages).toBe(4)
  })
})

describe('a file that gives no piece', () => {
  const expectRefused = (resultat: Resultat, code: CodeErreurDepot): void => {
    expect(resultat.erreur).toEqual({ code, message: ERREURS_DEPOT[code] })
    expect(resultat.pieces).toEqual([])
    expect(resultat.depot.sha256).toMatch(/^[0-9a-f]{64}$/)
  }

  it('has nothing on any page', async () => {
    expectRefused(await deposit({ pages: [blankPage, blankPage] }), 'pages-blanches')
    expect(pool.produced).toEqual([])
  })

  it('does not open, for the reason that the reader gives', async () => {
    expectRefused(await deposit({ inspect: () => ({ ok: false, code: 'fichier-protege' }) }), 'fichier-protege')
    expect(pool.asked.map(r => r.kind)).toEqual(['inspect'])
  })

  it('kills or breaks the process that opens it: it goes to a person', async () => {
    expectRefused(await deposit({ inspect: crash }), 'traitement-impossible')
    const failure = (): never => {
      throw new EngineFailure('RuntimeError: unreachable')
    }
    expectRefused(await deposit({ inspect: failure }), 'traitement-impossible')
    expect(await leftOver()).toEqual([])
  })
})

describe('a failure of the service itself', () => {
  it('is no result, so that the file is processed again; nothing stays in the working folder', async () => {
    const missing = (): never => {
      throw new EngineUnavailable('')
    }
    await expect(deposit({ inspect: missing })).rejects.toThrow(EngineUnavailable)
    await expect(deposit({ pages: [PAGES[0] as PageReading, missing] })).rejects.toThrow(EngineUnavailable)
    expect(await leftOver()).toEqual([])
  })
})

describe('a social security number', () => {
  const clean = (resultat: Resultat): boolean => !JSON.stringify(resultat).replace(/\D/g, '').includes('0549588157')

  it('in the name of the file leaves in no text of the result, and every piece warns of it', async () => {
    const resultat = await deposit({ name: `${NIR}_loyers.pdf` })
    expect(resultat.depot.fichier).toBe('[NIR neutralisé]_loyers.pdf')
    expect(clean(resultat)).toBe(true)
    expect(resultat.pieces.map(p => p.motifs.join().includes('ne transmettez pas le fichier reçu'))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('in the properties of the file is burnt where a page bears it without label', async () => {
    const bare = page(`${QUITTANCE_PARTICULIER}\nDossier ${NIR.slice(0, 13)}`)
    const resultat = await deposit({ pages: [bare], hiddenTexts: [`Auteur : ${NIR}`] })
    expect(resultat.pieces[0]?.nir.occurrences).toMatchObject([{ page: 1 }])
    expect(pool.produced[0]?.pages[0]?.masks).toHaveLength(1)
    expect(clean(resultat)).toBe(true)
  })
})
