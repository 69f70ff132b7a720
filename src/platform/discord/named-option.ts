/** Names and descriptions of options, in every UI language that Discord has. */
import type { LocalizationMap } from 'discord.js';
import type { DiscordTexts } from '../../messages/discord-texts.ts';
import type { Texts } from '../../messages/texts.ts';

/** Published: 100 characters. */
export const mostInDescription = 100;

export function namedOption(
  of: (texts: DiscordTexts) => { readonly name: string; readonly description: string },
  main: Texts,
  others: readonly Texts[],
) {
  const { name, description } = of(main.discord);
  return {
    name,
    name_localizations: inEach(others, ({ discord }) => of(discord).name),
    description: description.slice(0, mostInDescription),
    description_localizations: inEach(others, ({ discord }) =>
      of(discord).description.slice(0, mostInDescription),
    ),
  };
}

export function choicesOf<Value extends string | number, Key>(
  all: ReadonlyArray<readonly [value: Value, key: Key]>,
  nameOf: (key: Key, texts: Texts) => string,
  main: Texts,
  others: readonly Texts[],
) {
  return all.map(([value, key]) => ({
    name: nameOf(key, main),
    name_localizations: inEach(others, (texts) => nameOf(key, texts)),
    value,
  }));
}

export function inEach(all: readonly Texts[], say: (texts: Texts) => string): LocalizationMap {
  return Object.fromEntries(
    all.flatMap((texts) => texts.discord.locales.map((locale) => [locale, say(texts)])),
  );
}
