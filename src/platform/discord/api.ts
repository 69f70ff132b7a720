/** One request to Discord's REST API and what its end means. Nothing is ever repeated here. */
import type { World } from '../../world.ts';
import { httpOutcome, type HttpOutcome, tooLate } from '../http-outcome.ts';
import { createPace } from './pace.ts';
import type { ApiAnswer } from '../ask-once.ts';
import { createServerClock, type ServerClock } from '../server-clock.ts';
import type { ApiRequest, Transport } from './transport.ts';
import { userAgent } from './user-agent.ts';

export interface Answer {
  readonly outcome: HttpOutcome;
  /** The parsed body, if it could be parsed. */
  readonly said?: unknown;
  /**
   * Discord's own code of what went wrong (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json).
   * Servers that speak like Discord may leave it out, or say the status once more in its place, which is none.
   */
  readonly code?: number | undefined;
  readonly status?: number | undefined;
  /** All that goes out by this token has to wait, not this route alone. */
  readonly ofToken?: boolean | undefined;
  /** This route takes no more before that. */
  readonly nextInMs?: number | undefined;
}

export interface Api {
  /** @param signal once it is aborted nothing is sent */
  readonly ask: (
    method: ApiRequest['method'],
    path: string,
    body?: object,
    signal?: AbortSignal,
  ) => Promise<Answer>;
  /** Discord's. */
  readonly clock: Pick<ServerClock, 'earliest'>;
}

/** Longer than any healthy answer takes, shorter than the sender's patience. */
export const timeoutMs = 10_000;

export function createApi({
  transport,
  token,
  world,
}: {
  readonly transport: Transport;
  readonly token: string;
  readonly world: Pick<World, 'now' | 'elapsedMs' | 'after'>;
}): Api {
  const guard = createGuard(world.elapsedMs);
  const pace = createPace(world);
  const clock = createServerClock(world.now);
  const headers = {
    authorization: `Bot ${token}`,
    'content-type': 'application/json',
    'user-agent': userAgent,
  };
  return {
    clock,
    async ask(method, path, body, signal) {
      // While it waited somebody else may have been told to rest.
      const held = guard.resting() ?? (await pace.enter()) ?? guard.resting();
      if (held !== undefined) return { outcome: held, ofToken: true };
      if (signal?.aborted === true) return { outcome: tooLate };
      const patience = new AbortController();
      const cancel = world.after(timeoutMs, () => patience.abort(new DOMException('', 'TimeoutError')));
      try {
        const request = { method, path, headers, ...(body && { body: JSON.stringify(body) }) };
        const answer = await transport(request, patience.signal);
        const said = judged(answer, world.now());
        guard.count(answer, said);
        if (said.outcome.kind === 'done') clock.hear(answer.header('date'));
        return said;
      } catch (error) {
        return { outcome: httpOutcome({ kind: 'failed', error }, world.now()) };
      } finally {
        cancel();
      }
    },
  };
}

/** Of the whole token where nobody says for how long. */
const tokenRestMs = 60_000;

function judged({ status, header, text }: ApiAnswer, now: number): Answer {
  const said = parsed(text);
  const { code, retry_after: retryAfterS, global } = (said ?? {}) as Said;
  const end = {
    kind: 'answered',
    status,
    readable: said !== undefined,
    retryAfter: header('retry-after'),
  } as const;
  const known = typeof code === 'number' && code !== status ? code : undefined;
  const outcome = ofCode(httpOutcome(end, now), known);
  // In other words than Discord's it is the gate before it that has had enough of this address.
  const ofToken =
    status === 429 && (said === undefined || global === true || header('x-ratelimit-scope') === 'global');
  const unsaidMs = ofToken ? tokenRestMs : undefined;
  return {
    outcome:
      outcome.kind === 'busy'
        ? { ...outcome, retryAfterMs: msOf(retryAfterS) ?? outcome.retryAfterMs ?? unsaidMs }
        : outcome,
    said,
    status,
    code: known,
    ofToken,
    nextInMs:
      header('x-ratelimit-remaining') === '0' ? msOf(Number(header('x-ratelimit-reset-after'))) : undefined,
  };
}

/** "Unauthorized", which other servers say with another status than 401. */
export const unauthorized = 40_001;

function ofCode(outcome: HttpOutcome, code: number | undefined): HttpOutcome {
  const isOther = outcome.kind === 'refused' && code === unauthorized;
  return isOther ? { kind: 'unauthorized', reason: outcome.reason } : outcome;
}

/** Turned away with one of these statuses, and nobody says why. */
export function isUnsaid({ outcome, status = 0, code }: Answer, ...statuses: readonly number[]): boolean {
  return outcome.kind === 'refused' && code === undefined && statuses.includes(status);
}

interface Said {
  readonly code?: unknown;
  /** Seconds, with a fraction. */
  readonly retry_after?: unknown;
  readonly global?: unknown;
}

/** A little later than to the millisecond: the two clocks are not one. "At once" is no figure. */
function msOf(seconds: unknown): number | undefined {
  const known = typeof seconds === 'number' && seconds > 0 && seconds < 86_400;
  return known ? Math.ceil(seconds * 1000) + 50 : undefined;
}

/** What Discord speaks is an object or a list. */
function parsed(text: string | undefined): unknown {
  try {
    const said: unknown = JSON.parse(text ?? '');
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An address that has 10,000 answers of 401, 403 or 429 within 10 minutes is banned
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans), with every bot
 * behind it. At half of that we fall silent.
 */
const mostInvalid = 5000;
const invalidMs = 10 * 60_000;

/** What holds up every request by this token, so that nobody who asks need know of it. */
function createGuard(elapsedMs: () => number) {
  /** When they came, oldest first. */
  let invalid: number[] = [];
  let restsUntil = 0;
  return {
    /** What every request is answered with while nothing must be asked. */
    resting(): Extract<HttpOutcome, { kind: 'busy' }> | undefined {
      const bannedMs = banMs();
      const retryAfterMs = Math.ceil(Math.max(bannedMs, restsUntil - elapsedMs()));
      if (retryAfterMs <= 0) return undefined;
      return { kind: 'busy', retryAfterMs, reason: bannedMs > 0 ? tooManyInvalid : 'the whole bot rests' };
    },
    count({ status, header }: ApiAnswer, { outcome, ofToken = false }: Answer): void {
      const counts = [401, 403, 429].includes(status) && header('x-ratelimit-scope') !== 'shared';
      if (counts) invalid.push(elapsedMs());
      if (ofToken && outcome.kind === 'busy')
        restsUntil = Math.max(restsUntil, elapsedMs() + (outcome.retryAfterMs ?? 0));
    },
  };

  function banMs(): number {
    if (invalid.length < mostInvalid) return 0;
    const since = elapsedMs() - invalidMs;
    invalid = invalid.filter((at) => at > since);
    return invalid.length < mostInvalid ? 0 : (invalid[0] ?? 0) - since;
  }
}

const tooManyInvalid = `${mostInvalid.toLocaleString('en')} requests were turned away in 10 minutes: silent for a while`;
