/** Finds a phrase in a text that repeats its words very often, where trying each of their places would take too long. */
import type { Analysis } from '../language/analyze.ts';
import type { Word } from '../language/lexicon/grammar.ts';
import { type Grams, gramsOf } from './grams.ts';
import { inOrder } from './in-order.ts';
import { readThrough } from './read-through.ts';
import { type WordNumbers, wordNumbersOf } from './word-numbers.ts';

/** A word of the phrase. */
export interface PhraseWord {
  /** Under which of `Analysis.places` it is filed. */
  readonly keys: readonly string[];
  readonly isMetBy: (word: Word) => boolean;
}

/**
 * Looks where the rarest few of its words stand together. Where even they are everywhere, reads the text through once.
 * @param phrase at least two words
 * @param end only what begins before this token
 * @returns its first tokens, in order
 */
export function* placesOfRepeated(
  phrase: readonly PhraseWord[],
  analysis: Analysis,
  end: number,
): Generator<number> {
  const numbers = wordNumbersOf(analysis);
  const fitting = phrase.map((word) => numbersOf(word, numbers));
  const rarest = rarestGram(fitting, analysis);
  const most = rarest ? rarest.count * phrase.length : Number.POSITIVE_INFINITY;
  if (!rarest || most > numbers.ofTokens.length) return yield* placesReadThrough(fitting, numbers, end);
  for (const place of inOrder(rarest.lists)) {
    const first = place - rarest.at;
    if (first >= end) return;
    if (first >= 0 && standsAt(fitting, first, numbers.ofTokens)) yield first;
  }
}

function standsAt(fitting: ReadonlyArray<readonly number[]>, first: number, ofTokens: Int32Array): boolean {
  for (let n = 0; n < fitting.length; n++) {
    const number = ofTokens[first + n] ?? 0;
    if (!(fitting[n] as readonly number[]).includes(n === 0 ? Math.abs(number) : number)) return false;
  }
  return true;
}

function numbersOf({ keys, isMetBy }: PhraseWord, { words, knownBy }: WordNumbers): readonly number[] {
  const found = new Set<number>();
  for (const key of keys) {
    for (const number of knownBy(key)) {
      const word = words[number];
      if (word && isMetBy(word)) found.add(number);
    }
  }
  return [...found];
}

/** Words looked up together. More would be rarer still, but their forms multiply. */
const longestGram = 4;
/** A word has several forms; few of them together are looked up one by one. */
const mostForms = 64;

interface Rarest {
  /** Where in the phrase. */
  readonly at: number;
  readonly count: number;
  /** As `inOrder` wants them. */
  readonly lists: readonly Int32Array[];
}

/** @returns undefined if all have too many forms */
function rarestGram(fitting: ReadonlyArray<readonly number[]>, analysis: Analysis): Rarest | undefined {
  const length = Math.min(longestGram, fitting.length);
  const grams = gramsIn(analysis, length);
  let rarest: Rarest | undefined;
  for (let at = 0; at + length <= fitting.length; at++) {
    const words = fitting.slice(at, at + length);
    if (words.reduce((forms, one) => forms * one.length, 1) > mostForms) continue;
    const lists = listsOf(words, grams);
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    if (!rarest || count < rarest.count) rarest = { at, count, lists };
    if (count === 0) break;
  }
  return rarest;
}

function listsOf(words: ReadonlyArray<readonly number[]>, grams: Grams): readonly Int32Array[] {
  let together: ReadonlyArray<readonly number[]> = [[]];
  for (const forms of words) together = together.flatMap((some) => forms.map((one) => [...some, one]));
  const lists = together.map((numbers) => grams.placesOf(numbers)).filter((list) => list.length > 0);
  return lists.toSorted((a, b) => (a[0] as number) - (b[0] as number));
}

const made = new WeakMap<Analysis, Map<number, Grams>>();

function gramsIn(analysis: Analysis, length: number): Grams {
  const byLength = made.get(analysis) ?? new Map<number, Grams>();
  made.set(analysis, byLength);
  const known = byLength.get(length) ?? gramsOf(wordNumbersOf(analysis).ofTokens, length);
  byLength.set(length, known);
  return known;
}

function* placesReadThrough(
  fitting: ReadonlyArray<readonly number[]>,
  { ofTokens, words }: WordNumbers,
  end: number,
): Generator<number> {
  const placesIn = new Map<number, number[]>();
  for (const [n, numbers] of fitting.entries()) {
    for (const number of numbers) {
      const there = placesIn.get(number);
      if (there) there.push(n);
      else placesIn.set(number, [n]);
    }
  }
  const readOn = readThrough(placesIn, fitting.length, ofTokens, words.length);
  const most = end + fitting.length - 1;
  for (let last = readOn(most); last !== undefined; last = readOn(most)) yield last + 1 - fitting.length;
}
