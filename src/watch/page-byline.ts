/** The lines by which a page says who wrote its article, and when. What they say is known; as text they are furniture. */
import { fold } from '../language/fold.ts';
import { isUnspaced } from '../language/tokens.ts';
import { elementsIn, wordsIn, type PageElement, type PageNode, type TextLengths } from './page-element.ts';
import type { Document, Metadata } from './page-metadata.ts';

/** Letters besides what is known: "Von … am … um … Uhr aktualisiert, Lesezeit … Minuten". Sentences say more. */
const longestRest = 32;
/** The same beside a name of one word, which may be what the article is about: "By SAP News", not "SAP grows on". */
const longestRestOfWord = 8;
/** In characters. */
const longestByline = 200;
/** In characters; shorter ones may be anything. */
const shortestParagraph = 80;
/** In characters: "published …, changed …". */
const longestDateLine = 120;

const blocks = 'p, div, address, header, footer, ul, ol, dl, section, time';
const insideLines = 'span, font, small, em, i, b, strong';

/** Takes out every line that is made of the names and dates of the metadata, and of a few words that join them. */
export function removeBylines(document: Document, metadata: Metadata, lengths: TextLengths): void {
  const dates = datesAround(metadata.published);
  for (const line of linesAround(document, lengths)) {
    if (isByline(line, metadata, dates)) line.remove();
  }
}

/**
 * A date that only readers are told: the first line near the heading with a year and a day. For pages whose markup has
 * no date.
 */
export function dateLineNear(
  heading: PageElement,
  document: Document,
  lengths: TextLengths,
): string | undefined {
  const elements = elementsIn(document, `body :is(h1, h2, h3, h4, h5, h6, ${blocks}, ${insideLines}, td)`);
  const at = elements.indexOf(heading);
  const behind = elements.slice(at + 1).filter((element) => !heading.contains(element));
  const before = elements.slice(Math.max(0, at - 5), at).filter((element) => !element.contains(heading));
  const text = behind.findIndex((element) => isParagraph(element, lengths));
  const near = [...behind.slice(0, text === -1 ? 20 : text + 5), ...before.toReversed()];
  return near
    .filter((element) => (lengths.get(element) ?? 0) <= longestDateLine)
    .map(wordsIn)
    .find((line) => yearAndDay.test(line) && !endsSentence(line));
}

const yearAndDay = /^(?=.*(?<!\d)(?:19|20)\d\d(?!\d)).*(?<!\d)\d{1,2}(?!\d)/;

/**
 * Bylines stand above the text, below its first paragraph or at its end; a dated line between two others may be one of a
 * chronicle.
 */
function linesAround(document: Document, lengths: TextLengths): readonly PageElement[] {
  const elements = elementsIn(document, `body :is(${blocks}, ${insideLines})`);
  const first = elements.findIndex((element) => isParagraph(element, lengths));
  const second = elements.findIndex((element, index) => index > first && isParagraph(element, lengths));
  const last = elements.findLastIndex((element) => isParagraph(element, lengths));
  return elements.filter((element, index) => {
    const length = lengths.get(element) ?? 0;
    const isAround = second === -1 || index < second || index > last;
    return isAround && length > 0 && length <= longestByline && (!isInline(element) || isWholeLine(element));
  });
}

function isParagraph(element: PageElement, lengths: TextLengths): boolean {
  return element.localName === 'p' && (lengths.get(element) ?? 0) >= shortestParagraph;
}

function isInline(element: PageElement): boolean {
  return insideLines.split(', ').includes(element.localName);
}

function isWholeLine(element: PageElement): boolean {
  return endsLine(element, 'previousSibling') && endsLine(element, 'nextSibling');
}

function endsLine(element: PageElement, side: 'previousSibling' | 'nextSibling'): boolean {
  let node: PageNode | null = element[side];
  while (node !== null && node.nodeType === 3 && node.textContent.trim() === '') node = node[side];
  return node === null || /^(?:br|hr|p|div|table|h[1-6])$/i.test(node.nodeName);
}

function isByline(line: PageElement, metadata: Metadata, dates: readonly Date[]): boolean {
  const written = wordsIn(line);
  if (endsSentence(written)) return false;
  const marked = [...line.querySelectorAll('time, [rel="author"], [itemprop="author"]')].map(wordsIn);
  const isDate =
    line.localName === 'time' || marked.length > 0 || dates.some((date) => isDated(written, date));
  const words = plainWords(written);
  const withoutDate = without(words, [metadata.published ?? '', ...marked]);
  const authors = (metadata.author ?? '').split(/[,;&|、]/);
  const rest = without(withoutDate, authors);
  const isFullName =
    rest !== withoutDate && authors.some((author) => isUnspaced(author) || /\S\s+\S/.test(author));
  const joining = without(rest, [metadata.outlet ?? '']).replaceAll(/[^\p{L}]/gu, '').length;
  if (isDate || withoutDate !== words || isFullName) return joining <= longestRest;
  return rest !== withoutDate && joining <= longestRestOfWord;
}

/** Names stand as words of their own: "Ann" is not in "annual". Where no spaces are written they stand anywhere. */
function without(words: string, known: readonly string[]): string {
  return known.map(plainWords).reduce((left, name) => {
    if (name.length < 2) return left;
    const [start, end] = isUnspaced(name)
      ? ['', '']
      : [String.raw`(?<![\p{L}\p{M}\p{N}])`, String.raw`(?![\p{L}\p{M}\p{N}])`];
    return left.replaceAll(new RegExp(start + name + end, 'gu'), ' ');
  }, words);
}

function plainWords(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The day before and after, too: a page may name the day of another zone than its metadata. */
function datesAround(published: string | undefined): readonly Date[] {
  const at = Date.parse(published ?? '');
  const dayMs = 86_400_000;
  return Number.isNaN(at) ? [] : [at - dayMs, at, at + dayMs].map((time) => new Date(time));
}

/** Names year and day, in any order and any digits; the month may be a word. */
function isDated(words: string, date: Date): boolean {
  const numbers = [...words.matchAll(/\p{Nd}+/gu)].map(([digits]) => Number(asciiDigits(digits)));
  return numbers.includes(date.getUTCFullYear()) && numbers.includes(date.getUTCDate());
}

/** Of Arabic, Persian and Devanagari. */
function asciiDigits(digits: string): string {
  return digits.replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x6f0 ? 0x660 : code < 0x966 ? 0x6f0 : 0x966));
  });
}

function endsSentence(line: string): boolean {
  return /[.!?…。！？۔।]["'”’»）)]*$/u.test(line.trimEnd());
}
