/** Lines that say who wrote it. */
import { fold } from '../language/fold.ts';
import { bylineOpenings, reporters } from './furniture-words.ts';
import { visualLength, wordsOf } from './shape.ts';

export interface Byline {
  /** Without "By", "Par", "von", … */
  readonly author: string;
  /** A second name on the line: "By Jane Doe | Example News". */
  readonly outlet?: string | undefined;
  /** False behind a comma, where a job stands as often as an outlet: "Jane Doe, Staff Writer". */
  readonly outletIsSure: boolean;
}

const longest = 90;
/** Longest first, so that "written by" is not read as "by". */
const openings = bylineOpenings.toSorted((a, b) => b.length - a.length);
const separator = /\s*[|｜·•—–/／]\s*|\s+-\s+/u;

/** @returns undefined for lines that are none */
export function readByline(line: string): Byline | undefined {
  if (visualLength(line) > longest) return undefined;
  const parts = line.split(separator).filter((part) => part !== '');
  for (const [at, part] of parts.entries()) {
    const found = readPart(part);
    if (found === undefined) continue;
    const others = parts.filter((other, index) => index !== at && isName(other));
    return others.length === 1 ? { author: found.author, outlet: others[0], outletIsSure: true } : found;
  }
  return undefined;
}

function readPart(part: string): Byline | undefined {
  const behind = withoutOpening(part);
  if (behind !== undefined) {
    const [author = '', job] = behind.split(/\s*[,，(（]\s*/, 2);
    return isName(author) ? { author, outlet: job, outletIsSure: false } : undefined;
  }
  return readEastern(part);
}

/** "예시신문 홍길동 기자", "例新闻 记者 张例": the word for reporter stands behind the name, or between outlet and name. */
function readEastern(part: string): Byline | undefined {
  const words = part.split(/\s+/);
  const at = words.findIndex((word) => reporters.has(word));
  if (at < 1 || words.length > 4) return undefined;
  const [author, outlet] =
    at === words.length - 1 ? [words[at - 1], words[at - 2]] : [words[at + 1], words[at - 1]];
  return author === undefined ? undefined : { author, outlet, outletIsSure: true };
}

/** As feeds and pages give authors: "By Jane Doe", "jane@example.com (Jane Doe)". */
export function cleanAuthor(written: string): string | undefined {
  const plain = written.slice(0, 1000).replace(/\s+/g, ' ').trim();
  // RSS 2.0 wants an address; the name is then in parentheses.
  const named = /^\S+@\S+ \((.+)\)$/.exec(plain)?.[1] ?? plain;
  const author = (readByline(named)?.author ?? named).slice(0, longestAuthor).trim();
  return author === '' || /^\S+@\S+$/.test(author) ? undefined : author;
}

const longestAuthor = 120;

function withoutOpening(part: string): string | undefined {
  const folded = fold(part);
  // Folding can change lengths; then the place of the name is not known.
  if (folded.length !== part.length) return undefined;
  const opening = openings.find((phrase) => folded.startsWith(phrase) && partsWord(folded, phrase));
  return opening === undefined
    ? undefined
    : part
        .slice(opening.length)
        .replace(/^[\s:：=]+/, '')
        .trim();
}

function partsWord(folded: string, phrase: string): boolean {
  return /[:：=]$/.test(phrase) || /^[\s:：=]/.test(folded.slice(phrase.length));
}

const particles = new Set(
  'de del della di da do dos du des la le van von der den ter bin ibn al el and und et y e i ve en och og dan и للو'.split(
    ' ',
  ),
);

/** A few words, each with a capital where the script has them; "by storm" is no name. */
export function isName(name: string): boolean {
  const words = name.split(' ');
  if (
    name === '' ||
    words.length > 7 ||
    wordsOf(name, 12).length > 11 ||
    /[.!?。！？]["”»]?$/.test(name.replace(/\b\p{Lu}\.$/u, ''))
  )
    return false;
  return words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}'’&]/u.test(word) || particles.has(word));
}
