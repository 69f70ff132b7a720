/** The store on SQLite: one file, one process. */
import { Kysely, sql } from 'kysely';
import { openStore } from './open-store.ts';
import type { Tables } from './schema.ts';
import { sqliteDialects } from './sqlite-dialect.ts';
import type { Store } from './store.ts';
import { sqliteTerms } from './terms-sqlite.ts';
import type { DialectTraits } from './traits.ts';

/**
 * Opens the database, makes it if it is not there, and brings an older one up to date.
 * @param path of the file, or ":memory:". Its folder must be there and held (`lock.ts`).
 */
export function sqliteStore(path: string): Promise<Store> {
  const { prompt, patient } = sqliteDialects(path);
  return openStore(
    { db: new Kysely<Tables>({ dialect: prompt }), traits: sqliteTraits },
    { db: new Kysely<Tables>({ dialect: patient }), traits: sqliteTraits },
  );
}

export const sqliteTraits: DialectTraits = {
  integer: 'integer',
  serial: (column) => column.primaryKey().autoIncrement(),
  strict: (table) => table.modifyEnd(sql`strict`),
  each: (texts) => sql`json_each(${JSON.stringify(texts)})`,
  terms: sqliteTerms,
  // BEGIN IMMEDIATE holds the whole database.
  hold: (query) => query,
  holdFree: (query) => query,
};
