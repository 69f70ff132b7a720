/** The local workspace as people meet it, in the page and in the terminal: channels, what is said there, and the news. */
import type { Channel, Person, Workspace } from '../../domain.ts';
import { reasonOf, UserError } from '../../errors.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { Texts } from '../../messages/texts.ts';
import type { LocalPost, Workspaces } from '../../store/store.ts';
import { channelName } from './channel-name.ts';
import { type Cursor, missedBy } from './cursor.ts';
import { type Listeners, listenersFor } from './listeners.ts';
import type { LivePosts, PostEvent } from './live-posts.ts';

/** Whoever reaches the local workspace may do everything in it. */
export interface Speaker {
  readonly name: string;
  readonly texts: Texts;
  readonly zone: string;
}

/** Carries out a line that a person gave: `invoke/line.ts` and `invoke/dispatch.ts`, wired by main. */
export type Answer = (given: {
  readonly line: string;
  readonly channel: Channel;
  readonly person: Person;
  readonly at: number;
}) => Promise<Reply>;

/** Something to be told, in the order in which it happened. */
export type RoomEvent = Told & {
  /** Counts up from 1 since the start of this process. */
  readonly no: number;
  readonly channel: Channel;
};

type Told =
  | { readonly type: LocalPost['kind'] | 'edit'; readonly post: LocalPost }
  /** A new channel. */
  | { readonly type: 'channel' };

export interface Room {
  readonly workspace: Workspace;
  /** In the order they were made, with the newest post of each; the first channel is made if there is none. */
  readonly channels: () => Promise<ReadonlyArray<{ readonly channel: Channel; readonly latest: number }>>;
  readonly channel: (name: string) => Promise<Channel | undefined>;
  /** Finds or makes it; throws `UserError` for what cannot be a name. */
  readonly open: (typed: string, texts: Texts) => Promise<Channel>;
  /** Carries out a line; both what was said and the reply are in the history before this resolves. */
  readonly say: (
    channel: Channel,
    line: string,
    speaker: Speaker,
  ) => Promise<{ readonly said: LocalPost; readonly reply: LocalPost }>;
  readonly recent: (channel: Channel, limit: number, beforeSeq?: number) => Promise<readonly LocalPost[]>;
  /**
   * What a channel has that `cursor` has not seen; at most the newest 200 posts are looked at.
   * `whole` is false if there may be more: then show these instead of what was shown.
   */
  readonly missed: (
    channel: Channel,
    cursor: Cursor,
  ) => Promise<{ readonly posts: readonly LocalPost[]; readonly whole: boolean }>;
  readonly listen: Listeners<RoomEvent>['listen'];
  /** The number of the last event that was told; who listens from now on hears those after it. */
  readonly told: () => number;
  /** Resolves when everything that has happened was told; with the number of the last event. */
  readonly caughtUp: () => Promise<number>;
}

const firstChannel = 'general';
const lookBack = 200;

export function createRoom(parts: {
  readonly posts: LivePosts;
  readonly workspaces: Workspaces;
  readonly workspace: Workspace;
  readonly answer: Answer;
  readonly now: () => number;
  /** Hears of news that could not be told; they are in the history all the same. */
  readonly onFault: (reason: string) => void;
}): Room {
  const { posts, workspaces, workspace, answer, now, onFault } = parts;
  const news = newsFor(workspaces, workspace, onFault);
  posts.listen(news.changed);

  async function openChannel(name: string): Promise<Channel> {
    const there = (await workspaces.channels(workspace.id)).find((channel) => channel.externalId === name);
    if (there) return there;
    const made = await workspaces.openChannel(workspace.id, name);
    news.made(made);
    return made;
  }

  return {
    workspace,
    async channels() {
      const made = await workspaces.channels(workspace.id);
      const all = made.length > 0 ? made : [await openChannel(firstChannel)];
      return Promise.all(
        all.map(async (channel) => ({
          channel,
          latest: (await posts.recent(channel.id, 1)).at(-1)?.seq ?? 0,
        })),
      );
    },
    async channel(name) {
      const wanted = channelName(name);
      return (await workspaces.channels(workspace.id)).find((channel) => channel.externalId === wanted);
    },
    async open(typed, texts) {
      const name = channelName(typed);
      if (name === undefined) throw new UserError(texts.mistakes.badChannelName(typed.trim()));
      return openChannel(name);
    },
    async say(channel, line, speaker) {
      const { id: channelId } = channel;
      const said = await posts.append({ channelId, kind: 'said', revision: 1, body: { line }, at: now() });
      const body = await answer({ line, channel, person: personOf(speaker, workspace), at: now() });
      const reply = await posts.append({ channelId, kind: 'reply', revision: 1, body, at: now() });
      return { said, reply };
    },
    recent: (channel, limit, beforeSeq) => posts.recent(channel.id, limit, beforeSeq),
    async missed(channel, cursor) {
      const recent = await posts.recent(channel.id, lookBack);
      const oldest = recent[0];
      const gap = recent.length === lookBack && oldest !== undefined && oldest.seq > cursor.seq + 1;
      return gap
        ? { posts: recent, whole: false }
        : { posts: recent.filter((post) => missedBy(cursor, post)), whole: true };
    },
    listen: news.listen,
    told: news.told,
    caughtUp: news.caughtUp,
  };
}

/** Where whoever looks after the bot is told what they should know. */
export async function openFirstChannel(workspaces: Workspaces, { id }: Workspace): Promise<Channel> {
  const [first] = await workspaces.channels(id);
  return first ?? workspaces.openChannel(id, firstChannel);
}

function personOf(speaker: Speaker, workspace: Workspace): Person {
  return {
    workspaceId: workspace.id,
    externalId: speaker.name,
    language: speaker.texts.language,
    zone: speaker.zone,
    manages: true,
  };
}

/** Names the channel of each change, which may take a look into the store, and tells it without losing the order. */
function newsFor(workspaces: Workspaces, workspace: Workspace, onFault: (reason: string) => void) {
  const listeners = listenersFor<RoomEvent>(onFault);
  const known = new Map<number, Channel>();
  let told = 0;
  let telling: Promise<void> = Promise.resolve();

  /** One at a time; what goes wrong with one must not silence the ones after it. */
  function inTurn(task: () => Promise<void> | void): void {
    telling = telling
      .then(task)
      .catch((error: unknown) => onFault(`local news were not told: ${reasonOf(error)}`));
  }

  function tell(channel: Channel, event: Told): void {
    told += 1;
    listeners.tell({ no: told, channel, ...event });
  }

  async function channelOf(id: number): Promise<Channel | undefined> {
    const channel = known.get(id) ?? (await workspaces.channel(id));
    if (channel) known.set(id, channel);
    return channel;
  }

  return {
    made: (channel: Channel): void => inTurn(() => tell(channel, { type: 'channel' })),
    changed: ({ kind, post }: PostEvent): void =>
      inTurn(async () => {
        const channel = await channelOf(post.channelId);
        if (channel?.workspaceId !== workspace.id) return;
        tell(channel, { type: kind === 'edit' ? 'edit' : post.kind, post });
      }),
    listen: listeners.listen,
    told: (): number => told,
    caughtUp: async (): Promise<number> => {
      await telling;
      return told;
    },
  };
}
