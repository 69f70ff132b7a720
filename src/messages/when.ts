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
  return dateFormat(language, zone, day.year !== today.year).format(at);
}

/** English dates as most of the world's readers of English expect them: day before month, 24 hours. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function timeFormat(language: Language, zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, ...clock });
}

function dateFormat(language: Language, zone: string, withYear: boolean): Intl.DateTimeFormat {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...year,
    ...clock,
  });
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
