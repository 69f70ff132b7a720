/**
 * Names of channels, tags of articles, where an app is installed, what people want of it, which events were acted upon,
 * and what announcement channels still have to publish.
 */
import { sql, type Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function thirdSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await db.schema.alterTable('channel').addColumn('name', 'text').execute();
  // What `tag:` in queries needs.
  await sql`alter table article add column tags text not null default '[]'`.execute(db);

  await strict(db.schema.createTable('crosspost'))
    .addColumn('message_id', 'text', (c) => c.primaryKey())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('asked_at', integer, (c) => c.notNull())
    .execute();

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
