import type { Language } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { hasStemmer, stemOnce } from '../language/stem.ts';
import type { PlainWord } from './plain-words.ts';

/** Values filed under typed words, found by an article that has the word or another with its stem. */
export interface WordIndex<V> {
  readonly add: (word: PlainWord, value: V) => void;
  readonly remove: (word: PlainWord, value: V) => void;
  /** Everything filed under a word of the article. A value may come more than once. */
  readonly find: (analysis: Analysis) => Iterable<V>;
}

/** All that was filed under one spelling. */
interface Posting<V> {
  readonly word: PlainWord;
  readonly values: V[];
}

/**
 * Nobody knows in which language an article with a typed word will come, and to stem each word in all of them costs
 * most of the time and memory of loading. The words are stemmed in a language when its first article comes: a moment's
 * work, 2 µs for each word. Only stems that differ from the word are kept.
 */
export function createWordIndex<V>(): WordIndex<V> {
  const bySurface = new Map<string, Posting<V>>();
  const byFolded = new Map<string, Posting<V>[]>();
  const byStem = new Map<Language, Map<string, Posting<V>[]>>();

  return {
    add(word, value) {
      const known = bySurface.get(word.surface);
      if (known) {
        known.values.push(value);
        return;
      }
      const posting = { word, values: [value] };
      bySurface.set(word.surface, posting);
      file(byFolded, word.folded, posting);
      for (const [language, stems] of byStem) fileByStem(stems, language, posting);
    },
    remove(word, value) {
      const posting = bySurface.get(word.surface);
      if (!posting) return;
      takeOut(posting.values, value);
      if (posting.values.length > 0) return;
      bySurface.delete(word.surface);
      unfile(byFolded, word.folded, posting);
      for (const [language, stems] of byStem) unfile(stems, stemOnce(word.surface, language), posting);
    },
    *find(analysis) {
      const stems = hasStemmer(analysis.language) ? stemsIn(analysis.language) : undefined;
      for (const key of analysis.places.keys()) {
        for (const posting of byFolded.get(key) ?? []) yield* posting.values;
        for (const posting of stems?.get(key) ?? []) yield* posting.values;
      }
    },
  };

  function stemsIn(language: Language): Map<string, Posting<V>[]> {
    const known = byStem.get(language);
    if (known) return known;
    const stems = new Map<string, Posting<V>[]>();
    for (const posting of bySurface.values()) fileByStem(stems, language, posting);
    byStem.set(language, stems);
    return stems;
  }
}

function fileByStem<V>(stems: Map<string, Posting<V>[]>, language: Language, posting: Posting<V>): void {
  const stemmed = stemOnce(posting.word.surface, language, posting.word.folded);
  if (stemmed !== posting.word.folded) file(stems, stemmed, posting);
}

function file<V>(under: Map<string, Posting<V>[]>, key: string, posting: Posting<V>): void {
  const there = under.get(key);
  if (there) there.push(posting);
  else under.set(key, [posting]);
}

function unfile<V>(under: Map<string, Posting<V>[]>, key: string, posting: Posting<V>): void {
  const there = under.get(key);
  if (!there) return;
  takeOut(there, posting);
  if (there.length === 0) under.delete(key);
}

function takeOut<T>(from: T[], one: T): void {
  const at = from.indexOf(one);
  if (at >= 0) from.splice(at, 1);
}
