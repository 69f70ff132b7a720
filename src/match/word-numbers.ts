import type { Analysis } from '../language/analyze.ts';
import type { Word } from '../language/lexicon/grammar.ts';

/** An article's words as numbers: a long text can then be read through for a phrase at a nanosecond or two a word. */
export interface WordNumbers {
  /** For each token the number of its word, from 1; negative where a sentence begins. Words that are met alike share one. */
  readonly ofTokens: Int32Array;
  /** By number; the first is nobody's. */
  readonly words: ReadonlyArray<Word | undefined>;
  /** Numbers of the words that have this folded form or stem. */
  readonly knownBy: (key: string) => ReadonlySet<number>;
}

/** Made when an article is first asked for a phrase of words that it repeats very often. */
export function wordNumbersOf(analysis: Analysis): WordNumbers {
  const known = made.get(analysis) ?? makeWordNumbers(analysis);
  made.set(analysis, known);
  return known;
}

const made = new WeakMap<Analysis, WordNumbers>();

function makeWordNumbers({ reads, places }: Analysis): WordNumbers {
  const ofTokens = new Int32Array(reads.length);
  const words: Array<Word | undefined> = [undefined];
  const numbers = new Map<Word, number>();
  const alike = new Map<string, number>();
  const numberOf = (word: Word): number => {
    const key = `${word.folded} ${word.stem}`;
    const number = alike.get(key) ?? words.push(word) - 1;
    alike.set(key, number);
    numbers.set(word, number);
    return number;
  };
  for (const [at, { word, breakBefore }] of reads.entries()) {
    const number = numbers.get(word) ?? numberOf(word);
    ofTokens[at] = breakBefore === 'sentence' ? -number : number;
  }
  // Looked for where the article has the key, each key once: together no more work than reading it twice.
  const byKey = new Map<string, ReadonlySet<number>>();
  return {
    ofTokens,
    words,
    knownBy(key) {
      const known =
        byKey.get(key) ?? new Set((places.get(key) ?? []).map((at) => Math.abs(ofTokens[at] ?? 0)));
      byKey.set(key, known);
      return known;
    },
  };
}
