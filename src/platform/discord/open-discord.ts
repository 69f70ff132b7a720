/** Both halves of Discord, sending and talking: loaded only where there is a token, for its client takes memory. */
import type { Channel } from '../../domain.ts';
import type { Log } from '../../log.ts';
import type { Crossposts } from '../../store/store.ts';
import type { World } from '../../world.ts';
import type { Platform } from '../platform.ts';
import { discordPlatform } from './discord.ts';
import { isDiscord } from './invite.ts';
import { createDiscordTalk, type DiscordTalk, type TalkParts } from './talk.ts';

export interface Discord {
  readonly platform: Platform;
  /** A channel was paused because of what came of posting there. */
  readonly paused: (channel: Channel, reason: string) => void;
  /** Once, with the parts that themselves need the platform. */
  readonly talk: (parts: Omit<TalkParts, keyof Opening>) => DiscordTalk;
}

interface Opening {
  readonly token: string;
  readonly apiUrl: string;
  readonly zone: string;
  readonly world: World;
  readonly log: Log;
  readonly crossposts: Crossposts;
}

export function openDiscord(opening: Opening): Discord {
  let talk: DiscordTalk | undefined;
  const platform = discordPlatform({
    ...opening,
    remembersNonces: isDiscord(opening.apiUrl),
    facts: (channelId) => talk?.facts(channelId),
  });
  return {
    platform,
    paused: (channel, reason) => channel.platform === 'discord' && talk?.paused(channel, reason),
    talk(parts) {
      const talking = createDiscordTalk({ ...opening, ...parts });
      talk = talking;
      return {
        ...talking,
        start() {
          talking.start();
          void platform.takeUp();
        },
      };
    },
  };
}
