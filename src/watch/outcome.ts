/** What an answer means for whoever asked. */
import type { Dispatcher } from 'undici';
import { nextHop, type Hop, type NextHop } from './hop.ts';
import { charsetOf, freshForMs, retryAfterMs, servedAt } from './http-fields.ts';
import { readBody } from './read-body.ts';
import { shownUrl } from './shown-url.ts';

/** What one fetch gave. Every `reason` is one sentence for people, without secrets. */
export type Fetched =
  | {
      readonly kind: 'fresh';
      /** Unpacked. */
      readonly bytes: Uint8Array;
      readonly contentType?: string | undefined;
      /** Declared in the header, as written there. */
      readonly charset?: string | undefined;
      readonly etag?: string | undefined;
      readonly lastModified?: string | undefined;
      /** Where it was found in the end; what relative links are relative to. No name and password in it. */
      readonly url: string;
      /** Where to ask from now on: all redirects up to there were permanent ones. */
      readonly movedTo?: string | undefined;
      /** The answer stays fresh for so long, says the server. */
      readonly maxAgeMs?: number | undefined;
      /** Now, by the server's clock; undefined if it does not say. */
      readonly servedAt?: number | undefined;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | {
      readonly kind: 'broken';
      readonly reason: string;
      /** Nothing of the server was heard: as likely as not it is our own line that is down. */
      readonly noAnswer?: true | undefined;
    };

/** Reads the answer to one request; a redirect is the next hop. Rejects if the connection or the packing breaks. */
export async function outcomeOf(
  answer: Dispatcher.ResponseData,
  hop: Hop,
  maxBytes: number,
  now: number,
): Promise<Fetched | NextHop> {
  const place = shownUrl(hop.url.href);
  const status = answer.statusCode;
  if (status >= 200 && status < 300 && status !== 204) return freshOf(answer, hop, maxBytes, now);

  // Nothing but the header matters now: destroying the body closes the connection.
  answer.body.on('error', () => {}).destroy();
  const location = fieldOf(answer, 'location');
  if (redirects.has(status) && location !== undefined) return nextHop(hop, location, status);
  if (status === 304) return { kind: 'unchanged' };
  if (status === 429 || status === 503) {
    const waitMs = retryAfterMs(fieldOf(answer, 'retry-after'), now);
    return { kind: 'busy', retryAfterMs: waitMs, reason: `${place} asks to come back later (${status}).` };
  }
  if (status === 410) return { kind: 'gone', reason: `${place} is gone for good, says its server (410).` };
  return broken(statusSentence(status, place));
}

const redirects = new Set([301, 302, 303, 307, 308]);

async function freshOf(
  answer: Dispatcher.ResponseData,
  hop: Hop,
  maxBytes: number,
  now: number,
): Promise<Fetched> {
  const place = shownUrl(hop.url.href);
  const tooBig = broken(
    `${place} is larger than ${sizeText(maxBytes)}, more than is read of any feed or page.`,
  );
  const codings = fieldOf(answer, 'content-encoding');
  // The announced length spares us the download; a lie about it is caught while reading.
  if (Number(fieldOf(answer, 'content-length')) > maxBytes) {
    answer.body.on('error', () => {}).destroy();
    return tooBig;
  }
  const body = await readBody(answer.body, codings, maxBytes);
  if (body.kind === 'too big') return tooBig;
  if (body.kind === 'unknown coding') return broken(`${place} came packed in a way that was not asked for.`);
  const contentType = fieldOf(answer, 'content-type');
  const cacheControl = fieldOf(answer, 'cache-control');
  const [age, expires] = [fieldOf(answer, 'age'), fieldOf(answer, 'expires')];
  return {
    kind: 'fresh',
    bytes: body.bytes,
    contentType,
    charset: charsetOf(contentType),
    etag: fieldOf(answer, 'etag'),
    lastModified: fieldOf(answer, 'last-modified'),
    url: hop.url.href,
    movedTo: hop.movedTo,
    maxAgeMs: freshForMs({ cacheControl, age, expires }, now),
    servedAt: servedAt({ date: fieldOf(answer, 'date'), age }),
  };
}

/** A field sent more than once counts as its first value, except lists, which are joined (RFC 9110 §5.3). */
function fieldOf(answer: Dispatcher.ResponseData, name: string): string | undefined {
  const value = answer.headers[name];
  if (!Array.isArray(value)) return value;
  return name === 'cache-control' || name === 'content-encoding' ? value.join(', ') : value[0];
}

function statusSentence(status: number, place: string): string {
  if (status === 401)
    return `${place} asks for a name and a password (401), or those in its address are wrong.`;
  if (status === 403) return `${place} refuses us (403).`;
  if (status === 404) return `${place} does not exist (404).`;
  if (status === 204) return `${place} is empty (204).`;
  if (status >= 500) return `The server of ${place} has a fault of its own (${status}).`;
  return `${place} answers with ${status}, which is no content.`;
}

function sizeText(bytes: number): string {
  const mib = bytes / 1024 / 1024;
  return mib >= 1 ? `${Math.round(mib)} MB` : `${Math.round(bytes / 1024)} KB`;
}

function broken(reason: string): Fetched {
  return { kind: 'broken', reason };
}
