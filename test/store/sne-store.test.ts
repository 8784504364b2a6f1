import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StoreUnreachable } from '../../src/store/database.ts'
import { StoreDamaged } from '../../src/store/embedded.ts'
import { openSneStore } from '../../src/store/open-sne-store.ts'
import { freshEmbedded, freshFolder, onEveryDatabase } from './fresh-database.ts'
import { resultat, sneStoreConformance } from './sne-store.conformance.ts'

onEveryDatabase((name, fresh) => sneStoreConformance(name, async () => openSneStore(await fresh())))

describe('opening the SNE store', () => {
  it('finds again what was written before', async () => {
    const { dataDir } = await freshEmbedded()
    const first = await openSneStore({ databaseUrl: null, dataDir })
    await first.enregistrer(resultat())
    await first.close()
    const second = await openSneStore({ databaseUrl: null, dataDir })
    expect(await second.lire('depot-a')).toEqual(resultat())
    await second.close()
  })

  it('is refused while the folder is open, however the folder is written, and leaves no lock behind', async () => {
    const { dataDir } = await freshEmbedded()
    const first = await openSneStore({ databaseUrl: null, dataDir })
    const again = openSneStore({ databaseUrl: null, dataDir: `${dataDir}/` })
    await expect(again).rejects.toThrow(`déjà ouverte par le processus ${process.pid}`)
    await first.close()
    expect(await readdir(dirname(dataDir))).toEqual(['data'])
  })

  it('says what to do with a folder that is no database, and frees it', async () => {
    const dataDir = await freshFolder()
    await mkdir(join(dataDir, 'pg'), { recursive: true })
    await writeFile(join(dataDir, 'pg', 'PG_VERSION'), '9')
    await expect(openSneStore({ databaseUrl: null, dataDir })).rejects.toBeInstanceOf(StoreDamaged)
    expect(await readdir(dirname(dataDir))).toEqual(['data'])
  })

  it('says that PostgreSQL does not answer, without a word of its address', async () => {
    const refused = openSneStore({ databaseUrl: 'postgres://u:secret@127.0.0.1:1/x', dataDir: '' })
    await expect(refused).rejects.toBeInstanceOf(StoreUnreachable)
    await expect(refused).rejects.not.toThrow(/secret/)
  })
})
