import type { Language } from '../domain.ts';
import { stem } from '../language/stem.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { sentencesOf } from '../language/sentences.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { withoutDateline } from './dateline.ts';
import { isNegated, isTurn } from './turn.ts';
import { isFurniture, leansOnContext } from './weak-sentence.ts';

/** A sentence and what it is worth in a summary. */
export interface Scored {
  readonly text: string;
  /** Counts sentences from 0. */
  readonly place: number;
  /** 0: it is the page's own, or says what the title says. */
  readonly score: number;
  /** Its words that carry meaning. */
  readonly stems: ReadonlySet<string>;
  /** Cannot be understood without the sentence before it. */
  readonly leans: boolean;
  /** The page's own and not the article's: never to be told. */
  readonly furniture: boolean;
  /** It denies, settles or corrects what others say. */
  readonly turns: boolean;
  /** There is a "not" in it. */
  readonly negated: boolean;
}

/** Sentences beyond are background; reading them would cost more than they could be worth. */
const mostSentences = 60;
/** In UTF-16 units: more than 60 sentences of any article, and little enough that a text of any length is summarized at once. */
const mostCharacters = 20_000;

/** A dateline stands before the first sentence; a subtitle may stand before that. */
const mostDatelines = 3;

/** Of the article's first 60 sentences, as far as they end within its first 20,000 characters. */
export function scoreSentences(article: {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}): readonly Scored[] {
  const sentences = firstSentences(article);
  const title = stemsOf(tokenize(article.title), article.language);
  const titleNegated = isNegated(article.title);
  const read = sentences.map((sentence) => {
    const tokens = tokenize(sentence.text);
    return { sentence, tokens, stems: stemsOf(tokens, article.language) };
  });
  const weights = wordWeights(
    read.map((one) => one.stems),
    title,
  );
  return read.map(({ sentence, tokens, stems }, place) => {
    const lined = startsLine(article.text, sentence.start) && endsLine(article.text, sentence.end);
    const text = place < mostDatelines ? withoutDateline(flat(sentence.text)) : flat(sentence.text);
    const furniture = isFurniture(sentence.text, tokens, lined);
    const turns = isTurn(text, article.language);
    const negated = isNegated(text);
    const same =
      !turns && negated === titleNegated && repeats(stems, title, factStems(tokens, article.language));
    const worth = furniture || same ? 0 : 1;
    const leans = leansOnContext(text, article.language);
    const score =
      worth * placeWeight(place) * (leans ? 0.5 : 1) * (contentOf(stems, weights) + factsIn(tokens));
    return { text, place, score, stems, leans, furniture, turns, negated };
  });
}

function firstSentences({ text, language }: { readonly text: string; readonly language: Language }) {
  const sentences = sentencesOf(text.slice(0, mostCharacters), language);
  // The last one may go on behind the cut. If it is the only one, its beginning is better than nothing.
  const whole = text.length > mostCharacters && sentences.length > 1 ? sentences.slice(0, -1) : sentences;
  return whole.slice(0, mostSentences);
}

/** The first sentences are written to be read alone; the worth of a place falls quickly and then stays. */
function placeWeight(place: number): number {
  return 0.3 + 1.7 / (1 + place * 0.6);
}

/** How much of what the article keeps coming back to is in a sentence; long ones gain, but less and less. */
function contentOf(stems: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const one of stems) sum += weights.get(one) ?? 0;
  return sum / Math.sqrt(stems.size + 4);
}

/** Names and numbers are what an alert is read for. */
function factsIn(tokens: readonly Token[]): number {
  const names = tokens.filter(
    (token, at) => at > 0 && (token.shape === 'Capital' || token.shape === 'UPPER'),
  ).length;
  const numbers = tokens.filter((token) => /\p{N}/u.test(token.surface)).length;
  return Math.min(names, 4) * 0.12 + Math.min(numbers, 3) * 0.2;
}

const titleWeight = 1.5;

function wordWeights(
  sentences: ReadonlyArray<ReadonlySet<string>>,
  title: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stems of sentences) for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Map(
    [...counts].map(([one, count]) => [one, Math.log2(1 + count) * 0.5 + (title.has(one) ? titleWeight : 0)]),
  );
}

/**
 * The title stands above the summary already: a sentence that adds next to nothing to it is wasted. A place, a name or a
 * number is something.
 */
function repeats(
  stems: ReadonlySet<string>,
  title: ReadonlySet<string>,
  facts: ReadonlySet<string>,
): boolean {
  const added = stems.difference(title);
  return stems.size > 0 && added.size <= Math.min(1, stems.size / 5) && added.isDisjointFrom(facts);
}

/** Names and numbers; the first word of a sentence has a capital whatever it is. */
function factStems(tokens: readonly Token[], language: Language): ReadonlySet<string> {
  return stemsOf(
    tokens.filter(
      (token, at) =>
        /\p{N}/u.test(token.surface) || (at > 0 && (token.shape === 'Capital' || token.shape === 'UPPER')),
    ),
    language,
  );
}

function stemsOf(tokens: readonly Token[], language: Language): ReadonlySet<string> {
  const words = tokens.filter(
    (token) =>
      !isFunctionWord(token.surface, language) && (token.shape !== 'lower' || token.surface.length > 2),
  );
  return new Set(pairs(words).map((word) => stem(word, language)));
}

/** Single characters of scripts without spaces mean little alone: they are taken in pairs. */
function pairs(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (token.shape !== 'one') return [token.surface];
    const next = tokens[at + 1];
    return next?.shape === 'one' && next.start === token.end ? [token.surface + next.surface] : [];
  });
}

function startsLine(text: string, start: number): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

function endsLine(text: string, end: number): boolean {
  return /^\s*(?:\n|$)/.test(text.slice(end, end + 4));
}

/** On one line, without the mark of a list; a long dash is a quotation's. */
function flat(sentence: string): string {
  return sentence.replace(/\s+/g, ' ').replace(/^[-*•‣▪●◦·] (?=\S)/, '');
}
