/**
 * How often we say who we are. Discord takes back the token of a bot that identifies 1,000 times a day
 * (https://discord.com/developers/docs/events/gateway#session-start-limit), and discord.js alone would: half a second
 * after a connection breaks it makes the next one. Whoever can resume need not identify; this is for the others.
 */
import type { World } from '../../world.ts';

/** What discord.js asks before each identify. */
export interface IdentifyPace {
  /** Rejects when `signal` aborts: the connection is gone, and the next one asks for itself. */
  readonly waitForIdentify: (shardId: number, signal: AbortSignal) => Promise<void>;
}

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** Never more than this in any 24 hours, for each shard. */
export const mostIdentifiesADay = 50;

/**
 * From so many in the last 24 hours on, the next one waits so long after the last: a restart or two cost nothing, a
 * connection that breaks all day comes back twice an hour. 5 + 5 + 10 + (24 h − 2 h) / 45 min = 49.
 */
const gaps: ReadonlyArray<readonly [from: number, gapMs: number]> = [
  [20, 45 * minute],
  [10, 10 * minute],
  [5, minute],
  [0, 5000],
];
/** Of all shards together, with Discord's usual `max_concurrency` of 1. */
const betweenAnyMs = 5000;
/** Others that were cut off in the same moment do not come back in the same moment. */
const jitter = 0.1;

export function createIdentifyPace(
  { elapsedMs, after, random }: Pick<World, 'elapsedMs' | 'after' | 'random'>,
  onWait: (shardId: number, waitMs: number) => void = () => {},
): IdentifyPace {
  /** Of the last 24 hours, oldest first. */
  const made = new Map<number, number[]>();
  let lastOfAny = -Infinity;

  return {
    async waitForIdentify(shardId, signal) {
      const own = (made.get(shardId) ?? []).filter((at) => elapsedMs() - at < day);
      made.set(shardId, own);
      const earliest = earliestAfter(own, random);
      const waitMs = (): number => Math.max(earliest, lastOfAny + betweenAnyMs) - elapsedMs();
      if (waitMs() > betweenAnyMs) onWait(shardId, waitMs());
      // All shards wait side by side; whoever wakes first goes first.
      while (waitMs() > 0) await rest(waitMs(), signal);
      lastOfAny = elapsedMs();
      own.push(elapsedMs());
    },
  };

  function rest(ms: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const cancel = after(ms, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      reject(new Error('the connection was closed while it waited to identify'));
    });
    return promise;
  }
}

function earliestAfter(made: readonly number[], random: () => number): number {
  const last = made.at(-1);
  if (last === undefined) return -Infinity;
  const gapMs = gaps.find(([from]) => made.length >= from)?.[1] ?? 0;
  const oldest = made.length >= mostIdentifiesADay ? (made[0] ?? 0) + day : -Infinity;
  return Math.max(last + gapMs * (1 + jitter * random()), oldest);
}
