/** The power goes at the worst moments. `npm run soak -- --cuts 1000` goes on from here. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../store/temporary.ts';
import { type Cut, cutPower, type Plan } from './cuts.ts';
import { type DiskEvent, recordLife, whyNoRecording } from './recording.ts';

const why = whyNoRecording();
if (why !== undefined) console.warn(`SKIPPED: power cuts: ${why}`);

describe.skipIf(why !== undefined)('after a power cut', () => {
  let events: readonly DiskEvent[] = [];
  beforeAll(() => {
    events = recordLife(30);
  }, 120_000);

  test('everything that was acknowledged is there, and what is owed is sent once', async () => {
    const cuts = await cutAll(events, { seed: 1, cuts: 60, goOnEvery: 20 });
    expect(cuts.filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(cuts.length).toBe(60);
    const later = cuts.flatMap((cut) => cut.later ?? []);
    expect(later.length).toBe(3);
    for (const verdict of later) expect(verdict).toMatchObject({ lost: [], doubled: [], outOfOrder: [] });
    expect(Math.max(...later.map(({ owed }) => owed))).toBeGreaterThan(20);
  }, 120_000);

  test('a disk that lies about syncing loses acknowledged articles, which this test would see', async () => {
    const cuts = await cutAll(events, { seed: 1, cuts: 12, goOnEvery: 1000, diskKeepsItsWord: false });
    expect(cuts.filter(({ broken }) => broken.length > 0).length).toBeGreaterThan(5);
  }, 120_000);
});

async function cutAll(events: readonly DiskEvent[], plan: Omit<Plan, 'folder'>): Promise<readonly Cut[]> {
  const folder = join(temporaryFolder(), 'data');
  return Array.fromAsync(cutPower(events, { ...plan, folder }));
}
