import { expect, test } from 'vitest';
import type { Channel, Message, Source } from '../../../src/domain.ts';
import type { Lease } from '../../../src/store/port/deliveries.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  acceptance,
  content,
  draft,
  lease,
  matched,
  smallTown,
  wayOf,
  openSource,
  type OpenStore,
  sketchOfText,
  ring,
} from '../given.ts';

/** The channel as its readers see it: what is visible under which marker. Outlives every restart. */
type Ledger = Map<string, number>;

export function restartContract(open: OpenStore): void {
  test.each([
    ['of one story', 'public'],
    ['that are one for the workspace, which was told by a source of its own before', 'own'],
  ] as const)(
    'between any two steps of two articles %s nothing is lost and nothing doubled',
    async (_, first) => {
      const undisturbed = await live(open, first, Infinity);
      expect(undisturbed.steps).toBeGreaterThan(10);
      expect(undisturbed.ledger.size).toBe(1);
      for (let before = 0; before < undisturbed.steps; before += 1) {
        const { ledger, posted, way } = await live(open, first, before);
        expect(ledger, `restarted before step ${before}`).toEqual(undisturbed.ledger);
        expect(posted, `restarted before step ${before}: ${way.join(' ')}`).toBe(2);
      }
    },
    60_000,
  );

  test('what was written before a restart is there after it', async () => {
    const town = await smallTown(open);
    const { article } = await town.store.articles.accept(acceptance(town.source));
    const store = await town.restart(town.store);
    expect(await store.articles.due(10)).toEqual([article]);
    expect(await store.workspaces.channels(town.workspace.id)).toEqual([town.channel]);
    expect((await store.articles.accept(acceptance(town.source))).article.id).toBe(article.id + 1);
  });
}

/**
 * Two articles on one event find their way into one message and its edit, with a restart before one of the steps.
 * Each step asks the store what is due, as the pipeline does, and keeps nothing from the step before but the lease.
 */
async function live(open: OpenStore, first: 'public' | 'own', restartBefore: number) {
  const town = await smallTown(open);
  const own = await openSource(town.store, 'https://private.example/', town.workspace.id);
  const ledger: Ledger = new Map();
  let { store } = town;
  let steps = 0;
  let posted = 0;
  let held: Lease | undefined;
  let sending: Message | undefined;
  const now = () => 100_000 + steps * 1000;

  for (const [source, keys] of [
    [first === 'own' ? own : town.source, ['url:1']],
    [town.source, ['url:2']],
  ] as const) {
    await step(() => accept(source, store, keys));
    while (await step(advance));
  }
  return { ledger, posted, steps, way: await wayOf(store, [...ledger.keys()].join()) };

  async function step<T>(take: () => Promise<T>): Promise<T> {
    if (steps === restartBefore) {
      store = await town.restart(store);
      await store.deliveries.takeOver(now());
      [held, sending] = [undefined, undefined];
    }
    steps += 1;
    return take();
  }

  /** @returns false when nothing is left to do. */
  async function advance(): Promise<boolean> {
    const [article] = await store.articles.due(1);
    if (article !== undefined) {
      const alerts = [{ id: `alert on ${article.storyKey}`, channelId: town.channel.id, reasons: [] }];
      await ring(store, matched(article, [], { alerts, now: now() }));
      return true;
    }
    const [due] = await store.deliveries.dueAlerts(now(), 1);
    if (due !== undefined) {
      const outlets = await store.articles.outlets(due.alert.storyId, due.workspaceId);
      const placed = {
        due,
        messageId: due.alert.id,
        content: content(`${outlets.length} outlets`),
        now: now(),
        editDelayMs: 0,
      };
      await store.deliveries.place([placed]);
      return true;
    }
    return deliver(town.channel);
  }

  async function deliver(channel: Channel): Promise<boolean> {
    if (held === undefined) {
      if ((await store.deliveries.nextDueAt(['local'])) === undefined) return false;
      held = await lease(store, now());
      return true;
    }
    if (sending !== undefined) {
      const { id, sendingRev } = sending;
      sending = undefined;
      await store.deliveries.record(
        id,
        held.fence,
        { kind: 'sent', externalId: `x-${id}`, revision: sendingRev },
        now(),
      );
      return true;
    }
    const next = await store.deliveries.nextMessage(channel.id, now());
    if (next === undefined) {
      await store.deliveries.releaseChannel(channel.id, held.fence, now());
      held = undefined;
      return true;
    }
    const visible = ledger.get(next.id);
    if (next.state === 'unknown' && visible !== undefined) {
      await store.deliveries.record(
        next.id,
        held.fence,
        { kind: 'sent', externalId: `x-${next.id}`, revision: visible },
        now(),
      );
      return true;
    }
    sending = await store.deliveries.startSending(next.id, held.fence, now());
    if (sending === undefined) throw new Error('the lease is ours');
    ledger.set(sending.id, sending.sendingRev);
    posted += 1;
    return true;
  }
}

/** What a source says again after a restart is the same article. */
function accept(source: Source, store: Store, keys: readonly string[]) {
  const says = acceptance(source, {
    draft: draft({ keys }),
    sketched: sketchOfText(1),
  });
  return store.articles.accept(says);
}
