/** The places that a text names, in whatever language: "Allemagne", "Германии" and "Germany" are DE, オハイオ is US-OH. */
import type { Language } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { stem } from '../language/stem.ts';
import { isCommonName } from './common-names.ts';
import { placeNames } from './place-names.ts';

export interface Place {
  /** ISO 3166 of a country, with what lies in it behind hyphens: `place-names.ts`. */
  readonly code: string;
  readonly sort: 'common' | 'rare';
}

/** The most words a name of a country has: "Papua New Guinea", "São Tomé and Príncipe". */
export const longestPlace = 4;

/**
 * @param words folded, joined by a space (by nothing in scripts without spaces)
 * @param language the one they were written in
 * @param stemmed of a single word
 */
export function placeOf(words: string, language: Language, stemmed?: string): Place | undefined {
  if (otherwise.has(words)) return undefined;
  const countries = countriesIn(language);
  const country = countries.get(words) ?? (stemmed === undefined ? undefined : countries.get(stemmed));
  if (country !== undefined) return { code: country, sort: 'common' };
  return named.get(words) ?? (stemmed === undefined ? undefined : inflectedName(words, stemmed, language));
}

/** What it lies in, from near to far: "US-CA-SF" in "US-CA" and "US". */
export function around(code: string): readonly string[] {
  const parts = code.split('-');
  const wider = parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join('-'));
  return union.has(parts[0] ?? '') ? [...wider, 'EU'] : wider;
}

const union = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** A state of the USA and a country; men and women. */
const otherwise = new Set(['georgia', 'jordan', 'chad']);

/** The stemmers know no names: "오하이오주에", "Berlins", "w Teksasie", "в Калифорнии". */
function inflectedName(word: string, stemmed: string, language: Language): Place | undefined {
  if (language === 'ko') return named.get(stemmed.replace(/[주시]$/, ''));
  if (genitive.has(language)) return named.get(word.replace(/(?<=....)s$/, ''));
  if (!manyEndings.has(language)) return undefined;
  return bare.get(withoutEnding(word));
}

function withoutEnding(word: string): string {
  return word.replace(/[aeiouyаеиоуыэюя]+[hjmwвймх]?$/u, '');
}

const genitive: ReadonlySet<Language> = new Set(['de', 'nl', 'sv', 'da', 'nb', 'no']);
const manyEndings: ReadonlySet<Language> = new Set('bg cs fi hr hu lt lv pl ru sk sl sr tr uk'.split(' '));

/** Folded. */
const named = new Map<string, Place>();
/** The same without the endings that Slavic languages change. */
const bare = new Map<string, Place>();
for (const line of placeNames.trim().split('\n')) {
  const [code = '', ...names] = line.trim().split(' ');
  const folded = names.map(asWords);
  const place: Place = { code, sort: !code.includes('-') || folded.some(saysLittle) ? 'common' : 'rare' };
  for (const name of folded) {
    named.set(name, place);
    if (withoutEnding(name).length >= 4) bare.set(withoutEnding(name), place);
  }
}

/** "New York" */
function saysLittle(name: string): boolean {
  return name.split(' ').every(isCommonName);
}

function asWords(name: string): string {
  return fold(name)
    .replaceAll(/[\s_.-]+/g, ' ')
    .trim();
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
      countries.set(asWords(name), code);
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
