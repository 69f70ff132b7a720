/** What `tag:` in queries needs. */
import { sql, type Kysely } from 'kysely';

export async function fifthSchema(db: Kysely<unknown>): Promise<void> {
  await sql`alter table article add column tags text not null default '[]'`.execute(db);
}
