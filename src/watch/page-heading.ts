/** Where a page shows its article's title. */
import { fold } from '../language/fold.ts';
import { elementsIn, type PageElement, type TextLengths } from './page-element.ts';
import type { Document } from './page-metadata.ts';

export interface Heading {
  readonly element: PageElement;
  /** The title without what a window's title has around it ("Port closes - The Quay" is shown as "Port closes"). */
  readonly title: string;
}

/** @returns undefined if the title stands nowhere alone */
export function findHeading(
  document: Document,
  title: string | undefined,
  lengths: TextLengths,
): Heading | undefined {
  if (title === undefined) return undefined;
  const whole = lettersOf(title);
  const parts = new Map(partsOf(title).map((part) => [lettersOf(part), part]));
  for (const selector of ['h1', 'h2, h3, h4, h5, h6', 'td, p, div, span, font, b, strong, big, center']) {
    for (const element of elementsIn(document, `body :is(${selector})`)) {
      if ((lengths.get(element) ?? 0) > 2 * title.length || element.closest('nav, aside') !== null) continue;
      const shown = lettersOf(element.textContent);
      if (shown === whole || (selector === 'h1' && isLonger(shown, whole))) return { element, title };
      const part = parts.get(shown);
      if (part !== undefined) return { element, title: part };
    }
  }
  return undefined;
}

/** What a title says, whatever its marks, case and spaces. */
export function lettersOf(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** An outlet's name alone is none: the name of a page's own is the longest part. */
function partsOf(title: string): readonly string[] {
  const parts = title.split(/\s+[|\-–—·•»:]\s+/u);
  const longest = parts.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined || parts.length === 1 ? [] : [longest.trim()];
}

/** The same title goes on in one of them: "SAP buys Kelvaro" and "SAP buys Kelvaro for 410 million". */
function isLonger(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 20 && short.length * 2 > long.length && long.startsWith(short);
}
