/** The third step: an article meets the subscriptions, and its alerts are due. */
import { setImmediate } from 'node:timers/promises';
import { composeAlerts } from '../deliver/compose.ts';
import type { Article, StandingSubscription, Subscription } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import { type Analysis, analyze } from '../language/analyze.ts';
import type { Log } from '../log.ts';
import { factsOf } from '../match/facts.ts';
import { parseQuery } from '../match/query.ts';
import { createQueryIndex } from '../match/query-index.ts';
import { ringsFrom } from '../match/rings.ts';
import type { SetAside } from '../set-aside.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

export interface MatchingParts {
  readonly store: Pick<Store, 'articles' | 'subscriptions'>;
  readonly world: World;
  readonly log: Log;
  readonly aside: SetAside<number>;
  /** The alerts of an article are due. */
  readonly onDue: () => void;
  /** Whether anybody is matching at all. */
  readonly isRunning: () => boolean;
  readonly stopped: () => boolean;
}

export interface Matching {
  /** @returns when what failed may be tried again */
  readonly matchDue: () => Promise<number | undefined>;
  /** An article waits to be matched that was understood just now. */
  readonly expect: (articleId: number, analysis: Analysis) => void;
  /** Resolves when few enough wait. */
  readonly room: () => Promise<void>;
}

const matchBatch = 50;
/** Analyses of articles that wait to be matched; one of a long article takes some 200 kB. */
const analysesKept = 50;
/** Articles that may wait to be matched before whoever brings more has to wait: what is accepted is to ring soon. */
const mostUnmatched = 12;

export function createMatching(parts: MatchingParts): Matching {
  const { store, world, log, aside, onDue, isRunning, stopped } = parts;
  const index = createQueryIndex();
  const subscriptions = new Map<number, StandingSubscription>();
  /** One text for all subscriptions of a channel. */
  const channelKeys = new Map<number, string>();
  let subscriptionsAsOf = 0;
  const analyses = new Map<number, Analysis>();
  const unmatched = new Set<number>();
  let oneMatched = Promise.withResolvers<void>();

  return {
    matchDue,
    expect(articleId, analysis) {
      keepAnalysis(articleId, analysis);
      unmatched.add(articleId);
    },
    async room() {
      while (unmatched.size >= mostUnmatched && isRunning()) await oneMatched.promise;
    },
  };

  async function matchDue(): Promise<number | undefined> {
    try {
      await matchAllDue();
    } finally {
      // Nobody waits for what is not being done, nor for what was matched before we heard that it had been accepted.
      noteMatched(unmatched);
    }
    return aside.nextAt();
  }

  async function matchAllDue(): Promise<void> {
    while (!stopped()) {
      const limit = matchBatch + aside.size();
      const articles = await store.articles.due(limit);
      if (articles.length < limit) aside.forgetOthers(articles.map(({ id }) => id));
      // After the articles: whoever subscribed before one of them was accepted is in the index by now.
      await catchUpWithSubscriptions();
      const ready = inOrder(
        articles.filter(({ id }) => aside.isReady(id)),
        articles.length < limit ? Infinity : (articles.at(-1)?.id ?? 0),
      );
      // The next one is matched while the one before is written down.
      let written: Promise<void> = Promise.resolve();
      for (const article of ready) {
        if (stopped()) break;
        const before = written;
        written = matchAfter(before, article);
        // It throws for whoever waits for it; that is not always the next.
        written.catch(() => {});
        await before;
      }
      await written;
      if (ready.length === 0 || articles.length < limit) break;
    }
  }

  function noteMatched(ids: Iterable<number>): void {
    for (const id of ids) unmatched.delete(id);
    oneMatched.resolve();
    oneMatched = Promise.withResolvers();
  }

  function keepAnalysis(articleId: number, analysis: Analysis): void {
    if (analyses.size >= analysesKept) analyses.clear();
    analyses.set(articleId, analysis);
  }

  /** Most articles are matched moments after they were read: what was understood then need not be again. */
  function analysisOf(article: Article): Analysis {
    const known = analyses.get(article.id);
    analyses.delete(article.id);
    const holds =
      known?.title === article.title && known.text === article.text && known.language === article.language;
    return holds ? known : analyze(article);
  }

  async function matchAfter(before: Promise<void>, article: Article): Promise<void> {
    await aside.attempt(article.id, () => matchArticle(article, before));
    onDue();
    noteMatched([article.id]);
  }

  /** @param before what must be written first, for channels have their alerts in order */
  async function matchArticle(article: Article, before: Promise<void>): Promise<void> {
    const matches = index.match(analysisOf(article), factsOf(article)).flatMap(({ id, evidence }) => {
      const subscription = subscriptions.get(id);
      return subscription !== undefined && rings(subscription, article) ? [{ subscription, evidence }] : [];
    });
    world.reach('article matched');
    const alerts = composeAlerts(article, matches);
    const asOf = subscriptionsAsOf;
    await before;
    // Nothing of it is written: it is still due, and the next start begins it anew.
    if (stopped()) return;
    const now = world.now();
    await store.articles.recordMatched({
      articleId: article.id,
      revision: article.revision,
      storyId: article.storyId,
      alerts,
      asOf,
      now,
    });
    world.reach('alerts due');
    log.debug({ article: article.id, matches: matches.length }, 'matched');
    // An alert's id is its message's: the same from here to the platform.
    for (const { id, channelId } of alerts)
      log.debug({ message: id, article: article.id, channel: channelId }, 'alert due');
  }

  async function catchUpWithSubscriptions(): Promise<void> {
    for (let since = -1; since < subscriptionsAsOf;) {
      since = subscriptionsAsOf;
      const { changeNo, added, removed } = await store.subscriptions.changes(since);
      for (const [done, subscription] of added.entries()) {
        follow(subscription);
        // Tens of thousands at a start must not hold up a person who types.
        if (done % 200 === 199) await setImmediate();
      }
      for (const id of removed) {
        subscriptions.delete(id);
        index.remove(id);
      }
      subscriptionsAsOf = changeNo;
    }
  }

  function follow(subscription: Subscription): void {
    try {
      // As typed, not its canonical form: evidence is told in the person's own words.
      if (!subscriptions.has(subscription.id)) index.add(subscription.id, parseQuery(subscription.typed));
      subscriptions.set(subscription.id, standing(subscription));
    } catch (fault) {
      // One that a later version cannot read must not silence all the others.
      const facts = { subscription: subscription.id, typed: subscription.typed, reason: reasonOf(fault) };
      log.error(
        facts,
        'a subscription cannot be read any more and does not ring: remove it and subscribe again',
      );
    }
  }

  /** Spelled out: an object made of the rest of another takes twice the memory. */
  function standing(subscription: Subscription): StandingSubscription {
    const { id, channelId, workspaceId, typed, sinceArticleId, delivery } = subscription;
    const channelKey = channelKeys.getOrInsert(channelId, subscription.channelKey);
    return { id, channelId, workspaceId, channelKey, typed, sinceArticleId, delivery };
  }
}

/** A subscription rings for what its workspace may see and first heard of after it was made. */
function rings(subscription: StandingSubscription, article: Article): boolean {
  const from = ringsFrom(article, subscription.workspaceId);
  return from !== undefined && from > subscription.sinceArticleId;
}

/**
 * In the order in which they began to ring, which is that of their numbers unless one was known in silence before.
 * @param last of those that wait, these are the ones up to this number: what began to ring later has its turn later
 */
function inOrder(articles: readonly Article[], last: number): readonly Article[] {
  const sorted = articles.toSorted((a, b) => rangAt(a) - rangAt(b));
  const first = sorted.filter((article) => rangAt(article) <= last);
  return first.length > 0 ? first : sorted;
}

/** Rings are numbered together with articles. */
function rangAt({ id, rings: all }: Article): number {
  return Math.max(id, ...all.map(({ no }) => no));
}
