/** Where an app is installed and by which tokens, what people want of it, and which events were acted upon. */
import { sql, type Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function fourthSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('installation'))
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('bot_id', 'text', (c) => c.notNull())
    .addColumn('sealed_token', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('installed_by', 'text')
    .addColumn('installed_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('installation_identity', ['platform', 'external_id'])
    .execute();

  await strict(db.schema.createTable('person'))
    .addColumn('workspace_id', integer, (c) => c.notNull().references('workspace.id'))
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('zone', 'text')
    .addPrimaryKeyConstraint('person_identity', ['workspace_id', 'external_id'])
    .execute();

  await strict(db.schema.createTable('received'))
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('received_identity', ['platform', 'event_id'])
    .execute();
  await sql`create index received_age on received (at)`.execute(db);
}
