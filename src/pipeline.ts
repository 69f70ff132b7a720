/**
 * The steps of an article, in order: **watch → accept → match → summarize → deliver**. Read it after `main.ts`.
 *
 *     a feed is fetched, or a file is dropped               watchSource, watchFile
 *       → accepted with its story, unless it is known       acceptEntry     ‖ the article is due
 *       → matched, summarized once, composed                matchArticle    ‖ its alerts are due
 *       → placed in messages, new or their next revision    placeDue        ‖ messages are pending
 *       → posted, or edited where they are visible          serveDue
 *
 * ‖ is a row in the database that says "due", written in the transaction of the step before it. Each hand-over can be
 * interrupted for ever at any point: whoever looks next finds the row. Wakes only save waiting; losing one loses time.
 */
import { setImmediate } from 'node:timers/promises';
import { draftOf } from './accept/accept.ts';
import { keyFiguresOf } from './accept/key-figures.ts';
import { sketchOf, tellingOf } from './accept/sketch.ts';
import { tellFigures } from './accept/story-figures.ts';
import { chooseStory } from './accept/story.ts';
import { composeAlerts } from './deliver/compose.ts';
import { placeDue } from './deliver/place.ts';
import { createSender } from './deliver/send.ts';
import type {
  Article,
  Channel,
  Entry,
  Language,
  PlatformName,
  Source,
  StandingSubscription,
  Subscription,
} from './domain.ts';
import { reasonOf, UserError } from './errors.ts';
import { type Analysis, analyze, searchTerms } from './language/analyze.ts';
import type { Log } from './log.ts';
import { createLoop } from './loop.ts';
import type { Meter } from './meter.ts';
import { factsOf } from './match/facts.ts';
import { parseQuery } from './match/query.ts';
import { createQueryIndex } from './match/query-index.ts';
import { ringsFrom } from './match/rings.ts';
import type { Platform } from './platform/platform.ts';
import type { Accepted, Poll, Store } from './store/store.ts';
import { createSetAside } from './set-aside.ts';
import { summarize } from './summarize/extract.ts';
import type { Fetcher } from './watch/fetch.ts';
import { readEntry } from './watch/file.ts';
import type { OfferedFile } from './watch/inbox.ts';
import type { Fetched } from './watch/outcome.ts';
import type { Parser } from './watch/parser.ts';
import { nextPollAfter } from './watch/schedule.ts';
import type { World } from './world.ts';

export interface PipelineParts {
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
  readonly meter: Meter;
  readonly fetcher: Fetcher;
  readonly parser: Parser;
  readonly identify: (text: string, declared?: string) => Promise<Language>;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** Tells this process from others on the same database. */
  readonly owner: string;
  readonly whenInDoubt?: 'send again' | 'leave' | undefined;
  /** Where whoever looks after the bot is told of channels that take no messages. */
  readonly operatorChannel?: (() => Promise<number>) | undefined;
  /** A channel that took messages until now takes none any more. */
  readonly onPaused?: ((channel: Channel, reason: string) => void) | undefined;
}

export interface Pipeline {
  /** There may be feeds whose time has come. */
  readonly watchSources: () => void;
  /** Reads one file of the inbox and accepts it. What is no article is `rejected` with a reason, and noted with the source. */
  readonly watchFile: (inbox: Source, file: OfferedFile) => Promise<Acceptance>;
  /** Looks at everything that may be due; so does a clock, so that a wake that was lost costs seconds. */
  readonly tick: () => void;
  /** There may be something to send: a channel was resumed. */
  readonly deliver: () => void;
  /** Takes up what an earlier run left, then goes on by itself. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing that is due now is left. */
  readonly settle: () => Promise<void>;
  /**
   * Finishes the steps under way and gives the channels back, within some seconds. What a fetch says from now on is
   * not written down: it was broken off by us.
   */
  readonly stop: () => Promise<void>;
  /** Steps that fail again and again, with how often they have in a row. */
  readonly failing: () => ReadonlyArray<{ readonly step: string; readonly faults: number }>;
}

export type Acceptance = Accepted | { readonly kind: 'rejected'; readonly reason: string };

/** Feeds looked at side by side: they wait for the network. */
const parallelPolls = 8;
const matchBatch = 50;
/** Analyses of articles that wait to be matched; one of a long article takes some 200 kB. */
const analysesKept = 50;
/** Articles that may wait to be matched before whoever brings more has to wait: what is accepted is to ring soon. */
const mostUnmatched = 12;
/** Alerts that become due in one transaction, some 100 ms: an answer to a person may have to wait for it. */
const alertsAtOnce = 2000;
/** One failure is a moment's; a step that has failed so often in a row needs somebody. */
const failingFrom = 3;

export function createPipeline(parts: PipelineParts): Pipeline {
  const { store, world, log, meter } = parts;
  const index = createQueryIndex();
  const subscriptions = new Map<number, StandingSubscription>();
  /** One text for all subscriptions of a channel. */
  const channelKeys = new Map<number, string>();
  let subscriptionsAsOf = 0;
  let stopping = false;

  const badArticles = createSetAside<number>(world, onBadRow('article', 'matching'), isOfRow);
  const badAlerts = createSetAside<string>(world, onBadRow('alert', 'placing'), isOfRow);
  const badSources = createSetAside<number>(world, onBadRow('source', 'watching'));
  const polls = new Map<number, Promise<void>>();
  const analyses = new Map<number, Analysis>();
  const unmatched = new Set<number>();
  let oneMatched = Promise.withResolvers<void>();
  const sender = createSender({ ...parts, deliveries: store.deliveries, onFree: () => sending.wake() });

  const sending = createLoop(sender.serveDue, world, onFault('sending'));
  const placing = createLoop(place, world, onFault('placing alerts'));
  const matching = createLoop(matchDue, world, onFault('matching'));
  const watching = createLoop(watchDueSources, world, onFault('watching feeds'));

  return {
    watchSources: watching.wake,
    watchFile,
    tick,
    deliver: sending.wake,
    async start() {
      const doubtful = await store.deliveries.takeOver(world.now());
      if (doubtful > 0)
        log.info({ messages: doubtful }, 'was interrupted while sending; these are looked up first');
      tick();
    },
    async settle() {
      do {
        await watching.idle();
        await Promise.all(polls.values());
      } while (watching.isRunning());
      await matching.idle();
      await placing.idle();
      // Whoever gives a channel back wakes the loop: there may be more.
      do {
        await sending.idle();
        await sender.idle();
      } while (sending.isRunning());
    },
    failing: () =>
      Object.entries({ watching, matching, placing, sending })
        .map(([step, loop]) => ({ step, faults: loop.faults() }))
        .filter(({ faults }) => faults >= failingFrom),
    async stop() {
      stopping = true;
      // Whoever waits for a server would keep us waiting: what was not read is read after the next start.
      await parts.fetcher.close();
      await watching.stop();
      await Promise.all(polls.values());
      // Side by side: a platform that keeps us waiting does so while the others finish.
      await Promise.all([matching.stop(), placing.stop(), sending.stop(), sender.stop()]);
    },
  };

  // ── watch ──────────────────────────────────────────────────────────────────────────────────────

  /** Begins to look at what is due, without waiting for it: a slow server holds up no other. */
  async function watchDueSources(): Promise<number | undefined> {
    const due = await store.sources.due(world.now(), parallelPolls + polls.size + badSources.size());
    for (const source of due) {
      if (stopping || polls.size >= parallelPolls) break;
      if (polls.has(source.id) || !badSources.isReady(source.id)) continue;
      const poll = badSources
        .attempt(source.id, () => watchSource(source))
        .finally(() => {
          polls.delete(source.id);
          watching.wake();
        });
      polls.set(source.id, poll);
    }
    return badSources.nextAt();
  }

  async function watchSource(source: Source): Promise<void> {
    const { url, etag, lastModified } = source;
    const fetched = await parts.fetcher.fetch(url, { etag, lastModified });
    if (stopping) return;
    const { poll, outcome } = await readFeed(source, fetched);
    if (stopping) return;
    if (poll.kind === 'failed') log.warn({ source: source.id, feed: source.title }, poll.error);
    // Only now are new validators kept: had we died before, the next poll would have brought it all again.
    const now = world.now();
    await store.sources.recordPoll(source.id, poll, now, nextPollAfter(outcome, source, now, world.random));
  }

  /** Accepts what a feed brought. @returns what is noted of it, and what decides when it is looked at again */
  async function readFeed(
    source: Source,
    fetched: Fetched,
  ): Promise<{ readonly poll: Poll; readonly outcome: Fetched }> {
    switch (fetched.kind) {
      case 'unchanged':
        return { poll: { kind: 'unchanged' }, outcome: fetched };
      case 'busy':
      case 'gone':
      case 'broken':
        return { poll: { kind: 'failed', error: fetched.reason }, outcome: fetched };
      case 'fresh': {
        const feed = await parts.parser.feed(fetched.bytes, fetched);
        if (feed.kind === 'broken') return { poll: { kind: 'failed', error: feed.reason }, outcome: feed };
        if (feed.note !== undefined) log.warn({ source: source.id, feed: source.title }, feed.note);
        // The first poll is silent: what was there before us is kept for /latest, but rings for nobody.
        const alertable = source.baselineAt !== undefined;
        let gaveNew = false;
        for (const entry of feed.entries) {
          if (stopping) break;
          const { kind } = await acceptEntry(entry, source, alertable);
          gaveNew ||= kind === 'new';
        }
        const { etag, lastModified, movedTo } = fetched;
        const { title, language } = feed;
        return {
          poll: { kind: 'ok', etag, lastModified, title, language, url: movedTo, gaveNew },
          outcome: fetched,
        };
      }
    }
  }

  async function watchFile(inbox: Source, file: OfferedFile): Promise<Acceptance> {
    const outcome = await acceptFile(inbox, file);
    const now = world.now();
    if (outcome.kind === 'rejected') {
      log.warn(
        { file: file.name, reason: outcome.reason },
        'a file in the inbox cannot be read as an article',
      );
      await store.sources.recordPoll(
        inbox.id,
        { kind: 'failed', error: `${file.name}: ${outcome.reason}` },
        now,
        now,
      );
    } else {
      log.info(
        { file: file.name, article: outcome.article.id, outcome: outcome.kind },
        'read from the inbox',
      );
      await store.sources.recordPoll(inbox.id, { kind: 'ok', gaveNew: outcome.kind === 'new' }, now, now);
    }
    return outcome;
  }

  async function acceptFile(inbox: Source, file: OfferedFile): Promise<Acceptance> {
    const read = await readEntry(file.name, file.bytes, parts.parser);
    if (read.kind === 'broken') return { kind: 'rejected', reason: read.reason };
    if (read.note !== undefined) log.warn({ file: file.name }, read.note);
    // A file that grew is the same article, better known: its former key ties it to what was accepted.
    const former = file.grownFrom === undefined ? [] : [`sha256:${file.grownFrom}`];
    return acceptEntry({ ...read.entry, keys: [...read.entry.keys, ...former] }, inbox, true);
  }

  // ── accept ─────────────────────────────────────────────────────────────────────────────────────

  async function acceptEntry(entry: Entry, source: Source, alertable: boolean): Promise<Acceptance> {
    while (unmatched.size >= mostUnmatched && matching.isRunning()) await oneMatched.promise;
    world.reach('entry read');
    const now = world.now();
    const judged = await draftOf(
      entry,
      {
        now,
        sourceTitle: source.title,
        sourceUrl: source.kind === 'feed' ? source.url : undefined,
        sourceLanguage: source.language,
        sourceZone: source.zone,
      },
      parts.identify,
    );
    if (judged.kind === 'rejected') return judged;

    const { draft } = judged;
    const analysis = analyze(draft);
    const sketched = sketchOf(draft, analysis);
    const figures = keyFiguresOf(draft, analysis);
    const accepted = await store.articles.accept({
      draft,
      audience: source.audience,
      sourceId: source.id,
      alertable,
      now,
      terms: [...factsOf(draft).terms, ...searchTerms(analysis)],
      sketch: sketched.sketch,
      telling: tellingOf(sketched),
      chooseStory(candidates, spread) {
        return chooseStory({ ...sketched, language: draft.language }, candidates, spread);
      },
      ownFigures: tellFigures({ seen: [], changes: [] }, figures),
      tellFigures: (told) => tellFigures(told, figures),
    });
    world.reach('article accepted');
    if (accepted.kind !== 'known') {
      meter.accepted(accepted.article.id, now);
      if (alertable) keepAnalysis(accepted.article.id, analysis);
      if (alertable) unmatched.add(accepted.article.id);
      matching.wake();
    }
    return accepted;
  }

  // ── match, summarize, compose ──────────────────────────────────────────────────────────────────

  async function matchDue(): Promise<number | undefined> {
    try {
      await matchAllDue();
    } catch (fault) {
      // Nobody waits for what is not being done.
      noteMatched(unmatched);
      throw fault;
    }
    if (stopping) noteMatched(unmatched);
    return badArticles.nextAt();
  }

  async function matchAllDue(): Promise<void> {
    while (!stopping) {
      const limit = matchBatch + badArticles.size();
      const articles = await store.articles.due(limit);
      // After the articles: whoever subscribed before one of them was accepted is in the index by now.
      await catchUpWithSubscriptions();
      const ready = articles.filter(({ id }) => badArticles.isReady(id));
      // The next one is matched while the one before is written down.
      let written: Promise<void> = Promise.resolve();
      for (const article of ready) {
        if (stopping) break;
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
    await badArticles.attempt(article.id, () => matchArticle(article, before));
    placing.wake();
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
    const summary =
      matches.length === 0 ? undefined : ({ text: summarize(article), method: 'extract' } as const);
    const asOf = subscriptionsAsOf;
    await before;
    // Nothing of it is written: it is still due, and the next start begins it anew.
    if (stopping) return;
    const now = world.now();
    // At least one, which notes that the article is done.
    for (let at = 0; at === 0 || at < alerts.length; at += alertsAtOnce) {
      // The article is still due: the next start begins it anew, which is safe.
      if (stopping && at > 0) return;
      await store.articles.recordMatched({
        articleId: article.id,
        revision: article.revision,
        storyId: article.storyId,
        summary,
        alerts: alerts.slice(at, at + alertsAtOnce),
        part: { first: at === 0, last: at + alertsAtOnce >= alerts.length },
        asOf,
        now,
      });
    }
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

  // ── deliver ────────────────────────────────────────────────────────────────────────────────────

  async function place(): Promise<number | undefined> {
    const nextAt = await placeDue({
      store,
      world,
      log,
      aside: badAlerts,
      editDelayMs: (platform) => parts.platforms.get(platform)?.editDelayMs ?? 0,
      onPlaced: () => sending.wake(),
      stopped: () => stopping,
    });
    sending.wake();
    return nextAt;
  }

  // ── all of them ────────────────────────────────────────────────────────────────────────────────

  function tick(): void {
    watching.wake();
    matching.wake();
    placing.wake();
    sending.wake();
  }

  function onBadRow(
    kind: string,
    what: string,
  ): (id: number | string, fault: unknown, retryInMs: number) => void {
    return (id, fault, retryInMs) =>
      log.error(
        { err: fault, [kind]: id, retryInMs },
        `${what} failed, it is tried again: ${reasonOf(fault)}`,
      );
  }

  function onFault(what: string): (fault: unknown, retryInMs: number) => void {
    return (fault, retryInMs) => {
      meter.failed(what);
      log.error({ err: fault, retryInMs }, `${what} failed, nothing is lost: ${reasonOf(fault)}`);
    };
  }
}

/** A subscription rings for what its workspace may see and first heard of after it was made. */
function rings(subscription: StandingSubscription, article: Article): boolean {
  const from = ringsFrom(article, subscription.workspaceId);
  return from !== undefined && from > subscription.sinceArticleId;
}

/** A full disk is for a person to mend, and no fault of the article that met it. */
function isOfRow(fault: unknown): boolean {
  return !(fault instanceof UserError);
}
