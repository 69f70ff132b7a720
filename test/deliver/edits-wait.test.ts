/** Edits for which the platform has no time hold up no news. */
import { expect, onTestFinished, test } from 'vitest';
import { delivery, titlesOf } from './harness.ts';

const minute = 60_000;

test('an edit that must wait does not hold up news', async () => {
  const { oweAlert, tellMore, sendDue, send, platform, world } = await shown('Old');
  await tellMore('Old');
  platform.misbehave({ kind: 'busy', retryAfterMs: minute });
  await sendDue();
  await oweAlert('Breaking');
  const from = world.now();
  await send(0);
  expect(titlesOf(platform.ledger)).toEqual(['Old', 'Breaking']);
  expect(world.now()).toBe(from);
  await send(1);
  expect(platform.ledger[0]).toMatchObject({ revision: 2 });
  expect(world.now()).toBeGreaterThanOrEqual(from + minute);
});

test('the other edits of its channel wait as long, and are not asked for meanwhile', async () => {
  const { tellMore, sendDue, send, platform, world } = await shown('One', 'Two', 'Three');
  for (const title of ['One', 'Two', 'Three']) await tellMore(title);
  const before = platform.requests();
  platform.misbehave({ kind: 'busy', retryAfterMs: minute });
  await sendDue();
  await world.advance(minute - 1);
  await sendDue();
  expect(platform.requests() - before).toBe(1);
  await send(1);
  expect(platform.ledger.map(({ revision }) => revision)).toEqual([2, 2, 2]);
});

test('where all of a token must rest, so do news', async () => {
  const { oweAlert, tellMore, sendDue, send, platform, world } = await shown('Old');
  await tellMore('Old');
  platform.misbehave({ kind: 'busy', retryAfterMs: minute, scope: 'token' });
  await sendDue();
  await oweAlert('Breaking');
  await send(0);
  expect(titlesOf(platform.ledger)).toEqual(['Old']);
  await world.advance(minute);
  await send(1);
  expect(titlesOf(platform.ledger)).toEqual(['Old', 'Breaking']);
});

async function shown(...titles: readonly string[]) {
  const bench = await delivery();
  onTestFinished(() => bench.store.close());
  for (const title of titles) await bench.oweAlert(title);
  await bench.send(0);
  return bench;
}
