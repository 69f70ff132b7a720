/** The day in a written date: year, month and day in the forms of 17 languages. */
import { monthNumber } from './date-words.ts';

export interface WrittenDay {
  /** Absent where only month and day are written. */
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
  /** `either`: "04/05/2024", read day first; month and day may change places. */
  readonly order: 'either' | 'day first' | 'month first' | 'clear';
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

type Day = Omit<WrittenDay, 'start' | 'end'>;

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

/** @param text as `normaliseDate` gives it */
export function findDay(text: string): WrittenDay | undefined {
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match.groups ?? {});
      if (value !== undefined) return { ...value, start: match.index, end: match.index + match[0].length };
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
