import { createServer, type LookupFunction } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Agent, type Dispatcher, request } from 'undici';
import { type HttpEnd, httpOutcome } from '../../src/platform/http-outcome.ts';
import { brokenWays, connectionFaults } from '../fakes/http/broken-ways.ts';
import { faultyServer } from '../fakes/http/faulty-server.ts';
import type { HttpFault } from '../fakes/http/http-fault.ts';
import { mondayMorning as now } from '../fakes/world.ts';

const answers: ReadonlyArray<[about: string, status: number, readable: boolean, kind: string]> = [
  ['its own yes', 200, true, 'done'],
  ['created', 201, true, 'done'],
  ['a page for people, or half an object', 200, false, 'unknown'],
  ['nothing in it', 204, false, 'unknown'],
  ['somewhere else', 302, false, 'unknown'],
  ['somewhere else, in JSON', 307, true, 'unknown'],
  ['its own no', 400, true, 'refused'],
  ['its own 404', 404, true, 'refused'],
  ['a firewall before it', 403, false, 'busy'],
  ['a gateway that does not know it any more', 404, false, 'busy'],
  ['a void token', 401, true, 'unauthorized'],
  ['a gateway’s 401', 401, false, 'unauthorized'],
  ['a gateway that waited for us', 408, false, 'unknown'],
  ['a gateway for which it is too long', 413, false, 'refused'],
  ['too early', 425, true, 'busy'],
  ['too often', 429, true, 'busy'],
  ['too often, says a gateway', 429, false, 'busy'],
  ['nginx heard nobody listening', 499, false, 'unknown'],
  ['it fell over', 500, true, 'unknown'],
  ['a gateway that was not answered', 502, false, 'unknown'],
  ['out of service', 503, true, 'unknown'],
  ['a gateway that was not answered in time', 504, false, 'unknown'],
  ['Cloudflare lost the server', 520, false, 'unknown'],
];

test.each(answers)('%s: %s, readable %s, is %s', (_, status, readable, kind) => {
  expect(httpOutcome({ kind: 'answered', status, readable }, now).kind).toBe(kind);
});

const waits: ReadonlyArray<[retryAfter: string | undefined, ms: number | undefined]> = [
  ['7', 7000],
  [new Date(now + 90_000).toUTCString(), 90_000],
  [undefined, undefined],
  ['soon', undefined],
  ['0', undefined],
  [new Date(now - 90_000).toUTCString(), undefined],
];

test.each(waits)('a 429 with Retry-After %j is to be waited for %s ms', (retryAfter, retryAfterMs) => {
  expect(httpOutcome({ kind: 'answered', status: 429, readable: true, retryAfter }, now)).toEqual({
    kind: 'busy',
    retryAfterMs,
    reason: 'HTTP 429',
  });
});

const failures: ReadonlyArray<[failed: object, kind: 'busy' | 'unknown']> = [
  [{ code: 'ECONNREFUSED' }, 'busy'],
  [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'busy'],
  [{ code: 'ETIMEDOUT', syscall: 'read' }, 'unknown'],
  [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'busy'],
  [{ code: 'EHOSTUNREACH', syscall: 'write' }, 'unknown'],
  [{ code: 'ETIMEOUT', syscall: 'queryA' }, 'busy'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'busy'],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'busy'],
  [{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, 'unknown'],
  [{ code: 'EPIPE', syscall: 'write' }, 'unknown'],
  [{ code: 'ESOMETHING' }, 'unknown'],
  [{}, 'unknown'],
];

test.each(failures)('a failure with %j is %s', (facts, kind) => {
  const error = Object.assign(new Error('https://chat.example/hooks/secret'), facts);
  const wrapped = new TypeError('fetch failed', { cause: error });
  for (const each of [error, wrapped]) {
    const outcome = httpOutcome({ kind: 'failed', error: each }, now);
    expect(outcome.kind).toBe(kind);
    expect(JSON.stringify(outcome)).not.toContain('secret');
  }
});

test('whatever is thrown is judged', () => {
  for (const error of ['text', undefined, new DOMException('', 'TimeoutError')]) {
    expect(httpOutcome({ kind: 'failed', error }, now).kind).toBe('unknown');
  }
});

describe('what undici and fetch really say', () => {
  test.each(connectionFaults)('%s: no effect', async (fault) => {
    const server = await faultyServer(() => Response.json({}));
    const broken = await brokenWays(server.port);
    onTestFinished(async () => {
      await broken.close();
      await server.close();
    });
    const { origin, dispatcher } = broken.way(fault);
    expect(httpOutcome(await endOf(origin, dispatcher), now)).toMatchObject({
      kind: 'busy',
      reason: expect.stringMatching(/^no connection \([A-Z_]+\)$/),
    });
  });

  test('no address of several takes connections: no effect', async () => {
    const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
    const lookup: LookupFunction = (_, _options, callback) => callback(null, addresses);
    const broken = await brokenWays(0);
    onTestFinished(broken.close);
    const { port } = new URL(broken.way('refused').origin);
    const agent = opened(new Agent({ connect: { lookup } }));
    const end = await endOf(`http://chat.invalid:${port}`, agent);
    expect(end).toMatchObject({ kind: 'failed', error: expect.any(AggregateError) });
    expect(httpOutcome(end, now).kind).toBe('busy');
  });

  test('no connection in time: no effect', async () => {
    const agent = opened(new Agent({ connect: { timeout: 1, lookup() {} } }));
    expect(httpOutcome(await endOf('http://chat.invalid', agent), now)).toEqual({
      kind: 'busy',
      reason: 'no connection (UND_ERR_CONNECT_TIMEOUT)',
    });
  });

  const onTheWay: ReadonlyArray<[fault: HttpFault, options: Agent.Options, code: string]> = [
    ['reset before', {}, 'ECONNRESET'],
    ['reset after', {}, 'ECONNRESET'],
    ['clean close', {}, 'UND_ERR_SOCKET'],
    [{ kind: 'hang' }, { headersTimeout: 1 }, 'UND_ERR_HEADERS_TIMEOUT'],
  ];

  test.each(onTheWay)('%j with %j: unknown, for %s', async (fault, options, code) => {
    const server = await faultyServer(() => Response.json({}));
    onTestFinished(server.close);
    server.misbehave(fault);
    const end = await endOf(server.origin, opened(new Agent(options)));
    expect(httpOutcome(end, now)).toEqual({ kind: 'unknown', reason: `no answer (${code})` });
  });

  const halfAnswers: ReadonlyArray<[about: string, head: string, options: Agent.Options, kind: string]> = [
    ['a body that never ends', '200 OK', { bodyTimeout: 1 }, 'unknown'],
    ['a refusal whose body never ends', '429 Too Many', { bodyTimeout: 1 }, 'busy'],
  ];

  test.each(halfAnswers)('%s (%s, %j) is %s', async (_, head, options, kind) => {
    const origin = await raw(`HTTP/1.1 ${head}\r\ncontent-length: 10\r\n\r\n123`);
    expect(httpOutcome(await endOf(origin, opened(new Agent(options))), now).kind).toBe(kind);
  });

  test('what is not HTTP is unknown', async () => {
    const end = await endOf(await raw('junk\r\n\r\n'), opened(new Agent()));
    expect(httpOutcome(end, now).kind).toBe('unknown');
  });

  test('a request that was given up on is unknown', async () => {
    const server = await faultyServer(() => Response.json({}));
    onTestFinished(server.close);
    const end = await endOf(server.origin, opened(new Agent()), AbortSignal.abort());
    expect(httpOutcome(end, now)).toEqual({ kind: 'unknown', reason: 'no answer (AbortError)' });
  });
});

async function endOf(origin: string, dispatcher: Dispatcher, signal?: AbortSignal): Promise<HttpEnd> {
  try {
    const answer = await request(origin, {
      method: 'POST',
      body: '{}',
      dispatcher,
      ...(signal && { signal }),
    });
    const said = await answer.body.json().catch(() => undefined);
    return { kind: 'answered', status: answer.statusCode, readable: said !== undefined };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function opened(agent: Agent): Agent {
  onTestFinished(() => agent.destroy());
  return agent;
}

/** A server that says this, and then nothing. */
async function raw(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {}).once('data', () => socket.write(bytes));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake listens on a port');
  return `http://127.0.0.1:${address.port}`;
}
