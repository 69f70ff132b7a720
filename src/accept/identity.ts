/** Under which names an article may come again, and how we see that it has changed. */
import { hash } from 'node:crypto';
import { fold } from '../language/fold.ts';
import type { Shared } from '../domain.ts';
import { boundedKey } from './bounded-key.ts';
import { pageOf } from './canonical-url.ts';
import { wordsOf, unspacedLength } from './shape.ts';
import { wellFormed } from './well-formed.ts';

/**
 * "path:", "guid:" and "title:" hold within their source, all others wherever the article may be seen. What a source
 * calls it goes before where it is, and that before what it is like (`same-article.ts`).
 * A key that joins two different articles loses one of them for good, so each is made only where it can tell.
 */
export function keysOf(article: {
  readonly entryKeys: readonly string[];
  /** Canonical. */
  readonly url: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly outlet: string;
  readonly publishedAt: number;
  readonly shared?: ReadonlySet<Shared> | undefined;
}): readonly string[] {
  const { title, text, url, outlet, shared = new Set<Shared>() } = article;
  // What a database writes otherwise than it was given would be a new article at every look.
  const keys = article.entryKeys.map(wellFormed);
  if (url !== undefined) keys.push(...addressKeys(url, shared));
  // "Comments" under a link, or a line that stands under every item, is no content to recognise an article by.
  if (!shared.has('words') && tells(text, 20, 60))
    keys.push(`content:${hash('sha256', folded(`${title}\n${text}`), 'hex')}`);
  // "Market report" appears every day, and twice on some. An inbox holds several outlets with one agency's title, and
  // whoever drops a second file under one title means a second article: files are known by what is in them alone.
  const isFile = article.entryKeys.some((key) => key.startsWith('sha256:'));
  if (!isFile && !shared.has('title') && tells(title, 4, 12))
    keys.push(`title:${folded(title)}|${dayOf(article.publishedAt)}|${folded(outlet)}`);
  return [...new Set(keys.map(boundedKey))];
}

/**
 * Of an address, and of the page that it is a place on: whoever else tells of the article may leave the place out.
 * @param shared what is several articles' gets the other key, which finds nothing but says so
 */
export function addressKeys(url: string, shared: ReadonlySet<Shared> = new Set()): readonly string[] {
  const page = pageOf(url);
  const own = { address: url, isShared: shared.has('address') };
  const addresses = page === undefined ? [own] : [own, { address: page, isShared: shared.has('page') }];
  return addresses
    .filter(({ address }) => !isFrontPage(address))
    .map(({ address, isShared }) => {
      const key = boundedKey(`url:${address}`);
      return isShared ? sharedKey(key) : key;
    });
}

/**
 * Whether what has this key is the article, whichever source it comes from.
 * @param keys all of the article's: the address of a page means none of the articles that are places on it
 */
export function meansOneArticle(key: string, keys: readonly string[]): boolean {
  if (/^(?:guid|path|title|shared):/.test(key)) return false;
  const isShared = key.startsWith('url:') && keys.includes(sharedKey(key));
  return !isShared && !keys.some((other) => other.startsWith(`${key}#`));
}

/** "url:…" → "shared:…" */
export function sharedKey(addressKey: string): string {
  return addressKey.replace(/^url:/, 'shared:');
}

/** SHA-256 in hex: changes when words or their writing change, not with white space. */
export function contentHash(title: string, text: string): string {
  return hash('sha256', collapsed(`${title}\n${text}`.normalize('NFC')), 'hex');
}

/** Long enough, in words or in characters of a script without spaces, to stand for one article alone. */
function tells(text: string, words: number, unspaced: number): boolean {
  return wordsOf(text, words).length >= words || unspacedLength(text) >= unspaced;
}

/** Feeds without links give the site's own address to every entry. */
function isFrontPage(url: string): boolean {
  const { pathname, search, hash: fragment } = new URL(url);
  return pathname === '/' && search === '' && fragment === '';
}

/** Case, accents, marks and white space aside. */
export function folded(text: string): string {
  return collapsed(fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
