import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { calledIn } from '../language/lexicon/called.ts';
import type { LexiconEntry } from '../language/lexicon/entry.ts';

/**
 * How else a known thing is written, for people to see what a subscription rings for: its name, then spellings that the
 * reader knows, then those of other languages in the reader's script. The typed one and mere variants of it are left out.
 */
export function alsoWritten(
  entry: LexiconEntry,
  typed: string,
  language: Language,
  most: number,
): readonly string[] {
  const { id, name, kind, forms } = entry;
  const words = calledIn(id);
  const others =
    kind === 'name'
      ? [...readable(forms['any']), ...readable(forms[language])].filter((form) => !isPhrase(form))
      : // That it rings in all languages is said besides: a word of the reader's own and of two others will do.
        [words.get(language) ?? name, ...words.values()];
  const shown: string[] = [];
  for (const form of [name, ...others]) {
    if (shown.length === most) break;
    if (![typed, ...shown].some((one) => isVariant(form, one))) shown.push(form);
  }
  return shown;
}

/** Forms of a name that are said as they are written: without gaps and signs, the first of several choices (notation: `lexicon/entry.ts`). */
function readable(forms = ''): readonly string[] {
  return forms
    .split(';')
    .map((form) =>
      form
        .trim()
        .replaceAll(/[\^=]|(?<=[^\s/])\/\S+/g, '')
        .replaceAll('_', ' '),
    )
    .filter((form) => /^[\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d .&'’+-]*$/u.test(form));
}

/** "the platform X", "retailer Target": words that tell a name, and no other name. */
function isPhrase(form: string): boolean {
  return /(?:^| )\p{Ll}+ | \p{Ll}/u.test(form);
}

/** One has the other in it ("Amazon Web Service", "Ölkonzern Shell"), or only signs tell them apart. */
function isVariant(a: string, b: string): boolean {
  const [one = '', other = ''] = [a, b].map(
    (words) =>
      ` ${fold(words)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
  );
  const [joinedOne, joinedOther] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')];
  return (
    one.includes(other) ||
    other.includes(one) ||
    joinedOne.startsWith(joinedOther) ||
    joinedOther.startsWith(joinedOne)
  );
}
