import { describe, expect, test } from 'vitest';
import type { Channel, KeyFigure, Source, Workspace } from '../../../src/domain.ts';
import type { Acceptance } from '../../../src/store/port/articles.ts';
import type { DueAlert } from '../../../src/store/port/deliveries.ts';
import {
  acceptance,
  content,
  draft,
  following,
  joining,
  matched,
  messageAt,
  openSource,
  openWorkspace,
  reason,
  ring,
  sketchOfText,
  smallTown,
  subscribe,
  type OpenStore,
  type Town,
} from '../given.ts';

const hour = 3_600_000;
/** Texts that are alike by this number; `sketchOfText`. */
const [event, other] = [1, 2];

interface Neighbours extends Town {
  /** The workspace's own. */
  readonly own: Source;
  readonly second: Channel;
  readonly strangers: Workspace;
  readonly theirs: Channel;
}

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
    expect(await changes(told)).toEqual([{ was: '10 % of staff', now: '14 % of staff' }]);
    expect(await changes(news)).toEqual([]);
    await rings(town, town.source, event, [], { figures: figures(17) });
    expect((await changes(told)).at(-1)).toEqual({ was: '14 % of staff', now: '17 % of staff' });
    expect(await changes(news)).toEqual([{ was: '14 % of staff', now: '17 % of staff' }]);
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

  describe('muting', () => {
    test.each([
      ['its own story', 0],
      ['the public one', 1],
    ])('%s mutes both, and what follows either; unmuting the other brings both back', async (_, at) => {
      const town = await neighbours(open);
      const { store, channel, theirs } = town;
      const told = await rings(town, town.own, event, [channel]);
      const news = await rings(town, town.source, event, [channel, theirs]);
      await placeAll(town);
      const [muted, unmuted] = at === 0 ? [told, news] : [news, told];
      expect(await mute(town, channel, muted)).toBe(true);
      const all = [told, news];
      const isMuted = (one: Channel) =>
        Promise.all(all.map((storyId) => store.deliveries.isMuted(one.id, storyId)));
      expect(await isMuted(channel)).toEqual([true, true]);
      expect(await isMuted(theirs)).toEqual([false, false]);

      await rings(town, town.source, event, [channel, theirs]);
      all.push(await rings(town, town.source, other, [channel, theirs], { choice: following(news) }));
      all.push(await rings(town, town.own, 3, [channel], { choice: following(told) }));
      expect(await isMuted(channel)).toEqual([true, true, true, true]);
      expect((await dueIn(town)).map(([id]) => id)).toEqual([theirs.id, theirs.id]);

      expect(await store.deliveries.unmuteStory(channel.id, unmuted)).toBe(true);
      expect(await isMuted(channel)).toEqual([false, false, false, false]);
    });

    test('what its own story follows is no mute for others', async () => {
      const town = await neighbours(open);
      const { channel, theirs } = town;
      const before = await rings(town, town.source, other, []);
      await rings(town, town.own, event, [channel], { choice: following(before) });
      await mute(town, channel, before);
      await mute(town, theirs, before);
      const news = await rings(town, town.source, event, [channel, theirs]);
      expect(await dueIn(town)).toEqual([[theirs.id, news, 1]]);
    });
  });

  test('what follows the public story is a reply to the alert of its own', async () => {
    const town = await neighbours(open);
    const { store, channel, theirs } = town;
    const told = await rings(town, town.own, event, [channel]);
    const news = await rings(town, town.source, event, [channel, theirs]);
    const later = await rings(town, town.source, other, [channel, theirs], { choice: following(news) });
    await placeAll(town);
    const parentIn = async ({ id }: Channel) => (await messageAt(store, `a${later}-${id}`)).parentId;
    expect(await parentIn(channel)).toBe(`a${told}-${channel.id}`);
    expect(await parentIn(theirs)).toBe(`a${news}-${theirs.id}`);
  });

  test('who unsubscribes and subscribes again is told again by the alert that is there', async () => {
    const town = await neighbours(open);
    const { store, channel } = town;
    const { subscription } = await subscribe(store, channel, 'aws');
    const told = await rings(town, town.own, event, [channel], {}, 'AWS', subscription.id);
    await store.subscriptions.remove(subscription.id, 5);
    expect(await dueIn(town)).toEqual([]);
    const { subscription: again } = await subscribe(store, channel, 'aws');
    await rings(town, town.source, event, [channel], {}, 'AWS', again.id);
    expect(await dueIn(town)).toEqual([[channel.id, told, 2]]);
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

async function neighbours(open: OpenStore): Promise<Neighbours> {
  const town = await smallTown(open);
  const { store, workspace } = town;
  const own = await openSource(store, 'https://private.example/', workspace.id);
  const second = await store.workspaces.openChannel(workspace.id, 'second');
  const strangers = await openWorkspace(store, 'T1');
  const theirs = await store.workspaces.openChannel(strangers.id, 'theirs');
  return { ...town, own, second, strangers, theirs };
}

function accept({ store }: Town, source: Source, text: number, changes: Partial<Acceptance> = {}) {
  return store.articles.accept(acceptance(source, { sketched: sketchOfText(text), ...changes }));
}

/** @returns the story of an article that rings in these channels */
async function rings(
  town: Town,
  source: Source,
  text: number,
  channels: readonly Channel[],
  changes: Partial<Acceptance> = {},
  term = 'AWS',
  subscriptionId = 1,
): Promise<number> {
  const { article } = await accept(town, source, text, changes);
  const found = matched(article, channels);
  const reasons = [reason(term, subscriptionId)];
  await ring(town.store, { ...found, alerts: found.alerts.map((alert) => ({ ...alert, reasons })) });
  return article.storyId;
}

function mute({ store }: Town, { id }: Channel, storyId: number): Promise<boolean> {
  return store.deliveries.muteStory({ channelId: id, storyId, by: 'ada', now: 6 });
}

/** Channel, story and due number of each alert that is due. */
async function dueIn({ store }: Town): Promise<ReadonlyArray<readonly [number, number, number]>> {
  const due = await store.deliveries.dueAlerts(99_999, 100);
  return due
    .map(({ alert, dueNo }): [number, number, number] => [alert.channelId, alert.storyId, dueNo])
    .toSorted(([a, x], [b, y]) => a - b || x - y);
}

async function placeAll({ store }: Town): Promise<void> {
  const due = await store.deliveries.dueAlerts(99_999, 100);
  const placed = due.map(async (one: DueAlert) => ({
    due: one,
    messageId: one.alert.id,
    content: content(`Of story ${one.alert.storyId}`),
    follows: (await store.articles.story(one.alert.storyId)).follows?.storyId,
    now: 30_000,
    editDelayMs: 0,
  }));
  await store.deliveries.place(await Promise.all(placed));
}
