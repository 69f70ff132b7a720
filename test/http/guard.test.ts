import { describe, expect, test } from 'vitest';
import type { Door } from '../../src/http/guard.ts';
import { form, served } from './served.ts';

const basic = (password: string): string => `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}`;

const doors: ReadonlyArray<
  [about: string, door: Partial<Door>, headers: Record<string, string>, status: number]
> = [
  ['loopback by its name', {}, { host: 'localhost:3000' }, 200],
  ['loopback by its address', {}, { host: '127.0.0.1:3000' }, 200],
  ['loopback by another of its addresses', {}, { host: '127.0.0.2' }, 200],
  ['loopback by its IPv6 address', {}, { host: '[::1]:3000' }, 200],
  ['a name that was rebound to loopback', {}, { host: 'evil.example' }, 421],
  ['a name that only begins like loopback', {}, { host: 'localhost.evil.example' }, 421],
  ['an address that only begins like loopback', {}, { host: '127.0.0.1.evil.example' }, 421],
  ['a Host that is none', {}, { host: 'localhost@evil.example' }, 421],
  ['an empty Host', {}, { host: '' }, 421],
  [
    'HOST by its own name',
    { host: 'news.lan', password: 'open sesame' },
    { host: 'news.lan:3000', authorization: basic('open sesame') },
    200,
  ],
  [
    'HOST under another name',
    { host: 'news.lan', password: 'open sesame' },
    { host: 'evil.example', authorization: basic('open sesame') },
    421,
  ],
  [
    'every address, under any name',
    { host: '0.0.0.0', password: 'open sesame' },
    { host: '192.168.1.7', authorization: basic('open sesame') },
    200,
  ],
  ['every address, no password set', { host: '0.0.0.0' }, { host: '192.168.1.7' }, 403],
  ['every address, no password set, asked as loopback', { host: '0.0.0.0' }, { host: 'localhost' }, 403],
  ['a password set, none given', { password: 'open sesame' }, {}, 401],
  ['a wrong password', { password: 'open sesame' }, { authorization: basic('open barley') }, 401],
  ['half a password', { password: 'open sesame' }, { authorization: basic('open') }, 401],
  ['a password with a colon', { password: 'open: sesame' }, { authorization: basic('open: sesame') }, 200],
  ['a password beyond ASCII', { password: 'Sésame 開け' }, { authorization: basic('Sésame 開け') }, 200],
  ['nonsense as credentials', { password: 'open sesame' }, { authorization: 'Basic ???' }, 401],
  [
    'the terminal’s token, where a password is set',
    { password: 'open sesame' },
    { authorization: 'Bearer terminal-token' },
    200,
  ],
  [
    'the terminal’s token, where the page is off',
    { host: '0.0.0.0' },
    { authorization: 'Bearer terminal-token' },
    200,
  ],
  ['a wrong token', { password: 'open sesame' }, { authorization: 'Bearer guess' }, 401],
];

describe('the door opens and stays shut', () => {
  test.each(doors)('%s', async (_about, door, headers, status) => {
    const { ask } = await served({ door });
    expect((await ask('/channels/general', { headers })).status).toBe(status);
  });
});

const posts: ReadonlyArray<[about: string, headers: Record<string, string>, status: number]> = [
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, 303],
  ['our own page, in a browser without Sec-Fetch', { origin: 'http://localhost:3000' }, 303],
  ['a program', {}, 303],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  ['another site, in a browser without Sec-Fetch', { origin: 'https://evil.example' }, 403],
  ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' }, 403],
  ['another port, in a browser without Sec-Fetch', { origin: 'http://localhost:8080' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
];

describe('a line is taken from our page and from programs alone', () => {
  test.each(posts)('%s', async (_about, headers, status) => {
    const { ask, room } = await served();
    const answer = await ask('/channels/general/lines', form({ line: '/subscribe AWS' }, headers));
    expect(answer.status).toBe(status);
    const [general] = await room.channels();
    expect(general?.latest).toBe(status === 303 ? 2 : 0);
  });
});

test('who we are and how we are needs neither name nor password', async () => {
  const { ask } = await served({ door: { host: '0.0.0.0' } });
  const stranger = { headers: { host: '10.0.0.8' } };
  expect(await (await ask('/livez', stranger)).text()).toBe('ok\n');
  expect(await (await ask('/readyz', stranger)).json()).toEqual({ ready: true, parts: { database: 'ok' } });
});

test('a bot that is not ready says so by its status', async () => {
  const { ask } = await served({ health: async () => ({ ready: false, parts: { database: 'disk full' } }) });
  expect((await ask('/readyz')).status).toBe(503);
});

test('a bot that only a new process can help says so to whoever looks whether it is alive', async () => {
  const { ask } = await served({ isAlive: () => false });
  expect((await ask('/livez')).status).toBe(503);
});

test('every answer forbids what the page does not need', async () => {
  const { ask } = await served({ door: { password: 'open sesame' } });
  for (const path of ['/channels/general', '/livez', '/nowhere']) {
    const { headers } = await ask(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the question for a password names no secret', async () => {
  const { ask } = await served({ door: { password: 'open sesame' } });
  const answer = await ask('/channels/general');
  expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Bellwire", charset="UTF-8"');
  expect(await answer.text()).not.toContain('sesame');
});
