/**
 * Markdown to its words. Not a renderer: what only lays out falls away, what is said stays. Its expressions are bounded
 * where they could backtrack: files are up to 5 MB, and anybody's.
 */
import { withoutLinksBelow } from './markdown-links.ts';
import { tidyText } from './tidy-text.ts';

export interface MarkdownText {
  /** Front matter: "key: value" lines between two lines of "---", keys in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** The first heading of the first level, if the text begins with it. */
  readonly heading?: string | undefined;
  /** Paragraphs parted by an empty line. */
  readonly text: string;
}

export function readMarkdown(markdown: string): MarkdownText {
  const { fields, body } = takeFrontMatter(tidyText(markdown));
  const { heading, rest } = takeHeading(body);
  return { fields, heading, text: tidyText(textOfBlocks(withoutLinksBelow(rest))) };
}

function takeFrontMatter(text: string): {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
} {
  const matter = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/.exec(text);
  const lines = matter?.[1]?.split('\n') ?? [];
  const pairs = lines.flatMap((line) => {
    const [, key, value] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key.toLowerCase(), scalar(value)] as const];
  });
  // A text may begin with a rule; front matter has at least one field.
  if (matter === null || pairs.length === 0) return { fields: new Map(), body: text };
  return {
    fields: new Map(pairs.filter(([, value]) => value !== '')),
    body: text.slice(matter[0].length).replace(/^\n+/, ''),
  };
}

/** A value of YAML as people write it: bare, quoted, or a list in brackets. */
function scalar(value: string): string {
  const bare = value.trim();
  const list = /^\[(.*)\]$/.exec(bare)?.[1];
  if (list !== undefined) return list.split(',').map(scalar).join(', ');
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(bare);
  if (quoted === null) return bare.replace(/\s+#.*$/, '');
  return quoted[1]?.replaceAll(/\\(["\\])/g, '$1') ?? quoted[2]?.replaceAll("''", "'") ?? '';
}

function takeHeading(body: string): { readonly heading?: string; readonly rest: string } {
  const heading = /^(?:# {1,9}(.{1,300}?)(?: {1,9}#{1,9})?|(?![#>\-*+`])(.{1,300})\n=+)(?:\n|$)/.exec(body);
  if (heading === null) return { rest: body };
  return { heading: inlineText(heading[1] ?? heading[2] ?? ''), rest: body.slice(heading[0].length) };
}

/** Fenced code is kept as it stands; everything else is taken paragraph by paragraph. */
function textOfBlocks(body: string): string {
  const parts = body.split(/^ {0,3}(?:```|~~~)[^\n`]*$/m);
  return parts.map((part, index) => (index % 2 === 1 ? part : textOfProse(part))).join('\n\n');
}

function textOfProse(prose: string): string {
  return withoutComments(prose)
    .replaceAll(/^ {0,3}\[[^\]\n]+\]:\s*\S+.*$/gm, '') // where reference links lead
    .replaceAll(/^(?: {0,3}>)+ ?/gm, '')
    .replaceAll(/^\|?(?: {0,9}:?-+:? {0,9}\|)+ {0,9}(?::?-+:?)?\n/gm, '') // the line under a table's head
    .replaceAll(/^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/gm, '') // rules
    .replaceAll(/^ {0,3}#{1,6} {1,9}(.{1,300}?)(?: {1,9}#{1,9})?$/gm, '\n$1\n')
    .replaceAll(/^(.+)\n {0,3}(?:=+|-+)$/gm, '\n$1\n')
    .split(/\n{2,}/)
    .map(textOfParagraph)
    .join('\n\n');
}

function withoutComments(text: string): string {
  const [first = '', ...others] = text.split('<!--');
  return others.reduce((kept, part) => {
    const end = part.indexOf('-->');
    return kept + (end === -1 ? `<!--${part}` : part.slice(end + 3));
  }, first);
}

/** Items keep their lines; other line breaks inside a paragraph are only how it was typed. */
function textOfParagraph(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) =>
    line
      .trim()
      .replace(/^[*+-] {1,9}/, '- ')
      .replaceAll(/^\| {0,9}| {0,9}\|$/g, '')
      .replaceAll(/ {1,9}\| {1,9}/g, ' '),
  );
  return inlineText(lines.reduce((text, line) => (text === '' ? line : text + joint(text, line) + line), ''));
}

function joint(before: string, line: string): string {
  if (/^(?:- |\d{1,3}[.)] )/.test(line)) return '\n';
  // Chinese and Japanese are written without spaces.
  const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return unspaced.test(before.at(-1) ?? '') && unspaced.test(line[0] ?? '') ? '' : ' ';
}

function inlineText(text: string): string {
  // Code and escaped characters are put aside, so that nothing below takes them for marks.
  const aside: string[] = [];
  const putAside = (words: string): string => `\uE000${aside.push(words) - 1}\uE001`;
  return text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, character: string) => putAside(character))
    .replaceAll(/(`+)(.+?)\1/g, (_, _ticks, words: string) => putAside(words.trim()))
    .replaceAll(/!\[[^\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])/g, '')
    .replaceAll(/\[([^[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])/g, '$1')
    .replaceAll(/<((?:https?:|mailto:)[^\s<>]+)>/g, '$1')
    .replaceAll(/<\/?[a-z][^<>\n]*>/gi, '')
    .replaceAll(/(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replaceAll(/~~(?=\S)([^~\n]+?)~~/g, '$1')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, characterOf)
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\uE000(\d{1,9})\uE001/g, (mark, index: string) => aside[Number(index)] ?? mark)
    .trim();
}

function characterOf(reference: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return namedCharacters.get(name) ?? reference;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

const namedCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    mdash: '—',
    ndash: '–',
    hellip: '…',
  }),
);
