import { describe, expect, test } from 'vitest';
import type { KeyFigure } from '../../../src/domain.ts';
import {
  draft,
  following,
  joining,
  matched,
  openSource,
  reason,
  ring,
  telling,
  tryLease,
  type OpenStore,
} from '../given.ts';
import { letGo } from '../let-go.ts';
import { accept, dueIn, event, neighbours, other, placeAll, rings } from '../neighbours.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A workspace tells by a source of its own what is public later: for it the two stories are one. */
export function asOneContract(open: OpenStore): void {
  test('a public report of what the workspace was told before is told in that alert; to others it is new', async () => {
    const town = await neighbours(open);
    const told = await rings(town, town.own, event, [town.channel]);
    await placeAll(town);
    const news = await rings(town, town.source, event, [town.channel, town.second, town.theirs]);
    expect(news).not.toBe(told);
    expect(await dueIn(town)).toEqual([
      [town.channel.id, told, 2],
      [town.second.id, news, 1],
      [town.theirs.id, news, 1],
    ]);
  });

  test('its outlets are the alert’s, and the reasons for which it rings; nobody else sees them', async () => {
    const town = await neighbours(open);
    const { store, workspace, strangers } = town;
    const told = await rings(town, town.own, event, [town.channel], { draft: draft({ outlet: 'Own' }) });
    const news = await rings(
      town,
      town.source,
      event,
      [town.channel],
      { draft: draft({ outlet: 'Public' }) },
      'layoffs',
    );
    await rings(town, town.source, event, [], { draft: draft({ outlet: 'Later' }) });
    const [due] = await store.deliveries.dueAlerts(99_999, 10);
    expect(due?.alert.reasons.map(({ term }) => term)).toEqual(['AWS', 'layoffs']);
    const outlets = async (storyId: number, workspaceId?: number) =>
      (await store.articles.outlets(storyId, workspaceId)).map(({ name }) => name);
    for (const storyId of [told, news])
      expect(await outlets(storyId, workspace.id)).toEqual(['Own', 'Public', 'Later']);
    for (const who of [undefined, strangers.id])
      expect(await outlets(news, who)).toEqual(['Public', 'Later']);
    expect((await store.articles.story(news, workspace.id)).toldBefore).toMatchObject({
      reason: { kind: 'same text' },
    });
    for (const who of [undefined, strangers.id])
      expect((await store.articles.story(news, who)).toldBefore).toBeUndefined();
  });

  test('what either story gets from then on is told in what a channel has of them', async () => {
    const town = await neighbours(open);
    const told = await rings(town, town.own, event, [town.channel]);
    const news = await rings(town, town.source, event, [town.second, town.theirs]);
    await placeAll(town);
    await rings(town, town.source, event, [town.channel, town.second]);
    expect(await dueIn(town)).toEqual([
      [town.channel.id, told, 3],
      [town.second.id, news, 2],
      [town.theirs.id, news, 2],
    ]);
    await placeAll(town);
    await rings(town, town.own, event, [town.channel, town.second], { choice: joining(told) });
    expect(await dueIn(town), 'to others nothing happened').toEqual([
      [town.channel.id, told, 4],
      [town.second.id, news, 3],
    ]);
  });

  test('so is what a private article brings that joined the public one, to its own workspace', async () => {
    const town = await neighbours(open);
    const told = await rings(town, town.own, event, [town.channel]);
    const news = await rings(town, town.source, event, [town.theirs]);
    await placeAll(town);
    const foreign = await openSource(town.store, 'https://foreign.example/', town.strangers.id);
    await rings(town, foreign, event, [town.theirs], { choice: joining(news) });
    expect(await dueIn(town)).toEqual([[town.theirs.id, news, 2]]);
    await placeAll(town);
    await rings(town, town.own, event, [town.second], { choice: joining(news) });
    expect(await dueIn(town)).toEqual([
      [town.channel.id, told, 3],
      [town.second.id, news, 1],
    ]);
  });

  test('several public stories may be one with it, and each workspace has its own', async () => {
    const town = await neighbours(open);
    const foreign = await openSource(town.store, 'https://foreign.example/', town.strangers.id);
    const told = await rings(town, town.own, event, [town.channel]);
    const theirs = await rings(town, foreign, event, [town.theirs]);
    const first = await rings(town, town.source, event, [town.channel, town.theirs]);
    const unrelated = await rings(town, town.source, other, []);
    const second = await rings(town, town.source, event, [town.channel, town.theirs, town.second], {
      choice: following(unrelated),
    });
    expect(await dueIn(town)).toEqual([
      [town.channel.id, told, 3],
      [town.second.id, second, 1],
      [town.theirs.id, theirs, 3],
    ]);
    await placeAll(town);
    await rings(town, town.source, event, [town.second, town.theirs], { choice: joining(first) });
    expect(await dueIn(town)).toEqual([
      [town.channel.id, told, 4],
      [town.second.id, second, 2],
      [town.theirs.id, theirs, 4],
    ]);
  });

  test('what was told more than 72 hours ago is another event', async () => {
    const town = await neighbours(open);
    const told = await rings(town, town.own, event, [town.channel], { now: 0 });
    const news = await rings(town, town.source, event, [town.channel], { now: 73 * hour });
    expect((await dueIn(town)).map(([, story]) => story)).toEqual([told, news]);
  });

  test('a public report keeps the workspace’s own story open', async () => {
    const town = await neighbours(open);
    const told = await rings(town, town.own, event, [town.channel], { now: 0 });
    await rings(town, town.source, event, [], { now: 70 * hour });
    expect(await rings(town, town.own, event, [], { now: 100 * hour })).toBe(told);
  });

  test('a number that the public report gives otherwise has changed for the workspace alone', async () => {
    const town = await neighbours(open);
    const { store } = town;
    const figures = (value: number): KeyFigure[] => [
      { of: 'percent staff', value, written: `${value} % of staff` },
    ];
    const told = await rings(town, town.own, event, [], { figures: figures(10) });
    const news = await rings(town, town.source, event, [], { figures: figures(14) });
    const changes = async (id: number) => (await store.articles.story(id)).changes;
    expect(await changes(told)).toMatchObject([{ was: '10 % of staff', now: '14 % of staff' }]);
    expect(await changes(news)).toEqual([]);
    await rings(town, town.source, event, [], { figures: figures(17) });
    expect(await changes(told)).toMatchObject([{ was: '14 % of staff', now: '17 % of staff' }]);
    expect(await changes(news)).toMatchObject([{ was: '14 % of staff', now: '17 % of staff' }]);
  });

  test('its alert is kept for as long as what is one with it goes on, though it is edited no more', async () => {
    const town = await neighbours(open);
    const { store, own, source, channel } = town;
    const settle = async (now: number) => {
      await placeAll(town);
      const held = await tryLease(store, now);
      const next = held && (await store.deliveries.nextMessage(channel.id, now));
      if (held === undefined || next === undefined) return;
      await store.deliveries.startSending(next.id, held.fence, now);
      const sent = { kind: 'sent', externalId: 'x', revision: next.wantedRev } as const;
      await store.deliveries.record(next.id, held.fence, sent, now);
      await store.deliveries.releaseChannel(channel.id, held.fence, 0);
    };
    const keyed = (key: string) => ({ draft: draft({ keys: [`guid:${key}`] }) });
    const told = await rings(town, own, event, [channel], { now: day, ...keyed('own') });
    await settle(day);
    const news = await rings(town, source, event, [channel], { now: 2 * day, ...keyed('2') });
    await settle(2 * day);
    for (let at = 3; at < 14; at += 2) {
      const changes = { now: at * day, choice: joining(news), ...keyed(`${at}`) };
      await rings(town, source, event, [channel], changes);
      expect((await dueIn(town)).map(([, storyId]) => storyId)).toEqual([told]);
      await settle(at * day);
      await letGo(store, at * day, 7);
    }
  });

  describe('two stories that turn out to be one after both were told', () => {
    test('stay two alerts, and there is never a third', async () => {
      const town = await neighbours(open);
      const { channel, second, theirs } = town;
      const news = await rings(town, town.source, other, [channel, theirs]);
      const told = await rings(town, town.own, event, [channel, second]);
      await placeAll(town);
      await rings(town, town.source, event, [channel, second, theirs], { choice: joining(news) });
      expect(await dueIn(town)).toEqual([
        [channel.id, news, 2],
        [channel.id, told, 2],
        [second.id, told, 2],
        [theirs.id, news, 2],
      ]);
    });

    test('add their reasons to the one that is told, not to a copy that is not', async () => {
      const town = await neighbours(open);
      const { store, channel } = town;
      const keys = ['url:https://a.example/x'];
      const copy = { draft: draft({ keys }), sketched: telling() };
      const told = await rings(town, town.own, event, [channel], { draft: copy.draft });
      const news = await rings(town, town.source, event, [channel], copy);
      await placeAll(town);
      await rings(town, town.source, event, [channel], { choice: joining(news) }, 'layoffs');
      expect(await dueIn(town)).toEqual([[channel.id, told, 3]]);
      const [due] = await store.deliveries.dueAlerts(99_999, 9);
      expect(due?.alert.reasons.map(({ term }) => term)).toEqual(['AWS', 'layoffs']);
    });

    test('are told where nobody was told yet by what comes first to be fanned out', async () => {
      const town = await neighbours(open);
      const { store, channel } = town;
      const { article: privately } = await accept(town, town.own, event);
      const { article: publicly } = await accept(town, town.source, event);
      await store.articles.recordMatched(matched(privately, [channel]));
      await store.articles.recordMatched(matched(publicly, [channel]));
      const [first = 0, second = 0] = await store.deliveries.waitingFanOuts(9);
      await store.deliveries.fanOut(second);
      await store.deliveries.fanOut(first);
      expect((await dueIn(town)).map(([, story]) => story)).toEqual([publicly.storyId]);
    });
  });

  test('fanned out by two processes at once, they are one alert', async () => {
    const town = await neighbours(open);
    const { store, channel, second } = town;
    const process = await town.openAgain();
    for (const source of [town.own, town.source]) {
      const { article } = await accept(town, source, event);
      await store.articles.recordMatched(matched(article, [channel, second]));
    }
    const [first = 0, next = 0] = await store.deliveries.waitingFanOuts(9);
    await Promise.all([process.deliveries.fanOut(next), store.deliveries.fanOut(first)]);
    expect((await dueIn(town)).map(([id]) => id)).toEqual([channel.id, second.id]);
  });

  test('to a stranger all is as if there were no private article', async () => {
    const seen = [];
    for (const isThere of [true, false]) {
      const town = await neighbours(open);
      const { store, channel, theirs, strangers } = town;
      const keys = ['url:https://a.example/x'];
      if (isThere) await rings(town, town.own, event, [channel]);
      const { article } = await accept(town, town.source, event, { draft: draft({ keys, title: 'Public' }) });
      await ring(
        store,
        matched(article, [], { alerts: [{ id: 'a', channelId: theirs.id, reasons: [reason('AWS')] }] }),
      );
      const all = await store.deliveries.dueAlerts(99_999, 10);
      const due = all.find(({ alert }) => alert.channelId === theirs.id);
      const { first, ...facts } = await store.articles.story(article.storyId, strangers.id);
      seen.push({
        id: due?.alert.id,
        dueNo: due?.dueNo,
        reasons: due?.alert.reasons,
        key: article.storyKey,
        why: article.storyReason,
        title: first.title,
        facts,
        outlets: await store.articles.outlets(article.storyId, strangers.id),
        found: (await store.articles.search({ workspaceId: strangers.id, limit: 9 })).map(
          ({ title }) => title,
        ),
      });
    }
    expect(seen[0]).toEqual(seen[1]);
  });
}
