/** Makes a message visible, or other words in its place: in a channel, in a story's thread, as a forum post. */
import type { Channel } from '../../domain.ts';
import type { Post, PostOutcome } from '../platform.ts';
import { type Answer, type Api, isUnsaid } from './api.ts';
import { checkToken } from './check-token.ts';
import { messageFlags } from './components.ts';
import { tagsFor } from './forum-tags.ts';
import { isAboutPicture, meaningOf } from './meaning.ts';
import { externalIdOf, readExternalId } from './place-id.ts';
import type { Places } from './places.ts';
import { renderNew, renderPost, threadName } from './render.ts';

export interface Poster {
  readonly post: (channel: Channel, post: Post) => Promise<PostOutcome>;
  readonly edit: (channel: Channel, externalId: string, post: Post) => Promise<PostOutcome>;
}

/** A request, given whether the picture may be in it. */
type Asking = (picture: boolean) => Promise<Answer>;

export function createPoster({
  api,
  places,
  onPosted,
}: {
  readonly api: Api;
  readonly places: Places;
  /** A message of its own appeared in the channel, in no thread. */
  readonly onPosted: (channelId: string, messageId: string) => Promise<void>;
}): Poster {
  return {
    async post(channel, post) {
      const { externalId: channelId } = channel;
      const parent = post.replyTo === undefined ? undefined : readExternalId(post.replyTo);
      if (parent?.thread !== undefined) {
        const outcome = await inThread(channel, parent.thread, post);
        if (outcome !== 'no such thread') return outcome;
      } else if (parent !== undefined && wantsThread(post)) {
        const outcome = await inThreadOf(channel, parent.message, post);
        if (outcome !== 'no such thread') return outcome;
      }
      if (places.known(channelId)?.kind === 'forum') return forumPost(channel, post);
      return inChannel(channel, post, parent?.thread === undefined ? parent?.message : undefined);
    },

    async edit(channel, externalId, post) {
      const { thread, message } = readExternalId(externalId);
      const path = `/channels/${thread ?? channel.externalId}/messages/${message}`;
      const answer = await withPicture((picture) =>
        api.ask('PATCH', path, editOf(channel, post, picture), post.signal),
      );
      if (thread !== undefined && answer.code === unknownChannel)
        return afterNotFound(channel, thread, { thread });
      if (isUnsaid(answer, 404))
        return afterNotFound(channel, thread ?? channel.externalId, { thread, message });
      return outcomeOf(channel, answer, () => externalId);
    },
  };

  async function inChannel(channel: Channel, post: Post, replyTo: string | undefined): Promise<PostOutcome> {
    const { externalId: channelId } = channel;
    const path = `/channels/${channelId}/messages`;
    let answer = await create(path, channel, post, replyTo);
    // A reply needs a permission that a message of its own does not need; where nobody says so it may be that, or that
    // what is replied to is gone.
    const notAsReply = answer.code === mayNotReply || isUnsaid(answer, 403, 404);
    if (replyTo !== undefined && notAsReply) answer = await create(path, channel, post, undefined);
    if (notForMessages.includes(answer.code ?? 0)) return asItsKindWants(channel, post, answer);
    if (isUnsaid(answer, 404)) return afterNotFound(channel, channelId, {});
    // In a thread only one that is locked as well; the channel is that thread itself.
    if (answer.code === archived && answer.outcome.kind === 'refused')
      return meaningOf({ ...answer, code: threadIsLocked }, channel.language);
    const outcome = await outcomeOf(channel, answer, messageIn);
    if (outcome.kind === 'posted') await onPosted(channelId, outcome.externalId);
    return outcome;
  }

  /**
   * What was in a thread that is gone is gone with it, while the channel is well; a channel that is gone takes nothing
   * more. So a single 404 is not believed: the place itself is asked for.
   * @param sought what may be missing besides the place
   */
  async function afterNotFound(
    { language }: Channel,
    placeId: string,
    sought: { readonly thread?: string | undefined; readonly message?: string },
  ): Promise<PostOutcome> {
    const { outcome, status } = await api.ask('GET', `/channels/${placeId}`);
    const gone = outcome.kind === 'refused' && status === 404;
    if (gone && sought.thread === undefined) return meaningOf({ outcome, code: unknownChannel }, language);
    if (gone) return { kind: 'refused', reason: 'its thread is not there any more' };
    return outcome.kind === 'done' && sought.message !== undefined
      ? meaningOf({ outcome: { kind: 'refused', reason: '' }, code: unknownMessage })
      : { kind: 'busy', reason: 'its place was not found, and then it was' };
  }

  /** We took it for a channel of messages. */
  async function asItsKindWants(channel: Channel, post: Post, refusal: Answer): Promise<PostOutcome> {
    const looked = await places.look(channel.externalId);
    if ('answer' in looked) return outcomeOf(channel, looked.answer, () => undefined);
    return looked.facts.kind === 'forum' ? forumPost(channel, post) : meaningOf(refusal, channel.language);
  }

  async function inThreadOf(
    channel: Channel,
    parentId: string,
    post: Post,
  ): Promise<PostOutcome | 'no such thread'> {
    // A thread has the id of the message that it hangs on.
    const there = await inThread(channel, parentId, post);
    if (there !== 'no such thread') return there;
    const path = `/channels/${channel.externalId}/messages/${parentId}/threads`;
    const started = await api.ask('POST', path, { name: threadName(post.content) }, post.signal);
    // Turned away (no permission, the message is gone): then it stands in the channel like every other.
    if (started.outcome.kind === 'refused' && started.code !== alreadyThere) return 'no such thread';
    if (started.outcome.kind !== 'done' && started.code !== alreadyThere) {
      // Nothing of the message itself was asked yet.
      const reason = `the thread could not be started: ${started.outcome.reason}`;
      return started.outcome.kind === 'busy' ? { ...meaningOf(started), reason } : { kind: 'busy', reason };
    }
    return inThread(channel, parentId, post);
  }

  async function inThread(
    channel: Channel,
    threadId: string,
    post: Post,
  ): Promise<PostOutcome | 'no such thread'> {
    const answer = await create(`/channels/${threadId}/messages`, channel, post, undefined);
    const shut = threadIsShut.includes(answer.code ?? 0) || isUnsaid(answer, 403, 404);
    if (shut && answer.outcome.kind === 'refused') return 'no such thread';
    return outcomeOf(channel, answer, (said) => {
      const id = messageIn(said);
      return id === undefined ? undefined : externalIdOf({ thread: threadId, message: id });
    });
  }

  /** A post of its own: a thread with its first message, both with one id. There is no nonce for threads. */
  async function forumPost(channel: Channel, post: Post): Promise<PostOutcome> {
    const tags = tagsFor(post.content, places.known(channel.externalId) ?? {});
    let answer = await createPost(channel, post, tags);
    if (wrongTags.includes(answer.code ?? 0)) {
      const others = await otherTags(channel, post, tags);
      if (others !== undefined) answer = await createPost(channel, post, others);
    }
    if (isUnsaid(answer, 404)) return afterNotFound(channel, channel.externalId, {});
    return outcomeOf(channel, answer, (said) => {
      const id = messageIn(said);
      return id === undefined ? undefined : externalIdOf({ thread: id, message: id });
    });
  }

  function createPost(channel: Channel, post: Post, tags: readonly string[]): Promise<Answer> {
    return withPicture((picture) =>
      api.ask(
        'POST',
        `/channels/${channel.externalId}/threads`,
        {
          name: threadName(post.content),
          applied_tags: tags,
          message: renderPost(channel, post, picture),
        },
        post.signal,
      ),
    );
  }

  /** The forum's tags have changed, and nobody has told us. Where these same still fit it is better without them. */
  async function otherTags(
    { externalId: channelId }: Channel,
    { content }: Post,
    wrong: readonly string[],
  ): Promise<readonly string[] | undefined> {
    const looked = await places.lookAnew(channelId);
    const fitting = 'facts' in looked ? tagsFor(content, looked.facts) : [];
    if (fitting.join() !== wrong.join()) return fitting;
    return wrong.length === 0 ? undefined : [];
  }

  function create(path: string, channel: Channel, post: Post, replyTo: string | undefined): Promise<Answer> {
    return withPicture((picture) =>
      api.ask(
        'POST',
        path,
        {
          ...renderNew(channel, post, picture),
          ...(replyTo !== undefined && {
            message_reference: { message_id: replyTo, fail_if_not_exists: false },
          }),
        },
        post.signal,
      ),
    );
  }

  async function outcomeOf(
    channel: Channel,
    answer: Answer,
    idIn: (said: unknown) => string | undefined,
  ): Promise<PostOutcome> {
    const { outcome, said, nextInMs } = answer;
    if (outcome.kind === 'unauthorized') return checkToken(api, channel);
    if (outcome.kind !== 'done') return meaningOf(answer, channel.language);
    const externalId = idIn(said);
    if (externalId === undefined) return { kind: 'unknown', reason: 'an answer without an id' };
    return { kind: 'posted', externalId, ...(nextInMs !== undefined && { nextInMs }) };
  }
}

const unknownChannel = 10_003;
const unknownMessage = 10_008;
const threadIsLocked = 160_005;
/** The code of a reply where the bot may not read the history. */
const mayNotReply = 160_002;
const alreadyThere = 160_004;
/** "Cannot send messages in a non-text channel", "… in a forum channel". */
const notForMessages = [50008, 40058];
/** Said of a new message in an archived thread that is locked; in others a message opens it again. */
const archived = 50_083;
/** Deleted, locked, or its messages not for us: what it was to hold has another place. */
const threadIsShut = [unknownChannel, archived, threadIsLocked, 50_001, 50_013];
/** Unknown, or none where one is asked for. */
const wrongTags = [10087, 40067];

/** Where Discord does not take the picture nothing has been done yet: the words are posted without it. */
async function withPicture(ask: Asking): Promise<Answer> {
  const answer = await ask(true);
  return isAboutPicture(answer) ? ask(false) : answer;
}

function wantsThread({ content }: Post): boolean {
  return content.kind === 'alert' && content.delivery?.thread === true;
}

/** Whether a message is silent is settled when it appears. */
function editOf(channel: Channel, post: Post, picture: boolean) {
  return { ...renderPost(channel, post, picture), flags: messageFlags.componentsV2 };
}

function messageIn(said: unknown): string | undefined {
  const { id } = said as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
