import { expect, test } from 'vitest';
import { ambiguousWords, sensesOf } from '../../src/match/ambiguous.ts';
import { parseQuery } from '../../src/match/query.ts';

test.each(ambiguousWords)(
  'each sense of %s is a query of its own, and fits the button that asks for it',
  (word) => {
    const senses = sensesOf(parseQuery(word)) ?? [];
    expect(senses.length).toBeGreaterThan(1);
    const meanings = senses.map(({ query }) => parseQuery(query).canonical);
    expect(new Set(meanings).size).toBe(meanings.length);
    // Discord's custom ids have 100 characters.
    for (const { query } of senses)
      expect(`say:subscribe ${word} => ${query}`.length).toBeLessThanOrEqual(100);
  },
);
