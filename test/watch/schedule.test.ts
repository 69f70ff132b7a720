import { assert, constantFrom, double, property } from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Fetched } from '../../src/watch/outcome.ts';
import { nextPollAfter, startTicking } from '../../src/watch/schedule.ts';
import { realWorld } from '../../src/world.ts';
import { mondayMorning as now } from '../fakes/world.ts';

const minute = 60_000;
const hour = 60 * minute;
/** The real one bound its clock before a test gave its own. */
const world = { ...realWorld, now: () => Date.now() };
const bytes = new Uint8Array();
const fresh: Fetched = { kind: 'fresh', bytes, url: 'https://feeds.example/' };
const broken: Fetched = { kind: 'broken', reason: '' };
const unanswered: Fetched = { kind: 'broken', reason: '', noAnswer: true };
const busy = (retryAfterMs: number): Fetched => ({ kind: 'busy', retryAfterMs, reason: '' });

const polls: ReadonlyArray<
  [name: string, fetched: Fetched, fails: number, intervalMs: number, waitMs: number]
> = [
  ['after news: the interval', fresh, 0, 10 * minute, 10 * minute],
  ['after nothing new: the interval', { kind: 'unchanged' }, 0, 10 * minute, 10 * minute],
  ['an interval of nothing is a minute', fresh, 0, 0, minute],
  [
    'a fresh answer need not be asked for again',
    { ...fresh, maxAgeMs: 30 * minute },
    0,
    10 * minute,
    30 * minute,
  ],
  ['… but at least every hour', { ...fresh, maxAgeMs: 24 * hour }, 0, 10 * minute, hour],
  [
    '… and less freshness than the interval changes nothing',
    { ...fresh, maxAgeMs: minute },
    0,
    10 * minute,
    10 * minute,
  ],
  ['a long interval stays long', { ...fresh, maxAgeMs: minute }, 0, 6 * hour, 6 * hour],
  ['the first failure', broken, 0, 10 * minute, 10 * minute],
  ['the second failure', broken, 1, 10 * minute, 20 * minute],
  ['the fifth failure', broken, 4, 10 * minute, 160 * minute],
  ['the fiftieth failure', broken, 49, 10 * minute, 24 * hour],
  ['no answer at all, for the second time', unanswered, 1, 10 * minute, 20 * minute],
  ['… for the fiftieth: our own line may have been down', unanswered, 49, 10 * minute, hour],
  ['… of what is looked at every six hours', unanswered, 3, 6 * hour, 6 * hour],
  ['a busy server names the time', busy(2 * hour), 0, 10 * minute, 2 * hour],
  ['a busy server in a hurry is not believed', busy(0), 0, 10 * minute, 10 * minute],
  ['a server that stays busy', busy(0), 3, 10 * minute, 80 * minute],
  ['a server that wants a week', busy(7 * 24 * hour), 0, 10 * minute, 24 * hour],
  ['what is gone', { kind: 'gone', reason: '' }, 0, 10 * minute, 24 * hour],
];

test.for(polls)('%s', ([, fetched, fails, intervalMs, waitMs]) => {
  expect(nextPollAfter(fetched, { intervalMs, fails }, now, () => 0)).toBe(now + waitMs);
});

test('chance makes the wait up to a tenth longer, never shorter', () => {
  assert(
    property(
      constantFrom(...polls),
      double({ min: 0, max: 0.999, noNaN: true }),
      ([, fetched, fails, intervalMs, waitMs], chance) => {
        const at = nextPollAfter(fetched, { intervalMs, fails }, now, () => chance);
        expect(at).toBeGreaterThanOrEqual(now + waitMs);
        expect(at).toBeLessThanOrEqual(now + waitMs * 1.1);
      },
    ),
  );
});

test('ticks come every ten seconds, one at a time, and a fault ends nothing', async () => {
  vi.useFakeTimers({ now });
  try {
    const ticks: number[] = [];
    const faults: unknown[] = [];
    let finish: (() => void) | undefined;
    const tick = (at: number): Promise<void> => {
      ticks.push(at);
      if (ticks.length === 1) return Promise.reject(new Error('database is locked'));
      return new Promise((resolve) => (finish = resolve));
    };
    const stop = startTicking(tick, world, (fault) => faults.push(fault));
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(ticks).toEqual([now + 10_000, now + 20_000]);
    expect(faults).toEqual([new Error('database is locked')]);
    finish?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ticks).toHaveLength(3);

    finish?.();
    await stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ticks).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});

test('a clock that is set back by an hour keeps no tick from coming', async () => {
  vi.useFakeTimers({ now });
  try {
    const ticks: number[] = [];
    const stop = startTicking(
      async (at) => void ticks.push(at),
      world,
      () => {},
    );
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(12_000);
    vi.setSystemTime(Date.now() - hour);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ticks.length).toBeGreaterThan(3);
    await stop();
  } finally {
    vi.useRealTimers();
  }
});
