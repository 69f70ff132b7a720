/**
 * Light stemming after "light10" (Larkey, Ballesteros, Connell 2007): the article with what leans on it in front, and
 * the commonest endings behind. Root extraction would make one word of "وظائف" (jobs) and "توظيف" (hiring).
 * @param word folded: without vowel marks, with bare alif, "ه" for "ة" and "ي" for "ى"
 */
export function stemArabic(word: string): string {
  const bare = word.replace(front, (found) => (word.length - found.length >= 3 ? '' : found));
  return bare.replace(behind, (found) => (bare.length - found.length >= 3 ? '' : found));
}

const front = /^(?:وبال|وال|بال|كال|فال|ولل|لل|ال)/;
const behind = /(?:ها|ان|ات|ون|ين|يه|ه|ي)$/;
