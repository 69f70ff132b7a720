/**
 * Whether an entry is the article that one of its keys was found at. Keys have a rank: what the source calls it, where
 * it is, what it is like. A key of lower rank does not overrule what one of a higher rank tells apart, for then the
 * article is lost; unless what is told apart is so alike that only its name has changed.
 */
import type { Draft } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { boundedKey } from './bounded-key.ts';
import { pageOf } from './canonical-url.ts';
import { unspacedLength, wordsOf } from './shape.ts';

/** An article that was found by a key. */
export interface Found extends Pick<Draft, 'title' | 'text' | 'url' | 'publishedAt' | 'contentHash'> {
  readonly key: string;
  readonly acceptedAt: number;
  /** The entry's source has shown it: if it gives ids, under another one. */
  readonly shownHere: boolean;
  /** When an entry last came with the key. */
  readonly keySeenAt: number;
  /** Its text was let go. */
  readonly forgotten?: boolean;
}

/** An entry as it came. */
export interface Come {
  readonly draft: Draft;
  readonly now: number;
  /** Those of its keys that are an address of several articles. */
  readonly shared: ReadonlySet<string>;
}

/** What is told in the same words is a copy so long; after that it is told of another day. */
export const copiedWithinMs = 72 * 60 * 60_000;
/** What a server calls now, by its own clock. */
const freshMs = 2 * 60_000;
/** Of one entry, given by its source twice. */
const sameMomentMs = 60_000;

export function isSameArticle(come: Come, found: Found): boolean {
  const { draft, shared } = come;
  if (isAfterForgotten(come, found)) return false;
  const renamed = found.shownHere && hasOwnId(come);
  switch (found.key.slice(0, found.key.indexOf(':'))) {
    case 'url':
      return !shared.has(found.key) && !isElsewhere(draft, found) && (!renamed || isRevised(draft, found));
    case 'content':
      return renamed ? isOfOneMoment(come, found) || isDatedByLook(come, found) : isCopied(come, found);
    case 'title':
      return !renamed || (isOfOneMoment(come, found) && isReworded(draft, found));
    case 'shared':
      return false;
    case 'guid':
      return !isNamedInCommon(come);
    default:
      return true;
  }
}

/** A file's name and hash are no id: who drops another version of it means the same article. */
function hasOwnId(come: Come): boolean {
  const { keys, namedBy } = come.draft;
  return namedBy !== 'words' && !isNamedInCommon(come) && keys.some((key) => key.startsWith('guid:'));
}

/** By a link that others have as well. */
function isNamedInCommon({ draft: { keys, namedBy }, shared }: Come): boolean {
  return namedBy === 'link' && shared.has(keys.find((key) => key.startsWith('url:')) ?? '');
}

/** Two places on one page are two articles; who names the page alone may mean either. */
function isElsewhere({ url = '' }: Draft, found: Found): boolean {
  const page = pageOf(url);
  const isFoundByPage = page !== undefined && found.key === boundedKey(`url:${page}`);
  return isFoundByPage && page === pageOf(found.url ?? '') && url !== found.url;
}

function isDated(at: number, seenAt: number): boolean {
  // A date that is missing, or cannot be, is that of acceptance.
  return at !== seenAt;
}

/** It cannot be revised any more: other words of much later are told anew, or nobody hears of them. */
function isAfterForgotten(come: Come, found: Found): boolean {
  const { publishedAt, contentHash } = come.draft;
  return (
    found.forgotten === true &&
    found.shownHere &&
    contentHash !== found.contentHash &&
    areDated(come, found) &&
    publishedAt - found.publishedAt > copiedWithinMs
  );
}

function areDated({ draft, now }: Come, found: Found): boolean {
  return isDated(draft.publishedAt, now) && isDated(found.publishedAt, found.acceptedAt);
}

function wasSeenLately({ now }: Come, { keySeenAt }: Found): boolean {
  return now - keySeenAt <= copiedWithinMs;
}

function isOfOneMoment(come: Come, found: Found): boolean {
  return areDated(come, found)
    ? Math.abs(come.draft.publishedAt - found.publishedAt) <= sameMomentMs
    : wasSeenLately(come, found);
}

/** Some feeds date whatever they show by when it is asked for. */
function isDatedByLook(come: Come, found: Found): boolean {
  const isFresh = (at: number, seenAt: number) => Math.abs(seenAt - at) <= freshMs;
  return (
    isFresh(come.draft.publishedAt, come.now) &&
    isFresh(found.publishedAt, found.acceptedAt) &&
    wasSeenLately(come, found)
  );
}

function isCopied(come: Come, found: Found): boolean {
  const { publishedAt, namedBy } = come.draft;
  if (Math.abs(publishedAt - found.publishedAt) <= copiedWithinMs) return true;
  // What has no id may have another date at every look.
  return (!areDated(come, found) || namedBy === 'words') && wasSeenLately(come, found);
}

export type Wording = Pick<Draft, 'title' | 'text' | 'contentHash'>;

/** What stands at one address and has a word in three of its title, or in four of all, from what stood there before. */
export function isRevised(entry: Wording, found: Wording): boolean {
  if (entry.contentHash === found.contentHash) return true;
  return isRetitled(entry.title, found.title) || sharedPart(pairOf(entry, found)) >= 1 / 4;
}

/** A word in three is the same. */
export function isRetitled(title: string, former: string): boolean {
  return sharedPart([tellingWords(title), tellingWords(former)]) >= 1 / 3;
}

function isReworded(entry: Draft, found: Found): boolean {
  const [a, b] = pairOf(entry, found);
  const all = a.union(b).size;
  return all === 0 || a.intersection(b).size / all >= 0.8;
}

type Words = ReadonlySet<string>;

/** Nobody reads further. */
function textOf({ title, text }: { readonly title: string; readonly text: string }): string {
  return `${title}\n${text.slice(0, 5000)}`;
}

function pairOf(entry: Wording, found: Wording): readonly [Words, Words] {
  return [tellingWords(textOf(entry)), tellingWords(textOf(found))];
}

/** Of the shorter one. */
function sharedPart([a, b]: readonly [Words, Words]): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : a.intersection(b).size / least;
}

/** Words of four letters and more; where words are not parted, pairs of characters. */
function tellingWords(text: string): Words {
  const plain = fold(text);
  if (unspacedLength(plain) <= plain.length / 3)
    return new Set(wordsOf(plain).filter((word) => word.length >= 4));
  const characters = Array.from(plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}
