/** Many channels behind one token. */
import { expect, onTestFinished, test } from 'vitest';
import { createTokenGate } from '../../src/deliver/token-gate.ts';
import { manualWorld } from '../fakes/world.ts';
import { delivery } from './harness.ts';

async function channelsOf(count: number, options: Parameters<typeof delivery>[0]) {
  const bench = await delivery(options);
  onTestFinished(() => bench.store.close());
  const channels = [];
  for (let n = 0; n < count; n += 1)
    channels.push(await bench.store.workspaces.openChannel(bench.workspace.id, `c${n}`));
  for (const { id } of channels) await bench.oweAlert(`News for ${id}`, id);
  return { ...bench, channels };
}

test('all that goes out by one token keeps its pace, whatever the channel', async () => {
  const { world, platform, send } = await channelsOf(60, {
    name: 'local',
    token: { of: 'platform', perSecond: 10 },
  });
  const from = world.now();
  await send();
  const at = platform.ledger.map((visible) => visible.at - from);
  expect(at).toHaveLength(60);
  for (const [n, time] of at.entries()) expect(at[n + 10] ?? Infinity).toBeGreaterThanOrEqual(time + 900);
  expect(at.at(-1)).toBeLessThan(8000);
});

test('a pace of parts of milliseconds is kept, in times of whole ones', async () => {
  const world = manualWorld();
  const { channel, platform } = await delivery({ token: { of: 'platform', perSecond: 48 } });
  const gate = createTokenGate(world);
  const waits = Array.from({ length: 200 }, () => gate.enter(channel, platform));
  await world.advance(2000);
  const later = (await Promise.all(waits)).filter((ms) => ms > 0);
  expect(later.length).toBeGreaterThan(100);
  // A part of a millisecond cannot be stored as when the channel is served next.
  expect(later.filter((ms) => !Number.isInteger(ms))).toEqual([]);
});

test('a token may have a burst: so many at once, then its pace, and a rest earns no more than the burst', async () => {
  const world = manualWorld();
  const { channel, platform } = await delivery({ token: { of: 'platform', perSecond: 4, burst: 5 } });
  const gate = createTokenGate(world);
  const from = world.now();
  const passed: number[] = [];
  for (const round of [0, 60_000]) {
    await world.advance(from + round - world.now());
    const waits = Array.from({ length: 9 }, async () => {
      if ((await gate.enter(channel, platform)) === 0) passed.push(world.now() - from - round);
    });
    await world.advance(2000);
    await Promise.all(waits);
  }
  expect(passed).toEqual([...burst, ...burst]);
});

const burst = [0, 0, 0, 0, 0, 250, 500, 750, 1000];

test('a token that must rest is asked nothing meanwhile; then all goes out', async () => {
  const { world, platform, send } = await channelsOf(30, { token: { of: 'platform', perSecond: 50 } });
  platform.misbehave({ kind: 'busy', retryAfterMs: 60_000, scope: 'token' });
  const from = world.now();
  await send();
  const at = platform.ledger.map((visible) => visible.at - from);
  expect(at).toHaveLength(30);
  // What was on its way together with the first one may have come through.
  expect(at.filter((time) => time > 1000 && time < 60_000)).toEqual([]);
  expect(platform.requests()).toBeLessThan(30 + 3);
});

test("where each workspace has a token of its own, one's rest holds up no other", async () => {
  const bench = await delivery({ token: { of: 'workspace', perSecond: 50 } });
  onTestFinished(() => bench.store.close());
  const { store, world, platform, oweAlert, send, workspace } = bench;
  const other = await store.workspaces.open({ ...workspace, externalId: 'other' });
  const ours = await store.workspaces.openChannel(workspace.id, 'ours');
  const theirs = await store.workspaces.openChannel(other.id, 'theirs');
  await oweAlert('Ours', ours.id);
  await oweAlert('Theirs', theirs.id);
  platform.misbehave({ kind: 'busy', retryAfterMs: 600_000, scope: 'token' });
  const from = world.now();
  await send();
  const at = new Map(platform.ledger.map((visible) => [visible.channel, visible.at - from]));
  expect(at.get('theirs')).toBeLessThan(2000);
  expect(at.get('ours')).toBeGreaterThanOrEqual(600_000);
});

test('a platform that says when a channel takes the next message is listened to', async () => {
  const bench = await delivery({ nextInMs: 7000 });
  onTestFinished(() => bench.store.close());
  const { world, platform, oweAlert, send } = bench;
  for (const title of ['First', 'Second', 'Third']) await oweAlert(title);
  const from = world.now();
  await send();
  expect(platform.ledger.map((visible) => visible.at - from)).toEqual([0, 7000, 14_000]);
});
