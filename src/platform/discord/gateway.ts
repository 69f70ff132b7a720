/**
 * The connection to Discord: one client of discord.js after the other. A client looks after itself (heartbeats, resuming)
 * until something ends it for good: its token, more servers than one shard may have. Then the next one begins, later each
 * time.
 */
import {
  Client,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
  type Interaction,
  type WebSocketOptions,
} from 'discord.js';
import { fullJitterMs } from '../../backoff.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { World } from '../../world.ts';
import { unauthorized } from './api.ts';
import { closedWith, createConnections } from './connections.ts';
import { guardDispatches } from './dispatches.ts';
import { inviteLink, isDiscord } from './invite.ts';
import { createIdentifyPace, type IdentifyPace } from './identify-pace.ts';
import { nameTheGateway } from './user-agent.ts';

export interface Gateway {
  /** Begins to connect; waits for nothing. */
  readonly start: () => void;
  /** Resolves within two seconds, whether Discord says goodbye or not. */
  readonly stop: () => Promise<void>;
  readonly link: () => Link;
  /** The client that is connected now, or was last. */
  readonly client: () => Client | undefined;
}

export type Link =
  | { readonly kind: 'connecting'; readonly since: number; readonly reason?: string | undefined }
  | { readonly kind: 'connected'; readonly since: number }
  /** It was there, and discord.js tries to get it back. */
  | { readonly kind: 'lost'; readonly since: number }
  /** Discord does not accept the token; it is tried again now and then. */
  | { readonly kind: 'refused'; readonly since: number };

export interface GatewayParts {
  readonly token: string;
  /** "https://discord.com/api" */
  readonly apiUrl: string;
  readonly world: Pick<World, 'now' | 'elapsedMs' | 'after' | 'random'>;
  readonly log: Log;
  /** A new client, before it connects: whoever wants to hear something listens now. */
  readonly onClient: (client: Client) => void;
  readonly onInteraction: (interaction: Interaction) => void;
  /** Discord does not accept our token any more, and it was asked twice or has said so in so many words. */
  readonly onRefused: () => void;
  /** Tests only. */
  readonly pace?: IdentifyPace | undefined;
}

/** How a client ended. */
interface End {
  readonly kind: 'refused' | 'failed';
  readonly reason: string;
  /** It was said by the gateway, not by whatever stands before Discord's REST API. */
  readonly certain: boolean;
}

/** What servers that speak like Discord may leave out of it. */
interface RawInteraction {
  readonly channel_id?: string;
  channel?: { readonly id: string };
  locale?: string;
  readonly guild_locale?: string | null;
  /** Of the button. */
  message?: object;
}

const goodbyeMs = 2000;
const restAfterRefusal = { baseMs: 2 * 60_000, capMs: 60 * 60_000 };

export function createGateway(parts: GatewayParts): Gateway {
  const { world, log } = parts;
  const pace =
    parts.pace ??
    createIdentifyPace(world, (shard, waitMs) =>
      log.warn({ shard, waitMs }, 'Discord: the connection breaks too often; the next one waits'),
    );
  let link: Link = { kind: 'connecting', since: world.now() };
  let current: Client | undefined;
  let stopping = false;
  const stopped = Promise.withResolvers<void>();
  let living: Promise<void> = Promise.resolve();

  return {
    start() {
      const endNaming = nameTheGateway();
      living = live().finally(endNaming);
    },
    async stop() {
      stopping = true;
      stopped.resolve();
      await living;
    },
    link: () => link,
    client: () => current,
  };

  async function live(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      const end = await liveOnce(() => (failures = 0));
      if (end === undefined) return;
      failures += 1;
      told(end, failures);
      const waitMs =
        end.kind === 'refused'
          ? fullJitterMs(failures, world.random, restAfterRefusal) + restAfterRefusal.baseMs
          : fullJitterMs(failures, world.random);
      await rest(waitMs);
    }
  }

  function told({ kind, reason, certain }: End, failures: number): void {
    if (kind === 'failed') {
      if (link.kind !== 'connecting') link = { kind: 'connecting', since: world.now(), reason };
      return log.warn({ reason }, 'Discord cannot be reached; it is tried again');
    }
    if (link.kind !== 'refused') link = { kind: 'refused', since: world.now() };
    log.error(
      { reason },
      'Discord does not accept the token in DISCORD_TOKEN; make a new one on the page "Bot" of the application, set it, start again',
    );
    if (certain || failures > 1) parts.onRefused();
  }

  /** @returns undefined when we are to stop */
  async function liveOnce(onReady: () => void): Promise<End | undefined> {
    const connections = createConnections(world, (waiting) => {
      // A night of them is not a page of the log.
      const level = Number.isInteger(Math.log2(waiting.times)) ? 'warn' : 'debug';
      log[level](waiting, 'Discord: the connection breaks again and again; the next one waits');
    });
    const client = openClient(parts, {
      buildIdentifyThrottler: async () => pace,
      buildStrategy(manager) {
        guardDispatches(manager, (event, error) =>
          log.warn({ event, reason: reasonOf(error) }, 'Discord: an event is not understood'),
        );
        return connections.buildStrategy(manager);
      },
    });
    current = client;
    const over = Promise.withResolvers<End>();
    follow(client, onReady, over.resolve);
    parts.onClient(client);
    client.ws.on(GatewayDispatchEvents.InteractionCreate, complete);
    // Until it is said that a server is there discord.js takes it for unavailable.
    client.ws.on(
      GatewayDispatchEvents.GuildCreate,
      (raw: { unavailable?: boolean }) => void (raw.unavailable ??= false),
    );
    client.on('interactionCreate', parts.onInteraction);
    logIn(client, parts.token).catch((error: unknown) => over.resolve(endOf(error)));
    const end = await Promise.race([over.promise, stopped.promise]);
    connections.end();
    await Promise.race([client.destroy(), rest(goodbyeMs, false)]);
    return end ?? undefined;
  }

  function follow(client: Client, onReady: () => void, end: (end: End) => void): void {
    const lost = new Set<number>();
    const back = (shard: number): void => {
      lost.delete(shard);
      if (lost.size === 0 && link.kind !== 'connected') connected();
    };
    const connected = (): void => {
      onReady();
      link = { kind: 'connected', since: world.now() };
      const application = client.application?.id ?? '';
      // How somebody adds a bot elsewhere, only they know there.
      const toAdd = isDiscord(parts.apiUrl) ? { invite: inviteLink(application) } : { application };
      log.info({ servers: client.guilds.cache.size, ...toAdd }, 'Discord: connected');
    };
    client.once('clientReady', connected);
    client.on('shardResume', back);
    client.on('shardReady', (shard) => client.isReady() && back(shard));
    client.on('shardReconnecting', (shard) => {
      if (stopping) return;
      lost.add(shard);
      if (link.kind !== 'connected') return;
      link = { kind: 'lost', since: world.now() };
      log.info({ shard }, 'Discord: the connection is lost; discord.js connects again');
    });
    client.on('shardDisconnect', ({ code }) => end(endWith(code)));
    client.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'Discord: the client complains'));
    client.on('shardError', (error) =>
      log.debug({ reason: reasonOf(error) }, 'Discord: the connection failed'),
    );
    client.on('warn', (message) => log.warn({ message }, 'Discord: the client warns'));
  }

  /** @param wakes whether being asked to stop ends it */
  function rest(ms: number, wakes = true): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = world.after(ms, resolve);
    if (!wakes) return promise;
    return Promise.race([promise, stopped.promise]).finally(cancel);
  }
}

/** Before discord.js reads it, which knows only the newer of Discord's two words for where somebody asks. */
function complete(raw: RawInteraction): void {
  if (raw.channel_id !== undefined) raw.channel ??= { id: raw.channel_id };
  raw.locale ??= raw.guild_locale ?? 'en-US';
  // It takes what is there for something, null as well.
  if (raw.message)
    raw.message = Object.fromEntries(Object.entries(raw.message).filter(([, value]) => value !== null));
}

/** With the least that slash commands and buttons need: no privileged intent, and no memory of messages or people. */
function openClient({ apiUrl }: GatewayParts, ws: WebSocketOptions): Client {
  const nobodyButUs = (one: { id: string; client: Client }) => one.id === one.client.user?.id;
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    // As many as Discord recommends: one up to some thousand servers.
    shards: 'auto',
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: nobodyButUs },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: nobodyButUs },
      VoiceStateManager: 0,
    }),
    allowedMentions: { parse: [] },
    // Answers to people must come within 3 s; what is asked later can be asked again.
    rest: { api: apiUrl.replace(/\/+$/, ''), retries: 1, timeout: 10_000 },
    ws,
  });
}

/** Discord's gateway says that a token is void; others close without a word, and only their REST API says it. */
async function logIn(client: Client, token: string): Promise<void> {
  client.rest.setToken(token);
  await client.rest.get(Routes.user());
  await client.login(token);
}

const authenticationFailed: number = GatewayCloseCodes.AuthenticationFailed;

function endWith(code: number): End {
  const refused = code === authenticationFailed;
  return { kind: refused ? 'refused' : 'failed', reason: closedWith(code), certain: refused };
}

/** What `login` throws: nobody could be asked, or the answer was no. */
function endOf(error: unknown): End {
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  const byGateway = reasonOf(error) === 'Authentication failed';
  const refused = code === 'TokenInvalid' || status === 401 || code === unauthorized || byGateway;
  return { kind: refused ? 'refused' : 'failed', reason: reasonOf(error), certain: byGateway };
}
