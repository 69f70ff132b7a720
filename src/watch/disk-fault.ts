/** What the file system reports, in words. */
import { reasonOf } from '../errors.ts';

/** Node's code of an error ("ENOENT"). */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A few words without a path, to stand in parentheses. */
export function plainFault(error: unknown): string {
  const code = codeOf(error);
  return plainFaults.get(code ?? '') ?? code ?? reasonOf(error);
}

const plainFaults: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['OUTSIDE', 'it is a link that leads out of the folder'],
  ['EIO', 'the disk reports an error'],
  ['ENOTDIR', 'there is a file of that name'],
  ['EEXIST', 'there is a file of that name'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
]);
