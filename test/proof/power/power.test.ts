/** The power goes at the worst moments. `npm run soak -- --cuts 1000` goes on from here. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../store/temporary.ts';
import { type Cut, cutPower, type Plan } from './cuts.ts';
import { emptyDisk } from './disk-after-cut.ts';
import { type Recording, recordLife, whyNoRecording } from './recording.ts';

const why = whyNoRecording();
if (why !== undefined) console.warn(`SKIPPED: power cuts: ${why}`);

describe.skipIf(why !== undefined)('after a power cut', () => {
  let recording: Recording = { events: [], left: new Map() };
  beforeAll(() => {
    recording = recordLife(30);
  }, 120_000);

  test('nothing that was written is missing in the recording', () => {
    const disk = emptyDisk();
    for (const event of recording.events) disk.happen(event);
    expect(disk.cut(() => true)).toEqual(recording.left);
  });

  test('everything that was acknowledged is there, and what is owed is sent once', async () => {
    const cuts = await cutAll(recording, { seed: 1, cuts: 60, goOnEvery: 20 });
    expect(cuts.filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(cuts.length).toBe(60);
    const later = cuts.flatMap((cut) => cut.later ?? []);
    expect(later.length).toBe(3);
    for (const verdict of later) expect(verdict).toMatchObject({ lost: [], doubled: [], outOfOrder: [] });
    expect(Math.max(...later.map(({ owed }) => owed))).toBeGreaterThan(20);
  }, 120_000);

  test('a disk that lies about syncing loses acknowledged articles, which this test would see', async () => {
    const cuts = await cutAll(recording, { seed: 1, cuts: 12, goOnEvery: 1000, diskKeepsItsWord: false });
    expect(cuts.filter(({ broken }) => broken.length > 0).length).toBeGreaterThan(5);
  }, 120_000);
});

async function cutAll({ events }: Recording, plan: Omit<Plan, 'folder'>): Promise<readonly Cut[]> {
  const folder = join(temporaryFolder(), 'data');
  return Array.fromAsync(cutPower(events, { ...plan, folder }));
}
