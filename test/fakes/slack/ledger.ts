/** What people see in a channel, oldest first: every message with its edits, its calls, its links and its thread. */
import { readMessage } from './reading.ts';
import type { Channel, Id, Json, Link, Message, Metadata, Ping, Team, Ts, User } from './shapes.ts';

export interface Line {
  readonly ts: Ts;
  readonly by: string;
  /** What people see: the blocks, or the text where there are none. */
  readonly text: string;
  /** The text as it was sent: what notifications show where there are blocks. */
  readonly fallback: string;
  readonly blocks: readonly Json[];
  readonly metadata: Metadata | undefined;
  /** Labels of buttons, placeholders of selects. */
  readonly controls: readonly string[];
  /** Whom it called when it was posted; an edit calls nobody. */
  readonly pings: readonly Ping[];
  /** Whom it names now. */
  readonly mentions: readonly Ping[];
  readonly links: readonly Link[];
  /** Addresses that Slack would fetch and show below the message. */
  readonly unfurls: readonly string[];
  /** Of the message that begins its thread. */
  readonly thread: Ts | undefined;
  /** A reply to a message that is not there: nobody sees it. */
  readonly lost: boolean;
  /** Who alone sees it. */
  readonly privateTo: Id | undefined;
  readonly edits: number;
  /** What it said before, oldest first. */
  readonly before: readonly string[];
  readonly deleted: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is there for everybody. */
export function ledgerOf(team: Team, channel: Channel): readonly Line[] {
  return everything(team, channel).filter(
    ({ deleted, privateTo, lost }) => !deleted && privateTo === undefined && !lost,
  );
}

/** What one person sees: private messages too. */
export function seenBy(team: Team, channel: Channel, user: User): readonly Line[] {
  return everything(team, channel).filter(
    ({ deleted, privateTo, lost }) => !deleted && !lost && (privateTo === undefined || privateTo === user.id),
  );
}

/** Deleted, private and lost ones too. */
export function everything(team: Team, channel: Channel): readonly Line[] {
  return channel.messages.map((message) => lineOf(team, channel, message));
}

export function lineOf(team: Team, channel: Channel, message: Message): Line {
  const first = message.versions[0]!;
  const now = message.versions.at(-1)!;
  const { shown, controls } = readMessage(team, now);
  return {
    ts: message.ts,
    by: team.users.get(message.by)?.name ?? message.by,
    text: shown,
    fallback: now.text,
    blocks: now.blocks,
    metadata: now.metadata,
    controls,
    pings: first.pings,
    mentions: now.pings,
    links: now.links,
    unfurls: unfurled(message, now.links),
    thread: message.threadTs,
    lost: isLost(channel, message),
    privateTo: message.privateTo,
    edits: message.versions.length - 1,
    before: message.versions.slice(0, -1).map((version) => readMessage(team, version).shown),
    deleted: message.deletedAt !== undefined,
    at: first.at,
  };
}

function isLost(channel: Channel, { threadTs, broadcast }: Message): boolean {
  if (threadTs === undefined || broadcast) return false;
  return !channel.byTs.has(threadTs);
}

const media =
  /\.(?:png|jpe?g|gif|webp|svg|mp4|mov|mp3|ogg)(?:[?#]|$)|^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|spotify\.com|soundcloud\.com)\//i;

function unfurled({ unfurls, privateTo }: Message, links: readonly Link[]): readonly string[] {
  if (privateTo !== undefined) return [];
  return links
    .filter(({ of, url }) => of === 'text' && /^https?:/i.test(url))
    .filter(({ url }) => (media.test(url) ? unfurls.media : unfurls.links))
    .map(({ url }) => url);
}
