/** A public story that tells what a workspace's own story told before: for that workspace the two are one. */
import { sql, type Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function seventhSchema(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('story_link'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('own_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_link_identity', ['story_id', 'audience'])
    .execute();
  await sql`create index story_link_own on story_link (own_id)`.execute(db);
  // Empty where nobody has a source of their own: that is asked for every public article.
  await sql`create index story_trait_private on story_trait (hash, story_id, audience) where audience > 0`.execute(
    db,
  );
}
