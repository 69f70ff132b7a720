/** The pace of everything that goes out by one token: the bot's own on a platform, or one for each workspace. */
import type { Channel, PlatformName } from '../domain.ts';
import type { Platform } from '../platform/platform.ts';
import type { World } from '../world.ts';

export interface TokenGate {
  /**
   * Waits until the next request by this channel's token may go out, if that is soon.
   * @returns 0 when it may; otherwise after how many milliseconds to ask again
   */
  readonly enter: (channel: Channel, platform: Platform) => Promise<number>;
  /** The platform wants to hear nothing by this token for so long. */
  readonly rest: (channel: Channel, platform: Platform, ms: number) => void;
  /** Whom there is no use in leasing a channel of, now. */
  readonly resting: () => {
    readonly platforms: ReadonlySet<PlatformName>;
    readonly workspaces: readonly number[];
    /** For how long yet, until the first of them may go on; `Infinity` = none rests. */
    readonly forMs: number;
  };
}

interface Token {
  readonly of: { readonly platform: PlatformName; readonly workspaceId?: number };
  /** When the next request may go out. This and `restsUntil` by `World.elapsedMs`. */
  freeAt: number;
  restsUntil: number;
}

/** Whoever would have to wait longer gives its channel back meanwhile: a lease does not last for ever. */
const mostWaitMs = 2000;

export function createTokenGate({ elapsedMs, after }: Pick<World, 'elapsedMs' | 'after'>): TokenGate {
  const tokens = new Map<string, Token>();
  return {
    async enter(channel, platform) {
      const token = tokenOf(channel, platform);
      const { perSecond = Infinity, burst = 1 } = platform.token ?? {};
      const eachMs = 1000 / perSecond;
      // Turns that nobody took while the token rested may be taken later, as many as fit in a burst.
      const free = Math.max(token.freeAt, elapsedMs() - (burst - 1) * eachMs);
      const at = Math.max(elapsedMs(), free, token.restsUntil);
      // Clocks and timers know whole milliseconds; the pace itself is not rounded.
      const waitMs = Math.ceil(at - elapsedMs());
      if (waitMs > mostWaitMs) return waitMs;
      token.freeAt = (at > elapsedMs() ? at : free) + eachMs;
      if (waitMs > 0) await new Promise<void>((passed) => void after(waitMs, passed));
      // Somebody else may have been told to rest meanwhile.
      return Math.max(0, Math.ceil(token.restsUntil - elapsedMs()));
    },
    rest(channel, platform, ms) {
      const token = tokenOf(channel, platform);
      token.restsUntil = Math.max(token.restsUntil, elapsedMs() + ms);
    },
    resting() {
      const all = [...tokens.values()].filter(({ restsUntil }) => restsUntil > elapsedMs());
      return {
        platforms: new Set(all.flatMap(({ of }) => (of.workspaceId === undefined ? of.platform : []))),
        workspaces: all.flatMap(({ of }) => of.workspaceId ?? []),
        forMs: Math.ceil(Math.min(...all.map(({ restsUntil }) => restsUntil - elapsedMs()))),
      };
    },
  };

  function tokenOf({ workspaceId }: Channel, { name, token }: Platform): Token {
    const of = token?.of === 'workspace' ? { platform: name, workspaceId } : { platform: name };
    return tokens.getOrInsertComputed(`${name} ${of.workspaceId ?? ''}`, () => ({
      of,
      freeAt: -Infinity,
      restsUntil: -Infinity,
    }));
  }
}
