import { describe, expect, test } from 'vitest';
import { createIdentifyPace } from '../../../src/platform/discord/identify-pace.ts';
import { manualWorld } from '../../fakes/world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A connection that breaks as soon as it stands, for so long. @returns when it identified */
async function flapping(ms: number, shards = 1): Promise<readonly number[]> {
  const world = manualWorld();
  const start = world.now();
  const pace = createIdentifyPace(world);
  const made: number[] = [];
  const flap = async (shard: number): Promise<void> => {
    while (world.now() - start < ms) {
      await pace.waitForIdentify(shard, new AbortController().signal);
      made.push(world.now() - start);
    }
  };
  for (let shard = 0; shard < shards; shard += 1) void flap(shard);
  await world.advance(ms);
  return made.filter((at) => at < ms);
}

describe('a connection that breaks all day', () => {
  test('identifies at most 50 times in any 24 hours', async () => {
    const made = await flapping(3 * day);
    const inADay = made.map((from) => made.filter((at) => at >= from && at < from + day).length);
    expect(Math.max(...inADay)).toBeLessThanOrEqual(50);
    // And does not give up either.
    expect(made.length).toBeGreaterThan(100);
  });

  test('is back within a minute after the first breaks', async () => {
    const made = await flapping(minute);
    expect(made.length).toBeGreaterThanOrEqual(5);
    expect(made[1]! - made[0]!).toBeLessThanOrEqual(6000);
  });
});

test('shards identify one after the other, five seconds apart', async () => {
  const world = manualWorld();
  const pace = createIdentifyPace(world);
  const made: number[] = [];
  for (let shard = 0; shard < 4; shard += 1) {
    void pace.waitForIdentify(shard, new AbortController().signal).then(() => made.push(world.now()));
  }
  await world.advance(minute);
  expect(made.map((at) => at - made[0]!)).toEqual([0, 5000, 10_000, 15_000]);
});

test('who gave up waiting has not identified', async () => {
  const world = manualWorld();
  const pace = createIdentifyPace(world);
  await pace.waitForIdentify(0, new AbortController().signal);
  const closing = new AbortController();
  const waiting = pace.waitForIdentify(0, closing.signal);
  closing.abort();
  await expect(waiting).rejects.toThrow('closed');
  expect(world.waiting()).toBe(0);
});
