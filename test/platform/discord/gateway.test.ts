import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { discordWalk } from './walk.ts';

test('it asks for no privileged intent, which would be closed with 4014', async () => {
  const { discord, bot } = await discordWalk();
  expect(discord.gateway.identified()).toBe(1);
  expect(bot.links()['discord']).toMatchObject({ ok: true });
});

test.each([
  ['is asked to reconnect', 'reconnect'],
  ['breaks without a word', 'drop'],
] as const)('a connection that %s is resumed, and what was missed is answered', async (_, fault) => {
  const { discord, connected } = await discordWalk();
  discord.gateway[fault]();
  await until(() => discord.gateway.resumed() > 0);
  await connected();
  expect(discord.gateway.identified()).toBe(1);
  const ada = discord.guild('g').channel('news').member('ada');
  expect(await ada.slash('/help')).toMatchObject({ kind: 'message', private: true });
});

test('a session that Discord has forgotten begins again', async () => {
  const { discord, connected, world, bot } = await discordWalk();
  discord.gateway.invalidate(false);
  await until(async () => {
    await world.advance(1000);
    return discord.gateway.identified() === 2 && bot.links()['discord']?.ok === true;
  });
  await connected();
  expect(await discord.guild('g').channel('news').member('ada').slash('/help')).toMatchObject({
    kind: 'message',
  });
});

test('where Discord wants more shards, a new client begins with as many as it recommends', async () => {
  const { discord, connected, world, bot } = await discordWalk();
  const asked = () => discord.asked.filter(({ path }) => path.includes('/gateway/bot')).length;
  const before = asked();
  discord.gateway.close(4011);
  await until(() => bot.links()['discord']?.says.startsWith('connected') === false);
  await until(async () => {
    await world.advance(1000);
    return discord.gateway.identified() === 2;
  });
  await connected();
  expect(asked()).toBeGreaterThan(before);
});

test('an answer whose way is lost is given all the same', async () => {
  const { discord } = await discordWalk();
  const ada = discord.guild('g').channel('news').member('ada');
  discord.network.misbehave('reset before');
  expect(await ada.slash('/help')).toMatchObject({ kind: 'message', private: true });
});

test('a connection that is gone shows after a minute, and not before', async () => {
  const { discord, bot, world } = await discordWalk();
  await discord.close();
  await until(() => bot.links()['discord']?.says.startsWith('connection lost') === true);
  expect(bot.links()['discord']).toEqual({ ok: true, says: 'connection lost 0 s ago' });
  await world.advance(60_000);
  expect(bot.links()['discord']).toEqual({ ok: false, says: 'connection lost 60 s ago' });
});

test('a connection that breaks again and again identifies less and less often', async () => {
  const { discord, world } = await discordWalk();
  const made = [world.now()];
  while (made.length < 6) {
    discord.gateway.invalidate(false);
    await until(async () => {
      await world.advance(1000);
      return discord.gateway.identified() > made.length;
    });
    made.push(world.now());
  }
  const gaps = made.slice(1).map((at, n) => at - made[n]!);
  expect(gaps.slice(0, 4).every((gap) => gap >= 5000)).toBe(true);
  expect(gaps[4]).toBeGreaterThanOrEqual(60_000);
});

test('a gateway that turns it away is asked by one client alone', async () => {
  const { discord, connected, world } = await discordWalk();
  discord.turnAway(503, 4);
  discord.gateway.close(4011);
  await until(async () => {
    await world.advance(1000);
    return discord.gateway.identified() === 2;
  });
  await connected();
  // Half a second: so long a client that was given up would wait before it comes back.
  discord.gateway.reconnect();
  await until(() => discord.gateway.resumed() === 1);
  expect(discord.knocks()).toBe(1 + 4 + 1 + 1);
});

test('a gateway that closes who has no name is told one', async () => {
  const { discord } = await discordWalk({ wantsUserAgent: true });
  expect(discord.knocks()).toBe(1);
});

test('what it did not ask for, and what is not understood, ends nobody', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  // discord.js throws at both.
  const application = { id: '1', install_params: null };
  discord.gateway.say('MESSAGE_CREATE', { id: '2', channel_id: news.id, application });
  discord.gateway.say('GUILD_ROLE_CREATE', { guild_id: guild.id, role: null });
  expect(await news.member('ada').slash('/help')).toMatchObject({ kind: 'message', private: true });
});

test('a token that only the REST API calls void is not tried at the gateway', async () => {
  const { discord, bot, world } = await discordWalk();
  discord.misbehave({ fault: { kind: 'error', status: 400, code: 40_001 }, path: /users\/@me$/ });
  discord.gateway.close(4011);
  await until(async () => {
    await world.advance(1000);
    return bot.links()['discord']?.says === 'the token is not accepted';
  });
  expect(discord.knocks()).toBe(1);
});
