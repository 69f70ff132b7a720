import { expect, test } from 'vitest';
import { awaitsIn, deathsFrom, killedAt, shortSeed } from '../simulate/die-at-each.ts';
import { simulate } from '../simulate/simulate.ts';

/** `npm run soak` goes on from here. What it finds becomes a seed of this list, and a test of its own where it was mended. */
const seeds = [1, 2, 3, 4];

test('killed hundreds of times, on platforms that misbehave: what is owed is visible once, in order, in its newest words', async () => {
  const told: string[] = [];
  for (const seed of seeds) {
    const { trace, crashes, owed, ...run } = await simulate(seed, { days: 0.5 });
    expect(run, `seed ${seed}`).toMatchObject({
      lost: [],
      doubled: [],
      outOfOrder: [],
      notOwed: [],
      stale: [],
    });
    expect(crashes).toBeGreaterThan(20);
    expect(owed).toBeGreaterThan(20);
    told.push(...trace);
  }
  const has = (pattern: RegExp): boolean => told.some((line) => pattern.test(line));
  expect(
    [/ edit /, / read /, / busy$/, / unknown$/, / closed$/, /edit was cut off$/].filter((kind) => !has(kind)),
  ).toEqual([]);
}, 120_000);

/** `npm run soak` dies at each of them. */
const everySoManieth = 31;

test('killed at one await, and again while it recovers, wherever that is: still once, in order, in its newest words', async () => {
  const awaits = await awaitsIn(shortSeed);
  expect(awaits).toBeGreaterThan(1000);
  for (let at = 1; at <= awaits; at += everySoManieth) {
    const { crashes, ...run } = await killedAt(shortSeed, deathsFrom(at));
    expect(run, `killed at await ${at}`).toMatchObject({
      lost: [],
      doubled: [],
      outOfOrder: [],
      notOwed: [],
      stale: [],
    });
    expect(crashes, `killed at await ${at}`).toBeGreaterThan(0);
  }
}, 120_000);

test('a seed replays byte for byte', async () => {
  const [once, again] = [await simulate(7, { days: 0.2 }), await simulate(7, { days: 0.2 })];
  expect(again.trace.join('\n')).toBe(once.trace.join('\n'));
  expect(again).toEqual(once);
  expect(once.crashes).toBeGreaterThan(0);
  expect((await simulate(8, { days: 0.2 })).trace).not.toEqual(once.trace);
});
