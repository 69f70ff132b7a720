import { expect, test } from 'vitest';
import { content, lease, matched, acceptance, smallTown, type OpenStore } from '../given.ts';

export function backlogContract(open: OpenStore): void {
  test('an empty store waits for nothing', async () => {
    const { store } = await smallTown(open);
    expect(await store.backlog(1000)).toEqual({
      due: { match: { rows: 0 }, place: { rows: 0 }, send: { rows: 0 } },
      messages: { pending: 0, sending: 0, unknown: 0, edit: 0 },
    });
  });

  test('what waits is counted where it waits, from the article to the answer of the platform', async () => {
    const { store, source, channel } = await smallTown(open);
    const { article } = await store.articles.accept(acceptance(source, { now: 500 }));
    expect((await store.backlog(1000)).due.match).toEqual({ rows: 1, oldestAt: 500 });

    await store.articles.recordMatched(matched(article, [channel], { now: 600 }));
    const { due } = await store.backlog(1000);
    expect(due).toEqual({ match: { rows: 0 }, place: { rows: 1, oldestAt: 600 }, send: { rows: 0 } });

    for (const no of await store.deliveries.waitingFanOuts(1)) await store.deliveries.fanOut(no);
    expect((await store.backlog(1000)).due).toEqual(due);

    const [alert] = await store.deliveries.dueAlerts(1000, 1);
    const placed = { due: alert!, messageId: 'm', content: content('A'), now: 700, editDelayMs: 0 };
    await store.deliveries.place([placed]);
    const pending = await store.backlog(1000);
    expect(pending.due.send).toEqual({ rows: 1, oldestAt: 700 });
    expect(pending.messages).toMatchObject({ pending: 1 });

    const { fence } = await lease(store, 800);
    await store.deliveries.startSending('m', fence, 800);
    expect((await store.backlog(1000)).messages).toMatchObject({ pending: 0, sending: 1 });
    const unknown = { kind: 'unknown', nextTryAt: 5000, reason: 'no answer' } as const;
    await store.deliveries.record('m', fence, unknown, 900);
    expect((await store.backlog(1000)).messages).toMatchObject({ sending: 0, unknown: 1 });
  });
}
