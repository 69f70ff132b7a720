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

/** Where the article meets the term, in the order of the text; empty if it does not. */
export function spansOf(term: Term, analysis: Analysis): readonly Span[] {
  if (term.kind === 'words') return spansOfWords(term, analysis);
  const meant = analysis.meanings.get(term.entry);
  // Named once among the background at the end, the article is not about it.
  return meant && meant.strength !== 'aside' ? meant.mentions : [];
}

/** Search terms of which any article that meets the term has at least one. */
export function searchTermsOf(term: Term): readonly string[] {
  if (term.kind === 'meaning') return [`@${term.entry}`];
  const pair = term.words.findIndex((word, at) => word.single && term.words[at + 1]?.single === true);
  if (pair >= 0) return [(term.words[pair]?.folded ?? '') + (term.words[pair + 1]?.folded ?? '')];
  const longest = term.words.toSorted((a, b) => b.folded.length - a.folded.length)[0];
  if (!longest) return [];
  const spelled = new Set([longest.folded, ...stemsOf(longest.surface), ...stemsOf(longest.folded)]);
  return [...spelled].filter((key) => key.length <= longestSearchTerm);
}

/** How many articles a term is likely to leave over: more is better to look up first. */
export function selectivityOf(term: Term): number {
  if (term.kind === 'meaning') return lexiconEntry(term.entry)?.kind === 'name' ? 6 : 3;
  return Math.max(...term.words.map((word) => (word.single ? 3 : word.folded.length)));
}

function spansOfWords(term: Extract<Term, { kind: 'words' }>, analysis: Analysis): readonly Span[] {
  const first = term.words[0];
  if (!first) return [];
  const spans: Span[] = [];
  for (const at of placesOf(first, term.exact, analysis)) {
    const last = at + term.words.length - 1;
    if (term.capitals && !inCapitals(analysis.reads[at])) continue;
    if (followed(term.words, term.exact, at, analysis)) spans.push({ first: at, last });
  }
  return spans;
}

function placesOf(word: PlainWord, exact: boolean, analysis: Analysis): readonly number[] {
  const asWritten = analysis.places.get(word.folded) ?? [];
  if (exact) return asWritten.filter((at) => analysis.reads[at]?.word.folded === word.folded);
  const stemmed = stem(word.surface, analysis.language);
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
      (!exact && read.word.stem === stem(word.surface, analysis.language));
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
