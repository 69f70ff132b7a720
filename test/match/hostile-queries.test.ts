import { expect, test } from 'vitest';
import { analyze, type Analysis } from '../../src/language/analyze.ts';
import type { Query } from '../../src/domain.ts';
import { explain } from '../../src/match/explain.ts';
import { meet } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';
import { queryBounds, QueryError } from '../../src/match/query-error.ts';
import { hostileQueries, hostileTexts } from './hostile-queries.ts';

const typed = hostileQueries();
const read = typed.map(readOrRefused);
const queries = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));

test('there are more than 300 of them, most are read, and the others are refused with a reason', () => {
  expect(typed.length).toBeGreaterThan(500);
  expect(queries.length).toBeGreaterThan(300);
  const reasons = read.filter((one) => typeof one === 'string');
  for (const reason of reasons) expect(reason).toMatch(/^[^\n]{8,}[.]$/s);
});

/** Characters: enough that a look at each word for each part of a query would be far too many. */
const length = 60_000;
/** For each part, what a phrase is tried at before the text is looked through in another way (`phrase.ts`). */
const mostTried = 4_096;

/**
 * Counted, not timed: how often a query looks at a word of the text or at a place. However the text repeats itself, a
 * query may read it a few times, not once for each of its parts.
 */
test.each(hostileTexts(length))('no query is too much for a text of $name', ({ language, text }) => {
  const { analysis, looks } = counted(analyze({ title: 'a b', text, language }));
  const most = 10 * analysis.reads.length + queryBounds.parts * mostTried;
  let before = looks();
  const dear: string[] = [];
  for (const query of queries) {
    meet(query, analysis);
    if (looks() - before > most) dear.push(`${looks() - before}: ${query.canonical.slice(0, 60)}`);
    before = looks();
  }
  expect(looks()).toBeGreaterThan(0);
  expect(dear).toEqual([]);
});

test.each(hostileTexts(2_000))('each is explained in a text of $name', ({ language, text }) => {
  const analysis = analyze({ title: 'a b', text, language });
  const told = queries.filter((_, at) => at % 5 === 0).map((query) => explain(query, analysis).length);
  expect(Math.min(...told)).toBeGreaterThan(0);
});

test('a word longer than any is read like another, in every language', () => {
  const giant = 'übernahme'.repeat(20_000);
  for (const language of ['en', 'fr', 'de', 'nl', 'sv', 'tr', 'id', 'hu']) {
    const analysis = analyze({ title: 'Drone', text: giant, language });
    expect(analysis.reads.map(({ word }) => word.folded.length)).toEqual([5, giant.length]);
  }
}, 20_000);

function readOrRefused(query: string): Query | string {
  try {
    return parseQuery(query);
  } catch (error) {
    if (error instanceof QueryError) return error.message;
    throw error;
  }
}

/** The same analysis, with a count of how often one of its words, or a place of one, was looked at. */
function counted(analysis: Analysis): { readonly analysis: Analysis; readonly looks: () => number } {
  let looks = 0;
  const counting = <T>(list: readonly T[]): readonly T[] =>
    new Proxy(list, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && key.charCodeAt(0) <= 57) looks += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const places = new Map([...analysis.places].map(([word, at]) => [word, counting(at)]));
  return { analysis: { ...analysis, reads: counting(analysis.reads), places }, looks: () => looks };
}

test('a text that names two things a hundred thousand times is read', () => {
  const { meanings } = analyze({ title: 'a b', text: '삼성 전자 '.repeat(130_000), language: 'ko' });
  expect(meanings.get('samsung')?.mentions.length).toBeGreaterThan(100_000);
});
