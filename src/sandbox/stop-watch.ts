/** CPU milliseconds of this process between laps. */
export class StopWatch {
  readonly #laps: Record<string, number> = {}
  #last = cpuMs()

  lap(step: string): void {
    const now = cpuMs()
    this.#laps[step] = Math.round(now - this.#last)
    this.#last = now
  }

  get laps(): Readonly<Record<string, number>> {
    return this.#laps
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
