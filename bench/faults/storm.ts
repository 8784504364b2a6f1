import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../table.ts'
import type { Sent } from './fleet.ts'
import { kill, works, type World } from './world.ts'

const WORKERS = 3
const LONGEST_MS = 25 * 60_000
/** A worker lives this long at most after its neighbour's death, so that work goes on all the same. */
const PAUSE_MS = 1_600

/** What so many kills did. */
export interface Storm {
  readonly ids: readonly string[]
  readonly kills: number
  /** Works that were under way in the workers killed. */
  readonly interrupted: number
  /** Seconds until these were taken over, under fire: the workers that could take them are killed as well. */
  readonly p95: number
}

/**
 * Kills workers at random moments, always one that holds work, while documents keep coming: the last document comes just
 * before the last kill, so that every kill falls on work.
 */
export async function storm(world: World, files: readonly Sent[], kills: number, seed: number): Promise<Storm> {
  const { fleet } = world
  const random = generator(seed)
  const ids: string[] = []
  const lost = new Map<string, { readonly essais: number; readonly since: number }>()
  const waits: number[] = []
  let interrupted = 0
  const look = async (): Promise<Awaited<ReturnType<typeof works>>> => {
    const now = await works(world)
    for (const [key, { essais, since }] of lost) {
      const again = now.find(w => keyOf(w) === key)
      if (again && again.essais <= essais) continue
      lost.delete(key)
      waits.push((Date.now() - since) / 1000)
    }
    return now
  }
  // Others take the place of the dead; they are not waited for. One that cannot start is replaced in its turn.
  const topUp = (): void => {
    while (fleet.workers.length < WORKERS) fleet.addWorker().catch(() => undefined)
  }
  const deadline = Date.now() + LONGEST_MS
  for (let i = 1; i <= kills; i++) {
    while (ids.length < Math.ceil((i * files.length) / kills)) {
      const next = files[ids.length]
      if (!next) break
      ids.push(await fleet.depositOne(next))
    }
    const end = Date.now() + PAUSE_MS * random()
    while (Date.now() < end) {
      await look()
      await pause(100)
    }
    for (;;) {
      if (Date.now() > deadline) throw new Error(`only ${i - 1} kills in ${LONGEST_MS / 60_000} minutes`)
      topUp()
      const held = (await look()).filter(w => w.porteur !== null && fleet.workerNamed(w.porteur))
      const chosen = held[Math.floor(random() * held.length)]
      if (!chosen) {
        await pause(50)
        continue
      }
      await kill(world, fleet.workerNamed(chosen.porteur ?? ''))
      for (const work of held.filter(w => w.porteur === chosen.porteur)) {
        interrupted++
        lost.set(keyOf(work), { essais: work.essais, since: Date.now() })
      }
      break
    }
    if (i % 20 === 0) console.log(`  ${i} kills, ${ids.length} deposits`)
  }
  while (lost.size > 0 && Date.now() < deadline) {
    topUp()
    await look()
    await pause(200)
  }
  return { ids, kills, interrupted, p95: percentile(waits, 95) }
}

const keyOf = (work: { readonly depot_id: string; readonly etape: string; readonly revision: number }): string =>
  `${work.depot_id}.${work.etape}.${work.revision}`

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
