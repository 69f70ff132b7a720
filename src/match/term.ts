import type { QueryLeaf, QueryPlace } from '../domain.ts';
import { type Analysis, longestSearchTerm } from '../language/analyze.ts';
import { isFunctionWordSomewhere } from '../language/function-words.ts';
import { lexiconEntry } from '../language/lexicon.ts';
import type { Read } from '../language/mentions.ts';
import { stemsOf } from '../language/stem.ts';
import { type Facts, hasFact, termsOfValue } from './facts.ts';
import { type FieldValue, readFieldValue } from './field-value.ts';
import { meantBy } from './meant-by.ts';
import { hasWord, hasWordBeginning, type Span, spansOfBeginning, spansOfPhrase } from './phrase.ts';
import { type PlainWord, plainWords } from './plain-words.ts';

/** What one term of a query looks for. */
export type Term =
  | {
      readonly kind: 'meaning';
      readonly entry: string;
      readonly name: string;
      readonly place: QueryPlace | undefined;
    }
  | WordsTerm
  | { readonly kind: 'field'; readonly value: FieldValue };

/** Words next to each other: inflected, or `exact` as they stand; of a `prefix` only the beginning of the last. */
interface WordsTerm {
  readonly kind: 'words';
  readonly words: readonly PlainWord[];
  readonly exact: boolean;
  readonly capitals: boolean;
  readonly prefix: boolean;
  readonly place: QueryPlace | undefined;
}

/** Acronyms up to this length may be small words too ("IT", "US", "WHO"). */
const longestAmbiguousAcronym = 3;

export function termOf(leaf: QueryLeaf): Term {
  if (leaf.kind === 'field') {
    const value = readFieldValue(leaf.field, leaf.text);
    if (value === undefined) throw new Error(`the parser let ${leaf.field}:${leaf.text} pass`);
    return { kind: 'field', value };
  }
  const { kind, text, place } = leaf;
  const entry = kind === 'term' ? meantBy(text) : undefined;
  if (entry) return { kind: 'meaning', entry: entry.id, name: entry.name, place };
  const words = plainWords(text);
  const [only, ...more] = words;
  const short = only !== undefined && more.length === 0 && only.folded.length <= longestAmbiguousAcronym;
  const capitals = kind === 'term' && short && isFunctionWordSomewhere(only.folded);
  return { kind: 'words', words, exact: kind !== 'term', capitals, prefix: kind === 'prefix', place };
}

/** Where the article meets the term, in the order of the text, found as they are asked for. None for a field. */
export function spansOf(term: Term, analysis: Analysis): Iterable<Span> {
  if (term.kind === 'field') return [];
  if (term.kind === 'words') return spansOfWords(term, analysis);
  const spans = spansOfMeaning(term, analysis);
  return term.place === 'title' ? inTitle(spans, analysis) : spans;
}

/** Whether to know if it is met takes a look or two, whatever the text. */
export function isLookedUp(term: Term): boolean {
  return term.kind === 'meaning' || (term.kind === 'words' && isPlain(term) && !term.prefix && !term.exact);
}

/** One word, wherever it stands and however it is written. */
function isPlain({ words, place, capitals }: WordsTerm): boolean {
  return words.length === 1 && place !== 'title' && !capitals;
}

export function isMet(term: Term, analysis: Analysis, facts: Facts): boolean {
  if (term.kind === 'field') return hasFact(term.value, facts);
  if (term.kind === 'words' && isPlain(term)) {
    const only = term.words[0] as PlainWord;
    return term.prefix ? hasWordBeginning(only.folded, analysis) : hasWord(only, term.exact, analysis);
  }
  for (const _ of spansOf(term, analysis)) return true;
  return false;
}

function spansOfMeaning(
  { entry, place }: Extract<Term, { kind: 'meaning' }>,
  { meanings }: Analysis,
): Iterable<Span> {
  const meant = meanings.get(entry);
  // Named once among the background at the end, the article is not about it.
  return meant && (meant.strength !== 'aside' || place === 'mentions') ? meant.mentions : [];
}

/** The title comes first. */
function* inTitle(spans: Iterable<Span>, { titleTokens }: Analysis): Generator<Span> {
  for (const span of spans) {
    if (span.first >= titleTokens) return;
    yield span;
  }
}

/** What any article that meets a term has: by it queries are looked up instead of tried one after the other. */
export type Key =
  | { readonly kind: 'meaning'; readonly entry: string }
  /** Two characters of a script without spaces, next to each other. */
  | { readonly kind: 'pair'; readonly folded: string }
  /** Itself, or another word with its stem in the article's language. */
  | { readonly kind: 'word'; readonly word: PlainWord }
  /** A word that begins so. */
  | { readonly kind: 'prefix'; readonly folded: string }
  /** As of `Facts.terms`. */
  | { readonly kind: 'fact'; readonly term: string };

/** An article that meets the term has at least one of them; none if no article can meet it. */
export function keysOfTerm(term: Term): readonly Key[] {
  if (term.kind === 'meaning') return [{ kind: 'meaning', entry: term.entry }];
  if (term.kind === 'field') return termsOfValue(term.value).map((fact) => ({ kind: 'fact', term: fact }));
  const [last] = term.words.slice(-1);
  if (term.prefix && term.words.length === 1 && last) return [{ kind: 'prefix', folded: last.folded }];
  const whole = term.prefix ? term.words.slice(0, -1) : term.words;
  const key = keyOfWords(whole);
  return key ? [key] : [];
}

function keyOfWords(words: readonly PlainWord[]): Key | undefined {
  const pair = words.findIndex((word, at) => word.single && words[at + 1]?.single === true);
  if (pair >= 0)
    return { kind: 'pair', folded: (words[pair]?.folded ?? '') + (words[pair + 1]?.folded ?? '') };
  const [first, ...more] = words;
  if (!first) return undefined;
  const word = more.reduce((best, one) => (one.folded.length > best.folded.length ? one : best), first);
  return { kind: 'word', word };
}

/**
 * Search terms of which any article with this key has at least one, in whatever language it is.
 * @returns undefined if it may be any article: what begins a word is not kept
 */
export function searchTermsOf(key: Key): readonly string[] | undefined {
  switch (key.kind) {
    case 'prefix':
      return undefined;
    case 'fact':
      return [key.term];
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
  if (term.kind === 'field') return selectivityOfField[term.value.field];
  // Behind everything that search can look up.
  if (term.prefix && term.words.length === 1) return 1;
  return Math.max(...term.words.map((word) => (word.single ? 3 : word.folded.length)));
}

const selectivityOfField: Readonly<Record<FieldValue['field'], number>> = {
  lang: 0.5,
  source: 3.5,
  tag: 4,
  author: 5,
};

function spansOfWords(term: WordsTerm, analysis: Analysis): Iterable<Span> {
  const { words, exact, capitals, prefix, place } = term;
  const end = place === 'title' ? analysis.titleTokens : analysis.reads.length;
  if (prefix) return spansOfBeginning(words, analysis, end);
  return capitals ? spansInCapitals(words, analysis, end) : spansOfPhrase(words, exact, analysis, end);
}

/** One after the other: of a word that every text is full of, there may be very many that are none. */
function* spansInCapitals(words: readonly PlainWord[], analysis: Analysis, end: number): Generator<Span> {
  for (const { first, last } of spansOfPhrase(words, false, analysis, end))
    if (inCapitals(analysis.reads[first])) yield { first, last };
}

function inCapitals(read: Read | undefined): boolean {
  if (!read) return false;
  return read.casing
    ? read.shape === 'UPPER' || read.shape === 'uncased' || read.shape === 'number'
    : !read.functionWord;
}
