/** Whether we can post in a channel, as far as Discord has told us, and if not, why. */
import { type Channel as DiscordChannel, ChannelFlags, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { DiscordTexts } from '../../messages/discord-texts.ts';

export type Hindrance =
  | {
      readonly kind:
        | 'deleted'
        | 'hidden'
        | 'noPlaceForMessages'
        | 'tagsForModerators'
        | 'kicked'
        | 'tokenRefused';
    }
  | { readonly kind: 'lacks'; readonly permissions: ReadonlyArray<keyof DiscordTexts['permissions']> };

/** @returns undefined if nothing is in the way */
export function hindranceIn(channel: DiscordChannel): Hindrance | undefined {
  if (channel.isDMBased()) return undefined;
  if (channel.type === ChannelType.GuildCategory || channel.type === ChannelType.GuildStageVoice) {
    return { kind: 'noPlaceForMessages' };
  }
  const { me } = channel.guild.members;
  // Discord tells us of ourselves with each server; until then nothing is known.
  if (me === null) return undefined;
  const own = channel.permissionsFor(me);
  if (!own.has(PermissionFlagsBits.ViewChannel)) return { kind: 'hidden' };
  const needed: Array<keyof DiscordTexts['permissions']> = [
    channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages',
  ];
  if (channel.isThread() && channel.locked === true) needed.push('ManageThreads');
  const missing = needed.filter((name) => !own.has(PermissionFlagsBits[name]));
  if (missing.length > 0) return { kind: 'lacks', permissions: missing };
  const mayTag = own.has(PermissionFlagsBits.ManageThreads);
  return !mayTag && wantsTagOfModerators(channel) ? { kind: 'tagsForModerators' } : undefined;
}

/** A forum that takes no post without a tag, and has none for everybody. */
function wantsTagOfModerators(channel: DiscordChannel): boolean {
  if (channel.isDMBased() || !channel.isThreadOnly()) return false;
  return (
    channel.flags.has(ChannelFlags.RequireTag) && channel.availableTags.every(({ moderated }) => moderated)
  );
}

export function reasonFor(hindrance: Hindrance, { because, permissions }: DiscordTexts): string {
  return hindrance.kind === 'lacks'
    ? because.lacks(hindrance.permissions.map((name) => permissions[name]))
    : because[hindrance.kind];
}
