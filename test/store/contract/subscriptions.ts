import { expect, test } from 'vitest';
import type { DeliveryOptions } from '../../../src/domain.ts';
import { seededRandom } from '../../fakes/world.ts';
import { acceptance, smallTown, subscribe, type OpenStore } from '../given.ts';

export function subscriptionsContract(open: OpenStore): void {
  test('a channel subscribes to a query once, however it is typed', async () => {
    const { store, channel, workspace } = await smallTown(open);
    const added = await subscribe(store, channel, 'aws', 'AWS');
    expect(added).toEqual({
      kind: 'added',
      subscription: {
        id: added.subscription.id,
        channelId: channel.id,
        workspaceId: workspace.id,
        channelKey: 'local/local/news',
        query: 'aws',
        typed: 'AWS',
        createdBy: 'ann',
        sinceArticleId: 0,
      },
    });
    expect(await subscribe(store, channel, 'aws', ' aws ')).toEqual({ ...added, kind: 'already' });
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    expect((await subscribe(store, other, 'aws')).kind).toBe('added');
  });

  test('a query may be as long as any that can be typed', async () => {
    const { store, channel } = await smallTown(open);
    const signs = seededRandom(1);
    const query = String.fromCodePoint(
      ...Array.from({ length: 1000 }, () => 0x2_0000 + Math.floor(signs() * 40_000)),
    );
    expect((await subscribe(store, channel, query)).kind).toBe('added');
    expect((await subscribe(store, channel, query)).kind).toBe('already');
    expect((await subscribe(store, channel, `${query}x`)).kind).toBe('added');
  });

  test('several at once are all or nothing, in their order; the same again is there already', async () => {
    const { store, channel } = await smallTown(open);
    await subscribe(store, channel, 'c');
    const add = (...queries: string[]) =>
      store.subscriptions.add({
        channelId: channel.id,
        queries: queries.map((query) => ({ query, typed: `typed ${query}` })),
        createdBy: 'ann',
        now: 1,
      });
    await expect(add('a', 'b', null as never)).rejects.toThrow();
    expect((await store.subscriptions.changes(0)).added.map(({ query }) => query)).toEqual(['c']);

    const added = await add('a', 'c', 'b', 'a');
    expect(added.map(({ kind, subscription }) => [kind, subscription.typed])).toEqual([
      ['added', 'typed a'],
      ['already', 'c'],
      ['added', 'typed b'],
      ['already', 'typed a'],
    ]);
    expect(await add()).toEqual([]);
    expect((await store.subscriptions.changes(0)).changeNo, 'one number for each that is new').toBe(3);
  });

  test('how it is delivered can be said when it is made, and otherwise later; whoever matches hears of it', async () => {
    const { store, channel } = await smallTown(open);
    const add = async (delivery?: DeliveryOptions) => {
      const queries = [{ query: 'aws', typed: 'AWS' }];
      const asked = { channelId: channel.id, queries, createdBy: 'ann', now: 1, delivery };
      const [added] = await store.subscriptions.add(asked);
      return [added?.kind, added?.subscription.delivery];
    };
    const silent = { silent: true, mentions: [{ kind: 'role', id: '7' }] } as const;
    expect(await add(silent)).toEqual(['added', silent]);
    expect(await add(), 'who says nothing changes nothing').toEqual(['already', silent]);
    expect(await add(silent)).toEqual(['already', silent]);
    const { changeNo } = await store.subscriptions.changes(0);
    expect(await add({ thread: true })).toEqual(['changed', { thread: true }]);
    const changes = await store.subscriptions.changes(changeNo);
    expect(changes.added.map(({ delivery }) => delivery)).toEqual([{ thread: true }]);
    expect(await add({})).toEqual(['changed', undefined]);
  });

  test('it rings for what is accepted after it', async () => {
    const { store, channel, source } = await smallTown(open);
    const { article } = await store.articles.accept(acceptance(source));
    const { subscription } = await subscribe(store, channel, 'aws');
    expect(subscription.sinceArticleId).toBe(article.id);
    expect((await store.articles.accept(acceptance(source))).article.id).toBeGreaterThan(article.id);
  });

  test('those of a channel, oldest first; a removed one is gone and can be added again', async () => {
    const { store, channel } = await smallTown(open);
    const first = await subscribe(store, channel, 'zebra');
    const second = await subscribe(store, channel, 'aws');
    expect(await store.subscriptions.ofChannel(channel.id)).toEqual([
      first.subscription,
      second.subscription,
    ]);

    expect(await store.subscriptions.remove(first.subscription.id, 2)).toBe(true);
    expect(await store.subscriptions.remove(first.subscription.id, 3), 'only once').toBe(false);
    expect(await store.subscriptions.remove(404, 3)).toBe(false);
    expect(await store.subscriptions.ofChannel(channel.id)).toEqual([second.subscription]);

    const again = await subscribe(store, channel, 'zebra');
    expect(again.kind).toBe('added');
    expect(await store.subscriptions.ofChannel(channel.id)).toEqual([
      second.subscription,
      again.subscription,
    ]);
  });

  test('whoever knows the state at a number learns exactly what changed after it', async () => {
    const { store, channel } = await smallTown(open);
    expect(await store.subscriptions.changes(0)).toEqual({ changeNo: 0, added: [], removed: [] });
    const a = await subscribe(store, channel, 'a');
    const b = await subscribe(store, channel, 'b');
    const atTwo = await store.subscriptions.changes(0);
    expect(atTwo).toEqual({ changeNo: 2, added: [a.subscription, b.subscription], removed: [] });

    await store.subscriptions.remove(a.subscription.id, 5);
    const c = await subscribe(store, channel, 'c');
    expect(await store.subscriptions.changes(2)).toEqual({
      changeNo: 4,
      added: [c.subscription],
      removed: [a.subscription.id],
    });
    expect(await store.subscriptions.changes(4)).toEqual({ changeNo: 4, added: [], removed: [] });
    expect(await store.subscriptions.changes(0), 'from nothing: what is there').toEqual({
      changeNo: 4,
      added: [b.subscription, c.subscription],
      removed: [],
    });
  });

  test('what changes nothing takes no number', async () => {
    const { store, channel } = await smallTown(open);
    await subscribe(store, channel, 'a');
    await subscribe(store, channel, 'a');
    await store.subscriptions.remove(404, 1);
    expect((await store.subscriptions.changes(0)).changeNo).toBe(1);
  });

  test('of many at once none is lost or doubled, and a reader that follows has them all', async () => {
    const { store, channel } = await smallTown(open);
    const seen = new Map<number, string>();
    let changeNo = 0;
    const follow = async () => {
      const changes = await store.subscriptions.changes(changeNo);
      for (const { id, query } of changes.added) seen.set(id, query);
      for (const id of changes.removed) seen.delete(id);
      changeNo = changes.changeNo;
    };
    let writing = true;
    const reader = (async () => {
      while (writing) await follow();
    })();
    const queries = Array.from({ length: 40 }, (_, at) => `query ${at % 25}`);
    await Promise.all(
      queries.map(async (query, at) => {
        const { subscription } = await subscribe(store, channel, query);
        if (at % 5 === 0) await store.subscriptions.remove(subscription.id, 2);
      }),
    );
    writing = false;
    await reader;
    await follow();
    const there = await store.subscriptions.ofChannel(channel.id);
    expect(new Map(there.map(({ id, query }) => [id, query]))).toEqual(seen);
    expect(new Set(there.map(({ query }) => query)).size, 'each query once').toBe(there.length);
  });
}
