/** The store on SQLite: one file, one process. */
import { openSqliteThread } from './sqlite-thread.ts';
import type { Store } from './store.ts';

/**
 * Opens the database, makes it if it is not there, and brings an older one up to date.
 * @param path of the file, or ":memory:". Its folder must be there and held (`lock.ts`).
 */
export function sqliteStore(path: string): Promise<Store> {
  return openSqliteThread(path);
}
