/** Looks through a list of messages, page by page; where Slack cuts it short, the next look goes on there. */
import type { ReadBack } from '../platform.ts';
import { noList, tooMuchSince } from '../unreadable.ts';
import type { Answer, Api, Arguments } from './api.ts';
import { type GivenMessage, revisionIn } from './marker.ts';
import { externalIdOf } from './place-id.ts';

export interface Look {
  readonly token: string;
  readonly marker: string;
  /** Of one channel. */
  readonly args: Arguments;
  /** Of a thread; absent: of what is in the channel itself. */
  readonly thread?: string | undefined;
  /** Tells looks apart of which one does not go on where the other was cut short; absent: this one begins anew. */
  readonly key?: string | undefined;
}

/** What was looked through, and what came of it: an answer that is not `done` ends it. */
export type Looked = ReadBack | { readonly kind: 'failed'; readonly answer: Answer };

/** A channel in which more has been written is not worth the requests; some apps are given 15 a page, one a minute. */
const mostPages = 10;
/** Looks of which is known where to go on. */
const mostBegun = 500;

interface Begun {
  /** A cursor is good for what it was given for. */
  readonly args: Arguments;
  readonly cursor?: string | undefined;
  readonly page: number;
}

export function createLookThrough(api: Api): (look: Look) => Promise<Looked> {
  const begun = new Map<string, Begun>();

  return async ({ token, marker, args: whole, thread, key }) => {
    const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
    const name = key && `${method} ${key}`;
    const { args, cursor: first, page: from } = begun.get(name ?? '') ?? { args: whole, page: 0 };
    let cursor = first;
    for (let page = from; page < mostPages; page += 1) {
      if (name !== undefined) keep(name, { args, cursor, page });
      const answer = await api.ask(token, method, { ...args, cursor });
      // Whatever it was refused for, the next look begins anew.
      if (answer.outcome.kind === 'refused') begun.delete(name ?? '');
      if (answer.error === 'invalid_cursor') return { kind: 'busy', reason: 'its place in the list is lost' };
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
      const messages = answer.said?.['messages'];
      if (!Array.isArray(messages)) return noList;
      cursor = nextOf(answer);
      const found = foundIn(messages as readonly GivenMessage[], marker, thread);
      if (found === undefined && cursor !== undefined) continue;
      begun.delete(name ?? '');
      return found ?? { kind: 'absent' };
    }
    begun.delete(name ?? '');
    return tooMuchSince;
  };

  function keep(name: string, place: Begun): void {
    begun.delete(name);
    const [oldest] = begun.keys();
    if (begun.size >= mostBegun && oldest !== undefined) begun.delete(oldest);
    begun.set(name, place);
  }
}

function foundIn(
  messages: readonly GivenMessage[],
  marker: string,
  thread: string | undefined,
): Extract<ReadBack, { kind: 'found' }> | undefined {
  for (const message of messages) {
    const revision = revisionIn(message, marker);
    if (revision !== undefined && typeof message.ts === 'string')
      return { kind: 'found', externalId: externalIdOf({ thread, ts: message.ts }), revision };
  }
  return undefined;
}

function nextOf({ said }: Answer): string | undefined {
  const next = said?.response_metadata?.next_cursor;
  return typeof next === 'string' && next !== '' ? next : undefined;
}
