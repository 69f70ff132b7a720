/** Our commands as Discord registers them. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../invoke/context.ts';
import type { DiscordTexts } from '../../messages/discord-texts.ts';
import type { Texts } from '../../messages/texts.ts';

/** Published: 100 characters. */
const mostInDescription = 100;

/** What concerns one channel can be said of another: commands cannot be given in a forum itself. */
const ofOneChannel = [
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
  const options = [...inputOption(command, main, others), ...channelOption(command, main, others)];
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
  return [{ ...option, choices: commands.map((known) => choiceOf(known, main, others)) }];
}

function choiceOf(known: string, main: Texts, others: readonly Texts[]) {
  const nameIn = ({ discord }: Texts) => discord.commandNames[known] ?? known;
  return { name: nameIn(main), name_localizations: inEach(others, nameIn), value: known };
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

function namedOption(
  of: (texts: DiscordTexts) => { readonly name: string; readonly description: string },
  main: Texts,
  others: readonly Texts[],
) {
  const { name, description } = of(main.discord);
  return {
    name,
    name_localizations: inEach(others, ({ discord }) => of(discord).name),
    description: description.slice(0, mostInDescription),
    description_localizations: inEach(others, ({ discord }) =>
      of(discord).description.slice(0, mostInDescription),
    ),
  };
}

function inEach(all: readonly Texts[], say: (texts: Texts) => string): LocalizationMap {
  return Object.fromEntries(
    all.flatMap((texts) => texts.discord.locales.map((locale) => [locale, say(texts)])),
  );
}
