import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { meet } from '../../src/match/matcher.ts';
import { createQueryIndex } from '../../src/match/query-index.ts';
import { parseQuery } from '../../src/match/query.ts';

const article = analyze({
  title: 'AWS lays off 500 people',
  text: 'Amazon Web Services cuts jobs in its cloud unit. A drone flew over 昇腾.',
  language: 'en',
});

test('everybody who asked for the same meaning is told, in words of their own', () => {
  const index = indexOf(['aws', 'Amazon Web Services', 'Nintendo', 'job cuts', '裁员']);
  expect(index.match(article).map(({ id, evidence }) => [id, evidence[0]?.term])).toEqual([
    [0, 'aws'],
    [1, 'Amazon Web Services'],
    [3, 'job cuts'],
    [4, '裁员'],
  ]);
});

test('the index finds exactly what one look at each query would', () => {
  const typed = [
    'aws', 'drones', '"a drone"', 'drone -aws', 'drone -nintendo', '昇腾', '昇', 'nintendo OR drone', 'cloud layoffs',
    '(nintendo OR aws) (drone OR sega)', '"drone a"', 'it', 'flew', 'people 500', 'zzz', 'Google',
  ]; // prettier-ignore
  const met = typed.flatMap((one, id) => (meet(parseQuery(one), article) ? [id] : []));
  expect(met.length).toBeGreaterThan(8);
  expect(
    indexOf(typed)
      .match(article)
      .map(({ id }) => id),
  ).toEqual(met);
});

test('what was removed rings no more, others of the same meaning still do', () => {
  const index = indexOf(['aws', 'AWS', 'drone']);
  index.remove(0);
  index.remove(2);
  index.remove(99);
  expect(index.size).toBe(1);
  expect(index.match(article).map(({ id }) => id)).toEqual([1]);
});

test('a second query under the same id takes the place of the first', () => {
  const index = indexOf(['aws']);
  index.add(0, parseQuery('nintendo'));
  expect(index.size).toBe(1);
  expect(index.match(article)).toEqual([]);
});

function indexOf(typed: readonly string[]) {
  const index = createQueryIndex();
  for (const [id, one] of typed.entries()) index.add(id, parseQuery(one));
  return index;
}
