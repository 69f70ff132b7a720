import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { botThat, onCommand } from './bot-that.ts';

const mute = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('mute').setLabel('Mute').setStyle(ButtonStyle.Secondary),
);

test('a button changes the message it is on', async () => {
  const { ada, news } = await botThat(async (it) => {
    if (it.isChatInputCommand()) await it.reply({ content: 'ringing', components: [mute] });
    if (it.isButton()) await it.update({ content: `${it.customId} by ${it.user.username}`, components: [] });
  });
  const seen = await ada.slash('/subscribe', { keywords: 'AWS' });
  expect(await seen.press('Mute')).toMatchObject({ kind: 'update', text: 'mute by ada' });
  expect(news.ledger()).toMatchObject([{ text: 'mute by ada', edits: 1, controls: [] }]);
  await expect(news.member('bob').press(news.ledger()[0]!, 'Mute')).rejects.toThrow(/no control "Mute"/);
});

test('somebody presses a button of a message that the bot posted by itself', async () => {
  const { client, ada, news } = await botThat(async (it) => {
    if (it.isButton()) await it.reply({ content: it.message.content, flags: MessageFlags.Ephemeral });
  });
  const channel = await client.channels.fetch(news.id);
  if (channel?.isSendable() === true) await channel.send({ content: 'alert', components: [mute] });
  expect(await ada.press(news.ledger()[0]!, 'mute')).toMatchObject({ text: 'alert', private: true });
});

test('a select says what was chosen', async () => {
  const select = new StringSelectMenuBuilder()
    .setCustomId('length')
    .setPlaceholder('How long?')
    .addOptions({ label: 'Short', value: 's' }, { label: 'Long', value: 'l' });
  const { ada } = await botThat(async (it) => {
    if (it.isChatInputCommand()) {
      await it.reply({
        components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
      });
    }
    if (it.isStringSelectMenu()) await it.reply(it.values.join());
  });
  const seen = await ada.slash('/subscribe', { keywords: 'AWS' });
  expect(await seen.choose('How long?', 'Long')).toMatchObject({ text: 'l' });
  await expect(seen.choose('How long?', 'Wide')).rejects.toThrow(
    /"Wide" cannot be chosen; there are Short, Long/,
  );
});

test('people and channels are chosen by name', async () => {
  const rows = [
    new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Who?'),
    new ChannelSelectMenuBuilder().setCustomId('where').setPlaceholder('Where?'),
  ].map((select) =>
    new ActionRowBuilder<UserSelectMenuBuilder | ChannelSelectMenuBuilder>().addComponents(select),
  );
  const { ada, news } = await botThat(async (it) => {
    if (it.isChatInputCommand()) await it.reply({ components: rows });
    if (it.isUserSelectMenu()) await it.reply(it.users.map(({ username }) => username).join());
    if (it.isChannelSelectMenu()) await it.reply(it.channels.map(({ id }) => id).join());
  });
  const seen = await ada.slash('/subscribe', { keywords: 'AWS' });
  expect(await seen.choose('Who?', 'ada')).toMatchObject({ text: 'ada' });
  expect(await seen.choose('Where?', 'news')).toMatchObject({ text: news.id });
  await expect(seen.choose('Where?', 'nowhere')).rejects.toThrow('no channel is called "nowhere"');
});

test('a form is filled in and sent', async () => {
  const modal = new ModalBuilder()
    .setCustomId('ask')
    .setTitle('Subscribe')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Keywords')
        .setTextInputComponent(new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Short)),
    );
  const { ada } = await botThat(async (it) => {
    if (it.isChatInputCommand()) await it.showModal(modal);
    if (it.isModalSubmit()) await it.reply(`you said ${it.fields.getTextInputValue('words')}`);
  });
  const seen = await ada.slash('/subscribe', { keywords: 'AWS' });
  expect(seen).toMatchObject({
    kind: 'form',
    form: { title: 'Subscribe', fields: [{ label: 'Keywords', required: true }] },
  });
  await expect(seen.submit({})).rejects.toThrow(/"Keywords" is required/);
  expect(await seen.submit({ Keywords: 'AWS' })).toMatchObject({ text: 'you said AWS' });
});

test('no form follows a deferral', async () => {
  const { ada, failures, discord } = await botThat(
    onCommand(async (it) => {
      await it.deferReply();
      const path = `/interactions/${it.id}/${it.token}/callback` as const;
      try {
        await it.client.rest.post(path, { body: { type: 9, data: {} }, auth: false });
      } finally {
        await it.editReply('sorry');
      }
    }),
  );
  expect(await ada.slash('/subscribe', { keywords: 'AWS' })).toMatchObject({ text: 'sorry' });
  await expect.poll(() => failures).toMatchObject([{ code: expect.any(Number) }]);
  expect(discord.asked.filter(({ path }) => path.includes('callback')).map(({ status }) => status)).toEqual([
    204, 400,
  ]);
});
