import { expect, test } from 'vitest';
import { silentLog } from '../../../src/log.ts';
import { createApi } from '../../../src/platform/discord/api.ts';
import { createPlaces } from '../../../src/platform/discord/places.ts';
import { createPublisher } from '../../../src/platform/discord/publish.ts';
import type { Crosspost, Crossposts } from '../../../src/store/store.ts';
import { manualWorld } from '../../fakes/world.ts';

type Meets = 'no answer' | readonly [status: number, said: object];

const done: Meets = [200, { id: '1' }];
const forbidden: Meets = [403, { code: 50013, message: 'Missing Permissions' }];

const rows: ReadonlyArray<
  readonly [about: string, meets: readonly Meets[], asked: readonly string[], logged: number]
> = [
  ['an answer that is lost is asked for again', ['no answer', done, done], ['1', '1', '2'], 0],
  [
    'one that took effect is left at that',
    ['no answer', [400, { code: 40033, message: 'This message has already been crossposted' }], done],
    ['1', '1', '2'],
    0,
  ],
  ['a single 401 is not the token’s end', [[401, {}], done, done], ['1', '1', '2'], 0],
  ['Discord falls over', [[500, {}], done, done], ['1', '1', '2'], 0],
  ['a refusal is logged, and the next has its turn', [forbidden, done], ['1', '2'], 1],
  [
    'what never gets an answer does not hold up the next for ever',
    ['no answer', 'no answer', 'no answer', 'no answer', 'no answer', done],
    ['1', '1', '1', '1', '1', '2'],
    1,
  ],
];
test.each(rows)('publishing: %s', async (_, meets, expected, logged) => {
  const { publisher, world, asked, warnings } = openPublisher({ meets });
  await publisher.add({ channelId: '7', messageId: '1' });
  await publisher.add({ channelId: '7', messageId: '2' });
  for (let n = 0; n < 400; n += 1) await world.advance(1000);
  expect(asked).toEqual(expected);
  expect(warnings.length).toBe(logged);
  expect(publisher.waiting()).toBe(0);
});

test('what waits to be published outlives a restart, and what is published is not published again', async () => {
  const kept = crosspostsInMemory();
  const before = openPublisher({ kept });
  for (const messageId of ['1', '2', '3']) await before.publisher.add({ channelId: '7', messageId });
  await before.world.advance(1000);
  expect(before.asked).toEqual(['1']);

  const after = openPublisher({ kept });
  await after.publisher.takeUp();
  // Found in the channel once more, because nobody knew whether it had been posted.
  await after.publisher.add({ channelId: '7', messageId: '3' });
  for (let n = 0; n < 10; n += 1) await after.world.advance(1000);
  expect(after.asked).toEqual(['2', '3']);
  expect(await kept.waiting()).toEqual([]);
});

test('what waits for a channel that publishes no more is forgotten', async () => {
  const kept = crosspostsInMemory();
  await kept.add({ channelId: '7', messageId: '1' }, 0);
  const { publisher, world, asked } = openPublisher({ kept, kind: 'text' });
  await publisher.takeUp();
  await world.advance(1000);
  expect(asked).toEqual([]);
  expect(await kept.waiting()).toEqual([]);
});

test('a database that cannot be written to holds up no publishing', async () => {
  const broken = { ...crosspostsInMemory(), add: () => Promise.reject(new Error('the disk is full')) };
  const { publisher, world, asked, warnings } = openPublisher({ kept: broken });
  await publisher.add({ channelId: '7', messageId: '1' });
  await world.advance(1000);
  expect(asked).toEqual(['1']);
  expect(warnings).toEqual(['Discord: what waits to be published cannot be kept']);
});

interface Opening {
  readonly meets?: readonly Meets[];
  readonly kept?: Crossposts;
  readonly kind?: 'announcement' | 'text';
}

function openPublisher({ meets = [], kept, kind = 'announcement' }: Opening) {
  const world = manualWorld();
  const asked: string[] = [];
  const warnings: string[] = [];
  const left = [...meets];
  const api = createApi({
    world,
    token: 'test-token',
    async transport({ path }) {
      asked.push(/messages\/(\d+)\/crosspost/.exec(path)?.[1] ?? path);
      const met = left.shift() ?? done;
      if (met === 'no answer') throw new Error('reset');
      return { status: met[0], header: () => undefined, text: JSON.stringify(met[1]) };
    },
  });
  const publisher = createPublisher({
    api,
    places: createPlaces(api, () => ({ kind })),
    world,
    log: { ...silentLog, warn: (_facts, sentence) => void warnings.push(sentence) },
    kept,
  });
  return { publisher, world, asked, warnings };
}

function crosspostsInMemory(): Crossposts {
  const kept = new Map<string, Crosspost>();
  return {
    add: async (crosspost) => void kept.set(crosspost.messageId, crosspost),
    waiting: async () => [...kept.values()],
    remove: async (messageId) => void kept.delete(messageId),
  };
}
