/** The first step: feeds are fetched when their time has come, files are read when they are dropped. */
import { withShared } from '../accept/shared.ts';
import { wellFormed } from '../accept/well-formed.ts';
import type { Entry, Source } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Looked } from '../invoke/looked.ts';
import type { Log } from '../log.ts';
import type { SetAside } from '../set-aside.ts';
import { StorageFault } from '../store/faults.ts';
import type { Poll, Store } from '../store/store.ts';
import type { Fetcher } from '../watch/fetch.ts';
import { readEntry } from '../watch/file.ts';
import { namedBy } from '../watch/hop.ts';
import type { OfferedFile } from '../watch/inbox.ts';
import type { Fetched } from '../watch/outcome.ts';
import type { ParsedFeed, Parser } from '../watch/parser.ts';
import { nextPollAfter } from '../watch/schedule.ts';
import { shownUrl } from '../watch/shown-url.ts';
import type { World } from '../world.ts';
import type { Acceptance, AcceptOptions } from './accepting.ts';

export interface WatchingParts {
  readonly store: Pick<Store, 'sources'>;
  readonly world: World;
  readonly log: Log;
  readonly fetcher: Fetcher;
  readonly parser: Parser;
  readonly accept: (entry: Entry, source: Source, options: AcceptOptions) => Promise<Acceptance>;
  readonly aside: SetAside<number>;
  readonly onPolled: () => void;
  readonly stopped: () => boolean;
}

export interface Watching {
  /** Begins to look at what is due, without waiting for it. @returns when what failed may be tried again */
  readonly watchDue: () => Promise<number | undefined>;
  /** What the next look at a source finds; undefined if it has not ended within `ms`, or says nothing new. */
  readonly nextLook: (id: number, ms: number) => Promise<Looked | undefined>;
  /** Whoever waits for a look is told that there is none. */
  readonly endWaiting: () => void;
  /** Resolves when every look that has begun has ended. */
  readonly polled: () => Promise<void>;
  readonly watchFile: (inbox: Source, file: OfferedFile) => Promise<Acceptance>;
}

/** What came of a look. */
interface Look {
  /** What is noted of the feed. */
  readonly poll: Poll;
  /** Decides when it is looked at again. */
  readonly outcome: Fetched;
  /** What a feed showed. */
  readonly shown?: Shown | undefined;
  /** A web page that was given names it. */
  readonly named?: true | undefined;
}

interface Shown {
  readonly entries: number;
  readonly newestAt: number | undefined;
}

function lookedOf({ poll, shown, named }: Look, { title }: Source): Looked | undefined {
  if (poll.kind === 'unchanged') return undefined;
  if (poll.error !== undefined) return { kind: 'failed', reason: poll.error };
  if (poll.kind === 'failed' || shown === undefined) return undefined;
  return { kind: 'read', title: poll.title ?? title, movedTo: poll.url, named: named === true, ...shown };
}

function failed(outcome: Fetched, error: string): Look {
  return { poll: { kind: 'failed', error }, outcome };
}

/** A fraction of the time for which an article is recognised after its source last showed it. */
const readAgainMs = 15 * 24 * 60 * 60_000;
/** Feeds looked at side by side: they wait for the network. */
const parallelPolls = 8;

export function createWatching(parts: WatchingParts): Watching {
  const { store, world, log, fetcher, parser, accept, aside, onPolled, stopped } = parts;
  const polls = new Map<number, Promise<void>>();
  const waiting = new Map<number, Array<(found: Looked | undefined) => void>>();

  return {
    watchDue,
    nextLook,
    endWaiting() {
      for (const id of waiting.keys()) tell(id, undefined);
    },
    watchFile,
    async polled() {
      await Promise.all(polls.values());
    },
  };

  /** A slow server holds up no other. */
  async function watchDue(): Promise<number | undefined> {
    const limit = parallelPolls + polls.size + aside.size();
    const due = await store.sources.due(world.now(), limit);
    if (due.length < limit) aside.forgetOthers(due.map(({ id }) => id));
    for (const source of due) {
      if (stopped() || polls.size >= parallelPolls) break;
      if (polls.has(source.id) || !aside.isReady(source.id)) continue;
      const poll = aside
        .attempt(source.id, () => watchSource(source).catch(unlessStopped))
        .finally(() => {
          polls.delete(source.id);
          tell(source.id, undefined);
          onPolled();
        });
      polls.set(source.id, poll);
    }
    return aside.nextAt();
  }

  /** What we broke off ourselves is no fault. */
  function unlessStopped(fault: unknown): void {
    if (!stopped()) throw fault;
  }

  function nextLook(id: number, ms: number): Promise<Looked | undefined> {
    const { promise, resolve } = Promise.withResolvers<Looked | undefined>();
    const cancel = world.after(ms, () => resolve(undefined));
    waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
    return promise.finally(cancel);
  }

  function tell(id: number, found: Looked | undefined): void {
    for (const resolve of waiting.get(id) ?? []) resolve(found);
    waiting.delete(id);
  }

  async function watchSource(source: Source): Promise<void> {
    const { url, etag, lastModified, readAt = -Infinity } = source;
    // Now and then all of it is asked for, changed or not: what it shows is kept in mind for that (`store/prune-keys.ts`).
    const validators = world.now() - readAt < readAgainMs ? { etag, lastModified } : {};
    const fetched = await fetcher.fetch(url, validators);
    if (stopped()) return;
    const look = await readFetched(source, fetched);
    const { poll, outcome } = look;
    if (stopped()) return;
    if (poll.kind !== 'unchanged' && poll.error !== undefined)
      log.warn({ source: source.id, feed: source.title }, poll.error);
    // Only now are new validators kept: had we died before, the next poll would have brought it all again.
    const now = world.now();
    await store.sources.recordPoll(source.id, poll, now, nextPollAfter(outcome, source, now, world.random));
    tell(source.id, lookedOf(look, source));
  }

  /** Accepts what a feed brought, or the one that a page names. */
  async function readFetched(source: Source, fetched: Fetched): Promise<Look> {
    switch (fetched.kind) {
      case 'unchanged':
        return { poll: { kind: 'unchanged' }, outcome: fetched };
      case 'busy':
      case 'gone':
      case 'broken':
        return failed(fetched, fetched.reason);
      case 'fresh': {
        const parsed = await parser.feed(fetched.bytes, fetched);
        if (parsed.kind === 'feed') return acceptFeed(source, fetched, parsed);
        // What was read as a feed stays one: a page in its place is a fault, or the front page of somebody else.
        if (parsed.kind === 'names a feed' && source.baselineAt === undefined)
          return readNamed(source, parsed.feedUrl);
        return failed({ kind: 'broken', reason: parsed.reason }, parsed.reason);
      }
    }
  }

  /** A page was given: the feed it names is what is watched from now on, once it could be read. */
  async function readNamed(page: Source, named: string): Promise<Look> {
    const url = namedBy(page.url, named);
    const fetched = await fetcher.fetch(url);
    const parsed = fetched.kind === 'fresh' ? await parser.feed(fetched.bytes, fetched) : fetched;
    if (fetched.kind !== 'fresh' || parsed.kind !== 'feed') {
      const reason = 'reason' in parsed ? parsed.reason : `${shownUrl(url)} has nothing new for us.`;
      const outcome: Fetched = fetched.kind === 'fresh' ? { kind: 'broken', reason } : fetched;
      return failed(
        outcome,
        `${shownUrl(page.url)} is a web page; the feed it names cannot be read. ${reason}`,
      );
    }
    log.info({ source: page.id, feed: shownUrl(url) }, 'a web page names a feed, which is watched instead');
    // Of the feed; asked for with the page, should that be kept, they would say nothing.
    const { etag: _, lastModified: __, ...unmarked } = fetched;
    const movedTo = fetched.movedTo ?? url;
    return { ...(await acceptFeed({ ...page, url }, { ...unmarked, movedTo }, parsed)), named: true };
  }

  async function acceptFeed(
    source: Source,
    fetched: Extract<Fetched, { kind: 'fresh' }>,
    feed: Extract<ParsedFeed, { kind: 'feed' }>,
  ): Promise<Look> {
    if (feed.note !== undefined) log.warn({ source: source.id, feed: source.title }, feed.note);
    // The first poll is silent: what was there before us is kept for /latest, but rings for nobody.
    const alertable = source.baselineAt !== undefined;
    const { servedAt } = fetched;
    const { gaveNew, error, newestAt } = await acceptEntries(feed.entries, source, { alertable, servedAt });
    const { etag, lastModified, movedTo } = fetched;
    const title = feed.title && wellFormed(feed.title);
    const language = feed.language && wellFormed(feed.language);
    // Looked at again after its usual time even if an entry failed: what is new beside it must not ring later.
    return {
      poll: { kind: 'ok', etag, lastModified, title, language, url: movedTo, gaveNew, error },
      outcome: fetched,
      shown: { entries: feed.entries.length, newestAt },
    };
  }

  /** One after the other; one that fails does so alone. */
  async function acceptEntries(
    entries: readonly Entry[],
    source: Source,
    options: AcceptOptions,
  ): Promise<{
    readonly gaveNew: boolean;
    readonly newestAt: number | undefined;
    readonly error?: string | undefined;
  }> {
    let gaveNew = false;
    let newestAt: number | undefined;
    const faults: unknown[] = [];
    for (const entry of withShared(entries, source.url)) {
      if (stopped()) break;
      try {
        const accepted = await accept(entry, source, options);
        gaveNew ||= accepted.kind === 'new';
        // An article whose entry has no date is taken to be of now.
        if (accepted.kind !== 'rejected' && entry.published !== undefined)
          newestAt = Math.max(newestAt ?? 0, accepted.article.publishedAt);
      } catch (fault) {
        // A full disk is met by all of them.
        if (fault instanceof StorageFault) throw fault;
        faults.push(fault);
        // The first one: a thousand of a kind say no more.
        if (faults.length > 1) continue;
        const facts = { err: fault, source: source.id, feed: source.title, entry: entry.keys[0] };
        log.error(facts, `an entry could not be kept, others of its feed are: ${reasonOf(fault)}`);
      }
    }
    if (faults.length === 0) return { gaveNew, newestAt };
    const some = `${faults.length} of the ${entries.length} entries of ${shownUrl(source.url)}`;
    return {
      gaveNew,
      newestAt,
      error: `${some} could not be kept. They are tried again whenever it is looked at; the log says why.`,
    };
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
    const read = await readEntry(file.name, file.bytes, parser);
    if (read.kind === 'broken') return { kind: 'rejected', reason: read.reason };
    if (read.note !== undefined) log.warn({ file: file.name }, read.note);
    // A file that grew is the same article, better known: its former key ties it to what was accepted.
    const former = file.grownFrom === undefined ? [] : [`sha256:${file.grownFrom}`];
    return accept({ ...read.entry, keys: [...read.entry.keys, ...former] }, inbox, { alertable: true });
  }
}
