import { UserError } from '../errors.ts';

/** What can be wrong with a query. The interface has a sentence for each in every language it speaks. */
export type QueryFault =
  | 'empty'
  | 'quote'
  | 'empty-quote'
  | 'open-parenthesis'
  | 'close-parenthesis'
  | 'only-negative'
  | 'contradiction'
  | 'operand'
  | 'too-deep'
  | 'too-long'
  | 'too-many'
  | 'star'
  | 'short-prefix'
  | 'field-value'
  | 'language'
  | 'small-operator'
  | 'small-words';

/** Bounds of a query, small enough that none is slow and large enough that no person meets them by accident. */
export const queryBounds = {
  characters: 1_000,
  typedCharacters: 10_000,
  depth: 8,
  parts: 50,
  prefix: 3,
} as const;

/** A query that cannot be understood; its English message is complete, `code`, `at` and `what` serve translations. */
export class QueryError extends UserError {
  override readonly name = 'QueryError';
  readonly code: QueryFault;
  /** Where in the typed text, counted in UTF-16 units from 0. */
  readonly at: number;
  /** The piece of the text that is meant, if any. */
  readonly what: string;

  constructor(code: QueryFault, at: number, what = '') {
    super(sentences[code](at + 1, what));
    this.code = code;
    this.at = at;
    this.what = what;
  }
}

const sentences: Readonly<Record<QueryFault, (place: number, what: string) => string>> = {
  empty: () => 'There is nothing to look for: type words, for example AWS, layoffs.',
  quote: (place) =>
    `The quote at character ${place} is not closed: add a " behind its last word, or take it away.`,
  'empty-quote': (place) =>
    `The quotes at character ${place} hold no word: put the exact words between them.`,
  'open-parenthesis': (place) =>
    `The parenthesis at character ${place} is not closed: add a ) where it ends.`,
  'close-parenthesis': (place) =>
    `The ) at character ${place} closes nothing: take it away, or open it with (.`,
  'only-negative': (place) =>
    `The part at character ${place} only says what to leave out: add a word to look for, for example: Amazon -prime.`,
  contradiction: (place) =>
    `The part at character ${place} asks for what it leaves out and can never ring: take one of the two away.`,
  operand: (place, what) =>
    `${what} at character ${place} needs a word next to it; to look for the word itself, put it in quotes.`,
  'too-deep': (place) =>
    `The parentheses at character ${place} are nested more than ${queryBounds.depth} deep: make two subscriptions of it.`,
  'too-long': () =>
    `That is too long: at most ${queryBounds.characters} characters for one query, ${queryBounds.typedCharacters} for all. Leave some words out.`,
  'too-many': () =>
    `That has too many parts: at most ${queryBounds.parts} words in one query. Make several subscriptions of it.`,
  star: (place, what) =>
    `${what} at character ${place} has its * in the wrong place: it stands for any ending, behind the beginning of a word, for example crypto*.`,
  'short-prefix': (place, what) =>
    `${what} at character ${place} begins too many words: write at least ${queryBounds.prefix} letters before the *, for example crypto*.`,
  'field-value': (place, what) =>
    `${what} at character ${place} needs a name behind it, for example source:theverge.com or author:"Jane Doe".`,
  language: (place, what) =>
    `“${what}” at character ${place} is no language: write its code or its name, for example lang:fr or lang:French.`,
  'small-operator': (place, what) =>
    `"${what}" at character ${place} would be one more word to find: write ${what.toUpperCase()} in capitals, or put the words in quotes.`,
  'small-words': (_, what) =>
    `"${what}" stands in every article and tells none apart: add what to look for, for example AWS, layoffs.`,
};
