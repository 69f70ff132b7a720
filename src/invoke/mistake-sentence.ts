/** A person's mistake as a sentence in their language. */
import { UserError } from '../errors.ts';
import { parseSubscriptions } from '../match/query.ts';
import { queryBounds, QueryError } from '../match/query-error.ts';
import type { Texts } from '../messages/texts.ts';
import { shorten } from './shorten.ts';

/** @param input in which it was made */
export function mistakeSentence(error: UserError, input: string, texts: Texts): string {
  if (!(error instanceof QueryError)) return error.message;
  const here = shorten(input.slice(error.at).trim(), pointerLength);
  return texts.mistakes.query[error.code]({ here, what: error.what, most: queryBounds });
}

/** What is wrong with what somebody wants to subscribe to, for forms that tell before anything is done. */
export function mistakeInSubscriptions(typed: string, texts: Texts): string | undefined {
  try {
    parseSubscriptions(typed);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return mistakeSentence(error, typed, texts);
    throw error;
  }
}

/** How much of a query is quoted to show where something is wrong. */
const pointerLength = 24;
