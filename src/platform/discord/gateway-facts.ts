/** What the gateway has told us of a channel, so that whoever posts there need not ask. */
import { type Channel as DiscordChannel, ChannelFlags, ChannelType } from 'discord.js';
import type { ChannelFacts } from './places.ts';

export function factsIn(channel: DiscordChannel): ChannelFacts {
  if (channel.isDMBased()) return { kind: 'text' };
  const { guildId, type } = channel;
  if (type === ChannelType.GuildAnnouncement) return { kind: 'announcement', guildId };
  if (!channel.isThreadOnly()) return { kind: 'text', guildId };
  const tagRequired = channel.flags.has(ChannelFlags.RequireTag);
  return { kind: 'forum', guildId, tags: channel.availableTags, tagRequired };
}
