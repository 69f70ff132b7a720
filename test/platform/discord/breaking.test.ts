import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/domain.ts';
import { bitsOf } from '../../fakes/discord/permissions.ts';
import { wireRole } from '../../fakes/discord/wire.ts';
import { until } from '../until.ts';
import { threadIn } from './thread-in.ts';
import { discordWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';

/** A channel in which ada, who manages it, follows layoffs. */
async function followed(kind: 'text' | 'announcement' = 'text') {
  const walk = await discordWalk();
  const guild = walk.discord.guild('g');
  const news = guild.channel('news', kind);
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = news.member('ada');
  await ada.slash('/subscribe', { keywords: 'layoffs' });
  const direct = walk.discord.direct('ada');

  async function channel(): Promise<Channel> {
    const workspace = await walk.store.workspaces.find('discord', guild.id);
    return (await walk.store.workspaces.findChannel(workspace!.id, news.id))!;
  }
  const told = () => direct.ledger().map(({ text }) => text);
  const alerts = () => news.ledger().filter(({ text }) => text.includes(cuts));
  const paused = () => until(async () => (await channel()).status === 'paused');
  const resumed = () => until(async () => (await channel()).status === 'ok');
  return { ...walk, guild, news, ada, channel, told, alerts, paused, resumed };
}

test('a permission that is taken away pauses the channel with a reason, and what waited comes once it is back', async () => {
  const { news, guild, channel, told, alerts, paused, resumed, publish, settle } = await followed();
  news.deny('SEND_MESSAGES');
  await paused();
  expect((await channel()).reason).toContain('“Send Messages”');
  await until(() => told().length > 0);
  expect(told()).toEqual([expect.stringContaining('Alerts for \\#news (g) wait, because')]);
  expect((await channel()).name).toBe('news');

  await publish(cuts);
  expect(alerts()).toEqual([]);
  const said = await news.member('ada').slash('/subscriptions');
  expect(said.text).toContain('Send Messages');

  news.allow('SEND_MESSAGES');
  await resumed();
  await settle();
  expect(alerts()).toHaveLength(1);
  expect(guild.channel('news').ledger().length).toBeGreaterThan(1);
});

test('whoever subscribed in many channels is told once when a role takes all of them away', async () => {
  const { discord, guild, ada, told, paused } = await followed();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    guild.channel(name);
    await ada.slash('/subscribe', { keywords: 'layoffs', channel: name });
  }
  const bo = guild.channel('bo');
  guild.member('bo', 'MANAGE_CHANNELS');
  await bo.member('bo').slash('/subscribe', { keywords: 'layoffs' });
  const whole = discord.state.guilds.get(guild.id)!;
  const everyone = { ...whole.roles.get(guild.id)!, permissions: bitsOf(['VIEW_CHANNEL']) };
  whole.roles.set(guild.id, everyone);
  discord.state.emit({ name: 'GUILD_ROLE_UPDATE', data: { guild_id: guild.id, role: wireRole(everyone) } });
  await paused();
  await until(() => told().length > 0 && discord.direct('bo').ledger().length > 0);
  expect(told()).toEqual([expect.stringMatching(/^Alerts for \\#news \(g\), .* and 2 more wait, because/)]);
  // Of what others follow nothing is said.
  expect(told().join()).not.toContain('bo');
  expect(discord.direct('bo').ledger()).toHaveLength(1);
});

test('a channel that it may not see any more is paused, and found again', async () => {
  const { news, channel, paused, resumed } = await followed();
  news.deny('VIEW_CHANNEL', 'everyone');
  await paused();
  expect((await channel()).reason).toBe('I am not allowed to see the channel');
  news.allow('VIEW_CHANNEL', 'everyone');
  await resumed();
});

test('what somebody has paused stays so when a permission comes back', async () => {
  const { news, ada, channel, discord, settle } = await followed();
  await ada.slash('/pause');
  news.deny('SEND_MESSAGES');
  news.allow('SEND_MESSAGES');
  // Said behind the others, and answered behind them.
  discord.guild('g').channel('last');
  await ada.slash('/subscriptions');
  await settle();
  expect(await channel()).toMatchObject({ status: 'paused', pausedBy: expect.any(String) });
  expect((await ada.slash('/subscriptions')).text).toContain('ada');
});

test('what Discord has said nothing of is noticed when an alert is turned away, and the subscriber is told', async () => {
  const { discord, news, guild, ada, channel, told, publish, settle } = await followed();
  discord.misbehave({
    fault: { kind: 'error', status: 403, code: 50_013 },
    method: 'POST',
    path: new RegExp(`/channels/${news.id}/messages$`),
    times: 100,
  });
  await publish(cuts);
  expect(await channel()).toMatchObject({ status: 'paused' });
  await until(() => told().length > 0);
  expect(told()).toEqual([expect.stringContaining('Alerts for \\#news (g) wait')]);

  // No event tells whether that is mended, and nobody hears of it twice.
  guild.grantBot('ADD_REACTIONS');
  await ada.slash('/subscriptions');
  await settle();
  expect(await channel()).toMatchObject({ status: 'paused' });
  expect(told()).toHaveLength(1);
});

test('a forum whose tags are for moderators is paused, and its subscriber is told once', async () => {
  const { discord, publish, settle, store } = await discordWalk();
  const guild = discord.guild('g');
  const forum = guild.channel('forum', 'forum', { tags: ['Staff!'], tagRequired: true });
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = guild.channel('news').member('ada');
  const { text } = await ada.slash('/subscribe', { keywords: 'layoffs', channel: 'forum' });
  expect(text).toContain('Alerts will have to wait, because a post there needs a tag');
  await publish(cuts);
  guild.grantBot('ADD_REACTIONS');
  await ada.slash('/subscriptions');
  await settle();
  const workspace = await store.workspaces.find('discord', guild.id);
  const paused = await store.workspaces.findChannel(workspace!.id, forum.id);
  expect(paused).toMatchObject({ status: 'paused', reason: expect.stringContaining('needs a tag') });
  expect(discord.direct('ada').ledger().length).toBeLessThanOrEqual(1);
});

test('resuming what cannot be posted to says why, and it stays paused', async () => {
  const { news, ada, channel, paused } = await followed();
  news.deny('SEND_MESSAGES');
  await paused();
  const { text } = await ada.slash('/resume');
  expect(text).toContain('Alerts will have to wait');
  expect((await channel()).status).toBe('paused');
});

test('whoever subscribes where nothing can be posted is told so at once', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  const quiet = guild.channel('quiet');
  guild.member('ada', 'MANAGE_CHANNELS');
  quiet.deny('SEND_MESSAGES');
  const { text } = await quiet.member('ada').slash('/subscribe', { keywords: 'layoffs' });
  expect(text).toContain('Alerts will have to wait, because I need the permission “Send Messages” there');
});

test.each(['text', 'announcement'] as const)(
  'a deleted channel (%s) is paused, its subscriber is told, and other channels go on',
  async (kind) => {
    const { news, guild, channel, told, paused, publish } = await followed(kind);
    const other = guild.channel('other');
    await other.member('ada').slash('/subscribe', { keywords: 'layoffs' });
    news.remove();
    await paused();
    expect((await channel()).reason).toBe('the channel was deleted');
    await until(() => told().length > 0);
    expect(told()).toEqual([expect.stringContaining('nowhere to go: the channel was deleted')]);
    await publish(cuts);
    expect(other.ledger().some(({ text }) => text.includes(cuts))).toBe(true);
  },
);

test('a deleted thread is paused', async () => {
  const { discord, store } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  guild.member('ada', 'MANAGE_CHANNELS');
  const thread = threadIn(discord, news);
  await thread.member('ada').slash('/subscribe', { keywords: 'layoffs' });
  thread.remove();
  const reason = async () => {
    const workspace = await store.workspaces.find('discord', guild.id);
    return (await store.workspaces.findChannel(workspace!.id, thread.id))?.reason;
  };
  await until(async () => (await reason()) !== undefined);
  expect(await reason()).toBe('the channel was deleted');
});

test.each([404, 403])('a %i of a proxy is no word of Discord about a thread', async (status) => {
  const { discord, store, connected, bot, world } = await discordWalk();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  guild.member('ada', 'MANAGE_CHANNELS');
  const thread = threadIn(discord, news);
  await thread.member('ada').slash('/subscribe', { keywords: 'layoffs' });
  thread.archive();
  const path = new RegExp(`/channels/${thread.id}$`);
  discord.misbehave({ fault: { kind: 'html', status }, method: 'GET', path });
  // A new client knows nothing of the thread.
  discord.gateway.close(4011);
  await until(() => bot.links()['discord']?.says.startsWith('connected') === false);
  await until(async () => {
    await world.advance(1000);
    return discord.asked.some((asked) => path.test(asked.path) && asked.status === status);
  });
  await connected();
  await news.member('ada').slash('/subscriptions');
  const workspace = await store.workspaces.find('discord', guild.id);
  expect(await store.workspaces.findChannel(workspace!.id, thread.id)).toMatchObject({ status: 'ok' });
  expect(discord.direct('ada').ledger()).toEqual([]);
});

test('a channel that is paused is tried again in time, should the word that it is mended be missed', async () => {
  const { discord, news, alerts, paused, publish, settle } = await followed();
  news.deny('SEND_MESSAGES');
  await paused();
  await publish(cuts);
  expect(alerts()).toEqual([]);
  // Given back without a word.
  discord.state.channels.get(news.id)!.overwrites.clear();
  await settle(60 * 60_000);
  expect(alerts()).toHaveLength(1);
});

describe('removed from a server', () => {
  test('it waits, and finds everything as it was when it is invited again', async () => {
    const { guild, ada, channel, told, alerts, paused, resumed, publish, settle } = await followed();
    guild.kickBot();
    await paused();
    expect((await channel()).reason).toBe('I was removed from the server');
    await until(() => told().length > 0);
    expect(told()).toEqual([expect.stringContaining('Alerts for g wait')]);
    await publish(cuts);
    expect(alerts()).toEqual([]);

    guild.addBot();
    await resumed();
    await settle();
    expect(alerts()).toHaveLength(1);
    expect((await ada.slash('/subscriptions')).text).toContain('layoffs');
  });

  test('while it was away: it notices when it is back', async () => {
    const { discord, guild, channel, paused, connected, world } = await followed();
    discord.gateway.close(4000);
    discord.gateway.invalidate(false);
    discord.state.guilds.get(guild.id)?.members.delete(discord.botId);
    await until(async () => {
      await world.advance(1000);
      return discord.gateway.identified() > 1;
    });
    await connected();
    await paused();
    expect((await channel()).reason).toBe('I was removed from the server');
  });

  test('a server that is only named after the others is no removal', async () => {
    const { discord, guild, channel, told, ada, connected, world } = await followed();
    discord.state.guildsComeLater = true;
    discord.gateway.invalidate(false);
    await until(async () => {
      await world.advance(1000);
      return discord.asked.some(({ path }) => path.endsWith(`/guilds/${guild.id}`));
    });
    await connected();
    await ada.slash('/subscriptions');
    expect((await channel()).status).toBe('ok');
    expect(told()).toEqual([]);
  });

  test('a server that does not say that it is there is looked after all the same', async () => {
    const { discord, news, channel, paused, connected, world } = await followed();
    discord.state.eventsAreBare = true;
    discord.gateway.invalidate(false);
    await until(async () => {
      await world.advance(1000);
      return discord.gateway.identified() === 2;
    });
    await connected();
    news.deny('SEND_MESSAGES');
    await paused();
    expect((await channel()).reason).toContain('“Send Messages”');
  });

  test('an outage of Discord is no removal', async () => {
    const { guild, channel, told, ada } = await followed();
    guild.outage();
    guild.outageOver();
    await ada.slash('/subscriptions');
    expect((await channel()).status).toBe('ok');
    expect(told()).toEqual([]);
  });
});

test('a token that is taken back pauses every server, and the local workspace goes on', async () => {
  const { discord, channel, paused, bot, warnings, say } = await followed();
  discord.gateway.revokeToken();
  await paused();
  expect((await channel()).reason).toBe('Discord does not accept my token any more');
  expect(bot.links()['discord']).toEqual({ ok: false, says: 'the token is not accepted' });
  expect(warnings.join('\n')).toContain('make a new one on the page');
  expect(await say('/latest')).toContain('No article');
});
