/** Looks for a message by its marker in what people see. */
import type { Channel } from '../../domain.ts';
import type { ReadBack, Sought } from '../platform.ts';
import { noList, tooMuchSince, unreadable } from '../unreadable.ts';
import { type Answer, type Api, isUnsaid } from './api.ts';
import { checkToken } from './check-token.ts';
import { revisionIn } from './marker.ts';
import { meaningOf } from './meaning.ts';
import { externalIdOf, idFrom, readExternalId } from './place-id.ts';
import type { Places } from './places.ts';

/** Where nobody says since when: nothing is looked for any longer. */
const usualAgeMs = 24 * 60 * 60_000;
const perPage = 100;
/** A channel in which more has been written since is not worth the requests. */
const mostPages = 10;
const mostThreads = 100;
const perSearch = 25;
/** Of forum posts whose marker is known, so that none is asked for twice. */
const mostKnown = 2000;

interface RawMessage {
  readonly id: string;
  readonly components?: unknown;
}

interface RawThread {
  readonly id: string;
  readonly parent_id?: string | null;
}

/** What was looked through, and what came of it: an answer that is not `done` ends it. */
type Looked = ReadBack | { readonly kind: 'failed'; readonly answer: Answer };

export function createReadBack({
  api,
  places,
  now,
  onFound,
}: {
  readonly api: Api;
  readonly places: Places;
  readonly now: () => number;
  /** A message of its own is in the channel, in no thread: whoever posted it may not have come to say so. */
  readonly onFound: (channelId: string, messageId: string) => Promise<void>;
}) {
  const markers = new Map<string, readonly unknown[]>();

  return async (channel: Channel, marker: string, sought: Sought = {}): Promise<ReadBack> => {
    const since = sought.since ?? now() - usualAgeMs;
    // Asked for after an answer: the first one may be what tells Discord's time.
    const least = (): bigint => idFrom(api.clock.earliest(since) ?? 0);
    const looked = await look(channel.externalId, marker, sought, least);
    if (looked.kind === 'found' && readExternalId(looked.externalId).thread === undefined)
      await onFound(channel.externalId, looked.externalId);
    return looked.kind === 'failed' ? notRead(channel, looked.answer) : looked;
  };

  /** No right may be missing but that to read, which who sees the channel may still write without. */
  async function notRead(channel: Channel, answer: Answer): Promise<ReadBack> {
    const back = await meaningFor(channel, answer);
    if (back.kind !== 'closed' || answer.status !== 403) return back;
    const place = await api.ask('GET', `/channels/${channel.externalId}`);
    return place.outcome.kind === 'done' ? notShown : meaningFor(channel, place);
  }

  async function meaningFor(channel: Channel, answer: Answer): Promise<ReadBack> {
    return answer.outcome.kind === 'unauthorized'
      ? checkToken(api, channel)
      : unreadable(meaningOf(answer, channel.language));
  }

  async function look(
    channelId: string,
    marker: string,
    { replyTo }: Sought,
    least: () => bigint,
  ): Promise<Looked> {
    const parent = replyTo === undefined ? undefined : readExternalId(replyTo);
    if (parent !== undefined) {
      const thread = parent.thread ?? parent.message;
      const inThread = await lookThrough(thread, marker, least, thread);
      const gone =
        inThread.kind === 'failed' && (inThread.answer.code === 10003 || isUnsaid(inThread.answer, 404));
      if (inThread.kind !== 'absent' && !gone) return inThread;
    }
    const looked = await places.look(channelId);
    if ('answer' in looked) return { kind: 'failed', answer: looked.answer };
    const { kind, guildId } = looked.facts;
    if (kind !== 'forum') return lookThrough(channelId, marker, least);
    return lookThroughForum(channelId, guildId ?? '', marker, least);
  }

  /** Page by page, newest first, until what is older than the message can be. */
  async function lookThrough(
    channelId: string,
    marker: string,
    least: () => bigint,
    thread?: string,
  ): Promise<Looked> {
    let before = '';
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await api.ask('GET', `/channels/${channelId}/messages?limit=${perPage}${before}`);
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
      if (!Array.isArray(answer.said)) return noList;
      const messages = answer.said as readonly RawMessage[];
      for (const { id, components } of messages) {
        const revision = revisionIn(components, marker);
        if (revision !== undefined)
          return { kind: 'found', externalId: externalIdOf({ thread, message: id }), revision };
      }
      const last = messages.at(-1);
      if (last === undefined && page === 0) return emptyOrHidden(channelId);
      if (messages.length < perPage || last === undefined || BigInt(last.id) < least())
        return { kind: 'absent' };
      before = `&before=${last.id}`;
    }
    return tooMuchSince;
  }

  /**
   * Who may not read a channel's history is shown an empty one. Asked for a single message Discord tells the two apart;
   * where nobody does, a channel in which nothing was ever written has no last message.
   */
  async function emptyOrHidden(channelId: string): Promise<Looked> {
    const answer = await api.ask('GET', `/channels/${channelId}/messages/1`);
    if (answer.code === 10008) return { kind: 'absent' };
    if (!isUnsaid(answer, 404)) return { kind: 'failed', answer };
    const place = await api.ask('GET', `/channels/${channelId}`);
    if (place.outcome.kind !== 'done') return { kind: 'failed', answer: place };
    const { last_message_id: last = null } = place.said as { readonly last_message_id?: string | null };
    return last === null ? { kind: 'absent' } : notShown;
  }

  /** Open threads of the whole server and archived ones of the forum; each one's first message has its id. */
  async function lookThroughForum(
    channelId: string,
    guildId: string,
    marker: string,
    least: () => bigint,
  ): Promise<Looked> {
    const active = await api.ask('GET', `/guilds/${guildId}/threads/active`);
    const lists = isUnsaid(active, 404)
      ? await newestOfForum(channelId)
      : [active, await api.ask('GET', `/channels/${channelId}/threads/archived/public?limit=${perPage}`)];
    const failed = lists.find(({ outcome }) => outcome.kind !== 'done');
    if (failed !== undefined) return { kind: 'failed', answer: failed };
    const oldest = least();
    const threads = lists
      .flatMap(({ said }) => (said as { readonly threads?: readonly RawThread[] }).threads ?? [])
      .filter(({ id, parent_id: parentId }) => (parentId ?? channelId) === channelId && BigInt(id) >= oldest)
      .filter(({ id }) => !markers.has(id) || isMarked(markers.get(id), marker))
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
    for (const { id } of threads.slice(0, mostThreads)) {
      const answer = await api.ask('GET', `/channels/${id}/messages/${id}`);
      // Its first message was deleted.
      if (answer.code === 10008 || isUnsaid(answer, 404)) continue;
      if (answer.outcome.kind !== 'done') return { kind: 'failed', answer };
      const { components } = answer.said as RawMessage;
      remember(id, components);
      const revision = revisionIn(components, marker);
      if (revision !== undefined)
        return { kind: 'found', externalId: externalIdOf({ thread: id, message: id }), revision };
    }
    return threads.length > mostThreads ? tooMuchSince : { kind: 'absent' };
  }

  /** Of a server that has no list of open threads, such as Spacebar: as Discord's own clients ask, newest first. */
  async function newestOfForum(channelId: string): Promise<readonly Answer[]> {
    const pages: Answer[] = [];
    for (let offset = 0; offset < mostThreads; offset += perSearch) {
      const query = `sort_by=creation_time&sort_order=desc&limit=${perSearch}&offset=${offset}`;
      const page = await api.ask('GET', `/channels/${channelId}/threads/search?${query}`);
      pages.push(page);
      if ((page.said as { readonly has_more?: unknown } | undefined)?.has_more !== true) break;
    }
    return pages;
  }

  function remember(threadId: string, components: unknown): void {
    const [oldest] = markers.keys();
    if (markers.size >= mostKnown && oldest !== undefined) markers.delete(oldest);
    markers.set(threadId, Array.isArray(components) ? components : []);
  }
}

const notShown = { kind: 'unreadable', reason: 'its history is not shown' } as const;

function isMarked(components: unknown, marker: string): boolean {
  return revisionIn(components, marker) !== undefined;
}
