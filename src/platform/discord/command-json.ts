/** Our commands as Discord registers them. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../invoke/context.ts';
import type { Texts } from '../../messages/texts.ts';
import { deliveryOptions } from './delivery-options.ts';
import { choicesOf, inEach, mostInDescription, namedOption } from './named-option.ts';

/** What concerns one channel can be said of another: commands cannot be given in a forum itself. */
export const ofOneChannel: readonly string[] = [
  'subscribe',
  'unsubscribe',
  'subscriptions',
  'why',
  'mute',
  'unmute',
  'pause',
  'resume',
];
/**
 * Shown only to those who manage channels, because they do nothing but silence others, which our own check lets nobody
 * else do. The others are left open: they also read, or whoever subscribed may use them, and a person who manages one
 * channel by its overwrites alone must find `/subscribe` there. The server's settings can change that for each command.
 */
const forManagers = ['mute', 'unmute', 'pause', 'resume'];

/** @param all the words of every UI language; `main` is what those see who speak none of them */
export function commandJson(
  command: Command,
  main: Texts,
  all: readonly Texts[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const others = all.filter((texts) => texts !== main);
  const options = [
    ...inputOption(command, main, others),
    ...channelOption(command, main, others),
    ...deliveryOptions(command, main, others),
  ];
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: inEach(others, ({ discord }) => discord.commandNames[command.name] ?? command.name),
    description: command.description(main).slice(0, mostInDescription),
    description_localizations: inEach(others, (texts) =>
      command.description(texts).slice(0, mostInDescription),
    ),
    default_member_permissions: forManagers.includes(command.name)
      ? String(PermissionFlagsBits.ManageChannels)
      : null,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    ...(options.length > 0 && { options }),
  };
}

function inputOption(
  { input, completes, name }: Command,
  main: Texts,
  others: readonly Texts[],
): readonly APIApplicationCommandBasicOption[] {
  if (input === 'none' || completes === 'nothing') return [];
  const named = namedOption(({ inputs }) => inputs[completes], main, others);
  const option = {
    ...named,
    type: ApplicationCommandOptionType.String,
    required: input === 'required',
  } as const;
  if (completes !== 'commands') return [{ ...option, autocomplete: true }];
  // There are few of them, and nothing else makes sense.
  const commands = Object.keys(main.discord.commandNames).filter((known) => known !== name);
  const all = commands.map((known) => [known, known] as const);
  const nameIn = (known: string, { discord }: Texts) => discord.commandNames[known] ?? known;
  return [{ ...option, choices: choicesOf(all, nameIn, main, others) }];
}

function channelOption(
  { name }: Command,
  main: Texts,
  others: readonly Texts[],
): readonly APIApplicationCommandBasicOption[] {
  if (!ofOneChannel.includes(name)) return [];
  return [
    {
      ...namedOption(({ channelOption: option }) => option, main, others),
      type: ApplicationCommandOptionType.Channel,
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.AnnouncementThread,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
        ChannelType.GuildForum,
      ],
    },
  ];
}
