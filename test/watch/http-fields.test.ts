import { assert, bigInt, date, integer, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { charsetOf, freshForMs, retryAfterMs, servedAt } from '../../src/watch/http-fields.ts';
import { mondayMorning as now } from '../fakes/world.ts';

const quarter = 900_000;
const day = 86_400_000;

const waits: ReadonlyArray<[field: string | undefined, ms: number]> = [
  ['120', 120_000],
  [' 120 ', 120_000],
  ['0', 0],
  ['999999999', day],
  ['Mon, 05 Jan 2026 09:10:00 GMT', 600_000],
  ['Monday, 05-Jan-26 09:10:00 GMT', 600_000],
  ['Mon Jan  5 09:10:00 2026', 600_000],
  ['Mon, 05 Jan 2026 08:00:00 GMT', 0],
  ['Fri, 05 Jan 2046 09:10:00 GMT', day],
  [undefined, quarter],
  ['', quarter],
  ['-5', quarter],
  ['1.5', quarter],
  ['soon 5', quarter],
  ['2026-01-05T09:10:00Z', quarter],
  ['Mon, 99 Jan 2026 09:10:00 GMT', quarter],
];

test.for(waits)('Retry-After: %s means %s ms', ([field, ms]) => {
  expect(retryAfterMs(field, now)).toBe(ms);
});

test('the time by the clock of a server is when it made the answer, and what that has waited in caches', () => {
  expect(servedAt({ date: 'Mon, 05 Jan 2026 09:00:00 GMT' })).toBe(now);
  expect(servedAt({ date: 'Mon, 05 Jan 2026 09:00:00 GMT', age: '90' })).toBe(now + 90_000);
  expect(servedAt({ date: 'today' })).toBeUndefined();
  expect(servedAt({ age: '90' })).toBeUndefined();
});

test('whatever a server sends, the wait is between nothing and a day', () => {
  assert(
    property(oneof(string(), bigInt().map(String), date().map(String)), (field) => {
      const ms = retryAfterMs(field, now);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(day);
    }),
  );
});

test('seconds and the date they lead to mean the same', () => {
  assert(
    property(integer({ min: 0, max: 86_400 }), (seconds) => {
      const field = new Date(now + seconds * 1000).toUTCString();
      expect(retryAfterMs(field, now)).toBe(retryAfterMs(String(seconds), now));
    }),
  );
});

const freshness: ReadonlyArray<[fields: Parameters<typeof freshForMs>[0], ms: number | undefined]> = [
  [{ cacheControl: 'max-age=600' }, 600_000],
  [{ cacheControl: 'public, Max-Age="600", must-revalidate' }, 600_000],
  [{ cacheControl: 'max-age=600', age: '200' }, 400_000],
  [{ cacheControl: 'max-age=600', age: '900' }, 0],
  [{ cacheControl: 's-maxage=600' }, undefined],
  [{ cacheControl: 'no-cache', expires: 'Mon, 05 Jan 2026 09:10:00 GMT' }, 600_000],
  [{ cacheControl: 'max-age=60', expires: 'Mon, 05 Jan 2026 09:10:00 GMT' }, 60_000],
  [{ expires: '0' }, undefined],
  [{}, undefined],
];

test.for(freshness)('%o is fresh for %s ms', ([fields, ms]) => {
  expect(freshForMs(fields, now)).toBe(ms);
});

const charsets: ReadonlyArray<[contentType: string | undefined, charset: string | undefined]> = [
  ['text/xml; charset=utf-8', 'utf-8'],
  ['text/xml;charset="Shift_JIS"; x=y', 'Shift_JIS'],
  ["text/xml; CHARSET='big5'", 'big5'],
  ['text/xml', undefined],
  ['text/xml; charset=', undefined],
  [undefined, undefined],
];

test.for(charsets)('%s declares %s', ([contentType, charset]) => {
  expect(charsetOf(contentType)).toBe(charset);
});
