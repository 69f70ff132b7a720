/** Encrypts tokens for the database: AES-256-GCM, bound to their workspace, by a key that only the environment has. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Seal {
  readonly close: (token: string, workspace: string) => string;
  /** @returns undefined for what was closed by another key, for another workspace, or changed since */
  readonly open: (sealed: string, workspace: string) => string | undefined;
}

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D §8.2: 96 bits at random. */
const ivBytes = 12;
const tagBytes = 16;
const version = 'v1.';

/** @param key 32 bytes as base64 or in 64 hexadecimal digits */
export function createSeal(key: string): Seal {
  const bytes = keyBytes(key);
  if (bytes === undefined) throw new TypeError('expected a key of 32 bytes');
  return {
    close(token, workspace) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, bytes, iv).setAAD(Buffer.from(workspace));
      const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },

    open(sealed, workspace) {
      if (!sealed.startsWith(version)) return undefined;
      const all = Buffer.from(sealed.slice(version.length), 'base64');
      if (all.length < ivBytes + tagBytes) return undefined;
      try {
        const decipher = createDecipheriv(algorithm, bytes, all.subarray(0, ivBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(workspace)).setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes));
        const token = [decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()];
        return Buffer.concat(token).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** @returns undefined for what is no key */
export function keyBytes(key: string): Buffer | undefined {
  const bytes = /^[\da-f]{64}$/i.test(key) ? Buffer.from(key, 'hex') : Buffer.from(key, 'base64');
  return bytes.length === 32 ? bytes : undefined;
}
