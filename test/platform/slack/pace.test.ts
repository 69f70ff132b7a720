/** Somebody sets the clock while Slack has us wait. */
import { expect, test } from 'vitest';
import { createApi } from '../../../src/platform/slack/api.ts';
import { slackPlatform } from '../../../src/platform/slack/slack.ts';
import { manualWorld } from '../../fakes/world.ts';
import { channelOf } from './open-slack.ts';
import { alert } from '../sample-post.ts';

const hour = 3_600_000;

test('a rest that Slack asks for is as long as it says', async () => {
  const world = manualWorld();
  const header = (name: string) => (name === 'retry-after' ? '30' : undefined);
  const limited = { status: 429, header, text: '{"ok":false,"error":"ratelimited"}' };
  let requests = 0;
  const api = createApi({
    world,
    async transport() {
      requests += 1;
      return limited;
    },
  });
  await api.ask('xoxb-1', 'chat.update');
  for (const byMs of [2 * hour, -4 * hour]) {
    world.setClock(byMs);
    await api.ask('xoxb-1', 'chat.update');
    expect(requests).toBe(1);
  }
  await world.advance(30_000);
  await api.ask('xoxb-1', 'chat.update');
  expect(requests).toBe(2);
});

test('edits keep their pace', async () => {
  const world = manualWorld();
  const well = { status: 200, header: () => undefined, text: '{"ok":true}' };
  const slack = slackPlatform({ world, tokenOf: async () => 'xoxb-1', transport: async () => well });
  const edits = async (): Promise<number> => {
    const all = Array.from({ length: 20 }, () => slack.edit(channelOf(1, 'C1'), '1.1', alert('m1', 'AWS')));
    return (await Promise.all(all)).filter(({ kind }) => kind === 'posted').length;
  };
  expect(await edits()).toBe(10);
  world.setClock(-hour);
  await world.advance(60_000);
  expect(await edits()).toBe(10);
});
