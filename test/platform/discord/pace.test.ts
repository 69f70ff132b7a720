import { expect, test } from 'vitest';
import { createApi } from '../../../src/platform/discord/api.ts';
import { manualWorld } from '../../fakes/world.ts';

test('whoever asks, never more than 48 requests go out within a second, and what is too much is told so', async () => {
  const world = manualWorld();
  const sent: number[] = [];
  const api = createApi({
    world,
    token: 'test-token',
    async transport() {
      sent.push(world.now());
      return { status: 200, header: () => undefined, text: '[]' };
    },
  });
  const asked = Array.from({ length: 160 }, () => api.ask('GET', '/channels/1'));
  for (let n = 0; n < 300; n += 1) await world.advance(10);
  const ends = (await Promise.all(asked)).map(({ outcome, ofToken }) => ({ ...outcome, ofToken }));
  expect(sent.length).toBe(3 * 48);
  sent.forEach((at, n) => expect(at - (sent[n - 48] ?? -Infinity)).toBeGreaterThanOrEqual(1000));
  const busy = ends.filter(({ kind }) => kind === 'busy');
  expect(busy.length).toBe(160 - 3 * 48);
  expect(busy[0]).toMatchObject({ retryAfterMs: 3000, ofToken: true });
});

test('a clock that is set holds up nothing, and ends no rest', async () => {
  const world = manualWorld();
  const limited = { status: 429, header: () => undefined, text: '{"retry_after":60,"global":true}' };
  const well = { status: 200, header: () => undefined, text: '[]' };
  const answers = Array.from({ length: 48 }, () => well);
  const api = createApi({ world, token: 'test-token', transport: async () => answers.shift() ?? limited });
  for (let n = 0; n < 48; n += 1) await api.ask('GET', '/channels/1');
  world.setClock(-3_600_000);
  const asked = api.ask('GET', '/channels/1');
  await world.advance(1000);
  expect(await asked, 'it was asked').toMatchObject({ status: 429 });
  world.setClock(7_200_000);
  const { outcome } = await api.ask('GET', '/channels/1');
  expect(outcome).toMatchObject({ kind: 'busy', reason: 'the whole bot rests' });
});
