import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { ParsedFeed } from '../../src/watch/parser.ts';
import { acceptTitle } from '../deliver/harness.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { manualWorld } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';

test('who is asked to end while a feed is being read begins no message any more', async () => {
  const { world, store, pipeline, begun } = await sendingAndReading();
  const before = begun();
  let over = false;
  const stopped = pipeline.stop().then(() => (over = true));
  await world.advance(1000);
  expect(over).toBe(true);
  expect(begun() - before).toBeLessThanOrEqual(1);
  await stopped;
  expect(await store.deliveries.takeOver(world.now()), 'messages nobody knows what became of').toBe(0);
});

/** A channel with many messages to come, each of which takes 400 ms, and a feed that is never done being read. */
async function sendingAndReading() {
  const world = manualWorld();
  const store = await inThreadStore();
  onTestFinished(store.close);
  const platform = fakePlatform(world, { paceMs: 0, someFault: () => ({ kind: 'late', afterMs: 400 }) });
  const workspace = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Ours',
    language: 'en',
    zone: 'UTC',
  });
  const channel = await store.workspaces.openChannel(workspace.id, 'news');
  const source = await store.sources.open({
    audience: 0,
    kind: 'feed',
    url: 'https://wire.example/rss',
    title: 'Wire',
    intervalMs: 600_000,
  });
  for (let n = 0; n < 40; n += 1) {
    const { id, revision, storyId } = await acceptTitle(store, source, `News ${n}`, world.now());
    const reasons = [{ subscription: 'news', subscriptionId: 1, term: 'news', words: ['News'] }];
    const alerts = [{ id: `m${n}`, channelId: channel.id, reasons }];
    await store.articles.recordMatched({ articleId: id, revision, storyId, alerts, now: world.now() });
  }
  const reading = Promise.withResolvers<ParsedFeed>();
  const pipeline = createPipeline({
    store,
    world,
    log: silentLog,
    meter: silentMeter,
    fetcher: {
      fetch: async () => ({ kind: 'fresh', bytes: new Uint8Array(), url: source.url }),
      close: async () => {},
    },
    parser: {
      feed: () => reading.promise,
      page: () => Promise.reject(new Error('there is no page')),
      close: async () => reading.reject(new Error('the parser was closed')),
    },
    identify: async () => 'en',
    platforms: new Map([['local' as const, platform]]),
    owner: 'one',
  });
  await pipeline.start();
  await world.advance(1000);
  return { world, store, pipeline, begun: () => platform.ledger.length };
}
