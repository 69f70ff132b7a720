/**
 * A server on loopback whose requests meet what a network, a gateway or a busy platform does to them. The handler in it
 * knows nothing of that: it gets requests and gives answers, which may never arrive.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { realWorld, type World } from '../../../src/world.ts';
import type { HttpFault } from './http-fault.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

export interface FaultyServer {
  /** "http://127.0.0.1:port" */
  readonly origin: string;
  readonly port: number;
  /** For a WebSocket server: upgrades meet no fault. */
  readonly server: Server;
  /** The next requests meet these, in this order; after them all is well. */
  readonly misbehave: (...faults: readonly HttpFault[]) => void;
  /** The same for the next requests that fit, whatever else there is to be met. */
  readonly misbehaveAt: (fits: (request: Request) => boolean, ...faults: readonly HttpFault[]) => void;
  /** How many faults no request has met yet. */
  readonly unmet: () => number;
  /** Requests that get no answer before time passes, if ever. */
  readonly held: ReadonlySet<object>;
  /** Ends for good, or until `reopen`: every connection breaks, and nobody answers. */
  readonly close: () => Promise<void>;
  /** Behind the same address as before. */
  readonly reopen: () => Promise<void>;
}

export interface FaultyServerOptions {
  /** What its answers say the time is; default: the real one. */
  readonly now?: World['now'];
  /** The clock of late answers and late effects; default: real time. */
  readonly after?: World['after'];
  /** Which requests meet faults; default: those that change something. */
  readonly meets?: (request: Request) => boolean;
}

export async function faultyServer(
  handle: Handler,
  { now = realWorld.now, after = realWorld.after, meets = changesSomething }: FaultyServerOptions = {},
): Promise<FaultyServer> {
  const orders: { readonly fits: (request: Request) => boolean; readonly fault: HttpFault }[] = [];
  const held = new Set<object>();

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      incoming.socket.destroy();
      // A mistake in the fake: the run must not go on as if the network were to blame.
      if (!incoming.errored) throw error;
    });
  });
  const listen = (on: number): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject).listen(on, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
    return promise;
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake listens on a port');
  const { port } = address;
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    port,
    server,
    misbehave: (...faults) => order(meets, faults),
    misbehaveAt: (fits, ...faults) => order(fits, faults),
    unmet: () => orders.length,
    held,
    async close() {
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    reopen: () => listen(port),
  };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await requestOf(incoming, origin);
    const at = orders.findIndex(({ fits }) => fits(request));
    const [met] = at < 0 ? [] : orders.splice(at, 1);
    await meet(met?.fault ?? 'none', request, outgoing, incoming.socket);
  }

  function order(fits: (request: Request) => boolean, faults: readonly HttpFault[]): void {
    orders.push(...faults.map((fault) => ({ fits, fault })));
  }

  async function meet(
    fault: HttpFault,
    request: Request,
    outgoing: ServerResponse,
    socket: Socket,
  ): Promise<void> {
    if (fault === 'none') return send(outgoing, await handle(request));
    if (fault === 'reset before') return void socket.resetAndDestroy();
    if (fault === 'reset after') {
      await handle(request);
      return void socket.resetAndDestroy();
    }
    if (fault === 'clean close') {
      await handle(request);
      return void socket.end();
    }
    if (fault === 'cut body') return cut(outgoing, await handle(request));
    switch (fault.kind) {
      case 'late': {
        const answer = await handle(request);
        const release = hold(socket);
        return void after(fault.afterMs, () => {
          release();
          void send(outgoing, answer);
        });
      }
      case 'hang': {
        const { effectAfterMs } = fault;
        if (effectAfterMs === 0) await handle(request);
        else if (effectAfterMs !== undefined) after(effectAfterMs, () => void handle(request));
        return void hold(socket);
      }
      case 'answers': {
        if (fault.effect) await handle(request);
        const { status, headers, body } = fault;
        return send(outgoing, new Response(body, { status, ...(headers && { headers }) }));
      }
    }
  }

  async function send(outgoing: ServerResponse, answer: Response): Promise<void> {
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = { date: new Date(now()).toUTCString(), ...Object.fromEntries(answer.headers) };
    outgoing.writeHead(answer.status, headers).end(body);
  }

  /** Until it is released, or nobody listens any more. */
  function hold(socket: Socket): () => void {
    const request = {};
    const release = (): void => {
      held.delete(request);
      socket.off('close', release);
    };
    held.add(request);
    socket.once('close', release);
    return release;
  }
}

function changesSomething({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

async function requestOf(incoming: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  const { rawHeaders, method = 'GET', url = '/' } = incoming;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!);
  const body = await buffer(incoming);
  return new Request(new URL(url, origin), { method, headers, body: body.length > 0 ? body : null });
}

async function cut(outgoing: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = { ...Object.fromEntries(answer.headers), 'content-length': body.length };
  outgoing.writeHead(answer.status, headers);
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
}
