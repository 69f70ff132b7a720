/** The countries that a text names, in whatever language: "Allemagne", "Германии" and "Germany" are DE. */
import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { stem } from '../language/stem.ts';

/** The most words a country's name has: "Papua New Guinea", "São Tomé and Príncipe". */
export const longestPlace = 4;

/**
 * @param words folded, joined by a space (by nothing in scripts without spaces)
 * @param language the one they were written in
 * @returns ISO 3166 code
 */
export function countryOf(words: string, language: Language): string | undefined {
  return countriesIn(language).get(words);
}

/** Names and their stems, from the Unicode CLDR that is part of the runtime. Made when a language is first met. */
function countriesIn(language: Language): ReadonlyMap<string, string> {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const countries = new Map<string, string>();
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name === undefined) continue;
      countries.set(fold(name), code);
      if (!/\s/.test(name)) countries.set(stem(name, language), code);
    }
  }
  byLanguage.set(language, countries);
  return countries;
}

const byLanguage = new Map<Language, ReadonlyMap<string, string>>();

/** Pairs of letters that CLDR knows as a country; those without a name fall away. "EU" and "UN" are among them. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const codes = letters.flatMap((a) => letters.map((b) => a + b));
