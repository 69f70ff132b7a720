/** The store on SQLite: one file, one process. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openSqliteThread } from './sqlite-thread.ts';
import type { Store } from './store.ts';

/**
 * Opens the database, makes it if it is not there, and brings an older one up to date.
 * @param path of the file, whose folder must be there and held (`lock.ts`), or ":memory:". A file is in a thread of its
 *   own; memory keeps nobody waiting, and is here.
 * @param onLost that thread has ended unasked. Nothing brings it back: the process had better end.
 */
export function sqliteStore(path: string, onLost: (reason: Error) => void = () => {}): Promise<Store> {
  return path === ':memory:' ? openHere(path) : openSqliteThread(path, onLost);
}

async function openHere(path: string): Promise<Store> {
  // Where there is a thread, only that one needs them: they are the larger part of the store.
  const [{ Kysely }, { openStore }, { sqliteDialect }, { sqliteTraits }] = await Promise.all([
    import('kysely'),
    import('./open-store.ts'),
    import('./sqlite-dialect.ts'),
    import('./sqlite-traits.ts'),
  ]);
  const store = await openStore({ db: new Kysely({ dialect: sqliteDialect(path) }), traits: sqliteTraits });
  const calls = Object.entries(store).map(([name, its]: [string, object]) => [
    name,
    typeof its === 'function' ? its : Object.fromEntries(Object.entries(its).map(yielding)),
  ]);
  return Object.fromEntries(calls) as Store;
}

/** Whoever asks again and again must not keep timers and connections from being served. */
function yielding([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) {
  const call = async (...args: unknown[]): Promise<unknown> => {
    await nextTurn();
    return method(...args);
  };
  return [name, call] as const;
}
