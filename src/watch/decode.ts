/** Bytes of unknown encoding to text. */
import { guessEncoding } from './guess-encoding.ts';

export interface Decoded {
  /** Without byte order mark; line ends as they were. */
  readonly text: string;
  /** By its WHATWG name: "utf-8", "shift_jis", "windows-1252". */
  readonly encoding: string;
  /** One sentence if the encoding had to be guessed or some bytes were no text in it. */
  readonly note?: string | undefined;
}

/**
 * In this order: byte order mark; UTF-8 that is valid, whatever is declared (bytes of another encoding are hardly ever
 * valid UTF-8 by chance, while wrong declarations are everyday); UTF-16 by its zero bytes; what is declared; a guess.
 * Never fails: what is no text at all comes out as replacement and control characters (`looksBinary`).
 * @param declared labels by falling trust: of the HTTP header, of the document itself.
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): Decoded {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes);
  // ISO-2022-JP looks like ASCII until its escape sequences are read.
  if (bytes.includes(0x1b) && declared.some((label) => /^(cs)?iso-?2022-?jp$/i.test(label ?? ''))) {
    return decodeAs('iso-2022-jp', bytes);
  }
  const utf8 = decodeStrictly('utf-8', withoutCutCharacter(bytes));
  // A few stray zeros are a slip; very many are the other halves of UTF-16, which for Latin text is valid UTF-8 as well.
  const zeros = countZeros(bytes);
  if (utf8 !== undefined && zeros * 20 <= bytes.length) return { text: utf8, encoding: 'utf-8' };
  const utf16 = zeros > 0 ? unmarkedUtf16(bytes) : undefined;
  if (utf16 !== undefined) return decodeAs(utf16, bytes);
  for (const label of declared) {
    const text =
      label === undefined || /^utf-?(8|16)/i.test(label) ? undefined : decodeStrictly(label, bytes);
    if (text !== undefined) return { text, encoding: new TextDecoder(label).encoding };
  }
  const damaged = mostlyUtf8(bytes);
  if (damaged !== undefined)
    return { text: damaged, encoding: 'utf-8', note: 'Some of its bytes are not valid UTF-8.' };
  const encoding = guessEncoding(bytes);
  return { ...decodeAs(encoding, bytes), note: `It is not UTF-8; it was read as ${nameOf(encoding)}.` };
}

/** More control characters than any text has: an image, a program, a PDF. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  const odd = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\u{FFFE}\u{FFFF}\uFFFD]/gu)?.length ?? 0;
  return sample.includes('\0') || odd > sample.length / 50;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** @returns undefined if there is no such encoding, or the bytes are not valid in it. */
function decodeStrictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function countZeros(bytes: Uint8Array): number {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) zeros += 1;
  return zeros;
}

/** Without the beginning of a UTF-8 character at the very end: a download that broke off, a text cut by bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > back) return bytes.subarray(0, bytes.length - back);
    if (length > 0 || byte < 0x80) break;
  }
  return bytes;
}

/**
 * Text in UTF-16 nearly always has spaces, line ends or digits, of which one byte is zero. Both byte orders are tried,
 * and the one that gives text is taken; bytes that give text in neither are binary.
 */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const scored = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, 20_000));
    return {
      encoding,
      share: (text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\r\n]/gu)?.length ?? 0) / text.length,
      ascii: text.match(/[ -~\n]/g)?.length ?? 0,
    };
  });
  const [best] = scored
    .filter(({ share }) => share > 0.97)
    .toSorted((a, b) => b.share - a.share || b.ascii - a.ascii);
  return best?.encoding;
}

/** UTF-8 with a few broken characters, as when texts of several origins were put together. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  return broken * 5 <= whole ? text : undefined;
}

function nameOf(encoding: string): string {
  return { shift_jis: 'Shift_JIS', gb18030: 'GB18030', 'euc-kr': 'EUC-KR' }[encoding] ?? encoding;
}
