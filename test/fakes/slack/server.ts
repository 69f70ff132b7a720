/**
 * The fake Slack on loopback for an unmodified Bolt, behind whatever a network does to requests (`test/fakes/http/`).
 *
 * ```ts
 * const slack = await openFakeSlack({ clock: world });
 * const web = new WebClient(slack.team('acme').token(), { slackApiUrl: slack.apiUrl });
 * slack.network.misbehave('reset after'); // the next call that changes something
 * slack.network.misbehaveAt('conversations.history', 'cut body'); // the next call of this method
 * ```
 */
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { HttpFault } from '../http/http-fault.ts';
import { faultyServer, type FaultyServer } from '../http/faulty-server.ts';
import { fakeSlack, type FakeOptions, type FakeSlack } from './fake-slack.ts';
import { methodOf, methods } from './web-api.ts';

export interface RunningOptions extends FakeOptions {
  /** Which requests meet faults of the network; calls of methods that change something by default. */
  readonly meets?: (request: Request) => boolean;
  /**
   * Whether TCP stays open after a WebSocket was closed, as at Slack (slackapi/node-slack-sdk#2752): its own client then
   * waits until its pings are not answered any more. Default: it ends, so that tests need not wait.
   */
  readonly leavesTcpOpen?: boolean;
}

export interface RunningSlack extends FakeSlack, AsyncDisposable {
  readonly port: number;
  /** Resets, cut bodies, silence, pages instead of JSON: the next requests meet them, in this order. */
  readonly network: Pick<FaultyServer, 'misbehave' | 'unmet' | 'held' | 'server'> & {
    /** The same for the next calls of one method. */
    readonly misbehaveAt: (method: string, ...faults: readonly HttpFault[]) => void;
  };
  readonly close: () => Promise<void>;
  /** The server ends, and is there again behind the same address: what was said and who has tokens it still knows. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

export async function openFakeSlack(options: RunningOptions = {}): Promise<RunningSlack> {
  const slack = fakeSlack(options);
  const { state } = slack;
  const { meets = changesSomething, leavesTcpOpen = false } = options;
  const http = await faultyServer(slack.handle, { ...state.clock, meets });
  state.url = http.origin;
  const sockets = new WebSocketServer({ server: http.server });
  sockets.on('connection', (socket, request) => {
    const { socket: tcp } = request;
    if (leavesTcpOpen) tcp.end = () => tcp;
    carry(slack, socket, request);
  });
  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    await http.close();
  };
  return {
    ...slack,
    url: http.origin,
    apiUrl: `${http.origin}/api/`,
    port: http.port,
    network: {
      ...http,
      misbehaveAt: (method, ...faults) =>
        http.misbehaveAt((request) => methodOf(request) === method, ...faults),
    },
    close,
    goDown: close,
    comeBack: http.reopen,
    [Symbol.asyncDispose]: close,
  };
}

/** Every call is a POST: what changes something is told by its method. */
function changesSomething(request: Request): boolean {
  return methods.get(methodOf(request) ?? '')?.writes === true;
}

function carry({ socketMode }: FakeSlack, socket: WebSocket, { url = '' }: IncomingMessage): void {
  const connection = socketMode.connect(
    {
      send: (message) => socket.send(JSON.stringify(message)),
      close: () => socket.close(1000),
      drop: () => socket.terminate(),
      ping: () => socket.ping(),
      freeze: () => socket.pause(),
    },
    new URLSearchParams(url.split('?')[1]).get('ticket') ?? '',
  );
  socket.on('message', (data: Buffer) => connection.receive(data.toString()));
  socket.on('close', () => connection.closed());
  socket.on('error', () => socket.terminate());
}
