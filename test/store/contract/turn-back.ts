import { expect, test } from 'vitest';
import {
  acceptance,
  joinStory,
  lease,
  matched,
  messageAt,
  openSource,
  pendingMessage,
  placeAlert,
  ring,
  smallTown,
  tryLease,
  type OpenStore,
} from '../given.ts';

const minute = 60_000;
const hour = 60 * minute;
/** When the clock had been set right. */
const now = 1_000_000_000;
const wrongBy: ReadonlyArray<[text: string, ms: number]> = [
  ['an hour', hour],
  ['ten years', 10 * 365 * 24 * hour],
];
/** Whether somebody saw the clock being set back: not, if it was while nobody ran. */
const known: ReadonlyArray<[text: string, isKnown: boolean]> = [
  ['seen', true],
  ['not seen', false],
];
const each = wrongBy.flatMap(([by, ms]) => known.map(([text, isKnown]) => [by, text, ms, isKnown] as const));

export function turnBackContract(open: OpenStore): void {
  test.for(each)(
    'a feed that was looked at when the clock was ahead by %s (%s)',
    async ([, , byMs, isKnown]) => {
      const { store, source } = await smallTown(open);
      const ahead = now + byMs;
      await store.sources.recordPoll(source.id, { kind: 'unchanged' }, ahead, ahead + 10 * minute);
      expect(await store.turnBack(now, isKnown ? byMs : 0)).toBe(1);
      expect(await store.sources.due(now + 10 * minute - 1, 9)).toEqual([]);
      expect(await store.sources.due(now + 10 * minute, 9)).toHaveLength(1);
      expect(await store.turnBack(now), 'and only once').toBe(0);
    },
  );

  test.for(each)(
    'a message that is placed, and one that is tried again (%s, %s)',
    async ([, , byMs, isKnown]) => {
      const town = await smallTown(open);
      const { store, channel, workspace } = town;
      const ahead = now + byMs;
      const second = await store.workspaces.openChannel(workspace.id, 'second');
      await pendingMessage(town, channel, ahead);
      const id = await pendingMessage(town, second, ahead - minute);
      const { fence } = await lease(store, ahead - minute);
      await store.deliveries.startSending(id, fence, ahead);
      const nextTryAt = ahead + minute;
      await store.deliveries.record(id, fence, { kind: 'unknown', nextTryAt, reason: 'no answer' }, ahead);
      await store.deliveries.releaseChannel(second.id, fence, nextTryAt);

      await store.turnBack(now, isKnown ? byMs : 0);
      expect((await lease(store, now, { leaseMs: hour })).channel.id).toBe(channel.id);
      expect(await tryLease(store, now + minute - 1)).toBeUndefined();
      expect((await lease(store, now + minute)).channel.id).toBe(second.id);
      const { firstTryAt = 0 } = await messageAt(store, id);
      expect(firstTryAt, 'what is looked for is not looked for in the future').toBeLessThanOrEqual(now);
      const way = await store.deliveries.transitions(id);
      expect(way.every(({ at }) => at <= now)).toBe(true);
    },
  );

  test.for(each)(
    'an edit that is gathered, in a channel that rests (%s, %s)',
    async ([, , byMs, isKnown]) => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const ahead = now + byMs;
      const id = await pendingMessage(town, channel, ahead);
      const { fence } = await lease(store, ahead);
      await store.deliveries.startSending(id, fence, ahead);
      await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision: 1 }, ahead);
      await store.deliveries.releaseChannel(channel.id, fence, ahead + minute);
      const { content } = await messageAt(store, id);
      if (content.kind !== 'alert') throw new Error('an alert');
      const storyId = Number(/^a(\d+)/.exec(id)?.[1]);
      await joinStory(town, storyId);
      await placeAlert(store, channel, storyId, 'Told elsewhere', { now: ahead, editDelayMs: 10 * minute });
      await store.turnBack(now, isKnown ? byMs : 0);
      expect(await store.deliveries.nextDueAt(['local'])).toBe(now + 10 * minute);
      // The rest is turned back as well: what is new goes out after it.
      await pendingMessage(town, channel, now);
      expect(await store.deliveries.nextDueAt(['local'])).toBe(now + minute);
    },
  );

  test.for(each)(
    'an alert that waits to be placed, and one that waits to be made (%s, %s)',
    async ([, , byMs, isKnown]) => {
      const { store, channel, source } = await smallTown(open);
      const ahead = now + byMs;
      const first = await store.articles.accept(acceptance(source));
      await ring(store, matched(first.article, [channel], { now: ahead }));
      const second = await store.articles.accept(acceptance(source));
      await store.articles.recordMatched(matched(second.article, [channel], { now: ahead }));
      expect(await store.turnBack(now, isKnown ? byMs : 0)).toBe(2);
      expect(await store.deliveries.dueAlerts(now, 9)).toHaveLength(1);
      expect((await store.backlog(now)).due.place.oldestAt).toBe(now);
    },
  );

  test.for(each)(
    'a pause that is tried again, a lease that nobody gives back (%s, %s)',
    async ([, , byMs, isKnown]) => {
      const town = await smallTown(open);
      const { store, channel, workspace } = town;
      const ahead = now + byMs;
      const leased = await store.workspaces.openChannel(workspace.id, 'leased');
      await pendingMessage(town, leased, ahead - 1);
      await lease(store, ahead);
      await pendingMessage(town, channel, ahead);
      const pause = { now: ahead, reason: 'closed', retryAt: ahead + 5 * minute };
      await store.deliveries.pauseChannel(channel.id, pause);
      await store.turnBack(now, isKnown ? byMs : 0);
      expect((await lease(store, now + minute, { leaseMs: hour })).channel.id).toBe(leased.id);
      expect((await lease(store, now + 5 * minute)).channel.id).toBe(channel.id);
    },
  );

  test('without any sign of when, what waits longer than it ever may is due now', async () => {
    const { store, source } = await smallTown(open);
    const patient = await openSource(store, 'https://b.example/feed');
    const failed = { kind: 'failed', error: 'broken' } as const;
    await store.sources.recordPoll(source.id, failed, now + 30 * 24 * hour, now + 31 * 24 * hour);
    await store.sources.recordPoll(patient.id, failed, now, now + 26 * hour);
    expect(await store.turnBack(now)).toBe(1);
    expect((await store.sources.due(now, 9)).map(({ id }) => id)).toEqual([source.id]);
    expect(await store.sources.due(now + 26 * hour, 9)).toHaveLength(2);
  });

  test('where the clock is right, what waits goes on waiting', async () => {
    const town = await smallTown(open);
    const { store, channel, source } = town;
    await store.sources.recordPoll(source.id, { kind: 'unchanged' }, now, now + 10 * minute);
    await pendingMessage(town, channel, now);
    const { fence } = await lease(store, now);
    await store.deliveries.releaseChannel(channel.id, fence, now + hour);
    expect(await store.turnBack(now)).toBe(0);
    expect(await store.sources.due(now, 9)).toEqual([]);
    expect(await store.deliveries.nextDueAt(['local'])).toBe(now + hour);
  });
}
