import { MessageFlags, TextDisplayBuilder, type ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { botThat, onCommand } from './bot-that.ts';

describe('a command', () => {
  test('reaches the bot with who, where, and what was filled in', async () => {
    const { ada, discord, news } = await botThat(
      onCommand((it) =>
        it.reply(
          [
            it.user.username,
            it.locale,
            it.guild?.name,
            it.options.getString('keywords'),
            it.options.getChannel('channel')?.name,
            it.options.getBoolean('quiet'),
            it.memberPermissions?.has('SendMessages'),
            it.appPermissions.has('ViewChannel'),
          ].join(' '),
        ),
      ),
    );
    discord.speaks('ada', 'fr');
    const seen = await ada.slash('/subscribe', { keywords: 'AWS', channel: 'news', quiet: true });
    expect(seen).toMatchObject({
      kind: 'message',
      text: 'ada fr g AWS news true true true',
      deferred: false,
      private: false,
    });
    expect(news.ledger()).toHaveLength(1);
  });

  test('is answered in private: the person sees it, the channel does not', async () => {
    const { ada, news } = await botThat(
      onCommand((it) => it.reply({ content: 'done', flags: MessageFlags.Ephemeral })),
    );
    expect(await ada.slash('/subscribe', { keywords: 'AWS' })).toMatchObject({ text: 'done', private: true });
    expect(news.ledger()).toEqual([]);
    expect(news.member('bob').ledger()).toEqual([]);
    expect(ada.ledger()).toMatchObject([{ text: 'done', private: true }]);
  });

  test('is answered later: private as when it was put off, in Components V2, with follow-ups', async () => {
    const { ada, news } = await botThat(
      onCommand(async (it) => {
        await it.deferReply({ flags: MessageFlags.Ephemeral });
        await it.editReply({
          components: [new TextDisplayBuilder().setContent('found')],
          flags: MessageFlags.IsComponentsV2,
        });
        await it.followUp('for all');
      }),
    );
    const seen = await ada.slash('/subscribe', { keywords: 'AWS' });
    expect(seen).toMatchObject({ deferred: true, private: true, text: 'found', line: { edits: 0 } });
    expect(await seen.later()).toMatchObject({ followUps: [{ text: 'for all', private: false }] });
    expect(news.ledger().map(({ text }) => text)).toEqual(['for all']);
  });

  test('in a subcommand and in a direct conversation', async () => {
    const { discord } = await botThat(
      onCommand((it) => it.reply(`${it.inGuild()} ${it.options.getString('keywords')}`)),
    );
    expect(await discord.direct('ada').slash('/subscribe', { keywords: 'AWS' })).toMatchObject({
      text: 'false AWS',
    });
  });

  const notOffered: ReadonlyArray<[command: string, values: Record<string, string>, why: RegExp]> = [
    ['/nothing', {}, /no command \/nothing; there are \/subscribe, \/sources/],
    ['/subscribe', {}, /"keywords" is required/],
    ['/subscribe', { keywords: 'a', other: 'b' }, /no option "other"/],
    ['/subscribe', { keywords: 'a', channel: 'nowhere' }, /no channel is called "nowhere"/],
    ['/sources add', { url: 'a' }, /not offered to ada/],
  ];
  test.each(notOffered)('cannot be sent as %s %o', async (command, values, why) => {
    const { ada } = await botThat(onCommand((it) => it.reply('never')));
    await expect(ada.slash(command, values)).rejects.toThrow(why);
  });

  test('for managers is offered to them', async () => {
    const { discord, news } = await botThat(
      onCommand((it) => it.reply(`${it.options.getSubcommand()} ${it.options.getString('url')}`)),
    );
    discord.guild('g').member('meg', 'MANAGE_GUILD');
    expect(await news.member('meg').slash('/sources add', { url: 'u' })).toMatchObject({ text: 'add u' });
  });
});

describe('time', () => {
  test('after 3 seconds the person sees that nobody answered, and the bot’s answer is refused', async () => {
    const world = manualWorld();
    let answer = async (): Promise<unknown> => undefined;
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const { ada } = await botThat(
      onCommand(async (it) => {
        answer = () => it.reply('late');
        resolve();
      }),
      { now: world.now, after: world.after },
    );
    const seen = ada.slash('/subscribe', { keywords: 'AWS' });
    await asked;
    await world.advance(3001);
    expect(await seen).toMatchObject({ kind: 'failed', text: '' });
    await expect(answer()).rejects.toMatchObject({ code: 10062, status: 404 });
  });

  test('after 15 minutes the token is no longer good', async () => {
    const world = manualWorld();
    const { promise: asked, resolve } = Promise.withResolvers<ChatInputCommandInteraction>();
    const { ada } = await botThat(
      onCommand(async (it) => {
        await it.reply('now');
        resolve(it);
      }),
      { now: world.now, after: world.after },
    );
    await ada.slash('/subscribe', { keywords: 'AWS' });
    const interaction = await asked;
    await world.advance(15 * 60_000);
    await interaction.editReply('in time');
    await world.advance(1);
    await expect(interaction.editReply('late')).rejects.toMatchObject({ code: 50027, status: 401 });
  });

  test('an answer is given once', async () => {
    const { promise: second, resolve } = Promise.withResolvers<unknown>();
    const { ada, client } = await botThat(
      onCommand(async (it) => {
        await it.reply('one');
        const path = `/interactions/${it.id}/${it.token}/callback` as const;
        resolve(
          await client.rest
            .post(path, { body: { type: 4, data: { content: 'two' } }, auth: false })
            .catch((error: unknown) => error),
        );
      }),
    );
    await ada.slash('/subscribe', { keywords: 'AWS' });
    expect(await second).toMatchObject({ code: 40060 });
  });
});

describe('while somebody types', () => {
  test('25 choices are offered, and 26 are refused', async () => {
    let count = 25;
    const { ada, failures, discord } = await botThat(async (it) => {
      if (!it.isAutocomplete()) return;
      const typed = it.options.getFocused();
      await it.respond(Array.from({ length: count }, (_, n) => ({ name: `${typed}${n}`, value: `${n}` })));
    });
    const choices = await ada.autocomplete('/subscribe', 'keywords', { keywords: 'AW' });
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'AW0', value: '0' });
    count = 26;
    const none = ada.autocomplete('/subscribe', 'keywords', { keywords: 'AW' });
    await expect.poll(() => failures).toMatchObject([{ code: 50035 }]);
    expect(discord.asked.at(-1)).toMatchObject({ status: 400 });
    // Nobody waits for the three seconds here.
    void none;
  });
});
