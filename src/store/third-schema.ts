/** What people call a channel, and what announcement channels still have to publish. */
import type { Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function thirdSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await db.schema.alterTable('channel').addColumn('name', 'text').execute();

  await strict(db.schema.createTable('crosspost'))
    .addColumn('message_id', 'text', (c) => c.primaryKey())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('asked_at', integer, (c) => c.notNull())
    .execute();
}
