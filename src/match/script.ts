const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Hangul',
  'Katakana',
  'Hiragana',
  'Han',
  'Thai',
] as const;

const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/** The script of the first letter that has one; "" if none has. */
export function scriptOf(word: string): string {
  for (const letter of word) {
    const found = patterns.find(([, pattern]) => pattern.test(letter));
    if (found) return found[0];
  }
  return '';
}
