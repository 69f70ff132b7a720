/**
 * Parsing of untrusted bytes. It happens in one worker thread: a feed that was made to be slow stalls nobody else, and the
 * libraries' 45 MB are there only while they are used.
 */
import { Worker } from 'node:worker_threads';
import type { Entry } from '../domain.ts';
import { threadArguments } from '../thread.ts';
import { realWorld, type World } from '../world.ts';
import { shownUrl } from './shown-url.ts';

export type ParsedFeed =
  | {
      readonly kind: 'feed';
      readonly title?: string | undefined;
      /** As declared. */
      readonly language?: string | undefined;
      /** Oldest first. */
      readonly entries: readonly Entry[];
      /** One sentence if some entries were damaged and are missing. */
      readonly note?: string | undefined;
    }
  /** It is a web page. `reason`: why it cannot be read as a feed, with the one it names. */
  | { readonly kind: 'names a feed'; readonly feedUrl: string; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

export type ParsedPage =
  | ({ readonly kind: 'page'; readonly note?: string | undefined } & Omit<Entry, 'keys'>)
  | { readonly kind: 'broken'; readonly reason: string };

/** What is known of a feed from the way it came. */
export interface FeedSource {
  readonly contentType?: string | undefined;
  readonly charset?: string | undefined;
  /** Where it was found: relative links are relative to it. */
  readonly url: string;
}

export interface PageSource {
  readonly charset?: string | undefined;
  readonly url?: string | undefined;
}

export interface Parser {
  /** `reason` is a whole sentence that names the feed. */
  readonly feed: (bytes: Uint8Array, source: FeedSource) => Promise<ParsedFeed>;
  /** `reason` goes on after "cannot be read: ". */
  readonly page: (bytes: Uint8Array, source?: PageSource) => Promise<ParsedPage>;
  /** What is under way and what waits is rejected. */
  readonly close: () => Promise<void>;
}

export type ParseJob =
  | { readonly kind: 'feed'; readonly bytes: Uint8Array; readonly source: FeedSource }
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly source: PageSource };

export type ParseAnswer =
  | { readonly kind: 'parsed'; readonly parsed: ParsedFeed | ParsedPage }
  | { readonly kind: 'failed'; readonly error: unknown };

/** For one job, the start of the worker included. */
const jobTimeoutMs = 15_000;
/** How long the worker is kept for a next job. */
const idleMs = 30_000;

/** Nothing is started before the first job. Jobs are done one after the other. */
export function createParser({ after }: Pick<World, 'after'> = realWorld): Parser {
  let worker: Worker | undefined;
  let cancelIdling = () => {};
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const end = async (): Promise<void> => {
    cancelIdling();
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };

  const run = async (job: ParseJob): Promise<Outcome> => {
    if (closed) throw new Error('the parser is closed');
    cancelIdling();
    worker ??= startWorker((ended) => {
      if (worker === ended) worker = undefined;
    });
    const outcome = await outcomeOf(worker, job, after);
    if (closed) throw new Error('the parser was closed');
    // A worker that answered is good for the next job; of any other nobody knows what it is doing.
    if (outcome.kind === 'parsed' || outcome.kind === 'failed')
      cancelIdling = after(idleMs, () => void end());
    else await end();
    return outcome;
  };

  const inTurn = (job: ParseJob): Promise<Outcome> => {
    const turn = last.then(() => run(job));
    last = turn.catch(() => {}); // whoever asked for it is told
    return turn;
  };

  return {
    async feed(bytes, source) {
      const outcome = await inTurn({ kind: 'feed', bytes, source });
      if (outcome.kind === 'parsed' && outcome.parsed.kind !== 'page') return outcome.parsed;
      return { kind: 'broken', reason: `${shownUrl(source.url)} cannot be read: ${faultOf(outcome)}.` };
    },
    async page(bytes, source = {}) {
      const outcome = await inTurn({ kind: 'page', bytes, source });
      if (outcome.kind === 'parsed' && isPage(outcome.parsed)) return outcome.parsed;
      return { kind: 'broken', reason: faultOf(outcome) };
    },
    async close() {
      closed = true;
      await end();
    },
  };
}

type Outcome =
  | ParseAnswer
  | { readonly kind: 'timeout' }
  | { readonly kind: 'died'; readonly error: unknown };

function isPage(parsed: ParsedFeed | ParsedPage): parsed is ParsedPage {
  return parsed.kind === 'page' || parsed.kind === 'broken';
}

/** A feed of 10 MiB takes about 100 MB; what needs more than this was made to. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

function startWorker(onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('parse-worker.ts', import.meta.url), {
    resourceLimits,
    execArgv: threadArguments(),
  });
  worker.once('exit', () => onEnd(worker));
  // The job that is under way is told by its own listener; without one a fault would end the process.
  return worker.on('error', () => {});
}

/** Never rejects. While a job is done the process stays alive for it; a worker without one holds nobody up. */
function outcomeOf(worker: Worker, job: ParseJob, after: World['after']): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const cancel = after(jobTimeoutMs, () => resolve({ kind: 'timeout' }));
  const onError = (error: unknown): void => resolve({ kind: 'died', error });
  const onExit = (): void => resolve({ kind: 'died', error: undefined });
  worker.once('message', resolve).once('error', onError).once('exit', onExit);
  worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(job);
  return promise.finally(() => {
    cancel();
    worker.off('message', resolve).off('error', onError).off('exit', onExit);
    worker.unref();
  });
}

function faultOf(outcome: Outcome): string {
  if (outcome.kind === 'timeout') return 'it takes too long, as if it were made to';
  const error: unknown = 'error' in outcome ? outcome.error : undefined;
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) return 'it needs too much memory, as if it were made to';
  return `the parser failed on it (${error instanceof Error ? error.name : 'no answer'})`;
}
