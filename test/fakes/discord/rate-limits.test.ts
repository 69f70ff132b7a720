import { REST } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { fakeDiscord } from './fake-discord.ts';
import { startFakeDiscord } from './server.ts';
import type { Answer } from './shapes.ts';
import type { Options } from './state.ts';

/** A fake in virtual time, and a way to post to it without a socket. */
function inVirtualTime(options: Options = {}) {
  let time = Date.UTC(2026, 0, 5, 9);
  const discord = fakeDiscord({ ...options, now: () => time, after: () => () => {}, checkSchema: false });
  const guild = discord.guild('g');
  const request = (method: string, path: string, body?: unknown, token = discord.token()): Answer =>
    discord.handle({ method, path: `/api/v10${path}`, authorization: `Bot ${token}`, body });
  return {
    discord,
    guild,
    request,
    post: (channel: string, content = 'a') =>
      request('POST', `/channels/${guild.channel(channel).id}/messages`, { content }),
    pass: (ms: number) => void (time += ms),
  };
}

test('a channel takes 5 messages in 5 seconds, and says so in every answer', () => {
  const { post, pass } = inVirtualTime();
  const remaining = [1, 2, 3, 4, 5].map(() => post('news').headers['x-ratelimit-remaining']);
  expect(remaining).toEqual(['4', '3', '2', '1', '0']);
  pass(1500);
  expect(post('news')).toMatchObject({
    status: 429,
    headers: {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '3.500',
      'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-ratelimit-scope': 'user',
      'retry-after': '4',
    },
    body: { message: 'You are being rate limited.', retry_after: 3.5, global: false },
  });
  expect(post('other').status).toBe(200);
  pass(3500);
  expect(post('news').status).toBe(200);
});

test('channels share a bucket’s name and not its windows; routes share neither', () => {
  const { post, request, guild } = inVirtualTime();
  const bucket = 'x-ratelimit-bucket';
  expect(post('news').headers[bucket]).toBe(post('other').headers[bucket]);
  const read = request('GET', `/channels/${guild.channel('news').id}/messages`);
  expect(read.headers[bucket]).not.toBe(post('news').headers[bucket]);
});

test('a bot makes 50 requests a second in all; answering people does not count', () => {
  const { post, request, pass } = inVirtualTime();
  for (let n = 0; n < 50; n += 1) expect(post(`c${n}`).status).toBe(200);
  expect(post('one more')).toMatchObject({
    status: 429,
    headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global', 'retry-after': '1' },
    body: { global: true, retry_after: 1 },
  });
  expect(request('POST', '/interactions/1/t/callback', { type: 4, data: { content: 'a' } }).status).toBe(404);
  pass(1000);
  expect(post('one more').status).toBe(200);
});

test('10,000 invalid requests in 10 minutes ban the address until the ban is over', () => {
  const { discord, guild, request, pass } = inVirtualTime({ limits: { banMs: 60_000 } });
  const wrong = () => request('GET', `/channels/${guild.channel('news').id}`, undefined, 'wrong');
  for (let n = 0; n < 9999; n += 1) wrong();
  expect(discord.invalidRequests()).toBe(9999);
  expect(request('GET', '/users/@me').status).toBe(200);
  expect(wrong()).toMatchObject({ status: 401 });
  expect(request('GET', '/users/@me')).toMatchObject({ status: 429, body: expect.stringContaining('1015') });
  expect(request('GET', '/users/@me').headers).not.toHaveProperty('retry-after');
  pass(60_000);
  expect(request('GET', '/users/@me').status).toBe(200);
});

test('invalid requests are forgotten after 10 minutes, and those of a shared limit never count', () => {
  const { discord, request, pass } = inVirtualTime();
  const wrong = () => request('GET', '/users/@me', undefined, 'wrong');
  for (let n = 0; n < 9999; n += 1) wrong();
  pass(10 * 60_000);
  wrong();
  expect(discord.invalidRequests()).toBe(1);
  discord.misbehave({ fault: { kind: 'limited', scope: 'shared', retryAfterS: 1 }, times: 20_000 });
  for (let n = 0; n < 20_000; n += 1) expect(request('GET', '/users/@me').status).toBe(429);
  expect(discord.invalidRequests()).toBe(1);
});

test('100,000 messages through all limits, by who heeds the headers, meet no 429', () => {
  const { discord, guild, request, pass } = inVirtualTime();
  const channels = Array.from({ length: 50 }, (_, n) => guild.channel(`c${n}`));
  const statuses = new Set<number>();
  for (let round = 0; round < 2000; round += 1) {
    for (const { id } of channels) {
      statuses.add(request('POST', `/channels/${id}/messages`, { content: `message ${round}` }).status);
    }
    pass(1000);
  }
  expect([...statuses]).toEqual([200]);
  expect(discord.invalidRequests()).toBe(0);
  expect(channels.flatMap((channel) => channel.ledger())).toHaveLength(100_000);
}, 120_000);

test('discord.js itself waits where the headers say so', async () => {
  const discord = await startFakeDiscord({
    limits: { routes: { 'POST /channels/{channel}/messages': { limit: 2, perMs: 300 } } },
  });
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token());
  onTestFinished(() => discord.close());
  const { id } = discord.guild('g').channel('news');
  const posts = ['1', '2', '3', '4', '5'].map((content) =>
    rest.post(`/channels/${id}/messages`, { body: { content } }),
  );
  await Promise.all(posts);
  expect(discord.ledger(id).map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  expect(discord.asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});
