import { Migrator, sql, type Kysely, type Migration } from 'kysely'
import type { Database } from './database.ts'
import { receptionEtTravaux } from './migration-002.ts'
import { webhooks } from './migration-webhooks.ts'

/** Forward only; a published migration never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-depot-et-piece': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('depot')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('canal', 'text', c => c.notNull())
        .addColumn('guichet', 'text')
        .addColumn('numero_unique', 'text')
        .addColumn('fichier', 'text', c => c.notNull())
        .addColumn('sha256', 'text', c => c.notNull())
        .addColumn('resultat', 'jsonb', c => c.notNull())
        .addColumn('recu_le', 'text', c => c.notNull())
        .addColumn('enregistre_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
        .execute()
      await db.schema
        .createTable('piece')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('depot_id', 'text', c => c.notNull().references('depot.id').onDelete('cascade'))
        .addColumn('rang', 'integer', c => c.notNull())
        .addColumn('type', 'text', c => c.notNull())
        .addColumn('indice_pertinence', 'text', c => c.notNull())
        .addColumn('date_fin_validite', 'text')
        .addColumn('contenu', 'jsonb', c => c.notNull())
        .execute()
      await db.schema.createIndex('piece_depot').on('piece').columns(['depot_id', 'rang']).execute()
      await db.schema.createIndex('depot_numero_unique').on('depot').column('numero_unique').execute()
    },
  },
  '002-reception-et-travaux': { up: receptionEtTravaux },
  '003-original-detruit': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('reception').addColumn('original_detruit_le', 'timestamptz').execute()
    },
  },
  '004-pages-gardees': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('page')
        .addColumn('depot_id', 'text', c => c.notNull().references('reception.id').onDelete('cascade'))
        .addColumn('revision', 'integer', c => c.notNull())
        .addColumn('page', 'integer', c => c.notNull())
        .addColumn('adresse', 'text', c => c.notNull())
        .addColumn('sha256', 'text', c => c.notNull())
        .addColumn('garde_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
        .addPrimaryKeyConstraint('page_pk', ['depot_id', 'revision', 'page'])
        .execute()
      await db.schema.createIndex('page_adresse').on('page').column('adresse').execute()
    },
  },
  '005-webhooks': { up: webhooks },
}

/** Brings the database to the present tables, each migration in its transaction. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('the migration failed')
}
