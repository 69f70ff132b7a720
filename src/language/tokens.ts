/** A word where it stands in a text. In scripts without spaces every character (with its marks) is one. */
export interface Token {
  /** UTF-16 offsets into the text as it was given; a possessive 's is left out. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly shape: Shape;
  /** What parts it from the token before: nothing that matters, a comma or bracket, the end of a sentence. */
  readonly breakBefore: 'none' | 'clause' | 'sentence';
  /** Only a hyphen stands between it and the token before. */
  readonly hyphenBefore: boolean;
}

/** How it is written. `one`: a single character of a script without spaces. `uncased`: a word of a script without capitals. */
export type Shape = 'lower' | 'Capital' | 'UPPER' | 'number' | 'uncased' | 'one';

/**
 * Cuts a text into words. Odd tokens stay whole: C++, C#, .NET, Node.js, AT&T, $TSLA, 5G, U.S., 10,000. Sums do not: "$90m" is
 * 90 and m. Hyphens part
 * words ("zero-day" is two, next to each other), so that "zero day" and "zero-day" are the same. So does a change of
 * script: "AWS部門" is AWS, 部, 門.
 */
export function tokenize(text: string): readonly Token[] {
  if (oneWord.test(text) || oneWordOfLetters.test(text)) return [tokenAt(0, text, 'sentence', false)];
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(token)) {
    const surface = found[1] ?? found[0];
    const before = text.slice(end, found.index);
    const breakBefore = tokens.length === 0 ? 'sentence' : breakIn(before);
    tokens.push(tokenAt(found.index, surface, breakBefore, before === '-' && tokens.length > 0));
    end = found.index + found[0].length;
  }
  return tokens;
}

/** What people type is mostly this, and needs none of the alternatives below: in English, or in another language. */
const oneWord = /^[A-Za-z0-9]+$/;

function tokenAt(
  start: number,
  surface: string,
  breakBefore: Token['breakBefore'],
  hyphenBefore: boolean,
): Token {
  return { start, end: start + surface.length, surface, shape: shapeOf(surface), breakBefore, hyphenBefore };
}

/** Whether a character belongs to a script that is written without spaces: Han, Hiragana, Thai, Lao, Khmer, Burmese. */
export function isUnspaced(text: string): boolean {
  return startsUnspaced.test(text);
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々`;
const katakana = String.raw`\p{Script=Katakana}ーｰﾞﾟ`;
const apart = String.raw`${unspaced}${katakana}\p{Script=Hangul}`;
const letter = String.raw`[[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]--[${apart}]]`;
const oneWordOfLetters = new RegExp(`^${letter}+$`, 'v');
/** What acronyms are made of. */
const initial = String.raw`[\p{L}--[${apart}]]`;
const noWordBehind = String.raw`(?<![\p{L}\p{N}])`;
const noWordAhead = String.raw`(?![[\p{L}\p{N}]--[${apart}]])`;
const figure = String.raw`\p{N}+(?:[.,]\p{N}+)*`;

/** The order matters: the odd shapes would otherwise be cut by the plain ones. Group 1 leaves out the possessive. */
const token = new RegExp(
  [
    String.raw`\$[A-Za-z]{1,6}${noWordAhead}`,
    String.raw`${noWordBehind}(?:[A-Za-z](?:\+\+|#)|[A-Za-z]{1,3}&[A-Za-z]{1,3}|[A-Za-z0-9]+\.[Jj][Ss])${noWordAhead}`,
    String.raw`(?<![\p{L}\p{N}.])\.(?:NET|Net|net)${noWordAhead}`,
    String.raw`${noWordBehind}(?:${initial}\.){2,}(?:${initial}${noWordAhead})?`,
    // "$2.5bn" is 2.5 and bn, "Rp3,2 triliun" is Rp and 3,2: what is said of millions is said of these as well.
    String.raw`(?<=[$€£¥₹])${figure}(?=(?:[kKmMbB]|[mMbBtT][nN])${noWordAhead})`,
    String.raw`${noWordBehind}(?:Rp|Rs|USD|EUR)(?=\p{N})`,
    String.raw`\p{N}+(?:[.,]\p{N}+)+${noWordAhead}`,
    String.raw`[${katakana}]+`,
    String.raw`\p{Script=Hangul}+`,
    String.raw`[${unspaced}]\p{M}*`,
    String.raw`(${letter}+)(?:['’][sS]${noWordAhead})?`,
  ].join('|'),
  'gv',
);

const startsUnspaced = new RegExp(`^[${unspaced}]`, 'v');
/** A word without what only its writing adds: the dots of an acronym ("U.S." is US). */
export function plainSurface(surface: string): string {
  return dotted.test(surface) ? surface.replaceAll('.', '') : surface;
}

const dotted = /^(?:\p{L}\.){2,}\p{L}?$/u;
const hasCase = /[\p{Lu}\p{Ll}\p{Lt}]/u;
const hasLower = /\p{Ll}/u;
const startsUpper = /^[^\p{L}]*[\p{Lu}\p{Lt}]/u;

function shapeOf(surface: string): Shape {
  const first = surface.charCodeAt(0);
  if (first >= 97 && first <= 122) return 'lower';
  if (!hasCase.test(surface)) {
    if (startsUnspaced.test(surface)) return 'one';
    return /\p{L}/u.test(surface) ? 'uncased' : 'number';
  }
  if (!startsUpper.test(surface)) return 'lower';
  return hasLower.test(surface) || surface.length === 1 ? 'Capital' : 'UPPER';
}

const sentenceEnd = /[.!?…][\s"'”’»)\]]|[.!?…]$|[。！？｡।॥؟۔]|\n\s*\n|\n/u;
const clauseEnd = /[,;:()[\]{}—–|•]|[、，；：（）「」『』،؛]/u;

function breakIn(between: string): Token['breakBefore'] {
  if (between === ' ' || between === '' || between === '-') return 'none';
  if (between !== '.' && sentenceEnd.test(between)) return 'sentence';
  return clauseEnd.test(between) || between.includes(' - ') ? 'clause' : 'none';
}
