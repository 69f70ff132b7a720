/** Keys stand in an index, which does not take any length: PostgreSQL's holds 2,704 bytes, with the scope of the key. */
import { hash } from 'node:crypto';

/** In bytes of UTF-8. */
export const longestKey = 2000;

/**
 * A key as it is kept and looked for: a longer one by its kind and its SHA-256 ("url:3a7bd3e2…"). What is written in
 * databases is found by this, so its results must never change.
 */
export function boundedKey(key: string): string {
  if (Buffer.byteLength(key) <= longestKey) return key;
  return `${key.split(':', 1)[0]}:${hash('sha256', key, 'hex')}`;
}
