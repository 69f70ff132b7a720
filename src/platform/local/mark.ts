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
    .filter((word) => word.trim() !== '' && text.includes(word))
    .toSorted((a, b) => b.length - a.length);
  const segments: Segment[] = [];
  let shown = 0;
  let at = 0;
  while (at < text.length) {
    const word = wanted.find((one) => text.startsWith(one, at) && isWhole(text, at, one));
    if (word === undefined) {
      at += sizeAt(text, at);
      continue;
    }
    if (at > shown) segments.push({ text: text.slice(shown, at), marked: false });
    segments.push({ text: word, marked: true });
    at += word.length;
    shown = at;
  }
  if (shown < text.length) segments.push({ text: text.slice(shown), marked: false });
  return segments;
}

// Made once: to make one for the words of each text takes longer than all else that is done to render an alert.
const startsWithLetter = /^[\p{L}\p{M}\p{N}]/u;
const endsWithLetter = /[\p{L}\p{M}\p{N}]$/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

function isWhole(text: string, at: number, word: string): boolean {
  if (unspaced.test(word)) return true;
  const end = at + word.length;
  const goesOnBefore =
    startsWithLetter.test(word) && endsWithLetter.test(text.slice(Math.max(0, at - 2), at));
  return !goesOnBefore && !(endsWithLetter.test(word) && startsWithLetter.test(text.slice(end, end + 2)));
}

/** A character beyond the first 65,536 has two halves. */
function sizeAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
