import { hash } from 'node:crypto';

/**
 * Derived from what is true on every machine, so that a restored backup recognises what was already sent.
 * 24 characters of base64url = 144 bits; Discord takes at most 25 as a nonce
 * (https://discord.com/developers/docs/resources/message#create-message).
 */
export function messageIdOf(...parts: ReadonlyArray<string | number>): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 24);
}
