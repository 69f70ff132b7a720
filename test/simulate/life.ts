/**
 * A bot's life between its start and its being killed. Killed means: nothing it waits for comes any more, nothing it
 * asks for is done, its timers do not fire. What it wrote and sent stays.
 */
import type { World } from '../../src/world.ts';

export interface Life {
  /** The world as this bot sees it, until it dies. */
  readonly world: World;
  /** Every await of the bot passes here: it goes on, or it never does, because the bot is dead or dies at this place. */
  readonly survive: (place: string) => Promise<void>;
  readonly isAlive: () => boolean;
}

export interface Doom {
  /** Is this the place where it dies? */
  readonly strikes: () => boolean;
  readonly onDeath: (place: string) => void;
}

export function liveIn(outer: World, doom: Doom): Life {
  let alive = true;
  const meet = (place: string): void => {
    if (!alive || !doom.strikes()) return;
    alive = false;
    doom.onDeath(place);
  };
  return {
    isAlive: () => alive,
    survive(place) {
      meet(place);
      return alive ? Promise.resolve() : new Promise(() => {});
    },
    world: {
      now: outer.now,
      elapsedMs: outer.elapsedMs,
      random: outer.random,
      after: (delayMs, task) => (alive ? outer.after(delayMs, () => alive && task()) : () => {}),
      // What follows a point up to the next await still runs; it can reach nobody.
      reach: meet,
    },
  };
}
