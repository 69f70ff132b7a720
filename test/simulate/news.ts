/** Feeds in which articles appear, are told by several outlets, to some privately before or after, and are corrected. */
import type { PlatformName } from '../../src/domain.ts';
import type { Fetcher } from '../../src/watch/fetch.ts';

/** Invented, so that no lexicon knows more about them than their letters. */
export const topics = [
  'Nimbuscale',
  'Haldentra',
  'Tramlineo',
  'Hollowgatic',
  'Veridanta',
  'Quorvexia',
  'Brundlewick',
  'Ostrelabs',
] as const;

export const feedUrls = ['https://wire.example/feed', 'https://post.example/feed'] as const;

/** Of the workspace on this platform alone. */
export function ownFeedUrl(platform: PlatformName): string {
  return `https://${platform}.example/feed`;
}

const ownFeedUrls = [ownFeedUrl('slack'), ownFeedUrl('discord')] as const;

/** @returns what all reports of the same event have in their text, and no other */
export function eventIn(text: string): string {
  const [, event] = /Dossier (\w+)/.exec(text) ?? [];
  if (event === undefined) throw new Error(`it is of no event: ${text}`);
  return event;
}

/** No platform shows an article with this word in its title. */
export const unshowable = 'unshowable';

interface Item {
  readonly id: string;
  title: string;
  readonly text: string;
  readonly at: number;
}

export interface News {
  /** Something happens in one of the feeds. @returns what, in a few words */
  readonly happen: (now: number) => string;
  readonly fetch: Fetcher['fetch'];
}

/** So many items a feed shows; what has left it is never seen again. */
const shown = 8;

export function newsFrom(random: () => number): News {
  const feeds = new Map<string, Item[]>([...feedUrls, ...ownFeedUrls].map((url) => [url, []]));
  /** Told in private alone so far. */
  const untold: Item[] = [];
  let count = 0;

  return {
    happen(now) {
      const [here, there] = random() < 0.5 ? feedUrls : feedUrls.toReversed();
      const theirs = pick(feeds.get(there)!.slice(-3));
      const ours = pick(feeds.get(here)!.slice(-3));
      const own = ownFeedUrls[random() < 0.5 ? 0 : 1];
      const before = random() < 0.4 ? untold.shift() : undefined;
      if (before !== undefined) return publish(here, retold(before, now));
      const chance = random();
      if (chance > 0.85) return tellFirst(own, written(now));
      if (chance > 0.8 && theirs !== undefined) return publish(own, retold(theirs, now));
      if (chance < 0.25 && theirs !== undefined) return publish(here, { ...theirs, id: nextId(), at: now });
      if (chance < 0.4 && ours !== undefined) return correct(ours);
      return publish(here, written(now));
    },
    async fetch(url, validators) {
      if (random() < 0.05) return { kind: 'broken', reason: 'no answer' };
      if (random() < 0.03) return { kind: 'busy', retryAfterMs: 120_000, reason: 'come back later' };
      const items = feeds.get(url)!.slice(-shown);
      const body = JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: new URL(url).host,
        language: 'en',
        items: items.toReversed().map(({ id, title, text, at }) => ({
          id,
          title,
          content_text: text,
          date_published: new Date(at).toISOString(),
        })),
      });
      const etag = `"${items.map(({ id, title }) => `${id}${title}`).join('')}"`;
      if (etag === validators?.etag) return { kind: 'unchanged' };
      return { kind: 'fresh', bytes: new TextEncoder().encode(body), url, etag };
    },
  };

  function publish(url: string, item: Item): string {
    feeds.get(url)!.push(item);
    return `${url} publishes ${item.id}: ${item.title}`;
  }

  function tellFirst(url: string, item: Item): string {
    untold.push(item);
    return publish(url, item);
  }

  /** In other words, not all of them. */
  function retold({ title, text }: Item, at: number): Item {
    return { id: nextId(), title, text: `${text} ${words(4)}.`, at };
  }

  function correct(item: Item): string {
    item.title = `${item.title.replace(/ \d+ times$/, '')} ${Math.floor(random() * 1000)} times`;
    return `corrected ${item.id}: ${item.title}`;
  }

  function written(at: number): Item {
    const [first, second] = [pick(topics), pick(topics)];
    const flag = random() < 0.04 ? ` ${unshowable}` : '';
    const title = `${first} ${words(5)}${flag}`;
    const id = nextId();
    // Long enough for a text that is told again to be known again.
    const text = `${first} ${words(20)}. ${words(50)} ${second} ${words(3)}. Dossier Q${id.replace('item-', 'x')}.`;
    return { id, title, text, at };
  }

  function nextId(): string {
    return `item-${(count += 1)}`;
  }

  function words(many: number): string {
    return Array.from({ length: many }, word).join(' ');
  }

  function word(): string {
    return Array.from({ length: 3 }, () => pick(syllables)).join('');
  }

  function pick<T>(from: readonly T[]): T {
    return from[Math.floor(random() * from.length)]!;
  }
}

const syllables = 'ba ko ti mu ren sol vek dra pli gno zan qui thor wex lum jas fyr hob'.split(' ');
