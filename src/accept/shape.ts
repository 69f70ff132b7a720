/** What a line looks like, whatever its language: length, words, where sentences end. */

/** Characters of scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

export function unspacedLength(text: string): number {
  // Latin, Greek, Cyrillic, Arabic and the scripts of India lie below them all: most texts need no count.
  return /[\u0e00-\uffff]/.test(text) ? (text.match(unspaced)?.length ?? 0) : 0;
}

/** Such a character says about as much as two and a half letters, so that one bound serves all scripts. */
export function visualLength(text: string): number {
  return text.length + Math.round(unspacedLength(text) * 1.5);
}

/**
 * Words as written, at most `limit`. In scripts without spaces two characters count as one.
 * @param limit keeps the work small where only "at least so many" is asked
 */
export function wordsOf(text: string, limit: number = Number.POSITIVE_INFINITY): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(wordPattern)) {
    if (words.length >= limit) break;
    words.push(word);
  }
  return words;
}

const apart = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const wordPattern = new RegExp(
  String.raw`[${apart}][${apart}\p{M}ー]?|[[\p{L}\p{N}]--[${apart}]](?:[[\p{L}\p{M}\p{N}'’.&+\-]--[${apart}]]*[[\p{L}\p{M}\p{N}]--[${apart}]])?`,
  'gv',
);

/** Ends as a sentence does, in any script, behind closing quotes and brackets too. */
export function endsSentence(line: string): boolean {
  return /(?:[.!?…。！？｡؟۔।॥‽])["'”’»›」』）)\]]*$/u.test(line.slice(-8).trimEnd());
}

/** How many sentences end within the line: a mark with a space and a capital (or an uncased letter) behind it. */
export function sentenceEndsWithin(line: string): number {
  return line.match(/[.!?…؟۔।]["'”’»)\]]* +["'“‘«([]*[\p{Lu}\p{Lo}\p{N}]|[。！？](?=.)/gu)?.length ?? 0;
}
