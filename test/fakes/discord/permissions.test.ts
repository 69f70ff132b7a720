import { expect, test } from 'vitest';
import { asking } from './asking.ts';
import type { Permission } from './permissions.ts';

type Deed =
  | 'post'
  | 'post embed'
  | 'reply'
  | 'list'
  | 'read'
  | 'edit'
  | 'delete theirs'
  | 'thread'
  | 'in thread';

const rows: ReadonlyArray<[denied: Permission, deed: Deed, status: number, code: number]> = [
  ['VIEW_CHANNEL', 'post', 403, 50001],
  ['VIEW_CHANNEL', 'list', 403, 50001],
  ['VIEW_CHANNEL', 'edit', 403, 50001],
  ['VIEW_CHANNEL', 'in thread', 403, 50001],
  ['SEND_MESSAGES', 'post', 403, 50013],
  ['SEND_MESSAGES', 'edit', 200, 0],
  ['SEND_MESSAGES', 'list', 200, 0],
  ['SEND_MESSAGES', 'in thread', 200, 0],
  ['SEND_MESSAGES_IN_THREADS', 'in thread', 403, 50013],
  ['SEND_MESSAGES_IN_THREADS', 'post', 200, 0],
  ['EMBED_LINKS', 'post embed', 403, 50013],
  ['EMBED_LINKS', 'post', 200, 0],
  ['READ_MESSAGE_HISTORY', 'reply', 403, 160002],
  ['READ_MESSAGE_HISTORY', 'read', 403, 50013],
  ['READ_MESSAGE_HISTORY', 'post', 200, 0],
  ['CREATE_PUBLIC_THREADS', 'thread', 403, 50013],
  ['MANAGE_MESSAGES', 'delete theirs', 403, 50013],
];

test.each(rows)('without %s: %s → %i %i', async (denied, deed, status, code) => {
  const { discord, ask } = await asking();
  const guild = discord.guild('g');
  guild.grantBot('MANAGE_MESSAGES');
  const news = guild.channel('news');
  const path = `/channels/${news.id}`;
  const ada = news.member('ada');
  const theirs = ada.say('hello');
  const { body } = await ask('POST', `${path}/messages`, { content: 'mine' });
  const mine = String(body['id']);
  const thread = await ask('POST', `${path}/messages/${mine}/threads`, { name: 't' });
  const deeds: Readonly<Record<Deed, () => ReturnType<typeof ask>>> = {
    post: () => ask('POST', `${path}/messages`, { content: 'a' }),
    'post embed': () => ask('POST', `${path}/messages`, { embeds: [{ title: 'a' }] }),
    reply: () => ask('POST', `${path}/messages`, { content: 'a', message_reference: { message_id: theirs } }),
    list: () => ask('GET', `${path}/messages`),
    read: () => ask('GET', `${path}/messages/${mine}`),
    edit: () => ask('PATCH', `${path}/messages/${mine}`, { content: 'b' }),
    'delete theirs': () => ask('DELETE', `${path}/messages/${ada.say('one more')}`),
    thread: () => ask('POST', `${path}/messages/${ada.say('one more')}/threads`, { name: 't' }),
    'in thread': () => ask('POST', `/channels/${String(thread.body['id'])}/messages`, { content: 'a' }),
  };
  expect(await deeds[deed]()).toMatchObject({ status: 200 });

  news.deny(denied);
  expect(await deeds[deed]()).toMatchObject({ status, code });
});

test('without READ_MESSAGE_HISTORY history is not refused: it is empty', async () => {
  const { discord, ask } = await asking();
  const news = discord.guild('g').channel('news');
  await ask('POST', `/channels/${news.id}/messages`, { content: 'a' });
  news.deny('READ_MESSAGE_HISTORY');
  expect(await ask('GET', `/channels/${news.id}/messages`)).toMatchObject({ status: 200, body: [] });
});

test('what was taken from everybody can be given to the bot alone', async () => {
  const { discord, ask } = await asking();
  const news = discord.guild('g').channel('news');
  const post = () => ask('POST', `/channels/${news.id}/messages`, { content: 'a' });
  news.deny(['VIEW_CHANNEL', 'SEND_MESSAGES'], 'everyone');
  expect(await post()).toMatchObject({ code: 50001 });
  news.allow('VIEW_CHANNEL');
  expect(await post()).toMatchObject({ code: 50013 });
  news.allow('SEND_MESSAGES');
  expect(await post()).toMatchObject({ status: 200 });
});

test('an administrator is stopped by nothing', async () => {
  const { discord, ask } = await asking();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  news.deny(['VIEW_CHANNEL', 'SEND_MESSAGES']);
  guild.grantBot('ADMINISTRATOR');
  expect(await ask('POST', `/channels/${news.id}/messages`, { content: 'a' })).toMatchObject({ status: 200 });
});

const gone: ReadonlyArray<[about: string, happens: (place: Place) => void, status: number, code: number]> = [
  ['the channel is deleted', ({ news }) => news.remove(), 404, 10003],
  ['the bot is thrown out', ({ guild }) => guild.kickBot(), 403, 50001],
  ['the token is revoked', ({ discord }) => void discord.gateway.revokeToken(), 200, 0],
];
interface Place {
  readonly discord: Awaited<ReturnType<typeof asking>>['discord'];
  readonly guild: ReturnType<Place['discord']['guild']>;
  readonly news: ReturnType<Place['guild']['channel']>;
}

test.each(gone)('a post after this: %s', async (_, happens, status, code) => {
  const { discord, ask } = await asking();
  const guild = discord.guild('g');
  const news = guild.channel('news');
  happens({ discord, guild, news });
  expect(await ask('POST', `/channels/${news.id}/messages`, { content: 'a' })).toMatchObject({
    status,
    code,
  });
});

test('a token that was revoked is good for nothing', async () => {
  const { discord } = await asking();
  const { id } = discord.guild('g').channel('news');
  const old = discord.token();
  const fresh = discord.gateway.revokeToken();
  const status = (token: string) =>
    discord.handle({ method: 'GET', path: `/api/v10/channels/${id}`, authorization: `Bot ${token}` });
  expect(status(old)).toMatchObject({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  expect(status(fresh)).toMatchObject({ status: 200 });
});
