import type { Language } from '../domain.ts';
import { english, englishDirect } from './en.ts';
import { frenchDirect, frenchTexts } from './fr.ts';
import type { Texts } from './texts.ts';

/** One for each UI language. */
export const allTexts: readonly Texts[] = [english, frenchTexts];

const inChannels = byLanguage(allTexts);
const inDirect = byLanguage([englishDirect, frenchDirect]);

/** The words in that language ("fr-CA" is read as "fr"); English where we have none. */
export function textsFor(language: Language): Texts {
  return inChannels.get(primary(language)) ?? english;
}

/** The same for somebody's own messages with the bot, which nobody calls a channel. */
export function directTextsFor(language: Language): Texts {
  return inDirect.get(primary(language)) ?? englishDirect;
}

function byLanguage(all: readonly Texts[]): ReadonlyMap<Language, Texts> {
  return new Map(all.map((texts) => [texts.language, texts]));
}

function primary(language: Language): Language {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}
