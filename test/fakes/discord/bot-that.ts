/** A bot of a few lines on discord.js, and a person who uses it; for tests of the fake itself. */
import { SlashCommandBuilder, type ChatInputCommandInteraction, type Interaction } from 'discord.js';
import { onTestFinished } from 'vitest';
import { loggedIn } from './bot.ts';
import type { RunningOptions } from './server.ts';

const subscribe = new SlashCommandBuilder()
  .setName('subscribe')
  .setDescription('Rings when it happens')
  .addStringOption((it) =>
    it.setName('keywords').setDescription('what').setRequired(true).setAutocomplete(true),
  )
  .addChannelOption((it) => it.setName('channel').setDescription('where'))
  .addBooleanOption((it) => it.setName('quiet').setDescription('how'));
const sources = new SlashCommandBuilder()
  .setName('sources')
  .setDescription('What is watched')
  .setDefaultMemberPermissions(0x20n)
  .addSubcommand((it) =>
    it
      .setName('add')
      .setDescription('One more')
      .addStringOption((url) => url.setName('url').setDescription('its feed').setRequired(true)),
  );

/** A bot that does this with everything that people do. */
export async function botThat(
  answers: (interaction: Interaction) => Promise<unknown>,
  options: RunningOptions = {},
) {
  const bot = await loggedIn(options);
  onTestFinished(() => bot[Symbol.asyncDispose]());
  const { client, discord } = bot;
  const failures: unknown[] = [];
  await client.application.commands.set([subscribe.toJSON(), sources.toJSON()]);
  client.on('interactionCreate', (interaction) => {
    answers(interaction).catch((error: unknown) => void failures.push(error));
  });
  const news = discord.guild('g').channel('news');
  return { client, discord, news, ada: news.member('ada'), failures };
}

export const onCommand =
  (answers: (command: ChatInputCommandInteraction) => Promise<unknown>) =>
  async (interaction: Interaction): Promise<unknown> =>
    interaction.isChatInputCommand() ? answers(interaction) : undefined;
