import { QueryError } from '../match/query-error.ts';

/** Reads a query that begins somewhere within what was typed: its mistakes are told at their place in all of it. */
export function readAt<T>(at: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError) throw new QueryError(error.code, error.at + at, error.what);
    throw error;
  }
}
