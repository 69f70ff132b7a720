import { expect, test } from 'vitest';
import { createServerClock } from '../../src/platform/server-clock.ts';
import { manualWorld, mondayMorning } from '../fakes/world.ts';

const minute = 60_000;
const hour = 60 * minute;

test('a moment of ours is told in the platform’s time, once it has told it', () => {
  const { clock } = open();
  expect([clock.earliest(mondayMorning), clock.latest(mondayMorning)]).toEqual([undefined, undefined]);
  clock.hear(undefined);
  clock.hear('half past nine');
  expect(clock.earliest(mondayMorning)).toBeUndefined();
  clock.hear(new Date(mondayMorning - hour).toUTCString());
  expect(clock.earliest(mondayMorning)).toBe(mondayMorning - hour - 10 * minute);
  expect(clock.latest(mondayMorning)).toBe(mondayMorning - hour + 10 * minute);
});

test('what was noted before our clock was set may be by either', () => {
  const { clock, world } = open();
  const theirs = new Date(mondayMorning).toUTCString();
  clock.hear(theirs);
  world.setClock(2 * hour);
  clock.hear(theirs);
  expect(clock.earliest(world.now())).toBe(mondayMorning - 10 * minute);
  expect(clock.latest(world.now())).toBe(mondayMorning + 2 * hour + 10 * minute);
});

function open() {
  const world = manualWorld();
  return { world, clock: createServerClock(world.now) };
}
