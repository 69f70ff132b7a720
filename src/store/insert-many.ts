import { CompiledQuery, type Compilable, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Builds the statement that inserts some rows. The same function every time: statements are kept by it. */
export type BuildInsert<Row> = (trx: Kysely<Tables>, rows: Row[]) => Compilable;

/** Rows in one INSERT. */
const batchSize = 100;

/**
 * Inserts any number of rows. A statement is built once for each number of them in a batch: to build one takes Kysely
 * several times as long as SQLite takes to run it.
 * @param rows all of them with the same columns in the same order, none undefined
 * @returns how many were inserted: fewer, if the statement passes over conflicts
 */
export async function insertMany<Row extends object>(
  trx: Kysely<Tables>,
  rows: readonly Row[],
  build: BuildInsert<Row>,
): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize);
    const parameters = batch.flatMap((row) => Object.values(row) as unknown[]);
    const result = await trx.executeQuery(CompiledQuery.raw(statementFor(trx, batch, build), parameters));
    inserted += Number(result.numAffectedRows ?? 0);
  }
  return inserted;
}

/** By how they are built, then by the number of rows. The one database of a process has one way to write them. */
const statements = new WeakMap<object, Map<number, string>>();

function statementFor<Row extends object>(
  trx: Kysely<Tables>,
  batch: readonly Row[],
  build: BuildInsert<Row>,
): string {
  const built = statements.getOrInsertComputed(build, () => new Map<number, string>());
  return built.getOrInsertComputed(batch.length, () => build(trx, [...batch]).compile().sql);
}
