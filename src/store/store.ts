/**
 * What Bellwire remembers. The database is the truth: every hand-over between two steps is a row that says "due",
 * written in the transaction of the step before. `test/store/contract.ts` runs every store through the same cases.
 *
 * No transaction awaits anything but the database, and what is decided about its article (`Acceptance`). Every method
 * that writes is one transaction; one that only reads may ask several times, and see in each answer what was committed
 * until then.
 */
import type {
  Alert,
  AlertContent,
  Article,
  Channel,
  DeliveryOptions,
  Draft,
  Language,
  Message,
  MessageContent,
  Outlet,
  PlatformName,
  Reason,
  Source,
  Spread,
  StoryChoice,
  StoryFacts,
  StoryFigures,
  StorySketch,
  Subscription,
  Workspace,
} from '../domain.ts';

export interface Store {
  readonly workspaces: Workspaces;
  readonly sources: Sources;
  readonly articles: Articles;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly localPosts: LocalPosts;
  readonly crossposts: Crossposts;
  readonly installations: Installations;
  readonly people: People;
  readonly received: Received;
  /** What waits, at this moment; also tells whether the database answers. */
  readonly backlog: (now: number) => Promise<Backlog>;
  readonly close: () => Promise<void>;
}

/** What waits for each step. */
export interface Backlog {
  readonly due: Readonly<Record<'match' | 'place' | 'send', Waiting>>;
  /** `edit`: visible, in old words. What is sent or dead needs nothing. */
  readonly messages: Readonly<Record<'pending' | 'sending' | 'unknown' | 'edit', number>>;
}

export interface Waiting {
  readonly rows: number;
  /** Since when the oldest waits; an article to match: when it was accepted. */
  readonly oldestAt?: number | undefined;
}

// ── Workspaces and channels ──────────────────────────────────────────────────────────────────────

export interface Workspaces {
  /** Finds or makes it; language and zone are taken over only when it is made. */
  readonly open: (workspace: {
    readonly platform: PlatformName;
    readonly externalId: string;
    readonly name: string;
    readonly language: Language;
    readonly zone: string;
  }) => Promise<Workspace>;
  readonly find: (platform: PlatformName, externalId: string) => Promise<Workspace | undefined>;
  /** In the order they were made. */
  readonly ofPlatform: (platform: PlatformName) => Promise<readonly Workspace[]>;
  readonly findChannel: (workspaceId: number, externalId: string) => Promise<Channel | undefined>;
  /** Finds or makes it; a new channel takes language and zone of its workspace. `name`: what people call it now. */
  readonly openChannel: (workspaceId: number, externalId: string, name?: string) => Promise<Channel>;
  /** In the order they were made. */
  readonly channels: (workspaceId: number) => Promise<readonly Channel[]>;
  readonly channel: (id: number) => Promise<Channel | undefined>;
}

// ── Sources ──────────────────────────────────────────────────────────────────────────────────────

/** What one look at a source gave. */
export type Poll =
  /** `validators` replace the ones we had; `gaveNew`: at least one article we did not have. */
  | {
      readonly kind: 'ok';
      readonly etag?: string | undefined;
      readonly lastModified?: string | undefined;
      readonly title?: string | undefined;
      readonly language?: Language | undefined;
      readonly gaveNew: boolean;
      /** A feed that moved for good: its new URL. */
      readonly url?: string | undefined;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly error: string };

export interface Sources {
  /**
   * Finds or makes it by audience + kind + url, or a URL from which it has moved for good; takes over `intervalMs`.
   * One that was removed comes back only by a person: with its articles and a new silent first look.
   */
  readonly open: (source: {
    readonly audience: number;
    readonly kind: Source['kind'];
    readonly url: string;
    readonly title: string;
    readonly intervalMs: number;
    /** Somebody adds it now; absent: settings name it, as they did when somebody removed it. */
    readonly byPerson?: boolean | undefined;
  }) => Promise<Source>;
  /** Public ones and the workspace's own, oldest first; removed ones are not among them. */
  readonly list: (workspaceId: number) => Promise<readonly Source[]>;
  /** Feeds whose time has come, longest waiting first. */
  readonly due: (now: number, limit: number) => Promise<readonly Source[]>;
  /** Notes what a look gave. `ok` and `unchanged` reset `fails` and `error`; the first `ok` sets `baselineAt`. */
  readonly recordPoll: (id: number, poll: Poll, now: number, nextPollAt: number) => Promise<void>;
  /** No longer looked at nor listed; its articles stay. */
  readonly remove: (id: number) => Promise<void>;
}

// ── Articles ─────────────────────────────────────────────────────────────────────────────────────

/** What became of an entry. All but `known` is due, unless it is silent. */
export interface Accepted {
  readonly kind: 'new' | 'revised' | 'ringing' | 'known';
  readonly article: Article;
}

/** The store may be in another thread than whoever decides. */
type Awaitable<T> = T | Promise<T>;

export interface Acceptance {
  readonly draft: Draft;
  readonly audience: number;
  readonly sourceId: number;
  /** False for a silent baseline: kept and searchable, never due. */
  readonly alertable: boolean;
  readonly now: number;
  /** Search terms of title and text (`language/analyze.ts`). */
  readonly terms: readonly string[];
  readonly sketch: readonly number[];
  /**
   * Whole numbers, at most 40: articles on one event share some of them, others few. What they mean is
   * `accept/sketch.ts`'s alone.
   */
  readonly telling: readonly number[];
  /**
   * Decides whether a new article joins or follows one of these stories, of the same audience or public, none older than
   * 72 h before `now`, at most 150: first the newest, then those that share most of `telling`. Pure; asked inside the
   * transaction, perhaps twice.
   */
  readonly chooseStory: (
    candidates: readonly StorySketch[],
    spread: Spread,
  ) => Awaitable<StoryChoice | undefined>;
  /** What `tellFigures` tells of a story that the article opens, where that is known already. */
  readonly ownFigures?: StoryFigures | undefined;
  /** The story's figures after this article: a new one, or a new revision. Pure; asked as `chooseStory` is. */
  readonly tellFigures: (told: StoryFigures) => Awaitable<StoryFigures>;
}

export interface Matched {
  readonly articleId: number;
  readonly revision: number;
  readonly storyId: number;
  /** Kept once for the story; absent when nothing rang. */
  readonly summary?: { readonly text: string; readonly method: 'extract' } | undefined;
  readonly alerts: ReadonlyArray<{
    readonly id: string;
    readonly channelId: number;
    readonly reasons: readonly Reason[];
  }>;
  /** `changeNo` of the subscriptions that it was matched with: what has ended since rings no more. Absent: what ever has. */
  readonly asOf?: number | undefined;
  readonly now: number;
}

export interface Search {
  readonly workspaceId: number;
  /** Only articles with at least one of these search terms; absent = all. */
  readonly anyOf?: readonly string[] | undefined;
  /** The last article of the page before: the answer goes on behind it, in the order of `search`. */
  readonly after?: { readonly publishedAt: number; readonly id: number } | undefined;
  readonly limit: number;
}

export interface Articles {
  /**
   * The article's transaction: recognised by any of its keys, it is `known` (same content, or seen by another source),
   * `revised` (its own source says something it never said before: next revision, due again if it is alertable) or
   * `ringing` (a source that has not shown it before brings it as alertable, and for that source's audience it was silent
   * until now: it is due for them, with a number of its own in the order of acceptance);
   * otherwise it is `new`, joins or opens a story, and is due if it is alertable.
   * "guid:", "path:" and "title:" keys hold within their source, all others within the audience and the public one.
   */
  readonly accept: (acceptance: Acceptance) => Promise<Accepted>;
  /** Which of these keys are known to this source or audience; refreshes when they were last seen. */
  readonly known: (
    sourceId: number,
    audience: number,
    keys: readonly string[],
    now: number,
  ) => Promise<ReadonlySet<string>>;
  /** Articles that wait to be matched, oldest first. */
  readonly due: (limit: number) => Promise<readonly Article[]>;
  /**
   * Notes that this revision was matched, and for whom: its alerts are due from now on, and wait to be fanned out. All
   * alerts of a story that the article has joined are due again (they gain an outlet). Safe to repeat.
   */
  readonly recordMatched: (matched: Matched) => Promise<void>;
  readonly article: (id: number) => Promise<Article | undefined>;
  /**
   * The one with this canonical URL that the workspace may see, its own before the public one. Includes articles that
   * came under this URL once, not only those that show it; a site's front page is no article's URL.
   */
  readonly byUrl: (workspaceId: number, url: string) => Promise<Article | undefined>;
  /**
   * Its articles as outlets, first accepted first, at most 50. Those the story's own audience may see; a workspace
   * sees its private articles in a public story too.
   */
  readonly outlets: (storyId: number, workspaceId?: number) => Promise<readonly Outlet[]>;
  /** The one for the story's own audience, else the workspace's own. */
  readonly summary: (storyId: number, workspaceId?: number) => Promise<string | undefined>;
  /** Throws if there is no such story. */
  readonly story: (id: number) => Promise<StoryFacts>;
  /** Visible to the workspace (its own and public ones), newest `publishedAt` first, then newest id. */
  readonly search: (search: Search) => Promise<readonly Article[]>;
}

// ── Subscriptions ────────────────────────────────────────────────────────────────────────────────

export interface Subscriptions {
  /** All of them or, if one cannot be added, none. @returns one for each query, in their order */
  readonly add: (subscriptions: {
    readonly channelId: number;
    /** `query` in canonical form. */
    readonly queries: ReadonlyArray<Pick<Subscription, 'query' | 'typed'>>;
    readonly createdBy: string;
    /** For all of them; absent: one that is there keeps its own. */
    readonly delivery?: DeliveryOptions | undefined;
    readonly now: number;
  }) => Promise<
    ReadonlyArray<{
      /** `changed`: it was there, and is delivered otherwise from now on. */
      readonly kind: 'added' | 'already' | 'changed';
      readonly subscription: Subscription;
    }>
  >;
  /**
   * What rang for it alone and was not sent yet is cancelled; what was sent is edited no more on its account.
   * @returns false if it was not there (any more).
   */
  readonly remove: (id: number, now: number) => Promise<boolean>;
  /** Oldest first. */
  readonly ofChannel: (channelId: number) => Promise<readonly Subscription[]>;
  /**
   * What changed after change number `since` (0 = everything that is there), so that whoever matches can catch up: the
   * first 2,000 of it. Nothing is left when `changeNo` is `since` again.
   * A number is given in the change's own transaction; none is ever skipped over.
   */
  readonly changes: (since: number) => Promise<{
    readonly changeNo: number;
    readonly added: readonly Subscription[];
    readonly removed: readonly number[];
  }>;
}

// ── Deliveries ───────────────────────────────────────────────────────────────────────────────────

export interface DueAlert {
  readonly alert: Alert;
  /** Counts up each time the alert becomes due: what `place` has not seen stays due. */
  readonly dueNo: number;
  /** Its channel's. */
  readonly platform: PlatformName;
  readonly workspaceId: number;
}

/** A channel held by one sender until `fence` grows. */
export interface Lease {
  readonly channel: Channel;
  readonly fence: number;
}

export interface Pause {
  readonly now: number;
  /** What the platform says; absent if a person wants it. */
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  /** When one message is tried again; absent: only a person ends the pause. */
  readonly retryAt?: number | undefined;
  /** The channel of whoever looks after the bot, where a notice says so when the pause begins. */
  readonly noticeTo?: number | undefined;
}

export type Recorded =
  /** `revision` is visible now; `reason` if that is not the newest and we leave it at that. */
  | {
      readonly kind: 'sent';
      readonly externalId: string;
      readonly revision: number;
      readonly reason?: string | undefined;
    }
  /** Had no effect; try again. A message whose earlier revision is visible goes back to `sent`, still wanting the new one. */
  | {
      readonly kind: 'later';
      readonly nextTryAt: number;
      readonly reason: string;
      /** The tries so far say nothing about the message: the channel was closed. */
      readonly afresh?: boolean | undefined;
    }
  | { readonly kind: 'unknown'; readonly nextTryAt: number; readonly reason: string }
  | { readonly kind: 'dead'; readonly reason: string };

export interface Transition {
  readonly messageId: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
}

export interface Deliveries {
  /** Parts of what was matched that wait to be fanned out, oldest first, at most 500 alerts each. */
  readonly waitingFanOuts: (limit: number) => Promise<readonly number[]>;
  /**
   * Makes the alerts of a part. One that the channel already has for this story gets the further reasons and is due
   * again; one whose subscriptions have ended is not made. A public article is not due in a channel that has an alert for
   * its workspace's own copy: one with the same address, content or file. Safe to repeat.
   */
  readonly fanOut: (no: number) => Promise<void>;
  /** Alerts that wait to be put into a message, oldest first. */
  readonly dueAlerts: (now: number, limit: number) => Promise<readonly DueAlert[]>;
  /**
   * Puts each alert into its message, all of them or none. A new message is `pending`. One that exists and would say
   * something else wants its next revision: at once if nothing is visible yet, else not before `now + editDelayMs` (a wait
   * already begun is not prolonged). One that was cancelled is wanted again. Messages of a channel get their order from
   * that of the list. Safe to repeat.
   */
  readonly place: (
    placed: ReadonlyArray<{
      readonly due: DueAlert;
      readonly messageId: string;
      readonly content: MessageContent;
      /** The story that this one follows: a new message is a reply to that one's, if the channel has it. */
      readonly follows?: number | undefined;
      readonly now: number;
      readonly editDelayMs: number;
    }>,
  ) => Promise<void>;
  /**
   * Leases the channel of one of these platforms that has waited longest: something to do, its pace allows it, it is
   * not paused (or it is time to see whether that was mended), and no lease or one that ran out. What the former holder
   * was sending becomes `unknown`. The fence grows.
   */
  readonly leaseChannel: (request: {
    readonly platforms: readonly PlatformName[];
    /** Whose token must rest. */
    readonly exceptWorkspaces?: readonly number[] | undefined;
    readonly owner: string;
    readonly now: number;
    readonly leaseMs: number;
  }) => Promise<Lease | undefined>;
  /**
   * What the channel needs next: a message in doubt first (nothing may overtake it), then pending ones in the order they
   * were placed, then edits. A message waiting for its `nextTryAt` holds back the pending ones behind it, never edits.
   */
  readonly nextMessage: (channelId: number, now: number) => Promise<Message | undefined>;
  /** Commits "sending" with the wanted revision, or nothing if the fence has grown or the message changed. */
  readonly startSending: (messageId: string, fence: number, now: number) => Promise<Message | undefined>;
  /**
   * What is sent shows that a channel or workspace which took no messages takes them again: it is resumed.
   * @returns false, and writes nothing, if the fence has grown: another sender has taken over.
   */
  readonly record: (messageId: string, fence: number, recorded: Recorded, now: number) => Promise<boolean>;
  /** Gives the channel back; nothing is sent to it before `nextSendAt`. */
  readonly releaseChannel: (channelId: number, fence: number, nextSendAt: number) => Promise<void>;
  /** Its messages wait until it is resumed. Pausing what is paused already keeps since when it is. */
  readonly pauseChannel: (channelId: number, pause: Pause) => Promise<void>;
  /** The same for all of the workspace's channels. */
  readonly pauseWorkspace: (workspaceId: number, pause: Pause) => Promise<void>;
  /**
   * What waited goes out. If the platform had been the one that took no messages, a notice is sent after it, unless it
   * is done quietly: whoever asked for it hears it in the answer.
   * @returns how many alerts waited
   */
  readonly resumeChannel: (
    channelId: number,
    now: number,
    how?: { readonly quietly: boolean },
  ) => Promise<number>;
  readonly resumeWorkspace: (workspaceId: number, now: number) => Promise<number>;
  /**
   * The channel hears no more of this story, nor of what follows it: what was not sent yet is cancelled.
   * @returns false if it was muted already
   */
  readonly muteStory: (mute: {
    readonly channelId: number;
    readonly storyId: number;
    readonly by: string;
    readonly now: number;
  }) => Promise<boolean>;
  readonly isMuted: (channelId: number, storyId: number) => Promise<boolean>;
  /** @returns false if it was not muted. What was cancelled meanwhile is not sent. */
  readonly unmuteStory: (channelId: number, storyId: number) => Promise<boolean>;
  /**
   * For the one process that owns the data (`lock.ts`), before it sends anything: every lease is void, and what was
   * being sent is `unknown`. Beside another process that sends, it would take away what that one holds: where several
   * share a database nobody calls it, and a lease ends by running out.
   * @returns how many messages are in doubt.
   */
  readonly takeOver: (now: number) => Promise<number>;
  /**
   * A dead message gets another chance: it is `unknown`, so that it is looked for before it is sent.
   * @returns false if there is no such message, or it is not dead.
   */
  readonly resend: (messageId: string, now: number) => Promise<boolean>;
  /** When there will be something to do on these platforms (now or in the past: at once); undefined = nothing waits. */
  readonly nextDueAt: (platforms: readonly PlatformName[]) => Promise<number | undefined>;
  readonly message: (id: string) => Promise<Message | undefined>;
  /** Newest first; the newest alert in a channel is what `/why` explains. */
  readonly latestAlerts: (
    channelId: number,
    limit: number,
  ) => Promise<ReadonlyArray<Message & { readonly content: AlertContent }>>;
  /** The way of a message through its states, oldest first. */
  readonly transitions: (messageId: string) => Promise<readonly Transition[]>;
}

// ── The local platform's channel history ─────────────────────────────────────────────────────────

/** One line of a local channel. */
export interface LocalPost {
  /** Its place in the history; also the local platform's message id. */
  readonly seq: number;
  readonly channelId: number;
  /** `said`: what a person typed; `reply`: our answer; `alert`, `notice`: a message. */
  readonly kind: 'said' | 'reply' | 'alert' | 'notice';
  /** The message's id, for alerts and notices. */
  readonly marker?: string | undefined;
  readonly revision: number;
  /** JSON; its shape follows `kind`: `{line}`, `Reply`, `MessageContent`. */
  readonly body: unknown;
  readonly at: number;
  readonly editedAt?: number | undefined;
  /** The post it answers. */
  readonly replyTo?: number | undefined;
}

export interface LocalPosts {
  /** A post with a marker that the channel already has changes nothing and answers with what is there. */
  readonly append: (post: Omit<LocalPost, 'seq' | 'editedAt'>) => Promise<LocalPost>;
  /** @returns undefined if there is no such post. */
  readonly edit: (seq: number, revision: number, body: unknown, at: number) => Promise<LocalPost | undefined>;
  readonly byMarker: (channelId: number, marker: string) => Promise<LocalPost | undefined>;
  /** The newest `limit` before `beforeSeq`, oldest of them first. */
  readonly recent: (channelId: number, limit: number, beforeSeq?: number) => Promise<readonly LocalPost[]>;
}

// ── What Discord's announcement channels still have to publish ───────────────────────────────────

/** By Discord's ids. */
export interface Crosspost {
  readonly channelId: string;
  readonly messageId: string;
}

export interface Crossposts {
  /** Safe to repeat. */
  readonly add: (crosspost: Crosspost, now: number) => Promise<void>;
  /** Oldest first. */
  readonly waiting: () => Promise<readonly Crosspost[]>;
  /** Published, or given up. */
  readonly remove: (messageId: string) => Promise<void>;
}

// ── Where an app is installed, and who uses it ───────────────────────────────────────────────────

/** An app in a workspace of a platform that gives a token for each. */
export interface Installation {
  readonly platform: PlatformName;
  /** The workspace's. */
  readonly externalId: string;
  readonly name: string;
  /** Of the bot as a person of that workspace. */
  readonly botId: string;
  /** Encrypted: whoever reads the database alone cannot use it. */
  readonly sealedToken: string;
  readonly scopes: readonly string[];
  readonly installedBy?: string | undefined;
  readonly installedAt: number;
}

export interface Installations {
  /** Makes it, or takes its place: the newest token is the one that holds. */
  readonly save: (installation: Installation) => Promise<void>;
  readonly find: (platform: PlatformName, externalId: string) => Promise<Installation | undefined>;
  /** Safe to repeat. */
  readonly remove: (platform: PlatformName, externalId: string) => Promise<void>;
}

/** What somebody has chosen; absent where the platform's word holds. */
export interface Wishes {
  readonly language?: Language | undefined;
  /** IANA time zone. */
  readonly zone?: string | undefined;
}

export interface People {
  readonly find: (workspaceId: number, externalId: string) => Promise<Wishes>;
  /** What is absent stays as it was. */
  readonly set: (workspaceId: number, externalId: string, wishes: Wishes) => Promise<void>;
}

export interface Received {
  /** @returns whether the event is here for the first time; kept for three days */
  readonly take: (platform: PlatformName, eventId: string, now: number) => Promise<boolean>;
}
