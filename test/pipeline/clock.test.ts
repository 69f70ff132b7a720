import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import { parseQuery } from '../../src/match/query.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { Store } from '../../src/store/store.ts';
import { readFeed } from '../../src/watch/read-feed.ts';
import { titlesOf } from '../deliver/harness.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { manualWorld, type ManualWorld } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const jumps: ReadonlyArray<[text: string, ms: number]> = [
  ['an hour', hour],
  ['ten years', 10 * 365 * 24 * hour],
];

test.for(jumps)(
  'a clock that is set back by %s while the bot runs keeps no news from ringing',
  async ([, ms]) => {
    const { world, visible, publish, pass } = await running();
    world.setClock(-ms);
    publish('Hollowgate hit by ransomware');
    await pass(12 * minute);
    expect(visible()).toEqual(['Hollowgate hit by ransomware']);
  },
);

test.for(jumps)(
  'a clock that is wrong by %s for a moment that no tick sees keeps none either',
  async ([, ms]) => {
    const { world, pipeline, visible, publish, pass } = await running();
    world.setClock(ms);
    pipeline.watchSources();
    await world.settle();
    world.setClock(-ms);
    publish('Hollowgate hit by ransomware');
    await pass(12 * minute);
    expect(visible()).toEqual(['Hollowgate hit by ransomware']);
  },
);

test.for(jumps)('nor does one that is set back by %s while the bot is not running', async ([, ms]) => {
  const { world, store, pipeline } = await running();
  await pipeline.stop();
  world.setClock(-ms);
  const again = await running(world, store);
  again.publish('Hollowgate hit by ransomware');
  await again.pass(12 * minute);
  expect(again.visible()).toEqual(['Hollowgate hit by ransomware']);
});

test('what could not be turned back is turned back later', async () => {
  const world = manualWorld();
  const store = await inThreadStore();
  let faults = 0;
  const turnBack = (now: number, setBackMs?: number): Promise<number> =>
    setBackMs !== undefined && faults++ === 0
      ? Promise.reject(new Error('the disk is full'))
      : store.turnBack(now, setBackMs);
  const { visible, publish, pass } = await running(world, { ...store, turnBack });
  world.setClock(-hour);
  publish('Hollowgate hit by ransomware');
  await pass(12 * minute);
  expect(faults).toBe(2);
  expect(visible()).toEqual(['Hollowgate hit by ransomware']);
});

/** A pipeline with one feed, whose first look is over, and one channel that follows "ransomware". */
async function running(world: ManualWorld = manualWorld(), given?: Store) {
  const store = given ?? (await inThreadStore());
  onTestFinished(store.close);
  const url = 'https://wire.example/rss';
  await store.sources.open({ audience: 0, kind: 'feed', url, title: 'Wire', intervalMs: 10 * minute });
  const workspace = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Local',
    language: 'en',
    zone: 'UTC',
  });
  const channel = await store.workspaces.openChannel(workspace.id, 'news');
  const queries = [{ query: parseQuery('ransomware').canonical, typed: 'ransomware' }];
  await store.subscriptions.add({ channelId: channel.id, queries, createdBy: 'ann', now: world.now() });

  let titles = ['News of the day'];
  const platform = fakePlatform(world, {});
  const pipeline = createPipeline({
    store,
    world,
    log: silentLog,
    meter: silentMeter,
    fetcher: {
      fetch: async () => ({ kind: 'fresh', bytes: Buffer.from(rss(titles)), url }),
      close: async () => {},
    },
    parser: {
      feed: async (bytes, source) => readFeed(bytes, source),
      page: () => Promise.reject(new Error('there are no pages')),
      close: async () => {},
    },
    identify: async () => 'en',
    platforms: new Map([['local', platform]]),
    owner: 'bot',
  });
  await pipeline.start();
  await pass(minute);
  return {
    world,
    store,
    pipeline,
    pass,
    publish: (title: string) => void (titles = [title, ...titles]),
    visible: () => titlesOf(platform.ledger),
  };

  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 10_000) {
      pipeline.tick();
      await world.advance(10_000);
    }
  }
}

function rss(titles: readonly string[]): string {
  const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`);
  return `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
}
