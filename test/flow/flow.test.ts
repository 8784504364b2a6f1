import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Resultat } from '../../src/domain/resultat.ts'
import { pieceAddress, pieceContext } from '../../src/flow/addresses.ts'
import { openHouse, type House } from '../../src/flow/house.ts'
import type { ProcessFile } from '../../src/flow/reading-stage.ts'
import { startWorkers, type Workers } from '../../src/flow/workers.ts'
import { QueueUnreachable } from '../../src/queue/queues.ts'
import { crashed, deposit, newWorkDir, onEveryHouse, quickProcess, until } from './house.ts'

onEveryHouse((name, fresh) =>
  describe(`a deposit on ${name}`, () => {
    let house: House, workDir: string
    const running: Workers[] = []
    beforeAll(async () => {
      house = await openHouse(await fresh())
      workDir = await newWorkDir()
    })
    afterEach(async () => {
      await Promise.all(running.splice(0).map(w => w.close()))
    })
    afterAll(() => house.close())
    const start = (process: ProcessFile = quickProcess, at: House = house): Workers => {
      const workers = startWorkers(at, {
        process,
        workDir,
        files: 2,
        retention: { afterProof: 7, withoutProof: 30 },
        onError: () => undefined,
      })
      running.push(workers)
      return workers
    }
    const idOf = async (...args: Parameters<typeof deposit>): Promise<string> => {
      const received = await deposit(...args)
      if (received.kind === 'key-reused') throw new Error('the key was used')
      return received.id
    }
    const written = (id: string) => (): Promise<boolean> =>
      house.receptions.find(id, null).then(r => r?.etat === 'verse')

    it('goes from its bytes to the SNE, and its piece can be read', async () => {
      const id = await idOf(house, 'un bulletin de paie')
      start()
      await until(written(id))
      expect((await house.sne.lire(id))?.depot.id).toBe(id)
      const [piece] = (await house.receptions.resultat(id))?.pieces ?? []
      const chunks: Buffer[] = []
      for await (const chunk of house.files.read(pieceAddress(id, piece?.fichier.sha256 ?? ''), pieceContext(id))) {
        chunks.push(chunk)
      }
      expect(Buffer.concat(chunks).toString()).toBe('%PDF-essai un bulletin de paie')
      expect(await house.receptions.find(id, null)).toMatchObject({ avancement: { pages: 1, pagesLues: 1 } })
      await until(async () => (await readdir(workDir)).length === 0)
    })

    it('is the same deposit when it comes again, and is read once', async () => {
      let reads = 0
      const id = await idOf(house, 'deux fois')
      expect(await deposit(house, 'deux fois')).toEqual({ kind: 'known', id })
      start((...args) => {
        reads++
        return quickProcess(...args)
      })
      await until(written(id))
      expect(await deposit(house, 'deux fois')).toEqual({ kind: 'known', id })
      expect(reads).toBe(1)
    })

    it('keeps the name it came with for the reading, and shows it without the NIR in it', async () => {
      const nom = '../dossier/attestation 2 69 05 49 588 157 80.pdf'
      const id = await idOf(house, 'nom', { nom })
      expect((await house.receptions.find(id, null))?.fichier).not.toContain('588')
      let seen = ''
      start((path, ...rest) => {
        seen = path
        return quickProcess(path, ...rest)
      })
      await until(written(id))
      expect(seen.endsWith('/recu/attestation 2 69 05 49 588 157 80.pdf')).toBe(true)
    })

    it('is read again when the reading process dies, and goes to a person after the third time', async () => {
      let reads = 0
      const poison = await idOf(house, 'poison')
      const crowded = await idOf(house, 'foule')
      start(async (path, ...rest): Promise<Resultat> => {
        const resultat = await quickProcess(path, ...rest)
        if (resultat.depot.id === poison) return crashed(resultat)
        return resultat.depot.id === crowded && ++reads < 3 ? crashed(resultat) : resultat
      })
      await until(written(crowded))
      await until(async () => (await house.sne.lire(poison)) !== null)
      expect(await house.receptions.find(poison, null)).toMatchObject({ etat: 'quarantaine' })
      expect((await house.sne.lire(poison))?.erreur?.code).toBe('traitement-impossible')
      expect((await house.receptions.resultat(crowded))?.pieces).toHaveLength(1)
    })

    it('goes to a person when its sealed bytes are gone', async () => {
      const id = await idOf(house, 'perdu')
      const { original = '' } = (await house.receptions.find(id, null)) ?? {}
      await house.files.remove(original)
      start()
      await until(async () => (await house.sne.lire(id)) !== null)
      expect(await house.receptions.find(id, null)).toMatchObject({ etat: 'quarantaine' })
    })

    it('waits for an SNE that is down, and is written once it is back', async () => {
      let refusals = 0
      const sne: House['sne'] = {
        enregistrer: resultat =>
          ++refusals <= 2 ? Promise.reject(new Error('SNE en panne')) : house.sne.enregistrer(resultat),
        lire: id => house.sne.lire(id),
        close: () => Promise.resolve(),
      }
      const id = await idOf(house, 'sne en panne')
      start(quickProcess, { ...house, sne })
      await until(written(id))
      expect(refusals).toBe(3)
    })

    it('is taken while the queue is down, and read when a sweep finds it', async () => {
      const deaf = { ...house, queues: Object.create(house.queues, { announce: { value: refuse } }) as House['queues'] }
      const id = await idOf(deaf, 'sans file')
      start()
      await until(written(id))
    })

    it('is given back by a worker that stops, and nothing of the interrupted reading is kept', async () => {
      const id = await idOf(house, 'interrompu')
      let begun = false
      let finish: () => void = () => undefined
      const held = new Promise<void>(resolve => (finish = resolve))
      const first = start(async (...args) => {
        begun = true
        await held
        return crashed(await quickProcess(...args))
      })
      await until(() => Promise.resolve(begun))
      first.abandon()
      finish()
      await first.close()
      expect(await house.receptions.find(id, null)).toMatchObject({ etat: 'recu' })
      start()
      await until(written(id))
      expect((await house.receptions.resultat(id))?.erreur).toBeNull()
    })
  }),
)

const refuse = (): Promise<never> => Promise.reject(new QueueUnreachable())
