/** Where the body of an article begins and ends on its page. */
import { isParagraph, isProse } from './page.ts';
import type { PageLine } from './page.ts';
import { visualLength } from './shape.ts';

/** A standfirst may be a full paragraph above the date; two of them, or one so long, are the body. */
const longestStandfirst = 450;

/** The first line behind the last date, byline or piece of furniture of the head. */
export function startOfBody(page: readonly PageLine[]): number {
  const last = page.findLastIndex(isParagraph);
  let start: number | undefined;
  let read = 0;
  let paragraphs = 0;
  for (const [index, line] of page.entries()) {
    if (isParagraph(line)) {
      paragraphs += 1;
      read += visualLength(line.text);
      if (paragraphs > 1 || read > longestStandfirst) return start ?? index;
      start ??= index;
    } else if (line.role !== 'text' && index < last) {
      start = undefined;
    }
  }
  return start ?? firstProse(page);
}

/** For pages of short sentences alone: the first one behind the first line of text, which is the title. */
function firstProse(page: readonly PageLine[]): number {
  const title = page.findIndex((line) => line.role === 'text');
  const first = page.findIndex((line, index) => title !== -1 && index > title && isProse(line));
  return first === -1 ? page.length : first;
}

/** The title stands before the first paragraph, wherever the head ends. */
export function titleZone(page: readonly PageLine[], bodyStart: number): number {
  const first = page.findIndex(isParagraph);
  return first === -1 ? Math.max(bodyStart, 1) : first;
}

/** The last full paragraph; on pages that have none, the last sentence before the furniture begins. */
export function endOfBody(page: readonly PageLine[]): number {
  const last = page.findLastIndex(isParagraph);
  return last === -1 ? page.findIndex(isProse) : last;
}

/**
 * Comments and the author's portrait are full paragraphs too. Cut from their heading on, if at least two paragraphs
 * and the greater part of the page come before it: a menu at the top has a "Comments" as well.
 */
export function beforeTheReaders(page: readonly PageLine[]): readonly PageLine[] {
  const lengths = page.map((line) => (isParagraph(line) ? visualLength(line.text) : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let read = 0;
  let paragraphs = 0;
  for (const [index, line] of page.entries()) {
    if (line.role === 'end' && paragraphs >= 2 && read * 2 > total) return page.slice(0, index);
    read += lengths[index] ?? 0;
    paragraphs += Number(isParagraph(line));
  }
  return page;
}
