/** Finds the words that rang in a text that is shown, so that the eye finds them too. */

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts `text` at every occurrence of `words`, as they are written. Joined, the segments are the text again.
 * Scripts that part words by spaces are marked at whole words only ("AWS", never the end of "laws").
 */
export function markWords(text: string, words: readonly string[]): readonly Segment[] {
  // The longest first: "Amazon Web Services" is one mark, not "Amazon" and two bare words.
  const wanted = [...new Set(words)]
    .filter((word) => word.trim() !== '')
    .toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(`(${wanted.map(wholeWord).join('|')})`, 'gu');
  // A split by one group gives what is between and what was found in turns.
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, marked: at % 2 === 1 }))
    .filter((segment) => segment.text !== '');
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
const startsWithLetter = new RegExp(`^${letter}`, 'u');
const endsWithLetter = new RegExp(`${letter}$`, 'u');
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

function wholeWord(word: string): string {
  const escaped = RegExp.escape(word);
  if (unspaced.test(word)) return escaped;
  const before = startsWithLetter.test(word) ? `(?<!${letter})` : '';
  const after = endsWithLetter.test(word) ? `(?!${letter})` : '';
  return before + escaped + after;
}
