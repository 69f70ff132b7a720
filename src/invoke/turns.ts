import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long enough to be worth a turn, short enough that nobody notices who else is being served. */
const turnMs = 20;

/**
 * For work in small steps on the main loop: called after each step, it lets everything else go first once 20 ms have
 * passed since it last did. One step is never interrupted.
 * @param now milliseconds of any clock; one that is set back ends the turn
 */
export function createTurns(now: () => number): () => Promise<void> {
  let since = now();
  return async () => {
    const spent = now() - since;
    if (spent >= 0 && spent < turnMs) return;
    await nextTurn();
    since = now();
  };
}
