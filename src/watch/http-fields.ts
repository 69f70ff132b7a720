/** Header fields that decide when to come back and how to read what came. */
import { httpDate, readRetryAfter } from '../retry-after.ts';

const unsaidMs = 15 * 60_000;

/** How long a feed is to be left alone (`readRetryAfter`); 15 minutes if it does not say. */
export function retryAfterMs(header: string | undefined, now: number): number {
  return readRetryAfter(header, now) ?? unsaidMs;
}

/**
 * How long the answer stays fresh (RFC 9111 §4.2.1): `max-age` less `Age`, or else `Expires` less `now`.
 * @returns milliseconds, at least 0; undefined if the answer does not say.
 */
export function freshForMs(
  headers: {
    readonly cacheControl?: string | undefined;
    readonly age?: string | undefined;
    readonly expires?: string | undefined;
  },
  now: number,
): number | undefined {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(headers.cacheControl ?? '')?.[1];
  if (maxAge !== undefined) {
    const age = /^\d+$/.test(headers.age ?? '') ? Number(headers.age) : 0;
    return Math.max(0, Number(maxAge) - age) * 1000;
  }
  const expires = httpDate(headers.expires ?? '');
  return expires === undefined ? undefined : Math.max(0, expires - now);
}

/** The `charset` of a `Content-Type`, as written ("utf-8", "Shift_JIS"). */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1];
}
