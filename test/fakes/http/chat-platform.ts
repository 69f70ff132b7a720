/** A platform over HTTP as small as it can be: how Slack's and Discord's are to judge what becomes of a request. */
import { type Dispatcher, request } from 'undici';
import type { Channel } from '../../../src/domain.ts';
import { type HttpEnd, type HttpOutcome, httpOutcome } from '../../../src/platform/http-outcome.ts';
import type { Platform, Post, PostOutcome, ReadBack } from '../../../src/platform/platform.ts';
import { noList, unreadable } from '../../../src/platform/unreadable.ts';
import { afterUnauthorized } from '../../../src/platform/unauthorized.ts';
import type { World } from '../../../src/world.ts';

type Method = 'GET' | 'POST' | 'PATCH';

export interface ChatPlatformOptions {
  readonly world: Pick<World, 'now' | 'after'>;
  readonly sameMarkerMs: number;
  /** Where the next request goes, and through what. */
  readonly way: (method: Method) => { readonly origin: string; readonly dispatcher: Dispatcher };
}

/** Longer than any healthy platform takes, shorter than the sender's patience. */
const timeoutMs = 10_000;
/** A request that we have given up on may still be in the server's hands. */
const effectWithinMs = timeoutMs + 20_000;

interface Answer {
  readonly outcome: HttpOutcome;
  /** The parsed body, if it could be parsed. */
  readonly said?: unknown;
}

export function chatPlatform({ world, sameMarkerMs, way }: ChatPlatformOptions): Platform {
  return {
    name: 'local',
    sameMarkerMs,
    effectWithinMs,
    paceMs: 0,
    editDelayMs: 0,
    post: (channel, post) => write('POST', pathOf(channel), post),
    edit: (channel, externalId, post) => write('PATCH', `${pathOf(channel)}/${externalId}`, post),
    readBack,
  };

  async function write(method: 'POST' | 'PATCH', path: string, post: Post): Promise<PostOutcome> {
    const { outcome, said } = await ask(method, path, post);
    if (outcome.kind === 'unauthorized') return checkToken();
    if (outcome.kind !== 'done') return meaningOf(outcome, said);
    const { id } = (said ?? {}) as { readonly id?: unknown };
    if (typeof id !== 'string') return { kind: 'unknown', reason: 'an answer without an id' };
    return { kind: 'posted', externalId: id };
  }

  async function readBack(channel: Channel, marker: string): Promise<ReadBack> {
    const { outcome, said } = await ask('GET', pathOf(channel));
    if (outcome.kind === 'unauthorized') return checkToken();
    if (outcome.kind !== 'done') return unreadable(meaningOf(outcome, said));
    if (!Array.isArray(said)) return noList;
    const messages = said as ReadonlyArray<{ id: string; marker: string; revision: number }>;
    const found = messages.findLast((message) => message.marker === marker);
    if (found === undefined) return { kind: 'absent' };
    return { kind: 'found', externalId: found.id, revision: found.revision };
  }

  function checkToken(): ReturnType<typeof afterUnauthorized> {
    return afterUnauthorized(
      async () => (await ask('GET', '/me')).outcome,
      'the token is not valid any more',
    );
  }

  async function ask(method: Method, path: string, post?: Post): Promise<Answer> {
    const { origin, dispatcher } = way(method);
    const patience = new AbortController();
    const cancel = world.after(timeoutMs, () => patience.abort(new DOMException('', 'TimeoutError')));
    try {
      const answer = await request(`${origin}${path}`, {
        method,
        dispatcher,
        signal: patience.signal,
        headers: { 'content-type': 'application/json' },
        ...(post && { body: JSON.stringify(writtenOf(post)) }),
      });
      // Half a body is no reason to forget the status, which may have said that nothing was done.
      const said = await answer.body.json().catch(() => undefined);
      const { 'retry-after': retryAfter } = answer.headers;
      return judged(
        {
          kind: 'answered',
          status: answer.statusCode,
          readable: said !== undefined,
          retryAfter: retryAfter?.toString(),
        },
        said,
      );
    } catch (error) {
      return judged({ kind: 'failed', error });
    } finally {
      cancel();
    }
  }

  function judged(end: HttpEnd, said?: unknown): Answer {
    return { outcome: httpOutcome(end, world.now()), said };
  }
}

function meaningOf(
  outcome: Exclude<HttpOutcome, { kind: 'done' | 'unauthorized' }>,
  said: unknown,
): Exclude<PostOutcome, { kind: 'posted' }> {
  const { error } = (said ?? {}) as { readonly error?: unknown };
  return error === 'unknown channel' ? { kind: 'closed', reason: error } : outcome;
}

function pathOf({ externalId }: Channel): string {
  return `/channels/${encodeURIComponent(externalId)}/messages`;
}

function writtenOf({ marker, revision, content }: Post): object {
  return { marker, revision, title: content.kind === 'alert' ? content.title : undefined };
}
