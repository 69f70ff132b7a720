import { type Analysis, longestSearchTerm } from '../language/analyze.ts';
import { isFunctionWordSomewhere } from '../language/function-words.ts';
import { lexiconEntry, meaningOf } from '../language/lexicon.ts';
import type { Read } from '../language/mentions.ts';
import { stem, stemsOf } from '../language/stem.ts';
import { type PlainWord, plainWords } from './plain-words.ts';

/** What one term of a query looks for. */
export type Term =
  | { readonly kind: 'meaning'; readonly entry: string; readonly name: string }
  /** Words next to each other: inflected, or `exact` as they stand. */
  | {
      readonly kind: 'words';
      readonly words: readonly PlainWord[];
      readonly exact: boolean;
      readonly capitals: boolean;
    };

/** A stretch of an article that met a term: numbers of its first and last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Acronyms up to this length may be small words too ("IT", "US", "WHO"). */
const longestAmbiguousAcronym = 3;

export function termOf(node: { readonly kind: 'term' | 'exact'; readonly text: string }): Term {
  const entry = node.kind === 'term' ? meaningOf(node.text) : undefined;
  if (entry) return { kind: 'meaning', entry: entry.id, name: entry.name };
  const words = plainWords(node.text);
  const [only, ...more] = words;
  const short = only !== undefined && more.length === 0 && only.folded.length <= longestAmbiguousAcronym;
  const capitals = node.kind === 'term' && short && isFunctionWordSomewhere(only.folded);
  return { kind: 'words', words, exact: node.kind === 'exact', capitals };
}

/** Where the article meets the term, in the order of the text, found as they are asked for. */
export function spansOf(term: Term, analysis: Analysis): Iterable<Span> {
  if (term.kind === 'words') return spansOfWords(term, analysis);
  const meant = analysis.meanings.get(term.entry);
  // Named once among the background at the end, the article is not about it.
  return meant && meant.strength !== 'aside' ? meant.mentions : [];
}

export function isMet(term: Term, analysis: Analysis): boolean {
  const only = term.kind === 'words' && term.words.length === 1 && !term.capitals ? term.words[0] : undefined;
  if (only && term.kind === 'words') return placesOf(only, term.exact, analysis).length > 0;
  for (const _ of spansOf(term, analysis)) return true;
  return false;
}

/** What any article that meets a term has: by it queries are looked up instead of tried one after the other. */
export type Key =
  | { readonly kind: 'meaning'; readonly entry: string }
  /** Two characters of a script without spaces, next to each other. */
  | { readonly kind: 'pair'; readonly folded: string }
  /** Itself, or another word with its stem in the article's language. */
  | { readonly kind: 'word'; readonly word: PlainWord };

/** @returns undefined if no article can meet the term */
export function keyOf(term: Term): Key | undefined {
  if (term.kind === 'meaning') return { kind: 'meaning', entry: term.entry };
  const pair = term.words.findIndex((word, at) => word.single && term.words[at + 1]?.single === true);
  if (pair >= 0)
    return { kind: 'pair', folded: (term.words[pair]?.folded ?? '') + (term.words[pair + 1]?.folded ?? '') };
  const [first, ...more] = term.words;
  if (!first) return undefined;
  const word = more.reduce((best, one) => (one.folded.length > best.folded.length ? one : best), first);
  return { kind: 'word', word };
}

/** Search terms of which any article with this key has at least one, in whatever language it is. */
export function searchTermsOf(key: Key): readonly string[] {
  switch (key.kind) {
    case 'meaning':
      return [`@${key.entry}`];
    case 'pair':
      return [key.folded];
    case 'word': {
      const { surface, folded } = key.word;
      const spelled = new Set([folded, ...stemsOf(surface), ...stemsOf(folded)]);
      return [...spelled].filter((term) => term.length <= longestSearchTerm);
    }
  }
}

/** How many articles a term is likely to leave over: more is better to look up first. */
export function selectivityOf(term: Term): number {
  if (term.kind === 'meaning') return lexiconEntry(term.entry)?.kind === 'name' ? 6 : 3;
  return Math.max(...term.words.map((word) => (word.single ? 3 : word.folded.length)));
}

function* spansOfWords(
  { words, exact, capitals }: Extract<Term, { kind: 'words' }>,
  analysis: Analysis,
): Generator<Span> {
  const first = words[0];
  const places = first ? placesOf(first, exact, analysis) : [];
  if (places.length === 0) return;
  if (places.length * words.length > mostSteps * analysis.reads.length)
    return yield* spansAtOnce(words, exact, analysis);
  for (const at of places) {
    if (capitals && !inCapitals(analysis.reads[at])) continue;
    if (followed(words, exact, at, analysis)) yield { first: at, last: at + words.length - 1 };
  }
}

/** For each word of the text. More come only of a long phrase in a text that repeats itself. */
const mostSteps = 8;

/** Reads the text once, with one bit for each word of the phrase: set where the words up to it were just read (Shift-And). */
function* spansAtOnce(words: readonly PlainWord[], exact: boolean, analysis: Analysis): Generator<Span> {
  const whole = 1n << BigInt(words.length - 1);
  const bits = new Map<Read['word'], bigint>();
  const stems = words.map((word) => (exact ? undefined : stem(word.surface, analysis.language, word.folded)));
  let begun = 0n;
  for (const [at, read] of analysis.reads.entries()) {
    if (read.breakBefore === 'sentence') begun = 0n;
    let met = bits.get(read.word);
    if (met === undefined) {
      met = 0n;
      for (const [n, word] of words.entries())
        if (read.word.folded === word.folded || read.word.stem === stems[n]) met |= 1n << BigInt(n);
      bits.set(read.word, met);
    }
    begun = ((begun << 1n) | 1n) & met;
    if ((begun & whole) !== 0n) yield { first: at + 1 - words.length, last: at };
  }
}

function placesOf(word: PlainWord, exact: boolean, analysis: Analysis): readonly number[] {
  const asWritten = analysis.places.get(word.folded) ?? [];
  if (exact) return asWritten.filter((at) => analysis.reads[at]?.word.folded === word.folded);
  const stemmed = stem(word.surface, analysis.language, word.folded);
  if (stemmed === word.folded) return asWritten;
  const inflected = analysis.places.get(stemmed) ?? [];
  return asWritten.length === 0
    ? inflected
    : [...new Set([...asWritten, ...inflected])].toSorted((a, b) => a - b);
}

function followed(words: readonly PlainWord[], exact: boolean, at: number, analysis: Analysis): boolean {
  for (let n = 1; n < words.length; n++) {
    const [word, read] = [words[n], analysis.reads[at + n]];
    if (!word || !read || read.breakBefore === 'sentence') return false;
    const met =
      read.word.folded === word.folded ||
      (!exact && read.word.stem === stem(word.surface, analysis.language, word.folded));
    if (!met) return false;
  }
  return true;
}

function inCapitals(read: Read | undefined): boolean {
  if (!read) return false;
  return read.casing
    ? read.shape === 'UPPER' || read.shape === 'uncased' || read.shape === 'number'
    : !read.functionWord;
}
