/** How what rings is delivered, as options of `/subscribe`. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  Role,
} from 'discord.js';
import type { DeliveryOptions, Mention } from '../../domain.ts';
import type { Command } from '../../invoke/context.ts';
import type { DiscordTexts } from '../../messages/discord-texts.ts';
import type { Texts } from '../../messages/texts.ts';
import { permissionsHere } from './people.ts';
import { choicesOf, namedOption } from './named-option.ts';

/** 0xRRGGBB, as far apart as a line beside a message needs. */
const colours: Readonly<Record<keyof DiscordTexts['colours'], number>> = {
  blue: 0x3b_6c_f6,
  green: 0x2e_9e_5b,
  yellow: 0xe3_a0_08,
  red: 0xd9_36_3e,
  purple: 0x8e_4e_c6,
  grey: 0x80_84_8e,
};

/** As they are registered; none for a command that has nothing delivered. */
export function deliveryOptions(
  { takesDelivery }: Command,
  main: Texts,
  others: readonly Texts[],
): readonly APIApplicationCommandBasicOption[] {
  if (takesDelivery !== true) return [];
  const named = (of: 'mention' | 'thread' | 'silent' | 'colour') =>
    namedOption(({ delivery }) => delivery[of], main, others);
  return [
    { ...named('mention'), type: ApplicationCommandOptionType.Mentionable },
    { ...named('thread'), type: ApplicationCommandOptionType.Boolean },
    { ...named('silent'), type: ApplicationCommandOptionType.Boolean },
    {
      ...named('colour'),
      type: ApplicationCommandOptionType.Integer,
      choices: choicesOf(
        Object.entries(colours).map(([colour, value]) => [value, colour as keyof typeof colours]),
        (colour, { discord }) => discord.colours[colour],
        main,
        others,
      ),
    },
  ];
}

/**
 * By their types, whatever they are called in the person's language.
 * @returns undefined if nothing was said; `not to be called` if the person, or we, could not call that role
 */
export function readDelivery(
  interaction: ChatInputCommandInteraction,
): DeliveryOptions | 'not to be called' | undefined {
  const { data } = interaction.options;
  const mention = mentionIn(interaction);
  if (mention === 'not to be called') return mention;
  const flags = new Map(
    data
      .filter(({ type }) => type === ApplicationCommandOptionType.Boolean)
      .map(({ name, value }) => [name, value === true] as const),
  );
  const colour = data.find(({ type }) => type === ApplicationCommandOptionType.Integer)?.value;
  if (mention === undefined && flags.size === 0 && colour === undefined) return undefined;
  return {
    ...(mention !== undefined && { mentions: [mention] }),
    ...(flags.get('thread') === true && { thread: true }),
    ...(flags.get('silent') === true && { silent: true }),
    ...(typeof colour === 'number' && { colour }),
  };
}

/** A subscription must not be a way around Discord's own rule on who may call a role. */
function mentionIn(interaction: ChatInputCommandInteraction): Mention | 'not to be called' | undefined {
  const { options, guildId, appPermissions } = interaction;
  const chosen = options.data.find(({ type }) => type === ApplicationCommandOptionType.Mentionable);
  if (chosen === undefined) return undefined;
  const { role, user, value } = chosen;
  const id = String(value);
  if (role === null || role === undefined) return user ? { kind: 'member', id } : 'not to be called';
  // It is we who call: without the right ourselves the role would be named, and nobody called.
  const mayCallAll = [permissionsHere(interaction), appPermissions].every(
    (permissions) => permissions?.has(PermissionFlagsBits.MentionEveryone) === true,
  );
  const mentionable = role instanceof Role ? role.mentionable : false;
  // The role of everybody has the number of its server.
  return id !== guildId && (mentionable || mayCallAll) ? { kind: 'role', id } : 'not to be called';
}
