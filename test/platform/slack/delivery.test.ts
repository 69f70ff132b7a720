import { expect, test } from 'vitest';
import { readDelivery, readMentions } from '../../../src/platform/slack/delivery.ts';
import { lineWith, seen } from './look.ts';
import { slackWalk } from './walk.ts';

test('people and groups as Slack writes them are told from what is to be followed', () => {
  expect(readMentions('subscribe AWS <@U0123ABC|ada> <!subteam^S0123ABC|@desk>')).toEqual({
    rest: 'subscribe AWS',
    mentions: [
      { kind: 'member', id: 'U0123ABC' },
      { kind: 'role', id: 'S0123ABC' },
    ],
  });
  expect(readMentions('subscribe <!channel> AWS')).toEqual({
    rest: 'subscribe <!channel> AWS',
    mentions: [],
  });
});

const desk = { kind: 'role', id: 'S1' };
const typed: ReadonlyArray<readonly [input: string, rest: string, delivery: object | undefined]> = [
  ['AWS, layoffs', 'AWS, layoffs', undefined],
  ['AWS @desk', 'AWS', { mentions: [desk] }],
  ['@desk AWS, layoffs', 'AWS, layoffs', { mentions: [desk] }],
  ['AWS thread:yes', 'AWS', { thread: true }],
  ['IA fil:oui', 'IA', { thread: true }],
  ['AWS THREAD:YES @desk', 'AWS', { mentions: [desk], thread: true }],
  ['AWS thread:no', 'AWS', {}],
  ['AWS thread:yes, layoffs', 'AWS , layoffs', { thread: true }],
  ['thread:yesterday', 'thread:yesterday', undefined],
  ['"@desk" AWS', '"@desk" AWS', undefined],
  ['“thread:yes” AWS', '“thread:yes” AWS', undefined],
  ['press@wire.example', 'press@wire.example', undefined],
  ['C++ @ home', 'C++ @ home', undefined],
];
test.each(typed)('how it is delivered may be typed: %s', async (input, rest, delivery) => {
  const groupCalled = async (handle: string) => (handle === 'desk' ? 'S1' : undefined);
  expect(await readDelivery(input, [], groupCalled)).toEqual({ kind: 'known', input: rest, delivery });
});

test('a group that is typed is called; of a name that nobody has it is said what to do, and nothing is done', async () => {
  const { acme, store, publish } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  const id = acme.group('desk', ada);
  await ada.types('/news subscribe layoffs @nobody', news);
  const told = await seen(ada, news, 'no group called @nobody');
  expect(told.privateTo).toBe(ada.id);
  await ada.types('/news subscribe layoffs @desk thread:yes', news);
  await lineWith(news, 'layoffs');
  const workspace = await store.workspaces.find('slack', acme.id);
  const channel = await store.workspaces.findChannel(workspace!.id, news.id);
  expect(await store.subscriptions.ofChannel(channel!.id)).toMatchObject([
    { typed: 'layoffs', delivery: { mentions: [{ kind: 'role', id }], thread: true } },
  ]);
  await publish('Hollowgate announces layoffs of 400 people');
  expect(news.lines().flatMap(({ pings }) => pings.map((ping) => ping.id))).toContain(id);
});

test('also in a message to the bot', async () => {
  const { acme } = await slackWalk();
  const news = acme.channel('news');
  const [ada, bob] = [acme.person('ada'), acme.person('bob')];
  ada.mentions(news, `subscribe layoffs <@${bob.id}>`);
  expect((await lineWith(news, 'layoffs')).text).not.toContain(bob.id);
  ada.mentions(news, 'subscriptions');
  await lineWith(news, 'calls');
});
