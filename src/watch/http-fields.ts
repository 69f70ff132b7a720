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
    return Math.max(0, Number(maxAge) - secondsOf(headers.age)) * 1000;
  }
  const expires = httpDate(headers.expires ?? '');
  return expires === undefined ? undefined : Math.max(0, expires - now);
}

/**
 * What time it is by the clock of whoever made the answer (RFC 9110 §6.6.1, RFC 9111 §5.1).
 * @returns milliseconds since the epoch; undefined if the answer does not say
 */
export function servedAt({
  date,
  age,
}: {
  readonly date?: string | undefined;
  readonly age?: string | undefined;
}): number | undefined {
  const madeAt = httpDate(date ?? '');
  return madeAt === undefined ? undefined : madeAt + secondsOf(age) * 1000;
}

function secondsOf(field: string | undefined): number {
  return field !== undefined && /^\d+$/.test(field) ? Number(field) : 0;
}

/** The `charset` of a `Content-Type`, as written ("utf-8", "Shift_JIS"). */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1];
}
