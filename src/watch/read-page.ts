/** A web page to its article: metadata first, then the text without the page around it. Only for the parser's worker. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText, looksBinary } from './decode.ts';
import { dateLineNear } from './page-byline.ts';
import { measureText } from './page-element.ts';
import { removeFurniture } from './page-furniture.ts';
import { findHeading } from './page-heading.ts';
import { readMetadata, type Document, type Metadata } from './page-metadata.ts';
import type { PageSource, ParsedPage } from './parser.ts';
import { textOfHtml } from './plain-text.ts';

export function readPage(bytes: Uint8Array, source: PageSource): ParsedPage {
  const { text: html, note } = decodeText(bytes, [source.charset, declaredCharset(bytes)]);
  if (looksBinary(html))
    return { kind: 'broken', reason: 'it is not text, although its name says that it is a web page' };
  const { document } = parseHTML(inDocument(html));
  const declared = readMetadata(document, html, source.url);
  // What costs a time that grows with the depth is not done for pages that no person builds: theirs stay below 100.
  if (depthOf(document) > deepestPage) return pageOf(declared, undefined, html, note);
  const metadata = clean(document, declared);
  // Before the article is looked for: that takes the document apart.
  const cleaned: string = document.body.innerHTML;
  return pageOf(metadata, articleText(document), cleaned, note);
}

/** Readability's time grows with the cube of the depth (83 seconds at 2,000). */
const deepestPage = 250;

function pageOf(
  metadata: Metadata,
  article: string | undefined,
  html: string,
  note: string | undefined,
): ParsedPage {
  const text = article ?? textOfHtml(withoutFurniture(html));
  if (text === '' && metadata.title === undefined)
    return { kind: 'broken', reason: 'there is no text in it' };
  return { kind: 'page', ...metadata, text, raw: article === undefined, note };
}

/** Leaves the article, as far as the page tells what is one. @returns what is known of it now */
function clean(document: Document, declared: Metadata): Metadata {
  const lengths = measureText(document);
  const heading = findHeading(document, declared.title, lengths);
  const published =
    declared.published ??
    (heading === undefined ? undefined : dateLineNear(heading.element, document, lengths));
  const metadata = { ...declared, title: heading?.title ?? declared.title, published };
  removeFurniture(document, metadata, heading?.element);
  return metadata;
}

/** HTML Living Standard: a declaration has to stand in the first 1,024 bytes; some stand later. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]{0,500}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1]
  );
}

/**
 * Fragments and pages without these tags (HTML lets all three be left out) become documents: the parser makes an empty
 * body where it finds none.
 */
function inDocument(html: string): string {
  if (/<html[\s>]/i.test(html) && /<head[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const start = /<html(?:\s[^<>]*)?>/i.exec(html)?.[0] ?? '<html>';
  const content = html.replaceAll(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  return `${start}<head></head><body>${content}</body></html>`;
}

/** @returns undefined if there is nothing that looks like an article */
function articleText(document: Document): string | undefined {
  try {
    const article = new Readability(document, { maxElemsToParse: 50_000 }).parse();
    const text = textOfHtml(article?.content ?? '');
    return text === '' ? undefined : text;
  } catch {
    return undefined; // too large for it: the whole page's text is still to be had
  }
}

/** How deep elements are nested. A parent comes before its children in the document, so its depth is known. */
function depthOf(document: Document): number {
  const depths = new Map<unknown, number>();
  let deepest = 0;
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentNode) ?? 0) + 1;
    depths.set(element, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function withoutFurniture(html: string): string {
  return html.replaceAll(/<(head|nav|header|footer|aside|script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ');
}
