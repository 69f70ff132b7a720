/** As much of the DOM as is used here: the project's types know no browser. */
import type { Document } from './page-metadata.ts';

export interface PageNode {
  /** 1: an element, 3: text. */
  readonly nodeType: number;
  /** Of elements their name, in capitals. */
  readonly nodeName: string;
  readonly textContent: string;
  readonly parentNode: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly remove: () => void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly getAttribute: (name: string) => string | null;
  readonly closest: (selector: string) => PageElement | null;
  readonly contains: (other: PageNode) => boolean;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

export function elementsIn(document: Document, selector: string): readonly PageElement[] {
  return [...document.querySelectorAll(selector)];
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export type TextLengths = ReadonlyMap<PageNode, number>;

/**
 * How much text every element holds, in characters, white space at its ends not counted. In one walk: asking each
 * element by itself takes a time that grows with the square of the depth.
 */
export function measureText(document: Document): TextLengths {
  const lengths = new Map<PageNode, number>();
  // Children come behind their parents in the document, so from its end they are measured first.
  for (const element of elementsIn(document, 'body, body *').toReversed()) {
    const own = unread.has(element.localName) ? [] : [...element.childNodes];
    lengths.set(
      element,
      own.reduce((sum, node) => sum + (lengths.get(node) ?? lengthOfText(node)), 0),
    );
  }
  return lengths;
}

const unread = new Set(['title', 'script', 'style', 'noscript', 'template', 'svg', 'iframe']);

function lengthOfText(node: PageNode): number {
  return node.nodeType === 3 ? node.textContent.trim().length : 0;
}

/** The words of an element, those of different tags apart: "By <a>Ann</a><time>2 May" is "By Ann 2 May". */
export function wordsIn(node: PageNode): string {
  if (node.nodeType === 3) return node.textContent.replaceAll(/\s+/g, ' ');
  if (!isElement(node) || unread.has(node.localName)) return '';
  return [...node.childNodes].map(wordsIn).join(' ').replaceAll(/\s+/g, ' ').trim();
}
