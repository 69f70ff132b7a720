/** `npm run soak -- --stops 200` goes on from here. */
import { expect, test } from 'vitest';
import { stopOften } from './stops.ts';

test('asked to end under load, and started again: it ends in time, and nothing is lost, doubled or out of order', async () => {
  const { owed, ...run } = await stopOften(1, 2);
  expect(run).toMatchObject({ failed: [], lost: [], doubled: [], outOfOrder: [] });
  expect(owed).toBeGreaterThan(10);
}, 120_000);
