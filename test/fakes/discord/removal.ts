/** What goes away: a channel, the bot's place in a guild. */
import type { Channel, Guild } from './shapes.ts';
import type { State } from './state.ts';
import { wireChannel } from './wire.ts';

/** Its threads go with it. */
export function removeChannel(state: State, channel: Channel): void {
  for (const other of state.channels.values()) {
    if (other.parentId === channel.id && other.thread !== undefined) removeChannel(state, other);
  }
  // Told while it can still be seen, or nobody would hear of it.
  const data = wireChannel(state, channel);
  state.emit({ name: channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE', channel, data });
  state.channels.delete(channel.id);
  if (channel.guildId !== undefined) state.guilds.get(channel.guildId)?.channels.delete(channel.id);
}

export function removeBot(state: State, guild: Guild): void {
  guild.members.delete(state.bot.id);
  state.emit({ name: 'GUILD_DELETE', data: { id: guild.id } });
}
