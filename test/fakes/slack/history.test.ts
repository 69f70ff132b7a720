import { expect, test } from 'vitest';
import { clientOfFake, errorOf, refusalOf, type Client } from './web-client.ts';

async function filled(count: number, options = {}): Promise<Client & { readonly stamps: readonly string[] }> {
  const client = clientOfFake(options);
  const stamps: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const metadata = { event_type: 'alert', event_payload: { marker: `m${n}` } };
    const { ts } = await client.web.chat.postMessage({ channel: client.news.id, text: `${n}`, metadata });
    stamps.push(ts!);
    await client.world.advance(1000);
  }
  return { ...client, stamps };
}

test('history is read newest first, page by page', async () => {
  const { web, news } = await filled(5);
  const first = await web.conversations.history({ channel: news.id, limit: 3 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['4', '3', '2']);
  expect(first.has_more).toBe(true);
  const cursor = first.response_metadata!.next_cursor!;
  const second = await web.conversations.history({ channel: news.id, limit: 3, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(['1', '0']);
  expect(second.has_more).toBe(false);
});

test('history between two times has their own messages only if asked for', async () => {
  const { web, news, stamps } = await filled(5);
  const range = { channel: news.id, oldest: stamps[1]!, latest: stamps[3]! };
  const texts = async (more: object): Promise<unknown> =>
    (await web.conversations.history({ ...range, ...more })).messages?.map(({ text }) => text);
  expect(await texts({})).toEqual(['2']);
  expect(await texts({ inclusive: true })).toEqual(['3', '2', '1']);
});

test('all metadata is told only if asked for', async () => {
  const { web, news } = await filled(1);
  const without = await web.conversations.history({ channel: news.id });
  expect(without.messages?.[0]?.metadata).toEqual({ event_type: 'alert' });
  const all = await web.conversations.history({ channel: news.id, include_all_metadata: true });
  expect(all.messages?.[0]?.metadata).toEqual({ event_type: 'alert', event_payload: { marker: 'm0' } });
});

test('replies are read in their thread alone, its first message before them', async () => {
  const { web, news, stamps, acme } = await filled(2);
  await web.chat.postMessage({ channel: news.id, text: 'reply', thread_ts: stamps[0]! });
  const ada = acme.person('ada');
  ada.joins(news);
  await web.chat.postEphemeral({ channel: news.id, user: ada.id, text: 'private' });
  const past = await web.conversations.history({ channel: news.id });
  expect(past.messages?.map(({ text, reply_count: count }) => [text, count])).toEqual([
    ['1', undefined],
    ['0', 1],
  ]);
  const thread = await web.conversations.replies({ channel: news.id, ts: stamps[0]! });
  expect(thread.messages?.map(({ text }) => text)).toEqual(['0', 'reply']);
  expect(await errorOf(web.conversations.replies({ channel: news.id, ts: '1.000001' }))).toBe(
    'thread_not_found',
  );
});

test('of a deleted message with replies a tombstone stays', async () => {
  const { web, news, stamps } = await filled(1);
  await web.chat.postMessage({ channel: news.id, text: 'reply', thread_ts: stamps[0]! });
  await web.chat.delete({ channel: news.id, ts: stamps[0]! });
  const past = await web.conversations.history({ channel: news.id });
  expect(past.messages).toMatchObject([{ subtype: 'tombstone', ts: stamps[0] }]);
});

const refused: ReadonlyArray<[about: string, error: string, before: (client: Client) => unknown]> = [
  ['the scope for public channels is missing', 'missing_scope', ({ acme }) => acme.deny('channels:history')],
  ['the bot has left', 'not_in_channel', ({ news }) => news.removeBot()],
  ['the channel is gone', 'channel_not_found', ({ news }) => news.remove()],
];

test.each(refused)('history is not read where %s', async (_, error, before) => {
  const client = await filled(1);
  before(client);
  expect(await errorOf(client.web.conversations.history({ channel: client.news.id }))).toBe(error);
});

test('a missing scope is named, beside those that there are', async () => {
  const { web, news, acme } = clientOfFake({ scopes: ['chat:write', 'groups:history'] });
  const denied = await refusalOf(web.conversations.history({ channel: news.id }));
  expect(denied).toMatchObject({ needed: 'channels:history', provided: 'chat:write,groups:history' });
  const den = acme.channel('den', { private: true });
  expect(await errorOf(web.conversations.history({ channel: den.id }))).toBeUndefined();
});

test('an archived channel is still read', async () => {
  const { web, news } = await filled(1);
  news.archive();
  expect((await web.conversations.history({ channel: news.id })).messages).toHaveLength(1);
});

test('apps sold outside the Marketplace read once a minute, 15 messages at a time', async () => {
  const { web, news, slack } = await filled(20, { distribution: 'unlisted' });
  const past = await web.conversations.history({ channel: news.id, limit: 100 });
  expect(past.messages).toHaveLength(15);
  await expect(web.conversations.history({ channel: news.id })).rejects.toMatchObject({ retryAfter: 60 });
  expect(slack.rateLimited()).toMatchObject([{ method: 'conversations.history', retryAfter: 60 }]);
});
