import { describe, expect, test } from 'vitest';
import {
  acceptance,
  content,
  following,
  joining,
  lease,
  matched,
  messageAt,
  placeAlert,
  reason,
  smallTown,
  subscribe,
  tryLease,
  type OpenStore,
  type Town,
  ring,
} from '../given.ts';

/** What rang and is wanted by nobody any more, because the subscription has ended or the story is muted. */
export function unwantedContract(open: OpenStore): void {
  describe('a subscription that ends', () => {
    test('cancels what rang for it alone and was not sent yet', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const due = await rings(town, [aws]);
      const pending = await rings(town, [aws]);
      await placeAlert(store, channel, pending, 'Pending');
      await store.subscriptions.remove(aws, 40_000);
      expect((await store.deliveries.dueAlerts(99_999, 10)).map(({ alert }) => alert.storyId)).toEqual([]);
      expect(await messageAt(store, `a${pending}-${channel.id}`)).toMatchObject({ state: 'cancelled' });
      expect(await store.deliveries.message(`a${due}-${channel.id}`)).toBeUndefined();
      expect(await tryLease(store, 99_999)).toBeUndefined();
    });

    test('leaves what rang for another one too, which is composed without it', async () => {
      const town = await followed(open);
      const { store, channel, aws, layoffs } = town;
      const storyId = await rings(town, [aws, layoffs]);
      await placeAlert(store, channel, storyId, 'Both');
      await store.subscriptions.remove(aws, 40_000);
      const [due] = await store.deliveries.dueAlerts(99_999, 10);
      expect(due?.alert.reasons).toEqual([reason('layoffs', layoffs)]);
    });

    test('leaves what is visible as it is, and has it edited no more', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'Visible');
      await sent(town, id);
      await joins(town, storyId, []);
      await placeAlert(store, channel, storyId, 'Visible, with more', { editDelayMs: 0 });
      await store.subscriptions.remove(aws, 40_000);
      expect(await tryLease(store, 99_999)).toBeUndefined();
      await joins(town, storyId, []);
      await placeWhatIsDue(town);
      expect(await messageAt(store, id)).toMatchObject({ wantedRev: 2 });
      expect(await tryLease(store, 99_999)).toBeUndefined();
    });

    test('who subscribes to something else in a story that is visible is told of that alone', async () => {
      const town = await followed(open);
      const { store, channel, aws, layoffs } = town;
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'Visible');
      await sent(town, id);
      await store.subscriptions.remove(aws, 40_000);
      await joins(town, storyId, [layoffs]);
      const [due] = await store.deliveries.dueAlerts(99_999, 10);
      expect(due?.alert.reasons).toEqual([reason('layoffs', layoffs)]);
      await placeWhatIsDue(town);
      expect(await messageAt(store, id)).toMatchObject({ state: 'sent', wantedRev: 2 });
    });

    test('what is being looked for is not sent again', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const id = await placeAlert(store, channel, await rings(town, [aws]), 'In doubt');
      const held = await lease(store, 50_000);
      await store.deliveries.startSending(id, held.fence, 50_000);
      await store.subscriptions.remove(aws, 50_001);
      const lost = { kind: 'unknown', nextTryAt: 50_002, reason: 'no answer' } as const;
      await store.deliveries.record(id, held.fence, lost, 50_002);
      const absent = { kind: 'later', nextTryAt: 50_003, reason: 'not there' } as const;
      await store.deliveries.record(id, held.fence, absent, 50_003);
      expect(await messageAt(store, id)).toMatchObject({ state: 'cancelled' });
    });

    test('who subscribes again hears of the story when there is more of it', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'Cancelled');
      await store.subscriptions.remove(aws, 40_000);
      const again = (await subscribe(store, channel, 'aws')).subscription.id;
      await joins(town, storyId, [again]);
      await placeAlert(store, channel, storyId, 'Cancelled');
      expect(await messageAt(store, id)).toMatchObject({ state: 'pending' });
      await sent(town, id);
    });
  });

  describe('a muted story', () => {
    test('cancels what was not sent yet, and rings no more in this channel alone', async () => {
      const town = await followed(open);
      const { store, channel, workspace, aws } = town;
      const other = await store.workspaces.openChannel(workspace.id, 'other');
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'Muted');
      expect(await mute(town, storyId)).toBe(true);
      expect(await mute(town, storyId), 'again').toBe(false);
      expect(await messageAt(store, id)).toMatchObject({ state: 'cancelled' });
      const { article } = await store.articles.accept(acceptance(town.source, { choice: joining(storyId) }));
      await ring(store, matched(article, [channel, other]));
      const due = await store.deliveries.dueAlerts(99_999, 10);
      expect(due.map(({ alert }) => alert.channelId)).toEqual([other.id]);
    });

    test('takes what follows it along', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const storyId = await rings(town, [aws]);
      await mute(town, storyId);
      const follower = await follows(town, storyId, [aws]);
      expect(await store.deliveries.isMuted(channel.id, follower)).toBe(true);
      expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
    });

    test('muted by one of its follow-ups, all of it is', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'First');
      await mute(town, await follows(town, storyId, [aws]));
      expect(await messageAt(store, id)).toMatchObject({ state: 'cancelled' });
    });

    test('can be brought back: what comes next is told', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const storyId = await rings(town, [aws]);
      const id = await placeAlert(store, channel, storyId, 'Visible');
      await sent(town, id);
      await mute(town, storyId);
      await joins(town, storyId, []);
      expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
      expect(await store.deliveries.unmuteStory(channel.id, storyId)).toBe(true);
      expect(await store.deliveries.unmuteStory(channel.id, storyId), 'again').toBe(false);
      await joins(town, storyId, []);
      expect(await store.deliveries.dueAlerts(99_999, 10)).toHaveLength(1);
    });
  });

  describe('a follow-up', () => {
    test('is a reply to the message about what it follows, and so is the next one', async () => {
      const town = await followed(open);
      const { store, channel, aws } = town;
      const first = await rings(town, [aws]);
      const parentId = await placeAlert(store, channel, first, 'First');
      for (const follower of [await follows(town, first, [aws]), await follows(town, first + 1, [aws])]) {
        const facts = await store.articles.story(follower);
        expect(facts.follows).toMatchObject({ storyId: first });
        const id = await place(town, follower, facts.follows?.storyId);
        expect(await messageAt(store, id)).toMatchObject({ parentId, state: 'pending' });
      }
    });

    test('is a message like any other where the channel was not told of what it follows', async () => {
      const town = await followed(open);
      const { store, aws } = town;
      const follower = await follows(town, await rings(town, []), [aws]);
      const id = await place(town, follower, (await store.articles.story(follower)).follows?.storyId);
      expect((await messageAt(store, id)).parentId).toBeUndefined();
    });
  });
}

interface Followed extends Town {
  readonly aws: number;
  readonly layoffs: number;
}

async function followed(open: OpenStore): Promise<Followed> {
  const town = await smallTown(open);
  const aws = (await subscribe(town.store, town.channel, 'aws')).subscription.id;
  const layoffs = (await subscribe(town.store, town.channel, 'layoffs')).subscription.id;
  return { ...town, aws, layoffs };
}

/** @returns the story of an article that rings for these subscriptions */
function rings(town: Followed, subscriptions: readonly number[]): Promise<number> {
  return arrives(town, subscriptions, {});
}

function joins(town: Followed, storyId: number, subscriptions: readonly number[]): Promise<number> {
  return arrives(town, subscriptions, { choice: joining(storyId) });
}

function follows(town: Followed, storyId: number, subscriptions: readonly number[]): Promise<number> {
  return arrives(town, subscriptions, { choice: following(storyId) });
}

async function arrives(
  { store, source, channel, aws }: Followed,
  subscriptions: readonly number[],
  changes: Parameters<typeof acceptance>[1],
): Promise<number> {
  const { article } = await store.articles.accept(acceptance(source, changes));
  const reasons = subscriptions.map((id) => reason(id === aws ? 'AWS' : 'layoffs', id));
  const alerts = reasons.length === 0 ? [] : matched(article, [channel]).alerts;
  await ring(store, {
    ...matched(article, []),
    alerts: alerts.map((alert) => ({ ...alert, reasons })),
  });
  return article.storyId;
}

function mute({ store, channel }: Followed, storyId: number): Promise<boolean> {
  return store.deliveries.muteStory({ channelId: channel.id, storyId, by: 'ada', now: 45_000 });
}

async function placeWhatIsDue({ store }: Followed): Promise<void> {
  const all = await store.deliveries.dueAlerts(99_999, 1000);
  const says = { content: content('More'), now: 60_000, editDelayMs: 0 };
  await store.deliveries.place(all.map((due) => ({ due, messageId: due.alert.id, ...says })));
}

async function place({ store, channel }: Followed, storyId: number, root?: number): Promise<string> {
  const all = await store.deliveries.dueAlerts(99_999, 10);
  const due = all.find(({ alert }) => alert.storyId === storyId);
  if (due === undefined) throw new Error(`no alert is due for story ${storyId} in ${channel.externalId}`);
  const says = content('More');
  const placed = { due, messageId: due.alert.id, content: says, follows: root, now: 1, editDelayMs: 0 };
  await store.deliveries.place([placed]);
  return due.alert.id;
}

async function sent({ store, channel }: Followed, id: string): Promise<void> {
  const { fence } = await lease(store, 99_000);
  const sending = await store.deliveries.startSending(id, fence, 99_000);
  const revision = sending?.sendingRev ?? 0;
  await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision }, 99_000);
  await store.deliveries.releaseChannel(channel.id, fence, 0);
}
