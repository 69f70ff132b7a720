/** The fake Discord on loopback: HTTP and WebSocket, a thin skin over `fakeDiscord`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { malformed, type Answer } from './shapes.ts';
import type { Options } from './state.ts';

export interface RunningDiscord extends FakeDiscord, AsyncDisposable {
  /** "http://127.0.0.1:port" */
  readonly origin: string;
  /** For `new REST({ api })` and `new Client({ rest: { api } })`. */
  readonly apiUrl: string;
  readonly close: () => Promise<void>;
}

export async function startFakeDiscord(options: Options = {}): Promise<RunningDiscord> {
  const discord = fakeDiscord(options);
  const server = createServer((request, response) => void answer(discord, request, response));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => carry(discord, socket, request));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake listens on a port');
  discord.state.gatewayUrl = `ws://127.0.0.1:${address.port}`;

  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
  const origin = `http://127.0.0.1:${address.port}`;
  return { ...discord, origin, apiUrl: `${origin}/api`, close, [Symbol.asyncDispose]: close };
}

async function answer(discord: FakeDiscord, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const given = discord.handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    authorization: request.headers.authorization,
    body,
  });
  if (given.delayMs === undefined) send(response, given);
  else discord.state.after(given.delayMs, () => send(response, given));
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  const isHtml = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isHtml ? 'text/html; charset=UTF-8' : 'application/json',
    via: '1.1 google',
    ...headers,
  });
  response.end(isHtml ? body : JSON.stringify(body));
}

/** JSON, or the `payload_json` of a form with files; the files themselves are not looked at. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return parsed(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  return typeof payload === 'string' ? parsed(payload) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return malformed;
  }
}

function carry(discord: { readonly gateway: FakeDiscord['gateway'] }, socket: WebSocket, request: IncomingMessage): void {
  const connection = discord.gateway.connect(
    {
      send: (payload) => socket.send(JSON.stringify(payload)),
      close: (code) => socket.close(code),
      drop: () => socket.terminate(),
    },
    request.url?.split('?')[1] ?? '',
  );
  // Lossless: text frames arrive as one Buffer.
  socket.on('message', (data: Buffer) => connection.receive(data.toString()));
  socket.on('close', (code) => connection.closed(code));
  socket.on('error', () => socket.terminate());
}
