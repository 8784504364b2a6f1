/** Where sealed bytes lie. Every adapter passes the same conformance suite. */
export interface ObjectStore {
  /** Moves a local file there, whole or not at all; it is durable once this returns. The same address may come again. */
  put(address: string, localFile: string): Promise<void>
  /** @throws ObjectMissing */
  read(address: string): Promise<AsyncIterable<Uint8Array>>
  /** Removes it; nothing happens when it is not there. */
  remove(address: string): Promise<void>
  /** Says whether it can be written and read now. */
  check(): Promise<boolean>
  close(): void
}

/** Nothing lies at this address: it was destroyed, or never written. */
export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing'
  constructor() {
    super("Ce fichier n'est plus dans le magasin de fichiers : il a été détruit, ou le magasin n'est pas le bon.")
  }
}

/** The file store does not answer. */
export class ObjectsUnreachable extends Error {
  override readonly name = 'ObjectsUnreachable'
  constructor(code: string) {
    super(`Le magasin de fichiers ne répond pas (${code}). Vérifiez NUMERISEUR_S3_URL et que le service est démarré.`)
  }
}
