/** A word to those who subscribed, where they are sure to read it: in their direct messages. */
import { type Client, Routes } from 'discord.js';
import type { Channel } from '../../domain.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { messageIdOf } from '../../message-id.ts';
import type { Subscriptions } from '../../store/store.ts';
import { messageFlags, nobodyIsCalled, text } from './components.ts';
import { escaped } from './escape.ts';

/** A channel that a hundred people subscribed in is looked after by some of them. */
const mostTold = 5;
/** Discord takes a bot that opens many conversations in a row for one that advertises. */
const mostToldAtOnce = 20;

/** Each of them once. @param sentence of those of the channels in which this person subscribed */
export type TellSubscribers = (
  client: Client,
  channels: readonly Channel[],
  sentence: (theirs: readonly Channel[]) => string,
) => Promise<void>;

export function createTellSubscribers(
  subscriptions: Subscriptions,
  now: () => number,
  log: Log,
): TellSubscribers {
  return async (client, channels, sentence) => {
    const theirs = new Map<string, Channel[]>();
    for (const channel of channels) {
      const all = await subscriptions.ofChannel(channel.id);
      const people = new Set(all.map(({ createdBy }) => createdBy));
      for (const person of [...people].slice(0, mostTold)) {
        theirs.set(person, [...(theirs.get(person) ?? []), channel]);
      }
    }
    for (const [person, own] of [...theirs].slice(0, mostToldAtOnce)) {
      await tell(client, person, sentence(own));
    }
  };

  /** Who takes no direct messages is told by `/subscriptions`. */
  async function tell({ rest, token }: Client, person: string, sentence: string): Promise<void> {
    try {
      // One 401 makes discord.js forget it for good.
      rest.setToken(token ?? '');
      const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as {
        readonly id: string;
      };
      await rest.post(Routes.channelMessages(direct.id), {
        body: {
          flags: messageFlags.componentsV2,
          components: [text(escaped(sentence, 1500))],
          allowed_mentions: nobodyIsCalled,
          nonce: messageIdOf('told', person, sentence, now()),
          enforce_nonce: true,
        },
      });
    } catch (error) {
      log.info({ person, reason: reasonOf(error) }, 'Discord: a subscriber could not be told of a pause');
    }
  }
}
