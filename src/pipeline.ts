/**
 * The steps of an article, in order: **watch → accept → match → summarize → deliver**. Read it after `main.ts`.
 *
 *     a feed is fetched, or a file is dropped             pipeline/watching.ts
 *       → accepted with its story, unless it is known     pipeline/accepting.ts    ‖ the article is due
 *       → matched                                         pipeline/matching.ts     ‖ its alerts are due
 *       → fanned out to the channels in which it rang     deliver/place.ts         ‖ they are made
 *       → summarized once                                 deliver/place.ts
 *       → placed in messages, new or their next revision  deliver/place.ts         ‖ messages are pending
 *       → posted, or edited where they are visible        deliver/send.ts
 *
 * ‖ is a row in the database that says "due", written in the transaction of the step before it. Each hand-over can be
 * interrupted for ever at any point: whoever looks next finds the row. Wakes only save waiting; losing one loses time.
 */
import { placeDue } from './deliver/place.ts';
import { createSender } from './deliver/send.ts';
import type { Channel, Language, PlatformName, Source } from './domain.ts';
import { reasonOf } from './errors.ts';
import type { Looked } from './invoke/looked.ts';
import type { Log } from './log.ts';
import { createLoop } from './loop.ts';
import type { Meter } from './meter.ts';
import { type Acceptance, createAccepting } from './pipeline/accepting.ts';
import { createClock } from './pipeline/clock.ts';
import { createMatching } from './pipeline/matching.ts';
import { createPruning } from './pipeline/pruning.ts';
import { createWatching } from './pipeline/watching.ts';
import type { Platform } from './platform/platform.ts';
import { createSetAside } from './set-aside.ts';
import { StorageFault } from './store/faults.ts';
import type { Store } from './store/store.ts';
import type { Fetcher } from './watch/fetch.ts';
import type { OfferedFile } from './watch/inbox.ts';
import type { Parser } from './watch/parser.ts';
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
  /** Old texts, alerts, logs and posts are deleted after so many days; absent: never. */
  readonly keepDays?: number | undefined;
  /** A channel that took messages until now takes none any more. */
  readonly onPaused?: ((channel: Channel, reason: string) => void) | undefined;
}

export interface Pipeline {
  /** There may be feeds whose time has come. */
  readonly watchSources: () => void;
  /** Looks at a feed that was just added; undefined if what it shows is not known within 8 seconds. */
  readonly lookAt: (sourceId: number) => Promise<Looked | undefined>;
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
   * Finishes the steps under way and gives the channels back, within some seconds; closes the fetcher and the parser.
   * What these say from now on is not written down: they were broken off by us.
   */
  readonly stop: () => Promise<void>;
  /** Steps that fail again and again, with how often they have in a row. */
  readonly failing: () => ReadonlyArray<{ readonly step: string; readonly faults: number }>;
}

/** One failure is a moment's; a step that has failed so often in a row needs somebody. */
const failingFrom = 3;

/** As long as somebody who has added a feed waits for what it shows; most servers answer in one second. */
const firstLookMs = 8000;

export function createPipeline(parts: PipelineParts): Pipeline {
  const { store, log, meter } = parts;
  const clock = createClock(parts.world, store, log);
  const world: World = { ...parts.world, now: clock.now };
  let stopping = false;
  const stopped = (): boolean => stopping;

  const badAlerts = createSetAside<string>(world, onBadRow('alert', 'placing'), isOfRow);
  const badParts = createSetAside<number>(world, onBadRow('part', 'fanning out'), isOfRow);
  const match = createMatching({
    store,
    world,
    log,
    aside: createSetAside<number>(world, onBadRow('article', 'matching'), isOfRow),
    onDue: () => placing.wake(),
    isRunning: () => matching.isRunning(),
    stopped,
  });
  const accept = createAccepting({
    store,
    world,
    meter,
    identify: parts.identify,
    room: match.room,
    onAccepted({ id }, analysis) {
      if (analysis !== undefined) match.expect(id, analysis);
      matching.wake();
    },
  });
  const watch = createWatching({
    store,
    world,
    log,
    fetcher: parts.fetcher,
    parser: parts.parser,
    accept,
    aside: createSetAside<number>(world, onBadRow('source', 'watching')),
    onPolled: () => watching.wake(),
    stopped,
  });
  const sender = createSender({
    ...parts,
    world,
    deliveries: store.deliveries,
    onFree: () => sending.wake(),
  });

  const sending = createLoop(sender.serveDue, world, onFault('sending'));
  const placing = createLoop(place, world, onFault('placing alerts'));
  const matching = createLoop(match.matchDue, world, onFault('matching'));
  const watching = createLoop(watch.watchDue, world, onFault('watching feeds'));
  const { keepDays } = parts;
  const prune = keepDays === undefined ? async () => undefined : createPruning({ ...parts, world, keepDays });
  const pruning = createLoop(prune, world, onFault('deleting what is old'));
  const heeding = createLoop(heedClock, world, onFault('turning the clock back'));

  return {
    watchSources: watching.wake,
    lookAt(sourceId) {
      const found = watch.nextLook(sourceId, firstLookMs);
      watching.wake();
      return found;
    },
    watchFile: watch.watchFile,
    tick,
    deliver: sending.wake,
    async start() {
      const planned = await store.turnBack(world.now());
      if (planned > 0)
        log.warn({ rows: planned }, 'the clock was ahead before: what was planned by it is due');
      const doubtful = await store.deliveries.takeOver(world.now());
      if (doubtful > 0)
        log.info({ messages: doubtful }, 'was interrupted while sending; these are looked up first');
      tick();
    },
    async settle() {
      await heeding.idle();
      do {
        await watching.idle();
        await watch.polled();
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
      // Side by side: a feed that takes its time to be fetched or read, a platform that keeps us waiting, do so while the
      // others finish. What was not read is read after the next start.
      await Promise.all([
        parts.fetcher.close(),
        parts.parser.close(),
        heeding.stop(),
        pruning.stop(),
        watching.stop().then(watch.polled).then(watch.endWaiting),
        matching.stop(),
        placing.stop(),
        sending.stop(),
        sender.stop(),
      ]);
    },
  };

  async function place(): Promise<number | undefined> {
    const nextAt = await placeDue({
      store,
      world,
      log,
      aside: badAlerts,
      partsAside: badParts,
      editDelayMs: (platform) => parts.platforms.get(platform)?.editDelayMs ?? 0,
      onPlaced: () => sending.wake(),
      stopped,
    });
    sending.wake();
    return nextAt;
  }

  function tick(): void {
    heeding.wake();
    pruning.wake();
    wakeAll();
  }

  async function heedClock(): Promise<undefined> {
    if (await clock.heed()) wakeAll();
  }

  function wakeAll(): void {
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

/** A full disk or a lost connection is no fault of the article that met it. */
function isOfRow(fault: unknown): boolean {
  return !(fault instanceof StorageFault);
}
