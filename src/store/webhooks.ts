import type { Canal } from '../domain/resultat.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { proprietaireDe } from './receptions.ts'

/** Where those who deposit by a channel for a guichet want to be told. */
export interface Webhook {
  readonly url: string
  /** The key of the signatures, sealed with the master key. */
  readonly secretScelle: string
}

/** One address for each owner of deposits. */
export class Webhooks {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Sets the address of an owner, in place of the one before. */
  async set(canal: Canal, guichet: string | null, { url, secretScelle }: Webhook): Promise<void> {
    const proprietaire = proprietaireDe(canal, guichet)
    await this.#database.transaction().execute(async trx => {
      await trx
        .insertInto('webhook')
        .values({ proprietaire, url, secret_scelle: secretScelle })
        .onConflict(c => c.column('proprietaire').doUpdateSet({ url, secret_scelle: secretScelle }))
        .execute()
      await recordAudit(trx, { acteur: 'numeriseur', action: 'webhook.regle', objet: proprietaire })
    })
  }

  /** False when the owner had none. */
  remove(canal: Canal, guichet: string | null): Promise<boolean> {
    const proprietaire = proprietaireDe(canal, guichet)
    return this.#database.transaction().execute(async trx => {
      const { numDeletedRows } = await trx
        .deleteFrom('webhook')
        .where('proprietaire', '=', proprietaire)
        .executeTakeFirstOrThrow()
      if (numDeletedRows === 0n) return false
      await recordAudit(trx, { acteur: 'numeriseur', action: 'webhook.retire', objet: proprietaire })
      return true
    })
  }

  /** `null` when the owner wants to be told nothing. */
  async of(proprietaire: string): Promise<Webhook | null> {
    const row = await this.#database
      .selectFrom('webhook')
      .select(['url', 'secret_scelle'])
      .where('proprietaire', '=', proprietaire)
      .executeTakeFirst()
    return row ? { url: row.url, secretScelle: row.secret_scelle } : null
  }
}
