/** What is a proper value of a setting. */
import { isIP, isIPv4, isIPv6 } from 'node:net';

/** Another server may give tokens of another form than its model; only what would break a log's line is none. */
export const secret = /^[!#-[\]-~]+$/;

/** What `watch/address.ts` takes; a host that is all digits and dots is an address with a slip in it. */
export function isPlace(text: string): boolean {
  const [, network = '', bits] = /^(.+)\/(\d{1,3})$/.exec(text) ?? [];
  if (bits !== undefined) {
    return isIPv4(network) ? Number(bits) <= 32 : isIPv6(network) && Number(bits) <= 128;
  }
  if (isIP(text) !== 0) return true;
  const [, v6, name = ''] = /^(?:\[(.+)\]|([\p{L}\p{N}_.-]+))(?::\d{1,5})?$/u.exec(text) ?? [];
  if (v6 !== undefined) return isIPv6(v6);
  return isIPv4(name) || /[^\d.]/.test(name);
}

/** Bytes of what is written in hexadecimal digits or base64. */
export function keyLength(key: string): number {
  return /^[\da-f]{64}$/i.test(key) ? 32 : Buffer.from(key, 'base64').length;
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
