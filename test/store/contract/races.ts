import { expect, test } from 'vitest';
import type { Message } from '../../../src/domain.ts';
import type { Matched } from '../../../src/store/port/articles.ts';
import {
  acceptance,
  content,
  draft,
  following,
  joining,
  lease,
  matched,
  messageAt,
  openSource,
  pendingMessage,
  placeAlert,
  reason,
  smallTown,
  subscribe,
  type OpenStore,
  type Town,
  ring,
} from '../given.ts';

/** Two things at once, or in an order that nobody had in mind. */
export function racesContract(open: OpenStore): void {
  test('what a person pauses stays paused, although a message that was on its way comes through', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const id = await pendingMessage(town, channel, 0);
    const { fence } = await lease(store, 10);
    await store.deliveries.startSending(id, fence, 10);
    await store.deliveries.pauseChannel(channel.id, { now: 11, by: 'ada' });
    await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision: 1 }, 12);
    expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'paused', pausedBy: 'ada' });
  });

  test('what is muted while it is being placed is not sent', async () => {
    const town = await subscribed(open);
    const { store, channel } = town;
    const storyId = await rings(town, [town.aws]);
    const [due] = await store.deliveries.dueAlerts(99_999, 10);
    await mute(town, storyId);
    const messageId = due!.alert.id;
    const placed = { due: due!, messageId, content: content('Late'), now: 30_000, editDelayMs: 0 };
    await store.deliveries.place([placed]);
    expect(await store.deliveries.message(messageId)).toBeUndefined();
    expect(await store.deliveries.isMuted(channel.id, storyId)).toBe(true);
  });

  test('what was matched for a subscription that has ended since does not ring', async () => {
    const town = await subscribed(open);
    await town.store.subscriptions.remove(town.aws, 5);
    await rings(town, [town.aws]);
    expect(await town.store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
  });

  test('what rings while two others mute it and unsubscribe is due to nobody', async () => {
    const town = await subscribed(open);
    const { store, channel, aws } = town;
    const second = await town.openAgain();
    const { changeNo: asOf } = await store.subscriptions.changes(0);
    const rung = [await matches(town, [aws]), await matches(town, [aws])];
    for (const one of rung) await store.articles.recordMatched({ ...one, asOf });
    const [muted, other] = rung.map(({ storyId }) => storyId);
    await Promise.all([
      ...(await store.deliveries.waitingFanOuts(9)).map((no) => store.deliveries.fanOut(no)),
      second.deliveries.muteStory({ channelId: channel.id, storyId: muted ?? 0, by: 'ada', now: 6 }),
      second.subscriptions.remove(aws, 7),
    ]);
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
    expect(await store.deliveries.isMuted(channel.id, muted ?? 0)).toBe(true);
    expect(await store.deliveries.isMuted(channel.id, other ?? 0)).toBe(false);
  });

  test('unsubscribed, muted, subscribed again: it is still muted', async () => {
    const town = await subscribed(open);
    const storyId = await rings(town, [town.aws]);
    await town.store.subscriptions.remove(town.aws, 5);
    await mute(town, storyId);
    const again = (await subscribe(town.store, town.channel, 'aws')).subscription.id;
    await rings(town, [again], { choice: joining(storyId) });
    expect(await town.store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
  });

  test('muted, unsubscribed, unmuted: nobody wants it', async () => {
    const town = await subscribed(open);
    const { store, channel } = town;
    const storyId = await rings(town, [town.aws]);
    await placeAlert(store, channel, storyId, 'Muted');
    await mute(town, storyId);
    await store.subscriptions.remove(town.aws, 7);
    await store.deliveries.unmuteStory(channel.id, storyId);
    await rings(town, [], { choice: joining(storyId) });
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
  });

  test('who subscribes to something else in a story is told of that alone', async () => {
    const town = await subscribed(open);
    const { store, channel } = town;
    const storyId = await rings(town, [town.aws]);
    await store.subscriptions.remove(town.aws, 5);
    const other = (await subscribe(store, channel, 'layoffs')).subscription.id;
    await rings(town, [other], { choice: joining(storyId) });
    const [due] = await store.deliveries.dueAlerts(99_999, 10);
    expect(due?.alert.reasons.map(({ subscriptionId }) => subscriptionId)).toEqual([other]);
  });

  test('a follow-up answers the earlier follow-up where the channel knows nothing of the beginning', async () => {
    const town = await subscribed(open);
    const { store, channel, aws } = town;
    const first = await rings(town, []);
    const second = await rings(town, [aws], { choice: following(first) });
    const parentId = await placeAlert(store, channel, second, 'Second');
    const third = await rings(town, [aws], { choice: following(second) });
    const { follows } = await store.articles.story(third);
    const [due] = await store.deliveries.dueAlerts(99_999, 10);
    const messageId = due!.alert.id;
    const says = { content: content('Third'), follows: follows?.storyId, now: 30_000, editDelayMs: 0 };
    await store.deliveries.place([{ due: due!, messageId, ...says }]);
    expect(await messageAt(store, messageId)).toMatchObject({ parentId });
  });

  test('what is muted while nobody knows what became of it is looked for, and not asked for again', async () => {
    const town = await subscribed(open);
    const { store, channel } = town;
    const storyId = await rings(town, [town.aws]);
    const id = await placeAlert(store, channel, storyId, 'In doubt');
    const { fence } = await lease(store, 30_010);
    await store.deliveries.startSending(id, fence, 30_010);
    const lost = { kind: 'unknown', nextTryAt: 30_020, reason: '500' } as const;
    await store.deliveries.record(id, fence, lost, 30_011);
    await mute(town, storyId);
    expect(await store.deliveries.nextMessage(channel.id, 30_020)).toMatchObject({ id, unwanted: true });
    expect(await store.deliveries.startSending(id, fence, 30_020)).toBeUndefined();
  });

  test('a workspace that is back says nothing in a channel that somebody has paused', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 5, by: 'ada' });
    await store.deliveries.pauseWorkspace(workspace.id, { now: 6, reason: 'kicked' });
    await store.deliveries.resumeWorkspace(workspace.id, 9);
    await store.deliveries.resumeChannel(channel.id, 20);
    expect((await sendAll(town)).map(({ content: { kind } }) => kind)).toEqual(['alert']);
  });

  test("who has muted the workspace's own copy hears nothing of the public one", async () => {
    const town = await smallTown(open);
    const { store, channel, workspace, source } = town;
    const own = await openSource(store, 'https://p.example/', workspace.id);
    const keys = ['url:https://a.example/x'];
    const copy = await store.articles.accept(acceptance(own, { draft: draft({ keys }) }));
    await ring(store, matched(copy.article, [channel]));
    await mute(town, copy.article.storyId);
    const { article } = await store.articles.accept(acceptance(source, { draft: draft({ keys }) }));
    await ring(store, matched(article, [channel]));
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
  });
}

async function subscribed(open: OpenStore): Promise<Town & { readonly aws: number }> {
  const town = await smallTown(open);
  return { ...town, aws: (await subscribe(town.store, town.channel, 'aws')).subscription.id };
}

/** @returns the story of an article that has rung for these subscriptions */
async function rings(
  town: Town,
  subscriptions: readonly number[],
  changes: Parameters<typeof acceptance>[1] = {},
): Promise<number> {
  const found = await matches(town, subscriptions, changes);
  await ring(town.store, found);
  return found.storyId;
}

/** What an article rings for, matched and not written down. */
async function matches(
  { store, source, channel }: Town,
  subscriptions: readonly number[],
  changes: Parameters<typeof acceptance>[1] = {},
): Promise<Matched> {
  const { article } = await store.articles.accept(acceptance(source, changes));
  const reasons = subscriptions.map((id) => reason(`subscription ${id}`, id));
  const found = matched(article, reasons.length === 0 ? [] : [channel]);
  return { ...found, alerts: found.alerts.map((alert) => ({ ...alert, reasons })) };
}

function mute({ store, channel }: Town, storyId: number): Promise<boolean> {
  return store.deliveries.muteStory({ channelId: channel.id, storyId, by: 'ada', now: 6 });
}

async function sendAll({ store, channel }: Town): Promise<readonly Message[]> {
  const sent: Message[] = [];
  const { fence } = await lease(store, 100);
  for (;;) {
    const message = await store.deliveries.nextMessage(channel.id, 100);
    if (message === undefined) return sent;
    await store.deliveries.startSending(message.id, fence, 100);
    const visible = { kind: 'sent', externalId: message.id, revision: 1 } as const;
    await store.deliveries.record(message.id, fence, visible, 100);
    sent.push(message);
  }
}
