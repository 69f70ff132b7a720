/** Lines that say who wrote it. */
import { fold } from '../language/fold.ts';
import { bylineEndings, bylineOpenings } from './furniture-words.ts';
import { visualLength, wordsOf } from './shape.ts';

const longest = 90;
/** Longest first, so that "written by" is not read as "by". */
const openings = bylineOpenings.toSorted((a, b) => b.length - a.length);

/** @returns the name, without "By", "Par", "von", … and without what follows a separator; undefined for other lines */
export function readByline(line: string): string | undefined {
  const length = visualLength(line);
  if (length > longest) return undefined;
  const name = withoutOpening(line) ?? withoutEnding(line);
  return name !== undefined && isName(name) ? name : undefined;
}

/** As feeds and pages give authors: "By Jane Doe", "jane@example.com (Jane Doe)". */
export function cleanAuthor(written: string): string | undefined {
  const plain = written.replace(/\s+/g, ' ').trim();
  // RSS 2.0 wants an address; the name is then in parentheses.
  const named = /^\S+@\S+ \((.+)\)$/.exec(plain)?.[1] ?? plain;
  const author = (readByline(named) ?? named).slice(0, longestAuthor).trim();
  return author === '' || /^\S+@\S+$/.test(author) ? undefined : author;
}

const longestAuthor = 120;

function withoutOpening(line: string): string | undefined {
  const folded = fold(line);
  // Folding can change lengths; then the place of the name is not known.
  if (folded.length !== line.length) return undefined;
  const opening = openings.find((phrase) => folded.startsWith(phrase) && partsWord(folded, phrase));
  return opening === undefined ? undefined : firstPart(line.slice(opening.length));
}

function withoutEnding(line: string): string | undefined {
  const ending = bylineEndings.find((phrase) => fold(line).endsWith(phrase));
  return ending === undefined ? undefined : firstPart(line.slice(0, -ending.length));
}

function partsWord(folded: string, phrase: string): boolean {
  return /[:：=/／|]$/.test(phrase) || /^[\s:：/／|=]/.test(folded.slice(phrase.length));
}

/** "Jane Doe | Reuters", "Jane Doe, Staff Writer", "Jane Doe für Example" */
function firstPart(rest: string): string {
  return (rest.replace(/^[\s:：/／|=]+/, '').split(/\s*[|｜·•,，–—(（]\s*|\s+[-/]\s+/, 1)[0] ?? '').trim();
}

const particles = new Set(
  'de del della di da du des la le van von der den ter bin ibn al el and und et y e i ve en och og dan и للو'.split(
    ' ',
  ),
);

/** At most six words, each with a capital where the script has them; "by storm" is no name. */
function isName(name: string): boolean {
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
