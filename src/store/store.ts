/**
 * What Bellwire remembers. The database is the truth: every hand-over between two steps is a row that says "due",
 * written in the transaction of the step before. `test/store/contract.ts` runs every store through the same cases.
 *
 * No transaction awaits anything but the database. Every method that writes is one transaction; one that only reads may
 * ask several times, and see in each answer what was committed until then.
 */
import type {
  Channel,
  DeliveryOptions,
  Language,
  PlatformName,
  Source,
  Subscription,
  Workspace,
} from '../domain.ts';
import type { Articles } from './port/articles.ts';
import type { Deliveries } from './port/deliveries.ts';
import type { Retention } from './port/retention.ts';

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
  readonly retention: Retention;
  /** What waits, at this moment; also tells whether the database answers. */
  readonly backlog: (now: number) => Promise<Backlog>;
  /**
   * The clock was set back, by `setBackMs` if that is known: what is planned is due as much earlier. Where it is not known
   * it is told by times that were noted, and nothing waits longer than it ever may: what would is due now. For the start,
   * and for when the clock is seen to have been set back.
   * @returns how many rows were turned back
   */
  readonly turnBack: (now: number, setBackMs?: number) => Promise<number>;
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
      /**
       * One sentence: not all that it gave could be kept. It counts as one failed look, and our validators stay, so that
       * all of it comes again.
       */
      readonly error?: string | undefined;
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
  /** All that it shows at this moment was seen: a look at a whole folder. Of a feed every look that is `ok` is one. */
  readonly noteRead: (id: number, now: number) => Promise<void>;
  /** No longer looked at nor listed; its articles stay. */
  readonly remove: (id: number) => Promise<void>;
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
