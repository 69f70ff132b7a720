/** Where an article has words next to each other: inflected, as they stand, or begun. */
import type { Analysis } from '../language/analyze.ts';
import type { Read } from '../language/mentions.ts';
import { stem } from '../language/stem.ts';
import type { PlainWord } from './plain-words.ts';

/** A stretch of an article: numbers of its first and last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** In the order of the text, found as they are asked for. @param exact not inflected */
export function* spansOfPhrase(
  words: readonly PlainWord[],
  exact: boolean,
  analysis: Analysis,
): Generator<Span> {
  const { reads, language } = analysis;
  const wanted = words.map(({ surface, folded }) => {
    return { folded, stem: exact ? undefined : stem(surface, language, folded) };
  });
  const rarest = rarestOf(wanted, analysis);
  if (rarest === undefined) return;
  const { at: anchor, count } = rarest;
  if (count * words.length > mostSteps * reads.length) return yield* spansAtOnce(wanted, analysis);
  for (const place of placesOf(wanted[anchor] as Wanted, analysis)) {
    const first = place - anchor;
    if (first >= 0 && standsAt(wanted, first, reads)) yield { first, last: first + words.length - 1 };
  }
}

/** The words, the last of which may go on. */
export function* spansOfBeginning(words: readonly PlainWord[], analysis: Analysis): Generator<Span> {
  const begun = words.at(-1)?.folded ?? '';
  if (words.length === 1) {
    for (const place of placesBeginning(begun, analysis)) yield { first: place, last: place };
    return;
  }
  for (const { first, last } of spansOfPhrase(words.slice(0, -1), true, analysis)) {
    const next = analysis.reads[last + 1];
    if (next && next.breakBefore !== 'sentence' && next.word.folded.startsWith(begun))
      yield { first, last: last + 1 };
  }
}

/** Whether there is one at all, which is less work than to say where. */
export function hasWord({ surface, folded }: PlainWord, exact: boolean, analysis: Analysis): boolean {
  const { places, reads, language } = analysis;
  if (exact) return places.get(folded)?.some((at) => reads[at]?.word.folded === folded) === true;
  return places.has(folded) || places.has(stem(surface, language, folded));
}

export function hasWordBeginning(begun: string, { places, reads }: Analysis): boolean {
  for (const [key, at] of places)
    if (key.startsWith(begun) && at.some((place) => reads[place]?.word.folded.startsWith(begun))) return true;
  return false;
}

interface Wanted {
  readonly folded: string;
  /** Undefined: only as it stands. */
  readonly stem: string | undefined;
}

/** Of each spelling; nobody is shown more of them. */
const mostPlaces = 1_000;

function placesBeginning(begun: string, { places, reads }: Analysis): readonly number[] {
  const found = new Set<number>();
  for (const [key, at] of places) {
    if (!key.startsWith(begun)) continue;
    for (const place of at.slice(0, mostPlaces))
      if (reads[place]?.word.folded.startsWith(begun)) found.add(place);
  }
  return [...found].toSorted((a, b) => a - b);
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
function placesOf(word: Wanted, { places }: Analysis): readonly number[] {
  const asWritten = places.get(word.folded) ?? [];
  if (word.stem === undefined || word.stem === word.folded) return asWritten;
  const inflected = places.get(word.stem) ?? [];
  if (asWritten.length === 0) return inflected;
  return inflected.length === 0
    ? asWritten
    : [...new Set([...asWritten, ...inflected])].toSorted((a, b) => a - b);
}

function standsAt(wanted: readonly Wanted[], first: number, reads: readonly Read[]): boolean {
  for (let n = 0; n < wanted.length; n++) {
    const [word, read] = [wanted[n], reads[first + n]];
    if (!word || !read || (n > 0 && read.breakBefore === 'sentence')) return false;
    if (read.word.folded !== word.folded && read.word.stem !== word.stem) return false;
  }
  return true;
}

/** For each word of the text. More come only of a long phrase in a text that repeats itself. */
const mostSteps = 8;

/** Reads the text once, with one bit for each word of the phrase: set where the words up to it were just read (Shift-And). */
function* spansAtOnce(wanted: readonly Wanted[], { reads }: Analysis): Generator<Span> {
  const whole = 1n << BigInt(wanted.length - 1);
  const bits = new Map<Read['word'], bigint>();
  let begun = 0n;
  for (const [at, read] of reads.entries()) {
    if (read.breakBefore === 'sentence') begun = 0n;
    let met = bits.get(read.word);
    if (met === undefined) {
      met = 0n;
      for (const [n, word] of wanted.entries())
        if (read.word.folded === word.folded || read.word.stem === word.stem) met |= 1n << BigInt(n);
      bits.set(read.word, met);
    }
    begun = ((begun << 1n) | 1n) & met;
    if ((begun & whole) !== 0n) yield { first: at + 1 - wanted.length, last: at };
  }
}
