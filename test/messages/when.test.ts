import { expect, test } from 'vitest';
import { formatWhen } from '../../src/messages/when.ts';

const now = Date.UTC(2026, 2, 10, 17, 30);

const cases: ReadonlyArray<[at: string, language: string, zone: string, said: string]> = [
  ['2026-03-10T17:04:00Z', 'en', 'UTC', 'today 17:04'],
  ['2026-03-10T17:04:00Z', 'en', 'Europe/Paris', 'today 18:04'],
  ['2026-03-10T17:04:00Z', 'fr', 'Europe/Paris', 'aujourd’hui 18:04'],
  ['2026-03-09T17:04:00Z', 'fr', 'Europe/Paris', 'hier 18:04'],
  ['2026-03-09T17:04:00Z', 'en', 'Europe/Paris', 'yesterday 18:04'],
  // Half an hour ago, but in Tokyo midnight lies in between.
  ['2026-03-10T14:50:00Z', 'en', 'Asia/Tokyo', 'yesterday 23:50'],
  ['2026-03-10T00:10:00Z', 'en', 'UTC', 'today 00:10'],
  ['2026-03-11T06:00:00Z', 'en', 'UTC', 'tomorrow 06:00'],
  ['2026-03-08T06:00:00Z', 'en', 'UTC', '8 Mar, 06:00'],
  ['2026-01-08T06:00:00Z', 'fr', 'UTC', '8 janv., 06:00'],
  ['2024-04-04T18:00:00Z', 'en', 'Europe/Paris', '4 Apr 2024, 20:00'],
  ['2024-04-04T18:00:00Z', 'fr', 'Europe/Paris', '4 avr. 2024, 20:00'],
  // A year ends with midnight of the reader's zone, and the clocks of summer are the reader's.
  ['2025-12-31T23:30:00Z', 'en', 'UTC', '31 Dec 2025, 23:30'],
  ['2025-12-31T23:30:00Z', 'en', 'Europe/Paris', '1 Jan, 00:30'],
  ['1969-07-20T20:17:00Z', 'en', 'UTC', '20 Jul 1969, 20:17'],
  ['2026-03-10T17:04:00Z', 'de', 'UTC', 'heute 17:04'],
];

test.each(cases)('%s in %s, %s is "%s"', (at, language, zone, said) => {
  expect(formatWhen(Date.parse(at), now, { language, zone })).toBe(said);
});
