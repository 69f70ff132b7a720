import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { meet, meets } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

/** A long phrase in a text that repeats it is looked for at once, not from each of its words on. */
const long = `${'a b '.repeat(30)}c`;
const manyLaws = `${'law '.repeat(30)}drone`;

test.each<[what: string, query: string, text: string, met: boolean]>([
  ['in the middle', `"${long}"`, `x ${long} y`, true],
  ['behind a false start', `"${long}"`, `A b, a b a b ${long}`, true],
  ['with another last word', `"${long}"`, long.replace('c', 'd'), false],
  ['over the end of a sentence', `"${long}"`, long.replace('a b', 'a. b'), false],
  ['without its first word', `"${long}"`, long.slice(2), false],
  ['as one hyphenated word', long.replaceAll(' ', '-'), `x ${long} y`, true],
  ['hyphenated, in other forms', `${'laws-'.repeat(18)}drones`, manyLaws, true],
  ['quoted, in other forms', `"${'laws '.repeat(18)}drones"`, manyLaws, false],
])('a long phrase %s', (_, typed, text, met) => {
  expect(meets(parseQuery(typed), analyze({ title: '', text, language: 'en' }))).toBe(met);
});

test('a phrase is told as it stands, once, however often it is there', () => {
  const article = analyze({ title: '', text: `${'wor '.repeat(5_000)}Wor.`, language: 'en' });
  const evidence = meet(parseQuery(`"${'wor '.repeat(40)}"`), article);
  expect(evidence?.[0]?.words).toEqual(['wor '.repeat(40).trim()]);
});
