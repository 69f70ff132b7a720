/** When a server says that one may come back. */

const dayMs = 24 * 60 * 60_000;

/**
 * Reads a `Retry-After` header: whole seconds ("120") or an HTTP-date (RFC 9110 §10.2.3).
 * @returns milliseconds to wait from `now`, from 0 to 24 hours; undefined if the header is absent or bad.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const field = header?.trim() ?? '';
  const wait = /^\d+$/.test(field) ? Number(field) * 1000 : (httpDate(field) ?? Number.NaN) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), dayMs);
}

/**
 * The three forms of RFC 9110 §5.6.7. The form is checked first because `Date.parse` finds a date in almost anything
 * ("soon 5"), and reads the asctime form as local time.
 */
export function httpDate(field: string): number | undefined {
  const forms = [
    /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
    /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
  ];
  if (!forms.some((form) => form.test(field))) return undefined;
  const time = Date.parse(field.endsWith('GMT') ? field : `${field} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
