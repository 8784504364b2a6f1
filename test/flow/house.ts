import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openHouse, type House, type HouseConfig } from '../../src/flow/house.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { receiveDeposit, type Incoming, type Received } from '../../src/flow/receive-deposit.ts'
import type { Piece, Resultat } from '../../src/domain/resultat.ts'
import { maskNir } from '../../src/formats/nir-text.ts'
import { depotId } from '../../src/pipeline/depot.ts'
import { describe, expect, it } from 'vitest'
import { freshEmbedded, freshPostgres, onEveryDatabase } from '../store/fresh-database.ts'

export const emptyHouseConfig = async (): Promise<HouseConfig> => ({
  ...(await freshEmbedded()),
  masterKey: null,
  s3: null,
  sne: null,
  redisUrl: null,
})
/**
 * Runs a suite on each way to set up: embedded, PostgreSQL alone, PostgreSQL and Redis. In CI all three must be there.
 */
export function onEveryHouse(suite: (name: string, fresh: () => Promise<HouseConfig>) => void): void {
  onEveryDatabase((name, fresh) => {
    suite(name, async () => ({ ...(await fresh()), masterKey: null, s3: null, sne: null, redisUrl: null }))
  })
  const { NUMERISEUR_TEST_DATABASE_URL: url, NUMERISEUR_TEST_REDIS_URL: redis, CI } = process.env
  if (url !== undefined && redis !== undefined) {
    // A number of its own: the queues of other test files are in other numbers, or not on Redis.
    const redisUrl = `${redis}/7`
    suite('PostgreSQL and Redis', async () => ({
      ...(await freshPostgres(url)),
      masterKey: null,
      s3: null,
      sne: null,
      redisUrl,
    }))
  } else if (CI === 'true') {
    describe('on PostgreSQL and Redis', () => {
      it('is tested in CI', () => expect.fail('NUMERISEUR_TEST_REDIS_URL is not set: start redis-server'))
    })
  }
}

export const openEmptyHouse = async (): Promise<House> => openHouse(await emptyHouseConfig())

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** Deposits some bytes, as the guichet 75001 unless said otherwise. */
export const deposit = (house: House, text: string, change: Partial<Incoming> = {}): Promise<Received> =>
  receiveDeposit(
    {
      source: once(Buffer.from(text)),
      nom: 'liasse.pdf',
      details: () => Promise.resolve({ canal: 'guichet', guichet: '75001', numeroUnique: null, idempotencyKey: null }),
      ...change,
    },
    house,
    { maxBytes: 1_000_000, now: '2026-11-24T10:00:00.000Z' },
  )

/** A pipeline of a few milliseconds: one piece, the bytes of which are made from those of the file. */
export const quickProcess: ProcessFile = async (path, options, { outDir, onEvent }) => {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const fichier = maskNir(basename(path))
  const id = depotId(sha256, fichier, options)
  const pdf = Buffer.concat([Buffer.from('%PDF-essai '), bytes])
  const nom = join(id, 'piece-001.pdf')
  await mkdir(dirname(join(outDir, nom)), { recursive: true })
  await writeFile(join(outDir, nom), pdf)
  onEvent({ kind: 'file-opened', pages: 1 })
  onEvent({ kind: 'page-read', page: 1, of: 1, timings: {} })
  const { canal, guichet, numeroUnique, recuLe } = options
  return {
    schema: 'numeriseur/resultat@1',
    depot: { id, canal, guichet, numeroUnique, fichier, sha256, octets: bytes.length, pages: 1, recuLe },
    erreur: null,
    pieces: [piece(id, nom, pdf)],
  }
}

const piece = (id: string, nom: string, pdf: Buffer): Piece => ({
  id: `${id}-001`,
  pages: [1],
  categorie: 'ressources',
  type: 'bulletin-de-paie',
  confianceType: 1,
  champs: {},
  dateFinValidite: null,
  regleValidite: null,
  nir: { occurrences: [], neutralise: true },
  controles: [],
  indicePertinence: 'perimetre-reglementaire',
  motifs: [],
  fichier: { nom, octets: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') },
})

/** A result that says that the file could not be processed, as when the confined process dies. */
export const crashed = (resultat: Resultat): Resultat => ({
  ...resultat,
  erreur: { code: 'traitement-impossible', message: 'Le traitement a échoué.' },
  pieces: [],
})

export const newWorkDir = (): Promise<string> =>
  mkdtemp(join(tmpdir(), `numeriseur-work-${randomBytes(2).toString('hex')}`))

export async function until(ready: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000
  while (!(await ready())) {
    if (Date.now() > end) throw new Error('waited too long')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
