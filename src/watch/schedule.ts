/** When a source is looked at again, and the clockwork that asks whether one is due. */
import type { Source } from '../domain.ts';
import type { World } from '../world.ts';
import type { Fetched } from './outcome.ts';

const minute = 60_000;
const hour = 60 * minute;
const longest = 24 * hour;
/** A server may ask for patience, but an alert that comes a day late is none. */
const longestForFreshness = hour;

/**
 * @param fetched what the look at `now` gave; a feed that came but could not be read is `broken`.
 * @param source as it was before that look: `fails` does not count it.
 * @param random a number in [0, 1): spreads feeds that were added together, so that they are not asked together for ever.
 * @returns milliseconds since the epoch, at least a minute and at most about a day from `now`.
 */
export function nextPollAfter(
  fetched: Fetched,
  source: Pick<Source, 'intervalMs' | 'fails'>,
  now: number,
  random: () => number,
): number {
  const waitMs = Math.max(minute, waitAfter(fetched, source));
  // Later, never sooner: what a server asked for is a minimum.
  return now + Math.round(waitMs * (1 + random() / 10));
}

function waitAfter(fetched: Fetched, { intervalMs, fails }: Pick<Source, 'intervalMs' | 'fails'>): number {
  const backOff = Math.min(longest, intervalMs * 2 ** Math.min(fails, 20));
  switch (fetched.kind) {
    case 'fresh':
      return Math.max(intervalMs, Math.min(fetched.maxAgeMs ?? 0, longestForFreshness));
    case 'unchanged':
      return intervalMs;
    case 'busy':
      return Math.min(longest, Math.max(backOff, fetched.retryAfterMs));
    case 'broken':
      // When our own line is back, feeds must not be left alone for as long again as it was down.
      return fetched.noAnswer ? Math.max(intervalMs, Math.min(backOff, longestForFreshness)) : backOff;
    case 'gone':
      return longest;
  }
}

/** The clockwork ticks by the wall clock: one that was set back by an hour would keep it silent for as long. */
const silentMs = 15_000;

/**
 * Calls `tick` every ten seconds, and not while an earlier call is still at work: what is due is a column, so a tick that
 * was left out is made up for by the next. Never keeps the process alive.
 * @returns what ends the ticking; it resolves when a tick under way has ended.
 */
export function startTicking(
  tick: (now: number) => Promise<void>,
  world: Pick<World, 'now' | 'after'>,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let cancel = world.after(silentMs, tickOnce);
  function tickOnce(): void {
    cancel();
    cancel = world.after(silentMs, tickOnce);
    underWay ??= tick(world.now())
      .catch(onFault)
      .finally(() => {
        underWay = undefined;
      });
  }
  const starting = import('node-cron').then(({ schedule }) =>
    schedule('*/10 * * * * *', tickOnce, { unref: true, suppressMissedWarning: true }),
  );
  return async () => {
    await (await starting).destroy();
    cancel();
    await underWay;
  };
}
