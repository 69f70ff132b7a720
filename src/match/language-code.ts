import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';

/**
 * The language somebody names by its code ("fr", "fr-CA", "FRA") or its name in English, French or itself ("German",
 * "allemand", "Deutsch"). @returns the code as articles have it; undefined for what is no language
 */
export function languageCode(named: string): Language | undefined {
  const folded = fold(named.trim());
  const byName = codesByName().get(folded);
  if (byName !== undefined) return byName;
  const [code] = folded.split(/[-_]/);
  if (code === undefined || !/^[a-z]{2,3}$/.test(code)) return undefined;
  const one = oneCode(mistaken.get(code) ?? code);
  return one === 'und' || englishNames().of(one) !== undefined ? one : undefined;
}

/** One code for a language that has several: "nb" and "nn" are Norwegian, "fra" is "fr", "iw" is "he". */
export function oneCode(language: Language): Language {
  // Of "sh" there would be "sr-Latn".
  const [canonical = language] = (Intl.getCanonicalLocales(language)[0] ?? language).split('-');
  return canonical === 'nb' || canonical === 'nn' ? 'no' : canonical;
}

/** Its name, to be shown; the code itself where nobody has a name for it. */
export function languageName(language: Language, inLanguage: Language): string {
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(language) ?? language;
}

/** Codes of countries that people take for those of their languages, where they are none. */
const mistaken: ReadonlyMap<string, Language> = new Map([
  ['jp', 'ja'],
  ['cn', 'zh'],
  ['cz', 'cs'],
  ['dk', 'da'],
]);

/** Those that can be called by their names. */
const named =
  'en fr de es pt it nl sv da no fi is pl cs sk hu ro bg el tr ru uk sr hr sl lt lv et ar he fa hi bn ur ta te id ms vi th ja ko zh ca eu gl ga'.split(
    ' ',
  );

const englishNames = once(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

const codesByName = once(() => {
  const codes = new Map<string, Language>();
  for (const code of named)
    for (const inLanguage of [code, 'fr', 'en']) codes.set(fold(languageName(code, inLanguage)), code);
  return codes;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
