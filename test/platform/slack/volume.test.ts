import { expect, test } from 'vitest';
import { deliverToAll } from './volume.ts';

test('one alert reaches 1,000 channels of 50 workspaces within a minute, and Slack is never asked too often', async () => {
  const { overAfterS, at: _, ...delivered } = await deliverToAll(50, 20);
  expect(delivered).toEqual({ visible: 1000, doubled: 0, limited: 0 });
  expect(overAfterS).toBeLessThan(60);
}, 120_000);

test('a channel that Slack lets wait holds up no other for more than a second', async () => {
  const free = await deliverToAll(5, 10);
  const held = await deliverToAll(5, 10, 30);
  expect(held).toMatchObject({ visible: 50, doubled: 0, limited: 1 });
  const [first = 0, ...others] = held.at;
  expect(first).toBeGreaterThanOrEqual(30);
  const late = others.map((at, n) => at - (free.at[n + 1] ?? 0));
  expect(Math.max(...late)).toBeLessThanOrEqual(1);
}, 120_000);
