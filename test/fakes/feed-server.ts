/** An HTTP server on loopback that answers as a test has scripted, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Sends the body again and again until the other side has had enough or this many bytes are out. */
  readonly repeatToBytes?: number;
  /** The connection breaks after the body, although more was announced. */
  readonly cutShort?: boolean;
  /** Header and body are sent, then nothing ever again. */
  readonly neverEnds?: boolean;
  /** Nothing is ever sent. */
  readonly neverAnswers?: boolean;
}

export interface Asked {
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FeedServer extends AsyncDisposable {
  /** "http://127.0.0.1:port" */
  readonly origin: string;
  readonly port: number;
  /** Answers requests for `path` (without query) one after the other; the last one again and again. */
  readonly answer: (path: string, ...answers: readonly ScriptedAnswer[]) => void;
  /** Every request, oldest first. */
  readonly asked: readonly Asked[];
  /** Bytes of bodies handed to the network so far. */
  readonly sentBytes: () => number;
  /** Connections that are open now. */
  readonly openConnections: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What is not scripted is answered with 404. */
export async function startFeedServer(): Promise<FeedServer> {
  const scripts = new Map<string, ScriptedAnswer[]>();
  const asked: Asked[] = [];
  let sentBytes = 0;

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const script = scripts.get(path.split('?')[0]!) ?? [];
    const answer = (script.length > 1 ? script.shift() : script[0]) ?? { status: 404 };
    if (answer.neverAnswers === true) return;

    const body = Buffer.from(answer.body ?? '');
    // The machine's time of day is none of a test's.
    response.sendDate = false;
    response.writeHead(answer.status ?? 200, answer.headers);
    if (answer.repeatToBytes !== undefined) {
      let left = answer.repeatToBytes;
      const pour = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= body.length;
          sentBytes += body.length;
          if (!response.write(body)) return void response.once('drain', pour);
        }
        response.end();
      };
      return pour();
    }
    sentBytes += body.length;
    if (answer.cutShort === true) return void response.write(body, () => response.destroy());
    if (answer.neverEnds === true) return void response.write(body);
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake listens on a port');
  const { port } = address;

  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    answer: (path, ...answers) => void scripts.set(path, [...answers]),
    asked,
    sentBytes: () => sentBytes,
    openConnections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close,
    [Symbol.asyncDispose]: close,
  };
}
