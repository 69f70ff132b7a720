import type { Query } from '../domain.ts';
import { canonicalForm } from './canonical.ts';
import { contradictsItself } from './contradiction.ts';
import { queryBounds, QueryError } from './query-error.ts';
import { type Lexeme, lex } from './query-lexer.ts';
import { asksFor, readQuery } from './query-reader.ts';
import { onlySmallWords } from './small-words.ts';

/**
 * Reads one query (`docs/queries.md`): words (all must be met), `OR`, `AND`, `NOT` in capitals (or `OU`, `ODER`, …), `-word`,
 * `"exact words"`, `begin*`, `field:value`, parentheses. A comma means "either". Words next to each other that name one
 * known thing are that thing ("data breach"). Throws `QueryError`.
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
  const node = readQuery(lexemes);
  const start = lexemes[0]?.at ?? 0;
  if (!node) throw new QueryError('empty', start);
  if (!asksFor(node)) throw new QueryError('only-negative', start);
  const small = onlySmallWords(node);
  if (small !== undefined) throw new QueryError('small-words', start, small);
  if (contradictsItself(node)) throw new QueryError('contradiction', start);
  return { canonical: canonicalForm(node), node };
}
