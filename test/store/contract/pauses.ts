import { expect, test } from 'vitest';
import type { Message } from '../../../src/domain.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  lease,
  openWorkspace,
  pendingMessage,
  smallTown,
  tryLease,
  wayOf,
  type OpenStore,
  type Town,
} from '../given.ts';

const minute = 60_000;

export function pausesContract(open: OpenStore): void {
  test('a channel that is paused is not leased until it is resumed; then what waited is due at once', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 10, by: 'ada' });
    expect(await tryLease(store, minute)).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();
    expect(await store.workspaces.channel(channel.id)).toMatchObject({
      status: 'paused',
      pausedAt: 10,
      pausedBy: 'ada',
    });
    expect(await store.deliveries.resumeChannel(channel.id, minute)).toBe(1);
    expect((await lease(store, minute)).channel).toMatchObject({ status: 'ok', pausedAt: undefined });
  });

  test('with a time to try again it is leased then, and what comes through ends the pause', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const id = await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 10, reason: 'no access', retryAt: minute });
    expect(await tryLease(store, minute - 1)).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local'])).toBe(minute);
    const held = await lease(store, minute);
    expect(held.channel).toMatchObject({ status: 'paused', reason: 'no access', pausedAt: 10 });
    await sent(store, id, held.fence, minute);
    expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'ok', reason: undefined });
  });

  test('what waits behind a message is given in the order in which it was last tried', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { deliveries } = store;
    const [head = '', second = '', third = '', fourth = ''] = await pendingMessages(town, 0, 0, 10, 5000);
    expect(await deliveries.messageBehind(head, 1000)).toMatchObject({ id: second });
    await tried(store, channel.id, second, 1000);
    expect(await deliveries.messageBehind(head, 1000)).toMatchObject({ id: third });
    await tried(store, channel.id, third, 2000);
    expect(await deliveries.messageBehind(head, 3000)).toMatchObject({ id: second });
    expect(await deliveries.messageBehind(second, 3000)).toMatchObject({ id: third });
    expect(await deliveries.messageBehind(fourth, 9000)).toBeUndefined();
  });

  test('a message is overtaken by what stands behind it and is shown after it was last tried', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { deliveries } = store;
    const [ahead = '', one = '', behind = ''] = await pendingMessages(town, 0, 0, 0);
    const { fence } = await lease(store, 1000);
    await sent(store, ahead, fence, 1000);
    expect(await deliveries.isOvertaken(one), 'that stood before it').toBe(false);
    await deliveries.releaseChannel(channel.id, fence, 1000);
    await tried(store, channel.id, one, 2000);
    const again = await lease(store, 3000);
    await sent(store, behind, again.fence, 3000);
    expect(await deliveries.isOvertaken(one)).toBe(true);
    await deliveries.releaseChannel(channel.id, again.fence, 3000);
    await tried(store, channel.id, one, 4000);
    expect(await deliveries.isOvertaken(one), 'it was tried since').toBe(false);
  });

  test('trying again in vain prolongs the pause, and keeps since when it is', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 10, reason: 'no access', retryAt: minute });
    await store.deliveries.pauseChannel(channel.id, { now: minute, reason: 'gone', retryAt: 5 * minute });
    expect(await store.workspaces.channel(channel.id)).toMatchObject({ reason: 'gone', pausedAt: 10 });
    expect(await store.deliveries.nextDueAt(['local'])).toBe(5 * minute);
  });

  test('what a person paused is not tried again on account of a late answer', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 10, by: 'ada' });
    await store.deliveries.pauseChannel(channel.id, { now: 20, reason: 'no access', retryAt: minute });
    expect(await store.workspaces.channel(channel.id)).toMatchObject({ pausedBy: 'ada', reason: undefined });
    expect(await tryLease(store, 2 * minute)).toBeUndefined();
  });

  test('a notice stands behind what waited; a person who resumes what they paused needs none', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    await store.deliveries.pauseChannel(channel.id, { now: 10, by: 'ada' });
    await store.deliveries.resumeChannel(channel.id, 20);
    await store.deliveries.pauseChannel(channel.id, { now: 30, reason: 'no access' });
    await store.deliveries.resumeChannel(channel.id, 40);
    const [alert, notice, ...none] = await allSent(store, 50);
    expect(none).toEqual([]);
    expect(alert?.content.kind).toBe('alert');
    expect(notice?.content).toEqual({
      kind: 'notice',
      notice: { kind: 'resumed', since: 30, reason: 'no access', waiting: 1 },
    });
    expect(await wayOf(store, notice?.id ?? '')).toEqual(['due', 'pending', 'sending', 'sent']);
  });

  test('where nothing waited, nobody has missed anything that a notice could tell of', async () => {
    const { store, channel } = await smallTown(open);
    await store.deliveries.pauseChannel(channel.id, { now: 30, reason: 'no access' });
    expect(await store.deliveries.resumeChannel(channel.id, 40)).toBe(0);
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();
  });

  test('whoever looks after the bot is told once when a pause begins', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const operators = await store.workspaces.openChannel(workspace.id, 'operators');
    const pause = { reason: 'no access', noticeTo: operators.id };
    await store.deliveries.pauseChannel(channel.id, { ...pause, now: 10, retryAt: 20 });
    await store.deliveries.pauseChannel(channel.id, { ...pause, now: 20, retryAt: 40 });
    const told = await allSent(store, 100);
    expect(told.map(({ channelId, content }) => ({ channelId, content }))).toEqual([
      {
        channelId: operators.id,
        content: {
          kind: 'notice',
          notice: {
            kind: 'paused',
            scope: 'channel',
            name: `local/${workspace.name}/news`,
            reason: 'no access',
          },
        },
      },
    ]);
  });

  test('a paused workspace holds all of its channels, and no other', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const second = await store.workspaces.openChannel(workspace.id, 'second');
    const theirs = await store.workspaces.openChannel((await openWorkspace(store, 'other')).id, 'theirs');
    for (const each of [channel, second, theirs]) await pendingMessage(town, each, 0);
    await store.deliveries.pauseWorkspace(workspace.id, { now: 10, reason: 'revoked', retryAt: minute });
    // What comes meanwhile waits too.
    await pendingMessage(town, second, 20);
    expect((await lease(store, 100)).channel.id).toBe(theirs.id);
    expect(await tryLease(store, 100)).toBeUndefined();
    expect(await store.workspaces.channel(second.id)).toMatchObject({ status: 'paused', reason: 'revoked' });
    expect(await store.deliveries.resumeWorkspace(workspace.id, 200)).toBe(3);
    const leased = [await lease(store, 200), await lease(store, 200)].map((one) => one.channel.id);
    expect(leased.toSorted((a, b) => a - b)).toEqual([channel.id, second.id]);
  });

  test('one message that comes through frees the whole workspace', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const second = await store.workspaces.openChannel(workspace.id, 'second');
    const id = await pendingMessage(town, channel, 0);
    await pendingMessage(town, second, 5);
    await store.deliveries.pauseWorkspace(workspace.id, { now: 10, reason: 'revoked', retryAt: minute });
    const held = await lease(store, minute);
    await sent(store, id, held.fence, minute);
    expect(await store.workspaces.channel(second.id)).toMatchObject({ status: 'ok' });
  });

  test('channels of a workspace whose token must rest are passed over', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    await pendingMessage(town, channel, 0);
    const asked = { platforms: ['local'], owner: 'me', now: 100, leaseMs: minute } as const;
    expect(
      await store.deliveries.leaseChannel({ ...asked, exceptWorkspaces: [workspace.id] }),
    ).toBeUndefined();
    expect(await store.deliveries.leaseChannel({ ...asked, exceptWorkspaces: [999] })).toBeDefined();
  });
}

async function pendingMessages(town: Town, ...at: readonly number[]): Promise<readonly string[]> {
  const ids = [];
  for (const now of at) ids.push(await pendingMessage(town, town.channel, now));
  return ids;
}

/** In vain. */
async function tried(store: Store, channelId: number, id: string, now: number): Promise<void> {
  const { fence } = await lease(store, now);
  await store.deliveries.startSending(id, fence, now);
  await store.deliveries.record(id, fence, { kind: 'later', nextTryAt: now, reason: 'closed' }, now);
  await store.deliveries.releaseChannel(channelId, fence, now);
}

async function sent(store: Store, id: string, fence: number, now: number): Promise<void> {
  await store.deliveries.startSending(id, fence, now);
  await store.deliveries.record(id, fence, { kind: 'sent', externalId: `x${id}`, revision: 1 }, now);
}

/** Sends whatever is due, in its order. */
async function allSent(store: Store, now: number): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (let held = await tryLease(store, now); held !== undefined; held = await tryLease(store, now)) {
    const { channel, fence } = held;
    for (;;) {
      const message = await store.deliveries.nextMessage(channel.id, now);
      if (message === undefined) break;
      await sent(store, message.id, fence, now);
      all.push(message);
    }
    await store.deliveries.releaseChannel(channel.id, fence, now);
  }
  return all;
}
