/** What a route is given, and how it finds what its path names. */
import { record } from './form.ts';
import { channelPermissions, has } from './permissions.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Guild, Json, Message } from './shapes.ts';
import { guildOf, liveMessage, type State } from './state.ts';

export interface Call {
  readonly state: State;
  /** What stood where the route has a name: "channel" → its id. */
  readonly params: Readonly<Record<string, string>>;
  /** Read when asked for. */
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** What a route answers with where all went well; 200 unless it says otherwise. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** "/channels/{channel}/messages" */
  readonly path: string;
  /** Whether the bot's token is needed; interaction endpoints carry their own. */
  readonly needsBot: boolean;
  readonly run: (call: Call) => Reply;
  /** The same operation in Discord's OpenAPI description, where its body is to be checked. */
  readonly schemaPath?: string;
}

export interface Place {
  readonly channel: Channel;
  readonly guild: Guild | undefined;
  /** Of the bot, there. */
  readonly bits: bigint;
}

/** @throws Refusal 10003 where there is no such channel, 50001 where the bot cannot see it. */
export function placeOf({ state, params }: Call): Place {
  const channel = state.channels.get(params['channel'] ?? '');
  if (channel === undefined) throw new Refusal(10003);
  const guild = guildOf(state, channel);
  const bits = channelPermissions(guild, channel, state.bot.id, state.now());
  if (!has(bits, 'VIEW_CHANNEL')) throw new Refusal(50001);
  return { channel, guild, bits };
}

/** @throws Refusal 10008; somebody's private message is one too, except over its interaction. */
export function messageOf({ params }: Call, channel: Channel): Message {
  const message = liveMessage(channel, params['message'] ?? '');
  if (message === undefined || message.privateTo !== undefined) throw new Refusal(10008);
  return message;
}

/** @throws Refusal 10004 where there is no such guild, 50001 where the bot is no member. */
export function guildIn({ state, params }: Call): Guild {
  const guild = state.guilds.get(params['guild'] ?? '');
  if (guild === undefined) throw new Refusal(10004);
  if (!guild.members.has(state.bot.id)) throw new Refusal(50001);
  return guild;
}

export function bodyIn({ body }: Call): Json {
  return record(body);
}
