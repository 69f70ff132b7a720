import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/domain.ts';
import { alertIdsOf } from '../../../src/message-id.ts';
import type { Acceptance } from '../../../src/store/port/articles.ts';
import type { Kept } from '../../../src/store/port/retention.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  acceptance,
  content,
  draft,
  following,
  joining,
  lease,
  matched,
  messageAt,
  openSource,
  placeAlert,
  reason,
  ring,
  smallTown,
  telling,
  type OpenStore,
  type Town,
} from '../given.ts';
import { letGo } from '../let-go.ts';

const day = 24 * 60 * 60_000;

/** Letting go of what is old. */
export function retentionContract(open: OpenStore): void {
  describe('what is old and done', () => {
    test('goes with all that belongs to it, and what is younger stays', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const old = await sentAlert(town, { now: 1 * day });
      const young = await sentAlert(town, { now: 20 * day });
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 1, alerts: 1, articles: 0 });
      expect(await store.articles.article(old.id)).toMatchObject({ forgotten: true, text: '' });
      expect(await store.articles.article(young.id)).toEqual(young);
      expect(await store.deliveries.message(alertId(old, channel))).toBeUndefined();
      expect(await store.deliveries.transitions(alertId(old, channel))).toEqual([]);
      expect(await messageAt(store, alertId(young, channel))).toMatchObject({ state: 'sent' });
      const found = await store.articles.search({ workspaceId: 0, anyOf: ['article'], limit: 9 });
      expect(found.map(({ id }) => id)).toEqual([young.id]);
      expect(await store.articles.search({ workspaceId: 0, limit: 9 })).toHaveLength(1);
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 0, alerts: 0 });
    });

    test('goes from any number of channels, a part at a time, whatever waits in one of them', async () => {
      const town = await smallTown(open);
      const { store, workspace, source, channel } = town;
      const { article } = await store.articles.accept(acceptance(source, { now: day }));
      const muted = [];
      for (let n = 0; n < 160; n += 1) {
        const one = await store.workspaces.openChannel(workspace.id, `muted ${n}`);
        const asked = { channelId: one.id, storyId: article.storyId, by: 'ann', now: day };
        await store.deliveries.muteStory(asked);
        muted.push(one);
      }
      await ring(store, matched(article, [...muted, channel], { now: day }));
      await placeAll(store, day);
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 0, alerts: 160 });
      await sendNext(store, 2 * day);
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 1, alerts: 1 });
    });

    test('a revision of so long ago is forgotten where the article goes on', async () => {
      const { store, source } = await smallTown(open);
      const keys = ['guid:status'];
      for (const [title, at] of [
        ['One', 1],
        ['Two', 50],
        ['Three', 100],
      ] as const)
        await store.articles.accept(acceptance(source, { draft: draft({ keys, title }), now: at * day }));
      const again = (title: string) =>
        store.articles.accept(
          acceptance(source, { draft: draft({ keys, title, text: '' }), now: 150 * day }),
        );
      for (const article of await store.articles.due(9))
        await store.articles.recordMatched(matched(article, [], { now: 100 * day }));
      expect(await letGo(store, 141 * day)).toMatchObject({ texts: 0 });
      expect(await again('New')).toMatchObject({ kind: 'revised' });
    });

    test('posts of local channels go, but for those of messages that stay', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const young = await sentAlert(town, { now: 100 * day });
      const says = { channelId: channel.id, revision: 1, body: {} };
      await store.localPosts.append({ ...says, kind: 'said', at: day });
      await store.localPosts.append({ ...says, kind: 'alert', marker: 'gone', at: day });
      await store.localPosts.append({ ...says, kind: 'alert', marker: alertId(young, channel), at: day });
      await store.localPosts.append({ ...says, kind: 'said', at: 99 * day });
      expect(await letGo(store, 100 * day)).toMatchObject({ posts: 2 });
      expect((await store.localPosts.recent(channel.id, 9)).map(({ at }) => at / day)).toEqual([1, 99]);
    });

    test('notices go when they are settled', async () => {
      const { store, channel, workspace } = await smallTown(open);
      const other = await store.workspaces.openChannel(workspace.id, 'other');
      await store.deliveries.pauseChannel(other.id, { now: day, reason: 'closed', noticeTo: channel.id });
      expect(await letGo(store, 100 * day)).toMatchObject({ notices: 0 });
      await sendNext(store, 2 * day);
      expect(await letGo(store, 100 * day)).toMatchObject({ notices: 1 });
    });

    test('what is not published or not repeated by then never is', async () => {
      const { store } = await smallTown(open);
      await store.crossposts.add({ channelId: '1', messageId: '1' }, day);
      await store.crossposts.add({ channelId: '1', messageId: '2' }, 50 * day);
      await store.received.take('slack', 'E', day);
      await letGo(store, 100 * day);
      expect(await store.crossposts.waiting()).toEqual([{ channelId: '1', messageId: '2' }]);
      expect(await store.received.take('slack', 'E', day)).toBe(true);
    });
  });

  describe('stays, however old it is,', () => {
    const waiting: ReadonlyArray<[what: string, bring: (town: Town, article: Article) => Promise<unknown>]> =
      [
        [
          'an alert that waits for its message',
          ({ store, channel }, article) => rang(store, article, channel),
        ],
        [
          'what was matched and waits to be fanned out',
          ({ store, channel }, article) => store.articles.recordMatched(matched(article, [channel])),
        ],
        [
          'a message that waits',
          async ({ store, channel }, article) => {
            await rang(store, article, channel);
            await placeAlert(store, channel, article.storyId, 'Waits');
          },
        ],
        [
          'a message in doubt',
          async ({ store, channel }, article) => {
            await rang(store, article, channel);
            const id = await placeAlert(store, channel, article.storyId, 'In doubt');
            const { fence } = await lease(store, 50_000);
            await store.deliveries.startSending(id, fence, 50_000);
            const doubt = { kind: 'unknown', nextTryAt: 60_000, reason: 'no answer' } as const;
            await store.deliveries.record(id, fence, doubt, 50_000);
          },
        ],
        [
          'a message whose edit waits',
          async (town, article) => {
            await rang(town.store, article, town.channel);
            await placeAlert(town.store, town.channel, article.storyId, 'First');
            await sendNext(town.store, 40_000);
            const more = { now: 50_000, choice: joining(article.storyId), sketched: telling(5) };
            const second = await town.store.articles.accept(acceptance(town.source, more));
            await ring(town.store, matched(second.article, []));
            await placeAlert(town.store, town.channel, article.storyId, 'First, with more');
          },
        ],
        [
          'a message that was sent lately, after a long pause',
          async ({ store, channel }, article) => {
            await rang(store, article, channel);
            await placeAlert(store, channel, article.storyId, 'Late');
            await sendNext(store, 50 * day);
          },
        ],
      ];

    test.each(waiting)('%s, with its text', async (_, bring) => {
      const town = await smallTown(open);
      const { store, source } = town;
      const { article } = await store.articles.accept(acceptance(source, { sketched: telling(5) }));
      await bring(town, article);
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 0, alerts: 0 });
      expect(await store.articles.article(article.id)).toMatchObject({ text: article.text });
    });

    test('an article that waits to be matched', async () => {
      const { store, source } = await smallTown(open);
      const { article } = await store.articles.accept(acceptance(source));
      await letGo(store, 100 * day);
      expect(await store.articles.due(9)).toEqual([article]);
    });

    test('a story that a living one follows; what follows one that is gone says nothing of it', async () => {
      const town = await smallTown(open);
      const { store, source } = town;
      const first = await sentAlert(town, { now: day, sketched: telling(5) });
      const second = await silent(town, { now: 2 * day, choice: following(first.storyId) });
      const keys = { now: 60 * day, draft: draft({ keys: second.keys, contentHash: 'new', title: 'New' }) };
      await store.articles.accept(acceptance(source, { ...keys, alertable: false }));
      expect(await letGo(store, 100 * day)).toMatchObject({ texts: 0 });
      expect(await letGo(store, 155 * day)).toMatchObject({ texts: 1 });
      expect(await letGo(store, 155 * day)).toMatchObject({ texts: 1 });
      await read(store, source.id, 200 * day);
      await store.articles.seenLately({ ...second, ...source, sourceId: source.id, now: 199 * day });
      await store.articles.known(source.id, 0, second.keys, 199 * day);
      expect(await letGo(store, 200 * day)).toMatchObject({ articles: 1, stories: 0 });
      const told = await store.articles.story(second.storyId);
      expect(told).toEqual({ first: { articleId: second.id, title: 'New' }, changes: [] });
      await read(store, source.id, 300 * day);
      expect(await letGo(store, 300 * day)).toMatchObject({ articles: 1, stories: 2 });
    });

    test('that a story is muted', async () => {
      const town = await smallTown(open);
      const { store, channel, source } = town;
      const article = await sentAlert(town, { now: day });
      await store.deliveries.muteStory({
        channelId: channel.id,
        storyId: article.storyId,
        by: 'ann',
        now: day,
      });
      await read(store, source.id, 200 * day);
      expect(await letGo(store, 200 * day)).toMatchObject({ articles: 1, stories: 0 });
      expect(await store.deliveries.isMuted(channel.id, article.storyId)).toBe(true);
    });
  });

  describe('an article without its text', () => {
    test('is known as long as its source shows it, and says nothing new', async () => {
      const town = await smallTown(open);
      const { store, source } = town;
      const article = await sentAlert(town, { now: day });
      for (let at = 100; at < 400; at += 30) {
        const now = at * day;
        await letGo(store, now);
        for (const contentHash of [article.contentHash, `as of day ${at}`]) {
          const shown = acceptance(source, { draft: { ...article, contentHash }, now });
          expect(await store.articles.accept(shown)).toMatchObject({ kind: 'known' });
        }
        await read(store, source.id, now);
      }
      expect(await store.articles.article(article.id)).toMatchObject({ forgotten: true });
      expect(await store.articles.due(9)).toEqual([]);
    });

    test('rings when another source brings what was only kept in silence, in its words', async () => {
      const town = await smallTown(open);
      const { store } = town;
      const article = await silent(town, { now: day });
      await letGo(store, 100 * day);
      const other = await openSource(store, 'https://b.example/');
      const says = {
        draft: draft({ keys: article.keys, title: 'Anew', text: 'Of today.' }),
        terms: ['anew'],
      };
      const brought = await store.articles.accept(acceptance(other, { ...says, now: 100 * day }));
      expect(brought).toMatchObject({ kind: 'ringing', article: { title: 'Anew', text: 'Of today.' } });
      expect(brought.article.forgotten).toBeUndefined();
      expect(await store.articles.due(9)).toEqual([brought.article]);
      const found = await store.articles.search({ workspaceId: 0, anyOf: ['anew'], limit: 9 });
      expect(found).toHaveLength(1);
      await store.articles.recordMatched(matched(brought.article, []));
      expect(await letGo(store, 101 * day)).toMatchObject({ texts: 0 });
    });
  });

  describe('what an article is recognised by', () => {
    test('goes when its source was read for so long without showing it, and not before', async () => {
      const town = await smallTown(open);
      const { store, source } = town;
      const article = await sentAlert(town, { now: day });
      expect(await letGo(store, 500 * day), 'it was never read again').toMatchObject({ keys: 0 });
      await read(store, source.id, 80 * day);
      expect(await letGo(store, 500 * day), 'it was not read since').toMatchObject({ keys: 0 });
      await read(store, source.id, 100 * day);
      expect(await letGo(store, 100 * day)).toMatchObject({ keys: 1, articles: 1, stories: 1 });
      expect(await store.articles.article(article.id)).toBeUndefined();
    });

    test('stays while any of its sources may show it', async () => {
      const town = await smallTown(open);
      const { store, source } = town;
      const article = await silent(town, { now: day });
      const other = await openSource(store, 'https://b.example/');
      await store.articles.accept(acceptance(other, { draft: article, alertable: false, now: day }));
      await read(store, source.id, 200 * day);
      expect(await letGo(store, 200 * day)).toMatchObject({ keys: 0 });
      await store.sources.remove(other.id);
      expect(await letGo(store, 200 * day)).toMatchObject({ keys: 1 });
    });

    test('what comes again after that is new, and rings where it did not ring before', async () => {
      const town = await smallTown(open);
      const { store, source, workspace, channel } = town;
      const article = await sentAlert(town, { now: day });
      await read(store, source.id, 200 * day);
      await letGo(store, 200 * day);
      const again = await store.articles.accept(acceptance(source, { draft: article, now: 300 * day }));
      expect(again).toMatchObject({ kind: 'new', article: { storyKey: article.storyKey } });
      const other = await store.workspaces.openChannel(workspace.id, 'other');
      const reasons = [reason('AWS')];
      const alerts = [channel, other].map(({ id }) => ({
        id: `a${article.storyId}-${id}`,
        channelId: id,
        reasons,
      }));
      await ring(store, { ...matched(again.article, []), alerts });
      expect((await store.deliveries.dueAlerts(999 * day, 9)).map(({ alert }) => alert.channelId)).toEqual([
        other.id,
      ]);
    });

    test("a channel that was told its workspace's own copy long ago is not told the public one", async () => {
      const town = await smallTown(open);
      const { store, source, workspace, channel } = town;
      const ours = await openSource(store, 'https://ours.example/', workspace.id);
      const own = await store.articles.accept(acceptance(ours, { now: day }));
      const id = alertIdsOf(own.article.storyKey)('local/local/news', 0);
      const alert = { id, channelId: channel.id, reasons: [reason('AWS')] };
      await ring(store, { ...matched(own.article, []), alerts: [alert] });
      await placeAll(store, 2 * day);
      await sendNext(store, 2 * day);
      expect(await letGo(store, 100 * day)).toMatchObject({ alerts: 1 });
      const asked = acceptance(source, { draft: draft({ keys: own.article.keys }), now: 100 * day });
      const shared = await store.articles.accept(asked);
      expect(shared.kind).toBe('new');
      await ring(store, matched(shared.article, [channel], { now: 100 * day }));
      expect(await store.deliveries.dueAlerts(999 * day, 9)).toEqual([]);
    });
  });

  describe('a pass', () => {
    test('begins once a day, whoever asks', async () => {
      const { store, openAgain } = await smallTown(open);
      const other = await openAgain();
      expect(await store.retention.begin(100 * day)).toBe(100 * day);
      expect(await other.retention.begin(100.9 * day)).toBeUndefined();
      expect(await other.retention.begin(101 * day)).toBe(101 * day);
      expect(await store.retention.begin(101 * day)).toBeUndefined();
    });

    test('a clock that leaps ahead is believed for two days a pass', async () => {
      const { store, source } = await smallTown(open);
      await store.articles.accept(acceptance(source, { now: 90 * day }));
      expect(await store.retention.begin(91 * day)).toBe(91 * day);
      expect(await store.retention.begin(4000 * day)).toBe(93 * day);
      expect(await store.retention.begin(4001 * day)).toBe(95 * day);
      expect(await store.retention.begin(96 * day), 'it is right again').toBe(96 * day);
    });

    test('after a long time away what is old goes by and by', async () => {
      const { store, source } = await smallTown(open);
      await store.articles.accept(acceptance(source, { now: 90 * day }));
      await store.retention.begin(91 * day);
      const lagsBehind = [];
      for (const now of [111, 112, 113, 129, 130, 131, 132])
        lagsBehind.push(now - ((await store.retention.begin(now * day)) ?? 0) / day);
      expect(lagsBehind).toEqual([18, 17, 16, 30, 29, 28, 27]);
    });

    test('several processes may be at it at once, while articles come', async () => {
      const town = await smallTown(open);
      const { store, source, openAgain } = town;
      const others = [await openAgain(), await openAgain()];
      for (let n = 0; n < 30; n += 1) await sentAlert(town, { now: day + n });
      await read(store, source.id, 200 * day);
      const [accepted, ...gone] = await Promise.all([
        store.articles.accept(acceptance(source, { now: 200 * day })),
        ...others.map((one) => letGo(one, 200 * day)),
        letGo(store, 200 * day),
      ]);
      expect(accepted.kind).toBe('new');
      const sum = (kept: Kept) => gone.reduce((all, one) => all + (one[kept] ?? 0), 0);
      expect([sum('texts'), sum('alerts'), sum('keys'), sum('articles')]).toEqual([30, 30, 30, 30]);
    });
  });
}

/** The source was read as a whole. */
function read(store: Store, sourceId: number, now: number): Promise<void> {
  return store.sources.recordPoll(sourceId, { kind: 'ok', gaveNew: false }, now, now);
}

async function silent(
  { store, source }: Town,
  changes: Partial<Acceptance> & { readonly now: number },
): Promise<Article> {
  return (await store.articles.accept(acceptance(source, { alertable: false, ...changes }))).article;
}

/** An article that rang, whose message was sent at once. */
async function sentAlert(
  town: Town,
  changes: Partial<Acceptance> & { readonly now: number },
): Promise<Article> {
  const { store, source, channel } = town;
  const { now } = changes;
  const { article } = await store.articles.accept(acceptance(source, changes));
  await ring(store, matched(article, [channel], { now }));
  await placeAll(store, now);
  await sendNext(store, now);
  return article;
}

function rang(store: Store, article: Article, channel: Town['channel']): Promise<void> {
  return ring(store, matched(article, [channel], { now: 20_000 }));
}

async function placeAll(store: Store, now: number): Promise<void> {
  const due = await store.deliveries.dueAlerts(now, 1000);
  const says = { content: content('News'), now, editDelayMs: 0 };
  await store.deliveries.place(due.map((one) => ({ due: one, messageId: one.alert.id, ...says })));
}

/** Sends the next message of a channel. @returns false if none waits */
async function sendNext(store: Store, now: number): Promise<boolean> {
  const asked = { platforms: ['local'], owner: 'me', now, leaseMs: 60_000 } as const;
  const held = await store.deliveries.leaseChannel(asked);
  if (held === undefined) return false;
  const { channel, fence } = held;
  const next = await store.deliveries.nextMessage(channel.id, now);
  if (next !== undefined) {
    await store.deliveries.startSending(next.id, fence, now);
    const sent = { kind: 'sent', externalId: 'x', revision: next.wantedRev } as const;
    await store.deliveries.record(next.id, fence, sent, now);
  }
  await store.deliveries.releaseChannel(channel.id, fence, 0);
  return true;
}

function alertId({ storyId }: Article, { id }: Town['channel']): string {
  return `a${storyId}-${id}`;
}
