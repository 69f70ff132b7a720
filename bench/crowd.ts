import Sqlite from 'better-sqlite3';
import { parseQuery } from '../src/match/query.ts';
import { sqliteStore } from '../src/store/sqlite.ts';

/** Local channels with what they asked for. */
export interface Crowd {
  readonly channels: number;
  /** As typed; dealt out to the channels in turns. What cannot be read as a query is left out. */
  readonly subscriptions: readonly string[];
}

/**
 * Makes a database with a crowd in it, in one transaction: through the store it would take a commit for each of them.
 * @returns how many subscriptions there are
 */
export async function makeCrowd(database: string, { channels, subscriptions }: Crowd): Promise<number> {
  const store = await sqliteStore(database);
  const { id: workspaceId } = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Bellwire',
    language: 'en',
    zone: 'UTC',
  });
  await store.close();
  const db = new Sqlite(database);
  const channel = db.prepare<[number, string]>(
    `insert into channel (workspace_id, platform, external_id, language, zone) values (?, 'local', ?, 'en', 'UTC')`,
  );
  const subscription = db.prepare<[number | bigint, string, string, number]>(
    `insert into subscription (channel_id, query, typed, created_by, created_at, since_article_id, change_no)
     values (?, ?, ?, 'bench', 0, 0, ?) on conflict do nothing`,
  );
  let made = 0;
  db.transaction(() => {
    const ids = Array.from(
      { length: channels },
      (_, at) => channel.run(workspaceId, `channel-${at}`).lastInsertRowid,
    );
    for (const [at, typed] of subscriptions.entries()) {
      const canonical = canonicalOf(typed);
      const id = ids[at % channels];
      if (canonical !== undefined && id !== undefined)
        made += subscription.run(id, canonical, typed, made + 1).changes;
    }
    db.prepare<[number]>(`update counter set value = ? where name = 'subscription'`).run(made);
  })();
  db.close();
  return made;
}

function canonicalOf(typed: string): string | undefined {
  try {
    return parseQuery(typed).canonical;
  } catch {
    return undefined;
  }
}
