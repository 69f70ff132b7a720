import { expect, test, vi } from 'vitest';
import { createAsking } from '../../src/deliver/ask.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { content } from '../store/given.ts';
import { manualWorld } from '../fakes/world.ts';
import { channelOf } from '../platform/slack/open-slack.ts';

const message = {
  id: 'm1',
  seq: 1,
  channelId: 1,
  kind: 'alert',
  state: 'sending',
  wantedRev: 1,
  postedRev: 0,
  sendingRev: 1,
  attempt: 1,
  nextTryAt: 0,
  createdAt: 0,
  edits: 0,
  content: content('News'),
} as const;

test('who has an answer waits for nothing any more, however long the bot runs', async () => {
  const { asking, enough, platform, service } = open();
  const waits = vi.spyOn(enough.promise, 'then');
  for (let n = 0; n < 100; n += 1) await asking.post(message, service);
  expect(platform.post).toHaveBeenCalledTimes(100);
  expect(waits, 'a promise remembers for ever whoever waits for it').not.toHaveBeenCalled();
});

test('asked to end, nobody waits for a platform that does not answer; nor does who asks afterwards', async () => {
  const { asking, enough, platform, service } = open();
  platform.post.mockReturnValue(new Promise(() => {}));
  const first = asking.post(message, service);
  enough.resolve();
  const unknown = { kind: 'unknown', reason: 'stopped before the answer came' };
  expect(await first).toEqual(unknown);
  expect(await asking.post(message, service)).toEqual(unknown);
});

test('who is given up on is told so, and sends nothing more', async () => {
  const { asking, platform, service, world } = open();
  platform.post.mockReturnValue(new Promise(() => {}));
  const asked = asking.post(message, service);
  await world.advance(19_999);
  const { signal } = platform.post.mock.calls[0]![1];
  expect(signal?.aborted).toBe(false);
  await world.advance(1);
  expect(await asked).toEqual({ kind: 'unknown', reason: 'no answer within 20 s' });
  expect(signal?.aborted).toBe(true);
});

function open() {
  const enough = Promise.withResolvers<void>();
  const platform = {
    post: vi.fn<Platform['post']>().mockResolvedValue({ kind: 'posted', externalId: '1' }),
  };
  const world = manualWorld();
  const asking = createAsking({
    deliveries: { message: () => Promise.resolve(undefined), transitions: () => Promise.resolve([]) },
    world,
    enough: enough.promise,
    onSlow() {},
    onFault(fault) {
      throw fault;
    },
  });
  const lease = { channel: channelOf(1, 'news'), fence: 1 };
  const service = { lease, platform, slow: false } as unknown as Parameters<typeof asking.post>[1];
  return { asking, enough, platform, service, world };
}
