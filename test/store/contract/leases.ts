import { expect, test } from 'vitest';
import {
  acceptance,
  lease,
  matched,
  messageAt,
  pendingMessage,
  smallTown,
  tryLease,
  wayOf,
  type OpenStore,
  type Town,
  ring,
} from '../given.ts';

const minute = 60_000;

export function leasesContract(open: OpenStore): void {
  test('a channel with nothing to do is not leased', async () => {
    const { store } = await smallTown(open);
    expect(await tryLease(store, 99_999)).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();
  });

  test('one owner holds a channel, until the lease runs out', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    const first = await lease(store, 1000, { owner: 'a', leaseMs: minute });
    expect(first).toEqual({ channel, fence: 1 });
    expect(await tryLease(store, 1000 + minute - 1, { owner: 'b' })).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local'])).toBe(1000 + minute);
    expect((await lease(store, 1000 + minute, { owner: 'b' })).fence).toBeGreaterThan(first.fence);
  });

  test('whoever asks may leave out channels it is still at, though their leases have run out', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const asked = { platforms: ['local'], owner: 'me', now: 1000, leaseMs: minute } as const;
    const second = await store.workspaces.openChannel(workspace.id, 'second');
    for (const one of [channel, second]) await pendingMessage(town, one, 0);
    const { deliveries } = store;
    expect(await deliveries.leaseChannel({ ...asked, exceptChannels: [channel.id] })).toMatchObject({
      channel: { id: second.id },
    });
    const later = { ...asked, now: 1000 + minute };
    expect(
      await deliveries.leaseChannel({ ...later, exceptChannels: [channel.id, second.id] }),
    ).toBeUndefined();
    expect(await deliveries.leaseChannel({ ...later, exceptChannels: [channel.id] })).toMatchObject({
      channel: { id: second.id },
      fence: 2,
    });
  });

  test('of many who ask at once, no two get the same channel', async () => {
    const town = await smallTown(open);
    const { store, workspace } = town;
    const second = await town.openAgain();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await pendingMessage(town, await store.workspaces.openChannel(workspace.id, name), 0);
    }
    const asked = Array.from({ length: 12 }, (_, at) =>
      tryLease(at % 2 === 0 ? store : second, 1000, { owner: `o${at}` }),
    );
    const leased = (await Promise.all(asked)).flatMap((held) =>
      held === undefined ? [] : [held.channel.id],
    );
    expect(new Set(leased).size, 'each once').toBe(leased.length);
    // One that was passed over because another asker was looking at it is got by asking again.
    for (let more = await tryLease(store, 1000); more !== undefined; more = await tryLease(store, 1000)) {
      leased.push(more.channel.id);
    }
    expect(new Set(leased).size).toBe(5);
    expect(leased).toHaveLength(5);
  });

  test('the channel that has waited longest comes first', async () => {
    const town = await smallTown(open);
    const { store, workspace } = town;
    const names = ['third', 'first', 'second'];
    const waitingSince: Record<string, number> = { first: 100, second: 200, third: 300 };
    for (const name of names) {
      await pendingMessage(town, await store.workspaces.openChannel(workspace.id, name), waitingSince[name]);
    }
    const order = [];
    for (let at = 0; at < 3; at += 1) order.push((await lease(store, 1000)).channel.externalId);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  test('a channel that was served waits its turn behind the others', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    for (const each of [channel, channel, other]) await pendingMessage(town, each, 100);
    const first = await lease(store, 1000);
    await store.deliveries.releaseChannel(first.channel.id, first.fence, 1000);
    expect((await lease(store, 1000)).channel.id).toBe(other.id);
  });

  test('only channels of the platforms asked for', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const slack = await store.workspaces.open({ ...town.workspace, platform: 'slack' });
    const slackChannel = await store.workspaces.openChannel(slack.id, 'C1');
    await pendingMessage(town, slackChannel, 100);
    await pendingMessage(town, channel, 200);
    const from = (platforms: Array<'local' | 'slack' | 'discord'>) =>
      store.deliveries.leaseChannel({ platforms, owner: 'me', now: 1000, leaseMs: 1 });
    expect(await from(['discord'])).toBeUndefined();
    expect(await from([])).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local', 'discord'])).toBe(200);
    expect(await store.deliveries.nextDueAt(['discord'])).toBeUndefined();
    expect((await from(['local', 'slack']))?.channel).toEqual(slackChannel);
    expect((await from(['local', 'slack']))?.channel).toEqual(channel);
  });

  test('its pace holds a channel back', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    await pendingMessage(town, channel, 0);
    const { fence } = await lease(store, 1000);
    await store.deliveries.releaseChannel(channel.id, fence, 5000);
    expect(await store.deliveries.nextDueAt(['local'])).toBe(5000);
    expect(await tryLease(store, 4999)).toBeUndefined();
    expect(await tryLease(store, 5000)).toBeDefined();
  });

  test('a paused channel waits until it is resumed, even if it is leased', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const id = await pendingMessage(town, channel, 0);
    const { fence } = await lease(store, 1000);
    await store.deliveries.pauseChannel(channel.id, { now: 0, reason: 'we were thrown out' });
    expect(await store.workspaces.channel(channel.id)).toMatchObject({
      status: 'paused',
      reason: 'we were thrown out',
    });
    expect(await store.deliveries.nextMessage(channel.id, 1000)).toBeUndefined();
    expect(await store.deliveries.startSending(id, fence, 1000)).toBeUndefined();
    await store.deliveries.releaseChannel(channel.id, fence, 1000);
    expect(await tryLease(store, 99_999)).toBeUndefined();
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();

    await store.deliveries.resumeChannel(channel.id, 0);
    expect(await store.workspaces.channel(channel.id)).toEqual(channel);
    await lease(store, 2000);
    expect((await store.deliveries.nextMessage(channel.id, 2000))?.id).toBe(id);
  });

  test('who comes after a lease that ran out finds in doubt what was being sent, and the former holder is refused', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const id = await pendingMessage(town, channel, 0);
    const former = await lease(store, 1000, { owner: 'a', leaseMs: minute });
    await store.deliveries.startSending(id, former.fence, 1001);
    const later = 1000 + minute;
    const next = await lease(store, later, { owner: 'b' });
    expect(await messageAt(store, id)).toMatchObject({ state: 'unknown', nextTryAt: later });

    expect(
      await store.deliveries.record(id, former.fence, { kind: 'sent', externalId: 'x', revision: 1 }, later),
    ).toBe(false);
    expect(await store.deliveries.startSending(id, former.fence, later)).toBeUndefined();
    await store.deliveries.releaseChannel(channel.id, former.fence, later);
    expect(await messageAt(store, id)).toMatchObject({ state: 'unknown', externalId: undefined });
    expect(
      await tryLease(store, later, { owner: 'c' }),
      'the former holder cannot give it away',
    ).toBeUndefined();
    expect(
      await store.deliveries.record(id, next.fence, { kind: 'sent', externalId: 'x', revision: 1 }, later),
    ).toBe(true);
    expect(await wayOf(store, id)).toEqual(['due', 'pending', 'sending', 'unknown', 'sent']);
  });

  test('a message left in sending when its channel was given back is in doubt too', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const id = await pendingMessage(town, channel, 0);
    const { fence } = await lease(store, 1000);
    await store.deliveries.startSending(id, fence, 1000);
    await store.deliveries.releaseChannel(channel.id, fence, 2000);
    expect(await store.deliveries.nextDueAt(['local'])).toBe(2000);
    await lease(store, 2000);
    expect((await messageAt(store, id)).state).toBe('unknown');
  });

  test('who owns the data after a restart voids every lease and has what was being sent in doubt', async () => {
    const town = await smallTown(open);
    const { store, channel, workspace } = town;
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    const [sending, waiting] = [await pendingMessage(town, channel, 0), await pendingMessage(town, other, 1)];
    const former = await lease(store, 1000);
    await store.deliveries.startSending(sending, former.fence, 1000);
    await lease(store, 1000);

    expect(await store.deliveries.takeOver(5000)).toBe(1);
    expect(await messageAt(store, sending)).toMatchObject({ state: 'unknown', nextTryAt: 5000 });
    expect((await messageAt(store, waiting)).state).toBe('pending');
    expect(
      await store.deliveries.record(
        sending,
        former.fence,
        { kind: 'sent', externalId: 'x', revision: 1 },
        5000,
      ),
    ).toBe(false);
    const free = [await lease(store, 5000), await lease(store, 5000)];
    expect(new Set(free.map((held) => held.channel.id))).toEqual(new Set([channel.id, other.id]));
    expect(await store.deliveries.takeOver(6000), 'what is in doubt stays so').toBe(1);
  });

  test('what waits to be placed in a message is to be done at once', async () => {
    const town = await smallTown(open);
    const { store } = town;
    await dueAlert(town, 700);
    expect(await store.deliveries.nextDueAt(['local'])).toBe(700);
    expect(await store.deliveries.nextDueAt(['slack'])).toBeUndefined();
  });
}

async function dueAlert({ store, source, channel }: Town, now: number): Promise<void> {
  const { article } = await store.articles.accept(acceptance(source));
  await ring(store, matched(article, [channel], { now }));
}
