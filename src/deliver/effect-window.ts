/** For how long a request of which nobody has heard any more may still take effect. */
import type { Message } from '../domain.ts';
import type { Platform } from '../platform/platform.ts';
import type { Deliveries } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';

export interface EffectWindows {
  /** The platform is about to be asked for it. */
  readonly asked: (messageId: string) => void;
  /** It has said what became of that. */
  readonly heard: (messageId: string) => void;
  /** @returns 0 or less if nothing that was asked about it can take effect any more; whole milliseconds */
  readonly leftMs: (message: Message, platform: Platform) => Promise<number>;
}

/** No platform's `effectWithinMs` is as long. */
const rememberedMs = 60 * 60_000;

/**
 * What this process has asked for is measured by the clock that nobody sets. Of what others were asking there is only the
 * time of day; it is read once, and measured in the same way from then on.
 */
export function createEffectWindows(
  deliveries: Pick<Deliveries, 'transitions'>,
  { now, elapsedMs }: Pick<World, 'now' | 'elapsedMs'>,
): EffectWindows {
  /** Oldest first, by `elapsedMs`. */
  const askedAt = new Map<string, number>();
  return {
    asked: (id) => remember(id, elapsedMs()),
    heard: (id) => void askedAt.delete(id),
    async leftMs({ id, state }, { effectWithinMs }) {
      if (state === 'unknown' && !askedAt.has(id)) remember(id, elapsedMs() - (await ageMs(id)));
      return Math.ceil((askedAt.get(id) ?? -Infinity) + effectWithinMs - elapsedMs());
    },
  };

  function remember(id: string, at: number): void {
    const since = elapsedMs() - rememberedMs;
    for (const [old, then] of askedAt) {
      if (then > since) break;
      askedAt.delete(old);
    }
    askedAt.delete(id);
    askedAt.set(id, at);
  }

  /** A clock that was set back since makes it look as if it were still to come. */
  async function ageMs(id: string): Promise<number> {
    const last = (await deliveries.transitions(id)).findLast(({ to }) => to === 'sending');
    return last === undefined ? Infinity : Math.max(0, now() - last.at);
  }
}
