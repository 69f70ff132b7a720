import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { createLoop } from '../../src/loop.ts';
import { createWatching } from '../../src/pipeline/watching.ts';
import { createSetAside } from '../../src/set-aside.ts';
import type { Fetched } from '../../src/watch/outcome.ts';
import { manualWorld } from '../fakes/world.ts';
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
