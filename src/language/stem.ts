import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
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
import { stemIndonesian } from './stemmers/indonesian.ts';
import { stemKorean } from './stemmers/korean.ts';
import { stemPolish } from './stemmers/polish.ts';

/**
 * The folded stem of a word in a language: the same for all its inflected forms, as far as the language's stemmer goes.
 * A language without one, and a word in a script that is not the language's own, keep the folded word.
 * @param folded the folded word, from whoever has it: folding costs as much as stemming
 */
export function stem(word: string, language: Language, folded?: string): string {
  const rule = ruleOf(word, language);
  return rule ? rule.cached(word) : (folded ?? fold(word));
}

/** The same, remembering nothing: for words that are looked at once, of which there may be very many. */
export function stemOnce(word: string, language: Language, folded?: string): string {
  const rule = ruleOf(word, language);
  return rule ? rule.compute(word) : (folded ?? fold(word));
}

/** What is longer is no word of any language, and some stemmers would take the square of its length. */
const longestStemmed = 100;

function ruleOf(word: string, language: Language): Rule | undefined {
  const rule = word.length > longestStemmed ? undefined : rules.get(language);
  return rule?.script.test(word) === true ? rule : undefined;
}

/**
 * What every word of a language that has this stem begins with, folded; at most three letters, "" where the stemmer
 * promises nothing. A word that begins otherwise need not be stemmed to know that its stem is another one.
 */
export function frontOf(stemmed: string, language: Language): string {
  const keeps = rules.get(language)?.keeps ?? 0;
  return stemmed.slice(0, Math.min(keeps, Math.max(0, stemmed.length - 1)));
}

/**
 * The distinct stems a word can have, over all languages: what an article in any language could know it by. An article
 * may also have the stem itself for a word ("meeting", for "meetings"), which it knows by a stem of its own ("meet").
 */
export function stemsOf(word: string): readonly string[] {
  const stems = new Set([fold(word)]);
  for (const rule of rules.values()) {
    if (word.length > longestStemmed || !rule.script.test(word)) continue;
    const stemmed = rule.cached(word);
    stems.add(stemmed);
    if (rule.script.test(stemmed)) stems.add(rule.cached(stemmed));
  }
  return [...stems];
}

export function hasStemmer(language: Language): boolean {
  return rules.has(language);
}

interface Rule {
  readonly script: RegExp;
  /** Letters in front of a word that the stemmer leaves alone: all of its stem but the last, and at most so many. */
  readonly keeps: number;
  readonly compute: (word: string) => string;
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
  keeps: number,
): Rule {
  const compute =
    wants === 'lower'
      ? (word: string) => fold(stemmer(lowerCase(word, language))) || fold(word)
      : (word: string) => stemmer(fold(word));
  return { script, keeps, compute, cached: boundedCache(halfOfCache, compute) };
}

const rules: ReadonlyMap<Language, Rule> = new Map(
  (
    [
      ['en', latin, stemEnglish, 'lower', 0],
      ['fr', latin, french, 'lower', 2],
      ['de', latin, german, 'lower', 3],
      ['es', latin, spanish, 'lower', 3],
      ['pt', latin, portuguese, 'lower', 2],
      ['it', latin, italian, 'lower', 3],
      ['nl', latin, dutch, 'lower', 2],
      ['sv', latin, swedish, 'lower', 3],
      ['da', latin, danish, 'lower', 3],
      ['no', latin, norwegian, 'lower', 3],
      ['fi', latin, finnish, 'lower', 0],
      ['hu', latin, hungarian, 'lower', 2],
      ['ro', latin, romanian, 'lower', 2],
      ['tr', latin, turkish, 'lower', 2],
      ['id', latin, stemIndonesian, 'lower', 0],
      ['pl', latin, stemPolish, 'folded', 3],
      ['ru', cyrillic, russian, 'lower', 0],
      ['uk', cyrillic, ukrainian, 'lower', 0],
      ['ar', /^\p{Script=Arabic}+$/u, stemArabic, 'folded', 0],
      ['hi', /^[\p{Script=Devanagari}\u200c\u200d]+$/u, hindi, 'lower', 0],
      ['ko', /^\p{Script=Hangul}+$/u, stemKorean, 'folded', 0],
    ] as const
  ).map(([language, script, stemmer, wants, keeps]) => [
    language,
    ruleFor(language, script, stemmer, wants, keeps),
  ]),
);
