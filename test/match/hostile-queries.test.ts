import { expect, test } from 'vitest';
import { analyze, type Analysis } from '../../src/language/analyze.ts';
import { explain } from '../../src/match/explain.ts';
import { meet } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';
import { queryBounds, QueryError } from '../../src/match/query-error.ts';
import { hostileQueries, hostileText } from './hostile-queries.ts';

const queries = hostileQueries();

test('there are 300 of them, most are read, and the others are refused with a reason', () => {
  const read = queries.filter((query) => reasonOf(query) === undefined);
  expect(queries).toHaveLength(300);
  expect(read.length).toBeGreaterThan(200);
  for (const query of queries) expect(reasonOf(query) ?? 'It is read.').toMatch(/^[^\n]{8,}[.]$/s);
});

/**
 * Counted, not timed: how often a query looks at a word of the text. Each part of it may look at each word a few times
 * (8: beyond that a phrase is read in one go), whatever the text repeats; then a text ten times as long costs ten times
 * as much, and no query more than its parts.
 */
test('the work of a query grows with the text and its parts, not with how they repeat themselves', () => {
  const { analysis, looks } = counted(analyze({ title: 'a b', text: hostileText(20_000), language: 'en' }));
  const words = analysis.reads.length;
  const dear: string[] = [];
  for (const query of queries) {
    if (reasonOf(query) !== undefined) continue;
    const before = looks();
    meet(parseQuery(query), analysis);
    if (looks() - before > words * 10 * queryBounds.parts) dear.push(query);
  }
  expect(looks()).toBeGreaterThan(words);
  expect(dear).toEqual([]);
  const phrases = queries.filter((query) => /^"[^"]+"$/.test(query) && reasonOf(query) === undefined);
  expect(phrases.length).toBeGreaterThan(20);
  for (const phrase of phrases) {
    const before = looks();
    meet(parseQuery(phrase), analysis);
    expect(looks() - before, phrase.slice(0, 40)).toBeLessThan(words * 12);
  }
});

test('each is explained, too', () => {
  const analysis = analyze({ title: 'a b', text: hostileText(3_000), language: 'en' });
  const read = queries.filter((query) => reasonOf(query) === undefined);
  const told = read.map((query) => explain(parseQuery(query), analysis).length);
  expect(Math.min(...told)).toBeGreaterThan(0);
});

function reasonOf(query: string): string | undefined {
  try {
    parseQuery(query);
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) return error.message;
    throw error;
  }
}

/** The same analysis, with a count of how often one of its words was looked at. */
function counted(analysis: Analysis): { readonly analysis: Analysis; readonly looks: () => number } {
  let looks = 0;
  const reads = new Proxy(analysis.reads, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { analysis: { ...analysis, reads }, looks: () => looks };
}
