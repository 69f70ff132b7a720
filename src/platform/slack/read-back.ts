/** Looks for a message by its marker in what people see. */
import type { Channel } from '../../domain.ts';
import type { ReadBack, Sought } from '../platform.ts';
import { noList, tooMuchSince, unreadable } from '../unreadable.ts';
import type { Answer, Api, Arguments } from './api.ts';
import { checkToken } from './check-token.ts';
import { type GivenMessage, revisionIn } from './marker.ts';
import { meaningOf, notInstalled } from './meaning.ts';
import { externalIdOf, threadOf } from './place-id.ts';
import type { TokenOf } from './tokens.ts';

/** Where nobody says since when: nothing is looked for any longer. */
const usualAgeMs = 24 * 60 * 60_000;
const perPage = 100;
/** A channel in which more has been written since is not worth the requests; some apps are given 15 a page. */
const mostPages = 10;

/** What was looked through, and what came of it: an answer that is not `done` ends it. */
type Looked = ReadBack | { readonly kind: 'failed'; readonly answer: Answer };

export function createReadBack({
  api,
  tokenOf,
  now,
}: {
  readonly api: Api;
  readonly tokenOf: TokenOf;
  readonly now: () => number;
}) {
  return async (channel: Channel, marker: string, sought: Sought = {}): Promise<ReadBack> => {
    const token = await tokenOf(channel);
    if (token === undefined) return notInstalled(channel);
    const looked = await look(token, channel.externalId, marker, sought);
    if (looked.kind !== 'failed') return looked;
    const { outcome, error } = looked.answer;
    if (outcome.kind === 'unauthorized') return checkToken(api, token, channel);
    const back = unreadable(meaningOf(looked.answer, channel.language));
    // It may write there all the same.
    return error === 'missing_scope' && back.kind === 'closed'
      ? { kind: 'unreadable', reason: back.reason }
      : back;
  };

  async function look(
    token: string,
    channel: string,
    marker: string,
    { replyTo, since = now() - usualAgeMs }: Sought,
  ): Promise<Looked> {
    // Where nothing was heard of Slack before, so that its time is known.
    if (api.clock.earliest(since) === undefined) {
      const answer = await api.ask(token, 'auth.test');
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
    }
    const oldest = tsOf(api.clock.earliest(since));
    const args = { channel, oldest, limit: perPage, include_all_metadata: true };
    if (replyTo !== undefined) {
      const thread = threadOf(replyTo);
      const inThread = await lookThrough(
        token,
        'conversations.replies',
        { ...args, ts: thread },
        marker,
        thread,
      );
      const gone = inThread.kind === 'failed' && inThread.answer.error === 'thread_not_found';
      if (inThread.kind !== 'absent' && !gone) return inThread;
    }
    return lookThrough(token, 'conversations.history', args, marker);
  }

  /** Page by page, until what is older than the message can be. */
  async function lookThrough(
    token: string,
    method: string,
    args: Arguments,
    marker: string,
    thread?: string,
  ): Promise<Looked> {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await api.ask(token, method, { ...args, cursor });
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
      const messages = answer.said?.['messages'];
      if (!Array.isArray(messages)) return noList;
      for (const message of messages as readonly GivenMessage[]) {
        const revision = revisionIn(message, marker);
        if (revision !== undefined && typeof message.ts === 'string')
          return { kind: 'found', externalId: externalIdOf({ thread, ts: message.ts }), revision };
      }
      cursor = nextOf(answer);
      if (cursor === undefined) return { kind: 'absent' };
    }
    return tooMuchSince;
  }
}

/** @param ms undefined = nobody knows; then there is no bound but the number of pages */
function tsOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : Math.max(0, ms / 1000).toFixed(6);
}

function nextOf({ said }: Answer): string | undefined {
  const next = said?.response_metadata?.next_cursor;
  return typeof next === 'string' && next !== '' ? next : undefined;
}
