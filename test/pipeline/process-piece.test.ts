import { rm, mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Check, CheckContext, CheckResult } from '../../src/domain/check.ts'
import type { DepotId } from '../../src/domain/depot-id.ts'
import { pageText, type PageReading } from '../../src/domain/reading.ts'
import type { Piece } from '../../src/domain/resultat.ts'
import type { Draft } from '../../src/pipeline/draft.ts'
import { findMasks } from '../../src/pipeline/masks.ts'
import { processPiece } from '../../src/pipeline/process-piece.ts'
import { EngineCrash, EngineUnavailable } from '../../src/sandbox/engine-process.ts'
import type { ProduceAnswer } from '../../src/sandbox/protocol.ts'
import { printed } from '../checks/context.ts'
import { page } from '../masking/page-builder.ts'
import { contextOn, OPTIONS } from './context-builder.ts'
import { draft } from './draft-builder.ts'
import { ScriptedPool, WRITTEN } from './scripted-pool.ts'

const RENT = page(1).line('QUITTANCE DE LOYER').line('Loyer avril 2024 612,00').build()
const FIELDS = printed({ nom: 'BENSAÏD', periodeFin: '2024-03-31', montantTotal: 612, bailleur: 'AGENCE DU BEFFROI' })
const QUITTANCE = draft('quittance-de-loyer', [RENT], { champs: FIELDS })

const PAYSLIP = page(1).line('BULLETIN DE PAIE').line('N° SS', '2 69 05 49 588 157 80').build()
const PAIE = draft('bulletin-de-paie', [PAYSLIP])

const UNPROVEN: ProduceAnswer = { ...WRITTEN, residues: [{ where: 'text', pageIndex: null, zones: [] }] }

let folder: string
let pool: ScriptedPool
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numeriseur-piece-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

interface Circumstances {
  readonly produce?: () => ProduceAnswer
  readonly checks?: readonly Check[]
  readonly outside?: readonly string[]
  readonly jourDepot?: string
}

function process(piece: Draft, { produce, checks, outside = [], jourDepot }: Circumstances = {}): Promise<Piece> {
  pool = new ScriptedPool(produce ? { produce } : {})
  return processPiece({
    depotId: 'depot-1' as DepotId,
    rank: 2,
    of: 3,
    draft: piece,
    masks: findMasks([piece], outside),
    doublons: [],
    options: { ...OPTIONS, ...(jourDepot === undefined ? {} : { jourDepot }) },
    context: contextOn(pool, folder, checks),
  })
}

/** A check of payslips and notices that keeps what it was shown. */
class SpyCheck implements Check {
  readonly code = 'filigrane'
  shown: CheckContext | null = null
  readonly #result: CheckResult
  constructor(result: CheckResult = { statut: 'sans-objet', motif: 'Rien à comparer.' }) {
    this.#result = result
  }
  appliesTo = (): boolean => true
  run(context: CheckContext): CheckResult {
    this.shown = context
    return this.#result
  }
}

describe('a piece that went well', () => {
  it('has its identifier, type, end of validity, index and file', async () => {
    const piece = await process(QUITTANCE)
    expect(piece).toMatchObject({
      id: 'depot-1-002',
      pages: [1],
      type: 'quittance-de-loyer',
      categorie: 'logement-actuel',
      confianceType: 0.9,
      champs: FIELDS,
      dateFinValidite: '2024-06-30',
      nir: { occurrences: [], neutralise: true },
      indicePertinence: 'perimetre-reglementaire',
      motifs: [],
      fichier: { nom: 'depot-1/02-quittance-de-loyer.pdf', octets: 1234, sha256: WRITTEN.sha256 },
    })
    expect(pool.produced[0]).toMatchObject({
      outPath: join(folder, 'sortie/depot-1/02-quittance-de-loyer.pdf'),
      titre: 'Quittance de loyer',
    })
    expect((await stat(join(folder, 'sortie/depot-1'))).isDirectory()).toBe(true)
  })

  it('is judged on the day of its deposit', async () => {
    const late = await process(QUITTANCE, { jourDepot: '2024-07-01' })
    expect(late.indicePertinence).toBe('obsolete')
    expect((await process(QUITTANCE, { jourDepot: '2024-06-30' })).indicePertinence).toBe('perimetre-reglementaire')
  })
})

describe('what checks see of a piece', () => {
  it('is never the words that a number covers', async () => {
    const check = new SpyCheck()
    const piece = await process(PAIE, { checks: [check] })
    expect(check.shown?.pages.map(pageText)).toEqual(['BULLETIN DE PAIE\nN° SS'])
    expect(piece.nir.occurrences).toMatchObject([{ page: 1 }])
    expect(piece.nir.neutralise).toBe(true)
  })

  it('is nothing when its type has no such check', async () => {
    const check = new SpyCheck()
    const kind = { ...PAIE.kind, checks: [] }
    expect((await process({ ...PAIE, kind }, { checks: [check] })).controles).toEqual([])
    expect(check.shown).toBeNull()
  })

  it('makes the index: an anomaly is a suspicion, with its reason', async () => {
    const preuve = { libelle: 'Texte', valeur: 'SPECIMEN', page: 1, zone: null, source: 'ocr' } as const
    const check = new SpyCheck({ statut: 'anomalie', motif: 'La page porte « SPECIMEN ».', preuves: [preuve] })
    const piece = await process(PAIE, { checks: [check] })
    expect(piece.indicePertinence).toBe('suspicion-de-fraude')
    expect(piece.motifs[0]).toBe('La page porte « SPECIMEN ».')
    expect(piece.controles).toMatchObject([{ code: 'filigrane', statut: 'anomalie' }])
  })
})

describe('a file whose masking is not proven', () => {
  it.each<[string, () => ProduceAnswer]>([
    ['the proof still reads a number', () => UNPROVEN],
    [
      'the process died on it',
      () => {
        throw new EngineCrash('exit', 'SIGKILL')
      },
    ],
  ])('is withheld when %s, and a person is asked to mask it', async (_, produce) => {
    const piece = await process(PAIE, { produce })
    expect(piece.fichier).toEqual({ nom: '', octets: 0, sha256: '' })
    expect(piece.nir.neutralise).toBe(false)
    expect(piece.motifs).toContainEqual(expect.stringMatching(/le fichier est retenu, une personne doit le masquer/))
  })

  it('never passes for a good piece, whatever its checks say', async () => {
    expect((await process(QUITTANCE, { produce: () => UNPROVEN })).indicePertinence).toBe('non-verifie')
  })

  it('is not blamed on the document when the writer is not installed: that stops the work', async () => {
    const produce = (): never => {
      throw new EngineUnavailable('')
    }
    await expect(process(QUITTANCE, { produce })).rejects.toThrow(EngineUnavailable)
  })
})

describe('a rule of ours that fails', () => {
  const broken = (): never => {
    throw new RangeError('a bug of ours')
  }

  it('on the fields costs the piece its index, not its file', async () => {
    const piece = await process({ ...QUITTANCE, failed: 'RangeError' })
    expect(piece).toMatchObject({
      indicePertinence: 'non-verifie',
      dateFinValidite: null,
      regleValidite: 'non-determinee',
    })
    expect(piece.motifs).toEqual([expect.stringMatching(/à contrôler à la main/)])
    expect(piece.fichier.nom).not.toBe('')
  })

  it('on the end of validity, or on the remarks, does the same', async () => {
    for (const rule of [{ validity: broken }, { remarks: broken }]) {
      const piece = await process({ ...QUITTANCE, kind: { ...QUITTANCE.kind, ...rule } })
      expect(piece.indicePertinence).toBe('non-verifie')
      expect(piece.controles).toEqual([])
      expect(piece.fichier.nom).not.toBe('')
    }
  })

  it('in one check is never held against the document', async () => {
    const check: Check = { code: 'filigrane', appliesTo: () => true, run: broken }
    const piece = await process(PAIE, { checks: [check] })
    expect(piece.controles).toMatchObject([{ code: 'filigrane', statut: 'non-realise' }])
    expect(piece.motifs.join()).not.toContain('a bug of ours')
  })
})

describe('what the guichet is told of a piece', () => {
  const unreadable: PageReading = {
    ...page(2).build(),
    quality: { ...RENT.quality, state: 'unreadable', motif: 'La photo est floue : reprenez-la.' },
  }

  it('names its pages that cannot be read', async () => {
    const two = draft('quittance-de-loyer', [RENT, unreadable], { champs: FIELDS })
    expect((await process(two)).motifs).toEqual(['Page illisible : 2.'])
    const three = draft('quittance-de-loyer', [RENT, unreadable, { ...unreadable, page: 3 }], { champs: FIELDS })
    expect((await process(three)).motifs).toEqual(['Pages illisibles : 2, 3.'])
  })

  it('is that it cannot be read at all, and nothing of the regulation', async () => {
    const lost = { ...draft('hors-perimetre', [unreadable]), pages: [{ reading: unreadable, raster: null }] }
    const piece = await process(lost)
    expect(piece).toMatchObject({ indicePertinence: 'inexploitable', motifs: ['La photo est floue : reprenez-la.'] })
    expect(piece.fichier.nom).toBe('')
    expect(pool.asked).toEqual([])
  })

  it('is that the file is not asked for, when it reads well and is of no known type', async () => {
    const piece = await process(draft('hors-perimetre', [page(1).line('Recette du gâteau au chocolat').build()]))
    expect(piece.indicePertinence).toBe('hors-perimetre-reglementaire')
    expect(piece.motifs).toEqual([expect.stringMatching(/n'est pas nécessaire au dossier/)])
  })

  it('is to look at its pages where the cut was a close call', async () => {
    const range = { ...QUITTANCE.range, coupureIncertaine: true }
    expect((await process({ ...QUITTANCE, range })).motifs).toEqual([expect.stringMatching(/découpage .* incertain/)])
  })

  it('is that the file received still bears a number in its name, and not to hand it on', async () => {
    const piece = await process(QUITTANCE, { outside: ['269054958815780_quittance.pdf'] })
    expect(piece.motifs).toEqual([expect.stringMatching(/ne transmettez pas le fichier reçu/)])
    expect(piece.indicePertinence).toBe('perimetre-reglementaire')
  })
})
