import { expect, test } from 'vitest';
import { UserError } from '../src/errors.ts';
import { createSetAside } from '../src/set-aside.ts';
import { manualWorld } from './fakes/world.ts';

test('a row that fails waits, longer each time, and is ready again when its time has come', async () => {
  const world = manualWorld();
  const waits: number[] = [];
  const rows = createSetAside<number>(world, (_id, _fault, retryInMs) => void waits.push(retryInMs));
  const fail = () => Promise.reject(new Error('bad row'));
  for (let round = 0; round < 12; round++) {
    await rows.attempt(7, fail);
    expect(rows.isReady(7)).toBe(false);
    expect(rows.isReady(8)).toBe(true);
    expect(rows.nextAt()).toBe(world.now() + (waits.at(-1) ?? 0));
    await world.advance(waits.at(-1) ?? 0);
    expect(rows.isReady(7)).toBe(true);
  }
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...waits)).toBeGreaterThan(30_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(601_000);
});

test('a row that succeeds is forgotten', async () => {
  const rows = createSetAside<string>(manualWorld(), () => {});
  await rows.attempt('a', () => Promise.reject(new Error('once')));
  expect(rows.size()).toBe(1);
  await rows.attempt('a', () => Promise.resolve());
  expect(rows.size()).toBe(0);
  expect(rows.nextAt()).toBeUndefined();
});

test('what waits for its time alone says when to look again, not what is at work already', async () => {
  const world = manualWorld();
  const waits: number[] = [];
  const rows = createSetAside<string>(world, (_id, _fault, retryInMs) => void waits.push(retryInMs));
  const fail = () => Promise.reject(new Error('bad row'));
  await rows.attempt('slow', fail);
  await world.advance(waits[0] ?? 0);
  const { promise, resolve } = Promise.withResolvers<void>();
  const underWay = rows.attempt('slow', () => promise);
  expect(rows.nextAt()).toBeUndefined();
  await rows.attempt('other', fail);
  expect(rows.nextAt()).toBe(world.now() + (waits[1] ?? 0));
  resolve();
  await underWay;
});

test('a row that is due no more is forgotten', async () => {
  const rows = createSetAside<string>(manualWorld(), () => {});
  for (const id of ['removed', 'kept']) await rows.attempt(id, () => Promise.reject(new Error('bad row')));
  rows.forgetOthers(['kept', 'new']);
  expect(rows.size()).toBe(1);
  expect(rows.isReady('removed')).toBe(true);
  expect(rows.isReady('kept')).toBe(false);
});

test('a clock that is set back prolongs no wait', async () => {
  const world = manualWorld();
  const rows = createSetAside<string>(world, () => {});
  await rows.attempt('a', () => Promise.reject(new Error('bad row')));
  const waitMs = (rows.nextAt() ?? 0) - world.now();
  world.setClock(-3_600_000);
  expect(rows.nextAt()).toBe(world.now() + waitMs);
  await world.advance(waitMs);
  expect(rows.isReady('a')).toBe(true);
});

test('where order matters, what is no fault of the row stops all of them', async () => {
  const rows = createSetAside<string>(
    manualWorld(),
    () => {},
    (fault) => !(fault instanceof UserError),
  );
  const full = new UserError('The disk is full.');
  await expect(rows.attempt('a', () => Promise.reject(full))).rejects.toBe(full);
  expect(rows.isReady('a')).toBe(true);
  await rows.attempt('a', () => Promise.reject(new Error('bad row')));
  expect(rows.isReady('a')).toBe(false);
});
