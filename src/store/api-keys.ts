import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Canal } from '../domain/resultat.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { proprietaireDe } from './receptions.ts'

export const PORTEES = ['depots:ecrire', 'depots:lire', 'resultats:lire'] as const
export type Portee = (typeof PORTEES)[number]

/** Who stands behind a key. */
export interface Acteur {
  readonly cle: string
  readonly canal: Canal
  readonly guichet: string | null
  readonly proprietaire: string
  readonly portees: readonly Portee[]
}

/** Keys of machines: `num_<id>_<secret>`. The store knows the digest of the secret only. */
export class ApiKeys {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Makes a key that lasts so many days. It is shown this once. */
  async create(canal: Canal, guichet: string | null, portees: readonly Portee[], days: number): Promise<string> {
    const id = randomBytes(6).toString('hex')
    const secret = randomBytes(32).toString('base64url')
    const proprietaire = proprietaireDe(canal, guichet)
    await this.#database.transaction().execute(async trx => {
      await trx
        .insertInto('cle_api')
        .values({
          id,
          empreinte: digest(secret).toString('hex'),
          proprietaire,
          canal,
          guichet,
          portees: JSON.stringify(portees),
          expire_le: sql`now() + make_interval(days => ${days})`,
        })
        .execute()
      await recordAudit(trx, { acteur: 'numeriseur', action: 'cle.creee', objet: id })
    })
    return `num_${id}_${secret}`
  }

  /** Who this key is; `null` when it is unknown, expired or revoked. */
  async check(key: string): Promise<Acteur | null> {
    const parts = /^num_([0-9a-f]{12})_([\w-]{43})$/.exec(key)
    if (!parts) return null
    const [, id = '', secret = ''] = parts
    const row = await this.#database
      .selectFrom('cle_api')
      .select(['empreinte', 'canal', 'guichet', 'proprietaire', 'portees'])
      .where('id', '=', id)
      .where('revoquee_le', 'is', null)
      .where('expire_le', '>', sql<Date>`now()`)
      .executeTakeFirst()
    if (!row || !timingSafeEqual(Buffer.from(row.empreinte, 'hex'), digest(secret))) return null
    const { canal, guichet, proprietaire } = row
    return { cle: id, canal, guichet, proprietaire, portees: PORTEES.filter(p => row.portees.includes(p)) }
  }

  /** True while no key was ever made. */
  async none(): Promise<boolean> {
    return (await this.#database.selectFrom('cle_api').select('id').limit(1).executeTakeFirst()) === undefined
  }

  /** False when there is no such key, or it is revoked already. */
  revoke(id: string): Promise<boolean> {
    return this.#database.transaction().execute(async trx => {
      const revoked = await trx
        .updateTable('cle_api')
        .set({ revoquee_le: sql`now()` })
        .where('id', '=', id)
        .where('revoquee_le', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (revoked) await recordAudit(trx, { acteur: 'numeriseur', action: 'cle.revoquee', objet: id })
      return revoked !== undefined
    })
  }
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()
