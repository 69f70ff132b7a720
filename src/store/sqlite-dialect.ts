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
import { createTurns, type Turns, type Urgency } from './turns.ts';

/** @param path of the file, or ":memory:". */
export function sqliteDialect(path: string): Dialect {
  return sqliteDialects(path).prompt;
}

/**
 * Two ways to one connection: what somebody waits for, or news hang on, goes before what is patient. Closing the prompt
 * one closes both.
 */
export function sqliteDialects(path: string): { readonly prompt: Dialect; readonly patient: Dialect } {
  let opened: Promise<SqliteThread> | undefined;
  const openOnce = () => (opened ??= openSqliteThread(path));
  const turns = createTurns(() => performance.now());
  return {
    prompt: dialectOf(() => sqliteDriver(openOnce, turns, 'prompt')),
    patient: dialectOf(() => sqliteDriver(openOnce, turns, 'patient')),
  };
}

function dialectOf(createDriver: () => Driver): Dialect {
  return {
    createDriver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: ourTurnsAdapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** There is one connection: one transaction (or single query) after the other has it. */
function sqliteDriver(open: () => Promise<SqliteThread>, turns: Turns, urgency: Urgency): Driver {
  let thread: SqliteThread;
  let connection: DatabaseConnection;
  return {
    async init() {
      thread = await open();
      connection = connect(thread);
    },
    async acquireConnection() {
      await turns.take(urgency);
      return connection;
    },
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    rollbackTransaction: () => thread.rollback(),
    async releaseConnection() {
      turns.pass();
    },
    async destroy() {
      if (urgency === 'prompt') await thread.close();
    },
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

/** The driver deals out the one connection, which Kysely would do in the order it was asked for. */
function ourTurnsAdapter(): SqliteAdapter {
  return Object.defineProperty(transactionalAdapter(), 'supportsMultipleConnections', { value: true });
}

/** Kysely holds that SQLite cannot undo DDL, which it can: being killed half-way must leave no half of a schema. */
export function transactionalAdapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true });
}
