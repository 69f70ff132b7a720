import { expect, test } from 'vitest';
import { createLoop } from '../src/loop.ts';
import { manualWorld } from './fakes/world.ts';

test('a wake runs the step once, however often it comes before the step begins anew', async () => {
  const { loop, runs, finish } = harness();
  loop.wake();
  loop.wake();
  loop.wake();
  finish();
  await loop.idle();
  expect(runs()).toBe(2); // the first run had begun when the further wakes came
});

test('a wake that comes while the step is looking is not lost', async () => {
  const { loop, runs, finish } = harness();
  loop.wake();
  expect(runs()).toBe(1);
  loop.wake();
  finish();
  await loop.idle();
  expect(runs()).toBe(2);
});

test('the step is run again at the time it asked for', async () => {
  const world = manualWorld(0, 1);
  const ran: number[] = [];
  const loop = createLoop(
    () => {
      ran.push(world.now());
      return Promise.resolve(ran.length === 1 ? 5000 : undefined);
    },
    world,
    () => {},
  );
  loop.wake();
  await loop.idle();
  await world.advance(4999);
  await loop.idle();
  expect(ran).toEqual([0]);
  await world.advance(1);
  await loop.idle();
  expect(ran).toEqual([0, 5000]);
});

test('a step that fails is told and tried again, later each time', async () => {
  const world = manualWorld(0, 1);
  const waits: number[] = [];
  let failures = 4;
  const loop = createLoop(
    () => (failures-- > 0 ? Promise.reject(new Error('disk full')) : Promise.resolve(undefined)),
    world,
    (fault, retryInMs) => {
      expect(fault).toEqual(new Error('disk full'));
      waits.push(retryInMs);
    },
  );
  loop.wake();
  await loop.idle();
  expect(loop.faults()).toBe(1);
  for (let round = 0; round < 4; round++) {
    await world.advance(waits.at(-1) ?? 0);
    await loop.idle();
  }
  expect(waits).toHaveLength(4);
  expect(loop.faults(), 'it has done its work since').toBe(0);
  expect(waits.every((wait) => wait >= 1000 && wait <= 61_000)).toBe(true);
});

test('after stop nothing begins any more, and what runs is waited for', async () => {
  const { loop, runs, finish } = harness();
  loop.wake();
  const stopped = loop.stop();
  loop.wake();
  finish();
  await stopped;
  loop.wake();
  await loop.idle();
  expect(runs()).toBe(1);
});

function harness() {
  let count = 0;
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const loop = createLoop(
    async () => {
      count += 1;
      await gate;
      return undefined;
    },
    manualWorld(0, 1),
    () => {},
  );
  return { loop, runs: () => count, finish };
}
