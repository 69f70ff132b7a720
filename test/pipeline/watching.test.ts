import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { createLoop } from '../../src/loop.ts';
import { createWatching } from '../../src/pipeline/watching.ts';
import { createSetAside } from '../../src/set-aside.ts';
import type { Fetched } from '../../src/watch/outcome.ts';
import { manualWorld, mondayMorning } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';

test('a feed that is removed while it is set aside is not looked for any more', async () => {
  const { world, store, source, loop, aside, looks } = await failedOnce();
  await store.sources.remove(source.id);
  await world.advance(60_000);
  expect(looks() - 1).toBeLessThan(5);
  expect(aside.size()).toBe(0);
  await loop.stop();
});

test('while a feed that was set aside is asked again nobody looks for it', async () => {
  const { world, answer, source, aside, loop, looks, polled } = await failedOnce();
  await world.advance(60_000);
  expect(looks() - 1).toBeLessThan(5);
  expect(aside.isReady(source.id), 'it is being asked').toBe(true);
  answer({ kind: 'unchanged' });
  await polled();
  expect(aside.size()).toBe(0);
  await loop.stop();
});

test('now and then all of a feed is asked for, changed or not: what it shows is to be seen', async () => {
  const day = 24 * 60 * 60_000;
  const world = manualWorld();
  const store = await inThreadStore();
  onTestFinished(store.close);
  const asked: unknown[] = [];
  const url = 'https://wire.example/rss';
  const kept = { audience: 0, kind: 'feed', url, title: 'Wire', intervalMs: day } as const;
  const { id } = await store.sources.open(kept);
  const watching = createWatching({
    store,
    world,
    log: silentLog,
    fetcher: {
      async fetch(_, validators) {
        asked.push(validators?.etag);
        return validators?.etag === 'a'
          ? { kind: 'unchanged' }
          : { kind: 'fresh', bytes: new Uint8Array(), url, etag: 'a' };
      },
      close: async () => {},
    },
    parser: {
      feed: async () => ({ kind: 'feed', entries: [] }),
      page: () => Promise.reject(new Error('there are no pages')),
      close: async () => {},
    },
    accept: () => Promise.reject(new Error('there are no entries')),
    aside: createSetAside<number>(world, () => {}),
    onPolled: () => {},
    stopped: () => false,
  });
  for (const today of [0, 2, 14, 16, 18]) {
    await world.advance(mondayMorning + today * day - world.now());
    await watching.watchDue();
    await watching.polled();
  }
  expect(asked).toEqual([undefined, 'a', 'a', undefined, 'a']);
  expect((await store.sources.list(0)).find((one) => one.id === id)?.readAt).toBe(mondayMorning + 16 * day);
});

/** A feed whose first look failed in a way that cannot be noted; its server takes its time with the second. */
async function failedOnce() {
  const world = manualWorld();
  const store = await inThreadStore();
  onTestFinished(store.close);
  const source = await store.sources.open({
    audience: 0,
    kind: 'feed',
    url: 'https://wire.example/rss',
    title: 'Wire',
    intervalMs: 600_000,
  });
  const aside = createSetAside<number>(world, () => {});
  const { promise, resolve: answer } = Promise.withResolvers<Fetched>();
  let fetches = 0;
  let looks = 0;
  const never = () => Promise.reject(new Error('nothing is to be read'));
  const watching = createWatching({
    store,
    world,
    log: silentLog,
    fetcher: {
      fetch: () => (fetches++ === 0 ? Promise.reject(new Error('bad row')) : promise),
      close: async () => {},
    },
    parser: { feed: never, page: never, close: async () => {} },
    accept: never,
    aside,
    onPolled: () => loop.wake(),
    stopped: () => false,
  });
  // A look that follows a look at once keeps time from passing: the loop ends before that.
  const look = () => (looks++ < 100 ? watching.watchDue() : Promise.resolve(undefined));
  const loop = createLoop(look, world, () => {});
  loop.wake();
  await world.settle();
  expect(aside.size()).toBe(1);
  return { world, store, source, aside, answer, loop, looks: () => looks, polled: watching.polled };
}
