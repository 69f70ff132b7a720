/** What this Discord knows: one application with its bot, guilds, channels, people, messages. */
import { usualLimits, type Limits } from './limits.ts';
import type { Command } from './command-rules.ts';
import type { Interaction } from './interaction.ts';
import type { Channel, ChannelKind, Event, Guild, Id, Message, User } from './shapes.ts';
import { openWindows, type Windows } from './window.ts';

export interface Options {
  /** Milliseconds since the epoch; must not go back. */
  readonly now?: () => number;
  /** Runs a task once, later; returns what cancels it. */
  readonly after?: (delayMs: number, task: () => void) => () => void;
  readonly limits?: Partial<Limits>;
  /** Privileged intents that were switched on for the application; none by default. */
  readonly privilegedIntents?: readonly ('GUILD_MEMBERS' | 'GUILD_PRESENCES' | 'MESSAGE_CONTENT')[];
  /** Whether bodies are compared with Discord's OpenAPI description, where that is at hand; true by default. */
  readonly checkSchema?: boolean;
}

export interface State {
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  readonly limits: Limits;
  readonly windows: Windows;
  readonly privilegedIntents: ReadonlySet<string>;
  /** READY names no guild, and each comes afterwards: of other servers that speak Discord's protocol. */
  guildsComeLater: boolean;
  /** Other servers may say the HTTP status where Discord has a code of its own. */
  errorsHaveCodes: boolean;
  /** Other servers may have no list of a guild's open threads, but the search that Discord's own clients use. */
  threadsAreListed: boolean;
  /**
   * Other servers leave out of events what Discord always says: that a guild is not unavailable, what language a person's
   * client has and what the person may do there; and they say `null` where a message has nothing.
   */
  eventsAreBare: boolean;
  /** Each interaction is told of so often. */
  interactionsCome: number;
  /** What an interaction says of where it comes from; other servers may not know the newer `channel`. */
  interactionsName: 'channel and id' | 'id' | 'nothing';
  readonly bot: User;
  /** The application has the id of its bot, as with every application made since 2016. */
  readonly applicationId: Id;
  /** The only token that is good; revoking it puts another in its place. */
  token: string;
  /** "ws://127.0.0.1:port"; empty without a server. */
  gatewayUrl: string;
  readonly users: Map<Id, User>;
  readonly guilds: Map<Id, Guild>;
  /** All channels that exist: those of guilds, threads, direct ones. */
  readonly channels: Map<Id, Channel>;
  /** By where they hold: a guild's id, or "everywhere". */
  readonly commands: Map<string, readonly Command[]>;
  /** By their token. */
  readonly interactions: Map<string, Interaction>;
  readonly nextId: () => Id;
  readonly emit: (event: Event) => void;
  readonly listen: (listener: (event: Event) => void) => void;
}

/** The first millisecond of a snowflake ("Snowflakes", Discord's API reference). */
const epoch = 1_420_070_400_000;

export function openState(options: Options): State {
  const now = options.now ?? Date.now;
  const nextId = openIds(now);
  const bot: User = {
    id: nextId(),
    name: 'Bellwire',
    bot: true,
    locale: 'en-US',
    takesDirectMessages: false,
  };
  const listeners: ((event: Event) => void)[] = [];
  return {
    now,
    after: options.after ?? realAfter,
    limits: { ...usualLimits, ...options.limits },
    windows: openWindows(),
    privilegedIntents: new Set(options.privilegedIntents),
    guildsComeLater: false,
    errorsHaveCodes: true,
    threadsAreListed: true,
    eventsAreBare: false,
    interactionsCome: 1,
    interactionsName: 'channel and id',
    bot,
    applicationId: bot.id,
    token: tokenOf(bot.id, 1),
    gatewayUrl: '',
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    nextId,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen: (listener) => void listeners.push(listener),
  };
}

/** In the form of a real one, which libraries look at: the bot's id, a stamp, a secret. */
export function tokenOf(botId: Id, generation: number): string {
  return `${Buffer.from(botId).toString('base64url')}.fake${generation}.not-a-secret-of-anybody-${generation}`;
}

function realAfter(delayMs: number, task: () => void): () => void {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
}

/** Ids ascend with time; the 22 bits below the millisecond count up. */
function openIds(now: () => number): () => Id {
  let last = 0n;
  let lastMs = 0;
  return () => {
    const ms = Math.floor(now());
    last = ms > lastMs ? BigInt(ms - epoch) << 22n : last + 1n;
    lastMs = Math.max(lastMs, ms);
    return String(last);
  };
}

export function idAt(ms: number): Id {
  return String(BigInt(Math.floor(ms) - epoch) << 22n);
}

export function addChannel(
  state: State,
  kind: ChannelKind,
  name: string,
  more: Partial<
    Pick<Channel, 'id' | 'guildId' | 'parentId' | 'tags' | 'tagRequired' | 'thread' | 'recipient'>
  > = {},
): Channel {
  const channel: Channel = {
    kind,
    name,
    overwrites: new Map(),
    tags: [],
    tagRequired: false,
    guildId: undefined,
    parentId: undefined,
    thread: undefined,
    recipient: undefined,
    messages: [],
    messagesById: new Map(),
    ...more,
    id: more.id ?? state.nextId(),
  };
  state.channels.set(channel.id, channel);
  if (channel.guildId !== undefined) state.guilds.get(channel.guildId)?.channels.set(channel.id, channel);
  return channel;
}

export function guildOf(state: State, channel: Channel): Guild | undefined {
  return channel.guildId === undefined ? undefined : state.guilds.get(channel.guildId);
}

/** The direct channel with somebody; there is one at most. */
export function directChannel(state: State, user: User): Channel {
  for (const channel of state.channels.values()) if (channel.recipient === user) return channel;
  return addChannel(state, 'direct', user.name, { recipient: user });
}

/** The message if it is there to be seen. */
export function liveMessage(channel: Channel, id: Id): Message | undefined {
  const message = channel.messagesById.get(id);
  return message?.deletedAt === undefined ? message : undefined;
}
