/** From lexemes to a query's tree. Throws `QueryError` with the place of the first mistake. */
import type { QueryField, QueryLeaf, QueryNode, QueryPlace } from '../domain.ts';
import { meaningOf } from '../language/lexicon.ts';
import { canonicalForm } from './canonical.ts';
import { fieldNamed, isPlace } from './field-names.ts';
import { readFieldValue } from './field-value.ts';
import { plainWords } from './plain-words.ts';
import { queryBounds, QueryError } from './query-error.ts';
import type { Lexeme } from './query-lexer.ts';
import { hasStar, isWord, readWord } from './query-word.ts';

/** @returns undefined if there is nothing but signs */
export function readQuery(lexemes: readonly Lexeme[]): QueryNode | undefined {
  const reader = { lexemes, next: 0, parts: 0 };
  const node = readEither(reader, 0);
  const left = reader.lexemes[reader.next];
  if (left) throw new QueryError('close-parenthesis', left.at);
  return node;
}

/** Whether it asks for anything: what is only left out would ring for nearly every article. */
export function asksFor(node: QueryNode): boolean {
  switch (node.kind) {
    case 'not':
      return false;
    case 'all':
      return node.parts.some(asksFor);
    case 'any':
      return node.parts.every(asksFor);
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return true;
  }
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
  if (lexeme.kind === 'field') return readField(reader, lexeme, depth);
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

/** It holds for the word or the name behind it, a quotation, or all that stands between parentheses. */
function readField(reader: Reader, lexeme: Lexeme, depth: number): QueryNode {
  const name = fieldNamed(lexeme.text);
  const next = reader.lexemes[reader.next];
  if (name === undefined || !next || !['word', 'quote', 'open'].includes(next.kind))
    throw missingOperand(lexeme);
  const inner = next.kind === 'word' ? readName(reader) : readPart(reader, next, depth);
  if (!inner) throw missingOperand(lexeme);
  return mapLeaves(inner, (leaf) =>
    isPlace(name) ? inPlace(leaf, name) : asValue(leaf, name, lexeme, next),
  );
}

/** What is nearer says more, but for the title: what is in it is so wherever else it is. */
function inPlace(leaf: QueryLeaf, place: QueryPlace): QueryLeaf {
  return leaf.kind === 'field' || (leaf.place !== undefined && place !== 'title') ? leaf : { ...leaf, place };
}

function asValue(leaf: QueryLeaf, field: QueryField, lexeme: Lexeme, next: Lexeme): QueryLeaf {
  if (leaf.kind === 'prefix') throw new QueryError('star', next.at, `${leaf.text}*`);
  if (leaf.kind === 'field' || leaf.place !== undefined)
    throw new QueryError('field-value', lexeme.at, lexeme.text);
  if (readFieldValue(field, leaf.text) === undefined) {
    throw field === 'lang'
      ? new QueryError('language', next.at, leaf.text)
      : new QueryError('field-value', lexeme.at, lexeme.text);
  }
  return { kind: 'field', field, text: leaf.text };
}

function mapLeaves(node: QueryNode, change: (leaf: QueryLeaf) => QueryLeaf): QueryNode {
  switch (node.kind) {
    case 'not':
      return { kind: 'not', part: mapLeaves(node.part, change) };
    case 'all':
    case 'any':
      // Two that differed may be one now: "title:x x" within title:(…).
      return join(
        node.kind,
        node.parts.map((part) => mapLeaves(part, change)),
      ) as QueryNode;
    case 'term':
    case 'exact':
    case 'prefix':
    case 'field':
      return change(node);
  }
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
  const words = wordsFrom(reader).filter(isWord);
  reader.next += wordsFrom(reader).length;
  const terms: QueryNode[] = [];
  for (let at = 0; at < words.length;) {
    const length = lengthOfName(words, at);
    if (length === 1) refuseSmallOperator(reader, words[at] as Lexeme);
    terms.push(term(reader, words.slice(at, at + length)));
    at += length;
  }
  return terms;
}

/** The known thing that is named from here on, or else the one word. @returns undefined if there are only signs */
function readName(reader: Reader): QueryNode | undefined {
  const [first, ...more] = wordsFrom(reader);
  if (!first || !isWord(first)) return undefined;
  const words = [first, ...more];
  const length = lengthOfName(words, 0);
  reader.next += length;
  return term(reader, words.slice(0, length));
}

function readOneWord(reader: Reader, word: Lexeme): QueryNode | undefined {
  reader.next += 1;
  return isWord(word) ? term(reader, [word]) : undefined;
}

function wordsFrom({ lexemes, next }: Reader): readonly Lexeme[] {
  const end = lexemes.findIndex((lexeme, at) => at >= next && lexeme.kind !== 'word');
  return lexemes.slice(next, end === -1 ? undefined : end);
}

/** @param words more than one if they name one known thing */
function term(reader: Reader, words: readonly Lexeme[]): QueryNode {
  const [first, ...more] = words;
  count(reader, first as Lexeme);
  return more.length === 0
    ? readWord(first as Lexeme)
    : { kind: 'term', text: words.map((word) => word.text).join(' ') };
}

const smallOperators = new Set(['or', 'and', 'not']);
const operands: ReadonlySet<Lexeme['kind']> = new Set([
  'word',
  'quote',
  'open',
  'close',
  'minus',
  'not',
  'field',
]);

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
    if (name.some((word) => hasStar(word) || !isWord(word))) continue;
    if (meaningOf(name.map((word) => word.text).join(' '))) return length;
  }
  return 1;
}

function count(reader: Reader, lexeme: Lexeme): void {
  reader.parts += 1;
  if (reader.parts > queryBounds.parts) throw new QueryError('too-many', lexeme.at);
}

function missingOperand(lexeme: Lexeme | undefined): QueryError {
  return new QueryError('operand', lexeme?.at ?? 0, lexeme?.text ?? '');
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
