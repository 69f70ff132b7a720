/**
 * Finds one written date in a short text: the day, the time of day and the zone, each where it stands.
 * Knows nothing of today, of the source or of what is sensible: that is `dates.ts`.
 */
import { longMonths } from './date-words.ts';
import { findDay } from './written-day.ts';
import type { WrittenDay } from './written-day.ts';
import { findTime } from './written-time.ts';
import type { Clock } from './written-time.ts';

export interface DateParts extends Omit<WrittenDay, 'start' | 'end'> {
  readonly time?: Clock | undefined;
  /** "+02:00" or an IANA name. */
  readonly zone?: string | undefined;
  /** What is left of the text before and behind the date; time and zone are taken out. */
  readonly before: string;
  readonly behind: string;
}

/** No written date is longer; bounded text is bounded work for every pattern below. */
const longest = 200;

/** @param written as `normaliseDate` gives it */
export function findDate(written: string): DateParts | undefined {
  const day = findDay(written);
  if (day === undefined) return undefined;
  const before = written.slice(0, day.start);
  const behind = written.slice(day.end);
  // Behind the date first: "18:00" is there in most forms; before it in "18:00, 4 апреля".
  const late = findTime(behind);
  const early = late === undefined ? findTime(before) : undefined;
  const parts = {
    year: day.year,
    month: day.month,
    day: day.day,
    order: day.order,
    time: (late ?? early)?.clock,
    zone: (late ?? early)?.zone,
    before: early === undefined ? before : cut(before, early),
    behind: late === undefined ? behind : cut(behind, late),
  };
  return parts.year === undefined ? withLateYear(parts) : parts;
}

/** Digits as ASCII, compatibility forms resolved, spaces single, two-word months as one. Idempotent. */
export function normaliseDate(written: string): string {
  const plain = written
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[٠-٩]/g, (digit) => digitFrom(digit, '٠'))
    .replace(/[۰-۹]/g, (digit) => digitFrom(digit, '۰'))
    .replace(/[०-९]/g, (digit) => digitFrom(digit, '०'))
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.replace(/(?:كانون|تشرين) (?:الثاني|الأول|الاول)/g, (name) => longMonths[name] ?? name);
}

function digitFrom(digit: string, zero: string): string {
  return String(digit.charCodeAt(0) - zero.charCodeAt(0));
}

/** "Thu Apr 4 18:00:00 UTC 2024", as `date` prints it. */
function withLateYear(parts: DateParts): DateParts {
  const found = /(?<![\d.,:])(?:19|20)\d{2}(?![\d:])/.exec(parts.behind);
  if (found === null) return parts;
  const behind = cut(parts.behind, { start: found.index, end: found.index + 4 });
  return { ...parts, year: Number(found[0]), behind };
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}
