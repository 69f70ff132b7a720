/** For how long a request of which nobody has heard any more may still take effect. */
import type { Message } from '../domain.ts';
import type { Platform } from '../platform/platform.ts';
import type { Deliveries } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';

export interface EffectWindows {
  /** Nobody knows what became of what was asked; nothing more is sent. */
  readonly lost: (messageId: string) => void;
  /** The platform has said what became of it. */
  readonly heard: (messageId: string) => void;
  /** @returns 0 or less if nothing that was asked about it can take effect any more; whole milliseconds */
  readonly leftMs: (message: Message, platform: Platform) => Promise<number>;
}

/** No platform's `effectWithinMs` is as long. */
const rememberedMs = 60 * 60_000;

/**
 * Counted from the moment from which on nothing more is sent, as a post may be several requests: when we have given up on
 * it, or whoever was sending it was found to be gone. What this process has given up on is measured by the clock that nobody
 * sets. Of what others have there is only the time of day; it is read once, and measured in the same way from then on.
 */
export function createEffectWindows(
  deliveries: Pick<Deliveries, 'transitions'>,
  { now, elapsedMs }: Pick<World, 'now' | 'elapsedMs'>,
): EffectWindows {
  /** Oldest first, by `elapsedMs`. */
  const lostAt = new Map<string, number>();
  return {
    lost: (id) => remember(id, elapsedMs()),
    heard: (id) => void lostAt.delete(id),
    async leftMs({ id, state }, { effectWithinMs }) {
      if (state === 'unknown' && !lostAt.has(id)) remember(id, elapsedMs() - (await ageMs(id)));
      return Math.ceil((lostAt.get(id) ?? -Infinity) + effectWithinMs - elapsedMs());
    },
  };

  function remember(id: string, at: number): void {
    const since = elapsedMs() - rememberedMs;
    for (const [old, then] of lostAt) {
      if (then > since) break;
      lostAt.delete(old);
    }
    lostAt.delete(id);
    lostAt.set(id, at);
  }

  /** A clock that was set back since makes it look as if it were still to come. */
  async function ageMs(id: string): Promise<number> {
    const last = (await deliveries.transitions(id)).findLast(({ from }) => from === 'sending');
    return last === undefined ? Infinity : Math.max(0, now() - last.at);
  }
}
