import type { Language } from '../../domain.ts';
import { fold } from '../fold.ts';
import { stem } from '../stem.ts';

/** The ways a word can meet a word of a form. */
export type AtomKind = 'stem' | 'exact' | 'prefix' | 'name';

/** The key under which a form's word is filed. */
export function atomKey(kind: AtomKind, word: string, language: Language): string {
  switch (kind) {
    case 'stem':
      return `s:${stem(word, language)}`;
    case 'exact':
      return `e:${fold(word)}`;
    case 'prefix':
      return `p:${fold(word)}`;
    case 'name':
      return `n:${nameKey(word)}`;
  }
}

/** All keys a word of an article could be filed under, prefixes aside. */
export function keysOfWord(word: string, language: Language): readonly string[] {
  const keys = [`s:${stem(word, language)}`, `e:${fold(word)}`];
  const name = nameKey(word);
  keys.push(`n:${name}`);
  for (const bare of uninflectedNames(name, language)) keys.push(`n:${bare}`);
  return keys;
}

/**
 * What two spellings of a name have in common. Accents stay in Latin script: "Über" is not Uber; the lexicon lists a
 * name with and without where both are written.
 */
function nameKey(word: string): string {
  const folded = fold(word);
  if (latin.test(folded)) return word.normalize('NFKC').toLowerCase().replaceAll('\u00ad', '');
  if (cyrillic.test(folded)) return stem(folded, 'ru');
  if (arabic.test(folded)) return stem(folded, 'ar');
  return hangul.test(folded) ? stem(folded, 'ko') : folded;
}

/** What a name may be without the case ending of languages that hang one on it directly. */
function uninflectedNames(name: string, language: Language): readonly string[] {
  if (!latin.test(name) || name.length < 4) return [];
  if (genitiveS.has(language)) return name.endsWith('s') ? [name.slice(0, -1)] : [];
  if (language !== 'pl') return [];
  const bare = name.replace(/(?:owi|iem|em|ie|a|u|y|i|ę|ą|o)$/u, '');
  return bare === name || bare.length < 3 ? [] : [bare, `${bare}a`];
}

const genitiveS = new Set(['de', 'sv', 'da', 'no', 'nb', 'nn', 'nl']);
const latin = /^[\p{Script=Latin}\p{M}\p{N}&.+#$]+$/u;
const cyrillic = /^\p{Script=Cyrillic}/u;
const arabic = /^\p{Script=Arabic}/u;
const hangul = /^\p{Script=Hangul}/u;
