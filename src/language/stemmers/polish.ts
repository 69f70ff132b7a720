/**
 * Takes the endings of Polish nouns and adjectives away, one layer, longest first, never leaving less than four
 * letters. Verbs change their stems ("zwolnić", "zwalniać"): the lexicon lists those by prefix.
 * @param word folded: "ł" is "l", "ę" is "e"
 */
export function stemPolish(word: string): string {
  return word.replace(ending, (found) => (word.length - found.length >= 4 ? '' : found));
}

const ending =
  /(?:iami|iach|iego|iemu|owie|owej|ego|emu|ami|ach|ich|ych|imi|ymi|owi|iom|iem|ow|om|em|ie|ia|iu|ej|im|ym|io|e|a|y|i|u|o)$/;
