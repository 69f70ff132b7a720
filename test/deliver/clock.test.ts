/** Somebody sets the clock, or the machine wakes from its sleep, while messages are on their way. */
import { expect, onTestFinished, test } from 'vitest';
import { createTokenGate } from '../../src/deliver/token-gate.ts';
import type { ReadFault } from '../fakes/platform.ts';
import { manualWorld } from '../fakes/world.ts';
import { delivery, titlesOf } from './harness.ts';

const minute = 60_000;
const hour = 60 * minute;

async function open(options: Parameters<typeof delivery>[0]) {
  const bench = await delivery(options);
  onTestFinished(() => bench.store.close());
  return { ...bench, serveFor };

  /** Looks every second, as a clock that ticks does. */
  async function serveFor(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      void bench.sender.serveDue();
      await bench.world.advance(1000);
    }
  }
}

test('a clock that leaps over the lease while a message is on its way does not make it two', async () => {
  const { world, platform, oweAlert, place, serveFor, stateOf } = await open({ effectWithinMs: 30_000 });
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 6000, effectAfterMs: 5000 });
  const id = await oweAlert('News');
  await place();
  await serveFor(1);
  world.setClock(2 * minute);
  await serveFor(60);
  expect(titlesOf(platform.ledger)).toEqual(['News']);
  expect(await stateOf(id)).toBe('sent');
});

test('a clock that leaps once nobody hears of a request any more does not make its effect come sooner', async () => {
  const { world, platform, oweAlert, place, serveFor, stateOf } = await open({ effectWithinMs: 30_000 });
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs: 20_000 });
  const id = await oweAlert('News');
  await place();
  await serveFor(3);
  expect(await stateOf(id)).toBe('unknown');
  world.setClock(2 * minute);
  await serveFor(60);
  expect(titlesOf(platform.ledger)).toEqual(['News']);
  expect(await stateOf(id)).toBe('sent');
});

test('nor does it let an edit overtake the one that may still be on its way', async () => {
  const { world, platform, oweAlert, send, tellMore, serveFor } = await open({ effectWithinMs: 30_000 });
  await oweAlert('News');
  await send(1);
  await tellMore('News');
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs: 20_000 });
  await serveFor(3);
  world.setClock(2 * minute);
  await tellMore('News', 2);
  await serveFor(60);
  expect(platform.ledger).toMatchObject([{ revision: 3 }]);
});

test('a clock that is set back while a channel is served does not prolong its turn', async () => {
  const { world, platform, oweAlert, place, serveFor } = await open({});
  platform.misbehave(...Array.from({ length: 8 }, () => ({ kind: 'late', afterMs: 9000 }) as const));
  for (let n = 0; n < 8; n += 1) await oweAlert(`News ${n}`);
  await place();
  await world.advance(minute);
  await serveFor(1);
  world.setClock(-50_000);
  await serveFor(40);
  expect(world.reached.filter((point) => point === 'channel leased')).toHaveLength(2);
});

test('a token keeps its pace and its rest, whatever is done to the clock', async () => {
  const world = manualWorld();
  const { channel, platform } = await open({ token: { of: 'platform', perSecond: 10 } });
  const gate = createTokenGate(world);
  await gate.enter(channel, platform);
  world.setClock(-hour);
  const entered = gate.enter(channel, platform);
  await world.advance(100);
  expect(await entered).toBe(0);
  gate.rest(channel, platform, 5000);
  world.setClock(2 * hour);
  expect(await gate.enter(channel, platform)).toBe(5000);
  expect(gate.resting()).toMatchObject({ forMs: 5000 });
});

test('nothing is begun so late in a lease that its answer may come after it', async () => {
  const looks: ReadFault[] = ['hang'];
  const { world, platform, store, channel, oweAlert, tellMore, place, send, stateOf } = await open({
    sameMarkerMs: 10 * minute,
    someReadFault: () => looks.shift() ?? 'none',
  });
  const { deliveries } = store;
  for (const title of ['First', 'Second']) await oweAlert(title);
  await send(1);
  const id = await oweAlert('In doubt');
  await place();
  const asked = { platforms: ['local'], owner: 'one', now: world.now(), leaseMs: minute } as const;
  const { fence = 0 } = (await deliveries.leaseChannel(asked)) ?? {};
  await deliveries.startSending(id, fence, world.now());
  const lost = { kind: 'unknown', nextTryAt: world.now() + 29_000, reason: 'no answer' } as const;
  await deliveries.record(id, fence, lost, world.now());
  await deliveries.releaseChannel(channel.id, fence, world.now());
  for (const title of ['First', 'Second']) await tellMore(title);
  // Both edits take half a minute together; then the message in doubt is looked for, which takes 20 seconds more.
  platform.misbehave({ kind: 'late', afterMs: 15_000 }, { kind: 'late', afterMs: 14_500 });
  await send(1);
  expect(await stateOf(id)).toBe('sent');
  const ofTheLast = world.reached.slice(-4);
  expect(ofTheLast).toEqual(['channel leased', 'message sending', 'message posted', 'message recorded']);
});
