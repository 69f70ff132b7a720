/** Numbers, lists and plurals of one language, and the typography that people who read it expect. */
import type { Language } from '../domain.ts';

interface Typeset {
  /** "10,000", "10 000". */
  readonly number: (value: number) => string;
  /** "A, B and C". */
  readonly and: (items: readonly string[]) => string;
  /** "A, B or C". */
  readonly or: (items: readonly string[]) => string;
  /** Of a language by its code, in this one: "German", "allemand"; the code itself where nobody has a name for it. */
  readonly languageName: (code: Language) => string;
  /** `#` stands for the number: `counted(2, '# article', '# articles')`. */
  readonly counted: (count: number, one: string, other: string) => string;
}

/** @param locale BCP 47; a region decides the conventions ("en-GB": 24 hours, day before month). */
export function typesetFor(locale: Language): Typeset {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    number: (value) => numbers.format(value),
    and: (items) => conjunction.format(items),
    or: (items) => disjunction.format(items),
    languageName: (code) => languages.of(code) ?? code,
    counted(count, one, other) {
      const form = plurals.select(count) === 'one' ? one : other;
      return form.replaceAll('#', numbers.format(count));
    },
  };
}

const noBreak = '\u00A0';
const thinNoBreak = '\u202F';

/**
 * French as it is set: typographic apostrophes, no line break inside « … » or before : ; ! ?.
 * A template tag, because what a person typed (a query, a URL) comes in as a value and must stay as typed.
 */
export function french(literals: TemplateStringsArray, ...values: readonly string[]): string {
  return literals.map((literal, index) => setFrench(literal) + (values[index] ?? '')).join('');
}

function setFrench(literal: string): string {
  return literal
    .replaceAll("'", '’')
    .replaceAll('« ', `«${thinNoBreak}`)
    .replaceAll(' »', `${thinNoBreak}»`)
    .replaceAll(/ (?=[;!?])/g, thinNoBreak)
    .replaceAll(/ (?=:)/g, noBreak);
}
