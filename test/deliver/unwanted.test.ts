/** What nobody wants any more while nobody knows what became of it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { delivery, titlesOf } from './harness.ts';

type Bench = Awaited<ReturnType<typeof delivery>>;

const ways: ReadonlyArray<[name: string, drop: (bench: Bench, id: string) => Promise<void>]> = [
  [
    'muted',
    async ({ store, channel, world }, id) => {
      const content = (await store.deliveries.message(id))?.content;
      const storyId = content?.kind === 'alert' ? content.storyId : 0;
      await store.deliveries.muteStory({ channelId: channel.id, storyId, by: 'ada', now: world.now() });
    },
  ],
  [
    'unsubscribed from',
    async ({ store, channel, world }) => {
      const all = await store.subscriptions.ofChannel(channel.id);
      const aws = all.find(({ typed }) => typed === 'AWS');
      await store.subscriptions.remove(aws?.id ?? 0, world.now());
    },
  ],
];

describe.each(ways)('a story that is %s', (_name, drop) => {
  test('while an edit of it was cut off stays as people see it, and the channel goes on', async () => {
    const bench = await alerted('First');
    const { store, channel, platform, oweAlert, send, stateOf, id, other } = bench;
    await cutOffEdit(bench, id);
    await drop(bench, id);
    const next = await oweAlert('Second', channel.id, other);
    await send(1);
    expect(titlesOf(platform.ledger)).toEqual(['First', 'Second']);
    expect([await stateOf(id), await stateOf(next)]).toEqual(['sent', 'sent']);
    expect(platform.ledger[0]).toMatchObject({ revision: 1 });
    expect((await store.deliveries.transitions(id)).at(-1)).toMatchObject({
      from: 'unknown',
      to: 'sent',
      reason: 'nobody wants it any more',
    });
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();
  });
});

test('what was muted while an edit of it was cut off is edited again once it is wanted again', async () => {
  const bench = await alerted('First');
  const { store, channel, world, platform, send, tellMore, id } = bench;
  await cutOffEdit(bench, id);
  await ways[0]![1](bench, id);
  await send(1);
  const { content } = platform.ledger[0]!;
  if (content.kind !== 'alert') throw new Error('an alert was sent');
  await store.deliveries.unmuteStory(channel.id, content.storyId);
  await tellMore('First', 2);
  await world.advance(1000);
  await send(1);
  expect(platform.ledger).toMatchObject([{ revision: 3 }]);
});

/** One of the channel's two subscriptions rang, and people see the alert. */
async function alerted(title: string) {
  const bench = await delivery({ effectWithinMs: 15_000 });
  onTestFinished(() => bench.store.close());
  const { store, channel, world, oweAlert, send } = bench;
  const queries = ['AWS', 'layoffs'].map((typed) => ({ query: typed, typed }));
  const asked = { channelId: channel.id, queries, createdBy: 'ada', now: world.now() };
  const [aws, layoffs] = await store.subscriptions.add(asked);
  const id = await oweAlert(title, channel.id, aws?.subscription.id);
  await send(1);
  return { ...bench, id, other: layoffs?.subscription.id };
}

/** There is more to say of it, and whoever was about to say it is killed before the platform hears of it. */
async function cutOffEdit({ store, channel, world, tellMore }: Bench, id: string): Promise<void> {
  await tellMore('First');
  const { deliveries } = store;
  const lease = await deliveries.leaseChannel({
    platforms: ['local'],
    owner: 'killed',
    now: world.now(),
    leaseMs: 60_000,
  });
  expect(await deliveries.nextMessage(channel.id, world.now())).toMatchObject({ id });
  await deliveries.startSending(id, lease!.fence, world.now());
  await deliveries.takeOver(world.now());
}
