import { sql } from 'kysely';
import { sqliteTerms } from './terms-sqlite.ts';
import type { DialectTraits } from './traits.ts';

export const sqliteTraits: DialectTraits = {
  integer: 'integer',
  serial: (column) => column.primaryKey().autoIncrement(),
  strict: (table) => table.modifyEnd(sql`strict`),
  keyOnly: (table) => table.modifyEnd(sql`strict, without rowid`),
  each: (texts) => sql`json_each(${JSON.stringify(texts)})`,
  eachNumber: (numbers) => sql`json_each(${JSON.stringify(numbers)})`,
  terms: sqliteTerms,
  // BEGIN IMMEDIATE holds the whole database.
  hold: (query) => query,
  keep: (query) => query,
  holdFree: (query) => query,
};
