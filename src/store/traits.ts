/** In what SQLite and PostgreSQL differ; everything else in `store/` is the same for both. */
import {
  sql,
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type Transaction,
} from 'kysely';
import type { Tables } from './schema.ts';

export interface DialectTraits {
  /** Column types: a 64-bit integer, and the key that counts up by itself. */
  readonly integer: 'integer' | 'bigint';
  readonly serial: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** What makes a table take only values of its columns' types. */
  readonly strict: <T extends string>(table: CreateTableBuilder<T>) => CreateTableBuilder<T>;
  /** The same for a table of nothing but a key, which is to be small. */
  readonly keyOnly: <T extends string>(table: CreateTableBuilder<T>) => CreateTableBuilder<T>;
  /** A table with one column, `value`: a list of any length as one parameter, so that the statement stays the same. */
  readonly each: (texts: readonly string[]) => RawBuilder<{ value: string }>;
  /** The same of whole numbers. */
  readonly eachNumber: (numbers: readonly number[]) => RawBuilder<{ value: number }>;
  /** Holds the selected rows until the end of the transaction. */
  readonly hold: <T extends keyof Tables, O>(
    query: SelectQueryBuilder<Tables, T, O>,
  ) => SelectQueryBuilder<Tables, T, O>;
  /** Lets nobody change the selected rows until then; others may keep them too. */
  readonly keep: <T extends keyof Tables, O>(
    query: SelectQueryBuilder<Tables, T, O>,
  ) => SelectQueryBuilder<Tables, T, O>;
  /** Holds, passing over rows that another transaction holds. */
  readonly holdFree: <T extends keyof Tables, O>(
    query: SelectQueryBuilder<Tables, T, O>,
  ) => SelectQueryBuilder<Tables, T, O>;
  /**
   * What stands in an index for a text column that may be longer than an index takes. Absent where it takes any length.
   */
  readonly indexed?: ((column: string) => RawBuilder<unknown>) | undefined;
  readonly terms: TermIndex;
  /** The schema in which Kysely keeps its list of migrations. */
  readonly migrationSchema?: string | undefined;
}

/** Which articles have a search term: the one thing for which each database has something of its own. */
export interface TermIndex {
  readonly create: (db: Kysely<unknown>) => Promise<void>;
  /** These are the article's terms now. */
  readonly write: (trx: Kysely<Tables>, articleId: number, terms: readonly string[]) => Promise<void>;
  /** These articles have none any more. */
  readonly remove: (trx: Kysely<Tables>, articleIds: readonly number[]) => Promise<void>;
  /** What `remove` leaves to be done is left to `tidy`, from now on. */
  readonly tidyLater: (db: Kysely<unknown>) => Promise<void>;
  /** A small part of that. @returns whether there may be more */
  readonly tidy: (trx: Kysely<Tables>) => Promise<boolean>;
  /** What stands behind IN: the articles that have at least one of these terms; there must be one. */
  readonly havingAnyOf: (terms: readonly string[]) => RawBuilder<number>;
}

/** What queries run on: a database with what is special about it. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly traits: DialectTraits;
}

/**
 * A transaction with what is special about its database. Inside one, only `trx` may be used: the outer database
 * would wait for ever for SQLite's one connection.
 */
export interface Work {
  readonly trx: Transaction<Tables>;
  readonly traits: DialectTraits;
}

/** What only reads does so inside of a transaction or out of one. */
export interface Reading {
  readonly trx: Kysely<Tables>;
  readonly traits: DialectTraits;
}

export async function transact<T>(
  { db, traits }: Database,
  work: (work: Work) => Promise<T>,
  triesLeft = 3,
): Promise<T> {
  try {
    return await db.transaction().execute((trx) => work({ trx, traits }));
  } catch (fault) {
    // Of two that hold what the other needs, PostgreSQL has undone one: nothing of it has happened.
    if (triesLeft > 0 && isDeadlock(fault)) return transact({ db, traits }, work, triesLeft - 1);
    throw fault;
  }
}

/** https://www.postgresql.org/docs/15/errcodes-appendix.html: serialization_failure, deadlock_detected. */
function isDeadlock(fault: unknown): boolean {
  const { code } = (fault ?? {}) as { readonly code?: unknown };
  return code === '40001' || code === '40P01';
}

/** What stands behind IN: a list of any length. */
export function oneOf({ each }: DialectTraits, texts: readonly string[]): RawBuilder<string> {
  return sql`(select value from ${each(texts)})`;
}

/** The same for whole numbers. */
export function oneOfNumbers({ eachNumber }: DialectTraits, numbers: readonly number[]): RawBuilder<number> {
  return sql`(select value from ${eachNumber(numbers)})`;
}
