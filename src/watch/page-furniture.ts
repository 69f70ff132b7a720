/**
 * Takes out of a page what stands around its article, as far as the page itself tells it: marked parts, what is above
 * the title, the title, bylines, other articles. What nobody marked is left to Readability. Only for the parser's worker.
 */
import { removeBylines } from './page-byline.ts';
import {
  elementsIn,
  measureText,
  type PageElement,
  type PageNode,
  type TextLengths,
} from './page-element.ts';
import { markOf } from './page-marks.ts';
import type { Document, Metadata } from './page-metadata.ts';

/** In characters: less is no article, but perhaps a line of one that stands elsewhere. */
const shortestArticle = 200;

/** @param heading where the page shows its title */
export function removeFurniture(
  document: Document,
  metadata: Metadata,
  heading: PageElement | undefined,
): void {
  removeMarked(document, heading);
  if (heading !== undefined) {
    const lengths = measureText(document);
    removeOtherArticles(document, heading, lengths);
    removeAbove(document, heading, lengths);
    heading.remove();
  }
  removeBylines(document, metadata, measureText(document));
}

function removeMarked(document: Document, heading: PageElement | undefined): void {
  const lengths = measureText(document);
  const whole = lengths.get(document.body) ?? 0;
  for (const element of elementsIn(document, 'body *')) {
    const mark = markOf(element);
    if (mark === undefined || holdsArticle(element, heading) || isInSentence(element, lengths)) continue;
    // Without a heading nobody knows where the article is: then nothing large goes.
    const isLarge = (lengths.get(element) ?? 0) * 2 > whole;
    if (isLarge && (mark === 'furniture' || heading === undefined)) continue;
    if (mark !== 'offer' || !holdsParagraph(element, lengths)) element.remove();
  }
}

function holdsArticle(element: PageElement, heading: PageElement | undefined): boolean {
  return (
    ['article', 'main'].includes(element.localName) ||
    element.querySelector('article, main') !== null ||
    (heading !== undefined && element.contains(heading))
  );
}

/** `Read <a class="nav-link">the report</a> of the board`: words of the article, whatever they are called. */
function isInSentence(element: PageElement, lengths: TextLengths): boolean {
  const paragraph = element.localName === 'p' ? null : element.closest('p');
  return paragraph !== null && (lengths.get(paragraph) ?? 0) > 2 * (lengths.get(element) ?? 0);
}

/** Paragraphs of an article that is to be paid for are longer than those of the offer. */
function holdsParagraph(element: PageElement, lengths: TextLengths): boolean {
  const isLong = (part: PageElement) => (lengths.get(part) ?? 0) >= shortestArticle;
  return [...element.querySelectorAll('p')].some(isLong) || (element.localName === 'p' && isLong(element));
}

/** Teasers of other articles are articles, too (HTML Living Standard: "self-contained"); those inside belong to it. */
function removeOtherArticles(document: Document, heading: PageElement, lengths: TextLengths): void {
  const own = heading.closest('article');
  if (own === null || (lengths.get(own) ?? 0) < shortestArticle) return;
  for (const other of elementsIn(document, 'article')) {
    if (!own.contains(other) && !other.contains(own)) other.remove();
  }
}

/** Menus, kickers, breadcrumbs. Nothing is taken if the text stands above: then the title is not where it seems. */
function removeAbove(document: Document, heading: PageElement, lengths: TextLengths): void {
  const above = [...precedingParts(document, heading)];
  const before = above.reduce((sum, node) => sum + (lengths.get(node) ?? node.textContent.trim().length), 0);
  const behind = (lengths.get(document.body) ?? 0) - before - (lengths.get(heading) ?? 0);
  if (before <= behind) for (const node of above) node.remove();
}

function* precedingParts(document: Document, heading: PageElement): Generator<PageNode> {
  for (let part: PageNode | null = heading; part !== null && part !== document.body; part = part.parentNode) {
    for (let node = part.previousSibling; node !== null; node = node.previousSibling) yield node;
  }
}
