/** A world whose time stands still until a test moves it, and whose chance comes from a seed. */
import { setImmediate as turn } from 'node:timers/promises';
import type { CrashPoint, World } from '../../src/world.ts';

export interface ManualWorld extends World {
  /**
   * Moves time on by `ms`, firing what was asked for with `after` in the order of its time. After each task the event
   * loop turns, so that what the task began has gone as far as it can without real time.
   */
  readonly advance: (ms: number) => Promise<void>;
  /** Somebody sets the clock, forward or back; what was asked for with `after` comes when it would have come. */
  readonly setClock: (byMs: number) => void;
  /** Lets the event loop turn a few times, without moving time. */
  readonly settle: () => Promise<void>;
  /** How many tasks wait for their time. */
  readonly waiting: () => number;
  /** Every crash point that was reached, in order. */
  readonly reached: readonly CrashPoint[];
}

/** Monday, 5 January 2026, 09:00 UTC. */
export const mondayMorning = Date.UTC(2026, 0, 5, 9);

export function manualWorld(start: number = mondayMorning, seed: number = 1): ManualWorld {
  let time = start;
  let setBy = 0;
  let asked = 0;
  const tasks = new Map<number, { readonly at: number; readonly task: () => void }>();
  const reached: CrashPoint[] = [];
  // Equal times keep the order in which they were asked for, as Node's timers do.
  const nextUntil = (end: number): number | undefined =>
    [...tasks].filter(([, { at }]) => at <= end).toSorted(([a, x], [b, y]) => x.at - y.at || a - b)[0]?.[0];

  return {
    now: () => time + setBy,
    elapsedMs: () => time - start,
    random: seededRandom(seed),
    after(delayMs, task) {
      const id = (asked += 1);
      // The clock stands at whole milliseconds, as the real one does.
      tasks.set(id, { at: time + Math.max(0, Math.ceil(delayMs)), task });
      return () => void tasks.delete(id);
    },
    reach: (point) => void reached.push(point),
    reached,
    waiting: () => tasks.size,
    settle,
    setClock: (byMs) => void (setBy += byMs),
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (let id = nextUntil(end); id !== undefined; id = nextUntil(end)) {
        const { at, task } = tasks.get(id)!;
        tasks.delete(id);
        time = at;
        task();
        await settle();
      }
      time = end;
    },
  };
}

/** Lets promises and what Node has ready run. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}

/** Mulberry32: 32 bits of state, even enough for tests. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
