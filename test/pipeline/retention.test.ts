import { expect, test } from 'vitest';
import { liveForYears } from '../simulate/years.ts';

test('over 200 days in which it is killed again and again, what is owed rings once, and the database does not grow for ever', async () => {
  const { owed, lost, doubled, crashes, rows, texts } = await liveForYears(1);
  expect(crashes).toBeGreaterThan(20);
  expect(owed).toBeGreaterThan(50);
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  // What came in the last 30 days, and some more that a pass has not seen yet.
  expect(texts).toBeLessThan(owed / 3);
  expect(rows('message')).toBeLessThan(owed / 2);
  expect(rows('article')).toBeLessThan(owed);
}, 240_000);
