import type { Channel } from '../domain.ts';
import { UserError } from '../errors.ts';
import type { Completion } from '../invoke/invocation.ts';
import type { Texts } from '../messages/texts.ts';
import { readPost } from '../platform/local/posted.ts';
import type { Room, Speaker } from '../platform/local/room.ts';
import { type Bot, newsOf } from './bot.ts';

/** The bot that runs in this very process, for as long as the terminal is open. */
export function roomBot(parts: {
  readonly room: Room;
  readonly speaker: Speaker;
  readonly complete: (channel: Channel, line: string, texts: Texts) => Promise<readonly Completion[]>;
  /** Resolves when nothing is due any more. */
  readonly settle: () => Promise<void>;
}): Bot {
  const { room, speaker, complete, settle } = parts;

  async function channelNamed(name: string): Promise<Channel> {
    const channel = await room.channel(name);
    if (!channel) throw new UserError(speaker.texts.chat.noSuchChannel(name));
    return channel;
  }

  return {
    channels: async () => (await room.channels()).map(({ channel }) => channel.externalId),
    open: async (typed) => (await room.open(typed, speaker.texts)).externalId,
    async say(name, line) {
      const { reply } = await room.say(await channelNamed(name), line, speaker);
      const posted = readPost(reply);
      if (posted.kind !== 'reply')
        throw new TypeError(`a line was answered by a post of kind ${posted.kind}`);
      return posted.reply;
    },
    complete: async (name, line) => complete(await channelNamed(name), line, speaker.texts),
    async listen(listener) {
      return room.listen((event) => {
        const news = newsOf(event, event.channel.externalId);
        if (news) listener(news);
      });
    },
    async settle() {
      await settle();
      await room.caughtUp();
    },
  };
}
