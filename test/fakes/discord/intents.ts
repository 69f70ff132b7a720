/** Which session hears of which event. Bits and events: "List of Intents" of Discord's "Gateway". */
import { record } from './form.ts';
import { channelPermissions } from './permissions.ts';
import type { Event, Json } from './shapes.ts';
import { guildOf, type State } from './state.ts';

export const intents = {
  GUILDS: 1 << 0,
  GUILD_MEMBERS: 1 << 1,
  GUILD_PRESENCES: 1 << 8,
  GUILD_MESSAGES: 1 << 9,
  DIRECT_MESSAGES: 1 << 12,
  MESSAGE_CONTENT: 1 << 15,
} as const;

const privileged = ['GUILD_MEMBERS', 'GUILD_PRESENCES', 'MESSAGE_CONTENT'] as const;
/** Bits that Discord knows today. */
const known = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

/** The code a session with these intents is closed with, if it is. */
export function intentsRefused(state: State, wanted: unknown): 4013 | 4014 | undefined {
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0) return 4013;
  if ((wanted & ~known) !== 0) return 4013;
  const refused = privileged.some(
    (name) => (wanted & intents[name]) !== 0 && !state.privilegedIntents.has(name),
  );
  return refused ? 4014 : undefined;
}

export function hears(state: State, wanted: number, event: Event): boolean {
  const { channel, name } = event;
  // Bots are told of all channels, but only of what is said in those they can see.
  if (channel !== undefined && /^(?:MESSAGE|THREAD)/.test(name)) {
    if (channelPermissions(guildOf(state, channel), channel, state.bot.id, state.now()) === 0n) return false;
  }
  // A bot hears of changes of itself whatever its intents.
  if (name === 'GUILD_MEMBER_UPDATE' && record(event.data['user'])['id'] === state.bot.id) return true;
  const needed = intentFor(event);
  return needed === 0 || (wanted & needed) !== 0;
}

function intentFor({ name, channel }: Event): number {
  if (name.startsWith('INTERACTION')) return 0;
  if (name.startsWith('MESSAGE')) {
    return channel?.recipient === undefined ? intents.GUILD_MESSAGES : intents.DIRECT_MESSAGES;
  }
  if (name.startsWith('GUILD_MEMBER')) return intents.GUILD_MEMBERS;
  return intents.GUILDS;
}

/**
 * What people write is told only with MESSAGE_CONTENT, except in direct messages, where the bot is mentioned, and in what
 * it wrote itself.
 */
export function toldTo(state: State, wanted: number, event: Event): Json {
  const { data, message, channel } = event;
  if (message === undefined || (wanted & intents.MESSAGE_CONTENT) !== 0) return data;
  const told =
    message.author === state.bot ||
    channel?.recipient !== undefined ||
    message.pings.users.includes(state.bot.id);
  return told ? data : { ...data, content: '', embeds: [], components: [], attachments: [] };
}
