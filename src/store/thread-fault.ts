/** What was thrown in one thread, as it is thrown again in another: a class and a `code` would be lost on the way. */
import { reasonOf, UserError } from '../errors.ts';
import { codeOf, sqliteFault } from './faults.ts';

export interface ThreadFault {
  /** The database's own. */
  readonly code: string | undefined;
  readonly message: string;
  /** It is a person's to mend. */
  readonly isUsers: boolean;
  readonly stack: string | undefined;
}

export function writeFault(error: unknown): ThreadFault {
  const { stack, cause } = error instanceof Error ? error : {};
  const code = codeOf(error);
  // A `StorageFault` is made anew of what SQLite said.
  const message = reasonOf(code !== undefined && cause instanceof Error ? cause : error);
  return { code, message, isUsers: code === undefined && error instanceof UserError, stack };
}

export function readFault({ code, message, isUsers, stack }: ThreadFault, path: string): Error {
  if (isUsers) return new UserError(message);
  const fault = sqliteFault({ code, message }, path);
  if (stack !== undefined) fault.stack = stack;
  return fault;
}
