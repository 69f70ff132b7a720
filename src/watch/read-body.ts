/** Reads the body of an answer with an upper bound, on the wire and unpacked. */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too big' }
  | { readonly kind: 'unknown coding'; readonly coding: string };

/** What we can unpack, as sent in `Accept-Encoding`. */
export const acceptedCodings = 'gzip, deflate, br, zstd';

/**
 * Holds at most twice `maxBytes` at any time. Rejects with Node's own error if the connection or the packing breaks.
 * @param codings the `Content-Encoding` field: packings in the order they were applied (RFC 9110 §8.4).
 */
export async function readBody(body: Readable, codings: string | undefined, maxBytes: number): Promise<Body> {
  const names = codingNames(codings);
  // Two are one too many already for honest servers; each more is a cheap way to keep us busy.
  const unknown = names.find((name) => !unpackers.has(name)) ?? names[2];
  if (unknown !== undefined) {
    body.destroy();
    return { kind: 'unknown coding', coding: unknown };
  }
  let bytes = await collect(body, maxBytes);
  for (const name of names.toReversed()) {
    if (bytes !== undefined) bytes = await unpack(name, bytes, maxBytes);
  }
  return bytes === undefined ? { kind: 'too big' } : { kind: 'whole', bytes };
}

function codingNames(codings: string | undefined): readonly string[] {
  const names = (codings ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

/** @returns undefined if there is more than `maxBytes`; nothing more is received then. */
async function collect(body: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early destroys the body, and with it the connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpack(name: string, packed: Buffer, maxBytes: number): Promise<Buffer | undefined> {
  if (packed.length === 0) return packed;
  try {
    return await unpackers.get(name)!(packed, maxBytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

type Unpack = (packed: Buffer, maxOutputLength: number) => Promise<Buffer>;

// Not a few servers forget the end of a gzip stream; all before it is good (browsers take it, too).
const finishFlush = constants.Z_SYNC_FLUSH;

const unpackGzip: Unpack = (packed, maxOutputLength) =>
  promisify(gunzip)(packed, { maxOutputLength, finishFlush });

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', unpackGzip],
  ['x-gzip', unpackGzip],
  [
    'deflate',
    (packed, maxOutputLength) => {
      // "deflate" means the zlib form, but some servers send the bare one; zlib's first byte says method 8.
      const unpackEither = (packed[0]! & 0x0f) === 8 ? inflate : inflateRaw;
      return promisify(unpackEither)(packed, { maxOutputLength, finishFlush });
    },
  ],
  ['br', (packed, maxOutputLength) => promisify(brotliDecompress)(packed, { maxOutputLength })],
  [
    'zstd',
    (packed, maxOutputLength) => {
      // RFC 9659: a window of at most 8 MiB on the web, so that unpacking needs no more memory than that.
      const params = { [constants.ZSTD_d_windowLogMax]: 23 };
      return promisify(zstdDecompress)(packed, { maxOutputLength, params });
    },
  ],
]);
