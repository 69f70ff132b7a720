import type { Language } from '../domain.ts';
import { likelyLanguages } from './identify.ts';
import { languagesInLatin, lexiconLanguages } from './lexicon/entry.ts';

/**
 * The languages whose grammars an article is read with: its own. Where nobody could tell it, or we do not serve it, a
 * short text is read in all we serve of its script, for headlines ("Google cuts 200 jobs") often have no small word to
 * tell them by. What a long text holds by accident in twelve languages would ring too often: it is read in the
 * likeliest two.
 */
export function languagesToRead(title: string, text: string, language: Language): readonly Language[] {
  if (served.has(language)) return [language];
  const whole = `${title}\n${text}`;
  if (!hasLatin.test(whole) || hasOther.test(whole.slice(0, longestHeadlines))) return [language];
  if (whole.length <= longestHeadlines) return [language, ...languagesInLatin];
  const likely = likelyLanguages(whole).filter((one) => servedInLatin.has(one));
  return [language, ...likely.slice(0, mostOfLongText)];
}

/** Characters of a headline with a line or two. */
const longestHeadlines = 600;
const mostOfLongText = 2;
const served = new Set<Language>(lexiconLanguages);
const servedInLatin = new Set<Language>(languagesInLatin);
const hasLatin = /\p{Script=Latin}/u;
/** Serbian is written in two scripts; what is mostly in another one has no words of ours. */
const hasOther = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Thai}]{3}/u;
