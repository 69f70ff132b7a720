import { afterEach, beforeEach, expect, test } from 'vitest';
import { promisify } from 'node:util';
import { brotliCompress, deflate, deflateRaw, gzip, zstdCompress } from 'node:zlib';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/watch/fetch.ts';
import { startFeedServer, type FeedServer, type ScriptedAnswer } from '../fakes/feed-server.ts';
import { mondayMorning } from '../fakes/world.ts';

const feed = '<rss version="2.0"><channel><title>Harbour</title></channel></rss>';
let server: FeedServer;
let fetcher: Fetcher;

function openFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  return createFetcher({
    allow: ['127.0.0.0/8'],
    userAgent: 'Bellwire/test',
    now: () => mondayMorning,
    ...options,
  });
}

beforeEach(async () => {
  server = await startFeedServer();
  fetcher = openFetcher();
});

afterEach(async () => {
  await fetcher.close();
  await server.close();
});

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

async function fetchBody(answer: ScriptedAnswer, using: Fetcher = fetcher) {
  server.answer('/feed', answer);
  return using.fetch(`${server.origin}/feed`);
}

test('a fresh answer brings the bytes, where they are from, and what to send back next time', async () => {
  const fetched = await fetchBody({
    body: feed,
    headers: {
      'content-type': 'application/rss+xml; charset=ISO-8859-1',
      etag: '"v1"',
      'last-modified': 'Mon, 05 Jan 2026 08:00:00 GMT',
      'cache-control': 'public, max-age=600',
      age: '60',
    },
  });
  expect(fetched).toMatchObject({
    kind: 'fresh',
    charset: 'ISO-8859-1',
    etag: '"v1"',
    lastModified: 'Mon, 05 Jan 2026 08:00:00 GMT',
    url: `${server.origin}/feed`,
    maxAgeMs: 540_000,
  });
  expect(fetched.kind === 'fresh' && textOf(fetched.bytes)).toBe(feed);
  expect(fetched).toHaveProperty('movedTo', undefined);
});

test('validators are sent back, and "not modified" is an outcome', async () => {
  server.answer('/feed', { status: 304 });
  const fetched = await fetcher.fetch(`${server.origin}/feed`, { etag: 'W/"a"', lastModified: 'yesterday' });
  expect(fetched).toEqual({ kind: 'unchanged' });
  expect(server.asked[0]?.headers).toMatchObject({
    'if-none-match': 'W/"a"',
    'if-modified-since': 'yesterday',
    'user-agent': 'Bellwire/test',
  });
});

test('a validator that no header can carry is left out', async () => {
  server.answer('/feed', { body: feed });
  const fetched = await fetcher.fetch(`${server.origin}/feed`, {
    etag: '"a"\r\nx-evil: 1',
    lastModified: '昨日',
  });
  expect(fetched.kind).toBe('fresh');
  expect(server.asked[0]?.headers).not.toHaveProperty('if-none-match');
  expect(server.asked[0]?.headers).not.toHaveProperty('if-modified-since');
});

// ── What servers answer ──────────────────────────────────────────────────────────────────────────

const answers: ReadonlyArray<[name: string, answer: ScriptedAnswer, outcome: object]> = [
  [
    '429 with seconds',
    { status: 429, headers: { 'retry-after': '120' } },
    { kind: 'busy', retryAfterMs: 120_000 },
  ],
  ['429 without a hint', { status: 429 }, { kind: 'busy', retryAfterMs: 900_000 }],
  [
    '503 with a date',
    { status: 503, headers: { 'retry-after': 'Mon, 05 Jan 2026 09:10:00 GMT' } },
    { kind: 'busy', retryAfterMs: 600_000 },
  ],
  ['410', { status: 410 }, { kind: 'gone', reason: expect.stringMatching(/gone for good/) }],
  ['401', { status: 401 }, { kind: 'broken', reason: expect.stringMatching(/name and a password \(401\)/) }],
  ['403', { status: 403 }, { kind: 'broken', reason: expect.stringMatching(/refuses us \(403\)/) }],
  ['404', { status: 404 }, { kind: 'broken', reason: expect.stringMatching(/does not exist \(404\)/) }],
  ['204', { status: 204 }, { kind: 'broken', reason: expect.stringMatching(/empty/) }],
  ['500', { status: 500 }, { kind: 'broken', reason: expect.stringMatching(/fault of its own \(500\)/) }],
  [
    'a redirect to nowhere',
    { status: 302 },
    { kind: 'broken', reason: expect.stringMatching(/answers with 302/) },
  ],
  ['an empty body', { body: '' }, { kind: 'fresh', bytes: Buffer.alloc(0) }],
];

test.for(answers)('%s', async ([, answer, outcome]) => {
  expect(await fetchBody(answer)).toMatchObject(outcome);
});

// ── Packing and size ─────────────────────────────────────────────────────────────────────────────

const packings: ReadonlyArray<[coding: string, pack: (bytes: Buffer) => Promise<Buffer>]> = [
  ['gzip', promisify(gzip)],
  ['x-gzip', promisify(gzip)],
  ['deflate', promisify(deflate)],
  ['deflate', promisify(deflateRaw)],
  ['br', promisify(brotliCompress)],
  ['zstd', promisify(zstdCompress)],
  ['identity', async (bytes) => bytes],
  ['gzip, br', async (bytes) => promisify(brotliCompress)(await promisify(gzip)(bytes))],
];

test.for(packings)('a body packed with %s is unpacked', async ([coding, pack]) => {
  const fetched = await fetchBody({
    body: await pack(Buffer.from(feed)),
    headers: { 'content-encoding': coding },
  });
  expect(fetched.kind === 'fresh' && textOf(fetched.bytes)).toBe(feed);
});

test.for(packings.filter(([coding]) => coding !== 'identity'))(
  'a bomb packed with %s goes off in nobody’s hands',
  async ([coding, pack]) => {
    const small = openFetcher({ maxBytes: 100_000 });
    const body = await pack(Buffer.alloc(5_000_000, 'a'));
    expect(body.length).toBeLessThan(100_000);
    expect(await fetchBody({ body, headers: { 'content-encoding': coding } }, small)).toMatchObject({
      kind: 'broken',
      reason: expect.stringMatching(/is larger than 98 KB/),
    });
    await small.close();
  },
);

test('a gzip stream without its end gives what is there', async () => {
  const packed = await promisify(gzip)(feed);
  const fetched = await fetchBody({ body: packed.subarray(0, -8), headers: { 'content-encoding': 'gzip' } });
  expect(fetched.kind === 'fresh' && textOf(fetched.bytes)).toBe(feed);
});

const damaged: ReadonlyArray<[coding: string, body: string, reason: RegExp]> = [
  ['gzip', 'not packed at all', /damaged/],
  ['br', 'not packed at all', /damaged/],
  ['zstd', 'not packed at all', /damaged/],
  ['compress', 'x', /not asked for/],
  ['gzip, gzip, gzip', 'x', /not asked for/],
];

test.for(damaged)('a body that only says it is packed with %s is told', async ([coding, body, reason]) => {
  expect(await fetchBody({ body, headers: { 'content-encoding': coding } })).toMatchObject({
    kind: 'broken',
    reason: expect.stringMatching(reason),
  });
});

test('a 50 MB body is one sentence; hardly more than the limit crosses the network', async () => {
  const before = process.memoryUsage().rss;
  const answer = { body: Buffer.alloc(65_536, 'x'), repeatToBytes: 50 * 1024 * 1024 };
  expect(await fetchBody(answer)).toEqual({
    kind: 'broken',
    reason: `127.0.0.1:${server.port}/feed is larger than 10 MB, more than is read of any feed or page.`,
  });
  expect(server.sentBytes()).toBeLessThan(30 * 1024 * 1024);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  await expect.poll(server.openConnections).toBe(0);
});

test('a body that announces too much is not even begun', async () => {
  const headers = { 'content-length': String(50 * 1024 * 1024) };
  expect(await fetchBody({ body: 'x', headers, neverEnds: true })).toMatchObject({ kind: 'broken' });
  await expect.poll(server.openConnections).toBe(0);
});

// ── Redirects ────────────────────────────────────────────────────────────────────────────────────

function to(location: string, status: number): ScriptedAnswer {
  return { status, headers: { location } };
}

const moves: ReadonlyArray<[name: string, statuses: readonly number[], movedTo: string | undefined]> = [
  ['permanent', [301], '/1'],
  ['permanent, method kept', [308], '/1'],
  ['temporary', [302], undefined],
  ['see other', [303], undefined],
  ['permanent twice', [301, 308], '/2'],
  ['permanent, then temporary', [301, 307], '/1'],
  ['temporary, then permanent', [302, 301], undefined],
];

test.for(moves)('a redirect that is %s', async ([, statuses, movedTo]) => {
  for (const [index, status] of statuses.entries()) server.answer(`/${index}`, to(`/${index + 1}`, status));
  server.answer(`/${statuses.length}`, { body: feed });
  expect(await fetcher.fetch(`${server.origin}/0`)).toMatchObject({
    kind: 'fresh',
    url: `${server.origin}/${statuses.length}`,
    movedTo: movedTo && server.origin + movedTo,
  });
});

test('five redirects are followed, six are not', async () => {
  for (let n = 0; n < 6; n += 1) server.answer(`/${n}`, to(`/${n + 1}`, 302));
  server.answer('/6', { body: feed });
  expect(await fetcher.fetch(`${server.origin}/1`)).toMatchObject({ kind: 'fresh' });
  expect(await fetcher.fetch(`${server.origin}/0`)).toMatchObject({
    kind: 'broken',
    reason: expect.stringMatching(/more than 5 times/),
  });
});

const badTargets: ReadonlyArray<[location: string, reason: RegExp]> = [
  ['file:///etc/passwd', /Only http and https/],
  ['ftp://files.example/feed', /Only http and https/],
  ['data:text/xml,<rss/>', /Only http and https/],
  ['http://[broken', /no proper address/],
  ['http://10.0.0.1/feed', /10\.0\.0\.1 leads to a private address/],
  ['http://169.254.169.254/latest/meta-data', /private address/],
  ['http://[::1]/', /private address/],
  ['http://0x0a000001/', /private address/],
];

test.for(badTargets)('a redirect to %s is not followed', async ([location, reason]) => {
  expect(await fetchBody(to(location, 301))).toMatchObject({
    kind: 'broken',
    reason: expect.stringMatching(reason),
  });
});

test('name, password and validators stay with their origin', async () => {
  await using other = await startFeedServer();
  other.answer('/elsewhere', { body: feed });
  server.answer('/feed', to('/moved', 301));
  server.answer('/moved', to(`${other.origin}/elsewhere`, 301));
  const own = `http://ann:p%40ss@127.0.0.1:${server.port}`;
  expect(await fetcher.fetch(`${own}/feed`, { etag: '"a"' })).toMatchObject({
    movedTo: `${other.origin}/elsewhere`,
  });

  const basic = `Basic ${Buffer.from('ann:p@ss').toString('base64')}`;
  expect(server.asked.map(({ headers }) => [headers.authorization, headers['if-none-match']])).toEqual([
    [basic, '"a"'],
    [basic, undefined],
  ]);
  expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
  expect(other.asked[0]?.headers).not.toHaveProperty('if-none-match');
});

test('a private feed that moves within its origin can still be read at its new address', async () => {
  server.answer('/feed', to('/moved', 301));
  server.answer('/moved', { body: feed });
  expect(await fetcher.fetch(`http://ann:p%40ss@127.0.0.1:${server.port}/feed`)).toMatchObject({
    url: `${server.origin}/moved`,
    movedTo: `http://ann:p%40ss@127.0.0.1:${server.port}/moved`,
  });
});

// ── Private places ───────────────────────────────────────────────────────────────────────────────

const spellings = [
  '127.0.0.1',
  'localhost',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '127.1',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
];

test.for(spellings)('this very machine is not reached as http://%s', async (host) => {
  const strict = openFetcher({ allow: [] });
  const fetched = await strict.fetch(`http://${host}:${server.port}/feed`);
  expect(fetched).toMatchObject({
    kind: 'broken',
    reason: expect.stringMatching(/private address.*FETCH_ALLOW/),
  });
  expect(server.asked).toEqual([]);
  await strict.close();
});

const permissions = ['127.0.0.1', '127.0.0.0/8', 'localhost', 'LOCALHOST'];

test.for(permissions)('an operator may allow %s', async (place) => {
  const allowing = openFetcher({ allow: [place] });
  server.answer('/feed', { body: feed });
  const host = /local/i.test(place) ? 'localhost' : '127.0.0.1';
  expect(await allowing.fetch(`http://${host}:${server.port}/feed`)).toMatchObject({ kind: 'fresh' });
  await allowing.close();
});

test('a host allowed with a port is allowed at that port alone', async () => {
  await using other = await startFeedServer();
  const allowing = openFetcher({ allow: [`localhost:${server.port}`] });
  server.answer('/feed', { body: feed });
  other.answer('/feed', { body: feed });
  expect(await allowing.fetch(`http://localhost:${server.port}/feed`)).toMatchObject({ kind: 'fresh' });
  expect(await allowing.fetch(`http://localhost:${other.port}/feed`)).toMatchObject({ kind: 'broken' });
  await allowing.close();
});

// ── Connections that fail ────────────────────────────────────────────────────────────────────────

test('a server that never answers is given up on', async () => {
  const hasty = openFetcher({ timeoutMs: 50 });
  expect(await fetchBody({ neverAnswers: true }, hasty)).toEqual({
    kind: 'broken',
    reason: `127.0.0.1:${server.port} did not answer in time.`,
    noAnswer: true,
  });
  await hasty.close();
});

test('a body that never ends is given up on', async () => {
  const hasty = openFetcher({ timeoutMs: 200 });
  expect(await fetchBody({ body: 'x', neverEnds: true }, hasty)).toMatchObject({
    reason: expect.stringMatching(/in time/),
  });
  await expect.poll(server.openConnections).toBe(0);
  await hasty.close();
});

test('an answer that is cut short is broken, not short', async () => {
  const cut = { body: 'half', headers: { 'content-length': '8' }, cutShort: true };
  expect(await fetchBody(cut)).toEqual({
    kind: 'broken',
    reason: expect.stringMatching(/before the answer was complete/),
  });
});

test('a port where nobody listens', async () => {
  await server.close();
  expect(await fetcher.fetch(`${server.origin}/feed`)).toMatchObject({
    reason: expect.stringMatching(/refuses connections/),
    noAnswer: true,
  });
  server = await startFeedServer();
});

test('https where plain http is spoken', async () => {
  const url = `https://127.0.0.1:${server.port}/feed`;
  expect(await fetcher.fetch(url)).toMatchObject({ reason: expect.stringMatching(/No secure connection/) });
});

test('closing breaks off what is under way', async () => {
  const fetching = fetchBody({ neverAnswers: true });
  await expect.poll(() => server.asked.length).toBe(1);
  await fetcher.close();
  expect(await fetching).toMatchObject({ kind: 'broken' });
});

// ── Secrets ──────────────────────────────────────────────────────────────────────────────────────

const faults: readonly ScriptedAnswer[] = [
  { status: 401 },
  { status: 410 },
  { status: 429 },
  { status: 500 },
  { body: 'not packed', headers: { 'content-encoding': 'gzip' } },
  { body: 'x', headers: { 'content-length': '9' }, cutShort: true },
  to('http://ann:hush1@10.0.0.1/hush2?t=hush3', 301),
  to('/loop?token=hush4', 302),
];

test('no fault tells a secret', async () => {
  server.answer('/loop', to('/loop?token=hush4', 302));
  for (const fault of faults) {
    server.answer('/private/h4sh5hushh4sh5hush/feed', fault);
    const fetched = await fetcher.fetch(
      `http://hush6:hush7@127.0.0.1:${server.port}/private/h4sh5hushh4sh5hush/feed?token=hush8#hush9`,
    );
    expect(fetched).toHaveProperty('reason');
    expect(JSON.stringify(fetched)).not.toMatch(/hush/);
  }
});

const noUrls = ['', 'feed', '//feeds.example/x', 'javascript:alert(1)', 'file:///etc/passwd', 'http://'];

test.for(noUrls)('"%s" is no address', async (url) => {
  expect(await fetcher.fetch(url)).toMatchObject({
    kind: 'broken',
    reason: expect.stringMatching(/web address|http and https/),
  });
});
