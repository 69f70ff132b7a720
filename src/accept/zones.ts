/**
 * Zone names as dates carry them, as an offset or as the IANA zone that knows when its summer begins.
 * RFC 2822 §4.3 fixes the American ones and UT/GMT; the rest are the common uses in news. Letters that several
 * countries use mean the one with most news behind them: IST is India, CST Chicago, BST London.
 */
const zones: Readonly<Record<string, string>> = {
  UTC: '+00:00',
  UT: '+00:00',
  GMT: '+00:00',
  Z: '+00:00',
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  SAST: '+02:00',
  MSK: '+03:00',
  МСК: '+03:00',
  мск: '+03:00',
  TRT: '+03:00',
  TSİ: '+03:00',
  GST: '+04:00',
  PKT: '+05:00',
  IST: '+05:30',
  WIB: '+07:00',
  ICT: '+07:00',
  WITA: '+08:00',
  SGT: '+08:00',
  HKT: '+08:00',
  AWST: '+08:00',
  WIT: '+09:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  BRT: '-03:00',
  ART: '-03:00',
  AST: '-04:00',
  EDT: '-04:00',
  EST: '-05:00',
  CDT: '-05:00',
  CST: '-06:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  AKDT: '-08:00',
  AKST: '-09:00',
  HST: '-10:00',
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

/** @returns "+02:00" or an IANA name, both of which Temporal takes. */
export function namedZone(name: string): string | undefined {
  return Object.hasOwn(zones, name) ? zones[name] : undefined;
}

/** All names, longest first, for a pattern. */
export const zoneNames: readonly string[] = Object.keys(zones).toSorted((a, b) => b.length - a.length);
