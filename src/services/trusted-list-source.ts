import { readFile } from 'node:fs/promises'
import { request } from 'undici'

/** The trusted list could not be fetched or read. */
export class TrustedListUnavailable extends Error {
  override readonly name = 'TrustedListUnavailable'
}

const MAX_BYTES = 5_000_000
const TIMEOUT_MS = 20_000

/**
 * The XML of a trusted list, from an `http(s)` address or a file. Nothing of it is trusted here.
 * @throws TrustedListUnavailable with a French sentence
 */
export async function getTrustedList(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return fromFile(source)
  try {
    const { statusCode, body } = await request(source, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_BYTES) throw new TrustedListUnavailable('La liste de confiance reçue est trop grande.')
      chunks.push(chunk)
    }
    if (statusCode === 200) return Buffer.concat(chunks).toString('utf8')
    throw new TrustedListUnavailable(
      `L'adresse de la liste de confiance répond ${statusCode}. Vérifiez-la ou réessayez plus tard.`,
    )
  } catch (error) {
    if (error instanceof TrustedListUnavailable) throw error
    throw new TrustedListUnavailable(
      "L'adresse de la liste de confiance ne répond pas. Vérifiez le réseau ; la liste en place continue de servir.",
    )
  }
}

async function fromFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new TrustedListUnavailable(
      'Le fichier de la liste de confiance ne se lit pas. Vérifiez le chemin et les droits.',
    )
  }
}
