import { describe, expect, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { asking } from './asking.ts';
import { usualLimits } from './limits.ts';

const minute = 60_000;

describe('a nonce', () => {
  const posts = async () => {
    const world = manualWorld();
    const { discord, ask } = await asking({ now: world.now, after: world.after });
    const guild = discord.guild('g');
    const post = async (channel: string, nonce: string | undefined, enforce = true) =>
      (
        await ask('POST', `/channels/${guild.channel(channel).id}/messages`, {
          content: 'a',
          nonce,
          enforce_nonce: enforce,
        })
      ).body['id'];
    return { world, discord, ask, guild, post };
  };

  test('brings the same message back for 2 minutes, in the same channel', async () => {
    const { world, guild, post } = await posts();
    const first = await post('news', 'n1');
    expect(await post('news', 'n1')).toBe(first);
    expect(await post('other', 'n1')).not.toBe(first);
    expect(await post('news', 'n2')).not.toBe(first);
    await world.advance(2 * minute - 1);
    expect(await post('news', 'n1')).toBe(first);
    await world.advance(1);
    expect(await post('news', 'n1')).not.toBe(first);
    expect(guild.channel('news').ledger()).toHaveLength(3);
  });

  test('means nothing where it is not enforced', async () => {
    const { guild, post } = await posts();
    await post('news', 'n1', false);
    await post('news', 'n1', false);
    expect(guild.channel('news').ledger()).toHaveLength(2);
  });

  test('is in the answer, and not in history', async () => {
    const { discord, ask } = await asking();
    const { id } = discord.guild('g').channel('news');
    const { body } = await ask('POST', `/channels/${id}/messages`, { content: 'a', nonce: 'n1' });
    expect(body).toMatchObject({ nonce: 'n1' });
    const history = await ask('GET', `/channels/${id}/messages`);
    expect(history.body).toMatchObject([{ content: 'a' }]);
    expect(JSON.stringify(history.body)).not.toContain('nonce');
  });
});

describe('history', () => {
  const rows: ReadonlyArray<[query: string, contents: readonly string[]]> = [
    ['limit=2', ['5', '4']],
    ['before=$3', ['2', '1']],
    ['before=$3&limit=1', ['2']],
    ['after=$3', ['5', '4']],
    ['after=$2&limit=1', ['3']],
    ['around=$3&limit=3', ['4', '3', '2']],
    ['', ['5', '4', '3', '2', '1']],
  ];

  test.each(rows)('is read newest first: %s', async (query, contents) => {
    const { discord, ask } = await asking();
    const news = discord.guild('g').channel('news');
    const ids = ['1', '2', '3', '4', '5'].map((content) => news.member('ada').say(content));
    const asked = query.replace(/\$(\d)/, (_, n) => ids[Number(n) - 1] ?? '');
    const { body } = await ask('GET', `/channels/${news.id}/messages?${asked}`);
    expect((body as unknown as readonly { content: string }[]).map(({ content }) => content)).toEqual(
      contents,
    );
  });

  test('has no deleted message', async () => {
    const { discord, ask } = await asking();
    const { id } = discord.guild('g').channel('news');
    const { body } = await ask('POST', `/channels/${id}/messages`, { content: 'a' });
    await ask('DELETE', `/channels/${id}/messages/${String(body['id'])}`);
    expect((await ask('GET', `/channels/${id}/messages`)).body).toEqual([]);
    expect(await ask('GET', `/channels/${id}/messages/${String(body['id'])}`)).toMatchObject({ code: 10008 });
    expect(discord.ledger(id)).toEqual([]);
  });

  test.each(['limit=0', 'limit=101', 'before=x'])('is not read with %s', async (query) => {
    const { discord, ask } = await asking();
    const { id } = discord.guild('g').channel('news');
    expect(await ask('GET', `/channels/${id}/messages?${query}`)).toMatchObject({ code: 50035 });
  });
});

describe('a reply', () => {
  test('hangs on what it answers; to what is gone it is refused, or becomes a plain message', async () => {
    const { discord, ask } = await asking();
    const news = discord.guild('g').channel('news');
    const there = news.member('ada').say('question');
    const reply = (message_id: string, more = {}) =>
      ask('POST', `/channels/${news.id}/messages`, {
        content: 'a',
        message_reference: { message_id, ...more },
      });
    await reply(there);
    expect(await reply('1')).toMatchObject({ code: 50035, wrong: ['message_reference'] });
    await reply('1', { fail_if_not_exists: false });
    expect(news.ledger().map(({ replyTo }) => replyTo)).toEqual([undefined, there, undefined]);
  });
});

test('messages older than an hour can be edited only a few times', async () => {
  const world = manualWorld();
  const { discord, rest, ask } = await asking({ now: world.now, after: world.after });
  const { id } = discord.guild('g').channel('news');
  const { body } = await ask('POST', `/channels/${id}/messages`, { content: 'a' });
  const edit = () =>
    discord.handle({
      method: 'PATCH',
      path: `/api/v10/channels/${id}/messages/${String(body['id'])}`,
      authorization: `Bot ${discord.token()}`,
      body: { content: 'b' },
    });
  await world.advance(60 * minute - 1);
  for (let n = 0; n < 10; n += 1) expect(edit().status).toBe(200);
  await world.advance(1);
  for (let n = 0; n < usualLimits.oldEdits.limit; n += 1) expect(edit().status).toBe(200);
  expect(edit()).toMatchObject({
    status: 429,
    body: { code: 30046, retry_after: 20 },
    headers: { 'retry-after': '20' },
  });
  await world.advance(usualLimits.oldEdits.perMs);
  expect(edit().status).toBe(200);
  rest.clearHandlerSweeper();
});

describe('publishing', () => {
  test('works once for each message, in an announcement channel', async () => {
    const { discord, ask } = await asking();
    const guild = discord.guild('g');
    const post = async (channel: string, kind: 'text' | 'announcement') => {
      const { id } = guild.channel(channel, kind);
      const { body } = await ask('POST', `/channels/${id}/messages`, { content: 'a' });
      return `/channels/${id}/messages/${String(body['id'])}/crosspost`;
    };
    const announced = await post('announcements', 'announcement');
    expect(await ask('POST', announced)).toMatchObject({ status: 200 });
    expect(await ask('POST', announced)).toMatchObject({ code: 40033 });
    expect(await ask('POST', await post('news', 'text'))).toMatchObject({ code: 50024 });
    expect(guild.channel('announcements').ledger()).toMatchObject([{ crossposted: true }]);
  });
});

describe('a direct message', () => {
  test('arrives, unless the person lets none in', async () => {
    const { discord, ask } = await asking();
    const ada = discord.direct('ada');
    const { body } = await ask('POST', '/users/@me/channels', { recipient_id: ada.id });
    const send = () => ask('POST', `/channels/${String(body['id'])}/messages`, { content: 'ding' });
    expect(await send()).toMatchObject({ status: 200 });
    expect(ada.ledger()).toMatchObject([{ text: 'ding' }]);
    discord.takesDirectMessages('ada', false);
    expect(await ask('POST', '/users/@me/channels', { recipient_id: ada.id })).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ status: 403, code: 50007 });
  });

  test('to nobody is refused', async () => {
    const { ask } = await asking();
    expect(await ask('POST', '/users/@me/channels', { recipient_id: '12345678901234567' })).toMatchObject({
      code: 50033,
    });
  });
});

describe('who is called', () => {
  const rows: ReadonlyArray<
    [about: string, content: string, allowed: object | undefined, mayCallAll: boolean, called: object]
  > = [
    ['everybody, by who may', '@everyone', undefined, true, { everyone: true }],
    ['nobody, by who may not', '@everyone <@&$quiet>', undefined, false, { everyone: false, roles: [] }],
    [
      'nobody, where nothing is parsed',
      '@everyone <@$ada>',
      { parse: [] },
      true,
      { everyone: false, users: [] },
    ],
    ['a person', '<@$ada>', undefined, false, { users: ['$ada'] }],
    ['a person who is listed', '<@$ada> <@$bob>', { users: ['$bob'] }, false, { users: ['$bob'] }],
    ['nobody who is listed and not mentioned', 'hello', { users: ['$ada'] }, false, { users: [] }],
    ['a role that may be mentioned', '<@&$loud>', undefined, false, { roles: ['$loud'] }],
    ['any role, by who may call all', '<@&$quiet>', undefined, true, { roles: ['$quiet'] }],
  ];

  test.each(rows)('%s', async (_, content, allowed, mayCallAll, called) => {
    const { discord, ask } = await asking();
    const guild = discord.guild('g');
    const ids: Record<string, string> = {
      ada: guild.member('ada'),
      bob: guild.member('bob'),
      loud: guild.role('loud', { mentionable: true }),
      quiet: guild.role('quiet'),
    };
    if (mayCallAll) guild.grantBot('MENTION_EVERYONE');
    const filled = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value ?? null).replaceAll(/\$(\w+)/g, (__, name) => ids[name] ?? '')) as T;
    const body = { content: filled(content), ...(allowed && { allowed_mentions: filled(allowed) }) };
    const news = guild.channel('news');
    await ask('POST', `/channels/${news.id}/messages`, body);
    expect(news.ledger()[0]?.pings).toMatchObject(filled(called));
  });
});
