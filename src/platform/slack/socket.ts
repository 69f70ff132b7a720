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
const openMs = 10_000;
/** A connection whose other side is gone is noticed at the latest after this, beside the client's own pings. */
const lookMs = 5000;
/** One that lasted so long was well. */
const wellMs = 30_000;
const restAfterFailure = { baseMs: 1000, capMs: 60_000 };
const restAfterRefusal = { baseMs: 60_000, capMs: 30 * 60_000 };

type Receiver = SocketModeReceiver;

export function createSocket({ appToken, apiUrl, app, world, log, onConnected }: SocketParts): Socket {
  let link: Link = { kind: 'connecting', since: world.now() };
  let current: Receiver | undefined;
  let stopping = false;
  const stopped = Promise.withResolvers<void>();
  let living: Promise<void> = Promise.resolve();

  return {
    start: () => void (living = live()),
    async stop() {
      stopping = true;
      stopped.resolve();
      await living;
    },
    link: () =>
      link.kind === 'connected' && !isActive(current) ? { kind: 'lost', since: link.since } : link,
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
    const opening = receiver.client.start().catch((error: unknown) => over.resolve(endOf(error)));
    const end = await Promise.race([over.promise, stopped.promise]);
    cancelLook();
    // Said in the background where the next connection is to begin at once.
    const goodbye = Promise.race([disconnected(receiver, opening), rest(goodbyeMs, false)]);
    if (stopping) await goodbye;
    return end ?? undefined;
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
    current = receiver;
    return receiver;
  }

  function follow(receiver: Receiver, end: (end: End) => void): () => void {
    const { client } = receiver;
    client.on('connected', () => {
      if (client !== current?.client) return;
      link = { kind: 'connected', since: world.now() };
      log.info({}, 'Slack: connected');
      onConnected();
    });
    client.on('disconnected', () => end({ kind: 'failed', reason: 'the connection was closed' }));
    survivesMessages(client, (data) => {
      // Slack lets no connection live for ever: the next one is opened before this one is closed.
      if (isGoodbye(data)) end({ kind: 'replaced', reason: 'Slack asks for a new connection' });
    });
    let cancel = (): void => {};
    const look = (): void => {
      if (link.kind === 'connected' && !isActive(receiver))
        end({ kind: 'failed', reason: 'the connection is dead' });
      cancel = world.after(lookMs, look);
    };
    cancel = world.after(lookMs, look);
    return () => cancel();
  }

  /** What a message that is none makes the client throw would end the process. */
  function survivesMessages(client: Receiver['client'], heard: (data: unknown) => void): void {
    const listener = client as unknown as {
      onWebSocketMessage: (data: unknown, isBinary: boolean) => Promise<void>;
    };
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: boolean) => {
      heard(data);
      listener.onWebSocketMessage(data, isBinary).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'Slack: a message on the connection was not understood');
      });
    });
  }

  async function disconnected({ client }: Receiver, opening: Promise<unknown>): Promise<void> {
    try {
      await client.disconnect();
      await opening;
    } catch {
      // It was not connected.
    }
  }

  /** @param wakes whether being asked to stop ends it */
  function rest(ms: number, wakes = true): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = world.after(ms, resolve);
    return wakes ? Promise.race([promise, stopped.promise]).finally(cancel) : promise;
  }
}

function isActive(receiver: Receiver | undefined): boolean {
  const client = receiver?.client as { readonly websocket?: { isActive: () => boolean } } | undefined;
  return client?.websocket?.isActive() ?? false;
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
