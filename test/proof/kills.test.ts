/** `test/journey/crash.test.ts` kills at each crash point once; here a bot under load. `npm run soak -- --kills 500` goes on. */
import { expect, test } from 'vitest';
import { killOften } from './kills.ts';

test('killed again and again under load: nothing is lost, doubled or out of order', async () => {
  const { owed, edits, ...run } = await killOften(1, 4);
  expect(run).toMatchObject({ failed: [], lost: [], doubled: [], outOfOrder: [] });
  expect(owed).toBeGreaterThan(5);
  expect(edits).toBeGreaterThan(0);
}, 120_000);
