import { meaningOf } from '../language/lexicon.ts';
import type { LexiconEntry } from '../language/lexicon/entry.ts';
import { hyphenate, plainWords } from './plain-words.ts';

/** The known thing that a term names; undefined where it is just words. What its canonical form names, it names too. */
export function meantBy(typed: string): LexiconEntry | undefined {
  const known = meaningOf(typed);
  if (known) return known;
  const plain = hyphenate(plainWords(typed));
  return plain === typed.toLowerCase() ? undefined : meaningOf(plain);
}
