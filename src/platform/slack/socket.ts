/**
 * The connection to Slack in Socket Mode: one receiver of Bolt after the other. Its client would connect again by itself,
 * but what goes wrong then is thrown where nobody can catch it, and ends the process; so each connects once.
 */
import { type App, SocketModeReceiver } from '@slack/bolt';
import { fullJitterMs } from '../../backoff.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { World } from '../../world.ts';
import { boltLogger } from './bolt-logger.ts';

export interface Socket {
  /** Begins to connect; waits for nothing. */
  readonly start: () => void;
  /** Resolves within two seconds, whether Slack says goodbye or not. */
  readonly stop: () => Promise<void>;
  readonly link: () => Link;
}

export type Link =
  | { readonly kind: 'connecting' | 'connected' | 'lost'; readonly since: number }
  /** Slack does not accept the app-level token; it is tried again now and then. */
  | { readonly kind: 'refused'; readonly since: number };

export interface SocketParts {
  readonly appToken: string;
  /** "https://slack.com/api" */
  readonly apiUrl: string;
  readonly app: App;
  readonly world: Pick<World, 'now' | 'after' | 'random'>;
  readonly log: Log;
  /** There may have been events that nobody heard. */
  readonly onConnected: () => void;
}

/** How a connection ended. */
interface End {
  readonly kind: 'refused' | 'failed' | 'replaced';
  readonly reason: string;
}

const goodbyeMs = 2000;
/** "About 10 seconds before" a connection is closed it is told (docs.slack.dev, "Using Socket Mode"). */
const overlapMs = 8000;
const openMs = 10_000;
/** From asking for an address to Slack's hello; its client waits for ever. */
const mostOpeningMs = 30_000;
/** A connection whose other side is gone is noticed at the latest after this, beside the client's own pings. */
const lookMs = 5000;
/** One that lasted so long was well. */
const wellMs = 30_000;
const restAfterFailure = { baseMs: 1000, capMs: 60_000 };
const restAfterRefusal = { baseMs: 60_000, capMs: 30 * 60_000 };

type Receiver = SocketModeReceiver;

export function createSocket({ appToken, apiUrl, app, world, log, onConnected }: SocketParts): Socket {
  let link: Link = { kind: 'connecting', since: world.now() };
  /** The newest one, and those that Slack is about to close, which hear everything until the newest one does. */
  const open = new Set<Receiver>();
  let stopping = false;
  const stopped = Promise.withResolvers<void>();
  let living: Promise<void> = Promise.resolve();

  return {
    start: () => void (living = live()),
    async stop() {
      stopping = true;
      stopped.resolve();
      await living;
      await Promise.all([...open].map(goodbye));
    },
    link() {
      if (link.kind === 'connected' && ![...open].some(isActive)) link = { kind: 'lost', since: world.now() };
      return link;
    },
  };

  async function live(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      const begun = world.now();
      const end = await liveOnce();
      if (end === undefined) return;
      const lasted = link.kind === 'connected' && world.now() - begun >= wellMs;
      failures = end.kind === 'replaced' || lasted ? 0 : failures + 1;
      told(end);
      const rests = end.kind === 'refused' ? restAfterRefusal : restAfterFailure;
      if (failures > 0) await rest(fullJitterMs(failures, world.random, rests));
    }
  }

  function told({ kind, reason }: End): void {
    if (kind === 'replaced') return log.debug({}, reason);
    if (kind === 'refused') {
      if (link.kind !== 'refused') link = { kind: 'refused', since: world.now() };
      log.error({ reason }, 'Slack does not accept SLACK_APP_TOKEN: make a new one with connections:write');
    } else if (link.kind === 'connected') {
      link = { kind: 'lost', since: world.now() };
      log.info({ reason }, 'Slack: the connection ended; a new one is opened');
    } else log.warn({ reason }, 'Slack cannot be reached; it is tried again');
  }

  /** @returns undefined when we are to stop */
  async function liveOnce(): Promise<End | undefined> {
    const receiver = openReceiver();
    const over = Promise.withResolvers<End>();
    const cancelLook = follow(receiver, over.resolve);
    receiver.client.start().catch((error: unknown) => over.resolve(endOf(error)));
    const end = await Promise.race([over.promise, stopped.promise]);
    cancelLook();
    if (end === undefined) return undefined;
    if (end.kind === 'replaced') world.after(overlapMs, () => void goodbye(receiver));
    else void goodbye(receiver);
    return end;
  }

  function openReceiver(): Receiver {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: boltLogger(log),
      autoReconnectEnabled: false,
      installerOptions: {
        clientOptions: {
          slackApiUrl: `${apiUrl.replace(/\/+$/, '')}/`,
          retryConfig: { retries: 0 },
          timeout: openMs,
          rejectRateLimitedCalls: true,
        },
      },
      async processEventErrorHandler({ error }) {
        log.error({ err: error }, `Slack: an event was not acted upon: ${reasonOf(error)}`);
        return false;
      },
    });
    receiver.init(app);
    open.add(receiver);
    return receiver;
  }

  function follow(receiver: Receiver, end: (end: End) => void): () => void {
    const { client } = receiver;
    const begunAt = world.now();
    let isConnected = false;
    client.on('connected', () => {
      isConnected = true;
      link = { kind: 'connected', since: world.now() };
      log.info({}, 'Slack: connected');
      onConnected();
    });
    client.on('disconnected', () => end({ kind: 'failed', reason: 'the connection was closed' }));
    survivesMessages(client, (data) => {
      // Slack lets no connection live for ever, and says so some seconds before. The client would close this one at
      // once, and nobody would hear what is said until the next one is there.
      const isLast = isGoodbye(data);
      if (isLast) end({ kind: 'replaced', reason: 'Slack asks for a new connection' });
      return !isLast;
    });
    let cancel = (): void => {};
    const look = (): void => {
      const isLate = !isConnected && world.now() - begunAt >= mostOpeningMs;
      if (isLate || (isConnected && !isActive(receiver)))
        end({ kind: 'failed', reason: isLate ? 'nobody says hello' : 'the connection is dead' });
      cancel = world.after(lookMs, look);
    };
    cancel = world.after(lookMs, look);
    return () => cancel();
  }

  /** What a message that is none makes the client throw would end the process. */
  function survivesMessages(client: Receiver['client'], isForIt: (data: unknown) => boolean): void {
    const listener = client as unknown as {
      onWebSocketMessage: (data: unknown, isBinary: boolean) => Promise<void>;
    };
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: boolean) => {
      if (!isForIt(data)) return;
      listener.onWebSocketMessage(data, isBinary).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'Slack: a message on the connection was not understood');
      });
    });
  }

  async function goodbye(receiver: Receiver): Promise<void> {
    open.delete(receiver);
    // What was never connected has nothing to say goodbye to, and its client complains.
    const said = receiver.client.disconnect().catch(() => {});
    await Promise.race([said, rest(goodbyeMs, false)]);
  }

  /** @param wakes whether being asked to stop ends it */
  function rest(ms: number, wakes = true): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = world.after(ms, resolve);
    return wakes ? Promise.race([promise, stopped.promise]).finally(cancel) : promise;
  }
}

function isActive({ client }: Receiver): boolean {
  const { websocket } = client as unknown as { readonly websocket?: { isActive: () => boolean } };
  return websocket?.isActive() ?? false;
}

function isGoodbye(data: unknown): boolean {
  try {
    return (JSON.parse(String(data)) as { readonly type?: unknown } | null)?.type === 'disconnect';
  } catch {
    return false;
  }
}

const refusals: readonly unknown[] = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'user_removed_from_team',
  'team_disabled',
];

/** What `start` throws: nobody could be asked, the answer was no, or the connection ended before it began. */
function endOf(error: unknown): End {
  const { data } = (error ?? {}) as { readonly data?: { readonly error?: unknown } };
  const refused = refusals.includes(data?.error);
  return { kind: refused ? 'refused' : 'failed', reason: error === undefined ? 'closed' : reasonOf(error) };
}
