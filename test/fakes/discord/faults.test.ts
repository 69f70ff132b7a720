import { describe, expect, test } from 'vitest';
import { asking } from './asking.ts';
import type { Order } from './faults.ts';
import { fakeDiscord } from './fake-discord.ts';
import { schemaIsThere } from './schema.ts';

const rows: ReadonlyArray<[about: string, order: Order, seen: object, effect: number]> = [
  [
    '429 that says for how long',
    { fault: { kind: 'limited', retryAfterS: 1.5 } },
    { status: 429, headers: { 'retry-after': '2' }, body: { retry_after: 1.5, global: false } },
    0,
  ],
  [
    '429 for the whole bot',
    { fault: { kind: 'limited', scope: 'global', retryAfterS: 1 } },
    { status: 429, headers: { 'x-ratelimit-global': 'true' }, body: { global: true } },
    0,
  ],
  ['401', { fault: { kind: 'error', status: 401 } }, { status: 401, body: { code: 0 } }, 0],
  [
    '403 with its code',
    { fault: { kind: 'error', status: 403, code: 50013, message: 'Missing Permissions' } },
    { status: 403, body: { code: 50013 } },
    0,
  ],
  ['500 after the effect', { fault: { kind: 'error', status: 500 }, afterEffect: true }, { status: 500 }, 1],
  [
    'HTML of the gateway',
    { fault: { kind: 'html', status: 502 } },
    { status: 502, body: expect.stringContaining('<html>') },
    0,
  ],
  ['a late answer', { fault: { kind: 'slow', ms: 9000 } }, { status: 200, delayMs: 9000 }, 1],
  [
    'a fault of another route',
    { fault: { kind: 'error', status: 500 }, method: 'GET', path: /gateway/ },
    { status: 200 },
    1,
  ],
];

test.each(rows)('the next request meets %s, and the one after it does not', (_, order, seen, effect) => {
  const discord = fakeDiscord();
  const { id } = discord.guild('g').channel('news');
  const post = () =>
    discord.handle({
      method: 'POST',
      path: `/api/v10/channels/${id}/messages`,
      authorization: `Bot ${discord.token()}`,
      body: { content: 'a' },
    });
  discord.misbehave(order);
  expect(post()).toMatchObject(seen);
  expect(discord.ledger(id)).toHaveLength(effect);
  expect(post()).toMatchObject({ status: 200 });
});

test('429 without Retry-After says it neither in its headers nor in its body', () => {
  const discord = fakeDiscord();
  discord.misbehave({ fault: { kind: 'limited' } });
  const { headers, body } = discord.handle({
    method: 'GET',
    path: '/api/v10/users/@me',
    authorization: `Bot ${discord.token()}`,
  });
  expect(headers).not.toHaveProperty('retry-after');
  expect(body).not.toHaveProperty('retry_after');
});

describe('the network', () => {
  test('loses an answer, and a nonce shows that it took effect', async () => {
    const { discord, ask } = await asking();
    const { id } = discord.guild('g').channel('news');
    const post = () =>
      ask('POST', `/channels/${id}/messages`, { content: 'a', nonce: 'n', enforce_nonce: true });
    discord.network.misbehave('reset after');
    await expect(post()).rejects.toThrow();
    expect(await post()).toMatchObject({ status: 200 });
    expect(discord.ledger(id)).toHaveLength(1);
  });
});

describe.skipIf(!schemaIsThere)(
  'Discord’s own description (needs ../shared/schemas/discord-openapi.json)',
  () => {
    const shapes: ReadonlyArray<[about: string, body: object]> = [
      ['a content that is no text', { content: 1 }],
      ['a component of a type that is not there', { flags: 1 << 15, components: [{ type: 99 }] }],
      ['embeds that are no list', { content: 'a', embeds: { title: 'a' } }],
      ['an unknown kind of mention', { content: 'a', allowed_mentions: { parse: ['somebody'] } }],
    ];
    test.each(shapes)('refuses %s', async (_, body) => {
      const { discord, ask } = await asking();
      const { id } = discord.guild('g').channel('news');
      expect(await ask('POST', `/channels/${id}/messages`, body)).toMatchObject({ status: 400, code: 50035 });
    });
  },
);
