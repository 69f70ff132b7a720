import { expect, test } from 'vitest';
import { clientOfFake, errorOf, refusalOf, type Client } from './web-client.ts';

test('a message is seen with its blocks, its metadata and its author', async () => {
  const { web, news, acme } = clientOfFake();
  const { ts, message } = await web.chat.postMessage({
    channel: news.id,
    text: 'AWS cuts jobs',
    blocks: [{ type: 'section', block_id: 'm1', text: { type: 'mrkdwn', text: '*AWS* cuts jobs' } }],
    metadata: { event_type: 'alert', event_payload: { marker: 'm1', revision: 0 } },
  });
  expect(message).toMatchObject({ bot_id: acme.botId, user: acme.botUserId, text: 'AWS cuts jobs' });
  expect(news.lines()).toMatchObject([
    {
      ts,
      by: 'bellwire',
      text: '*AWS* cuts jobs',
      fallback: 'AWS cuts jobs',
      metadata: { event_type: 'alert', event_payload: { marker: 'm1', revision: 0 } },
      edits: 0,
    },
  ]);
});

test('an edit keeps what it leaves out, and a deleted message is seen no more', async () => {
  const { web, news } = clientOfFake();
  const metadata = { event_type: 'alert', event_payload: { marker: 'm1' } };
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'one', metadata });
  await web.chat.update({ channel: news.id, ts: ts!, text: 'two' });
  expect(news.lines()).toMatchObject([{ text: 'two', before: ['one'], edits: 1, metadata }]);
  await web.chat.delete({ channel: news.id, ts: ts! });
  expect(news.lines()).toEqual([]);
  expect(await errorOf(web.chat.update({ channel: news.id, ts: ts!, text: 'three' }))).toBe(
    'message_not_found',
  );
});

test('a reply stands in its thread; one to a message that is not there is seen by nobody', async () => {
  const { web, news, world } = clientOfFake();
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'story' });
  await web.chat.postMessage({ channel: news.id, text: 'more', thread_ts: ts! });
  await web.chat.postMessage({ channel: news.id, text: 'astray', thread_ts: '1600000000.000100' });
  expect(news.lines().map(({ text, thread }) => [text, thread])).toEqual([
    ['story', undefined],
    ['more', ts],
  ]);
  await world.advance(1000);
  expect(
    await refusalOf(web.chat.postMessage({ channel: news.id, text: 'x', thread_ts: '0' })),
  ).toMatchObject({
    error: 'invalid_thread_ts',
    response_metadata: { messages: ['[ERROR] 0 is not a valid thread_ts'] },
  });
});

test('a message to a person comes in their conversation with the bot', async () => {
  const { web, acme } = clientOfFake();
  const ada = acme.person('ada');
  const { channel } = await web.chat.postMessage({ channel: ada.id, text: 'psst' });
  expect(channel).toBe(ada.direct().id);
  expect(ada.direct().lines()).toMatchObject([{ text: 'psst' }]);
});

test('an ephemeral message is seen by one person alone, and cannot be changed', async () => {
  const { web, acme, news } = clientOfFake();
  const [ada, bob] = [acme.person('ada'), acme.person('bob')];
  ada.joins(news);
  bob.joins(news);
  const { message_ts: ts } = await web.chat.postEphemeral({
    channel: news.id,
    user: ada.id,
    text: 'for you',
  });
  expect([ada, bob].map((one) => one.sees(news).length)).toEqual([1, 0]);
  expect(await errorOf(web.chat.update({ channel: news.id, ts: ts!, text: 'x' }))).toBe('message_not_found');
  const carl = acme.person('carl');
  const toCarl = web.chat.postEphemeral({ channel: news.id, user: carl.id, text: 'x' });
  expect(await errorOf(toCarl)).toBe('user_not_in_channel');
});

const posts: ReadonlyArray<[about: string, error: string, before: (client: Client) => object]> = [
  ['there is no such channel', 'channel_not_found', () => ({ channel: 'C0NOWHERE' })],
  [
    'a private channel without the bot',
    'channel_not_found',
    ({ acme }) => ({ channel: acme.channel('den', { private: true, withBot: false }).id }),
  ],
  [
    'a private channel without the bot',
    'not_in_channel',
    ({ acme }) => ({ channel: acme.channel('other', { withBot: false }).id }),
  ],
  ['the bot is not in it', 'is_archived', ({ news }) => (news.archive(), {})],
  ['archived', 'channel_not_found', ({ news }) => (news.remove(), {})],
  ['deleted', 'restricted_action', ({ news }) => (news.restrict('restricted'), {})],
  [
    'nobody but some may post',
    'restricted_action_read_only_channel',
    ({ news }) => (news.restrict('read only'), {}),
  ],
  [
    'nobody but some may post',
    'restricted_action_thread_only_channel',
    ({ news }) => (news.restrict('threads only'), {}),
  ],
  ['read only', 'no_text', () => ({ text: ' ' })],
  ['only in threads', 'msg_too_long', () => ({ text: 'x'.repeat(40_001) })],
  ['nothing is said', 'invalid_blocks_format', () => ({ blocks: 'x' })],
  ['a long text', 'invalid_blocks', () => ({ blocks: [{ type: 'section' }] })],
  [
    'a block without its text',
    'msg_blocks_too_long',
    () => ({ blocks: Array.from({ length: 5 }, () => section(2900)) }),
  ],
  ['blocks that are none', 'invalid_metadata_format', () => ({ metadata: { event_type: 'x' } })],
  [
    'metadata without a payload',
    'invalid_metadata_schema',
    () => ({ metadata: { event_type: 'x', event_payload: { a: null } } }),
  ],
  [
    'metadata of another shape',
    'metadata_too_large',
    () => ({ metadata: { event_type: 'x', event_payload: { a: 'x'.repeat(9000) } } }),
  ],
  ['a block without its text', 'missing_scope', ({ acme }) => (acme.deny('chat:write'), {})],
  ['many long blocks', 'missing_scope', () => ({ username: 'somebody' })],
  ['metadata without a payload', 'token_revoked', ({ acme }) => (acme.revokeToken(), {})],
  ['metadata of another shape', 'account_inactive', ({ acme }) => (acme.uninstall(), {})],
];

test.each(posts)('a message is refused: %s (%s)', async (_, error, before) => {
  const client = clientOfFake();
  const { web, news } = client;
  const more = before(client);
  const posted = web.apiCall('chat.postMessage', { channel: news.id, text: 'x', ...more });
  expect(await errorOf(posted)).toBe(error);
  expect(news.everything()).toEqual([]);
});

const edits: ReadonlyArray<[error: string, before: (client: Client) => object | Promise<object>]> = [
  ['edit_window_closed', ({ acme }) => (acme.editWindow(0), {})],
  ['is_inactive', ({ news }) => (news.archive(), {})],
  ['msg_too_long', () => ({ text: 'x'.repeat(4001) })],
  ['no_text', () => ({ text: undefined })],
  ['message_not_found', () => ({ ts: '1600000000.000100' })],
  ['cant_update_message', ({ acme, news }) => ({ ts: acme.person('ada').says(news, 'mine') })],
];

test.each(edits)('an edit is refused: %s', async (error, before) => {
  const client = clientOfFake();
  const { web, news } = client;
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'one' });
  const more = await before(client);
  const edited = web.apiCall('chat.update', { channel: news.id, ts, text: 'two', ...more });
  expect(await errorOf(edited)).toBe(error);
  expect(news.lines().map(({ text }) => text)).toContain('one');
});

test('what is wrong with blocks is told place by place', async () => {
  const { web, news } = clientOfFake();
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
  expect(await refusalOf(web.apiCall('chat.postMessage', { channel: news.id, blocks }))).toMatchObject({
    error: 'invalid_blocks',
    errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    response_metadata: {
      messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    },
  });
});

test('a message whose picture Slack cannot get is refused', async () => {
  const { slack, web, news } = clientOfFake();
  const post = (url: string): Promise<unknown> =>
    web.apiCall('chat.postMessage', {
      channel: news.id,
      text: 'x',
      blocks: [{ type: 'image', image_url: url, alt_text: 'x' }],
    });
  const failed = {
    error: 'invalid_blocks',
    errors: ['downloading image failed [json-pointer:/blocks/0/image_url]'],
  };
  expect(await refusalOf(post('http://localhost:8080/a.png'))).toMatchObject(failed);
  expect(await refusalOf(post('https://a.example/a.png'))).toBeUndefined();
  slack.cannotFetch((url) => url.startsWith('https://a.example/'));
  expect(await refusalOf(post('https://a.example/a.png'))).toMatchObject(failed);
});

test('a test says what the next call of a method is answered, with or without its effect', async () => {
  const { slack, web, news } = clientOfFake();
  slack.fail('chat.postMessage', 'internal_error', { error: 'fatal_error', effect: true });
  expect(await errorOf(web.chat.postMessage({ channel: news.id, text: 'one' }))).toBe('internal_error');
  expect(news.lines()).toHaveLength(0);
  expect(await errorOf(web.chat.postMessage({ channel: news.id, text: 'two' }))).toBe('fatal_error');
  expect(news.lines()).toHaveLength(1);
  expect(await errorOf(web.chat.postMessage({ channel: news.id, text: 'three' }))).toBeUndefined();
});

function section(length: number): object {
  return { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(length) } };
}
