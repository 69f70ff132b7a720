import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import {
  acceptance,
  content,
  joining,
  lease,
  matched,
  messageAt,
  reason,
  ring,
  smallTown,
  subscribe,
  telling,
} from './given.ts';

/** In memory alone: it takes hundreds of transactions, and no database does anything special about it. */
test('who unsubscribes sees no edit of what is visible, however many messages came after it', async () => {
  const { store, source, channel } = await smallTown(() => sqliteStore(':memory:'));
  const aws = (await subscribe(store, channel, 'aws')).subscription.id;
  const layoffs = (await subscribe(store, channel, 'layoffs')).subscription.id;
  const storyId = await rings([reason('AWS', aws)], { sketched: telling(5) });
  const id = await placeWhatIsDue('First');
  const { fence } = await lease(store, 70_000);
  await store.deliveries.startSending(id, fence, 70_000);
  await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision: 1 }, 70_000);
  for (let n = 0; n < 201; n += 1) await rings([reason('layoffs', layoffs)]);
  await placeWhatIsDue('Later');

  await store.subscriptions.remove(aws, 80_000);
  await rings([], { sketched: telling(5), choice: joining(storyId) });
  await placeWhatIsDue('With more');
  expect(await messageAt(store, id)).toMatchObject({ state: 'sent', wantedRev: 1 });
  expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);

  /** @returns the story of an article that rings for these reasons */
  async function rings(
    reasons: ReadonlyArray<ReturnType<typeof reason>>,
    changes: Parameters<typeof acceptance>[1] = {},
  ): Promise<number> {
    const { article } = await store.articles.accept(acceptance(source, changes));
    const { alerts, ...rung } = matched(article, reasons.length === 0 ? [] : [channel]);
    await ring(store, { ...rung, alerts: alerts.map((alert) => ({ ...alert, reasons })) });
    return article.storyId;
  }

  /** @returns the first message */
  async function placeWhatIsDue(title: string): Promise<string> {
    const all = await store.deliveries.dueAlerts(99_999, 1000);
    const says = { content: content(title), now: 60_000, editDelayMs: 0 };
    await store.deliveries.place(all.map((due) => ({ due, messageId: due.alert.id, ...says })));
    return all[0]?.alert.id ?? '';
  }
});
