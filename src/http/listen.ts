/** Puts the app on its port. */
import { Server } from 'node:http';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../errors.ts';
import { isWildcard } from './guard.ts';

export interface Listening {
  /** For people to open, without "/" at the end. */
  readonly url: string;
  /** Takes no new requests, ends the event streams, and resolves when the answers under way are out. */
  readonly close: () => Promise<void>;
}

/** The plain server is given only the first, but its type says both. */
type Bindings = HttpBindings | Http2Bindings;

/** How long an answer under way may take once we are closing, in milliseconds. */
const patienceMs = 2000;

/** @param at `port` 0 = any free one. Throws `UserError` where HOST or PORT cannot be had. */
export async function listen(
  app: Hono,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const streams = new Set<Bindings['outgoing']>();
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    async fetch(request: Request, env: Bindings) {
      const response = await app.fetch(request, env);
      if (isStream(response)) {
        streams.add(env.outgoing);
        env.outgoing.on('close', () => streams.delete(env.outgoing));
        // What is written while we end it is read after the next start; unheard, the error would end the process.
        env.outgoing.on('error', () => {});
      }
      return response;
    },
  });
  if (!(server instanceof Server)) throw new TypeError('expected a plain HTTP server');
  await bind(server, at);

  return {
    url: urlOf(at.host, portOf(server)),
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const stream of streams) stream.end();
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), patienceMs).unref();
      await closed;
      clearTimeout(force);
    },
  };
}

function bind(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host.replace(/^\[(.*)\]$/, '$1'), resolve);
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} (0 = any free one).`,
    EACCES: `Port ${port} may not be used by this account. Choose one above 1023, such as PORT=3000 (0 = any free one).`,
    EADDRNOTAVAIL: `This machine has no address "${host}". Set HOST to one it has, such as 127.0.0.1.`,
    ENOTFOUND: `There is no address for the name "${host}". Set HOST to an address of this machine, such as 127.0.0.1.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence === undefined ? error : new UserError(sentence);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

function urlOf(host: string, port: number): string {
  const name = isWildcard(host)
    ? 'localhost'
    : host.includes(':') && !host.startsWith('[')
      ? `[${host}]`
      : host;
  return `http://${name}:${port}`;
}
