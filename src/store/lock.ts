/** One Bellwire for each data folder. */
import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { reasonOf, UserError } from '../errors.ts';
import { makeFolder } from '../folder.ts';
import { codeOf } from './faults.ts';

/** Addresses of feeds hold tokens, and what a workspace reads is its own. */
const ownerOnly = 0o700;

/** Lets go of the data. */
export type Release = () => Promise<void>;

/**
 * Holds the data folder, making it if need be, for this process alone. The lock is the operating system's, on a small
 * database beside the data, so that it ends with the process however that ends.
 * @throws UserError if another process holds it, or the folder cannot be made or written.
 */
export async function lockData(dir: string): Promise<Release> {
  const folder = resolve(dir);
  makeWritable(folder);
  const lock = hold(join(folder, 'bellwire.lock'), folder);
  return async () => {
    lock.close();
  };
}

function makeWritable(folder: string): void {
  try {
    makeFolder(folder, ownerOnly);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UserError(
      `The data folder ${folder} cannot be made or written (${reasonOf(error)}). ` +
        `Give Bellwire's user the right to write there, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

function hold(file: string, folder: string): Sqlite.Database {
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(file, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    throw codeOf(error) === 'SQLITE_BUSY' ? heldByAnother(folder) : cannotLock(file, error);
  }
}

function heldByAnother(folder: string): UserError {
  return new UserError(
    `Another Bellwire already runs on the data in ${folder}. ` +
      `"npm run chat" joins it; to run a second one beside it, set DATA_DIR to another folder.`,
  );
}

function cannotLock(file: string, error: unknown): UserError {
  return new UserError(
    `${file} cannot be locked (${reasonOf(error)}). Remove that file if it is not Bellwire's, ` +
      `or set DATA_DIR to a folder on a local disk.`,
    { cause: error },
  );
}
