/** Discord as a platform: posts, edits and reads back. What people do there comes in elsewhere (`gateway.ts`). */
import { type Log, silentLog } from '../../log.ts';
import { realWorld, type World } from '../../world.ts';
import type { Crossposts } from '../../store/store.ts';
import type { Platform } from '../platform.ts';
import { createApi, timeoutMs } from './api.ts';
import { mostPerSecond } from './pace.ts';
import { createPlaces, type KnownFacts } from './places.ts';
import { createPoster } from './post.ts';
import { createPublisher } from './publish.ts';
import { createReadBack } from './read-back.ts';
import { overHttp, type Transport } from './transport.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Of Discord, or of a server that speaks like it, without the version: "https://discord.com/api". */
  readonly apiUrl?: string | undefined;
  /**
   * Whether a message that is asked for twice, even at once, is one: Discord's word. Another server may only look for the
   * nonce among what it has already, and a slow one then has both.
   */
  readonly remembersNonces?: boolean;
  readonly world?: Pick<World, 'now' | 'elapsedMs' | 'after'>;
  /** What the gateway knows of a channel, so that it need not be asked for. */
  readonly facts?: KnownFacts | undefined;
  /** Instead of HTTP to `apiUrl`. */
  readonly transport?: Transport;
  readonly log?: Log;
  /** Where what an announcement channel still has to publish outlives a restart. */
  readonly crossposts?: Crossposts | undefined;
}

export interface DiscordPlatform extends Platform {
  /** Goes on with what a process before this one had to leave. */
  readonly takeUp: () => Promise<void>;
}

export const discordApiUrl = 'https://discord.com/api';

/** One that we have given up on may still be in Discord's hands. */
const effectWithinMs = timeoutMs + 20_000;
/** Discord recognises a nonce for "the past few minutes", seen as two; the rest is margin. */
const nonceMs = 110_000;

export function discordPlatform({
  token,
  apiUrl = discordApiUrl,
  remembersNonces = true,
  world = realWorld,
  facts,
  transport = overHttp(apiUrl),
  log = silentLog,
  crossposts,
}: DiscordOptions): DiscordPlatform {
  const api = createApi({ transport, token, world });
  const places = createPlaces(api, facts);
  const publisher = createPublisher({ api, places, world, log, kept: crossposts });
  const publish = (channelId: string, messageId: string) => publisher.add({ channelId, messageId });
  const sameMarkerMs = remembersNonces ? nonceMs : 0;
  const poster = createPoster({ api, places, onPosted: publish });
  return {
    name: 'discord',
    sameMarkerMs,
    // Threads have no nonce; what we do not know might be a forum.
    sameMarkerMsIn({ externalId }) {
      const kind = places.known(externalId)?.kind;
      return kind === undefined || kind === 'forum' ? 0 : sameMarkerMs;
    },
    effectWithinMs,
    paceMs: 0,
    // All of it where nothing else is asked: the requests themselves keep the pace.
    token: { of: 'platform', perSecond: mostPerSecond },
    editDelayMs: 10 * 60_000,
    editsAtMost: 5,
    post: poster.post,
    edit: poster.edit,
    readBack: createReadBack({ api, places, now: world.now, onFound: publish }),
    takeUp: publisher.takeUp,
  };
}
