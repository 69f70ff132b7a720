import { fieldAt } from './field-names.ts';
import { QueryError } from './query-error.ts';

export interface Lexeme {
  readonly kind: 'word' | 'quote' | 'open' | 'close' | 'minus' | 'or' | 'and' | 'not' | 'comma' | 'field';
  /** A word as typed, what stands between quotes, or a field and its colon. */
  readonly text: string;
  /** Where it begins and ends in the typed text. */
  readonly at: number;
  readonly end: number;
}

/**
 * Cuts what was typed into words, quotes and signs. All quotation marks people's keyboards and phones make are one
 * ("…", “…”, „…“, «…», 「…」), so are the full-width forms of signs. A comma between digits ("10,000") is no sign.
 */
export function lex(typed: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < typed.length) {
    const char = typed[at] ?? '';
    if (quotes.has(char)) {
      const end = endOfQuote(typed, at);
      lexemes.push({ kind: 'quote', text: typed.slice(at + 1, end), at, end: end + 1 });
      at = end + 1;
      continue;
    }
    const sign = signs.get(char) ?? (minuses.has(char) && startsWord(typed, at) ? 'minus' : undefined);
    if (sign) lexemes.push({ kind: sign, text: char, at, end: at + 1 });
    if (sign || blank.test(char)) {
      at += 1;
      continue;
    }
    const field = fieldAt(typed, at);
    if (field !== undefined) {
      lexemes.push({ kind: 'field', text: field, at, end: at + field.length });
      at += field.length;
      continue;
    }
    const end = endOfWord(typed, at);
    const text = typed.slice(at, end);
    lexemes.push({ kind: operators.get(text) ?? 'word', text, at, end });
    at = end;
  }
  return lexemes;
}

const quotes = new Set('"“”„‟«»＂「」『』〝〞');
const minuses = new Set('-－−–');
const operators: ReadonlyMap<string, Lexeme['kind']> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
  // French and German. In Spanish they are letters, and NO and SIN are names as well.
  ['OU', 'or'],
  ['ET', 'and'],
  ['SAUF', 'not'],
  ['SANS', 'not'],
  ['ODER', 'or'],
  ['UND', 'and'],
  ['NICHT', 'not'],
]);
const signs: ReadonlyMap<string, Lexeme['kind']> = new Map([
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
  ...Array.from(',\n\r、，،;；؛', (comma) => [comma, 'comma'] as const),
]);
const blank = /\s/;
const digit = /\d/;

function endOfQuote(typed: string, at: number): number {
  for (let end = at + 1; end < typed.length; end++) if (quotes.has(typed[end] ?? '')) return end;
  throw new QueryError('quote', at);
}

/** Whether it says how the words around it belong together, unless it stands in quotes. */
export function isOperator(text: string): boolean {
  return operators.has(text);
}

export function startsWithMinus(text: string): boolean {
  return minuses.has(text[0] ?? '');
}

/** "-prime" leaves something out; "zero-day" and a lone "-" do not. */
function startsWord(typed: string, at: number): boolean {
  const next = typed[at + 1];
  return next !== undefined && !blank.test(next) && !minuses.has(next);
}

function endOfWord(typed: string, at: number): number {
  for (let end = at + 1; end < typed.length; end++) {
    const char = typed[end] ?? '';
    const inNumber = char === ',' && digit.test(typed[end - 1] ?? '') && digit.test(typed[end + 1] ?? '');
    if (blank.test(char) || quotes.has(char) || (signs.has(char) && !inNumber)) return end;
  }
  return typed.length;
}
