/**
 * Kysely on SQLite, in the thread that calls it. Kysely's own dialect begins deferred, where a read that turns into a
 * write meets SQLITE_BUSY_SNAPSHOT at once.
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
import { openSqlite, type SqliteConnection } from './sqlite-connection.ts';

/** @param path of the file, or ":memory:"; opened when it is first used. */
export function sqliteDialect(path: string): Dialect {
  return sqliteDialectOn(() => openSqlite(path));
}

/** A transaction within one that was begun on the connection itself is a part of that: undone alone, committed with it. */
export function sqliteDialectOn(open: () => SqliteConnection): Dialect {
  return {
    createDriver: () => sqliteDriver(open),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: transactionalAdapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function sqliteDriver(open: () => SqliteConnection): Driver {
  let sqlite: SqliteConnection;
  let connection: DatabaseConnection;
  let isPart = false;
  return {
    async init() {
      sqlite = open();
      connection = connect(sqlite);
    },
    acquireConnection: () => Promise.resolve(connection),
    async beginTransaction() {
      isPart = sqlite.isInTransaction();
      await connection.executeQuery(isPart ? savepoint : begin);
    },
    async commitTransaction() {
      await connection.executeQuery(isPart ? release : commit);
    },
    async rollbackTransaction() {
      // After a full disk or an I/O error SQLite has often rolled back by itself; ROLLBACK would fail then.
      if (!sqlite.isInTransaction()) return;
      await connection.executeQuery(isPart ? undo : rollback);
      if (isPart) await connection.executeQuery(release);
    },
    releaseConnection: () => Promise.resolve(),
    async destroy() {
      sqlite.close();
    },
  };
}

const begin = CompiledQuery.raw('begin immediate');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');
const savepoint = CompiledQuery.raw('savepoint part');
const release = CompiledQuery.raw('release part');
const undo = CompiledQuery.raw('rollback to part');

function connect(sqlite: SqliteConnection): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows = [], changes, lastId } = sqlite.run(sql, parameters);
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
