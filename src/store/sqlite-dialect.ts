/**
 * Kysely on SQLite in a thread of its own. Kysely's own dialect runs queries on the main loop and begins deferred,
 * where a read that turns into a write meets SQLITE_BUSY_SNAPSHOT at once.
 */
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { openSqliteThread, type SqliteThread } from './sqlite-thread.ts';

/** @param path of the file, or ":memory:". */
export function sqliteDialect(path: string): Dialect {
  return {
    createDriver: () => sqliteDriver(path),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: transactionalAdapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * There is one connection. Kysely gives it to one transaction (or single query) after the other, because the
 * adapter says that there are no more.
 */
function sqliteDriver(path: string): Driver {
  let thread: SqliteThread;
  let connection: DatabaseConnection;
  return {
    async init() {
      thread = await openSqliteThread(path);
      connection = connect(thread);
    },
    acquireConnection: () => Promise.resolve(connection),
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    rollbackTransaction: () => thread.rollback(),
    releaseConnection: () => Promise.resolve(),
    destroy: () => thread.close(),
  };
}

function connect(thread: SqliteThread): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows = [], changes, lastId } = await thread.run(sql, parameters);
      return {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- R is what the query says it selects
        rows: rows as R[],
        ...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
        ...(lastId !== undefined && { insertId: BigInt(lastId) }),
      };
    },
    streamQuery() {
      throw new Error('rows come in pages, not in streams: a stream would hold the only connection');
    },
  };
}

/** Kysely holds that SQLite cannot undo DDL, which it can: being killed half-way must leave no half of a schema. */
export function transactionalAdapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true });
}
