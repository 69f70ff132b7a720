import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UserError } from '../errors.ts';

/** Where a verb reads and writes; tests give their own. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  /** Relative file arguments are relative to this folder: where the person stands, not where npm went. */
  readonly folder: string;
}

/** Exit codes: 0 done, 1 bad input (all that was good is done), 2 bad usage (nothing is done). */
export type ExitCode = 0 | 1 | 2;

export interface Verb {
  readonly name: string;
  /** What follows `bellwire`, as shown by help. */
  readonly usage: string;
  readonly about: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** The person called a verb in a way it cannot be called: exit code 2. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}

/** `util.parseArgs` in strict mode, its complaints turned into a `UsageError`. */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

/** The files that were named, at least one: as typed, and where they are. */
export function filesOf(
  positionals: readonly string[],
  terminal: Terminal,
): ReadonlyArray<{ readonly typed: string; readonly path: string }> {
  if (positionals.length === 0) throw new UsageError('Which files? Name at least one.');
  return positionals.map((typed) => ({ typed, path: resolve(terminal.folder, typed) }));
}

/** A named option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`${option} is missing.`);
  return value;
}

export function printLine(output: NodeJS.WritableStream, value: unknown): void {
  output.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

/** A person may be there. */
export function isTerminal(stream: NodeJS.ReadableStream | NodeJS.WritableStream): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}
