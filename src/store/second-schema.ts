/** What follow-ups, changed figures, muting, pausing and notices need. */
import { sql, type Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function secondSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await sql`alter table workspace add column status text not null default 'ok'`.execute(db);
  await sql`alter table workspace add column reason text`.execute(db);
  for (const table of ['workspace', 'channel'] as const) {
    await db.schema.alterTable(table).addColumn('paused_at', integer).execute();
    await db.schema.alterTable(table).addColumn('retry_at', integer).execute();
  }
  await db.schema.alterTable('channel').addColumn('paused_by', 'text').execute();

  await db.schema.alterTable('story').addColumn('follows', integer).execute();
  await sql`alter table story add column figures text not null default '{"seen":[],"changes":[]}'`.execute(
    db,
  );
  await sql`create index story_follows on story (follows) where follows is not null`.execute(db);
  await db.schema.alterTable('article').addColumn('story_reason', 'text').execute();

  await db.schema.alterTable('subscription').addColumn('delivery', 'text').execute();
  await db.schema.alterTable('message').addColumn('parent_id', 'text').execute();
  await db.schema
    .alterTable('message')
    .addColumn('edits', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('local_post').addColumn('reply_to', integer).execute();

  await strict(db.schema.createTable('mute'))
    .addColumn('channel_id', integer, (c) => c.notNull().references('channel.id'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id'))
    .addColumn('muted_at', integer, (c) => c.notNull())
    .addColumn('muted_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('mute_identity', ['story_id', 'channel_id'])
    .execute();

  await strict(db.schema.createTable('story_trait'))
    .addColumn('hash', integer, (c) => c.notNull())
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('story_id', integer, (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('story_trait_identity', ['hash', 'audience', 'story_id'])
    .execute();
  await sql`create index story_trait_age on story_trait (at)`.execute(db);
}
