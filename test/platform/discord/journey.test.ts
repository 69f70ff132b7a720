import { describe, expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../../fakes/feed-server.ts';
import type { ChannelPlace } from '../../fakes/discord/places.ts';
import type { Person } from '../../fakes/discord/people.ts';
import { until } from '../until.ts';
import { threadIn } from './thread-in.ts';
import { discordWalk } from './walk.ts';

type Walk = Awaited<ReturnType<typeof discordWalk>>;

const cuts = 'Hollowgate announces layoffs of 400 people';

/** Where somebody subscribes, and where the alert is then seen. */
interface Ground {
  readonly manager: Person;
  /** What follows the words in `/subscribe`. */
  readonly options?: { readonly channel: string };
  readonly place: () => Pick<ChannelPlace, 'ledger'>;
  /** The same person, where the alert is. */
  readonly there: () => Person;
}

const grounds: ReadonlyArray<[where: string, open: (walk: Walk) => Ground | Promise<Ground>]> = [
  ['a channel', (walk) => inChannel(walk, 'text')],
  ['an announcement channel', (walk) => inChannel(walk, 'announcement')],
  [
    'a thread',
    async ({ discord }) => {
      const guild = discord.guild('g');
      const news = guild.channel('news');
      guild.member('ada', 'MANAGE_CHANNELS');
      const thread = threadIn(discord, news);
      const ada = thread.member('ada');
      return { manager: ada, place: () => thread, there: () => ada };
    },
  ],
  [
    'a forum, from the channel beside it',
    ({ discord }) => {
      const guild = discord.guild('g');
      const forum = guild.channel('stories', 'forum');
      guild.member('ada', 'MANAGE_CHANNELS');
      const post = (): ChannelPlace => forum.threads()[0]!;
      return {
        manager: guild.channel('news').member('ada'),
        options: { channel: 'stories' },
        place: post,
        there: () => post().member('ada'),
      };
    },
  ],
  [
    'direct messages, where everybody manages',
    ({ discord }) => {
      const ada = discord.direct('ada');
      return { manager: ada, place: () => ada, there: () => ada };
    },
  ],
];

describe('subscribe → article → alert → why → mute → unsubscribe', () => {
  test.each(grounds)('in %s', async (_, open) => {
    const walk = await discordWalk();
    const { manager, options = {}, place, there } = await open(walk);

    const subscribed = await manager.slash('/subscribe', { keywords: 'AWS, layoffs', ...options });
    expect(subscribed).toMatchObject({ kind: 'message', private: false });
    expect(subscribed.text).toContain('layoffs');

    await walk.publish(cuts);
    const alert = alertIn(place());
    expect(alert.controls).toEqual(['Why?', 'Mute story', 'Unsubscribe']);

    const why = await there().press(alert, 'Why?');
    expect(why).toMatchObject({ kind: 'message', private: true });
    expect(why.text).toContain('layoffs');

    const muted = await there().press(alert, 'Mute story');
    expect(muted).toMatchObject({ private: true });
    expect(muted.text).toContain(cuts);

    expect(await there().press(alert, 'Unsubscribe')).toMatchObject({ private: true });
    const left = await manager.slash('/subscriptions', options);
    expect(left).toMatchObject({ private: true });
    expect(left.text).toContain('AWS');
    expect(left.text).not.toContain('layoffs');
  });
});

describe('a member who manages nothing', () => {
  test('is told so, alone, and changes nothing', async () => {
    const { discord } = await discordWalk();
    const tom = discord.guild('g').channel('news').member('tom');
    const refused = await tom.slash('/subscribe', { keywords: 'quantum' });
    expect(refused).toMatchObject({ kind: 'message', private: true });
    expect(refused.text).toContain('Only those who manage this channel');
    expect((await tom.slash('/subscriptions')).text).not.toContain('quantum');
  });

  test('may ask why, and neither mutes nor stops what others want', async () => {
    const walk = await discordWalk();
    const { manager } = inChannel(walk, 'text');
    await manager.slash('/subscribe', { keywords: 'layoffs' });
    await walk.publish(cuts);
    const news = walk.discord.guild('g').channel('news');
    const tom = news.member('tom');
    const alert = alertIn(news);

    expect((await tom.press(alert, 'Why?')).text).toContain('layoffs');
    expect((await tom.press(alert, 'Mute story')).text).toContain('Only those who manage this channel');
    expect((await tom.press(alert, 'Unsubscribe')).text).toContain('Only whoever made it');
    expect((await tom.slash('/subscriptions')).text).toContain('layoffs');
    expect(alertIn(news).controls).toHaveLength(3);
  });

  test('does not find in the menu what only silences others', async () => {
    const { discord } = await discordWalk();
    const tom = discord.guild('g').channel('news').member('tom');
    await expect(tom.slash('/pause')).rejects.toThrow();
  });

  test('manages a channel that its overwrites give them', async () => {
    const { discord } = await discordWalk();
    const news = discord.guild('g').channel('news');
    const tom = news.member('tom');
    news.allow('MANAGE_CHANNELS', 'tom');
    expect(await tom.slash('/subscribe', { keywords: 'AWS' })).toMatchObject({ private: false });
    const elsewhere = discord.guild('g').channel('other').member('tom');
    expect(await elsewhere.slash('/subscribe', { keywords: 'AWS' })).toMatchObject({ private: true });
    // Nor may it be done from the channel that is theirs.
    discord.guild('g').channel('other');
    expect(await tom.slash('/subscribe', { keywords: 'AWS', channel: 'other' })).toMatchObject({
      private: true,
    });
  });
});

test('what a server watches is changed by those who manage the server, not by those of one channel', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  news.allow('MANAGE_CHANNELS', 'tom');
  const change = 'remove 99';
  const tom = await news.member('tom').slash('/sources', { change });
  expect(tom.text).toContain('Only those who manage this workspace');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = await news.member('ada').slash('/sources', { change });
  expect(ada.text).not.toContain('Only those who manage');
});

test('an outsider sees in their direct messages nothing of a server, nor of what another watches alone', async () => {
  const { discord, settle } = await discordWalk();
  const feed = await startFeedServer();
  onTestFinished(feed.close);
  feed.answer('/secret', { body: '<rss><channel><title>Secret wire</title></channel></rss>' });
  const url = `${feed.origin}/secret`;
  await discord.direct('ada').slash('/sources', { change: `add ${url}` });
  await settle();
  expect((await discord.direct('ada').slash('/sources')).text).toContain('Secret');

  const oscar = discord.direct('oscar');
  expect((await oscar.slash('/sources')).text).not.toContain('Secret');
  expect((await oscar.slash('/subscriptions')).text).toContain('/subscribe');
  const inGuild = discord.guild('g').channel('news').member('ada');
  expect((await inGuild.slash('/sources')).text).not.toContain('Secret');
});

test('of several subscriptions that rang for one alert, one is chosen to stop', async () => {
  const walk = await discordWalk();
  const { manager, place } = inChannel(walk, 'text');
  await manager.slash('/subscribe', { keywords: 'layoffs, Hollowgate' });
  await walk.publish(cuts);

  const asked = await manager.press(alertIn(place()), 'Unsubscribe');
  expect(asked).toMatchObject({ private: true });
  const stopped = await asked.choose('Stop ringing for…', 'Hollowgate');
  expect(stopped).toMatchObject({ kind: 'update' });
  const left = (await manager.slash('/subscriptions')).text;
  expect(left).toContain('layoffs');
  expect(left).not.toContain('Hollowgate');

  // The one that is left needs no choice.
  expect((await manager.press(alertIn(place()), 'Unsubscribe')).text).toContain('layoffs');
  expect((await manager.press(alertIn(place()), 'Unsubscribe')).text).toContain('there any more');
});

test('an answer about another channel than this one names it', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  const stories = guild.channel('stories', 'forum');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = guild.channel('news').member('ada');
  const there = await ada.slash('/subscribe', { keywords: 'layoffs', channel: 'stories' });
  expect(there.text).toMatch(new RegExp(`^In <#${stories.id}>:\nThis channel now rings for`));
  const here = await ada.slash('/subscribe', { keywords: 'layoffs' });
  expect(here.text).toMatch(/^This channel now rings for/);
  expect((await ada.slash('/latest')).text).not.toContain('<#');
});

test('commands in the post of an alert are about the forum', async () => {
  const { discord, publish, store } = await discordWalk();
  const guild = discord.guild('g');
  const forum = guild.channel('stories', 'forum');
  guild.member('ada', 'MANAGE_CHANNELS');
  await guild.channel('news').member('ada').slash('/subscribe', { keywords: 'layoffs', channel: 'stories' });
  await publish(cuts);
  const ada = forum.threads()[0]!.member('ada');
  expect((await ada.slash('/subscriptions')).text).toContain('layoffs');
  expect((await ada.slash('/why')).text).toContain(cuts);
  const offered = await ada.autocomplete('/unsubscribe', 'subscription', { subscription: 'la' });
  expect(offered.map(({ value }) => value)).toEqual(['layoffs']);
  await ada.slash('/pause');
  const workspace = await store.workspaces.find('discord', guild.id);
  const paused = (await store.workspaces.channels(workspace!.id)).filter(({ status }) => status === 'paused');
  expect(paused.map(({ externalId }) => externalId)).toEqual([forum.id]);
});

test('a thread that is followed itself is meant where it is asked, and so is one that is about to be', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  guild.member('ada', 'MANAGE_CHANNELS');
  await news.member('ada').slash('/subscribe', { keywords: 'layoffs' });
  const ada = threadIn(discord, news).member('ada');
  await ada.slash('/subscribe', { keywords: 'AWS' });
  const here = (await ada.slash('/subscriptions')).text;
  expect(here).toContain('AWS');
  expect(here).not.toContain('layoffs');
});

test('the buttons of a forum post that was archived before the connection began go on', async () => {
  const { discord, publish, world, connected, bot } = await discordWalk();
  const guild = discord.guild('g');
  const forum = guild.channel('stories', 'forum');
  guild.member('ada', 'MANAGE_CHANNELS');
  await guild.channel('news').member('ada').slash('/subscribe', { keywords: 'layoffs', channel: 'stories' });
  await publish(cuts);
  const post = forum.threads()[0]!;
  post.archive();
  discord.gateway.close(4011);
  await until(() => bot.links()['discord']?.says.startsWith('connected') === false);
  await until(async () => {
    await world.advance(1000);
    return discord.gateway.identified() === 2;
  });
  await connected();
  expect((await post.member('ada').press(alertIn(post), 'Why?')).text).toContain('layoffs');
});

test('whoever speaks French is answered in French, whatever the server speaks', async () => {
  const { discord } = await discordWalk();
  discord.speaks('zoé', 'fr');
  const { text } = await discord.guild('g').channel('news').member('zoé').slash('/subscriptions');
  expect(text).toContain('Ce salon');
});

test('what an outlet or a person wrote calls nobody and is no Markdown', async () => {
  const walk = await discordWalk();
  const { manager } = inChannel(walk, 'text');
  const { line } = await manager.slash('/subscribe', { keywords: '@everyone **layoffs**' });
  expect(line?.pings).toEqual({ everyone: false, users: [], roles: [] });
  expect(line?.text).toContain(String.raw`\*\*layoffs\*\*`);
});

function inChannel({ discord }: Walk, kind: 'text' | 'announcement'): Ground {
  const guild = discord.guild('g');
  const news = guild.channel('news', kind);
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = news.member('ada');
  return { manager: ada, place: () => news, there: () => ada };
}

function alertIn(place: Pick<ChannelPlace, 'ledger'>) {
  const alert = place.ledger().find(({ text, controls }) => text.includes(cuts) && controls.length === 3);
  if (alert === undefined) throw new Error(`no alert among ${JSON.stringify(place.ledger())}`);
  return alert;
}
