/** Looks for a message by its marker in what people see. */
import type { Channel } from '../../domain.ts';
import type { ReadBack, Sought } from '../platform.ts';
import { unreadable } from '../unreadable.ts';
import type { Api } from './api.ts';
import { checkToken } from './check-token.ts';
import { createLookThrough, type Looked } from './look-through.ts';
import { meaningOf, notInstalled } from './meaning.ts';
import { threadOf } from './place-id.ts';
import type { TokenOf } from './tokens.ts';

/** Where nobody says since when: nothing is looked for any longer. */
const usualAgeMs = 24 * 60 * 60_000;
const perPage = 100;

export function createReadBack({
  api,
  tokenOf,
  now,
}: {
  readonly api: Api;
  readonly tokenOf: TokenOf;
  readonly now: () => number;
}) {
  const lookThrough = createLookThrough(api);

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
    { replyTo, since = now() - usualAgeMs, until }: Sought,
  ): Promise<Looked> {
    const wasHeard = api.clock.earliest(since) !== undefined;
    // So that Slack's time is known.
    if (!wasHeard) {
      const answer = await api.ask(token, 'auth.test');
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
    }
    const oldest = tsOf(api.clock.earliest(since));
    // Nothing told by which clock that was noted, which may have been set since: then whatever is there by now.
    const latest = until === undefined ? undefined : tsOf(api.clock.latest(wasHeard ? until : now()));
    const args = { channel, oldest, latest, limit: perPage, include_all_metadata: true };
    // After another try there is more to look through; where nobody says until when, whatever came since.
    const key = until === undefined ? undefined : `${channel} ${marker} ${until}`;
    if (replyTo !== undefined) {
      const thread = threadOf(replyTo);
      const inThread = await lookThrough({ token, marker, args: { ...args, ts: thread }, thread, key });
      const gone = inThread.kind === 'failed' && inThread.answer.error === 'thread_not_found';
      if (inThread.kind !== 'absent' && !gone) return inThread;
    }
    return lookThrough({ token, marker, args, key });
  }
}

/** @param ms undefined = nobody knows; then there is no bound but the number of pages */
function tsOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : Math.max(0, ms / 1000).toFixed(6);
}
