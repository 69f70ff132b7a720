/** What people do on Discord: commands, what is offered while they type, buttons. All of it ends in `dispatch`. */
import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  GuildMember,
  type Interaction,
  PermissionFlagsBits,
} from 'discord.js';
import { reasonOf } from '../../errors.ts';
import type { Complete } from '../../invoke/complete-in.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { mistake, text } from '../../invoke/reply.ts';
import type { Channel } from '../../domain.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { World } from '../../world.ts';
import type { FrontDesk } from '../front-desk.ts';
import { answer, type Answered, type Asked, type Slowly } from './answer.ts';
import type { MessageBody } from './components.ts';
import { ofOneChannel } from './command-json.ts';
import { readDelivery } from './delivery-options.ts';
import { oneLine } from '../one-line.ts';
import type { People, Place, Target } from './people.ts';
import { readPress } from './press.ts';
import { renderReply } from './render-reply.ts';
import { readSay } from './say.ts';

export interface InteractionParts extends FrontDesk {
  readonly people: People;
  readonly invoke: InvokeParts;
  readonly complete: Complete;
  /** Why nothing can be posted in a channel, if so. */
  readonly look: (client: Client, channel: Channel) => Promise<string | undefined>;
  readonly world: Pick<World, 'now' | 'after'>;
  readonly log: Log;
}

export interface Interactions {
  readonly take: (interaction: Interaction) => void;
  /** Resolves when everybody has their answer. */
  readonly idle: () => Promise<void>;
}

/** Those that are told to everybody in the channel if they change something (`announce`). */
const announcing = ['subscribe', 'unsubscribe', 'mute', 'unmute', 'pause', 'resume'];
/** Published: 25 choices, names and values of at most 100 characters. */
const mostChoices = 25;
const mostInChoice = 100;
/** What comes twice comes at once. */
const mostTaken = 100;

export function createInteractions(parts: InteractionParts): Interactions {
  const { people, complete, look, enter, ask, world, log } = parts;
  const underWay = new Set<Promise<void>>();
  const taken = new Set<string>();

  return {
    take(interaction) {
      if (isTaken(interaction)) return;
      const done: Promise<void> = served(interaction)
        .catch((error: unknown) =>
          log.error({ err: error }, `Discord: an interaction is not understood: ${reasonOf(error)}`),
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };

  /** Some servers that speak like Discord tell of everything twice, once the bot has written to somebody directly. */
  function isTaken({ id }: Interaction): boolean {
    if (taken.has(id)) return true;
    taken.add(id);
    const [oldest] = taken;
    if (taken.size > mostTaken && oldest !== undefined) taken.delete(oldest);
    return false;
  }

  async function served(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return offer(interaction);
    if (interaction.isChatInputCommand()) {
      const slowly = announcing.includes(interaction.commandName) ? 'public' : 'private';
      return tell(interaction, slowly, () => command(interaction));
    }
    if (interaction.isButton() || interaction.isStringSelectMenu()) {
      const here = { ...parts, ask: askIn(interaction) };
      const say = readSay(interaction, here);
      if (say !== undefined) return tell(interaction, 'public', say);
      const press = readPress(interaction, here);
      if (press !== undefined) return tell(interaction, press.slowly, press.run);
    }
  }

  function askIn({ guildId }: Asked): FrontDesk['ask'] {
    return (asked) => ask({ ...asked, direct: guildId === null });
  }

  function tell(asked: Asked, slowly: Slowly, work: () => Promise<Answered>): Promise<void> {
    const texts = textsFor(asked.locale);
    const render = async (): Promise<MessageBody> => {
      try {
        const { reply, below, about } = await work();
        return renderReply(reply, texts, below, about);
      } catch (error) {
        log.error({ err: error }, `a command on Discord failed: ${reasonOf(error)}`);
        return renderReply(mistake(texts.chat.somethingBroke), texts);
      }
    };
    const leave = enter(asked.guildId ?? asked.user.id);
    if (leave !== undefined) return answer(asked, slowly, render, { world, log }).finally(leave);
    const busy = async (): Promise<MessageBody> => renderReply(mistake(texts.chat.busy), texts);
    return answer(asked, 'private', busy, { world, log });
  }

  async function command(interaction: ChatInputCommandInteraction): Promise<Answered> {
    const { options, commandName: name, client, locale } = interaction;
    const target = targetOf(interaction);
    if (target === 'unseen') return { reply: mistake(textsFor(locale).discord.noSuchChannel) };
    const delivery = readDelivery(interaction);
    if (delivery === 'not to be called') return { reply: mistake(textsFor(locale).discord.notToBeCalled) };
    const here = await people.place(interaction, target);
    if (here === undefined) return { reply: mistake(textsFor(locale).discord.noSuchChannel) };
    const place = name === 'subscriptions' ? await named(here, client) : here;
    const typed = options.data.find(({ type }) => type === ApplicationCommandOptionType.String)?.value;
    const input = typeof typed === 'string' ? typed.trim() : '';
    const reply = await askIn(interaction)({ ...place, name, input, delivery, at: world.now() });
    const { externalId } = place.channel;
    const about =
      externalId === interaction.channelId || !ofOneChannel.includes(name) ? undefined : externalId;
    if (reply.mistake || !['subscribe', 'resume'].includes(name)) return { reply, about };
    const reason = await look(client, place.channel);
    if (reason === undefined) return { reply, about };
    const { willWait } = textsFor(locale).discord;
    return { reply: { ...reply, parts: [...reply.parts, text(willWait(reason))] }, about };
  }

  async function offer(interaction: AutocompleteInteraction): Promise<void> {
    try {
      await interaction.respond(await choicesFor(interaction));
    } catch (error) {
      // The next key press asks again; what comes too late is no loss.
      log.debug({ reason: reasonOf(error) }, 'Discord: nothing could be offered');
    }
  }

  async function choicesFor(interaction: AutocompleteInteraction) {
    const { commandName, options } = interaction;
    const target = targetOf(interaction);
    if (target === 'unseen') return [];
    const workspace = await people.workspace(interaction);
    const channel = workspace && (await people.channel(interaction, workspace, target));
    const line = `${commandName} ${options.getFocused()}`;
    const texts = textsFor(interaction.locale);
    const offers = await complete(line, { workspaceId: workspace?.id ?? 0, channel, texts });
    return offers
      .map(({ line: whole, hint }) => {
        const value = whole.slice(commandName.length + 1).trim();
        return { name: oneLine(hint === '' ? value : `${value} — ${hint}`, mostInChoice), value };
      })
      .filter(({ value, name }) => value !== '' && name !== '' && value.length <= mostInChoice)
      .slice(0, mostChoices);
  }
}

/** Whoever paused the channel, by a name instead of a number, which is all that is kept. */
async function named(place: Place, { users }: Client): Promise<Place> {
  const { pausedBy } = place.channel;
  if (pausedBy === undefined) return place;
  const user = await users.fetch(pausedBy).catch(() => undefined);
  return { ...place, channel: { ...place.channel, pausedBy: user?.displayName ?? pausedBy } };
}

/**
 * The channel that was chosen instead of this one; Discord's clients offer only what the person sees, but an id can be
 * sent by other means.
 */
function targetOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): Target | 'unseen' | undefined {
  const chosen = interaction.options.data.find(({ type }) => type === ApplicationCommandOptionType.Channel);
  if (chosen === undefined) return undefined;
  const { member, client } = interaction;
  // While somebody types, only the id is told.
  const channel = chosen.channel ?? client.channels.cache.get(String(chosen.value));
  if (channel === undefined || !('permissionsFor' in channel)) return 'unseen';
  if (!(member instanceof GuildMember) || channel.guildId !== interaction.guildId) return 'unseen';
  const permissions = channel.permissionsFor(member);
  return permissions.has(PermissionFlagsBits.ViewChannel) ? { id: channel.id, permissions } : 'unseen';
}
