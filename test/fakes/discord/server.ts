/**
 * The fake Discord on loopback for an unmodified discord.js: HTTP and WebSocket, a thin skin over `fakeDiscord`, behind
 * whatever a network does to requests (`test/fakes/http/`).
 */
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { faultyServer, type FaultyServer } from '../http/faulty-server.ts';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { malformed, type Answer } from './shapes.ts';
import type { Options } from './state.ts';

export interface RunningOptions extends Options {
  /** Which requests meet faults of the network; those that change something by default. */
  readonly meets?: (request: Request) => boolean;
}

export interface RunningDiscord extends FakeDiscord, AsyncDisposable {
  /** "http://127.0.0.1:port" */
  readonly origin: string;
  /** For `new REST({ api })` and `new Client({ rest: { api } })`. */
  readonly apiUrl: string;
  /** Resets, cut bodies, silence, pages instead of JSON: the next requests meet them, in this order. */
  readonly network: Pick<FaultyServer, 'misbehave' | 'unmet' | 'held'>;
  readonly close: () => Promise<void>;
}

export async function startFakeDiscord(options: RunningOptions = {}): Promise<RunningDiscord> {
  const discord = fakeDiscord(options);
  const { state } = discord;
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const given = discord.handle({
      method: request.method,
      path: pathname + search,
      authorization: request.headers.get('authorization') ?? undefined,
      body: await bodyOf(request),
    });
    const { delayMs } = given;
    if (delayMs !== undefined) await new Promise<void>((done) => void state.after(delayMs, done));
    return responseOf(given);
  };

  const { meets } = options;
  const http = await faultyServer(answer, { after: state.after, ...(meets && { meets }) });
  state.gatewayUrl = `ws://127.0.0.1:${http.port}`;
  const sockets = new WebSocketServer({ server: http.server });
  sockets.on('connection', (socket, request) => carry(discord, socket, request));

  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    await http.close();
  };
  return {
    ...discord,
    origin: http.origin,
    apiUrl: `${http.origin}/api`,
    network: http,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** JSON, or the `payload_json` of a form with files; the files themselves are not looked at. */
async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/')) return parsed(await request.text());
  const payload = (await request.formData()).get('payload_json');
  return parsed(typeof payload === 'string' ? payload : '');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return malformed;
  }
}

function responseOf({ status, headers, body }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers });
  const isHtml = typeof body === 'string';
  const type = isHtml ? 'text/html; charset=UTF-8' : 'application/json';
  return new Response(isHtml ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type, ...headers },
  });
}

function carry({ gateway }: FakeDiscord, socket: WebSocket, request: IncomingMessage): void {
  const connection = gateway.connect(
    {
      send: (payload) => socket.send(JSON.stringify(payload)),
      close: (code) => socket.close(code),
      drop: () => socket.terminate(),
    },
    request.url?.split('?')[1] ?? '',
  );
  socket.on('message', (data: Buffer) => connection.receive(data.toString()));
  socket.on('close', (code) => connection.closed(code));
  socket.on('error', () => socket.terminate());
}
