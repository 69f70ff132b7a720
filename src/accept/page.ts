/** The lines of a page, each with what it is taken for by its own looks. */
import { readByline } from './byline.ts';
import { findDateLines } from './date-line.ts';
import type { DateLine } from './date-line.ts';
import { isEndOfArticle, isFurniture } from './furniture.ts';
import { isSetAsHeading, sameTitle } from './headline.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';

export interface PageLine extends Line {
  readonly role: 'text' | 'date' | 'byline' | 'furniture' | 'end';
}

export interface Page {
  readonly lines: readonly PageLine[];
  /** `index` is the place among `lines`. */
  readonly dates: readonly DateLine[];
}

/**
 * @param text control characters are already out
 * @param title the entry's own, if it has one
 */
export function readPage(text: string, title: string | undefined): Page {
  const lines = linesOf(text);
  const dates = findDateLines(lines.map((line) => line.text));
  return { lines: withHeading(judge(lines, dates), title), dates };
}

/** Surely text of somebody. */
export function isParagraph(line: PageLine): boolean {
  return line.role === 'text' && line.shape === 'paragraph';
}

/** Text, as far as one can see. */
export function isProse(line: PageLine): boolean {
  return line.role === 'text' && (line.shape === 'paragraph' || line.shape === 'sentence');
}

/** Lists and verses keep their lines; everything else is a paragraph. */
export function joinLines(lines: readonly PageLine[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line.text;
      const close = before.block === line.block && keepsLine(before) && keepsLine(line);
      return `${close ? '\n' : '\n\n'}${line.text}`;
    })
    .join('');
}

function keepsLine(line: PageLine): boolean {
  return line.item || !isProse(line);
}

function judge(lines: readonly Line[], dates: readonly DateLine[]): readonly PageLine[] {
  const dated = new Set(dates.map(({ index }) => index));
  return lines.map((line, index) => ({ ...line, role: dated.has(index) ? 'date' : roleOf(line) }));
}

function roleOf(line: Line): PageLine['role'] {
  if (isEndOfArticle(line.text)) return 'end';
  if (isFurniture(line.text)) return 'furniture';
  return readByline(line.text) === undefined ? 'text' : 'byline';
}

/**
 * "It is dead for now. What does that mean for you?" has the shape of a paragraph. The first line of a page is a
 * heading all the same if it is the entry's title, or if a longer paragraph follows and it is set as headings are.
 */
function withHeading(page: readonly PageLine[], title: string | undefined): readonly PageLine[] {
  const first = page.findIndex((line) => line.role === 'text');
  const line = page[first];
  if (line?.shape !== 'paragraph' || line.item) return page;
  const next = page.slice(first + 1).find(isParagraph);
  const leads = next !== undefined && next.text.length > line.text.length && next.block !== line.block;
  if (!sameTitle(line.text, title) && !(leads && isSetAsHeading(line.text))) return page;
  return page.with(first, { ...line, shape: 'sentence' });
}
