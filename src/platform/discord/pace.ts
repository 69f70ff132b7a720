/** The pace of everything that is asked by one token, whoever asks: messages, looks, publishing. */
import type { World } from '../../world.ts';
import type { HttpOutcome } from '../http-outcome.ts';

/** Of the 50 that Discord allows (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). */
export const mostPerSecond = 48;
/** Whoever would have to wait longer for its turn is told so. */
const mostWaitMs = 2000;

export interface Pace {
  /** Resolves when the next request may go out, or at once with what stands for its answer. */
  readonly enter: () => Promise<Extract<HttpOutcome, { kind: 'busy' }> | undefined>;
}

export function createPace({ elapsedMs, after }: Pick<World, 'elapsedMs' | 'after'>): Pace {
  /** When the last ones went out, or will, by `World.elapsedMs`; oldest first, as many as fit in a second. */
  const turns: number[] = [];
  return {
    async enter() {
      const [oldest = -Infinity] = turns.length < mostPerSecond ? [] : turns;
      const waitMs = Math.max(0, Math.ceil(oldest + 1000 - elapsedMs()));
      if (waitMs > mostWaitMs)
        return { kind: 'busy', retryAfterMs: waitMs, reason: 'too much is being asked' };
      turns.push(elapsedMs() + waitMs);
      if (turns.length > mostPerSecond) turns.shift();
      if (waitMs > 0) await new Promise<void>((passed) => void after(waitMs, passed));
      return undefined;
    },
  };
}
