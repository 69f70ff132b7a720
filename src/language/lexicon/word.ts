import type { Language } from '../../domain.ts';
import { fold } from '../fold.ts';
import { stem } from '../stem.ts';

/** The ways a word can meet a word of a form. */
export type AtomKind = 'stem' | 'exact' | 'prefix' | 'name';

/** The key under which a form's word is filed among those of its kind. */
export function atomKey(kind: AtomKind, word: string, language: Language): string {
  switch (kind) {
    case 'stem':
      return stem(word, language);
    case 'exact':
    case 'prefix':
      return fold(word);
    case 'name':
      return nameKey(word);
  }
}

/** Whatever a form's word could know a word of an article by. */
export interface Spelling {
  readonly folded: string;
  readonly stem: string;
  /** As a name, with and without the endings that the language hangs on one. */
  readonly names: readonly string[];
}

export function spellingOf(word: string, language: Language): Spelling {
  const name = nameKey(word);
  return {
    folded: fold(word),
    stem: stem(word, language),
    names: [name, ...uninflectedNames(name, language)],
  };
}

/**
 * What two spellings of a name have in common. Accents stay in Latin script: "Über" is not Uber; the lexicon lists a
 * name with and without where both are written.
 */
export function nameKey(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  const folded = fold(word);
  if (latin.test(folded)) return word.normalize('NFKC').toLowerCase().replaceAll('\u00ad', '');
  if (cyrillic.test(folded)) return stem(folded, 'ru');
  if (arabic.test(folded)) return stem(folded, 'ar');
  return hangul.test(folded) ? stem(folded, 'ko') : folded;
}

/** What a name may be without what languages hang on it directly: a case ending, or another word in Katakana. */
export function uninflectedNames(name: string, language: Language): readonly string[] {
  if (katakana.test(name)) return without(joinedInKatakana, name, shortestKatakana);
  if (hangul.test(name)) return without(joinedInHangul, name, shortestHangul);
  if (arabic.test(name)) return without(leaningInArabic, name, shortestArabic);
  const genitive = genitiveS.has(language);
  if ((!genitive && language !== 'pl') || name.length < 4 || !latin.test(name)) return none;
  if (genitive) return name.endsWith('s') ? [name.slice(0, -1)] : none;
  const bare = name.replace(/(?:owi|iem|em|ie|ów|a|u|y|i|ę|ą|o)$/u, '');
  if (bare === name || bare.length < 3) return none;
  return bare.endsWith('ks') ? [bare, `${bare}a`, `${bare.slice(0, -2)}x`] : [bare, `${bare}a`];
}

function without(ending: RegExp, name: string, shortest: number): readonly string[] {
  const bare = name.replace(ending, '');
  return bare === name || bare.length < shortest ? none : [bare];
}

const none: readonly never[] = [];
const katakana = /^[\p{Script=Katakana}ー]+$/u;
/** What Japanese hangs on a company's name in one word: "アマゾンジャパン". */
const joinedInKatakana =
  /(?:ジャパン|コリア|チャイナ|アジア|グループ|ホールディングス|クラウド|モバイル|ペイ|ミュージック|テクノロジーズ?)$/u;
const shortestKatakana = 3;
/** What Korean hangs on a name besides particles: "아마존서" (from Amazon), "구글코리아", "애플측". */
const joinedInHangul = /(?:서|에선|측|측은|측이|사|와의|과의|코리아|재팬|차이나|그룹|홀딩스)$/u;
const shortestHangul = 2;
/** What Arabic writes in front of a name as one word with it: "and Google", "for Amazon". */
const leaningInArabic = /^(?:و|ف)?(?:و|ف|ب|ل|ك)/u;
const shortestArabic = 4;
const genitiveS = new Set(['de', 'sv', 'da', 'no', 'nb', 'nn', 'nl']);
const plain = /^[\x20-\x7e]*$/;
const latin = /^[\p{Script=Latin}\p{M}\p{N}&.+#$]+$/u;
const cyrillic = /^\p{Script=Cyrillic}/u;
const arabic = /^\p{Script=Arabic}/u;
const hangul = /^\p{Script=Hangul}/u;
