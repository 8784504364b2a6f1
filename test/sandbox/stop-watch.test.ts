import { expect, it } from 'vitest'
import { StopWatch } from '../../src/sandbox/stop-watch.ts'

const CPU_MS = 60
function work(): void {
  const start = process.cpuUsage()
  for (;;) {
    const { user, system } = process.cpuUsage(start)
    if (user + system >= CPU_MS * 1000) return
  }
}

it('the laps of one step add up, whatever comes between them', () => {
  const watch = new StopWatch()
  work()
  watch.lap('ecriture')
  watch.lap('masquage')
  work()
  watch.lap('ecriture')
  expect(watch.laps['ecriture']).toBeGreaterThanOrEqual(2 * CPU_MS)
  expect(Object.keys(watch.laps)).toEqual(['ecriture', 'masquage'])
})
