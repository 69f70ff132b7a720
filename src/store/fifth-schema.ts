/** What may be too long for an index (URLs of sources, queries, keys of entries), and how many keys an article has. */
import { sql, type Kysely } from 'kysely';
import { boundedKey, longestKey } from '../accept/bounded-key.ts';
import { fromJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { DialectTraits } from './traits.ts';

export async function fifthSchema(db: Kysely<unknown>, { indexed }: DialectTraits): Promise<void> {
  await sql`alter table article_source add column keys integer not null default 0`.execute(db);
  await boundKeys(db);
  if (indexed === undefined) return;

  await sql`alter table source drop constraint source_identity`.execute(db);
  await sql`create unique index source_identity on source (audience, kind, ${indexed('url')})`.execute(db);
  await sql`alter table source_former_url drop constraint source_former_url_identity`.execute(db);
  await sql`create unique index source_former_url_identity
    on source_former_url (audience, kind, ${indexed('url')})`.execute(db);
  await sql`drop index subscription_identity`.execute(db);
  await sql`create unique index subscription_identity
    on subscription (channel_id, ${indexed('query')}) where removed_at is null`.execute(db);
}

/** An article that is known by a long key comes again by that key's hash. */
async function boundKeys(db: Kysely<Tables>): Promise<void> {
  const long = await db
    .selectFrom('entry_key')
    .select(['key', 'scope', 'article_id'])
    .where(sql<number>`octet_length(key)`, '>', longestKey)
    .execute();
  for (const { key, scope } of long) {
    await db
      .updateTable('entry_key')
      .set({ key: boundedKey(key) })
      .where('key', '=', key)
      .where('scope', '=', scope)
      .execute();
  }
  for (const id of new Set(long.map((row) => row.article_id))) {
    const { keys } = await db
      .selectFrom('article')
      .select('keys')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const bounded = JSON.stringify(fromJson<string[]>(keys).map(boundedKey));
    await db.updateTable('article').set({ keys: bounded }).where('id', '=', id).execute();
  }
}
