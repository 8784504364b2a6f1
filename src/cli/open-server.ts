import type { AddressInfo } from 'node:net'
import type { Config } from '../config/config.ts'
import { openHouse } from '../flow/house.ts'
import { openPictures } from './open-pictures.ts'
import { buildServer } from '../http/server.ts'
import { PORTEES } from '../store/api-keys.ts'

export interface OpenServerOptions {
  readonly config: Config
  readonly hote: string
  /** 0 for a free one. */
  readonly port: number
  /** Confined processes of the workers beside the API; `null` for the API alone. */
  readonly jobs: number | null
  /** Guichet of the first key, made where there is none yet. */
  readonly guichet: string
  /** ISO instant. */
  readonly now: () => string
  readonly stderr: { write(text: string): unknown }
}

export interface OpenServer {
  readonly url: string
  /** `null` where keys were made before. */
  readonly firstKey: string | null
  /** Takes no more requests and no more work, and returns when what is under way is done. */
  close(): Promise<void>
}

const FIRST_KEY_DAYS = 365

/** Opens the house, the workers and the API on it. */
export async function openServer(options: OpenServerOptions): Promise<OpenServer> {
  const { config, hote, jobs, stderr } = options
  const house = await openHouse(config)
  const opened: (() => Promise<void>)[] = [() => house.close()]
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  try {
    // The API alone never loads what reads documents.
    const workers =
      jobs === null ? null : await (await import('./run-workers.ts')).runWorkers(config, house, jobs, stderr)
    if (workers !== null) opened.push(() => workers.stop())
    const drawn = workers ?? (await openPictures(config, house))
    if (workers === null) opened.push(() => drawn.stop())
    const server = await buildServer(house, {
      maxBytes: config.limits.maxBytes,
      now: options.now,
      dataDir: config.dataDir,
      precheck: workers?.precheck ?? null,
      pictures: drawn.pictures,
      onFailure: kind => stderr.write(`Une requête a échoué (${kind}).\n`),
    })
    opened.push(() => server.close())
    await server.listen({ host: hote, port: options.port })
    const { port } = server.server.address() as AddressInfo
    const firstKey = (await house.keys.none())
      ? await house.keys.create('guichet', options.guichet, PORTEES, FIRST_KEY_DAYS)
      : null
    return { url: `http://${hote}:${port}`, firstKey, close }
  } catch (error) {
    await close()
    throw error
  }
}
