import { expect, test } from 'vitest';
import { discordWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';

async function open(settings: Readonly<Record<string, string>> = {}) {
  const walk = await discordWalk({ settings });
  const guild = walk.discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const news = guild.channel('news');
  return { ...walk, guild, news, ada: news.member('ada') };
}

test('an alert calls the role it is to call, and nobody else; it is silent and coloured as asked', async () => {
  const { guild, news, ada, publish } = await open();
  const role = guild.role('desk', { mentionable: true });
  const subscribed = await ada.slash('/subscribe', {
    keywords: 'layoffs',
    mention: 'desk',
    silent: true,
    colour: 'red',
  });
  expect(subscribed.text).toContain('silent · calls one person or group');
  await publish(`${cuts}, says @everyone`);
  const alert = news.ledger().at(-1);
  expect(alert?.pings).toEqual({ everyone: false, roles: [role], users: [] });
  expect(alert?.text).toContain('Hollowgate announces');
  const seen = await ada.slash('/subscriptions');
  expect(seen.text).toContain('silent · calls one person or group');
});

test('a role that the person may not call themselves is not called for them', async () => {
  const { guild, news, ada, publish } = await open();
  guild.role('board');
  const seen = await ada.slash('/subscribe', { keywords: 'layoffs', mention: 'board' });
  expect(seen).toMatchObject({ private: true, text: expect.stringContaining('only if you may call it') });
  await publish(cuts);
  expect(news.ledger().filter(({ text }) => text.includes('Hollowgate'))).toEqual([]);
});

test('a role that not everybody may call is called where both the person and the bot may', async () => {
  const { guild, news, ada, publish } = await open();
  const role = guild.role('board');
  guild.member('ada', 'MENTION_EVERYONE');
  const refused = await ada.slash('/subscribe', { keywords: 'layoffs', mention: 'board' });
  expect(refused.text).toContain('and so may I');
  guild.grantBot('MENTION_EVERYONE');
  await ada.slash('/subscribe', { keywords: 'layoffs', mention: 'board' });
  await publish(cuts);
  expect(news.ledger().at(-1)?.pings).toMatchObject({ roles: [role] });
});

test('subscribing again says how it is delivered from now on', async () => {
  const { news, ada, publish } = await open();
  await ada.slash('/subscribe', { keywords: 'layoffs' });
  const seen = await ada.slash('/subscribe', { keywords: 'layoffs', mention: 'ada' });
  expect(seen.text).toContain('delivered otherwise now · calls one person or group');
  await publish(cuts);
  expect(news.ledger().at(-1)?.pings).toMatchObject({
    everyone: false,
    roles: [],
    users: [expect.any(String)],
  });
});

test.each([
  ['everyone', 1],
  ['local', 0],
] as const)('what is dropped into an inbox for %s rings here %d times', async (whom, times) => {
  const { news, ada, drop, settle } = await open({ INBOX_FOR: whom });
  await ada.slash('/subscribe', { keywords: 'layoffs' });
  await drop('cuts.md', `# ${cuts}\n\nThe plant closes in June.\n`);
  await settle();
  expect(news.ledger().filter(({ text }) => text.includes('Hollowgate'))).toHaveLength(times);
  const { text } = await ada.slash('/sources');
  expect(text.includes('Inbox')).toBe(times === 1);
});
