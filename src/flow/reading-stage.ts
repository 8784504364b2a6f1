import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Resultat } from '../domain/resultat.ts'
import type { Travail, Voie } from '../domain/work.ts'
import type { PipelineEvent } from '../pipeline/context.ts'
import type { DepotOptions } from '../pipeline/depot.ts'
import type { Outcome } from '../queue/queues.ts'
import { ObjectMissing } from '../store/files/objects.ts'
import { SealBroken } from '../store/files/master-key.ts'
import type { Reception } from '../store/receptions.ts'
import { ERREURS_DEPOT } from '../domain/erreurs.ts'
import { ORIGINAL, pieceAddress, pieceContext } from './addresses.ts'
import type { House } from './house.ts'
import { forgetPages, SealedPages, type PageKeeper } from './kept-pages.ts'
import { withLease, type Lease } from './lease.ts'
import { ProgressWriter } from './progress-writer.ts'
import { announceSoon } from './receive-deposit.ts'

/** Reads one file into a result, and leaves its pieces in `outDir`. */
export type ProcessFile = (
  path: string,
  options: DepotOptions,
  run: {
    readonly outDir: string
    readonly voie: Voie
    readonly onEvent: (event: PipelineEvent) => void
    /** Pages of the file that were read before. */
    readonly kept?: PageKeeper
  },
) => Promise<Resultat>

export interface ReadingTools {
  readonly house: House
  readonly process: ProcessFile
  /** Private folder of this machine, for the plain bytes of the file while it is read. */
  readonly workDir: string
  /** Raised when the worker stops: what the dying processes made is no result. */
  readonly stopping: AbortSignal
}

/** The confined process may die of a crowded machine; a file on which it dies this often is poison. */
const MAX_CRASHES = 3
const AFTER_CRASH_MS = 1_000
const MAX_PIECE_BYTES = 1_000_000_000

/** The stage "traitement": from the sealed original to the result and its sealed pieces. */
export function readDeposit(travail: Travail, tools: ReadingTools): Promise<Outcome> {
  return withLease(tools.house.outbox, travail, lease => read(lease, tools))
}

async function read(lease: Lease, tools: ReadingTools): Promise<Outcome> {
  const { house, stopping } = tools
  const { travail, token, pannes } = lease
  const reception = await house.receptions.find(travail.depotId, null)
  if (reception === null) return { kind: 'done' }
  const folder = await mkdtemp(join(tools.workDir, 'depot-'))
  try {
    const resultat = await resultOf(reception, folder, lease, tools)
    if (stopping.aborted) {
      await house.outbox.giveBack(travail, token, 0)
      return { kind: 'later', delaiMs: 0 }
    }
    const crashed = resultat.erreur?.code === 'traitement-impossible'
    if (crashed && pannes + 1 < MAX_CRASHES) {
      await house.outbox.giveBack(travail, token, AFTER_CRASH_MS, true)
      return { kind: 'later', delaiMs: AFTER_CRASH_MS }
    }
    await keepPieces(resultat, join(folder, 'pieces'), house)
    const next = await house.stages.endReading(travail, token, resultat, { quarantaine: crashed })
    await announceSoon(house, next)
    await forgetPages(house, travail.depotId)
    return { kind: 'done' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function resultOf(reception: Reception, folder: string, lease: Lease, tools: ReadingTools): Promise<Resultat> {
  const { files, receptions } = tools.house
  const received = join(folder, 'recu')
  await mkdir(received)
  let path: string
  try {
    path = join(received, files.openText(reception.nomScelle, reception.id))
    await files.fetch(reception.original, ORIGINAL, reception.sha256, path)
  } catch (error) {
    // The store answers, and the file is not there or not whole: no later try will find it. A person must look.
    if (error instanceof ObjectMissing || error instanceof SealBroken) return impossible(reception)
    throw error
  }
  const progress = new ProgressWriter(avancement => receptions.avancer(reception.id, avancement))
  const { canal, guichet, numeroUnique, jourDepot, recuLe } = reception
  const options = { canal, guichet, numeroUnique, jourDepot, recuLe }
  const voie = lease.travail.revision > 1 ? 'recontrole' : reception.voie
  try {
    return await tools.process(path, options, {
      outDir: join(folder, 'pieces'),
      voie,
      onEvent: event => progress.event(event),
      kept: new SealedPages(tools.house, lease.travail),
    })
  } finally {
    await progress.end()
  }
}

const impossible = (reception: Reception): Resultat => {
  const { id, canal, guichet, numeroUnique, fichier, sha256, octets, recuLe } = reception
  const code = 'traitement-impossible'
  return {
    schema: 'numeriseur/resultat@1',
    depot: { id, canal, guichet, numeroUnique, fichier, sha256, octets, pages: 0, recuLe },
    erreur: { code, message: ERREURS_DEPOT[code] },
    pieces: [],
  }
}

/** A piece whose masking is not proven has no file: there is nothing to keep. */
async function keepPieces({ depot, pieces }: Resultat, folder: string, { files }: House): Promise<void> {
  for (const { fichier, nir } of pieces) {
    if (!nir.neutralise || fichier.octets === 0) continue
    const draft = await files.receive(
      createReadStream(join(folder, fichier.nom)),
      pieceContext(depot.id),
      MAX_PIECE_BYTES,
    )
    try {
      if (draft.sha256 !== fichier.sha256) throw new SealBroken('bytes')
      await draft.commit(pieceAddress(depot.id, draft.sha256))
    } finally {
      await draft.discard()
    }
  }
}
