import { expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { silentMeter } from '../../src/meter.ts';
import { fairTurns } from '../../src/platform/fair-turns.ts';
import { createFrontDesk, mostWaiting, mostWaitingOfOne } from '../../src/platform/front-desk.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';

const turn = async () => new Promise((resolve) => void setImmediate(resolve));

function queue(most: number, asked: readonly string[]) {
  const inTurn = fairTurns(most);
  const begun: string[] = [];
  const gates = new Map(asked.map((name) => [name, Promise.withResolvers<void>()]));
  const all = asked.map((name) =>
    inTurn(name.charAt(0), async () => {
      begun.push(name);
      await gates.get(name)?.promise;
      if (name === 'a1') throw new Error('it failed');
    }).catch(() => {}),
  );
  return { begun, all, end: (name: string) => gates.get(name)?.resolve() };
}

test('work waits its turn, in its order, and what fails holds up nobody', async () => {
  const { begun, all, end } = queue(2, ['a1', 'a2', 'a3', 'a4']);
  await turn();
  expect(begun).toEqual(['a1', 'a2']);
  end('a1');
  await turn();
  expect(begun).toEqual(['a1', 'a2', 'a3']);
  for (const name of ['a2', 'a3', 'a4']) end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'a2', 'a3', 'a4']);
});

test('many questions of one workspace hold up another by one', async () => {
  const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'];
  const { begun, all, end } = queue(1, asked);
  for (const name of asked) end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('who waits for another server holds up nobody', async () => {
  const slow = Promise.withResolvers<undefined>();
  const store = await inThreadStore();
  const { ask } = createFrontDesk({
    platform: 'slack',
    invoke: { store, commands: allCommands, now: () => 0, look: () => slow.promise },
    meter: silentMeter,
  });
  const { id } = await store.workspaces.open({
    platform: 'slack',
    externalId: 'T1',
    name: 'Newsroom',
    language: 'en',
    zone: 'UTC',
  });
  const channel = await store.workspaces.openChannel(id, 'C1');
  const person = { workspaceId: id, externalId: 'U1', language: 'en', zone: 'UTC', manages: true };
  const say = (input: string) => ask({ channel, person, name: 'sources', input, at: 0 });
  const adding = Array.from({ length: 8 }, (_, at) => say(`add https://slow.example/${at}`));
  expect((await say('')).parts).not.toEqual([]);
  slow.resolve(undefined);
  expect(await Promise.all(adding)).toHaveLength(8);
});

async function desk() {
  const told: string[] = [];
  const { enter } = createFrontDesk({
    platform: 'slack',
    invoke: { store: await inThreadStore(), commands: allCommands, now: () => 0 },
    meter: {
      ...silentMeter,
      waiting: (_, people) => void told.push(`waiting ${people}`),
      answered: () => void told.push('answered'),
      turnedAway: () => void told.push('turned away'),
    },
  });
  return { enter, told };
}

test('so many of one workspace wait; who comes then is turned away, and others are not', async () => {
  const { enter, told } = await desk();
  const leaves = Array.from({ length: mostWaitingOfOne }, () => enter('T1'));
  expect(leaves).not.toContain(undefined);
  expect(enter('T1')).toBeUndefined();
  expect(enter('T2')).toBeDefined();
  expect(told.slice(-2)).toEqual(['turned away', `waiting ${mostWaitingOfOne + 1}`]);
  leaves[0]?.();
  expect(told.slice(-2)).toEqual([`waiting ${mostWaitingOfOne}`, 'answered']);
  expect(enter('T1')).toBeDefined();
  expect(enter('T1')).toBeUndefined();
});

test('so many wait in all', async () => {
  const { enter } = await desk();
  const leaves = Array.from({ length: mostWaiting }, (_, n) => enter(`T${n}`));
  expect(leaves).not.toContain(undefined);
  expect(enter('another')).toBeUndefined();
  leaves.at(-1)?.();
  expect(enter('another')).toBeDefined();
});
