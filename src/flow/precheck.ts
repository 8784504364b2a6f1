import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IndicePertinence } from '../domain/indice-pertinence.ts'
import type { Piece } from '../domain/resultat.ts'
import { infoTypePiece } from '../domain/type-piece.ts'
import { parisDay } from '../formats/calendar.ts'
import { FileTooLarge } from '../store/files/file-store.ts'
import { plainName } from './plain-name.ts'
import type { ProcessFile } from './reading-stage.ts'

/** What the portal tells a person who is still there: what was recognised, and what to do again. Never a suspicion. */
export interface PrecheckAnswer {
  /** Why the file cannot be read and what to do; `null` when it can. */
  readonly erreur: string | null
  readonly pieces: readonly {
    readonly type: string
    readonly libelle: string
    readonly pages: readonly number[]
    readonly dateFinValidite: string | null
    /** What to do again, in French; empty when nothing is to be done. */
    readonly aRefaire: readonly string[]
  }[]
}

export type Precheck = (source: AsyncIterable<Uint8Array>, nom: string, now: string) => Promise<PrecheckAnswer>

/** What a person can mend on the spot: a better picture, a more recent document, the right one. */
const MENDABLE: readonly IndicePertinence[] = ['inexploitable', 'obsolete', 'hors-perimetre-reglementaire']

/**
 * The instant answer. The file is read like any other, without anti-fraud checks, in a private folder of which nothing is
 * kept.
 * @param process the pipeline without checks
 */
export function createPrecheck(process: ProcessFile, workDir: string, maxBytes: number): Precheck {
  return async (source, nom, now) => {
    const folder = await mkdtemp(join(workDir, 'precontrole-'))
    try {
      const received = join(folder, randomUUID())
      await mkdir(received)
      const path = join(received, plainName(nom))
      await writeFile(path, atMost(source, maxBytes), { mode: 0o600 })
      const options = {
        canal: 'portail',
        guichet: null,
        numeroUnique: null,
        jourDepot: parisDay(now),
        recuLe: now,
      } as const
      const { erreur, pieces } = await process(path, options, {
        outDir: join(folder, 'pieces'),
        voie: 'courte',
        onEvent: () => undefined,
      })
      return { erreur: erreur?.message ?? null, pieces: pieces.map(shown) }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const shown = ({
  type,
  pages,
  dateFinValidite,
  indicePertinence,
  motifs,
}: Piece): PrecheckAnswer['pieces'][number] => ({
  type,
  libelle: infoTypePiece(type).label,
  pages,
  dateFinValidite,
  aRefaire: MENDABLE.includes(indicePertinence) ? motifs : [],
})

async function* atMost(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let octets = 0
  for await (const chunk of source) {
    octets += chunk.length
    if (octets > maxBytes) throw new FileTooLarge(maxBytes)
    yield chunk
  }
}
