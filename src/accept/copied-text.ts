/**
 * Whether two reports are the same text printed twice (agency copy, cross-posts), told by MinHash (Broder 1997): the
 * share of equal hashes estimates the share of common shingles (Jaccard similarity).
 */
import { fold } from '../language/fold.ts';
import { hashOf, mixed } from './hash.ts';
import { unspacedLength, wordsOf } from './shape.ts';

/**
 * Two halves of 32 hashes: of the text's shingles, and of what tells reports apart
 * (names, figures, the title). The estimate of each has a standard error of at most 1/(2·√32) = 0.09.
 */
const halfSize = 32;
/** Runs of five words; what an editor cuts or adds in one piece costs its own share only. */
const shingleWords = 5;
/** About the same stretch in a script without spaces. */
const shingleCharacters = 9;
/**
 * About 65 words. Shorter texts (a feed's summaries) can be equal by being one formula: what an outlet writes of itself,
 * or of the subject it has written of all week.
 */
const leastShingles = 60;
/** In scripts without capitals long shingles stand in for names: one changed figure breaks many. */
const longShingle = 3;
/**
 * The bounds lie where examples part. Agency copies with a mark in front, an added or dropped paragraph or an editor's
 * touches share 0.55 of their shingles and more; rewrites of one event share none. Reports from one template (results,
 * share sales, weather) and summaries with one formula may share all of them, but not half of their names, figures and
 * titles. Among 11,000 articles of 2004 to 2020 everything these bounds join is one event. What they miss, a copy cut
 * to its first half, only means two alerts.
 */
const sameText = 0.5;
const sameNames = 0.5;
/** Nobody reads further: what two texts share shows long before. */
const readCharacters = 50_000;

/** @returns 64 hashes, or none if the text is too short to tell */
export function copyHashesOf(report: { readonly title: string; readonly text: string }): readonly number[] {
  const text = report.text.slice(0, readCharacters);
  const shingles = shinglesOf(text, 1);
  if (shingles.size < leastShingles) return [];
  const telling = hasCapitals(text) ? tellingWordsOf(text) : shinglesOf(text, longShingle);
  return [...leastHashes(shingles), ...leastHashes(telling.union(hashesOf(wordsOf(report.title))))];
}

/** @returns how much of their text is the same, 0 to 1; 0 if either half is too unlike for a copy */
export function copiedShare(a: readonly number[], b: readonly number[]): number {
  if (a.length !== 2 * halfSize || b.length !== 2 * halfSize) return 0;
  const text = equalShare(a, b, 0);
  return text >= sameText && equalShare(a, b, halfSize) >= sameNames ? text : 0;
}

function equalShare(a: readonly number[], b: readonly number[], from: number): number {
  let equal = 0;
  for (let at = from; at < from + halfSize; at += 1) if (a[at] === b[at]) equal += 1;
  return equal / halfSize;
}

/** @param stretch how many times the usual width */
function shinglesOf(text: string, stretch: number): ReadonlySet<number> {
  const folded = fold(text);
  const unspaced = unspacedLength(folded) > folded.length / 3;
  const units = unspaced ? Array.from(folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')) : wordsOf(folded);
  const width = stretch * (unspaced ? shingleCharacters : shingleWords);
  const hashes = units.map(hashOf);
  return new Set(
    hashes.slice(0, Math.max(0, hashes.length - width + 1)).map((_, at) => joinedHash(hashes, at, width)),
  );
}

function joinedHash(hashes: readonly number[], from: number, width: number): number {
  let joined = 0;
  for (let at = from; at < from + width; at += 1) joined = mixed(Math.imul(joined, 31) + (hashes[at] ?? 0));
  return joined;
}

/** What tells two reports of one form apart: capitals in mid-sentence, and figures. Their small words are the form's. */
function tellingWordsOf(text: string): ReadonlySet<number> {
  return hashesOf(text.match(/(?<=[\p{L}\p{N},;]\s)\p{Lu}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*/gu) ?? []);
}

function hasCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Ll}/su.test(text) && unspacedLength(text) < text.length / 3;
}

function hashesOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map((word) => hashOf(fold(word))));
}

/** For each of 32 orders of all hashes, the least one of the set. */
function leastHashes(hashes: ReadonlySet<number>): readonly number[] {
  const least = new Uint32Array(halfSize).fill(0xffffffff);
  for (const hash of hashes) {
    for (let at = 0; at < halfSize; at += 1) {
      const value = mixed(hash ^ (seeds[at] ?? 0));
      if (value < (least[at] ?? 0)) least[at] = value;
    }
  }
  return [...least];
}

/** Fixed for ever: sketches are stored. */
const seeds: Uint32Array = Uint32Array.from({ length: halfSize }, (_, at) =>
  mixed(Math.imul(at + 1, 0x9e3779b9)),
);
