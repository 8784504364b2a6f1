/** Comes back at the first SIGTERM or SIGINT; the second ends the process at once, and the leases expire. */
export function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    process.removeAllListeners('SIGINT')
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}
