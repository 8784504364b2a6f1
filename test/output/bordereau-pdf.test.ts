import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeBordereaux } from '../../src/output/bordereau-pdf.ts'
import { handle } from '../../src/sandbox/handlers.ts'
import type { ReadAnswer } from '../../src/sandbox/protocol.ts'
import { coverSheetOn } from '../../src/sorting/cover-sheets.ts'
import { LIMITS } from '../intake/drawings.ts'

const NUMERO = '1111023517879GDPUB'
const SHEETS = [
  { numeroUnique: NUMERO, type: 'jugement-de-divorce' },
  { numeroUnique: NUMERO, type: 'attestation-hebergement' },
  { numeroUnique: NUMERO, type: null },
] as const

it('prints sheets of which numeriseur reads the code again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'numeriseur-bordereau-'))
  try {
    const path = join(folder, 'bordereaux.pdf')
    await writeFile(path, await writeBordereaux(SHEETS))
    for (const [i, contenu] of SHEETS.entries()) {
      const rasterPath = join(folder, `page-${i}.raw`)
      const answer = (await handle({ kind: 'read', path, limits: LIMITS, page: i + 1, rasterPath })) as ReadAnswer
      if (!answer.ok) throw new Error('the sheet could not be read')
      expect(coverSheetOn(answer.reading)).toEqual({ page: i + 1, contenu })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('prints the same bytes for the same sheets', async () => {
  expect(Buffer.from(await writeBordereaux(SHEETS)).equals(Buffer.from(await writeBordereaux(SHEETS)))).toBe(true)
})
