import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { meet, meets } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

/** More words than are followed one by one: the text is read once with all of them. */
const long = 'a b a b a b a b a b a b a b a b a b c';

test.each<[query: string, text: string, met: boolean]>([
  [`"${long}"`, `x ${long} y`, true],
  [`"${long}"`, `A b, a b a b ${long}`, true],
  [`"${long}"`, long.replace('c', 'd'), false],
  [`"${long}"`, long.replace('a b', 'a. b'), false],
  [`"${long}"`, long.slice(2), false],
  [long.replaceAll(' ', '-'), `x ${long} y`, true],
  [
    'laws-'.repeat(18) + 'drones',
    `${'law '.repeat(30)}drone`,
    true, // bare words are met by their other forms
  ],
  [`"${'laws '.repeat(18)}drones"`, `${'law '.repeat(30)}drone`, false],
])('%s and "%s": %s', (typed, text, met) => {
  expect(meets(parseQuery(typed), analyze({ title: '', text, language: 'en' }))).toBe(met);
});

test('a phrase is told as it stands, once, however often it is there', () => {
  const article = analyze({ title: '', text: `${'wor '.repeat(5_000)}Wor.`, language: 'en' });
  const evidence = meet(parseQuery(`"${'wor '.repeat(40)}"`), article);
  expect(evidence?.[0]?.words).toEqual(['wor '.repeat(40).trim()]);
});
