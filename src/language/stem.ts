import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import type { Language } from '../domain.ts';
import { boundedCache } from './bounded-cache.ts';
import { fold, lowerCase } from './fold.ts';
import { stemArabic } from './stemmers/arabic.ts';
import { stemEnglish } from './stemmers/english.ts';
import { stemKorean } from './stemmers/korean.ts';
import { stemPolish } from './stemmers/polish.ts';

/**
 * The folded stem of a word in a language: the same for all its inflected forms, as far as the language's stemmer goes.
 * A language without one, and a word in a script that is not the language's own, keep the folded word.
 */
export function stem(word: string, language: Language): string {
  const rule = rules.get(language);
  return rule?.script.test(word) === true ? rule.cached(word) : fold(word);
}

/** The distinct stems a word can have, over all languages: what an article in any language could know it by. */
export function stemsOf(word: string): readonly string[] {
  const stems = new Set([fold(word)]);
  for (const rule of rules.values()) if (rule.script.test(word)) stems.add(rule.cached(word));
  return [...stems];
}

export function hasStemmer(language: Language): boolean {
  return rules.has(language);
}

interface Rule {
  readonly script: RegExp;
  readonly cached: (word: string) => string;
}

const latin = /^[\p{Script=Latin}\p{M}\u00ad]+$/u;
const cyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u;

/** Words remembered by each stemmer: a stem costs a microsecond, a look-up a tenth. */
const halfOfCache = 4_000;

/** Stemmers of the Snowball family want accents, and we fold what they leave; our own light ones want folded words. */
function ruleFor(
  language: Language,
  script: RegExp,
  stemmer: (word: string) => string,
  wants: 'lower' | 'folded',
): Rule {
  const compute =
    wants === 'lower'
      ? (word: string) => fold(stemmer(lowerCase(word, language))) || fold(word)
      : (word: string) => stemmer(fold(word));
  return { script, cached: boundedCache(halfOfCache, compute) };
}

const rules: ReadonlyMap<Language, Rule> = new Map(
  (
    [
      ['en', latin, stemEnglish, 'lower'],
      ['fr', latin, french, 'lower'],
      ['de', latin, german, 'lower'],
      ['es', latin, spanish, 'lower'],
      ['pt', latin, portuguese, 'lower'],
      ['it', latin, italian, 'lower'],
      ['nl', latin, dutch, 'lower'],
      ['sv', latin, swedish, 'lower'],
      ['da', latin, danish, 'lower'],
      ['no', latin, norwegian, 'lower'],
      ['fi', latin, finnish, 'lower'],
      ['hu', latin, hungarian, 'lower'],
      ['ro', latin, romanian, 'lower'],
      ['tr', latin, turkish, 'lower'],
      ['id', latin, indonesian, 'lower'],
      ['pl', latin, stemPolish, 'folded'],
      ['ru', cyrillic, russian, 'lower'],
      ['uk', cyrillic, ukrainian, 'lower'],
      ['ar', /^\p{Script=Arabic}+$/u, stemArabic, 'folded'],
      ['hi', /^[\p{Script=Devanagari}\u200c\u200d]+$/u, hindi, 'lower'],
      ['ko', /^\p{Script=Hangul}+$/u, stemKorean, 'folded'],
    ] as const
  ).map(([language, script, stemmer, wants]) => [language, ruleFor(language, script, stemmer, wants)]),
);
