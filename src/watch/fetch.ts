/** The one fetcher through which all outgoing connections go. */
import type { Agent, Dispatcher } from 'undici';
import { allowedPlaces } from './address.ts';
import { guardedConnector } from './connect.ts';
import { failureSentence } from './fetch-failure.ts';
import { firstHop, type Hop, type NextHop } from './hop.ts';
import { outcomeOf, type Fetched } from './outcome.ts';
import { acceptedCodings } from './read-body.ts';
import { shownUrl } from './shown-url.ts';

/** Validators of RFC 9110 §8.8, as an earlier answer of the same URL gave them. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface Fetcher {
  readonly fetch: (url: string, validators?: Validators) => Promise<Fetched>;
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>;
}

export interface FetcherOptions {
  /** Networks (CIDR), addresses or hosts ("wiki.corp:8080") that may be fetched although they are private. */
  readonly allow: readonly string[];
  /** Names the bot to those whose servers it visits. */
  readonly userAgent: string;
  readonly now: () => number;
  /** For the whole fetch, redirects and body included; default 30 seconds. */
  readonly timeoutMs?: number | undefined;
  /** Most bytes of a body, packed and unpacked; default 10 MiB. */
  readonly maxBytes?: number | undefined;
}

const maxRedirects = 5;

/** Throws `UserError` if `allow` cannot be read. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { timeoutMs = 30_000, maxBytes = 10 * 1024 * 1024 } = options;
  const allowed = allowedPlaces(options.allow);
  const closing = new AbortController();
  let agent: Promise<Agent> | undefined;

  // A bot that watches no feed never pays the 25 MB that `undici` takes.
  const openAgent = async (): Promise<Agent> => {
    const { Agent, buildConnector } = await import('undici');
    return new Agent({ connect: guardedConnector(buildConnector, allowed, timeoutMs), allowH2: false });
  };

  const visit = async (hop: Hop, signal: AbortSignal): Promise<Fetched | NextHop> => {
    let answer: Dispatcher.ResponseData | undefined;
    try {
      answer = await ask(await (agent ??= openAgent()), hop, options.userAgent, signal);
      return await outcomeOf(answer, hop, maxBytes, options.now());
    } catch (error) {
      // An aborted socket reports whatever it was doing; why it was aborted says more.
      const thrown: unknown = signal.aborted ? signal.reason : error;
      const failed = broken(failureSentence(thrown, shownUrl(hop.url.href), hop.url.host));
      return answer === undefined ? { ...failed, noAnswer: true } : failed;
    }
  };

  return {
    async fetch(url, validators = {}) {
      const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), closing.signal]);
      let next: Fetched | NextHop = firstHop(url, validators);
      for (let hops = 0; next.kind === 'hop'; hops += 1) {
        if (hops > maxRedirects) return broken(`${shownUrl(url)} sends on more than ${maxRedirects} times.`);
        next = await visit(next, signal);
      }
      return next;
    },
    async close() {
      closing.abort();
      await (await agent)?.destroy();
    },
  };
}

/** One request, no redirect followed. */
function ask(
  agent: Agent,
  hop: Hop,
  userAgent: string,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  return agent.request({
    origin: hop.url.origin,
    path: hop.url.pathname + hop.url.search,
    method: 'GET',
    signal,
    headers: {
      'user-agent': userAgent,
      accept:
        'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
      'accept-encoding': acceptedCodings,
      ...(hop.authorization !== undefined && { authorization: hop.authorization }),
      ...(isFieldValue(hop.etag) && { 'if-none-match': hop.etag }),
      ...(isFieldValue(hop.lastModified) && { 'if-modified-since': hop.lastModified }),
    },
  });
}

/** What servers give as validators is not always fit to be sent back. */
function isFieldValue(text: string | undefined): text is string {
  return text !== undefined && /^[\t\x20-\x7e\x80-\xff]+$/.test(text);
}

function broken(reason: string): Extract<Fetched, { kind: 'broken' }> {
  return { kind: 'broken', reason };
}
