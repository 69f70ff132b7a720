/**
 * Finds the article in a pasted or scraped page: title, date, outlet, author, text. What is cut is told by shape and
 * place, never by a site's own sentences, and only before the body begins and after it ends. A full paragraph is
 * never lost to a guess: when in doubt, a line stays.
 */
import { readByline } from './byline.ts';
import { findDateLines, nameBeside, publishedAt } from './date-line.ts';
import type { DateLine } from './date-line.ts';
import type { DateContext } from './dates.ts';
import { isAdvertisingMark, isEndOfArticle, isFurniture } from './furniture.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { chooseTitle, isSetAsHeading, sameTitle, vocabularyOf } from './headline.ts';
import { visualLength, wordsOf } from './shape.ts';

export interface Layout {
  /** Absent where the page has no line that could be one. */
  readonly title?: string | undefined;
  /** Paragraphs parted by an empty line, lists and verses by a line break; the subtitle comes first. */
  readonly text: string;
  readonly publishedAt?: number | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
}

/** A line and what it is taken for. */
interface Judged extends Line {
  readonly role: 'text' | 'date' | 'byline' | 'furniture' | 'end';
}

/** @param known the title, where the entry has one of its own */
export function readLayout(text: string, context: DateContext, known?: string): Layout {
  const lines = linesOf(text);
  const dates = findDateLines(lines.map((line) => line.text));
  const page = beforeTheReaders(withHeading(judge(lines, dates), known));
  const bodyStart = startOfBody(page);
  const body = page.slice(bodyStart).filter(isParagraph);
  const words = vocabularyOf(body.map((line) => line.text).join('\n'));
  const title = chooseTitle(page.slice(0, titleZone(page, bodyStart)), words, known);
  const near = title?.index ?? 0;
  const kept = [...keptOfHead(page, bodyStart, title, words), ...keptOfBody(page, bodyStart, title, words)];
  const bylines = page.filter((line) => line.role === 'byline');
  return {
    title: title?.text,
    text: joined(kept),
    publishedAt: publishedAt(dates, near, context),
    outlet: nameBeside(dates, near, 'outlet'),
    author: bylines.map((line) => readByline(line.text))[0] ?? nameBeside(dates, near, 'author'),
  };
}

function judge(lines: readonly Line[], dates: readonly DateLine[]): readonly Judged[] {
  const dated = new Set(dates.map(({ index }) => index));
  return lines.map((line, index) => ({ ...line, role: dated.has(index) ? 'date' : roleOf(line) }));
}

function roleOf(line: Line): Judged['role'] {
  if (isEndOfArticle(line.text)) return 'end';
  if (isFurniture(line.text)) return 'furniture';
  return readByline(line.text) === undefined ? 'text' : 'byline';
}

/**
 * "It is dead for now. What does that mean for you?" has the shape of a paragraph. The first line of a page is a
 * heading all the same if it is the entry's title, or if a longer paragraph follows and it is set as headings are.
 */
function withHeading(page: readonly Judged[], known: string | undefined): readonly Judged[] {
  const first = page.findIndex((line) => line.role === 'text');
  const line = page[first];
  if (line?.shape !== 'paragraph') return page;
  const next = page.slice(first + 1).find(isParagraph);
  const leads = next !== undefined && next.text.length > line.text.length && next.block !== line.block;
  if (!sameTitle(line.text, known) && !(leads && isSetAsHeading(line.text))) return page;
  return page.with(first, { ...line, shape: 'sentence' });
}

/**
 * Comments and the author's portrait are full paragraphs too. Cut from their heading on, if at least two paragraphs
 * and the greater part of the page come before it: a menu at the top has a "Comments" as well.
 */
function beforeTheReaders(page: readonly Judged[]): readonly Judged[] {
  const total = lengthOf(page);
  for (const [index, line] of page.entries()) {
    if (line.role !== 'end') continue;
    const before = page.slice(0, index).filter(isParagraph);
    if (before.length >= 2 && lengthOf(before) * 2 > total) return page.slice(0, index);
  }
  return page;
}

function isParagraph(line: Judged): boolean {
  return line.role === 'text' && line.shape === 'paragraph';
}

function isProse(line: Judged): boolean {
  return line.role === 'text' && (line.shape === 'paragraph' || line.shape === 'sentence');
}

function lengthOf(lines: readonly Judged[]): number {
  return lines.filter(isParagraph).reduce((sum, line) => sum + visualLength(line.text), 0);
}

// ── The head ─────────────────────────────────────────────────────────────────────────────────────

/** A standfirst may be a full paragraph above the date; two of them, or one so long, are the body. */
const longestStandfirst = 450;

/** The first line behind the last date, byline or piece of furniture of the head. */
function startOfBody(page: readonly Judged[]): number {
  let start: number | undefined;
  let read = 0;
  let paragraphs = 0;
  for (const [index, line] of page.entries()) {
    if (isParagraph(line)) {
      paragraphs += 1;
      read += visualLength(line.text);
      if (paragraphs > 1 || read > longestStandfirst) return start ?? index;
      start ??= index;
    } else if (line.role !== 'text' && (paragraphs === 0 || isFollowedByProse(page, index))) {
      start = undefined;
    }
  }
  return start ?? firstProse(page);
}

function isFollowedByProse(page: readonly Judged[], index: number): boolean {
  return page.slice(index + 1).some(isParagraph);
}

/** For pages of short sentences alone: the first one behind the title, behind what belongs to neither. */
function firstProse(page: readonly Judged[]): number {
  const first = page.findIndex(
    (line, index) =>
      index > 0 && isProse(line) && page.slice(0, index).some((other) => other.role === 'text'),
  );
  return first === -1 ? page.length : first;
}

/** The title stands before the first paragraph, wherever the head ends. */
function titleZone(page: readonly Judged[], bodyStart: number): number {
  const first = page.findIndex(isParagraph);
  return first === -1 ? Math.max(bodyStart, 1) : Math.max(first, 0);
}

type Title = ReturnType<typeof chooseTitle>;

function keptOfHead(
  page: readonly Judged[],
  bodyStart: number,
  title: Title,
  words: ReadonlySet<string>,
): readonly Judged[] {
  return page.slice(0, bodyStart).filter((line, index) => {
    if (line.role !== 'text' || index === title?.index || sameTitle(line.text, title?.text)) return false;
    if (isParagraph(line)) return true;
    if (title !== undefined && index < title.index) return false;
    return line.shape === 'sentence' || isSubtitle(line.text, words);
  });
}

/** Speaks of what the body speaks of, and is more than a label. */
function isSubtitle(text: string, words: ReadonlySet<string>): boolean {
  return wordsOf(text, 5).length >= 5 && [...vocabularyOf(text)].some((word) => words.has(word));
}

// ── The body and the tail ────────────────────────────────────────────────────────────────────────

function keptOfBody(
  page: readonly Judged[],
  bodyStart: number,
  title: Title,
  words: ReadonlySet<string>,
): readonly Judged[] {
  const tailStart = Math.max(bodyStart, endOfBody(page) + 1);
  const body = page.slice(bodyStart, tailStart).filter((line, index) => {
    if (bodyStart + index === title?.index) return false;
    return !isAdvertisingMark(line.text) && !(index === 0 && sameTitle(line.text, title?.text));
  });
  return [...body, ...keptOfTail(page, tailStart, words).filter((line) => line !== page[title?.index ?? -1])];
}

/** The last full paragraph; on pages that have none, the last sentence before the furniture begins. */
function endOfBody(page: readonly Judged[]): number {
  const last = page.findLastIndex(isParagraph);
  return last === -1 ? page.findIndex(isProse) : last;
}

/**
 * Behind the last full paragraph: short closing sentences and lists stay, labels and everything behind a first piece of
 * furniture that only looks like more of it go.
 */
function keptOfTail(
  page: readonly Judged[],
  tailStart: number,
  words: ReadonlySet<string>,
): readonly Judged[] {
  const kept: Judged[] = [];
  // "The winners are:" announces lines that are neither sentences nor furniture.
  let announced = announces(page[tailStart - 1]);
  let furnitureSeen = false;
  for (const [index, line] of page.entries()) {
    if (index < tailStart) continue;
    const stays =
      line.role === 'text' && staysInTail(page, index, tailStart, words, announced, furnitureSeen);
    if (stays) kept.push(line);
    if (line.role !== 'text') furnitureSeen = true;
    announced = stays && (announced || announces(line));
  }
  return kept;
}

function staysInTail(
  page: readonly Judged[],
  index: number,
  tailStart: number,
  words: ReadonlySet<string>,
  announced: boolean,
  furnitureSeen: boolean,
): boolean {
  const line = page[index];
  if (line === undefined) return false;
  if (announced) return true;
  if (line.shape === 'item') return !furnitureSeen;
  if (line.shape === 'sentence') return !isSlogan(page, index, tailStart) && !isForeign(line.text, words);
  if (furnitureSeen) return false;
  if (wordsOf(line.text, longLabel).length >= longLabel) return true;
  // A heading belongs to the sentence behind it, an announcement to whatever it announces.
  const next = page[index + 1];
  if (next?.role !== 'text') return false;
  return announces(line) || (next.shape === 'sentence' && !isSlogan(page, index + 1, tailStart));
}

/** Words of a line that is more likely a paragraph whose full stop was lost than a headline of another article. */
const longLabel = 14;

function announces(line: Judged | undefined): boolean {
  return line?.role === 'text' && /[:：]$/.test(line.text);
}

/**
 * A short sentence in one block with a row of labels, a price or a call: the block is a banner. Only where paragraphs
 * stand in blocks of their own does a block tell anything.
 */
function isSlogan(page: readonly Judged[], index: number, tailStart: number): boolean {
  const line = page[index];
  const before = page[tailStart - 1];
  if (line === undefined || line.block === before?.block) return false;
  return [page[index - 1], page[index + 1]].some(
    (other) => other?.block === line.block && other.role === 'furniture',
  );
}

/** The least vocabulary that shows which words a language cannot do without. */
const richVocabulary = 80;

/**
 * Eight words of which the body uses none, not even the small ones: another language than the body's. A list of names
 * looks alike, but has no words in lower case.
 */
function isForeign(text: string, words: ReadonlySet<string>): boolean {
  const own = wordsOf(text);
  const small = own.filter((word) => /^\p{Ll}/u.test(word));
  if (words.size < richVocabulary || own.length < 8 || small.length < 4) return false;
  return [...vocabularyOf(text)].every((word) => !words.has(word));
}

/** Lists and verses keep their lines; everything else is a paragraph. */
function joined(lines: readonly Judged[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line.text;
      const close = before.block === line.block && !isProse(before) && !isProse(line);
      return `${close ? '\n' : '\n\n'}${line.text}`;
    })
    .join('');
}
