/** Feeds that are not well-formed: what is whole in them is kept. Only for the parser's worker. */
import { parseFeed, type AnyFeed } from 'feedsmith';

export interface Salvaged {
  readonly feed: AnyFeed;
  /** Entries that had to be left out. */
  readonly lost: number;
}

/** Throws the library's error if nothing can be made of it, or if it is no feed. */
export function parseLeniently(text: string): Salvaged {
  // oxlint-disable-next-line no-control-regex -- XML allows none of these, and publishers let them slip in
  const clean = text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, '');
  const pieces = cutInPieces(clean);
  let whole: AnyFeed | undefined;
  let fault: unknown;
  try {
    whole = parseFeed(clean);
    // An element left open swallows the entries after it without any error: they are counted.
    if (countEntries(whole) >= pieces.entries.length) return { feed: whole, lost: 0 };
  } catch (error) {
    fault = error;
  }
  const salvaged = pieces.entries.length === 0 ? undefined : joinWhole(pieces.head, pieces.entries);
  if (salvaged !== undefined && countEntries(salvaged) >= (whole === undefined ? 1 : countEntries(whole))) {
    return { feed: salvaged, lost: pieces.begun - countEntries(salvaged) };
  }
  if (whole !== undefined) return { feed: whole, lost: 0 };
  throw fault;
}

interface Pieces {
  /** Everything before the first entry. */
  readonly head: string;
  /** Each from its opening to its closing tag. */
  readonly entries: readonly string[];
  /** How many were opened. */
  readonly begun: number;
}

function cutInPieces(text: string): Pieces {
  // CDATA and comments are matched to be stepped over: what looks like an entry in them is none.
  const marks = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)(?:[\w-]+:)?(?:item|entry)(?=[\s>/])[^>]*>/gi;
  const entries: string[] = [];
  let [begun, first, open]: [number, number, number | undefined] = [0, text.length, undefined];
  for (const { 0: mark, 1: slash, index } of text.matchAll(marks)) {
    if (slash === undefined || mark.endsWith('/>')) continue;
    if (slash === '') {
      begun += 1;
      first = Math.min(first, index);
      open = index;
    } else if (open !== undefined) {
      entries.push(text.slice(open, index + mark.length));
      open = undefined;
    }
  }
  return { head: text.slice(0, first), entries, begun };
}

/** Parses as many of the entries as will parse, halving until the damaged ones stand alone. */
function joinWhole(head: string, entries: readonly string[]): AnyFeed | undefined {
  const feed = attempt(head + entries.join('')) ?? attempt(head + escapeStray(entries.join('')));
  if (entries.length <= 1 || (feed !== undefined && countEntries(feed) === entries.length)) return feed;
  const middle = entries.length >> 1;
  const [former, latter] = [entries.slice(0, middle), entries.slice(middle)].map((half) =>
    joinWhole(head, half),
  );
  return former === undefined ? latter : latter === undefined ? former : withEntriesOf(former, latter);
}

function attempt(text: string): AnyFeed | undefined {
  try {
    return parseFeed(text);
  } catch {
    return undefined; // whoever asked tries a smaller piece
  }
}

/** "<" that begins no tag ("3 < 5", "<3"); inside CDATA it may stand as it is. */
function escapeStray(text: string): string {
  const parts = text.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/<(?![A-Za-z_/!?])/g, '&lt;')))
    .join('');
}

export function countEntries(feed: AnyFeed): number {
  return feed.format === 'atom' ? (feed.feed.entries?.length ?? 0) : (feed.feed.items?.length ?? 0);
}

/** Both were parsed with the same head, so they have the same format and differ in their entries alone. */
function withEntriesOf(former: AnyFeed, latter: AnyFeed): AnyFeed {
  if (former.format === 'atom' && latter.format === 'atom') {
    return {
      ...former,
      feed: { ...former.feed, entries: [...(former.feed.entries ?? []), ...(latter.feed.entries ?? [])] },
    };
  }
  if (former.format === 'rss' && latter.format === 'rss') {
    return {
      ...former,
      feed: { ...former.feed, items: [...(former.feed.items ?? []), ...(latter.feed.items ?? [])] },
    };
  }
  if (former.format === 'rdf' && latter.format === 'rdf') {
    return {
      ...former,
      feed: { ...former.feed, items: [...(former.feed.items ?? []), ...(latter.feed.items ?? [])] },
    };
  }
  return former;
}
