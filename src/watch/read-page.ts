/** A web page to its article: metadata first, then the text without the page around it. Only for the parser's worker. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText, looksBinary } from './decode.ts';
import { readMetadata, type Document } from './page-metadata.ts';
import type { PageSource, ParsedPage } from './parser.ts';
import { textOfHtml } from './plain-text.ts';

export function readPage(bytes: Uint8Array, source: PageSource): ParsedPage {
  const { text: html, note } = decodeText(bytes, [source.charset, declaredCharset(bytes)]);
  if (looksBinary(html))
    return { kind: 'broken', reason: 'it is not text, although its name says that it is a web page' };
  const { document } = parseHTML(inDocument(html));
  // Before the article is looked for: that takes the document apart.
  const metadata = readMetadata(document, html, source.url);
  const article = articleText(document);
  const text = article ?? textOfHtml(withoutFurniture(html));
  if (text === '' && metadata.title === undefined)
    return { kind: 'broken', reason: 'there is no text in it' };
  return { kind: 'page', ...metadata, text, raw: article === undefined, note };
}

/** HTML Living Standard: a declaration has to stand in the first 1,024 bytes; some stand later. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]{0,500}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1]
  );
}

/** A fragment becomes a document: what is looked for is looked for in a body. */
function inDocument(html: string): string {
  return /<body[\s>]/i.test(html)
    ? html
    : /<html[\s>]/i.test(html)
      ? html
      : `<html><head></head><body>${html}</body></html>`;
}

/** @returns undefined if there is nothing that looks like an article, or the page is built in no human way. */
function articleText(document: Document): string | undefined {
  // The library's time grows with the cube of the depth (83 seconds at 2,000); people's pages stay below 100.
  if (depthOf(document) > 250) return undefined;
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
