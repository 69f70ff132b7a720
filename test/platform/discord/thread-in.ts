import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { ChannelPlace } from '../../fakes/discord/places.ts';

/** A thread that the bot has begun in a channel. */
export function threadIn(
  discord: Pick<FakeDiscord, 'handle' | 'token'>,
  channel: ChannelPlace,
): ChannelPlace {
  discord.handle({
    method: 'POST',
    path: `/api/v10/channels/${channel.id}/threads`,
    authorization: `Bot ${discord.token()}`,
    body: { name: 'a thread', type: 11 },
  });
  const thread = channel.threads().at(-1);
  if (thread === undefined) throw new Error('Discord did not begin the thread');
  return thread;
}
