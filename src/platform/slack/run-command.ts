/** A command that somebody gives on Slack, by whatever means: where it is meant, by whom, and what comes of it. */
import type { Channel, DeliveryOptions, Mention } from '../../domain.ts';
import { findCommand } from '../../invoke/find-command.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { mistake, text } from '../../invoke/reply.ts';
import { textsFor } from '../../messages/choose.ts';
import type { World } from '../../world.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Said } from './answered.ts';
import { readDelivery } from './delivery.ts';
import type { People, Place, Where, Who } from './people.ts';
import type { Places } from './places.ts';

interface Given {
  readonly name: string;
  readonly input: string;
}

export interface RunCommand {
  /** In the channel where it is given, or in one's own messages with the bot. */
  readonly here: (
    who: Who,
    where: Where,
    given: Given & { readonly mentions?: readonly Mention[] | undefined },
  ) => Promise<Said>;
  /** @returns the answer, and why nothing of it can be posted there, if so */
  readonly at: (
    who: Who,
    place: Place,
    given: Given & { readonly delivery?: DeliveryOptions | undefined },
  ) => Promise<Reply>;
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
    async here(who, where, { name, input, mentions = [] }) {
      const here = await places.meant(who, where);
      const about = here.channel === where.channel ? undefined : here.channel;
      const known = commandNamed(name, invoke);
      const found = await people.place(who, here, known);
      if (known === 'subscribe') {
        const read = await readDelivery(input, mentions, (handle) => places.groupCalled(who.team, handle));
        const { slack } = textsFor(found.person.language);
        if (read.kind === 'nobody') return { reply: mistake(slack.nobodyIsCalled(read.name)) };
        return { reply: await at(who, found, { name, ...read }), about };
      }
      const place = known === 'subscriptions' ? await people.named(who, found) : found;
      return { reply: await at(who, place, { name, input }), about };
    },
    at,
  };

  async function at(who: Who, place: Place, given: Parameters<RunCommand['at']>[2]): Promise<Reply> {
    const { name, input, delivery } = given;
    const reply = await ask({ ...place, name, input, delivery, at: world.now() });
    if (reply.mistake || !['subscribe', 'resume'].includes(commandNamed(name, invoke))) return reply;
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
