/** When an article appeared, by what its source wrote. The rules are those of `docs/design.md`, "One article". */
import { findDate, normaliseDate } from './date-parts.ts';
import type { DateParts } from './date-parts.ts';

export interface DateContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA zone of dates that name none; UTC without it. */
  readonly zone?: string | undefined;
  /** BCP 47, as declared. Only a region that writes the month first matters ("en-US"). */
  readonly language?: string | undefined;
  /** How another date of the same text or source must be read. */
  readonly order?: 'day first' | 'month first' | undefined;
}

const dayMs = 86_400_000;
/** The web has no older news; what claims to be older is an unset clock ("1970-01-01"). */
const earliest = Date.UTC(1990, 0, 1);

/**
 * Reads RFC 2822, RFC 3339 and what newsrooms make of them, in 17 languages and their digits.
 * @returns milliseconds since the epoch; `now` for a date more than 24 h ahead; undefined for what is no date, or
 *   one before 1990.
 */
export function readDate(written: string, context: DateContext): number | undefined {
  const text = normaliseDate(written);
  const parts = findDate(text);
  const at = parts === undefined ? readEpoch(text) : instantOf(parts, context);
  return at === undefined ? undefined : withinReason(at, context.now);
}

/** The moment the parts name; not yet judged against `now`. */
export function instantOf(parts: DateParts, context: DateContext): number | undefined {
  const day = orderedDay(parts, context);
  const instantIn = (year: number): number | undefined => {
    try {
      const local = Temporal.PlainDateTime.from({ year, ...day, ...parts.time }, { overflow: 'reject' });
      return local.toZonedDateTime(parts.zone ?? knownZone(context.zone)).epochMilliseconds;
    } catch (error) {
      // 29 February of a year that has none. Whoever wrote it has given us no date.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
  if (parts.year !== undefined) return instantIn(parts.year);
  // "4 April" without a year is the last one that has been.
  const year = new Date(context.now).getUTCFullYear();
  const thisYear = instantIn(year);
  return thisYear !== undefined && thisYear <= context.now + dayMs ? thisYear : instantIn(year - 1);
}

/**
 * Publishers schedule posts and mistake zones. A date in the future would put the article on top of every list until
 * that day, so a source may claim the past, never more than a day of the future.
 */
export function withinReason(at: number, now: number): number | undefined {
  if (at < earliest) return undefined;
  return at > now + dayMs ? now : at;
}

/** Seconds or milliseconds since the epoch, as some feeds give them. */
function readEpoch(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text);
  return /^\d{9,10}$/.test(text) ? Number(text) * 1000 : undefined;
}

function orderedDay(
  parts: DateParts,
  context: DateContext,
): { readonly month: number; readonly day: number } {
  const monthFirst = (context.order ?? orderOf(context.language)) === 'month first';
  return parts.order === 'either' && monthFirst
    ? { month: parts.day, day: parts.month }
    : { month: parts.month, day: parts.day };
}

/** The month comes first in the United States, its territories and the Philippines (CLDR date skeletons), nowhere else. */
function orderOf(language: string | undefined): 'day first' | 'month first' {
  return /^(?:en|es)-(?:US|PR|GU|VI|AS|MP|PH)\b/i.test(language ?? '') ? 'month first' : 'day first';
}

/** A source's zone was typed by somebody: one that does not exist counts as none. */
function knownZone(zone: string | undefined): string {
  if (zone === undefined) return 'UTC';
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}
