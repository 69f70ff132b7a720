import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Agent, type Dispatcher, request } from 'undici';
import { manualWorld } from '../world.ts';
import { brokenWays, type ConnectionFault } from './broken-ways.ts';
import { faultyServer } from './faulty-server.ts';
import {
  badGateway,
  type HttpFault,
  pageInstead,
  refusal,
  serverError,
  tooManyRequests,
} from './http-fault.ts';

const rows: ReadonlyArray<[about: string, fault: HttpFault, seen: string, effects: number]> = [
  ['all is well', 'none', '200 {"id":"1"}', 1],
  ['reset before the effect', 'reset before', 'ECONNRESET', 0],
  ['reset after the effect', 'reset after', 'ECONNRESET', 1],
  ['closed without an answer', 'clean close', 'UND_ERR_SOCKET', 1],
  ['closed within the body', 'cut body', 'UND_ERR_SOCKET', 1],
  ['500 before the effect', serverError(false), '500 {"message":"Internal Server Error"}', 0],
  ['500 after the effect', serverError(true), '500 {"message":"Internal Server Error"}', 1],
  ['502 before the effect', badGateway(false), '502 <html>', 0],
  ['502 after the effect', badGateway(true), '502 <html>', 1],
  ['a page for people before the effect', pageInstead(false), '200 <!doctype html>', 0],
  ['a page for people after the effect', pageInstead(true), '200 <!doctype html>', 1],
  ['429 that says for how long', tooManyRequests('7'), '429 7', 0],
  ['429 that does not say for how long', tooManyRequests(), '429 {"message"', 0],
  ['401', refusal(401, { message: '401: Unauthorized' }), '401 {"message":"401: Unauthorized"}', 0],
  ['404', refusal(404, { message: 'Unknown Channel' }), '404 {"message":"Unknown Channel"}', 0],
];

test.each(rows)('a request meets this: %s', async (_, fault, seen, effects) => {
  const { post, misbehave, done } = await counting();
  misbehave(fault);
  expect(await post()).toContain(seen);
  expect(done()).toBe(effects);
  expect(await post()).toBe(`200 {"id":"${effects + 1}"}`);
});

test('a late answer comes when its time has come', async () => {
  const { post, misbehave, done, heldOne, world } = await counting();
  misbehave({ kind: 'late', afterMs: 9000 });
  const answer = post();
  await heldOne();
  expect(done()).toBe(1);
  await world.advance(9000);
  expect(await answer).toBe('200 {"id":"1"}');
});

test('what hangs has its effect when the test says, and is let go when nobody listens any more', async () => {
  const { post, misbehave, done, heldOne, letGo, world } = await counting();
  misbehave({ kind: 'hang' }, { kind: 'hang', effectAfterMs: 0 }, { kind: 'hang', effectAfterMs: 5000 });
  for (const [at, effects] of [0, 1, 1].entries()) {
    const patience = new AbortController();
    const answer = post(patience.signal);
    await heldOne();
    expect([at, done()]).toEqual([at, effects]);
    patience.abort();
    expect(await answer).toBe('AbortError');
    await letGo();
  }
  await world.advance(5000);
  expect(done()).toBe(2);
});

test('reading meets no fault, unless the test says so', async () => {
  const { get, misbehave, unmet } = await counting();
  misbehave('reset before');
  expect(await get()).toContain('200');
  expect(unmet()).toBe(1);
});

test('requests of one kind meet a fault, and leave what is to be met by others', async () => {
  const { get, post, misbehave, misbehaveAt, unmet, done } = await counting();
  misbehave('reset after');
  misbehaveAt(({ method }) => method === 'GET', serverError(false), 'reset before');
  expect(await get()).toContain('500');
  expect(await get()).toBe('ECONNRESET');
  expect(await get()).toContain('200');
  expect(unmet()).toBe(1);
  expect(await post()).toBe('ECONNRESET');
  expect(done()).toBe(1);
});

test('an upgrade meets no fault', async () => {
  const { server, misbehave, unmet, port } = await counting();
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
  misbehave('reset before');
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /gateway HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const [first] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(first.toString()).toContain('101');
  expect(unmet()).toBe(1);
});

const ways: ReadonlyArray<[fault: ConnectionFault, code: RegExp]> = [
  ['no such host', /^ENOTFOUND$/],
  ['no name server', /^EAI_AGAIN$/],
  ['refused', /^ECONNREFUSED$/],
  ['not TLS', /^ERR_SSL_/],
  ['self-signed', /^DEPTH_ZERO_SELF_SIGNED_CERT$/],
];

test.each(ways)('a connection that does not come about: %s', async (fault, code) => {
  const { port, done } = await counting();
  const broken = await brokenWays(port);
  onTestFinished(broken.close);
  const { origin, dispatcher } = broken.way(fault);
  expect(await asked(origin, 'POST', dispatcher)).toMatch(code);
  expect(done()).toBe(0);
});

/** A server that counts what it was asked to do. */
async function counting() {
  const world = manualWorld();
  let effects = 0;
  const faulty = await faultyServer(
    ({ method }) => Response.json(method === 'POST' ? { id: `${(effects += 1)}` } : {}),
    { after: world.after },
  );
  const agent = new Agent();
  onTestFinished(async () => {
    await agent.destroy();
    await faulty.close();
  });
  return {
    ...faulty,
    world,
    done: () => effects,
    post: (signal?: AbortSignal) => asked(faulty.origin, 'POST', agent, signal),
    get: () => asked(faulty.origin, 'GET', agent),
    heldOne: () => until(() => faulty.held.size === 1),
    letGo: () => until(() => faulty.held.size === 0),
  };
}

/** "200 …" or the code of what went wrong. */
async function asked(
  origin: string,
  method: 'GET' | 'POST',
  dispatcher: Dispatcher,
  signal?: AbortSignal,
): Promise<string> {
  try {
    const answer = await request(origin, { method, dispatcher, ...(signal && { signal }) });
    const { 'retry-after': retryAfter = '' } = answer.headers;
    return `${answer.statusCode} ${String(retryAfter)}${await answer.body.text()}`;
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException;
    return name === 'AbortError' ? name : String(code);
  }
}

/** The network has no clock of ours: its events are waited for. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((turn) => void setImmediate(turn));
}
