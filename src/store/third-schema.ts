/** What outlives a restart beside messages. */
import type { Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function thirdSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('crosspost'))
    .addColumn('message_id', 'text', (c) => c.primaryKey())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('asked_at', integer, (c) => c.notNull())
    .execute();
}
