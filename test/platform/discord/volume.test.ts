import { expect, test } from 'vitest';
import { deliverMany } from './volume.ts';

// `npm run soak -- --discord` does the same with 100,000 messages, and 10,000 channels.
const asOwed = { doubled: 0, outOfOrder: 0 };

test('one alert for many channels takes as long as 50 requests a second do', async () => {
  const { overAfterS, ...delivered } = await deliverMany({ channels: 150, each: 1 });
  expect(delivered).toEqual({ ...asOwed, sends: 150, visible: 150, requests: 150, limited: 0 });
  // 150 / 50 = 3 s is what Discord allows; 210 s for 10,000 channels are 3.15.
  expect(overAfterS).toBeLessThanOrEqual(3.15);
}, 60_000);

test.each([
  { limit: 5, perMs: 5000 },
  { limit: 2, perMs: 3000 },
])(
  'limits of channels that nobody told us are kept: %o',
  async (bucket) => {
    const limits = { routes: { 'POST /channels/{channel}/messages': bucket } };
    const delivered = await deliverMany({ channels: 10, each: 12, limits });
    expect(delivered).toMatchObject({ ...asOwed, sends: 120, visible: 120, limited: 0 });
  },
  60_000,
);

test('a channel whose requests are never answered makes the others wait at most a second', async () => {
  const { overAfterS, visible } = await deliverMany({ channels: 99, each: 1, stuck: true });
  expect(visible).toBe(99);
  expect(overAfterS).toBeLessThanOrEqual(2.1 + 1);
}, 60_000);
