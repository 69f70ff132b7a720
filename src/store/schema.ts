/**
 * The tables as Kysely sees them; `migrations.ts` makes them. Times are milliseconds since the epoch, flags 0 or 1,
 * `null` is the domain's `undefined`.
 */
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { LocalPost } from './store.ts';
import type { MessageContent, MessageState, PlatformName, Source } from '../domain.ts';

export interface Tables {
  counter: CounterTable;
  workspace: WorkspaceTable;
  channel: ChannelTable;
  source: SourceTable;
  source_former_url: SourceFormerUrlTable;
  entry_key: EntryKeyTable;
  article: ArticleTable;
  article_source: ArticleSourceTable;
  article_revision: ArticleRevisionTable;
  story: StoryTable;
  story_trait: StoryTraitTable;
  story_link: StoryLinkTable;
  subscription: SubscriptionTable;
  fan_out: FanOutTable;
  alert: AlertTable;
  former_alert: FormerAlertTable;
  message: MessageTable;
  message_alert: MessageAlertTable;
  mute: MuteTable;
  delivery_log: DeliveryLogTable;
  local_post: LocalPostTable;
  crosspost: CrosspostTable;
  installation: InstallationTable;
  person: PersonTable;
  received: ReceivedTable;
  pruning: PruningTable;
}

export type ChannelRow = Selectable<ChannelTable>;
export type ArticleRow = Selectable<ArticleTable>;
export type MessageRow = Selectable<MessageTable>;

/** Numbers that must come in the order of their commits: whoever takes one holds the row until the commit. */
interface CounterTable {
  name: 'article' | 'subscription';
  /** The last one given. */
  value: number;
}

interface WorkspaceTable {
  id: Generated<number>;
  platform: PlatformName;
  external_id: string;
  name: string;
  language: string;
  zone: string;
  status: ColumnType<'ok' | 'paused', 'ok' | undefined, 'ok' | 'paused'>;
  reason: string | null;
  paused_at: number | null;
  /** While it is paused: when one message is tried, to see whether it has been mended; null = never. */
  retry_at: number | null;
}

interface ChannelTable {
  id: Generated<number>;
  workspace_id: number;
  /** Its workspace's, kept here too so that one index gives the next channel of a platform. */
  platform: PlatformName;
  external_id: string;
  name: string | null;
  language: string;
  zone: string;
  status: 'ok' | 'paused';
  reason: string | null;
  paused_at: number | null;
  /** Null where the platform takes no messages. */
  paused_by: string | null;
  /** As of a workspace. */
  retry_at: number | null;
  next_send_at: number;
  lease_owner: string | null;
  lease_until: number | null;
  /** Counts up with every lease; what an older lease still wants to write is refused. */
  fence: number;
  /** When a sender should look at it next; null = nothing to do. `channel-turn.ts` keeps it true. */
  due_at: number | null;
}

interface SourceTable {
  id: Generated<number>;
  audience: number;
  kind: Source['kind'];
  url: string;
  title: string;
  language: string | null;
  zone: string | null;
  etag: string | null;
  last_modified: string | null;
  next_poll_at: number;
  interval_ms: number;
  baseline_at: number | null;
  fails: number;
  error: string | null;
  last_ok_at: number | null;
  last_new_at: number | null;
  removed: number;
  /** `Source.readAt`. */
  read_at: number | null;
}

/** Where a feed was before it moved for good: whoever names it so means the one that moved. */
interface SourceFormerUrlTable {
  audience: number;
  kind: Source['kind'];
  url: string;
  source_id: number;
}

interface EntryKeyTable {
  key: string;
  /** Where the key holds: "source:7" or "audience:0" (`identity.ts`). */
  scope: string;
  article_id: number;
  last_seen_at: number;
}

interface ArticleTable {
  /** From the counter: the order of acceptance is the order of commits. */
  id: number;
  audience: number;
  source_id: number;
  story_id: number;
  revision: number;
  /** The newest revision that was matched; the article is due while it is behind `revision`. */
  matched_rev: number;
  /** JSON: `Ring[]`; "[]" = it is silent. */
  rings: string;
  accepted_at: number;
  published_at: number;
  language: string;
  outlet: string;
  author: string | null;
  image: string | null;
  url: string | null;
  content_hash: string;
  title: string;
  /** JSON array, the first one it was accepted under first. */
  keys: string;
  text: string;
  /** JSON: `StoryReason`. */
  story_reason: string | null;
  /** JSON array. */
  tags: string;
  /** Since when it says what it says now; null = its text was let go, and it is kept to be recognised. */
  text_at: number | null;
}

interface ArticleSourceTable {
  article_id: number;
  source_id: number;
  /** How many keys the source has given the article. */
  keys: ColumnType<number, number | undefined, number>;
}

/** What an article said before its present revision. */
interface ArticleRevisionTable {
  article_id: number;
  revision: number;
  content_hash: string;
  title: string;
  text: string;
  /** When it was replaced. */
  at: number;
}

interface StoryTable {
  id: Generated<number>;
  /** `Article.storyKey`. */
  key: string;
  audience: number;
  language: string;
  first_at: number;
  /** When its newest article of the same audience was accepted. */
  last_at: number;
  /** JSON array of numbers; emptied when the story is over. */
  sketch: string;
  /** The first story of the chain that it continues. */
  follows: number | null;
  /** JSON: `StoryFigures`. */
  figures: ColumnType<string, string | undefined, string>;
}

/** What tells a recent story from others, as numbers; see `Acceptance.telling`. Gone soon after the story is over. */
interface StoryTraitTable {
  hash: number;
  /** The story's, kept here too so that one index gives the stories of an audience that have it. */
  audience: number;
  story_id: number;
  /** When the story was opened or, once that was long ago, when it was last known to go on. */
  at: number;
}

/** For one workspace this public story is one with a story of its own that told the event before. */
interface StoryLinkTable {
  story_id: number;
  audience: number;
  /** The workspace's own. */
  own_id: number;
  /** JSON: `SameStory`. */
  reason: string;
}

interface SubscriptionTable {
  id: Generated<number>;
  channel_id: number;
  query: string;
  typed: string;
  created_by: string;
  created_at: number;
  since_article_id: number;
  change_no: number;
  removed_at: number | null;
  /** JSON: `DeliveryOptions`; null = as every other. */
  delivery: string | null;
}

/**
 * Part of what an article rang for, until its alerts are made: a thousand rows of its own for each article would hold up
 * the next.
 */
interface FanOutTable {
  /** In the order in which articles were matched. */
  no: Generated<number>;
  article_id: number;
  /** `changeNo` of the subscriptions that it was matched with. */
  as_of: number;
  /** When it was matched. */
  due_at: number;
  /** How many alerts. */
  size: number;
  /** JSON: `Matched['alerts']`. */
  alerts: string;
}

interface AlertTable {
  id: string;
  channel_id: number;
  story_id: number;
  n: number;
  article_id: number;
  /** JSON: `Reason[]`. */
  reasons: string;
  due_no: number;
  /** The newest `due_no` that was put into a message; 0 = none. */
  placed_no: number;
  /** Since when it waits to be put into a message; null = it does not. */
  due_at: number | null;
  /** Why it never becomes due; null = it does. */
  dropped: string | null;
}

/** Alerts that are not kept any more: what comes again under one of these ids does not ring again. */
interface FormerAlertTable {
  id: string;
}

interface MessageTable {
  /** Its place in the order of its channel. */
  seq: Generated<number>;
  id: string;
  channel_id: number;
  kind: MessageContent['kind'];
  state: MessageState;
  wanted_rev: number;
  posted_rev: number;
  sending_rev: number;
  /** The newest revision with which we are done, because it is visible or because we leave it at an older one. */
  settled_rev: number;
  attempt: number;
  first_try_at: number | null;
  next_try_at: number;
  external_id: string | null;
  reason: string | null;
  created_at: number;
  sent_at: number | null;
  parent_id: string | null;
  edits: Generated<number>;
  /** See `turns`; the database derives it from the state, null = nothing to do. */
  turn: ColumnType<number | null, never, never>;
  /** JSON: `MessageContent`. */
  content: string;
}

/** The channel hears no more of this story, nor of what follows it. */
interface MuteTable {
  channel_id: number;
  /** The first story of its chain. */
  story_id: number;
  muted_at: number;
  muted_by: string;
}

interface MessageAlertTable {
  message_id: string;
  alert_id: string;
}

interface DeliveryLogTable {
  seq: Generated<number>;
  message_id: string;
  at: number;
  from_state: string;
  to_state: string;
  reason: string | null;
}

interface LocalPostTable {
  seq: Generated<number>;
  channel_id: number;
  kind: LocalPost['kind'];
  marker: string | null;
  revision: number;
  /** JSON. */
  body: string;
  at: number;
  edited_at: number | null;
  /** The post it answers. */
  reply_to: number | null;
}

/**
 * What a message waits for, in the order of a channel's work. The first three form the line in which nothing
 * overtakes; edits go past it.
 */
export const turns = { sending: 0, unknown: 1, pending: 2, edit: 3 } as const;

/** The ids are Discord's. */
interface CrosspostTable {
  message_id: string;
  channel_id: string;
  asked_at: number;
}

interface InstallationTable {
  platform: PlatformName;
  /** The workspace's, whether anybody has done something there or not. */
  external_id: string;
  name: string;
  bot_id: string;
  sealed_token: string;
  /** JSON array. */
  scopes: string;
  installed_by: string | null;
  installed_at: number;
}

/** What people have chosen themselves; null = as the platform says. */
interface PersonTable {
  workspace_id: number;
  external_id: string;
  language: string | null;
  zone: string | null;
}

/** Events that were acted upon: what is repeated has no further effect. */
interface ReceivedTable {
  platform: PlatformName;
  event_id: string;
  at: number;
}

/** One row. */
interface PruningTable {
  id: 1;
  /** When a pass of letting go last began. */
  begun_at: number;
  /** How late it was then, as far as that is sure (`Retention.begin`). */
  as_of: number;
}
