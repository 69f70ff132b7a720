import { fullJitterMs } from './backoff.ts';
import type { World } from './world.ts';

/** A step that is run when there is something to do: woken, or at the time it asked for. Never twice at once. */
export interface Loop {
  /** There is work. Costs nothing if a run is already to come. */
  readonly wake: () => void;
  readonly isRunning: () => boolean;
  /** Resolves when no run is under way or waiting to begin; a run planned for later does not count. */
  readonly idle: () => Promise<void>;
  /** Resolves when the run under way has ended; none begins any more. */
  readonly stop: () => Promise<void>;
}

/**
 * @param step does all that is due now; returns when (epoch ms) there will be more, undefined if only a wake can tell.
 *   If it throws, `onFault` is told and the step is tried again with back-off: what is due is in the database.
 */
export function createLoop(
  step: () => Promise<number | undefined>,
  world: Pick<World, 'now' | 'random' | 'after'>,
  onFault: (fault: unknown, retryInMs: number) => void,
): Loop {
  let running: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;
  let faults = 0;
  let cancelTimer = () => {};

  return {
    wake,
    isRunning: () => running !== undefined,
    async idle() {
      while (running !== undefined) await running;
    },
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };

  function wake(): void {
    wanted = true;
    if (stopped || running !== undefined) return;
    cancelTimer();
    running = run();
  }

  async function run(): Promise<void> {
    // A wake during the last await of a step must not be lost: its row may be younger than the step's last look.
    while (wanted && !stopped) {
      wanted = false;
      const nextAt = await attempt();
      if (nextAt !== undefined) plan(nextAt);
    }
    // In the same breath as the last look at `wanted`: a wake between the two would find nobody to run it.
    running = undefined;
  }

  async function attempt(): Promise<number | undefined> {
    try {
      const nextAt = await step();
      faults = 0;
      return nextAt;
    } catch (fault) {
      const retryInMs = 1000 + fullJitterMs(faults++, world.random, { capMs: 60_000 });
      onFault(fault, retryInMs);
      return world.now() + retryInMs;
    }
  }

  function plan(at: number): void {
    cancelTimer();
    if (stopped) return;
    cancelTimer = world.after(Math.max(0, at - world.now()), wake);
  }
}
