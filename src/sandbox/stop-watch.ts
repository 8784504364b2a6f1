/** CPU milliseconds of this process between laps; laps of the same step add up. */
export class StopWatch {
  readonly #laps: Record<string, number> = {}
  #last = cpuMs()

  lap(step: string): void {
    const now = cpuMs()
    this.#laps[step] = (this.#laps[step] ?? 0) + now - this.#last
    this.#last = now
  }

  get laps(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.#laps).map(([step, ms]) => [step, Math.round(ms)]))
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
