import { expect, test } from 'vitest';
import { simulate } from '../simulate/simulate.ts';

/** `npm run soak` goes on from here. What it finds becomes a seed of this list, and a test of its own where it was mended. */
const seeds = [1, 2, 3, 4];

test.each(seeds)(
  'killed hundreds of times, on platforms that misbehave: what is owed is visible once, in order, in its newest words (seed %i)',
  async (seed) => {
    const { trace, crashes, owed, ...run } = await simulate(seed, { days: 0.5 });
    expect(run).toMatchObject({ lost: [], doubled: [], outOfOrder: [], notOwed: [], stale: [] });
    expect(crashes).toBeGreaterThan(20);
    expect(owed).toBeGreaterThan(20);
    const has = (pattern: RegExp): boolean => trace.some((line) => pattern.test(line));
    expect([/ edit /, / read /, / busy$/, / unknown$/, / closed$/].filter((kind) => !has(kind))).toEqual([]);
  },
);

test('a seed replays byte for byte', async () => {
  const [once, again] = [await simulate(7, { days: 0.2 }), await simulate(7, { days: 0.2 })];
  expect(again.trace.join('\n')).toBe(once.trace.join('\n'));
  expect(again).toEqual(once);
  expect(once.crashes).toBeGreaterThan(0);
  expect((await simulate(8, { days: 0.2 })).trace).not.toEqual(once.trace);
});
