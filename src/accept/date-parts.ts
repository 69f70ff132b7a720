/**
 * Finds one written date in a short text: the day, the time of day and the zone, each where it stands.
 * Knows nothing of today, of the source or of what is sensible: that is `dates.ts`.
 */
import { longMonths, monthNumber } from './date-words.ts';
import { namedZone, zoneNames } from './zones.ts';

export interface DateParts {
  /** Absent where only month and day are written. */
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
  /** `either`: "04/05/2024", read day first; month and day may change places. */
  readonly order: 'either' | 'day first' | 'month first' | 'clear';
  readonly time?: Clock | undefined;
  /** "+02:00" or an IANA name. */
  readonly zone?: string | undefined;
  /** What is left of the text before and behind the date; time and zone are taken out. */
  readonly before: string;
  readonly behind: string;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

type Day = Pick<DateParts, 'year' | 'month' | 'day' | 'order'>;
interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
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
    ...day.value,
    time: (late ?? early)?.value.clock,
    zone: (late ?? early)?.value.zone,
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

// ── The day ──────────────────────────────────────────────────────────────────────────────────────

const word = String.raw`\p{L}[\p{L}\p{M}]*`;
/** "4th", "1er", "4.", "1º" (which NFKC makes "1o"). */
const dayNumber = String.raw`(?<![\d:.,/])(?<day>\d{1,2})(?:st|nd|rd|th|er|re|[oaº°])?`;
const fullYear = String.raw`(?<year>\d{4})(?!\d)`;
const anyYear = String.raw`(?<year>\d{4}(?!\d)|['’]?\d{2}(?![\d:.hH]))`;

/** Tried in this order: what can be read one way only comes first. */
const forms: ReadonlyArray<{ readonly pattern: RegExp; readonly read: (groups: Groups) => Day | undefined }> =
  [
    // 2024年4月4日, 令和6年4月4日, 2024년 4월 4일
    {
      pattern:
        /(?<era>令和|平成|民國|民国)?\s?(?<!\d)(?<year>\d{1,4}|元)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号號]?/gu,
      read: (groups) => clear(eraYear(groups['era'], groups['year']), Number(groups['month']), groups),
    },
    // 2024-04-04, 2024/4/4, 2024. 4. 4.
    {
      pattern:
        /(?<![\d.])(?<year>\d{4})\s?(?<mark>[-/.])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?!\d)\.?/gu,
      read: (groups) => clear(Number(groups['year']), Number(groups['month']), groups),
    },
    // 4 avr. 2024, 4. April 2024, 4 de abril de 2024, 04-Apr-24, 4 أبريل/نيسان 2024, 4 April
    {
      pattern: new RegExp(
        String.raw`${dayNumber}\.?[\s\-,]{0,2}(?:de |of |d['’])?(?<word>${word})[.॰]?(?:\s?/\s?${word})?(?:[\s\-.,/]{0,3}(?:de |del |of )?${anyYear})?`,
        'giu',
      ),
      read: named,
    },
    // 2024 April 4, 2024-Apr-04
    {
      pattern: new RegExp(
        String.raw`(?<!\d)${fullYear}[\s\-,]{1,2}(?<word>${word})\.?[\s\-]{1,2}(?<day>\d{1,2})(?!\d)`,
        'giu',
      ),
      read: named,
    },
    // April 4, 2024; Apr. 4th 2024; Apr 4
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}])(?<word>${word})\.?[\s\-]{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:[\s,\-]{1,3}(?<year>\d{4})(?!\d))?`,
        'giu',
      ),
      read: named,
    },
    // 04/05/2024, 4.4.24, 04-04-2024
    {
      pattern:
        /(?<![\d./-])(?<first>\d{1,2})\s?(?<mark>[./-])\s?(?<second>\d{1,2})\s?\k<mark>\s?(?<year>\d{4}|\d{2})(?!\d|[./-]\d)/gu,
      read: numeric,
    },
    // 20240404, 20240404T180000Z
    {
      pattern: /(?<![\d.])(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=T\d|\D|$)/gu,
      read: (groups) => clear(Number(groups['year']), Number(groups['month']), groups),
    },
    // 4月4日, 4월 4일
    {
      pattern: /(?<!\d)(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号號]/gu,
      read: (groups) => clear(undefined, Number(groups['month']), groups),
    },
  ];

type Groups = Readonly<Record<string, string | undefined>>;

function findDay(text: string): Found<Day> | undefined {
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match.groups ?? {});
      if (value !== undefined) return { value, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

function named(groups: Groups): Day | undefined {
  const month = monthNumber(groups['word'] ?? '');
  return month === undefined ? undefined : clear(writtenYear(groups['year']), month, groups);
}

function numeric(groups: Groups): Day | undefined {
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  const year = writtenYear(groups['year']);
  if (second > 12) return valid({ year, month: first, day: second, order: 'month first' });
  return valid({ year, month: second, day: first, order: first > 12 ? 'day first' : 'either' });
}

function clear(year: number | undefined, month: number, groups: Groups): Day | undefined {
  return valid({ year, month, day: Number(groups['day']), order: 'clear' });
}

function valid(day: Day): Day | undefined {
  if (day.month < 1 || day.month > 12 || day.day < 1) return undefined;
  // A day without a year may be a leap day.
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: day.year ?? 2024, month: day.month });
  return day.day <= daysInMonth ? day : undefined;
}

/** Two digits as RFC 2822 §4.3 reads them: 00–49 are of this century. */
function writtenYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const year = Number(digits.replace(/^['’]/, ''));
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** The year before an era's first. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民國: 1911, 民国: 1911 };

function eraYear(era: string | undefined, digits: string | undefined): number | undefined {
  const year = digits === '元' ? 1 : Number(digits);
  return era === undefined ? writtenYear(String(year)) : year + (eras[era] ?? 0);
}

/** "Thu Apr 4 18:00:00 UTC 2024", as `date` prints it. */
function withLateYear(parts: DateParts): DateParts {
  const found = /(?<![\d.,:])(?:19|20)\d{2}(?![\d:])/.exec(parts.behind);
  if (found === null) return parts;
  const behind = cut(parts.behind, { start: found.index, end: found.index + 4 });
  return { ...parts, year: Number(found[0]), behind };
}

// ── The time of day and the zone ─────────────────────────────────────────────────────────────────

const morning = ['오전', '上午', '午前', '凌晨', '早上', 'öö', 'صباحا', 'صباحًا', 'ص', 'पूर्वाह्न'];
const afternoon = ['오후', '下午', '午後', '晚上', 'ös', 'مساء', 'مساءً', 'م', 'अपराह्न'];
const half = String.raw`(?:a\.? ?m\b\.?|p\.? ?m\b\.?|${[...morning, ...afternoon].toSorted((a, b) => b.length - a.length).join('|')})`;

const clocks: readonly RegExp[] = [
  // 18:00, 6:00 PM, 오후 6:00, T18:00:00.123, 18時00分, 18h00, 6시 5분, 18h
  new RegExp(
    String.raw`(?:(?<early>${half})\s?)?(?<![\d.,:])(?<hour>\d{1,2})\s?(?::|[hH時时点點시](?!\p{L}))\s?(?:(?<minute>\d{2})(?!\d)|(?<=[hH時时点點시]\s?)(?<loose>\d{1,2})?)(?:min|[分분])?(?:[:\s]?(?<second>\d{2})(?!\d)(?:[.,](?<fraction>\d{1,9}))?[秒초]?)?(?:\s?(?<late>${half})(?![\p{L}\p{M}]))?`,
    'iu',
  ),
  // T180000, T1800
  /(?<=T|^T)(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?!\d)/iu,
  // 18.00, 6.30 pm
  new RegExp(
    String.raw`(?<![\d.,])(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d%])(?:\s?(?<late>${half})(?![\p{L}\p{M}]))?`,
    'iu',
  ),
  // 6 pm, 18 Uhr
  new RegExp(String.raw`(?<![\d.,])(?<hour>\d{1,2})\s?(?:(?<late>${half})(?![\p{L}\p{M}])|uhr\b)`, 'iu'),
];

const zone = new RegExp(
  String.raw`^[\s,(]{0,3}(?:(?:UTC|GMT|utc|gmt)?\s?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)|(?<name>${zoneNames.join('|')})(?![\p{L}\p{N}]))\)?`,
  'u',
);

function findTime(
  text: string,
): Found<{ readonly clock: Clock; readonly zone: string | undefined }> | undefined {
  for (const pattern of clocks) {
    const match = pattern.exec(text);
    const clock = match === null ? undefined : readClock(match.groups ?? {});
    if (match === null || clock === undefined) continue;
    const end = match.index + match[0].length;
    const behind = zone.exec(text.slice(end));
    const written = behind === null ? undefined : readZone(behind.groups ?? {});
    // The "T" of ISO 8601 belongs to the time.
    const start = /T$/i.test(text.slice(0, match.index)) ? match.index - 1 : match.index;
    return {
      value: { clock, zone: written },
      start,
      end: written === undefined ? end : end + (behind?.[0].length ?? 0),
    };
  }
  return undefined;
}

function readClock(groups: Groups): Clock | undefined {
  const halfOfDay = (groups['early'] ?? groups['late'])?.toLowerCase();
  const hour = hourOf(Number(groups['hour']), halfOfDay);
  const minute = Number(groups['minute'] ?? groups['loose'] ?? 0);
  // A leap second is told as the second before it; Temporal knows none.
  const second = Math.min(Number(groups['second'] ?? 0), 59);
  const millisecond = Number((groups['fraction'] ?? '').padEnd(3, '0').slice(0, 3));
  return hour <= 23 && minute <= 59 ? { hour, minute, second, millisecond } : undefined;
}

function hourOf(hour: number, halfOfDay: string | undefined): number {
  if (halfOfDay === undefined) return hour;
  const isMorning = halfOfDay.startsWith('a') || morning.includes(halfOfDay);
  if (isMorning) return hour === 12 ? 0 : hour;
  return hour < 12 ? hour + 12 : hour;
}

function readZone(groups: Groups): string | undefined {
  if (groups['name'] !== undefined) return namedZone(groups['name']);
  const hours = Number(groups['hours']);
  const minutes = Number(groups['minutes'] ?? 0);
  // The widest offset in use is +14:00; "-19:00" is the end of an event.
  if (hours > 14 || minutes > 59) return undefined;
  return `${groups['sign']}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}
