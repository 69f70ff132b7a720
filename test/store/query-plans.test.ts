import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import type { Store } from '../../src/store/store.ts';
import {
  acceptance,
  content,
  draft,
  lease,
  matched,
  openSource,
  openWorkspace,
  following,
  joining,
  ring,
  sketchOfText,
  telling,
} from './given.ts';
import { pruneSteps } from '../../src/store/port/retention.ts';
import { temporaryFolder } from './temporary.ts';

/** What may be read from end to end. */
const smallScans: ReadonlyArray<[step: RegExp, because: string]> = [
  [/^SCAN (json_each|CONSTANT ROW|\d+-ROW VALUES)/, 'it is what was asked with'],
  [/^SCAN (newest|recent)$/, 'stories that were counted off by a limit'],
  [/^SCAN article_term VIRTUAL TABLE INDEX 0:M/, 'the full-text index itself'],
  [/^SCAN article USING INDEX article_due$/, 'this index has nothing but what is due'],
  [/^SCAN alert USING INDEX alert_due$/, 'this index has nothing but what is due'],
  [/^SCAN fan_out$/, 'this table has nothing but what waits'],
  [
    /^SCAN message USING (COVERING )?INDEX message_turn$/,
    'it has what is to be sent alone, and is read so at the start alone',
  ],
  [/^SCAN channel USING (COVERING )?INDEX channel_leased$/, 'it has leased channels alone'],
  [/^SCAN (channel|workspace)$/, 'it is read so at the start alone, and when the clock was set back'],
];
/** What may be sorted after it was found. */
const smallSorts: ReadonlyArray<[sql: RegExp, because: string]> = [
  [/from "message" where "channel_id" = .* order by "next_try_at", "seq"/, 'the edits a channel waits for'],
  [/"article_term".* order by "published_at"/, 'the articles that have one of the terms'],
  [/from "channel" where "workspace_id" = /, 'the channels of a workspace'],
  [/from "source" where "audience" in /, 'the sources of a workspace'],
  [/from "subscription".* "channel_id" = \? order by "subscription"."id"/, 'the subscriptions of a channel'],
];

test('every query has an index for what it looks for, however large the tables grow', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const queries = new Set<string>();
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(path),
    log: ({ query }) => void queries.add(query.sql),
  });
  const store = await openStore({ db, traits: sqliteTraits });
  queries.clear();
  await useEverything(store);
  await store.close();

  const reader = new Sqlite(path, { readonly: true });
  const plans = [...queries]
    .filter((sql) => /^(select|update|delete|insert)/.test(sql))
    .map((sql) => ({ sql, steps: planOf(reader, sql) }));
  reader.close();
  expect(plans.length).toBeGreaterThan(40);
  const slow = plans.flatMap(({ sql, steps }) =>
    steps.filter((step) => isSlow(sql, step)).map((step) => `${step} ← ${sql}`),
  );
  expect(slow).toEqual([]);
});

function planOf(db: Sqlite.Database, sql: string): readonly string[] {
  const statement = db.prepare(`explain query plan ${sql}`);
  const parameters = Array.from(sql.matchAll(/\?/g), () => '[]');
  return (statement.all(...parameters) as Array<{ detail: string }>).map(({ detail }) => detail);
}

function isSlow(sql: string, step: string): boolean {
  if (step.startsWith('SCAN')) return !smallScans.some(([pattern]) => pattern.test(step));
  return step.includes('TEMP B-TREE FOR') && !smallSorts.some(([pattern]) => pattern.test(sql));
}

/** Every method of the store, on every path that has a query of its own. */
async function useEverything(store: Store): Promise<void> {
  const { workspaces, sources, articles, subscriptions, deliveries, localPosts } = store;
  const workspace = await openWorkspace(store, 'T1');
  const channel = await workspaces.openChannel(workspace.id, 'news');
  await workspaces.channels(workspace.id);
  await workspaces.channel(channel.id);
  await workspaces.find('local', 'T1');
  await workspaces.findChannel(workspace.id, 'news');

  const source = await openSource(store, 'https://a.example/', workspace.id);
  await sources.list(workspace.id);
  await sources.due(1, 10);
  await sources.recordPoll(source.id, { kind: 'ok', gaveNew: true, url: 'https://b.example/' }, 1, 2);
  await sources.remove((await openSource(store, 'https://c.example/')).id);
  await sources.open({
    audience: 0,
    kind: 'feed',
    url: 'https://c.example/',
    title: 'C',
    intervalMs: 1,
    byPerson: true,
  });

  const queries = ['a', 'b'].map((query) => ({ query, typed: query }));
  const [, added] = await subscriptions.add({ channelId: channel.id, queries, createdBy: 'ann', now: 1 });
  await subscriptions.ofChannel(channel.id);
  await subscriptions.remove(added?.subscription.id ?? 0, 2);
  await subscriptions.changes(0);

  const says = (title: string) => acceptance(source, { draft: draft({ keys: ['url:x', 'guid:1'], title }) });
  await articles.accept(says('First'));
  const { article } = await articles.accept(says('Second'));
  await articles.accept(acceptance(source, { choice: joining(article.storyId) }));
  const followUp = await articles.accept(acceptance(source, { choice: following(article.storyId) }));
  for (let n = 0; n < 100; n += 1)
    await articles.accept(acceptance(source, { sketched: telling(1, 2, 1000 + n) }));
  await articles.accept(acceptance(source, { now: 10_001, sketched: telling(1, 2) }));
  // What is over by then is forgotten.
  for (let n = 0; n < 16; n += 1) await articles.accept(acceptance(source, { now: 300_000_000 }));
  const open = await openSource(store, 'https://d.example/');
  const silent = acceptance(open, { draft: draft({ keys: ['url:s'] }), alertable: false });
  await articles.accept(silent);
  const ringing = await articles.accept({ ...silent, ...says('Silent'), draft: silent.draft });
  await ring(store, matched(ringing.article, [channel]));
  const shown = await articles.accept(acceptance(open));
  await ring(store, matched(shown.article, [channel]));
  await articles.accept(acceptance(source, { sketched: sketchOfText(1) }));
  const linked = await articles.accept(acceptance(open, { sketched: sketchOfText(1) }));
  await articles.accept(acceptance(open, { sketched: sketchOfText(1) }));
  await ring(store, matched(linked.article, [channel]));
  await articles.story(linked.article.storyId, workspace.id);
  await deliveries.isMuted(channel.id, linked.article.storyId);
  const { keys, contentHash } = article;
  const { audience } = source;
  await articles.seenLately({ keys, contentHash, sourceId: source.id, audience, now: 10_000 });
  await articles.known(source.id, workspace.id, ['url:x'], 1e12);
  await articles.due(10);
  await ring(store, matched(article, [channel]));
  await articles.article(article.id);
  await articles.byUrl(workspace.id, 'x');
  await articles.outlets(article.storyId);
  await articles.search({
    workspaceId: workspace.id,
    anyOf: ['a', 'b'],
    after: { publishedAt: 1, id: 1 },
    limit: 9,
  });
  await articles.search({ workspaceId: workspace.id, limit: 9 });

  const [due] = await deliveries.dueAlerts(1e12, 10);
  if (due === undefined) throw new Error('no alert is due');
  await deliveries.place([{ due, messageId: 'm', content: content('A'), now: 1, editDelayMs: 0 }]);
  await deliveries.place([{ due, messageId: 'm', content: content('B'), now: 1, editDelayMs: 0 }]);
  await deliveries.nextDueAt(['local', 'slack']);
  const { fence } = await lease(store, 10);
  await deliveries.nextMessage(channel.id, 10);
  await deliveries.startSending('m', fence, 10);
  await deliveries.takeOver(11);
  const again = await lease(store, 12);
  await deliveries.startSending('m', again.fence, 12);
  await deliveries.record('m', again.fence, { kind: 'sent', externalId: 'x', revision: 1 }, 13);
  await deliveries.nextMessage(channel.id, 13);
  await deliveries.releaseChannel(channel.id, again.fence, 14);
  await deliveries.pauseChannel(channel.id, { now: 0, reason: 'closed' });
  await deliveries.resumeChannel(channel.id, 0);
  await deliveries.pauseWorkspace(workspace.id, { now: 0, reason: 'away' });
  await deliveries.resumeWorkspace(workspace.id, 0);
  await deliveries.muteStory({ channelId: channel.id, storyId: article.storyId, by: 'ann', now: 1 });
  await deliveries.isMuted(channel.id, article.storyId);
  await deliveries.unmuteStory(channel.id, article.storyId);
  await articles.story(article.storyId);
  await ring(store, matched(followUp.article, [channel]));
  for (const more of await deliveries.dueAlerts(1e12, 10)) {
    const news = { content: content('C'), follows: article.storyId, now: 1, editDelayMs: 0 };
    await deliveries.place([{ due: more, messageId: more.alert.id, ...news }]);
  }
  await workspaces.ofPlatform('local');
  await workspaces.find('local', 'local');
  await workspaces.findChannel(workspace.id, 'news');
  await deliveries.message('m');
  await deliveries.latestAlerts(channel.id, 5);
  await deliveries.transitions('m');
  await store.backlog(14);
  await deliveries.resend('m', 15);

  const post = await localPosts.append({
    channelId: channel.id,
    kind: 'alert',
    marker: 'm',
    revision: 1,
    body: {},
    at: 1,
  });
  await localPosts.edit(post.seq, 2, {}, 2);
  await localPosts.byMarker(channel.id, 'm');
  await localPosts.recent(channel.id, 10, 99);

  await store.installations.save({
    platform: 'slack',
    externalId: 'T1',
    name: 'T',
    botId: 'U',
    sealedToken: 's',
    scopes: [],
    installedAt: 1,
  });
  await store.installations.find('slack', 'T1');
  await store.installations.remove('slack', 'T1');
  await store.people.set(workspace.id, 'U', { language: 'fr', zone: 'UTC' });
  await store.people.find(workspace.id, 'U');
  await store.received.take('slack', 'E', 1);
  await letGo(store);
  await store.turnBack(0);
  await store.turnBack(0, 1);
}

/** From the first of each step on, and from some place within it. */
async function letGo(store: Store): Promise<void> {
  await store.retention.begin(1);
  await store.sources.noteRead(1, 1);
  const limits = { asOf: 1e13, before: 1e13, unseenMs: 1 };
  for (const after of [undefined, [1, 1], [1, 1, 1]])
    for (const step of pruneSteps) await store.retention.prune(step, limits, after);
}
