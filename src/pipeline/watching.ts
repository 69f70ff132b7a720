/** The first step: feeds are fetched when their time has come, files are read when they are dropped. */
import { withShared } from '../accept/shared.ts';
import { wellFormed } from '../accept/well-formed.ts';
import type { Entry, Source } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { SetAside } from '../set-aside.ts';
import { StorageFault } from '../store/faults.ts';
import type { Poll, Store } from '../store/store.ts';
import type { Fetcher } from '../watch/fetch.ts';
import { readEntry } from '../watch/file.ts';
import type { OfferedFile } from '../watch/inbox.ts';
import type { Fetched } from '../watch/outcome.ts';
import type { Parser } from '../watch/parser.ts';
import { nextPollAfter } from '../watch/schedule.ts';
import { shownUrl } from '../watch/shown-url.ts';
import type { World } from '../world.ts';
import type { Acceptance } from './accepting.ts';

export interface WatchingParts {
  readonly store: Pick<Store, 'sources'>;
  readonly world: World;
  readonly log: Log;
  readonly fetcher: Fetcher;
  readonly parser: Parser;
  readonly accept: (entry: Entry, source: Source, alertable: boolean) => Promise<Acceptance>;
  readonly aside: SetAside<number>;
  readonly onPolled: () => void;
  readonly stopped: () => boolean;
}

export interface Watching {
  /** Begins to look at what is due, without waiting for it. @returns when what failed may be tried again */
  readonly watchDue: () => Promise<number | undefined>;
  /** Resolves when every look that has begun has ended. */
  readonly polled: () => Promise<void>;
  readonly watchFile: (inbox: Source, file: OfferedFile) => Promise<Acceptance>;
}

/** Feeds looked at side by side: they wait for the network. */
const parallelPolls = 8;

export function createWatching(parts: WatchingParts): Watching {
  const { store, world, log, fetcher, parser, accept, aside, onPolled, stopped } = parts;
  const polls = new Map<number, Promise<void>>();

  return {
    watchDue,
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
        .attempt(source.id, () => watchSource(source))
        .finally(() => {
          polls.delete(source.id);
          onPolled();
        });
      polls.set(source.id, poll);
    }
    return aside.nextAt();
  }

  async function watchSource(source: Source): Promise<void> {
    const { url, etag, lastModified } = source;
    const fetched = await fetcher.fetch(url, { etag, lastModified });
    if (stopped()) return;
    const { poll, outcome } = await readFeed(source, fetched);
    if (stopped()) return;
    if (poll.kind !== 'unchanged' && poll.error !== undefined)
      log.warn({ source: source.id, feed: source.title }, poll.error);
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
        const feed = await parser.feed(fetched.bytes, fetched);
        if (feed.kind === 'broken') return { poll: { kind: 'failed', error: feed.reason }, outcome: feed };
        if (feed.note !== undefined) log.warn({ source: source.id, feed: source.title }, feed.note);
        // The first poll is silent: what was there before us is kept for /latest, but rings for nobody.
        const alertable = source.baselineAt !== undefined;
        const { gaveNew, error } = await acceptEntries(feed.entries, source, alertable);
        const { etag, lastModified, movedTo } = fetched;
        const title = feed.title && wellFormed(feed.title);
        const language = feed.language && wellFormed(feed.language);
        // Looked at again after its usual time even if an entry failed: what is new beside it must not ring later.
        return {
          poll: { kind: 'ok', etag, lastModified, title, language, url: movedTo, gaveNew, error },
          outcome: fetched,
        };
      }
    }
  }

  /** One after the other; one that fails does so alone. */
  async function acceptEntries(
    entries: readonly Entry[],
    source: Source,
    alertable: boolean,
  ): Promise<{ readonly gaveNew: boolean; readonly error?: string | undefined }> {
    let gaveNew = false;
    const faults: unknown[] = [];
    for (const entry of withShared(entries, source.url)) {
      if (stopped()) break;
      try {
        const { kind } = await accept(entry, source, alertable);
        gaveNew ||= kind === 'new';
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
    if (faults.length === 0) return { gaveNew };
    const some = `${faults.length} of the ${entries.length} entries of ${shownUrl(source.url)}`;
    return {
      gaveNew,
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
    return accept({ ...read.entry, keys: [...read.entry.keys, ...former] }, inbox, true);
  }
}
