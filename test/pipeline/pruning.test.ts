import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import { createPruning } from '../../src/pipeline/pruning.ts';
import { silentLog } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { manualWorld, mondayMorning } from '../fakes/world.ts';
import { liveIn } from '../simulate/life.ts';
import { dropUncommitted, inThreadStore, mortalStore } from '../simulate/mortal-store.ts';
import { acceptance, draft, following, openSource, openWorkspace, sketchOfText } from '../store/given.ts';

const day = 24 * 60 * 60_000;

test('once a day it says what went, and nothing where nothing did', async () => {
  const world = manualWorld();
  const store = await inThreadStore();
  onTestFinished(store.close);
  await someArticles(store, world.now());
  const told: unknown[] = [];
  const log: Log = { ...silentLog, info: (facts, sentence) => void told.push([facts, sentence]) };
  const prune = createPruning({ store, world, log, keepDays: 30 });
  for (let today = 0; today < 36; today += 1) {
    await prune();
    await world.advance(day);
    for (let parts = 0; parts < 50; parts += 1) {
      await prune();
      await world.advance(1000);
    }
  }
  // What others follow goes after them.
  expect(told).toEqual([
    [
      { texts: 3, posts: 1 },
      'deleted what is older than 30 days: 3 texts of articles, 1 post of a local channel',
    ],
    [{ texts: 1 }, 'deleted what is older than 30 days: 1 text of an article'],
  ]);
});

/** Each of them was tried once. */
const everySoManieth = 7;

test('killed at any await of a pass, the next one leaves what one that was not killed leaves', async () => {
  const before = new Sqlite(':memory:');
  const furnished = { database: before, statements: new Map(), isFull: () => false };
  const store = await mortalStore(furnished, { survive: () => Promise.resolve() });
  await someArticles(store, mondayMorning);
  await store.sources.noteRead(1, mondayMorning + 150 * day);
  const data = before.serialize();
  before.close();

  const whole = await passes(data, Infinity);
  expect(whole.awaits).toBeGreaterThan(100);
  for (let at = 1; at <= whole.awaits; at += everySoManieth) {
    const killed = await passes(data, at);
    expect(killed.left, `killed at await ${at}`).toEqual(whole.left);
    expect(killed.awaits, `killed at await ${at}`).toBe(at);
  }
  // Three passes are enough: the first is cut off, and what others follow goes after them.
  expect(whole.left).toMatchObject({ article: 0, story: 0, entry_key: 0, local_post: 0 });
}, 60_000);

/** Two days' passes; at this await of the first, the bot dies and is started again. */
async function passes(data: Buffer, dieAt: number) {
  const world = manualWorld(mondayMorning + 150 * day);
  const disk = { database: new Sqlite(data), statements: new Map(), isFull: () => false };
  disk.database.prepare('update pruning set as_of = ?').run(world.now());
  let awaits = 0;
  for (let today = 0; today < 3; today += 1) {
    const onDeath = (): void => dropUncommitted(disk);
    const strikes = () => today === 0 && ++awaits === dieAt;
    // It is up before it can die: what a start leaves is another matter.
    let isUp = false;
    const life = liveIn(world, { strikes: () => isUp && strikes(), onDeath });
    const store = await mortalStore(disk, life);
    isUp = true;
    const prune = createPruning({ store, world, log: silentLog, keepDays: 30 });
    for (let parts = 0; parts < 15 && life.isAlive(); parts += 1) {
      void prune();
      await world.advance(10 * 60_000);
    }
    await world.advance(day);
  }
  const left = Object.fromEntries(
    ['article', 'story', 'entry_key', 'article_source', 'article_revision', 'local_post', 'story_trait'].map(
      (table) => [table, disk.database.prepare(`select count(*) from ${table}`).pluck().get()],
    ),
  );
  disk.database.close();
  return { left, awaits };
}

/** Three of a chain and one by itself, one of them revised; and somebody said something. */
async function someArticles(store: Store, now: number): Promise<void> {
  const workspace = await openWorkspace(store, 'local');
  const channel = await store.workspaces.openChannel(workspace.id, 'news');
  const source = await openSource(store, 'https://a.example/');
  const silent = { alertable: false, now };
  const asked = acceptance(source, { ...silent, sketched: sketchOfText(1) });
  const { article } = await store.articles.accept(asked);
  await store.articles.accept({ ...asked, draft: { ...asked.draft, contentHash: 'new', title: 'New' } });
  for (const choice of [following(article.storyId), following(article.storyId), undefined])
    await store.articles.accept(acceptance(source, { ...silent, choice, draft: draft() }));
  await store.localPosts.append({ channelId: channel.id, kind: 'said', revision: 1, body: {}, at: now });
}
