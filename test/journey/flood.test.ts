import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { walk } from './bot.ts';

test('while some articles wait to be matched, whoever brings more waits too, and nothing is lost', async () => {
  const held = Promise.withResolvers<void>();
  const { bot, store, say, settle, alerts } = await walk({}, (its) => matchingOnlyAfter(held.promise, its));
  await say('/subscribe flood');
  let accepted = 0;
  const feed = (async () => {
    for (; accepted < 60; accepted += 1) await bot.accept(fileNumbered(accepted));
  })();
  await expect.poll(() => accepted, { timeout: 15_000 }).toBe(12);
  for (let turn = 0; turn < 100; turn += 1) await nextTurn();
  expect(accepted).toBe(12);
  expect((await store.articles.due(100)).length, 'none is matched yet').toBe(12);

  held.resolve();
  await feed;
  await settle();
  expect(await alerts()).toHaveLength(60);
});

function matchingOnlyAfter(held: Promise<void>, store: Store): Store {
  return {
    ...store,
    articles: {
      ...store.articles,
      async recordMatched(matched) {
        await held;
        await store.articles.recordMatched(matched);
      },
    },
  };
}

function fileNumbered(at: number) {
  const bytes = Buffer.from(`A flood in valley ${at}\n\nNumber ${at} ${at * 31} of ${at * 77} has come.\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: `/inbox/${sha256}.txt`, name: `${sha256}.txt`, bytes, sha256 };
}
