import { openHouse, type House } from '../flow/house.ts'
import type { CliPorts } from './process-command.ts'

/** Runs a command on the open house, and closes it whatever comes of it. */
export async function withHouse({ config }: CliPorts, run: (house: House) => Promise<void>): Promise<void> {
  const house = await openHouse(config)
  try {
    await run(house)
  } finally {
    await house.close()
  }
}
