import { sql, type Kysely } from 'kysely'

/** Deposits received, the work that they still need, their results, the keys of machines and the audit trail. */
export async function receptionEtTravaux(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reception')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('proprietaire', 'text', c => c.notNull())
    .addColumn('canal', 'text', c => c.notNull())
    .addColumn('guichet', 'text')
    .addColumn('numero_unique', 'text')
    .addColumn('fichier', 'text', c => c.notNull())
    .addColumn('nom_scelle', 'text', c => c.notNull())
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('octets', 'bigint', c => c.notNull())
    .addColumn('original', 'text', c => c.notNull())
    .addColumn('jour_depot', 'text', c => c.notNull())
    .addColumn('recu_le', 'text', c => c.notNull())
    .addColumn('voie', 'text', c => c.notNull())
    .addColumn('etat', 'text', c => c.notNull().check(sql`etat in ('recu', 'lu', 'verse', 'quarantaine')`))
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('avancement', 'jsonb')
    .addColumn('change_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .execute()
  await db.schema.createIndex('reception_proprietaire').on('reception').columns(['proprietaire', 'change_le']).execute()

  // One row for each stage still to be done. It goes in the transaction that writes what the stage made.
  await db.schema
    .createTable('outbox')
    .addColumn('depot_id', 'text', c => c.notNull().references('reception.id').onDelete('cascade'))
    .addColumn('etape', 'text', c => c.notNull().check(sql`etape in ('traitement', 'versement')`))
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('voie', 'text', c => c.notNull())
    .addColumn('rang', 'integer', c => c.notNull())
    .addColumn('proprietaire', 'text', c => c.notNull())
    .addColumn('pas_avant', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .addColumn('bail', 'text')
    .addColumn('bail_fin', 'timestamptz')
    .addColumn('essais', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('pannes', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('annonce_le', 'timestamptz')
    .addColumn('cree_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('outbox_pk', ['depot_id', 'etape', 'revision'])
    .execute()
  await db.schema.createIndex('outbox_annonce').on('outbox').column('annonce_le').execute()
  await db.schema.createIndex('outbox_rang').on('outbox').columns(['voie', 'rang']).execute()
  await db.schema.createIndex('outbox_proprietaire').on('outbox').columns(['proprietaire', 'voie', 'rang']).execute()

  await db.schema
    .createTable('resultat')
    .addColumn('depot_id', 'text', c => c.notNull().references('reception.id').onDelete('cascade'))
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('contenu', 'jsonb', c => c.notNull())
    .addColumn('fait_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('resultat_pk', ['depot_id', 'revision'])
    .execute()

  await db.schema
    .createTable('controle')
    .addColumn('depot_id', 'text', c => c.notNull().references('reception.id').onDelete('cascade'))
    .addColumn('piece_id', 'text', c => c.notNull())
    .addColumn('code', 'text', c => c.notNull())
    .addColumn('statut', 'text', c => c.notNull())
    .addColumn('reverifier_le', 'timestamptz')
    .addPrimaryKeyConstraint('controle_pk', ['piece_id', 'code'])
    .execute()
  await db.schema.createIndex('controle_depot').on('controle').column('depot_id').execute()

  await db.schema
    .createTable('idempotence')
    .addColumn('proprietaire', 'text', c => c.notNull())
    .addColumn('cle', 'text', c => c.notNull())
    .addColumn('depot_id', 'text', c => c.notNull().references('reception.id').onDelete('cascade'))
    .addColumn('cree_le', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('idempotence_pk', ['proprietaire', 'cle'])
    .execute()

  await db.schema
    .createTable('cle_api')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('empreinte', 'text', c => c.notNull())
    .addColumn('proprietaire', 'text', c => c.notNull())
    .addColumn('canal', 'text', c => c.notNull())
    .addColumn('guichet', 'text')
    .addColumn('portees', 'jsonb', c => c.notNull())
    .addColumn('expire_le', 'timestamptz', c => c.notNull())
    .addColumn('revoquee_le', 'timestamptz')
    .execute()

  await db.schema
    .createTable('audit')
    .addColumn('n', 'bigint', c => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('instant', 'timestamptz', c => c.notNull().defaultTo(sql`now()`))
    .addColumn('acteur', 'text', c => c.notNull())
    .addColumn('action', 'text', c => c.notNull())
    .addColumn('objet', 'text', c => c.notNull())
    .addColumn('empreinte', 'text')
    .execute()
}
