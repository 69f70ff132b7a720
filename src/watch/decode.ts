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
 * valid UTF-8 by chance, while wrong declarations are everyday); UTF-16 by its zero bytes; UTF-8 with a few broken
 * bytes, for the same reason; what is declared, with a few broken bytes if need be; a guess.
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
  const damaged = mostlyValid('utf-8', bytes);
  if (damaged !== undefined) return damaged;
  const labels = declared.flatMap((label) => encodingOf(label) ?? []);
  for (const label of labels) {
    const text = decodeStrictly(label, bytes);
    if (text !== undefined) return { text, encoding: label };
  }
  for (const label of labels) {
    const mostly = mostlyValid(label, bytes);
    if (mostly !== undefined) return mostly;
  }
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

/** @returns undefined for a label that nobody knows, and for UTF, which the bytes are not */
function encodingOf(label: string | undefined): string | undefined {
  try {
    const encoding = label === undefined ? undefined : new TextDecoder(label).encoding;
    return encoding?.startsWith('utf-') === true ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** @returns undefined if the bytes are not valid in it. */
function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
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

/** Text with a few broken characters, as when texts of several origins were put together, or a download broke off. */
function mostlyValid(encoding: string, bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  if (broken * 5 > whole) return undefined;
  return { text, encoding, note: `Some of its bytes are not valid ${nameOf(encoding)}.` };
}

const names: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS',
  gb18030: 'GB18030',
  big5: 'Big5',
  'koi8-r': 'KOI8-R',
  'euc-kr': 'EUC-KR',
  'iso-8859-2': 'ISO-8859-2',
};

function nameOf(encoding: string): string {
  return names[encoding] ?? encoding;
}
