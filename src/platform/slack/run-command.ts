/** A command that somebody gives on Slack, by whatever means: where it is meant, by whom, and what comes of it. */
import type { Channel, DeliveryOptions } from '../../domain.ts';
import { findCommand } from '../../invoke/find-command.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { text } from '../../invoke/reply.ts';
import { textsFor } from '../../messages/choose.ts';
import type { World } from '../../world.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Said } from './answered.ts';
import type { People, Place, Where, Who } from './people.ts';
import type { Places } from './places.ts';

export interface Given {
  readonly name: string;
  readonly input: string;
  readonly delivery?: DeliveryOptions | undefined;
}

export interface RunCommand {
  /** In the channel where it is given, or in one's own messages with the bot. */
  readonly here: (who: Who, where: Where, given: Given) => Promise<Said>;
  /** @returns the answer, and why nothing of it can be posted there, if so */
  readonly at: (who: Who, place: Place, given: Given) => Promise<Reply>;
}

export interface RunCommandParts {
  readonly people: People;
  readonly places: Places;
  readonly invoke: InvokeParts;
  readonly ask: FrontDesk['ask'];
  /** Why nothing can be posted in a channel, if so; joins it if that is all. */
  readonly look: (team: string, channel: Channel) => Promise<string | undefined>;
  readonly world: Pick<World, 'now'>;
}

export function createRunCommand(parts: RunCommandParts): RunCommand {
  const { people, places, invoke, ask, look, world } = parts;
  return {
    async here(who, where, given) {
      const here = await places.meant(who, where);
      const known = commandNamed(given.name, invoke);
      const found = await people.place(who, here, known);
      const place = known === 'subscriptions' ? await people.named(who, found) : found;
      const delivery = known === 'subscribe' ? given.delivery : undefined;
      const reply = await at(who, place, { ...given, delivery });
      return { reply, about: here.channel === where.channel ? undefined : here.channel };
    },
    at,
  };

  async function at(who: Who, place: Place, given: Given): Promise<Reply> {
    const reply = await ask({ ...place, ...given, at: world.now() });
    if (reply.mistake || !['subscribe', 'resume'].includes(commandNamed(given.name, invoke))) return reply;
    const reason = await look(who.team, place.channel);
    if (reason === undefined) return reply;
    const { willWait } = textsFor(place.person.language).slack;
    return { ...reply, parts: [...reply.parts, text(willWait(reason))] };
  }
}

/** Its own name, whichever of its names was typed. */
export function commandNamed(name: string, { commands }: Pick<InvokeParts, 'commands'>): string {
  return findCommand(name, commands)?.name ?? name;
}
