/**
 * Slack tells the app that something happened, and waits three seconds to hear that it was heard. Events are told up to
 * four times: at once, at once again, after a minute, after five ("Events API", docs.slack.dev); what people do, once.
 */
import type { Id, Json, Team } from './shapes.ts';
import type { State } from './state.ts';

export type EnvelopeKind = 'events_api' | 'slash_commands' | 'interactive';

export interface Envelope {
  readonly kind: EnvelopeKind;
  readonly teamId: Id;
  readonly payload: Json;
  /** What the app says in its acknowledgement is looked at. */
  readonly takesAnswer: boolean;
}

/** What became of one try. */
export type Carried =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly reason: RetryReason; readonly noRetry?: boolean };

export type RetryReason =
  | 'http_timeout'
  | 'timeout' // of Socket Mode
  | 'connection_failed'
  | 'http_error'
  | 'ssl_error'
  | 'unknown_error';

/** A way to the app: HTTP or Socket Mode. */
export interface Transport {
  readonly carry: (envelope: Envelope, retry: Retry | undefined) => Promise<Carried>;
  readonly timeoutReason: RetryReason;
}

export interface Retry {
  /** 1, 2, 3 */
  readonly n: number;
  readonly reason: RetryReason;
}

export interface Attempt {
  /** Milliseconds since the epoch. */
  readonly at: number;
  outcome: 'waiting' | 'acknowledged' | 'late' | 'missing' | 'failed';
  /** How long the app took, if it answered at all. */
  afterMs: number | undefined;
  reason: RetryReason | undefined;
}

/** One thing that the app was told, and how it took it. */
export interface Delivery extends Envelope {
  readonly attempts: Attempt[];
  /** What the app said in its acknowledgement. */
  answer: unknown;
}

export interface Deliveries {
  /** Everything so far, oldest first. */
  readonly all: readonly Delivery[];
  /** How all tries ended so far; what came late was missing first, and counts as late. */
  readonly counts: Readonly<Record<Exclude<Attempt['outcome'], 'waiting'>, number>>;
  /** Empties `all`, for tests of very many. */
  readonly forget: () => void;
  /** Told once; resolves when it is acknowledged, or when three seconds are over. */
  readonly once: (envelope: Envelope) => Promise<Delivery>;
  readonly event: (team: Team, event: Json) => Delivery | undefined;
  /** Resolves when nothing is on its way any more; what waits for its retry is not. */
  readonly settled: () => Promise<void>;
}

const retryAfterMs = [0, 60_000, 300_000];

export function openDeliveries(state: State, transport: () => Transport): Deliveries {
  const all: Delivery[] = [];
  const counts = { acknowledged: 0, late: 0, missing: 0, failed: 0 };
  const underWay = new Set<Promise<unknown>>();

  const begin = (envelope: Envelope): Delivery => {
    const delivery: Delivery = { ...envelope, attempts: [], answer: undefined };
    all.push(delivery);
    return delivery;
  };

  const attempt = (delivery: Delivery, retry: Retry | undefined): Promise<Carried> => {
    const tried = tryOnce(state, transport(), delivery, retry, counts).finally(() => underWay.delete(tried));
    underWay.add(tried);
    return tried;
  };

  const tell = async (delivery: Delivery, retry?: Retry): Promise<void> => {
    const carried = await attempt(delivery, retry);
    const n = retry?.n ?? 0;
    const delay = retryAfterMs[n];
    if (carried.kind === 'answered' || carried.noRetry === true || delay === undefined) return;
    const again = (): void => void tell(delivery, { n: n + 1, reason: carried.reason });
    if (delay === 0) again();
    else state.clock.after(delay, again);
  };

  return {
    all,
    counts,
    forget: () => void all.splice(0),
    async once(envelope) {
      const delivery = begin(envelope);
      const carried = await attempt(delivery, undefined);
      if (carried.kind === 'answered') delivery.answer = carried.answer;
      return delivery;
    },
    event(team, event) {
      if (team.install?.active !== true) return undefined;
      const delivery = begin({
        kind: 'events_api',
        teamId: team.id,
        payload: wrapped(state, team, event),
        takesAnswer: false,
      });
      void tell(delivery);
      return delivery;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** An answer that comes after three seconds is written down, and changes nothing any more. */
async function tryOnce(
  state: State,
  transport: Transport,
  delivery: Delivery,
  retry: Retry | undefined,
  counts: Record<Exclude<Attempt['outcome'], 'waiting'>, number>,
): Promise<Carried> {
  const { clock, limits } = state;
  const attempt: Attempt = { at: clock.now(), outcome: 'waiting', afterMs: undefined, reason: undefined };
  delivery.attempts.push(attempt);
  const { promise, resolve } = Promise.withResolvers<Carried>();
  const end = (outcome: Exclude<Attempt['outcome'], 'waiting'>): void => {
    if (attempt.outcome === 'missing') counts.missing -= 1;
    attempt.outcome = outcome;
    counts[outcome] += 1;
  };
  const stop = clock.after(limits.acknowledgeMs, () => {
    end('missing');
    attempt.reason = transport.timeoutReason;
    resolve({ kind: 'failed', reason: transport.timeoutReason });
  });
  const listen = async (): Promise<void> => {
    const carried = await transport.carry(delivery, retry);
    const isLate = attempt.outcome === 'missing';
    if (carried.kind === 'answered') {
      attempt.afterMs = clock.now() - attempt.at;
      end(isLate ? 'late' : 'acknowledged');
    } else if (!isLate) {
      end('failed');
      attempt.reason = carried.reason;
    }
    stop();
    resolve(carried);
  };
  void listen();
  return promise;
}

function wrapped(state: State, team: Team, event: Json): Json {
  return {
    token: state.app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: state.app.id,
    event: { ...event, event_ts: event['event_ts'] ?? state.nextTs() },
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    event_time: Math.floor(state.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: team.install?.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${state.nextId('C')}`,
  };
}
