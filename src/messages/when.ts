/** When something happened, as a person in that zone says it. */
import type { Language } from '../domain.ts';

interface Reading {
  readonly language: Language;
  /** IANA time zone ("Europe/Paris"). */
  readonly zone: string;
}

/**
 * "today 18:04", "yesterday 18:04", "4 Apr, 20:00" within the same year, else "4 Apr 2024, 20:00"; always 24 hours.
 * Days begin at midnight of the reader's zone. Both times are milliseconds since the epoch.
 */
export function formatWhen(at: number, now: number, { language, zone }: Reading): string {
  const day = dayOf(at, zone);
  const today = dayOf(now, zone);
  const daysAway = today.until(day).days;
  if (Math.abs(daysAway) <= 1) {
    const named = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(
      daysAway,
      'day',
    );
    return `${named} ${timeFormat(language, zone).format(at)}`;
  }
  const format = day.year === today.year ? dayFormat : yearFormat;
  return format(language, zone).format(at);
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dayAndMonth = { day: 'numeric', month: 'short' } as const;

/** English dates as most of the world's readers of English expect them: day before month, 24 hours. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

const timeFormat = remembered((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, ...clock }));
const dayFormat = remembered(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, ...dayAndMonth, ...clock }),
);
const yearFormat = remembered(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...dayAndMonth, year: 'numeric', ...clock }),
);

/** To make one takes a hundred times as long as to use it. There are as many as languages and zones. */
function remembered(make: (locale: string, zone: string) => Intl.DateTimeFormat) {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (language: Language, zone: string): Intl.DateTimeFormat => {
    const key = `${language} ${zone}`;
    const format = known.get(key) ?? make(localeOf(language), zone);
    known.set(key, format);
    return format;
  };
}
