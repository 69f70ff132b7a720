import type { QueryLeaf } from '../domain.ts';
import { plainWords, type PlainWord } from './plain-words.ts';
import { queryBounds, QueryError } from './query-error.ts';
import type { Lexeme } from './query-lexer.ts';

const stars = /[*＊]/g;

export function hasStar({ text }: Lexeme): boolean {
  return /[*＊]/.test(text);
}

/** "!?" and a lone "*" are none. */
export function isWord({ text }: Lexeme): boolean {
  return plainWords(text.replaceAll(stars, ' ')).length > 0;
}

/** A bare word, or the beginning of one: "crypto*". Throws `QueryError`. @param lexeme with `isWord` */
export function readWord(lexeme: Lexeme): QueryLeaf {
  if (!hasStar(lexeme)) return { kind: 'term', text: lexeme.text };
  const [begun = '', ...more] = lexeme.text.split(stars);
  const last = plainWords(begun).at(-1);
  if (last === undefined || more.length !== 1 || more[0] !== '')
    throw new QueryError('star', lexeme.at, lexeme.text);
  // Without spaces between words, whatever begins so is what has it.
  if (last.single) return { kind: 'exact', text: begun };
  if (isTooShort(last)) throw new QueryError('short-prefix', lexeme.at, lexeme.text);
  return { kind: 'prefix', text: begun };
}

/** A letter of Hangul or kana is a syllable. */
function isTooShort({ folded }: PlainWord): boolean {
  const least = /^[\p{Script=Hangul}\p{Script=Katakana}]/u.test(folded)
    ? queryBounds.prefix - 1
    : queryBounds.prefix;
  return Array.from(folded).length < least;
}
