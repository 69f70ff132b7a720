/** One file to an entry: text, Markdown or a saved web page. */
import { createHash } from 'node:crypto';
import type { Entry } from '../domain.ts';
import { decodeText, looksBinary } from './decode.ts';
import { readMarkdown } from './markdown.ts';
import type { Parser } from './parser.ts';
import { tidyText } from './tidy-text.ts';

/** No article is longer; what is, is a book, a log or a mistake. */
export const maxFileBytes = 5 * 1024 * 1024;

export type ReadFile =
  /** `note`: one sentence on what had to be guessed. */
  | { readonly kind: 'entry'; readonly entry: Entry; readonly note?: string | undefined }
  /** `reason` goes on after the file's name and a colon. */
  | { readonly kind: 'broken'; readonly reason: string };

export async function readEntry(name: string, bytes: Uint8Array, parser: Parser): Promise<ReadFile> {
  const read = readers.get(/\.[^.]+$/.exec(name)?.[0]?.toLowerCase() ?? '');
  if (read === undefined)
    return broken('only .txt, .md, .markdown, .html and .htm files are read as articles');
  if (bytes.length === 0) return broken('the file is empty');
  if (bytes.length > maxFileBytes) return broken(tooLarge(bytes.length));
  return read(bytes, parser);
}

/** @param size bytes. */
export function tooLarge(size: number): string {
  return `the file has ${(size / 1024 / 1024).toFixed(1)} MB; articles of up to ${maxFileBytes / 1024 / 1024} MB are read`;
}

type Read = (bytes: Uint8Array, parser: Parser) => Promise<ReadFile>;

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['.txt', readPlain],
  ['.md', readMarked],
  ['.markdown', readMarked],
  ['.html', readWeb],
  ['.htm', readWeb],
]);

async function readPlain(bytes: Uint8Array): Promise<ReadFile> {
  const { text: decoded, note } = decodeText(bytes);
  if (looksBinary(decoded)) return broken(notText);
  const text = tidyText(decoded);
  if (text === '') return broken('there is no text in it');
  return { kind: 'entry', entry: { keys: keysOf(bytes), text, raw: true }, note };
}

async function readMarked(bytes: Uint8Array): Promise<ReadFile> {
  const { text: decoded, note } = decodeText(bytes);
  if (looksBinary(decoded)) return broken(notText);
  const { fields, heading, text } = readMarkdown(decoded);
  const field = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const title = field('title') ?? heading;
  if (text === '' && title === undefined) return broken('there is no text in it');
  const entry: Entry = {
    keys: keysOf(bytes),
    url: field('url', 'link', 'canonical', 'canonical_url'),
    title,
    text:
      field('title') !== undefined && heading !== undefined && heading !== title
        ? `${heading}\n\n${text}`
        : text,
    author: field('author', 'authors', 'by'),
    tags: listIn(field('tags', 'tag', 'categories', 'category', 'keywords')),
    published: field('date', 'published', 'pubdate', 'datetime'),
    language: field('lang', 'language'),
    outlet: field('source', 'outlet', 'publisher', 'site'),
    // Somebody filled in a form: what follows is the article. Without it, it may have been pasted from a page.
    raw: fields.size === 0,
  };
  return { kind: 'entry', entry, note };
}

async function readWeb(bytes: Uint8Array, parser: Parser): Promise<ReadFile> {
  const page = await parser.page(bytes);
  if (page.kind === 'broken') return page;
  const { kind: _, note, ...entry } = page;
  return { kind: 'entry', entry: { keys: keysOf(bytes), ...entry }, note };
}

/** "a, b" or "[a, b]". */
function listIn(written: string | undefined): readonly string[] | undefined {
  return written
    ?.replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((one) => one.trim().replace(/^(["'])(.*)\1$/s, '$2'));
}

const notText = 'the file is not text';

function keysOf(bytes: Uint8Array): readonly string[] {
  return [`sha256:${createHash('sha256').update(bytes).digest('hex')}`];
}

function broken(reason: string): ReadFile {
  return { kind: 'broken', reason };
}
