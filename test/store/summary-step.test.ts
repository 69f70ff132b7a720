/** A database of the days when there was one summary for all articles of a story. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import { content } from './given.ts';
import { temporaryFolder } from './temporary.ts';

test('a message goes on showing the summary it was posted with', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const posted = content('Adobe buys Semrush', { summary: 'As it was posted.' });
  await asOfStep4(path, JSON.stringify(posted));
  const store = await sqliteStore(path);
  onTestFinished(() => store.close());
  expect((await store.deliveries.message('m'))?.content).toEqual(posted);
});

/** With one message that has been sent. */
async function asOfStep4(path: string, posted: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  const steps = Object.entries(migrations(sqliteTraits)).slice(0, 4);
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(steps)) };
  await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  const sqlite = new Sqlite(path);
  sqlite.exec(`
    insert into workspace (id, platform, external_id, name, language, zone) values (1, 'local', 'l', 'L', 'en', 'UTC');
    insert into channel (id, workspace_id, platform, external_id, language, zone) values (1, 1, 'local', 'c', 'en', 'UTC');
    insert into story (id, key, audience, language, first_at, last_at, sketch) values (1, 'url:x', 0, 'en', 1, 1, '[]');
    insert into summary (story_id, audience, article_id, text, method) values (1, 0, 1, 'Of the story.', 'extract');
    insert into message (id, channel_id, kind, state, wanted_rev, posted_rev, sending_rev, settled_rev, attempt,
        next_try_at, created_at, content)
      values ('m', 1, 'alert', 'sent', 1, 1, 1, 1, 1, 1, 1, '${posted}')`);
  sqlite.close();
}
