import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it; one that is there is fine.
 * Not `mkdir` with `recursive`: where a folder cannot be made inside one that exists (/proc), Node 26.10 tries for ever.
 * @param mode of a folder that is made, not of those above it
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, mode);
  } catch (fault) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw fault;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
