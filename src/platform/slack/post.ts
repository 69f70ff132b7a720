/** Makes a message visible, or other words in its place: in a channel, or in the thread of what it follows. */
import type { Channel } from '../../domain.ts';
import type { Post, PostOutcome } from '../platform.ts';
import type { Answer, Api } from './api.ts';
import { checkToken } from './check-token.ts';
import type { EditPace } from './edit-pace.ts';
import { isAboutPicture, meaningOf, notInstalled } from './meaning.ts';
import { externalIdOf, readExternalId, threadOf } from './place-id.ts';
import { renderPost } from './render.ts';
import type { TokenOf } from './tokens.ts';

export interface Poster {
  readonly post: (channel: Channel, post: Post) => Promise<PostOutcome>;
  readonly edit: (channel: Channel, externalId: string, post: Post) => Promise<PostOutcome>;
}

export interface PosterParts {
  readonly api: Api;
  readonly tokenOf: TokenOf;
  readonly editPace: EditPace;
  readonly elapsedMs: () => number;
}

export function createPoster({ api, tokenOf, editPace, elapsedMs }: PosterParts): Poster {
  const limits = createLimits(elapsedMs);

  return {
    async post(channel, post) {
      const token = await tokenOf(channel);
      if (token === undefined) return notInstalled(channel);
      const thread = post.replyTo === undefined ? undefined : threadOf(post.replyTo);
      if (thread === undefined) return create(channel, token, post, undefined);
      // A reply to what is not there is taken, and nobody sees it.
      const there = await api.ask(token, 'conversations.replies', {
        channel: channel.externalId,
        ts: thread,
        limit: 1,
      });
      if (isGone(there, thread)) return create(channel, token, post, undefined);
      const outcome = await create(channel, token, post, thread);
      return outcome === 'no thread' ? create(channel, token, post, undefined) : outcome;
    },

    async edit(channel, externalId, post) {
      const token = await tokenOf(channel);
      if (token === undefined) return notInstalled(channel);
      const waitMs = editPace(channel.workspaceId);
      if (waitMs > 0)
        return { kind: 'busy', retryAfterMs: waitMs, reason: 'many messages are being changed' };
      const { ts } = readExternalId(externalId);
      const answer = await withPicture((picture) => {
        const { text, blocks, metadata } = renderPost(channel, post, picture);
        const args = { channel: channel.externalId, ts, text, blocks, metadata };
        return api.ask(token, 'chat.update', args, post.signal);
      });
      return outcomeOf(channel, token, answer, () => externalId);
    },
  };

  async function create(channel: Channel, token: string, post: Post, thread: undefined): Promise<PostOutcome>;
  async function create(
    channel: Channel,
    token: string,
    post: Post,
    thread: string,
  ): Promise<PostOutcome | 'no thread'>;
  async function create(
    channel: Channel,
    token: string,
    post: Post,
    thread: string | undefined,
  ): Promise<PostOutcome | 'no thread'> {
    const answer = await withPicture((picture) =>
      api.ask(
        token,
        'chat.postMessage',
        {
          channel: channel.externalId,
          ...renderPost(channel, post, picture),
          ...(thread !== undefined && {
            thread_ts: thread,
            // News of its own is for the channel as well, unless all of a story is wanted in its thread.
            reply_broadcast: !wantsThread(post),
          }),
        },
        post.signal,
      ),
    );
    if (thread !== undefined && answer.outcome.kind === 'refused' && noThread.includes(answer.error ?? ''))
      return 'no thread';
    const outcome = await outcomeOf(channel, token, answer, ({ ts }) =>
      typeof ts === 'string' ? externalIdOf({ thread, ts }) : undefined,
    );
    return outcome.kind === 'busy' ? limits.widen(token, channel, outcome) : outcome;
  }

  async function outcomeOf(
    channel: Channel,
    token: string,
    answer: Answer,
    idIn: (said: NonNullable<Answer['said']>) => string | undefined,
  ): Promise<PostOutcome> {
    const { outcome, said } = answer;
    if (outcome.kind === 'unauthorized') return checkToken(api, token, channel);
    if (outcome.kind !== 'done') return meaningOf(answer, channel.language);
    const externalId = said && idIn(said);
    if (externalId === undefined) return { kind: 'unknown', reason: 'an answer without an id' };
    return { kind: 'posted', externalId };
  }
}

/** It cannot be replied to, or not by us: then it stands in the channel like every other. */
const noThread: readonly string[] = [
  'cannot_reply_to_message',
  'invalid_thread_ts',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'thread_not_found',
];

/** Only what Slack says itself; a history that we may not read says nothing. */
function isGone({ outcome, error, said }: Answer, thread: string): boolean {
  if (outcome.kind === 'refused') return error === 'thread_not_found' || error === 'message_not_found';
  if (outcome.kind !== 'done') return false;
  const messages = (Array.isArray(said?.['messages']) ? said['messages'] : []) as ReadonlyArray<{
    readonly ts?: unknown;
    readonly subtype?: unknown;
  }>;
  const root = messages.find(({ ts }) => ts === thread);
  return root?.subtype === 'tombstone';
}

function wantsThread({ content }: Post): boolean {
  return content.kind === 'alert' && content.delivery?.thread === true;
}

/** Where Slack does not take the picture nothing has been done yet: the words are posted without it. */
async function withPicture(ask: (picture: boolean) => Promise<Answer>): Promise<Answer> {
  const answer = await ask(true);
  return isAboutPicture(answer) ? ask(false) : answer;
}

/**
 * Slack does not say whether it is the channel or the whole workspace that is written to too often. One channel alone
 * rests by itself; if a second one is turned away while the first still rests, it is the workspace.
 */
function createLimits(elapsedMs: () => number) {
  const last = new Map<string, { readonly channel: string; readonly until: number }>();
  return {
    widen(
      token: string,
      { externalId: channel }: Channel,
      busy: Extract<PostOutcome, { kind: 'busy' }>,
    ): PostOutcome {
      if (busy.retryAfterMs === undefined) return busy;
      const before = last.get(token);
      const both = before !== undefined && before.channel !== channel && before.until > elapsedMs();
      last.set(token, { channel, until: elapsedMs() + busy.retryAfterMs });
      return both ? { ...busy, scope: 'token' } : busy;
    },
  };
}
