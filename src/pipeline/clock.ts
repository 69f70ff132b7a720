/** The wall clock may be set back while we run; what was planned by it is turned back as far. */
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

export interface Clock {
  /** The world's, remembering how far ahead it has been. */
  readonly now: () => number;
  /** If it was set back since the last call, turns back what is planned in the store. @returns whether it was */
  readonly heed: () => Promise<boolean>;
}

/** Less costs no more than a wake that was lost; and clocks that are kept right go back a little now and then. */
const leastMs = 10_000;

export function createClock(
  world: Pick<World, 'now' | 'elapsedMs'>,
  { turnBack }: Pick<Store, 'turnBack'>,
  log: Log,
): Clock {
  // By how much the clock is ahead of one that nobody sets. Every time that is read counts: a clock that was wrong for a
  // second was asked by somebody in that second, or has done no harm.
  let furthestMs = -Infinity;
  return { now, heed };

  function now(): number {
    const at = world.now();
    furthestMs = Math.max(furthestMs, at - world.elapsedMs());
    return at;
  }

  async function heed(): Promise<boolean> {
    const at = now();
    const aheadMs = at - world.elapsedMs();
    const setBackMs = Math.round(furthestMs - aheadMs);
    if (setBackMs < leastMs) return false;
    furthestMs = aheadMs;
    try {
      const rows = await turnBack(at, setBackMs);
      log.warn({ setBackMs, rows }, 'the clock was set back: what was planned is due as much earlier');
      return true;
    } catch (fault) {
      furthestMs = Math.max(furthestMs, aheadMs + setBackMs);
      throw fault;
    }
  }
}
