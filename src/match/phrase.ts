/** Where an article has words next to each other: inflected, as they stand, or begun. */
import type { Analysis } from '../language/analyze.ts';
import type { Read } from '../language/mentions.ts';
import { stem } from '../language/stem.ts';
import { placesOfAll, wordsBeginning } from './beginnings.ts';
import { inOrder } from './in-order.ts';
import type { PlainWord } from './plain-words.ts';
import { placesOfRepeated } from './repeated-phrase.ts';

/** A stretch of an article: numbers of its first and last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * In the order of the text, found as they are asked for.
 * @param exact not inflected
 * @param end only what begins before this token
 */
export function* spansOfPhrase(
  words: readonly PlainWord[],
  exact: boolean,
  analysis: Analysis,
  end = analysis.reads.length,
): Generator<Span> {
  const wanted = wantedOf(words, exact, analysis);
  const rarest = rarestOf(wanted, analysis);
  if (rarest === undefined) return;
  const { at: anchor, count } = rarest;
  if (words.length > 1 && count * words.length > mostSteps)
    return yield* spansOfRepeated(wanted, analysis, end);
  for (const place of placesOf(wanted[anchor] as Wanted, analysis)) {
    const first = place - anchor;
    if (first >= end) return;
    if (first >= 0 && standsAt(wanted, first, analysis.reads))
      yield { first, last: first + words.length - 1 };
  }
}

/** The words, the last of which may go on. */
export function* spansOfBeginning(
  words: readonly PlainWord[],
  analysis: Analysis,
  end = analysis.reads.length,
): Generator<Span> {
  const begun = words.at(-1)?.folded ?? '';
  const before = wantedOf(words.slice(0, -1), true, analysis);
  const beginning = wordsBeginning(begun, analysis);
  if (beginning.length === 0) return;
  if (before.length === 0) {
    for (const place of inOrder(beginning.map(({ places }) => places))) {
      if (place >= end) return;
      yield { first: place, last: place };
    }
    return;
  }
  // Whichever is there less often is looked at.
  const most = (rarestOf(before, analysis)?.count ?? 0) / 2;
  const places = placesOfAll(beginning, most);
  if (places === undefined) return yield* spansGoingOn(words, begun, analysis, end);
  const stands = places.filter((last) => goesOnAt(last, analysis) && standsBefore(before, last, analysis));
  for (const last of stands.toSorted((a, b) => a - b)) {
    const first = last - before.length;
    if (first < end) yield { first, last };
  }
}

/** Whether there is one at all, which is less work than to say where. */
export function hasWord({ surface, folded }: PlainWord, exact: boolean, analysis: Analysis): boolean {
  const { places, reads, language } = analysis;
  if (exact) return places.get(folded)?.some((at) => reads[at]?.word.folded === folded) === true;
  return places.has(folded) || places.has(stem(surface, language, folded));
}

export function hasWordBeginning(begun: string, analysis: Analysis): boolean {
  return wordsBeginning(begun, analysis).length > 0;
}

interface Wanted {
  readonly folded: string;
  /** Undefined: only as it stands. */
  readonly stem: string | undefined;
}

function wantedOf(words: readonly PlainWord[], exact: boolean, { language }: Analysis): readonly Wanted[] {
  return words.map(({ surface, folded }) => ({
    folded,
    stem: exact ? undefined : stem(surface, language, folded),
  }));
}

/** A word of a text may be the stem of the wanted one, or have it for its stem ("meeting", "meetings"). */
function isWanted({ folded, stem: stemmed }: Wanted, { word }: Pick<Read, 'word'>): boolean {
  if (word.folded === folded) return true;
  if (stemmed === undefined) return false;
  return word.stem === stemmed || word.folded === stemmed || word.stem === folded;
}

/** Which word stands in the fewest places. @returns undefined if one of them stands nowhere */
function rarestOf(
  wanted: readonly Wanted[],
  { places }: Analysis,
): { readonly at: number; readonly count: number } | undefined {
  let rarest: { readonly at: number; readonly count: number } | undefined;
  for (const [at, word] of wanted.entries()) {
    const inflected =
      word.stem === undefined || word.stem === word.folded ? undefined : places.get(word.stem);
    const count = (places.get(word.folded)?.length ?? 0) + (inflected?.length ?? 0);
    if (count === 0) return undefined;
    if (rarest === undefined || count < rarest.count) rarest = { at, count };
  }
  return rarest;
}

/** Where the article has the word, or another with its stem. */
function placesOf(word: Wanted, { places }: Analysis): Iterable<number> {
  const asWritten = places.get(word.folded) ?? [];
  if (word.stem === undefined || word.stem === word.folded) return asWritten;
  const inflected = places.get(word.stem) ?? [];
  if (asWritten.length === 0) return inflected;
  return inflected.length === 0 ? asWritten : inOrder([asWritten, inflected].toSorted(byFirst));
}

function byFirst(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) - (b[0] ?? 0);
}

function standsAt(wanted: readonly Wanted[], first: number, reads: readonly Read[]): boolean {
  for (let n = 0; n < wanted.length; n++) {
    const [word, read] = [wanted[n], reads[first + n]];
    if (!word || !read || (n > 0 && read.breakBefore === 'sentence')) return false;
    if (!isWanted(word, read)) return false;
  }
  return true;
}

function* spansGoingOn(
  words: readonly PlainWord[],
  begun: string,
  analysis: Analysis,
  end: number,
): Generator<Span> {
  const before = words.slice(0, -1);
  const goesOn = (at: number): boolean =>
    analysis.reads[at]?.word.folded.startsWith(begun) === true && goesOnAt(at, analysis);
  const [only, ...more] = before;
  if (only && more.length === 0) {
    // Mostly so ("kite-surf*"), and a small word may stand very often without what follows.
    for (const first of analysis.places.get(only.folded) ?? []) {
      if (first >= end) return;
      if (goesOn(first + 1) && analysis.reads[first]?.word.folded === only.folded)
        yield { first, last: first + 1 };
    }
    return;
  }
  for (const { first, last } of spansOfPhrase(before, true, analysis, end))
    if (goesOn(last + 1)) yield { first, last: last + 1 };
}

function goesOnAt(at: number, { reads }: Analysis): boolean {
  return reads[at]?.breakBefore !== 'sentence';
}

function standsBefore(before: readonly Wanted[], at: number, { reads }: Analysis): boolean {
  return at >= before.length && standsAt(before, at - before.length, reads);
}

/** Beyond them the text repeats the words of the phrase. */
const mostSteps = 4_096;

function* spansOfRepeated(wanted: readonly Wanted[], analysis: Analysis, end: number): Generator<Span> {
  const phrase = wanted.map((one) => ({
    keys: [...new Set([one.folded, one.stem ?? one.folded])],
    isMetBy: (word: Read['word']) => isWanted(one, { word }),
  }));
  for (const first of placesOfRepeated(phrase, analysis, end))
    yield { first, last: first + wanted.length - 1 };
}
