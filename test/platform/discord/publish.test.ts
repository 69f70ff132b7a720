import { expect, test } from 'vitest';
import { silentLog } from '../../../src/log.ts';
import { createApi } from '../../../src/platform/discord/api.ts';
import { createPlaces } from '../../../src/platform/discord/places.ts';
import { createPublisher } from '../../../src/platform/discord/publish.ts';
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
    places: createPlaces(api, () => ({ kind: 'announcement' })),
    world,
    log: { ...silentLog, warn: (_facts, sentence) => void warnings.push(sentence) },
  });
  publisher.add('7', '1');
  publisher.add('7', '2');
  for (let n = 0; n < 400; n += 1) await world.advance(1000);
  expect(asked).toEqual(expected);
  expect(warnings.length).toBe(logged);
  expect(publisher.waiting()).toBe(0);
});
