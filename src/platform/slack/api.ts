/** One request to Slack's Web API and what its end means. Nothing is ever repeated here. */
import type { World } from '../../world.ts';
import { httpOutcome, type HttpOutcome, tooLate } from '../http-outcome.ts';
import type { ApiAnswer } from '../ask-once.ts';
import { createServerClock, type ServerClock } from '../server-clock.ts';
import type { Transport } from './transport.ts';

export interface Answer {
  readonly outcome: HttpOutcome;
  /** The parsed body, if it could be parsed. */
  readonly said?: Said | undefined;
  /** Slack's own word for what went wrong: "channel_not_found". */
  readonly error?: string | undefined;
}

/** Every answer of Slack's (https://docs.slack.dev/apis/web-api/#responses); what else is in it depends on the method. */
export interface Said {
  readonly ok?: unknown;
  readonly error?: unknown;
  /** Of `missing_scope`. */
  readonly needed?: unknown;
  readonly response_metadata?: { readonly messages?: unknown; readonly next_cursor?: unknown } | undefined;
  readonly [more: string]: unknown;
}

/** What is left out is not sent. */
export type Arguments = Readonly<Record<string, string | number | boolean | object | undefined>>;

export interface Api {
  /**
   * @param token whose request it is: each workspace has its own; undefined where none is needed
   * @param signal once it is aborted nothing is sent
   */
  readonly ask: (
    token: string | undefined,
    method: string,
    args?: Arguments,
    signal?: AbortSignal,
  ) => Promise<Answer>;
  /** Slack's. */
  readonly clock: Pick<ServerClock, 'earliest' | 'latest'>;
}

/** Longer than any healthy answer takes, shorter than the sender's patience. */
export const timeoutMs = 10_000;

export function createApi({
  transport,
  world,
}: {
  readonly transport: Transport;
  readonly world: Pick<World, 'now' | 'elapsedMs' | 'after'>;
}): Api {
  const rests = createRests(world.elapsedMs);
  const clock = createServerClock(world.now);
  return {
    clock,
    async ask(token, method, args = {}, signal) {
      if (signal?.aborted === true) return { outcome: tooLate };
      const limit = limitOf(token, method, args);
      const resting = rests.of(limit);
      if (resting !== undefined) return { outcome: resting, error: 'ratelimited' };
      const patience = new AbortController();
      const cancel = world.after(timeoutMs, () => patience.abort(new DOMException('', 'TimeoutError')));
      try {
        const request = { method, headers: headersWith(token), body: formOf(args) };
        const given = await transport(request, patience.signal);
        const answer = judged(given, world.now());
        rests.note(limit, answer);
        if (answer.outcome.kind === 'done') clock.hear(given.header('date'));
        return answer;
      } catch (error) {
        return { outcome: httpOutcome({ kind: 'failed', error }, world.now()) };
      } finally {
        cancel();
      }
    },
  };
}

function headersWith(token: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'user-agent': 'Bellwire',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

function formOf(args: Arguments): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) {
    if (value !== undefined)
      form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return form.toString();
}

function judged({ status, header, text }: ApiAnswer, now: number): Answer {
  const said = parsed(text);
  const error = said?.ok === true || typeof said?.error !== 'string' ? undefined : said.error;
  const readable = said !== undefined && (said.ok === true || error !== undefined);
  const outcome = httpOutcome({ kind: 'answered', status, readable, retryAfter: header('retry-after') }, now);
  return { outcome: error === undefined ? outcome : inItsWords(outcome, error), said, error };
}

/** Slack says its no with status 200, too. */
function inItsWords(outcome: HttpOutcome, error: string): HttpOutcome {
  if (outcome.kind === 'unknown' || outcome.kind === 'busy') return outcome;
  if (tooOften.includes(error)) return { kind: 'busy', reason: error };
  if (tokenErrors.includes(error)) return { kind: 'unauthorized', reason: error };
  if (uncertain.includes(error)) return { kind: 'unknown', reason: error };
  return notNow.includes(error) ? { kind: 'busy', reason: error } : { kind: 'refused', reason: error };
}

const tooOften: readonly string[] = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];
/** https://docs.slack.dev/reference/methods/auth.test#errors: of the token itself. */
const tokenErrors: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
];
/** "Some aspect of the operation may have succeeded", says the reference of every method. */
const uncertain: readonly string[] = ['fatal_error', 'internal_error', 'service_unavailable', 'timeout'];
/** It did not arrive whole, or the workspace is being moved. */
const notNow: readonly string[] = ['request_timeout', 'team_added_to_org', 'migration_in_progress'];

function parsed(text: string | undefined): Said | undefined {
  try {
    const said: unknown = JSON.parse(text ?? '');
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : undefined;
  } catch {
    return undefined;
  }
}

/** What a 429 is about: a method for one workspace, or messages to one channel. */
function limitOf(token = '', method: string, { channel }: Arguments): string {
  return method === 'chat.postMessage'
    ? `${token} ${method} ${JSON.stringify(channel)}`
    : `${token} ${method}`;
}

/** Whoever was told to rest asks nothing before that, whoever it is that asks. */
function createRests(elapsedMs: () => number) {
  const until = new Map<string, number>();
  return {
    of(limit: string): Extract<HttpOutcome, { kind: 'busy' }> | undefined {
      const leftMs = Math.ceil((until.get(limit) ?? 0) - elapsedMs());
      if (leftMs > 0) return { kind: 'busy', retryAfterMs: leftMs, reason: 'it rests, as Slack has asked' };
      until.delete(limit);
      return undefined;
    },
    note(limit: string, { outcome }: Answer): void {
      if (outcome.kind === 'busy' && outcome.retryAfterMs !== undefined)
        until.set(limit, elapsedMs() + outcome.retryAfterMs);
    },
  };
}
