/** The time of day in a written date, and the zone behind it. */
import { namedZone, zoneNames } from './zones.ts';

export interface WrittenTime {
  readonly clock: Clock;
  /** "+02:00" or an IANA name. */
  readonly zone: string | undefined;
  /** Where both stand in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

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

export function findTime(text: string): WrittenTime | undefined {
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
      clock,
      zone: written,
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
