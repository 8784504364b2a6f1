import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What happened, to what, by whom. Identifiers only, never the content of a document. */
export interface AuditLine {
  readonly acteur: string
  readonly action:
    | 'depot.recu'
    | 'depot.quarantaine'
    | 'depot.relance'
    | 'resultat.produit'
    | 'index.publie'
    | 'cle.creee'
    | 'cle.revoquee'
    | 'original.detruit'
    | 'webhook.regle'
    | 'webhook.retire'
  readonly objet: string
}

/** Writes a line in the transaction of what it tells: neither exists without the other. */
export async function recordAudit(trx: Transaction<Tables>, line: AuditLine): Promise<void> {
  await trx.insertInto('audit').values(line).execute()
}
