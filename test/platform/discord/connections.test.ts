import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createConnections, type Waiting } from '../../../src/platform/discord/connections.ts';
import { manualWorld } from '../../fakes/world.ts';

test('a connection that breaks is made again at once twice, then later each time', async () => {
  const { waits, close } = opened();
  for (let n = 0; n < 12; n += 1) await close(4000);
  expect(waits).toHaveLength(10);
  expect(waits[0]).toMatchObject({ shard: 0, reason: 'closed with 4000 (UnknownError)' });
  expect(waits.every(({ waitMs }, n) => waitMs <= Math.min(30_000, 1000 * 2 ** (n + 1)))).toBe(true);
  expect(Math.max(...waits.map(({ waitMs }) => waitMs))).toBeGreaterThan(10_000);
});

test('what the gateway answered instead of opening is the reason', async () => {
  const { waits, manager, close } = opened();
  for (let n = 0; n < 3; n += 1) {
    manager.emit('error', { error: new Error('Unexpected server response: 503'), shardId: 0 });
    await close(1006);
  }
  expect(waits).toMatchObject([{ reason: 'Unexpected server response: 503' }]);
});

test.each(['ready', 'resumed'])('once it is %s, the next break is healed at once', async (event) => {
  const { waits, manager, close } = opened();
  for (let n = 0; n < 4; n += 1) {
    await close(4000);
    manager.emit(event, { shardId: 0 });
  }
  expect(waits).toEqual([]);
});

test('each shard waits for itself', async () => {
  const { waits, close } = opened();
  for (let n = 0; n < 3; n += 1) await close(4000, n);
  expect(waits).toEqual([]);
});

test('what discord.js asks while a connection stands is answered at once', async () => {
  const { made, ask, close } = opened();
  for (let n = 0; n < 3; n += 1) await close(4000);
  await ask(0);
  expect(made).toHaveLength(4);
});

test('a client that is over makes no connection any more, also not the one that it waits for', async () => {
  const { made, ask, manager, world, connections } = opened();
  for (let n = 0; n < 3; n += 1) manager.emit('closed', { code: 4000, shardId: 0 });
  void ask(0);
  connections.end();
  void ask(1);
  await world.advance(60_000);
  expect(made).toEqual([]);
});

function opened() {
  const world = manualWorld();
  const waits: Waiting[] = [];
  const connections = createConnections(world, (waiting) => waits.push(waiting));
  /** The shards that may connect. */
  const made: number[] = [];
  const options = { retrieveSessionInfo: async (shard: number) => void made.push(shard) };
  const manager = Object.assign(new EventEmitter(), { options });
  connections.buildStrategy(manager as never);
  const ask = async (shard: number): Promise<void> => options.retrieveSessionInfo(shard);
  /** A connection is closed, and the next one made. */
  const close = async (code: number, shardId = 0): Promise<void> => {
    manager.emit('closed', { code, shardId });
    const asked = ask(shardId);
    await world.advance(30_000);
    await asked;
  };
  return { world, waits, connections, manager, made, ask, close };
}
