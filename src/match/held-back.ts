/** Why an article does not meet a term: the nearest that it has, and the rule by which that does not count. */
import type { QueryField } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { isFunctionWordSomewhere } from '../language/function-words.ts';
import { grammarOf, lexiconEntry, meaningOf } from '../language/lexicon.ts';
import { findMasked, findMentions, type Mention, type Read } from '../language/mentions.ts';
import { sentenceAround, wordsBetween } from '../language/quote.ts';
import { spansElsewhere } from '../language/subject.ts';
import { slipsAllowed, slipsBetween, typedLetters } from './distance.ts';
import type { Facts } from './facts.ts';
import { shownFact } from './matcher.ts';
import type { Leaf } from './plan.ts';
import type { Span } from './phrase.ts';
import { plainWords } from './plain-words.ts';
import { spansOf, type Term } from './term.ts';

export type HeldBack =
  /** Nothing like it. */
  | { readonly kind: 'absent' }
  /** It must be absent, and is not. */
  | { readonly kind: 'excluded' }
  /** Named in passing only: `mentions:` would ring. */
  | { readonly kind: 'in passing' }
  /** Said not to happen: `mentions:` would ring. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'not in title' }
  /** The word is there for something else; `by` are the words that tell so. */
  | { readonly kind: 'other sense'; readonly by: readonly string[] }
  /** It happens outside technology, where the article is from; `by` are words that tell so. */
  | { readonly kind: 'other trade'; readonly by: readonly string[] }
  /** In small letters it is an ordinary word. */
  | { readonly kind: 'small letters' }
  /** Said in other words, while quotes ask for these. */
  | { readonly kind: 'other words'; readonly meaning?: string | undefined }
  /** All of its words are there, but not next to each other. */
  | { readonly kind: 'apart' }
  /** Only inside longer words. */
  | { readonly kind: 'inside a word' }
  | { readonly kind: 'similar' }
  /** What the article has instead. */
  | { readonly kind: 'field'; readonly field: QueryField; readonly has: string };

/** @param leaf not met by the article. @returns `words` as they stand there, and the sentence of the first */
export function heldBack(
  { term, text }: Leaf,
  analysis: Analysis,
  facts: Facts,
): {
  readonly held: HeldBack;
  readonly words: readonly string[];
  readonly sentence?: string | undefined;
} {
  if (term.kind === 'field')
    return {
      held: { kind: 'field', field: term.value.field, has: shownFact(term.value.field, facts) },
      words: [],
    };
  for (const look of term.kind === 'meaning' ? looksForMeaning(term) : looksForWords(term, text)) {
    const near = look(analysis);
    if (near) return shown(near, analysis);
  }
  return { held: { kind: 'absent' }, words: [] };
}

interface Near {
  readonly held: HeldBack;
  readonly spans: readonly Span[];
}

type Look = (analysis: Analysis) => Near | undefined;

const mostWords = 3;
/** Places that are looked at: what comes later in a long text tells no more. */
const mostSpans = 100;

function shown({ held, spans }: Near, analysis: Analysis) {
  const [first] = spans;
  return {
    held,
    words: wordsOf(spans, analysis),
    sentence: first && sentenceAround(analysis, first.first),
  };
}

function looksForMeaning(term: Extract<Term, { kind: 'meaning' }>): readonly Look[] {
  const { entry, name, place } = term;
  const words = plainWords(name);
  return [
    ({ meanings }) => {
      const { mentions: spans = [], aside } = meanings.get(entry) ?? {};
      if (spans.length === 0) return undefined;
      if (aside === 'denied') return { held: { kind: 'denied' }, spans };
      return { held: { kind: place === 'title' ? 'not in title' : 'in passing' }, spans };
    },
    (analysis) => anotherSense(entry, analysis),
    (analysis) =>
      standsOtherwise(
        entry,
        words.map(({ folded }) => folded),
        analysis,
      ),
    (analysis) =>
      insideWords(
        words.map(({ folded }) => folded),
        analysis,
      ),
  ];
}

function looksForWords(term: Extract<Term, { kind: 'words' }>, text: string): readonly Look[] {
  const folded = term.words.map((word) => word.folded);
  return [
    (analysis) => {
      const spans = term.place === 'title' ? firstOf(spansOf({ ...term, place: undefined }, analysis)) : [];
      return spans.length > 0 ? { held: { kind: 'not in title' }, spans } : undefined;
    },
    (analysis) => {
      const spans = term.capitals ? firstOf(spansOf({ ...term, capitals: false }, analysis)) : [];
      if (spans.length === 0) return undefined;
      // Shouted, it has capitals that tell nothing.
      const small = spans.some(({ first }) => analysis.reads[first]?.shape !== 'UPPER');
      return { held: small ? { kind: 'small letters' } : { kind: 'other sense', by: [] }, spans };
    },
    (analysis) => inOtherWords(term, text, analysis),
    (analysis) => wordsApart(folded, analysis),
    (analysis) => insideWords(folded, analysis),
    (analysis) => similarWord(folded, analysis),
  ];
}

/** The entry's own forms, where the article was found to mean something else by them. */
function anotherSense(entry: string, analysis: Analysis): Near | undefined {
  const own = mentionsIn(analysis).get(entry) ?? [];
  const spans = own.filter(({ role }) => role !== 'against' && role !== 'hint');
  if (spans.length === 0) return partOfOther(entry, analysis);
  const sense = otherSense(entry, spans, analysis);
  return lexiconEntry(entry)?.kind === 'concept' ? notOfTechnology(sense, spans, analysis) : sense;
}

/** Part of something else: "500 postes de stationnement". */
function partOfOther(entry: string, analysis: Analysis): Near | undefined {
  const { reads, language } = analysis;
  const masked = findMasked(reads, grammarOf(language), language)
    .filter(({ mention }) => mention.entry === entry && mention.role !== 'against' && mention.role !== 'hint')
    .slice(0, mostSpans);
  if (masked.length === 0) return undefined;
  // "Licenciement d'un" is no more telling than the word alone.
  const telling = masked.filter(({ by }) => !isFunctionWordSomewhere(reads[by.last]?.surface ?? ''));
  const against = wordsAgainst(entry, analysis);
  const by =
    against.length > 0
      ? against
      : wordsOf(
          telling.map((one) => one.by),
          analysis,
        );
  return { held: { kind: 'other sense', by }, spans: masked.map(({ mention }) => mention) };
}

/** What a concept's words say is clear, unless words of another sense are there: what is not is where it happens. */
function notOfTechnology(sense: Near, spans: readonly Mention[], analysis: Analysis): Near {
  const isClear = spans.some(({ role }) => role === 'general' || role === 'certain');
  if (!isClear || (sense.held.kind === 'other sense' && sense.held.by.length > 0)) return sense;
  const met = [...mentionsIn(analysis).values()].flat();
  return { held: { kind: 'other trade', by: wordsOf(spansElsewhere(met, analysis.reads), analysis) }, spans };
}

function otherSense(entry: string, spans: readonly Span[], analysis: Analysis): Near {
  const small = spans.every(({ first }) => isSmall(analysis.reads[first]));
  const by = wordsAgainst(entry, analysis);
  return small && by.length === 0
    ? { held: { kind: 'small letters' }, spans }
    : { held: { kind: 'other sense', by }, spans };
}

function wordsAgainst(entry: string, analysis: Analysis): readonly string[] {
  const own = mentionsIn(analysis).get(entry) ?? [];
  return wordsOf(
    own.filter(({ role }) => role === 'against'),
    analysis,
  );
}

/** As they stand there; the first few. */
function wordsOf(spans: readonly Span[], analysis: Analysis): readonly string[] {
  const words = spans.slice(0, mostSpans).map(({ first, last }) => wordsBetween(analysis, first, last));
  return [...new Set(words)].slice(0, mostWords);
}

const found = new WeakMap<Analysis, ReadonlyMap<string, readonly Mention[]>>();

function mentionsIn(analysis: Analysis): ReadonlyMap<string, readonly Mention[]> {
  const { reads, language } = analysis;
  const known =
    found.get(analysis) ??
    Map.groupBy(findMentions(reads, grammarOf(language), language), (mention) => mention.entry);
  found.set(analysis, known);
  return known;
}

/** Its name is there, but no form of the entry: part of another name ("Amazon rainforest"), or in small letters ("it"). */
function standsOtherwise(entry: string, folded: readonly string[], analysis: Analysis): Near | undefined {
  const spans = spansInOrder(folded, analysis);
  return spans.length === 0 ? undefined : otherSense(entry, spans, analysis);
}

function isSmall(read: Read | undefined): boolean {
  return read?.casing === true && read.shape === 'lower';
}

function inOtherWords(
  term: Extract<Term, { kind: 'words' }>,
  text: string,
  analysis: Analysis,
): Near | undefined {
  if (!term.exact || term.prefix) return undefined;
  const inflected = firstOf(spansOf({ ...term, exact: false, place: undefined }, analysis));
  if (inflected.length > 0) return { held: { kind: 'other words' }, spans: inflected };
  const entry = meaningOf(text.replace(/^title:/, '').replaceAll('"', ''));
  const spans = (entry && analysis.meanings.get(entry.id)?.mentions) ?? [];
  return spans.length > 0 ? { held: { kind: 'other words', meaning: entry?.name }, spans } : undefined;
}

function wordsApart(folded: readonly string[], { places, reads }: Analysis): Near | undefined {
  if (folded.length < 2) return undefined;
  const each = folded.map((word) => places.get(word)?.find((at) => reads[at]?.word.folded === word));
  const spans = each.flatMap((at) => (at === undefined ? [] : [{ first: at, last: at }]));
  return spans.length === folded.length ? { held: { kind: 'apart' }, spans } : undefined;
}

/** Two letters of an alphabet stand in every other word by chance: that tells nobody anything. */
const alphabetic = /^\p{Script=Latin}+$/u;

function insideWords(folded: readonly string[], { reads }: Analysis): Near | undefined {
  const [word, ...more] = folded;
  if (word === undefined || more.length > 0 || word.length < (alphabetic.test(word) ? 3 : 2))
    return undefined;
  const spans = placesWhere(
    reads,
    (read) => read.word.folded.length > word.length && read.word.folded.includes(word),
  );
  return spans.length > 0 ? { held: { kind: 'inside a word' }, spans } : undefined;
}

function similarWord(folded: readonly string[], { reads }: Analysis): Near | undefined {
  const [word, ...more] = folded;
  if (word === undefined || more.length > 0) return undefined;
  const letters = typedLetters(word);
  const most = slipsAllowed(letters.length);
  if (most === 0) return undefined;
  const judged = new Map<string, boolean>();
  const spans = placesWhere(reads, ({ word: { folded: one } }) => {
    const known = judged.get(one) ?? slipsBetween(letters, typedLetters(one), most) <= most;
    judged.set(one, known);
    return known;
  });
  return spans.length > 0 ? { held: { kind: 'similar' }, spans } : undefined;
}

function placesWhere(reads: readonly Read[], fits: (read: Read) => boolean): readonly Span[] {
  return firstOf(
    (function* () {
      for (const [at, read] of reads.entries()) if (fits(read)) yield { first: at, last: at };
    })(),
  );
}

function spansInOrder(folded: readonly string[], { places, reads }: Analysis): readonly Span[] {
  const [first = ''] = folded;
  const begins = (places.get(first) ?? []).filter((at) =>
    folded.every((word, n) => reads[at + n]?.word.folded === word),
  );
  return begins.slice(0, mostSpans).map((at) => ({ first: at, last: at + folded.length - 1 }));
}

function firstOf(spans: Iterable<Span>): readonly Span[] {
  return [...Iterator.from(spans).take(mostSpans)];
}
