import { expect, test } from 'vitest';
import { clientOfFake, errorOf, refusalOf } from './web-client.ts';

test('the app knows who it is', async () => {
  const { web, acme } = clientOfFake();
  expect(await web.auth.test()).toMatchObject({
    ok: true,
    team: 'acme',
    team_id: acme.id,
    user_id: acme.botUserId,
    bot_id: acme.botId,
    url: 'https://acme.slack.com/',
  });
});

test('a channel is told with whether the bot is in it', async () => {
  const { web, acme, news } = clientOfFake();
  const { channel } = await web.conversations.info({ channel: news.id, include_num_members: true });
  expect(channel).toMatchObject({
    id: news.id,
    name: 'news',
    is_member: true,
    is_private: false,
    num_members: 2,
  });
  news.archive();
  news.removeBot();
  const { channel: later } = await web.conversations.info({ channel: news.id });
  expect(later).toMatchObject({ is_archived: true, is_member: false });
  const den = acme.channel('den', { private: true, withBot: false });
  expect(await errorOf(web.conversations.info({ channel: den.id }))).toBe('channel_not_found');
});

test('channels are listed page by page, of private ones those with the bot', async () => {
  const { web, acme } = clientOfFake();
  for (const name of ['a', 'b', 'c']) acme.channel(name, { withBot: false });
  acme.channel('den', { private: true });
  acme.channel('secret', { private: true, withBot: false });
  acme.channel('old').archive();
  const names: unknown[] = [];
  for await (const { channels } of web.paginate('conversations.list', {
    types: 'public_channel,private_channel',
    exclude_archived: true,
    limit: 2,
  }) as AsyncIterable<{ channels: readonly { name: string }[] }>) {
    names.push(channels.map(({ name }) => name));
  }
  expect(names).toEqual([
    ['general', 'news'],
    ['a', 'b'],
    ['c', 'den'],
  ]);
  expect(await errorOf(web.conversations.list({ types: 'party_channel' }))).toBe('invalid_types');
});

test('the bot knows the channels in which it is', async () => {
  const { web, acme, news } = clientOfFake();
  acme.channel('elsewhere', { withBot: false });
  const { channels } = await web.users.conversations({});
  expect(channels?.map(({ id }) => id)).toEqual([news.id]);
});

test('who is in a channel is told by ids', async () => {
  const { web, acme, news } = clientOfFake();
  const ada = acme.person('ada');
  ada.joins(news);
  const { members } = await web.conversations.members({ channel: news.id });
  expect(members).toContain(ada.id);
  expect(members).toContain(acme.botUserId);
});

test('the bot joins public channels by itself, others by invitation', async () => {
  const { web, acme, news } = clientOfFake();
  const open = acme.channel('open', { withBot: false });
  expect(await errorOf(web.chat.postMessage({ channel: open.id, text: 'x' }))).toBe('not_in_channel');
  await web.conversations.join({ channel: open.id });
  expect(await errorOf(web.chat.postMessage({ channel: open.id, text: 'x' }))).toBeUndefined();
  expect((await web.conversations.join({ channel: news.id })).warning).toBe('already_in_channel');
  const den = acme.channel('den', { private: true });
  expect(await errorOf(web.conversations.join({ channel: den.id }))).toBe(
    'method_not_supported_for_channel_type',
  );
});

test('a conversation with a person is opened once', async () => {
  const { web, acme } = clientOfFake();
  const ada = acme.person('ada');
  const { channel } = await web.conversations.open({ users: ada.id });
  expect(channel?.id).toBe(ada.direct().id);
  expect(await web.conversations.open({ users: ada.id })).toMatchObject({ already_open: true, channel });
  expect(await errorOf(web.conversations.open({ users: 'U0NOBODY' }))).toBe('user_not_found');
  expect(await errorOf(web.conversations.open({ users: acme.botUserId }))).toBe('cannot_dm_bot');
  ada.leavesTheTeam();
  expect(await errorOf(web.conversations.open({ users: ada.id }))).toBe('user_disabled');
  // What is said to who has gone is taken all the same.
  expect(await errorOf(web.chat.postMessage({ channel: ada.id, text: 'x' }))).toBeUndefined();
});

test('a person is told with zone, language and role', async () => {
  const { web, acme } = clientOfFake();
  const eva = acme.person('eva', { kind: 'admin', zone: 'Europe/Paris', locale: 'fr-FR' });
  const { user } = await web.users.info({ user: eva.id, include_locale: true });
  expect(user).toMatchObject({
    tz: 'Europe/Paris',
    tz_offset: 3600,
    locale: 'fr-FR',
    is_admin: true,
    is_restricted: false,
  });
  const gus = acme.person('gus', { kind: 'guest' });
  expect((await web.users.info({ user: gus.id })).user).toMatchObject({
    is_admin: false,
    is_restricted: true,
  });
});

test('of what comes as JSON some methods see nothing', async () => {
  const { slack, acme, news } = clientOfFake();
  const ask = async (method: string, body: object): Promise<unknown> => {
    const answer = await slack.fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${acme.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  expect(await ask('users.info', { user: acme.person('ada').id })).toMatchObject({
    ok: false,
    error: 'user_not_found',
  });
  expect(await ask('conversations.history', { channel: news.id })).toMatchObject({
    ok: true,
    warning: 'missing_charset',
  });
});

test('a link to a message leads to its thread', async () => {
  const { web, news } = clientOfFake();
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'story' });
  const { ts: reply } = await web.chat.postMessage({ channel: news.id, text: 'more', thread_ts: ts! });
  const { permalink } = await web.chat.getPermalink({ channel: news.id, message_ts: reply! });
  expect(permalink).toBe(
    `https://acme.slack.com/archives/${news.id}/p${reply!.replace('.', '')}?thread_ts=${ts}&cid=${news.id}`,
  );
});

test('a missing argument is named', async () => {
  const { web } = clientOfFake();
  expect(await refusalOf(web.apiCall('chat.postMessage', { text: 'x' }))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] missing required field: channel'] },
  });
});

test('two workspaces see nothing of each other', async () => {
  const { slack, web, acme } = clientOfFake();
  const theirs = slack.team('globex').channel('news');
  expect(await errorOf(web.chat.postMessage({ channel: theirs.id, text: 'x' }))).toBe('channel_not_found');
  expect(await errorOf(web.users.info({ user: slack.asPerson('globex', 'bob').id }))).toBe('user_not_found');
  expect((await web.team.info()).team?.id).toBe(acme.id);
});
