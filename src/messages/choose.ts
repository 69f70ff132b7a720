import type { Language } from '../domain.ts';
import { english } from './en.ts';
import { frenchTexts } from './fr.ts';
import type { Texts } from './texts.ts';

/** One for each UI language. */
export const allTexts: readonly Texts[] = [english, frenchTexts];

const byLanguage: ReadonlyMap<Language, Texts> = new Map(allTexts.map((texts) => [texts.language, texts]));

/** The words in that language ("fr-CA" is read as "fr"); English where we have none. */
export function textsFor(language: Language): Texts {
  return byLanguage.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;
}
