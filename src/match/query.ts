import type { Query, QueryNode } from '../domain.ts';
import { meaningOf } from '../language/lexicon.ts';
import { canonicalForm } from './canonical.ts';
import { plainWords } from './plain-words.ts';
import { queryBounds, QueryError } from './query-error.ts';
import { type Lexeme, lex } from './query-lexer.ts';
import { onlySmallWords } from './small-words.ts';

/**
 * Reads one query: words (all must be met), `OR`, `AND`, `NOT` in capitals (or `OU`, `ODER`, …), `-word`, `"exact words"`, parentheses. A
 * comma means "either". Words next to each other that name one known thing are that thing ("data breach").
 * Throws `QueryError`.
 */
export function parseQuery(typed: string): Query {
  return parse(lexWithin(typed, queryBounds.characters));
}

/** Reads a line of subscriptions: a comma or line break outside quotes and parentheses parts them. Throws `QueryError`. */
export function parseSubscriptions(
  typed: string,
): ReadonlyArray<{ readonly typed: string; readonly query: Query }> {
  const parts = splitAtCommas(lexWithin(typed, queryBounds.typedCharacters));
  if (parts.length === 0) throw new QueryError('empty', 0);
  const read = new Map<string, { readonly typed: string; readonly query: Query }>();
  for (const lexemes of parts) {
    const [from, to] = [lexemes[0]?.at ?? 0, lexemes.at(-1)?.end ?? 0];
    if (to - from > queryBounds.characters) throw new QueryError('too-long', from);
    const query = parse(lexemes);
    if (!read.has(query.canonical)) read.set(query.canonical, { typed: typed.slice(from, to), query });
  }
  return [...read.values()];
}

/** Reads a question, where a comma means "either". Throws `QueryError`. */
export function parseEither(typed: string): Query {
  return parseQuery(typed);
}

/** The query in its owner's words, in a form that reads back to the same meaning. */
export function printQuery(query: Query): string {
  const loose = print(query.node, ' ');
  return canonicalOf(loose) === query.canonical ? loose : print(query.node, ' AND ');
}

function canonicalOf(typed: string): string {
  return parse(lex(typed)).canonical;
}

function print(node: QueryNode, and: string): string {
  switch (node.kind) {
    case 'term':
      return node.text;
    case 'exact':
      return `"${node.text}"`;
    case 'not':
      return `-${grouped(node.part, and)}`;
    case 'all':
      return node.parts.map((part) => grouped(part, and)).join(and);
    case 'any':
      return node.parts
        .map((part) => (part.kind === 'any' ? `(${print(part, and)})` : print(part, and)))
        .join(' OR ');
  }
}

function grouped(node: QueryNode, and: string): string {
  const open =
    node.kind === 'any' || node.kind === 'all' || (node.kind === 'term' && node.text.includes(' '));
  return node.kind === 'term' || !open ? print(node, and) : `(${print(node, and)})`;
}

function lexWithin(typed: string, most: number): readonly Lexeme[] {
  if (typed.length > most) throw new QueryError('too-long', most);
  return lex(typed);
}

function splitAtCommas(lexemes: readonly Lexeme[]): ReadonlyArray<readonly Lexeme[]> {
  const parts: Lexeme[][] = [[]];
  let depth = 0;
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'open') depth += 1;
    if (lexeme.kind === 'close') depth -= 1;
    if (lexeme.kind === 'comma' && depth <= 0) parts.push([]);
    else parts.at(-1)?.push(lexeme);
  }
  return parts.filter((part) => part.length > 0);
}

function parse(lexemes: readonly Lexeme[]): Query {
  const reader = { lexemes, next: 0, parts: 0 };
  const node = readEither(reader, 0);
  const left = reader.lexemes[reader.next];
  if (left) throw new QueryError('close-parenthesis', left.at);
  if (!node) throw new QueryError('empty', lexemes[0]?.at ?? 0);
  if (!asksFor(node)) throw new QueryError('only-negative', lexemes[0]?.at ?? 0);
  const small = onlySmallWords(node);
  if (small !== undefined) throw new QueryError('small-words', lexemes[0]?.at ?? 0, small);
  return { canonical: canonicalForm(node), node };
}

interface Reader {
  readonly lexemes: readonly Lexeme[];
  next: number;
  parts: number;
}

/** Parts between OR and commas. @returns undefined if there is nothing but commas. */
function readEither(reader: Reader, depth: number): QueryNode | undefined {
  const ways: QueryNode[] = [];
  let operator: Lexeme | undefined;
  for (;;) {
    const start = reader.lexemes[reader.next];
    const way = readAll(reader, depth);
    if (way) ways.push(way);
    if (way && start && !asksFor(way) && (operator || isBetween(reader.lexemes[reader.next]))) {
      throw new QueryError('only-negative', start.at);
    }
    const next = reader.lexemes[reader.next];
    if (!way && (operator?.kind === 'or' || next?.kind === 'or'))
      throw missingOperand(operator?.kind === 'or' ? operator : next);
    if (!isBetween(next)) break;
    operator = next;
    reader.next += 1;
  }
  return join('any', ways);
}

function isBetween(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'or' || lexeme?.kind === 'comma';
}

/** Parts that must all be met. @returns undefined if there is none here. */
function readAll(reader: Reader, depth: number): QueryNode | undefined {
  const parts: QueryNode[] = [];
  let operator: Lexeme | undefined;
  for (;;) {
    const lexeme = reader.lexemes[reader.next];
    if (!lexeme || isBetween(lexeme) || lexeme.kind === 'close') break;
    if (lexeme.kind === 'and') {
      if (operator || parts.length === 0) throw missingOperand(lexeme);
      operator = lexeme;
      reader.next += 1;
      continue;
    }
    parts.push(...(lexeme.kind === 'word' ? readWords(reader) : [readPart(reader, lexeme, depth)]));
    operator = undefined;
  }
  if (operator) throw missingOperand(operator);
  return join('all', parts);
}

function readPart(reader: Reader, lexeme: Lexeme, depth: number): QueryNode {
  reader.next += 1;
  if (lexeme.kind === 'quote') return exact(reader, lexeme);
  if (lexeme.kind === 'open') return readGroup(reader, lexeme, depth);
  const next = reader.lexemes[reader.next];
  if (!next || isBetween(next) || next.kind === 'close' || next.kind === 'and') throw missingOperand(lexeme);
  // Only the word right behind it is left out: "-prime video" still looks for video.
  const part = next.kind === 'word' ? readOneWord(reader, next) : readPart(reader, next, depth);
  if (!part) throw missingOperand(lexeme);
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

function readGroup(reader: Reader, open: Lexeme, depth: number): QueryNode {
  if (depth >= queryBounds.depth) throw new QueryError('too-deep', open.at);
  const inner = readEither(reader, depth + 1);
  if (reader.lexemes[reader.next]?.kind !== 'close') throw new QueryError('open-parenthesis', open.at);
  reader.next += 1;
  if (!inner) throw new QueryError('empty', open.at);
  return inner;
}

function exact(reader: Reader, lexeme: Lexeme): QueryNode {
  count(reader, lexeme);
  const text = lexeme.text.trim();
  if (plainWords(text).length === 0) throw new QueryError('empty-quote', lexeme.at);
  return { kind: 'exact', text };
}

/** The longest name anybody types in bare words ("Taiwan Semiconductor Manufacturing Company Limited"). */
const longestName = 6;

/** A run of bare words: where several of them name one known thing, they are one term. */
function readWords(reader: Reader): readonly QueryNode[] {
  const run: Lexeme[] = [];
  for (let at = reader.next; reader.lexemes[at]?.kind === 'word'; at++)
    run.push(reader.lexemes[at] as Lexeme);
  reader.next += run.length;
  const words = run.filter((word) => isWord(word));
  const terms: QueryNode[] = [];
  for (let at = 0; at < words.length;) {
    const length = lengthOfName(words, at);
    const name = words.slice(at, at + length);
    if (length === 1) refuseSmallOperator(reader, name[0] as Lexeme);
    count(reader, name[0] as Lexeme);
    terms.push({ kind: 'term', text: name.map((word) => word.text).join(' ') });
    at += length;
  }
  return terms;
}

const smallOperators = new Set(['or', 'and', 'not']);
const operands: ReadonlySet<Lexeme['kind']> = new Set(['word', 'quote', 'open', 'close', 'minus', 'not']);

/** Between other parts it is meant as an operator, and as a word it would keep the rest from ringing. */
function refuseSmallOperator({ lexemes }: Reader, word: Lexeme): void {
  if (!smallOperators.has(word.text.toLowerCase())) return;
  const at = lexemes.indexOf(word);
  const [before, after] = [lexemes[at - 1]?.kind, lexemes[at + 1]?.kind];
  if (
    before &&
    after &&
    operands.has(before) &&
    operands.has(after) &&
    before !== 'open' &&
    after !== 'close'
  )
    throw new QueryError('small-operator', word.at, word.text);
}

function lengthOfName(words: readonly Lexeme[], at: number): number {
  for (let length = Math.min(longestName, words.length - at); length > 1; length--) {
    const name = words.slice(at, at + length);
    if (meaningOf(name.map((word) => word.text).join(' '))) return length;
  }
  return 1;
}

function readOneWord(reader: Reader, word: Lexeme): QueryNode | undefined {
  reader.next += 1;
  count(reader, word);
  return isWord(word) ? { kind: 'term', text: word.text } : undefined;
}

/** Prefixes and fields are promised for later; to read them as words would silently look for something else. */
const notYet = /^(?:title|source|site|lang|author|tag|about|mentions):(?=.)|(?<=[\p{L}\p{N}])\*$/u;

function isWord(lexeme: Lexeme): boolean {
  const unknown = notYet.exec(lexeme.text);
  if (unknown) throw new QueryError('not-yet', lexeme.at, unknown[0] === '*' ? lexeme.text : unknown[0]);
  return plainWords(lexeme.text).length > 0;
}

function count(reader: Reader, lexeme: Lexeme): void {
  reader.parts += 1;
  if (reader.parts > queryBounds.parts) throw new QueryError('too-many', lexeme.at);
}

function missingOperand(lexeme: Lexeme | undefined): QueryError {
  return new QueryError('operand', lexeme?.at ?? 0, lexeme?.text ?? '');
}

/** Whether it asks for anything: what is only left out would ring for nearly every article. */
function asksFor(node: QueryNode): boolean {
  switch (node.kind) {
    case 'term':
    case 'exact':
      return true;
    case 'not':
      return false;
    case 'all':
      return node.parts.some(asksFor);
    case 'any':
      return node.parts.every(asksFor);
  }
}

/** One flat level, each meaning once, in the order typed. */
function join(kind: 'all' | 'any', parts: readonly QueryNode[]): QueryNode | undefined {
  if (parts.length < 2) return parts[0];
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const distinct = new Map<string, QueryNode>();
  for (const part of flat) {
    const key = canonicalForm(part);
    if (!distinct.has(key)) distinct.set(key, part);
  }
  const [only, ...more] = distinct.values();
  return only && more.length > 0 ? { kind, parts: [...distinct.values()] } : only;
}
