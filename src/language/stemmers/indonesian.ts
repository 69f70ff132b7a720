import { stemmer as snowball } from '@orama/stemmers/indonesian';

/**
 * Takes what leans on an Indonesian word ("-nya", "-lah") and the prefixes of voice ("mengakuisisi", "diakuisisi").
 * Snowball's stemmer goes on to the root, and then "pendanaan" (funding) is "dana" (money), and a cloud that slides
 * ("meluncur") is launched ("meluncurkan"): nouns in pe-, ke- and -an, and the ending -kan, are kept here.
 * @param word in lower case
 */
export function stemIndonesian(word: string): string {
  const bare = word.replace(leaning, (found) => (word.length - found.length >= 4 ? '' : found));
  if (!voice.test(bare)) return bare;
  const root = snowball(bare);
  return bare.endsWith('kan') && !root.endsWith('kan') ? `${root}kan` : root;
}

const leaning = /(?:nya|lah|kah|pun)$/;
const voice = /^(?:di|me|ter)[a-z]{5,}$/;
