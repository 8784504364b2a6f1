import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../src/flow/house.ts'
import { purgeOriginals } from '../../src/flow/purge.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers, type Workers } from '../../src/flow/workers.ts'
import { deposit, emptyHouseConfig, newWorkDir, quickProcess, until } from './house.ts'

const RULE = { afterProof: 7, withoutProof: 30 }

describe('the originals of deposits', () => {
  let house: House, workers: Workers, dataDir: string
  const unproven: ProcessFile = async (...args) => {
    const resultat = await quickProcess(...args)
    const pieces = resultat.pieces.map(p => ({ ...p, nir: { ...p.nir, neutralise: false } }))
    return resultat.depot.fichier.startsWith('retenu') ? { ...resultat, pieces } : resultat
  }
  beforeAll(async () => {
    const config = await emptyHouseConfig()
    dataDir = config.dataDir
    house = await openHouse(config)
    workers = startWorkers(house, {
      process: unproven,
      workDir: await newWorkDir(),
      files: 2,
      retention: RULE,
      onError: () => undefined,
    })
  })
  afterAll(async () => {
    await workers.close()
    await house.close()
  })
  const written = async (text: string, nom: string): Promise<string> => {
    const received = await deposit(house, text, { nom })
    if (received.kind === 'key-reused') throw new Error('no key was given')
    await until(async () => (await house.receptions.find(received.id, null))?.etat === 'verse')
    return received.id
  }
  const originals = (): Promise<string[]> => readdir(join(dataDir, 'fichiers', 'originaux'), { recursive: true })
  const kept = async (id: string): Promise<boolean> => (await originals()).some(o => o.startsWith(`${id}/`))
  const age = (rule: Partial<typeof RULE>): Promise<number> => purgeOriginals(house, { ...RULE, ...rule })

  it('are kept as long as the rule says, then destroyed with the name they came with', async () => {
    const id = await written('un bulletin', 'bulletin.pdf')
    expect(await age({})).toBe(0)
    expect(await kept(id)).toBe(true)
    expect(await age({ afterProof: 0 })).toBe(1)
    expect(await kept(id)).toBe(false)
    expect(await house.receptions.find(id, null)).toMatchObject({ originalDetruit: true, nomScelle: '', etat: 'verse' })
    expect((await house.receptions.resultat(id))?.pieces).toHaveLength(1)
    expect(await age({ afterProof: 0 })).toBe(0)
  })

  it('stay longer when the masking of a piece is not proven', async () => {
    const id = await written('un autre', 'retenu.pdf')
    expect(await age({ afterProof: 0 })).toBe(0)
    expect(await kept(id)).toBe(true)
    expect(await age({ afterProof: 0, withoutProof: 0 })).toBe(1)
    expect(await kept(id)).toBe(false)
  })

  it('do not come back when the same file is deposited again, and cannot be read again', async () => {
    const id = await written('trois', 'trois.pdf')
    await age({ afterProof: 0 })
    expect(await deposit(house, 'trois', { nom: 'trois.pdf' })).toEqual({ kind: 'known', id })
    expect(await kept(id)).toBe(false)
    expect(await house.stages.requeue(id, 'essai')).toBeNull()
  })

  it('stay while the file waits to be read again', async () => {
    const id = await written('quatre', 'quatre.pdf')
    await workers.close()
    expect(await house.stages.requeue(id, 'essai')).not.toBeNull()
    expect(await age({ afterProof: 0, withoutProof: 0 })).toBe(0)
    expect(await kept(id)).toBe(true)
  })
})
