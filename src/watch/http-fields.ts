/** Header fields that decide when to come back and how to read what came. */

const minute = 60_000;

/**
 * Reads a `Retry-After` header: whole seconds ("120") or an HTTP-date (RFC 9110 §10.2.3).
 * @returns milliseconds to wait from `now`, from 0 to 24 hours; 15 minutes if the header is absent or bad.
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  const field = header?.trim() ?? '';
  const wait = /^\d+$/.test(field) ? Number(field) * 1000 : (httpDate(field) ?? Number.NaN) - now;
  return Number.isNaN(wait) ? 15 * minute : Math.min(Math.max(wait, 0), 24 * 60 * minute);
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

/**
 * The three forms of RFC 9110 §5.6.7. The form is checked first because `Date.parse` finds a date in almost anything
 * ("soon 5"), and reads the asctime form as local time.
 */
function httpDate(field: string): number | undefined {
  const forms = [
    /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
  ];
  if (!forms.some((form) => form.test(field))) return undefined;
  const time = Date.parse(field.endsWith('GMT') ? field : `${field} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
