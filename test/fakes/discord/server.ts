/**
 * The fake Discord on loopback for an unmodified discord.js: HTTP and WebSocket, a thin skin over `fakeDiscord`, behind
 * whatever a network does to requests (`test/fakes/http/`).
 */
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { faultyServer, type FaultyServer } from '../http/faulty-server.ts';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import type { Options } from './state.ts';

export interface RunningOptions extends Options {
  /** Which requests meet faults of the network; those that change something by default. */
  readonly meets?: (request: Request) => boolean;
  /** As some servers do that speak like Discord: the gateway closes who does not say what it is. */
  readonly wantsUserAgent?: boolean;
}

export interface RunningDiscord extends FakeDiscord, AsyncDisposable {
  /** "http://127.0.0.1:port" */
  readonly origin: string;
  /** For `new REST({ api })` and `new Client({ rest: { api } })`. */
  readonly apiUrl: string;
  /** Resets, cut bodies, silence, pages instead of JSON: the next requests meet them, in this order. */
  readonly network: Pick<FaultyServer, 'misbehave' | 'unmet' | 'held'>;
  readonly close: () => Promise<void>;
  /** What stands before the gateway answers the next connections with this status, instead of opening them. */
  readonly turnAway: (status: number, times: number) => void;
  /** How many connections to the gateway were asked for. */
  readonly knocks: () => number;
  /** The server ends, and is there again behind the same address: it knows its messages, and no session any more. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

export async function startFakeDiscord(options: RunningOptions = {}): Promise<RunningDiscord> {
  const discord = fakeDiscord(options);
  const { state } = discord;
  const { meets, wantsUserAgent = false } = options;
  let knocks = 0;
  const turnedAway: number[] = [];
  const { now, after } = state;
  const http = await faultyServer(discord.fetch, { now, after, ...(meets && { meets }) });
  state.gatewayUrl = `ws://127.0.0.1:${http.port}`;
  const sockets = new WebSocketServer({
    server: http.server,
    verifyClient(_, answer) {
      knocks += 1;
      const status = turnedAway.shift();
      answer(status === undefined, status);
    },
  });
  sockets.on('connection', (socket, request) =>
    wantsUserAgent && request.headers['user-agent'] === undefined
      ? socket.close(4002)
      : carry(discord, socket, request),
  );

  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    await http.close();
  };
  return {
    ...discord,
    origin: http.origin,
    apiUrl: `${http.origin}/api`,
    network: http,
    turnAway: (status, times) => void turnedAway.push(...Array<number>(times).fill(status)),
    knocks: () => knocks,
    close,
    async goDown() {
      await close();
      discord.gateway.forget();
    },
    comeBack: http.reopen,
    [Symbol.asyncDispose]: close,
  };
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
