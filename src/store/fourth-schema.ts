/** What was matched, and is not fanned out to its channels yet. */
import type { Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function fourthSchema(
  db: Kysely<unknown>,
  { integer, serial, strict }: DialectTraits,
): Promise<void> {
  await strict(db.schema.createTable('fan_out'))
    .addColumn('no', integer, serial)
    .addColumn('article_id', integer, (c) => c.notNull().references('article.id'))
    .addColumn('as_of', integer, (c) => c.notNull())
    .addColumn('due_at', integer, (c) => c.notNull())
    .addColumn('size', integer, (c) => c.notNull())
    .addColumn('alerts', 'text', (c) => c.notNull())
    .execute();
}
