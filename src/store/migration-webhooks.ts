import { sql, type Kysely } from 'kysely'

/** Those who want to be told when a deposit is done, and the stage that tells them. */
export async function webhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook')
    .addColumn('proprietaire', 'text', c => c.primaryKey())
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('secret_scelle', 'text', c => c.notNull())
    .execute()
  await sql`alter table outbox drop constraint outbox_etape_check,
    add constraint outbox_etape_check check (etape in ('traitement', 'versement', 'avis'))`.execute(db)
}
