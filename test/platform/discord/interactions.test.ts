import { describe, expect, test } from 'vitest';
import { mostWaitingOfOne } from '../../../src/platform/front-desk.ts';
import type { Store } from '../../../src/store/store.ts';
import { until } from '../until.ts';
import { discordWalk } from './walk.ts';

describe('what is offered while somebody types', () => {
  test('words of the lexicon, behind what people here follow already', async () => {
    const { discord } = await discordWalk();
    const guild = discord.guild('g');
    guild.member('ada', 'MANAGE_CHANNELS');
    await guild.channel('other').member('ada').slash('/subscribe', { keywords: 'Lahore marathon' });
    const ada = guild.channel('news').member('ada');

    const offered = await ada.autocomplete('/subscribe', 'keywords', { keywords: 'AWS, la' });
    expect(offered.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['AWS, Lahore marathon', 'AWS, layoffs']),
    );
    expect(offered[0]?.value).toBe('AWS, Lahore marathon');
    expect(offered.length).toBeLessThanOrEqual(25);
  });

  test('the subscriptions of the channel to stop, those of another where that was chosen', async () => {
    const { discord } = await discordWalk();
    const guild = discord.guild('g');
    guild.member('ada', 'MANAGE_CHANNELS');
    const ada = guild.channel('news').member('ada');
    await ada.slash('/subscribe', { keywords: 'layoffs' });
    await ada.slash('/subscribe', { keywords: 'lasers', channel: guild.channel('other').name });
    const offered = (more: object) =>
      ada.autocomplete('/unsubscribe', 'subscription', { subscription: 'la', ...more });
    expect((await offered({})).map(({ value }) => value)).toEqual(['layoffs']);
    expect((await offered({ channel: 'other' })).map(({ value }) => value)).toEqual(['lasers']);
  });

  test('articles by their titles', async () => {
    const { discord, publish } = await discordWalk();
    await publish('Hollowgate opens a plant');
    const tom = discord.guild('g').channel('news').member('tom');
    // The very first look at what there is, before this server has done anything.
    const offered = await tom.autocomplete('/why', 'article', { article: 'holl' });
    expect(offered).toEqual([{ name: '1 — Hollowgate opens a plant', value: '1' }]);
  });
});

describe('an answer that takes its time', () => {
  test('is put off before three seconds are over, and then comes', async () => {
    const gate = slowSearch();
    const { discord, world } = await discordWalk({ harm: gate.harm });
    const tom = discord.guild('g').channel('news').member('tom');
    const seen = tom.slash('/latest');
    await until(() => gate.asked());
    await world.advance(1500);
    await until(() =>
      discord
        .guild('g')
        .channel('news')
        .member('tom')
        .ledger()
        .some(({ loading }) => loading),
    );
    gate.open();
    expect(await seen).toMatchObject({ kind: 'message', deferred: true, private: true });
  });

  test('that nobody waits for any more is no fault', async () => {
    const { discord, warnings } = await discordWalk();
    discord.misbehave({ fault: { kind: 'error', status: 404, code: 10_062 }, path: /callback/ });
    const ada = discord.guild('g').channel('news').member('ada');
    void ada.slash('/help');
    await until(() => discord.asked.some(({ path, status }) => path.includes('callback') && status === 404));
    expect(await ada.slash('/help')).toMatchObject({ kind: 'message' });
    expect(warnings).toEqual([]);
  });
});

test('who comes when too many wait is told so at once; the others are answered', async () => {
  const gate = slowSearch();
  // The fake's three seconds are real ones, in which a busy machine may not put off so many.
  const limits = { acknowledgeMs: 60_000, identifyAtOnce: { limit: 1000, perMs: 5000 } };
  const { discord, world } = await discordWalk({ harm: gate.harm, limits });
  const tom = discord.guild('g').channel('news').member('tom');
  const asked = Array.from({ length: mostWaitingOfOne }, () => tom.slash('/latest'));
  await until(() => gate.asked());
  const turned = await tom.slash('/subscribe', { keywords: 'quantum' });
  expect(turned).toMatchObject({ kind: 'message', private: true });
  expect(turned.text).toContain('Bellwire is busy');
  const elsewhere = discord.guild('other').channel('news').member('eve').slash('/help');
  await world.advance(1500);
  gate.open();
  expect((await elsewhere).text).toContain('/subscribe');
  const answers = await Promise.all(asked);
  expect(answers.filter(({ text }) => text.includes('busy'))).toEqual([]);
});

test('an answer that Discord refuses is noted without what was in it, and without the way to answer', async () => {
  const { discord, warnings } = await discordWalk();
  discord.misbehave({ fault: { kind: 'error', status: 400, code: 50_035 }, path: /callback/ });
  void discord.guild('g').channel('news').member('ada').slash('/subscriptions');
  await until(() => warnings.join().includes('somebody got no answer'));
  const noted = warnings.join();
  expect(noted).toContain('50035');
  const [, token = 'none'] =
    /interactions\/\d+\/([^/]+)/.exec(discord.asked.map(({ path }) => path).join()) ?? [];
  expect(token).not.toBe('none');
  expect(noted).not.toContain(token);
  expect(noted).not.toContain('requestBody');
  expect(noted).not.toContain('/subscribe');
});

test('where something is asked may be said by an id alone; where it is not said, nothing is done', async () => {
  const { discord, store } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = news.member('ada');
  discord.state.interactionsName = 'nothing';
  const { text } = await ada.slash('/subscribe', { keywords: 'layoffs' });
  expect(text).toContain('I cannot see that channel');
  expect(await store.workspaces.find('discord', guild.id)).toBeUndefined();

  discord.state.interactionsName = 'id';
  await ada.slash('/subscribe', { keywords: 'layoffs' });
  const workspace = await store.workspaces.find('discord', guild.id);
  const channels = await store.workspaces.channels(workspace!.id);
  expect(channels.map(({ externalId }) => externalId)).toEqual([news.id]);
});

test('what is told of twice is done once', async () => {
  const { discord, bot } = await discordWalk();
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  discord.state.interactionsCome = 2;
  const ada = guild.channel('news').member('ada');
  expect((await ada.slash('/subscribe', { keywords: 'layoffs' })).text).toContain('now rings for');
  expect((await ada.slash('/subscribe', { keywords: 'layoffs' })).text).toContain('already');
  await bot.settle();
  expect(discord.asked.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
});

test('one’s own messages with the bot are called no channel', async () => {
  const { discord } = await discordWalk();
  expect((await discord.direct('ada').slash('/pause')).text).toContain('This conversation is paused');
  const news = discord.guild('g').channel('news').member('tom');
  expect((await news.slash('/subscriptions')).text).toContain('This channel rings for nothing');
});

test('an answer holds what it is to show and nothing else, for servers that refuse what they do not know', async () => {
  const { discord } = await discordWalk();
  await discord.guild('g').channel('news').member('ada').slash('/help');
  const { body } = discord.asked.find(({ path }) => path.includes('/callback'))!;
  expect(Object.keys(Object(Object(body).data)).toSorted()).toEqual([
    'allowed_mentions',
    'components',
    'flags',
  ]);
});

test('what a person may do is worked out where it is not said, and buttons are understood', async () => {
  const { discord, publish } = await discordWalk();
  discord.state.eventsAreBare = true;
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const news = guild.channel('news');
  const subscribe = (name: string) => news.member(name).slash('/subscribe', { keywords: 'layoffs' });
  expect(await subscribe('bob')).toMatchObject({ text: expect.stringContaining('Only those who manage') });
  expect(await subscribe('ada')).toMatchObject({ text: expect.stringContaining('layoffs') });
  news.allow('MANAGE_CHANNELS', 'bob');
  expect(await subscribe('bob')).toMatchObject({ text: expect.stringContaining('layoffs') });
  await publish('Cirrovia announces layoffs in three countries');
  const alert = news.ledger().find(({ text }) => text.includes('Cirrovia'))!;
  expect(await news.member('bob').press(alert, 'Why?')).toMatchObject({ kind: 'message', private: true });
});

test('a channel that somebody does not see is not shown to them by its id', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const hidden = guild.channel('hidden');
  await hidden.member('ada').slash('/subscribe', { keywords: 'layoffs' });
  const tom = guild.channel('news').member('tom');
  const offered = () =>
    tom.autocomplete('/unsubscribe', 'subscription', { subscription: 'la', channel: 'hidden' });
  expect(await offered()).toHaveLength(1);
  hidden.deny('VIEW_CHANNEL', 'tom');
  expect(await offered()).toEqual([]);
  const { text } = await tom.slash('/subscriptions', { channel: 'hidden' });
  expect(text).toContain('I cannot see that channel');
  expect(text).not.toContain('layoffs');
});

test('a fault of ours is said to whoever asked, and noted', async () => {
  const { discord, warnings } = await discordWalk({
    harm: (store) => ({
      ...store,
      articles: { ...store.articles, search: () => Promise.reject(new Error('the disk is full')) },
    }),
  });
  const seen = await discord.guild('g').channel('news').member('ada').slash('/latest');
  expect(seen).toMatchObject({ kind: 'message', private: true });
  expect(seen.text).not.toContain('disk');
  expect(warnings.join()).toContain('the disk is full');
});

/** A store in which looking for articles waits until it is told to go on. */
function slowSearch() {
  const opened = Promise.withResolvers<void>();
  let asked = false;
  const harm = (store: Store): Store => ({
    ...store,
    articles: {
      ...store.articles,
      async search(search) {
        asked = true;
        await opened.promise;
        return store.articles.search(search);
      },
    },
  });
  return { harm, asked: () => asked, open: () => opened.resolve() };
}
