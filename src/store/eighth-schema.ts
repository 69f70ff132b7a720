/** What letting go of old things needs: to find them without reading everything, and to know what must not ring again. */
import { sql, type Kysely } from 'kysely';
import type { DialectTraits } from './traits.ts';

export async function eighthSchema(
  db: Kysely<unknown>,
  { integer, strict, keyOnly, terms }: DialectTraits,
): Promise<void> {
  await keyOnly(db.schema.createTable('former_alert'))
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .execute();
  await strict(db.schema.createTable('pruning'))
    .addColumn('id', integer, (c) => c.primaryKey())
    .addColumn('begun_at', integer, (c) => c.notNull())
    .addColumn('as_of', integer, (c) => c.notNull())
    .execute();
  // It is as late as when the newest article came, whatever the clock says.
  await sql`insert into pruning (id, begun_at, as_of)
    select 1, 0, coalesce(max(accepted_at), 0) from article`.execute(db);

  await terms.tidyLater(db);
  await db.schema.alterTable('source').addColumn('read_at', integer).execute();
  await db.schema.alterTable('article').addColumn('text_at', integer).execute();
  await sql`update article set text_at = accepted_at`.execute(db);
  await sql`create index article_text on article (text_at, id) where text_at is not null`.execute(db);
  // What has no text any more is found by nobody who searches.
  await sql`drop index article_published`.execute(db);
  await sql`create index article_published on article (audience, published_at, id) where text_at is not null`.execute(
    db,
  );

  await sql`create index entry_key_seen on entry_key (last_seen_at, article_id)`.execute(db);
  await sql`create index article_revision_age on article_revision (at)`.execute(db);
  await sql`create index message_notice on message (created_at, seq) where kind = 'notice'`.execute(db);
  await sql`create index crosspost_age on crosspost (asked_at)`.execute(db);
  // Before a row goes the database looks for those that refer to it.
  await sql`create index entry_key_article on entry_key (article_id)`.execute(db);
  await sql`create index alert_article on alert (article_id)`.execute(db);
  await sql`create index message_alert_alert on message_alert (alert_id)`.execute(db);
  await sql`create index fan_out_article on fan_out (article_id)`.execute(db);
}
