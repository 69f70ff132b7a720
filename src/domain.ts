/**
 * The nouns of Bellwire, and only these words. Imports nothing.
 * Times are milliseconds since the epoch (UTC); a missing value is `undefined`, never `null`.
 */

/** BCP 47 primary subtag in lower case ("fr", "zh"); "und" where nobody could tell. */
export type Language = string;

export type PlatformName = 'local' | 'slack' | 'discord';

// ── Who ──────────────────────────────────────────────────────────────────────────────────────────

/** A Slack team, a Discord guild, or the local workspace. */
export interface Workspace {
  readonly id: number;
  readonly platform: PlatformName;
  readonly externalId: string;
  readonly name: string;
  readonly language: Language;
  /** IANA time zone ("Europe/Paris"). */
  readonly zone: string;
}

/** Who did something, as the platform that received it says. */
export interface Person {
  readonly workspaceId: number;
  readonly externalId: string;
  /** The language to answer in. */
  readonly language: Language;
  readonly zone: string;
  /** May change what this channel receives and what the workspace watches. */
  readonly manages: boolean;
}

export interface Channel {
  readonly id: number;
  readonly workspaceId: number;
  readonly platform: PlatformName;
  /** The platform's own id; on the local platform the name without "#". */
  readonly externalId: string;
  /** What people call it, without "#"; absent where nobody has told us. */
  readonly name?: string | undefined;
  readonly language: Language;
  readonly zone: string;
  readonly status: 'ok' | 'paused';
  /** Why it is paused, in the platform's words; absent if a person wanted it so. */
  readonly reason?: string | undefined;
  readonly pausedAt?: number | undefined;
  /** The person who paused it, as the platform names them; absent if the platform takes no messages. */
  readonly pausedBy?: string | undefined;
}

// ── What comes in ────────────────────────────────────────────────────────────────────────────────

/** What we watch. */
export interface Source {
  readonly id: number;
  /** 0: public, everybody's. Otherwise the id of the one workspace that may see its articles. */
  readonly audience: number;
  readonly kind: 'feed' | 'inbox';
  /** A feed's URL; an inbox's absolute folder. */
  readonly url: string;
  readonly title: string;
  /** Declared by the source for all its entries. */
  readonly language?: Language | undefined;
  /** Zone of dates that name none. */
  readonly zone?: string | undefined;
  /** Validators of RFC 9110 §8.8, sent back as they came. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly nextPollAt: number;
  readonly intervalMs: number;
  /** When the silent first poll was done; before that, entries are kept but do not ring. */
  readonly baselineAt?: number | undefined;
  /** Polls failed in a row. */
  readonly fails: number;
  /** One sentence on what is wrong now. */
  readonly error?: string | undefined;
  readonly lastOkAt?: number | undefined;
  /** When it last gave an article we did not have. */
  readonly lastNewAt?: number | undefined;
  /** When all that it shows was last read: an answer that nothing has changed shows nothing. */
  readonly readAt?: number | undefined;
}

/** What a source said (RFC 4287 "entry"): untrusted, incomplete, decoded but not judged. */
export interface Entry {
  /**
   * What identifies it at its source, best first: "guid:…", "sha256:…" (of a file's bytes), "path:…".
   * At least one.
   */
  readonly keys: readonly string[];
  /** What stands in for an id of its own where its source gives none; `words`: its title and date. */
  readonly namedBy?: 'link' | 'words' | undefined;
  /** What it shares with others that its source shows beside it, and is not told by. */
  readonly shared?: ReadonlySet<Shared> | undefined;
  /** As written; may be relative to `baseUrl`. */
  readonly url?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly title?: string | undefined;
  /** Plain text, paragraphs parted by an empty line. HTML and Markdown are already taken out. */
  readonly text: string;
  readonly author?: string | undefined;
  /** What the source files it under: categories, subjects, keywords. */
  readonly tags?: readonly string[] | undefined;
  /** The date as the source wrote it. */
  readonly published?: string | undefined;
  /** As declared: may be "fr-FR" or nonsense. */
  readonly language?: string | undefined;
  readonly image?: string | undefined;
  /** Who published it, where the entry itself says so (a feed's own title otherwise). */
  readonly outlet?: string | undefined;
  /** Page furniture still has to be found and cut: pasted and scraped text, unlike a feed's fields. */
  readonly raw: boolean;
}

/** `page`: the address but for the place on it ("#January_12"); `words`: title and text. */
export type Shared = 'address' | 'page' | 'title' | 'words';

/** An article as accepted, before it has a number and a story. */
export interface Draft {
  /** All keys under which this article may come again: the entry's and those made from its content. At least one. */
  readonly keys: readonly string[];
  /** As of an entry. */
  readonly namedBy?: Entry['namedBy'];
  readonly url?: string | undefined;
  readonly title: string;
  /** Plain text without the page's furniture; paragraphs parted by an empty line. May be empty. */
  readonly text: string;
  readonly author?: string | undefined;
  /** What its source files it under, as written there; distinct, at most 20 of 80 characters. */
  readonly tags?: readonly string[] | undefined;
  readonly outlet: string;
  readonly language: Language;
  readonly image?: string | undefined;
  readonly publishedAt: number;
  /** Changes when title or text change; dates, images and authors do not count. */
  readonly contentHash: string;
}

export interface Article extends Draft {
  /** Counts up in the order of acceptance. */
  readonly id: number;
  readonly audience: number;
  readonly sourceId: number;
  readonly storyId: number;
  /**
   * Names the story on any machine and in any copy of the data (message ids are made from it): the first key of its
   * first article, followed by the source's URL where that key holds only within its source ("guid:", "path:", "title:").
   * A private story's begins with "private " and always names the source; no public key begins so.
   */
  readonly storyKey: string;
  /** Why it joined its story, or why the story that it opened follows another; absent if neither. */
  readonly storyReason?: StoryReason | undefined;
  /** Counts up from 1 with every change of content or of `rings`: what was matched before is matched again. */
  readonly revision: number;
  readonly acceptedAt: number;
  /** Rings for somebody; false for what was there before we watched. */
  readonly alertable: boolean;
  /** For whom it rings, since when; empty if it is silent. What is there for everybody comes for nobody again. */
  readonly rings: readonly Ring[];
  /** Its text was let go for its age: it is kept to be recognised, and never changes nor rings again by itself. */
  readonly forgotten?: true;
}

/** An article rings for everybody, or for the one workspace whose private source was the first to bring it. */
export interface Ring {
  /** As of a source: 0 = everybody. */
  readonly audience: number;
  /** Its place in the order of acceptance: the article's own number, or a later one if it was known in silence. */
  readonly no: number;
}

/** What a story's decision is made from: enough to compare an article with it, bounded in size. */
export interface StorySketch {
  readonly storyId: number;
  readonly language: Language;
  readonly lastAt: number;
  /** Stands for its first article, at most 2 kB as JSON; what the numbers mean is `accept/sketch.ts`'s alone. */
  readonly sketch: readonly number[];
}

/** How common things are among recent stories: candidates that were looked for by what they share cannot tell. */
export interface Spread {
  /** So many of the candidates, from the first, are there for being the newest alone. */
  readonly newest: number;
  /** How many recent stories there are, counted up to 4,000. */
  readonly stories: number;
  /** How many of these have a hash that was asked for, counted up to 200. */
  readonly having: ReadonlyMap<number, number>;
}

/** Which story a new article belongs to: it joins one, or it opens its own, which is a later development of another. */
export type StoryChoice =
  | { readonly kind: 'joins'; readonly storyId: number; readonly reason: SameStory }
  | { readonly kind: 'follows'; readonly storyId: number; readonly reason: LaterDevelopment };

/** Why two articles are of one story, or of two that belong together. */
export type StoryReason = SameStory | LaterDevelopment;

export type SameStory = { readonly kind: 'same text' } | ({ readonly kind: 'same event' } & Common);

export interface LaterDevelopment extends Common {
  readonly kind: 'later development';
  /** What it tells that the other story does not know: "inquiry", "departure". */
  readonly news: readonly string[];
}

/** What two reports have in common, in the words of the later one. */
export interface Common {
  readonly names: readonly string[];
  readonly figures: readonly string[];
  readonly concepts: readonly string[];
}

/** A number that a report turns on. */
export interface KeyFigure {
  /** Equal in two reports for what can be compared: "percent staff", "USD acquisition", "count ~ship". */
  readonly of: string;
  readonly value: number;
  /** As it stands, short: "14 % of staff", "$1.2 billion", "430 Stellen". */
  readonly written: string;
  /** "About 5,000". */
  readonly about?: true;
  /** What else its report says there is, whatever of, but not what it says there was before. Not kept. */
  readonly besides?: readonly number[];
}

/** A key figure that a later report gives otherwise, both as written. */
export interface FigureChange {
  readonly was: string;
  readonly now: string;
}

/** The key figures that a story's reports have given, and what changed among them; bounded by `accept/key-figures.ts`. */
export interface StoryFigures {
  readonly seen: readonly KeyFigure[];
  /** Of each thing the newest, oldest first. */
  readonly changes: ReadonlyArray<FigureChange & Partial<Pick<KeyFigure, 'of'>>>;
}

/** What is known of a story besides its articles. */
export interface StoryFacts {
  readonly first: { readonly articleId: number; readonly title: string };
  readonly changes: readonly FigureChange[];
  /** The first article of the story that this one follows: always the first of a chain. */
  readonly follows?:
    | { readonly storyId: number; readonly articleId: number; readonly title: string }
    | undefined;
  /** The workspace's own story that told the event before, and its first article: for the workspace the two are one. */
  readonly toldBefore?:
    | {
        readonly storyId: number;
        readonly articleId: number;
        readonly title: string;
        readonly reason: SameStory;
      }
    | undefined;
}

/** One article of a story, as shown among its outlets. */
export interface Outlet {
  readonly name: string;
  readonly title: string;
  readonly url?: string | undefined;
}

// ── What people asked for ────────────────────────────────────────────────────────────────────────

export type QueryNode =
  | QueryLeaf
  | { readonly kind: 'all'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'any'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode };

/** What a query is made of. `place`: where in the article it must be; absent = the article is about it. */
export type QueryLeaf =
  /** One thing, by meaning: a word, or a run of words that names one known thing. */
  | { readonly kind: 'term'; readonly text: string; readonly place?: QueryPlace | undefined }
  /** These words in this order, as written. */
  | { readonly kind: 'exact'; readonly text: string; readonly place?: QueryPlace | undefined }
  /** These words in this order, whatever the last of them goes on with. */
  | { readonly kind: 'prefix'; readonly text: string; readonly place?: QueryPlace | undefined }
  /** Not what the article says but where it is from, by whom, in which language, under which tag. */
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string };

/** `about` is the default said aloud; `mentions`: named anywhere, in passing too. */
export type QueryPlace = 'title' | 'about' | 'mentions';

export type QueryField = 'source' | 'lang' | 'author' | 'tag';

export interface Query {
  /** Equal meanings have equal canonical forms; it parses back to the same query. */
  readonly canonical: string;
  readonly node: QueryNode;
}

/** Channel + query; rings only for articles accepted after it. */
export interface Subscription {
  readonly id: number;
  readonly channelId: number;
  readonly workspaceId: number;
  /** "platform/workspace/channel" by the platform's own ids: the same on any machine. */
  readonly channelKey: string;
  /** The query's canonical form. */
  readonly query: string;
  /** What the person typed, for showing. */
  readonly typed: string;
  readonly createdBy: string;
  readonly delivery?: DeliveryOptions | undefined;
  /** The last number that was given in the order of acceptance (`Article.id`, `Ring.no`) when it was made. */
  readonly sinceArticleId: number;
}

/** What matching needs of one: all of them are kept in memory. */
export type StandingSubscription = Omit<Subscription, 'query' | 'createdBy'>;

/** Why one term was met: the words as they stand in the article. */
export interface Evidence {
  /** The term as the person typed it. */
  readonly term: string;
  /** The words of the article that met it, as written there; distinct, best first, at most 5. */
  readonly words: readonly string[];
  /** The sentence (or title) in which the first of them stands. */
  readonly sentence: string;
  /** The lexicon entry that joined them ("layoffs"); absent where the words themselves did. */
  readonly meaning?: string | undefined;
}

/** An article met a subscription. Not stored; recomputed when asked. */
export interface Match {
  readonly subscription: StandingSubscription;
  /** One for each term that was met; never empty. */
  readonly evidence: readonly Evidence[];
}

// ── What we owe ──────────────────────────────────────────────────────────────────────────────────

/** One line of "why it rang", as kept with the alert. */
export interface Reason {
  /** As typed. */
  readonly subscription: string;
  readonly subscriptionId: number;
  readonly term: string;
  readonly words: readonly string[];
  /** How this subscription wants it delivered. */
  readonly delivery?: DeliveryOptions | undefined;
}

/** What we owe one channel on one story. `n` > 0 are follow-ups with news of their own. */
export interface Alert {
  readonly id: string;
  readonly channelId: number;
  readonly storyId: number;
  readonly n: number;
  readonly articleId: number;
  readonly reasons: readonly Reason[];
}

/** What an alert says, before a platform renders it. */
export interface AlertContent {
  readonly kind: 'alert';
  readonly storyId: number;
  readonly articleId: number;
  readonly title: string;
  readonly url?: string | undefined;
  readonly outlet: string;
  readonly publishedAt: number;
  readonly language: Language;
  /** Whole sentences in the article's language (or the beginning of one, with "…"), at most 320 characters. Empty if its text says no more than its title. */
  readonly summary: string;
  /** There is nothing to sum up: the article is its title alone. */
  readonly withoutText?: true | undefined;
  readonly image?: string | undefined;
  readonly reasons: readonly Reason[];
  /** Every outlet of the story known so far, the first article's first. Never empty. */
  readonly outlets: readonly Outlet[];
  /** Key numbers that later reports give otherwise, oldest first. */
  readonly changes?: readonly FigureChange[] | undefined;
  /** It is a later development of this. */
  readonly follows?: { readonly articleId: number; readonly title: string } | undefined;
  /** How the subscriptions that rang want it delivered; absent: as every other. */
  readonly delivery?: DeliveryOptions | undefined;
}

/** What a subscription may ask for besides what it rings for. A platform leaves out what it does not have. */
export interface DeliveryOptions {
  /** Who is called by the alert, and nobody else. */
  readonly mentions?: readonly Mention[] | undefined;
  /** Follow-ups go into a thread on the story's first message, instead of being replies to it. */
  readonly thread?: boolean | undefined;
  /** It appears without a sound. */
  readonly silent?: boolean | undefined;
  /** Of the line at its side: 0xRRGGBB. */
  readonly colour?: number | undefined;
}

/** By the platform's own id. */
export interface Mention {
  readonly kind: 'role' | 'member';
  readonly id: string;
}

/** Something people should know about the bot itself; each platform says it in the words of the channel's language. */
export interface NoticeContent {
  readonly kind: 'notice';
  readonly notice: Notice;
}

export type Notice =
  /** Told to whoever looks after the bot: a channel or a whole workspace takes no messages. */
  | {
      readonly kind: 'paused';
      readonly scope: 'channel' | 'workspace';
      /** What people call it: "discord/Guild/news". */
      readonly name: string;
      readonly reason: string;
    }
  /** Told in the channel: what waited comes now. */
  | {
      readonly kind: 'resumed';
      /** When it was paused. */
      readonly since: number;
      readonly reason?: string | undefined;
      readonly waiting: number;
    };

export type MessageContent = AlertContent | NoticeContent;

/**
 * `pending → sending → sent`. No or an odd answer, an expired lease or a restart make `unknown`, never pending
 * again by themselves. `dead` has a reason and can be sent again, by hand or, if it was refused, in other words; `cancelled` was wanted by nobody any more before it
 * was sent.
 */
export type MessageState = 'pending' | 'sending' | 'sent' | 'unknown' | 'dead' | 'cancelled';

/** What is posted. Its id is the marker by which a channel's history is read back. */
export interface Message {
  /** At most 25 characters, derived from content: the same alert has the same id on any machine. */
  readonly id: string;
  readonly channelId: number;
  readonly content: MessageContent;
  /** The message of the story that this one follows: it is a reply in that one's thread. */
  readonly parentId?: string | undefined;
  readonly state: MessageState;
  /** It is `unknown`, and nobody wants it any more. */
  readonly unwanted?: boolean | undefined;
  /** The revision we want to be visible; counts up from 1. */
  readonly wantedRev: number;
  /** The revision that is visible; 0 = none. */
  readonly postedRev: number;
  /** The revision last asked of the platform. */
  readonly sendingRev: number;
  /** How often it was edited since it was posted. */
  readonly edits: number;
  readonly attempt: number;
  /** When the platform was first asked for what is not visible yet; absent again once it is. */
  readonly firstTryAt?: number | undefined;
  readonly nextTryAt: number;
  /** The platform's id of what is visible. */
  readonly externalId?: string | undefined;
  readonly reason?: string | undefined;
  readonly createdAt: number;
}
