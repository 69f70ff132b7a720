/** Bytes to the entries of a feed. Only for the parser's worker. */
import { createHash } from 'node:crypto';
import type { Entry } from '../domain.ts';
import { decodeText } from './decode.ts';
import { headOf, type FeedHead, type FeedItem, type Words } from './feed-items.ts';
import { charsetOf } from './http-fields.ts';
import { namedFeed } from './named-feed.ts';
import type { FeedSource, ParsedFeed } from './parser.ts';
import { lineOfMixed, textOfHtml, textOfMixed } from './plain-text.ts';
import { countEntries, parseLeniently } from './salvage-xml.ts';
import { shownUrl } from './shown-url.ts';
import { tidyText } from './tidy-text.ts';

export function readFeed(bytes: Uint8Array, source: FeedSource): ParsedFeed {
  const place = shownUrl(source.url);
  const declared = [source.charset ?? charsetOf(source.contentType), xmlEncoding(bytes)];
  const { text } = decodeText(bytes, declared);
  if (text.trim() === '') return { kind: 'broken', reason: `${place} is empty.` };
  if (isWebPage(text)) return readWebPage(text, source.url);
  try {
    const { feed, lost } = parseLeniently(text);
    const head = headOf(feed);
    const count = countEntries(feed) + lost;
    return {
      kind: 'feed',
      title: head.title && lineOf(head.title),
      language: head.language?.trim(),
      entries: oldestFirst(entriesOf(head, source.url)),
      note:
        lost === 0
          ? undefined
          : `${lost} of the ${count} entries of ${place} were damaged and had to be left out.`,
    };
  } catch {
    // The library's messages speak of tokens and positions; which of our two sentences is true says all there is to do.
    const isDamaged = /<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org\/version/.test(text.slice(0, 5_000));
    // HTML lets a page begin with anything; what a server calls HTML may be a feed all the same.
    if (!isDamaged && /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(source.contentType ?? ''))
      return readWebPage(text, source.url);
    return {
      kind: 'broken',
      reason: isDamaged
        ? `${place} is a feed, but too damaged to be read.`
        : `${place} is neither RSS, Atom nor JSON Feed.`,
    };
  }
}

function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function isWebPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text);
}

function readWebPage(html: string, url: string): ParsedFeed {
  const is = `${shownUrl(url)} is a web page, not a feed.`;
  const feedUrl = namedFeed(html, url);
  if (feedUrl === undefined) return { kind: 'broken', reason: is };
  return { kind: 'names a feed', feedUrl, reason: `${is} It names this feed: ${feedUrl}` };
}

function entriesOf(head: FeedHead, feedUrl: string): readonly Entry[] {
  const feedBase = resolve(head.base ?? head.link, feedUrl) ?? withoutQuery(feedUrl);
  const shared = { ids: sharedIds(head.items), links: sharedLinks(head.items) };
  return head.items.flatMap((item) => entryOf(item, head, feedBase, shared) ?? []);
}

/** What identifies none of the entries that have it. */
interface SharedNames {
  readonly ids: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** Some publishers give all their entries one guid: it then identifies nothing. */
function sharedIds(items: readonly FeedItem[]): ReadonlySet<string> {
  const links = Map.groupBy(items, ({ id }) => id ?? '');
  const shared = [...links].filter(([, same]) => new Set(same.map(({ link }) => link)).size > 1);
  return new Set(shared.map(([id]) => id));
}

/** Of entries without a guid: a page of notes is where all of them are. */
function sharedLinks(items: readonly FeedItem[]): ReadonlySet<string> {
  const links = Map.groupBy(
    items.filter(({ id }) => filled(id) === undefined),
    ({ link }) => filled(link) ?? '',
  );
  const shared = [...links].filter(
    ([, same]) =>
      new Set(same.map(({ title, published }) => JSON.stringify([title?.words, published]))).size > 1,
  );
  return new Set(shared.map(([link]) => link));
}

function entryOf(item: FeedItem, head: FeedHead, feedBase: string, shared: SharedNames): Entry | undefined {
  const baseUrl = resolve(item.base, feedBase) ?? feedBase;
  const title = item.title && lineOf(item.title);
  const text =
    item.texts.map((words) => (words === undefined ? '' : textOf(words))).find((each) => each !== '') ?? '';
  const url = filled(item.link);
  if (title === undefined && text === '' && url === undefined) return undefined;
  const published = filled(item.published);
  const id = item.id === undefined || shared.ids.has(item.id) ? undefined : filled(item.id);
  const link = url === undefined || shared.links.has(url) ? undefined : resolve(url, baseUrl);
  const name = id ?? link;
  return {
    keys: [`guid:${bounded(name ?? hash(title ?? '', published ?? '', title ? '' : text))}`],
    ...(id === undefined && { namedBy: link === undefined ? 'words' : 'link' }),
    url,
    baseUrl,
    title: title === '' ? undefined : title,
    text,
    author: filled(
      item.authors.flatMap((author) => (author === undefined ? [] : lineOfMixed(author))).join(', '),
    ),
    tags: item.tags.flatMap((tag) => (tag === undefined ? [] : lineOfMixed(tag))),
    published,
    language: filled(item.language) ?? filled(head.language),
    image: item.images
      .map((image) => image && resolve(image.trim(), baseUrl))
      .find((image) => /^https?:/.test(image ?? '')),
    outlet: item.outlet === undefined ? undefined : filled(lineOfMixed(item.outlet)),
    raw: false,
  };
}

function lineOf(words: Words): string {
  return words.kind === 'mixed' ? lineOfMixed(words.words) : textOf(words).replaceAll(/\s+/g, ' ');
}

function textOf({ kind, words }: Words): string {
  if (kind === 'plain') return tidyText(words);
  return kind === 'html' ? textOfHtml(words) : textOfMixed(words);
}

/**
 * In the order of time, so that they are accepted in it. Feeds put the newest first; where all entries have a date that
 * JavaScript understands, the dates decide. (What a date means is for accept to say; here a rough order will do.)
 */
function oldestFirst(entries: readonly Entry[]): readonly Entry[] {
  const dated = entries.toReversed().map((entry) => ({ entry, at: Date.parse(entry.published ?? '') }));
  const sorted = dated.some(({ at }) => Number.isNaN(at)) ? dated : dated.toSorted((a, b) => a.at - b.at);
  return sorted.map(({ entry }) => entry);
}

function resolve(url: string | undefined, base: string): string | undefined {
  return url === undefined ? undefined : URL.parse(url.trim(), base)?.href;
}

/** Links do not depend on it, and it may be the key to a private feed. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Keys are indexed: one of any length would be a burden, and two long ones differ in their hash as well. */
function bounded(key: string): string {
  return key.length <= 500 ? key : hash(key);
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
