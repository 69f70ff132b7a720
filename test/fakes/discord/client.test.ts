import { once } from 'node:events';
import { type Client, Events, GatewayIntentBits, REST } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { botOf, loggedIn } from './bot.ts';
import { fakeDiscord } from './fake-discord.ts';
import { type RunningDiscord, startFakeDiscord } from './server.ts';

async function running() {
  const bot = await loggedIn({ limits: { identifyAtOnce: { limit: 10, perMs: 5000 } } });
  onTestFinished(() => bot[Symbol.asyncDispose]());
  const news = bot.discord.guild('g').channel('news');
  return { ...bot, news };
}

test('discord.js logs in and knows where it is', async () => {
  const { client, discord, news } = await running();
  expect(client.user.id).toBe(discord.botId);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['g']);
  expect(client.channels.cache.get(news.id)).toMatchObject({ name: 'news', viewable: true });
});

test('discord.js finds members, who are not told of when it logs in', async () => {
  const { client, discord } = await running();
  const id = discord.guild('g').member('ada');
  const guild = client.guilds.cache.first();
  expect(guild?.members.cache.map(({ user }) => user.username)).toEqual(['Bellwire']);
  expect(await guild?.members.fetch({ user: [id] })).toHaveProperty('size', 1);
  expect(await guild?.members.fetch(id)).toMatchObject({ user: { username: 'ada' } });
});

test('discord.js’s REST client needs no socket', async () => {
  const discord = fakeDiscord();
  const { id } = discord.guild('g').channel('news');
  const rest = new REST({ makeRequest: discord.makeRequest }).setToken(discord.token());
  await rest.post(`/channels/${id}/messages`, { body: { content: 'hello' } });
  expect(discord.ledger(id)).toMatchObject([{ text: 'hello' }]);
});

describe('discord.js comes back', () => {
  const ways: ReadonlyArray<
    [about: string, happens: (discord: RunningDiscord) => void, event: Events, identified: number]
  > = [
    [
      'and resumes when told to reconnect (op 7)',
      ({ gateway }) => gateway.reconnect(),
      Events.ShardResume,
      1,
    ],
    [
      'and resumes an invalid session that can be (op 9)',
      ({ gateway }) => gateway.invalidate(true),
      Events.ShardResume,
      1,
    ],
    [
      'and identifies after one that cannot (op 9)',
      ({ gateway }) => gateway.invalidate(false),
      Events.ShardReady,
      2,
    ],
    ['and resumes after 4000', ({ gateway }) => gateway.close(4000), Events.ShardResume, 1],
    ['and identifies after 4009', ({ gateway }) => gateway.close(4009), Events.ShardReady, 2],
    ['and resumes when the connection broke', ({ gateway }) => gateway.drop(), Events.ShardResume, 1],
  ];
  test.each(ways)('%s, and misses nothing', async (_, happens, event, identified) => {
    const { client, discord, news } = await running();
    const back = once(client, event);
    happens(discord);
    await back;
    expect(discord.gateway.identified()).toBe(identified);
    const heard = once(client, Events.MessageCreate);
    news.member('ada').say('hello');
    expect(await heard).toMatchObject([{ author: { username: 'ada' } }]);
  });

  test('and is told what it missed', async () => {
    const { client, discord, news } = await running();
    const heard = once(client, Events.MessageCreate);
    discord.gateway.drop();
    const id = news.member('ada').say('while away');
    expect(await heard).toMatchObject([{ id }]);
    expect(discord.gateway.identified()).toBe(1);
  });
});

describe('discord.js gives up', () => {
  test('on a token that was revoked (4004)', async () => {
    const { client, discord } = await running();
    const gone = once(client, Events.ShardDisconnect);
    client.once(Events.Error, () => {});
    discord.gateway.revokeToken();
    expect((await gone)[0]).toMatchObject({ code: 4004 });
  });

  test('on a privileged intent that nobody switched on (4014)', async () => {
    const discord = await startFakeDiscord();
    const client = botOf(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    onTestFinished(async () => {
      await client.destroy();
      await discord.close();
    });
    await expect(client.login(discord.token())).rejects.toThrow('disallowed intents');
  });

  test('on a wrong token', async () => {
    const discord = await startFakeDiscord();
    const client = botOf(discord);
    onTestFinished(async () => {
      await client.destroy();
      await discord.close();
    });
    await expect(client.login('wrong.token.here')).rejects.toThrow(/invalid token/i);
  });
});

describe('discord.js hears what an administrator does', () => {
  type Place = Awaited<ReturnType<typeof running>>;
  const rows: ReadonlyArray<
    [event: Events, happens: (place: Place) => unknown, seen: (client: Client, place: Place) => unknown]
  > = [
    [
      Events.ChannelDelete,
      ({ news }) => news.remove(),
      (client, { news }) => client.channels.cache.has(news.id),
    ],
    [
      Events.GuildDelete,
      ({ discord }) => discord.guild('g').kickBot(),
      (client) => client.guilds.cache.size > 0,
    ],
    [
      Events.ChannelUpdate,
      ({ news }) => news.deny('SEND_MESSAGES'),
      (client, { news, discord }) => {
        const channel = client.channels.cache.get(news.id);
        return channel?.isTextBased() === true && !channel.isDMBased()
          ? channel.permissionsFor(discord.botId)?.has('SendMessages')
          : undefined;
      },
    ],
  ];
  test.each(rows)('%s', async (event, happens, stillThere) => {
    const place = await running();
    expect(stillThere(place.client, place)).toBe(true);
    const heard = once(place.client, event);
    happens(place);
    await heard;
    expect(stillThere(place.client, place)).toBe(false);
  });

  test('an outage, which is no farewell', async () => {
    const { client, discord } = await running();
    const away = once(client, Events.GuildUnavailable);
    discord.guild('g').outage();
    expect(await away).toMatchObject([{ name: 'g', available: false }]);
    const back = once(client, Events.GuildAvailable);
    discord.guild('g').outageOver();
    expect(await back).toMatchObject([{ name: 'g', available: true }]);
  });

  test('a new guild', async () => {
    const { client, discord } = await running();
    const heard = once(client, Events.GuildCreate);
    discord.guild('another');
    expect(await heard).toMatchObject([{ name: 'another' }]);
  });
});
