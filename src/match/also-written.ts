import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';
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
  const shown: string[] = [];
  const known = [typed];
  const take = (forms: readonly string[], mostOfThem: number): void => {
    const others = forms.filter((form) => !known.some((one) => isVariant(form, one)));
    // One after the other: the second may be a variant of the first.
    for (const form of others.slice(0, mostOfThem)) {
      if (shown.length === most || known.some((one) => isVariant(form, one))) continue;
      known.push(form);
      shown.push(form);
    }
  };
  const { name, kind, forms } = entry;
  take([name], 1);
  if (kind === 'name') take([...readable(forms['any']), ...readable(forms[language])], most);
  // The lexicon has what is said most in front; of each other language one is enough: that it rings in all is said besides.
  else for (const one of new Set([language, ...neighbours])) take(readable(forms[one]), 1);
  return shown;
}

const neighbours: readonly Language[] = ['fr', 'de', 'es', 'en'];

/** Forms that are said as they are written: without gaps and signs, the first of several choices (notation: `lexicon/entry.ts`). */
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

/** One begins with the other ("Amazon Web Service"), or only signs tell them apart. */
function isVariant(a: string, b: string): boolean {
  const [one, other] = [a, b].map((word) => fold(word).replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return one?.startsWith(other ?? '') === true || other?.startsWith(one ?? '') === true;
}
