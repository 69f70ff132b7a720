/**
 * The real store on a real SQLite, but in this thread: no scheduling of the operating system is part of a run, so a seed
 * replays. Before and after every single statement the bot may die, and the disk may say no.
 */
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { sqliteFault } from '../../src/store/faults.ts';
import { transactionalAdapter } from '../../src/store/sqlite-dialect.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import type { Store } from '../../src/store/store.ts';
import type { Life } from './life.ts';

/** Outlives the bots that use it, as a file does. */
export interface Disk {
  readonly database: Sqlite.Database;
  /** Prepared once for all of them. */
  readonly statements: Map<string, Sqlite.Statement>;
  /** Is it full in this moment? */
  readonly isFull: () => boolean;
}

/** What a killed process had not committed is not there. */
export function dropUncommitted({ database }: Disk): void {
  if (database.inTransaction) database.exec('rollback');
}

/** For tests on a manual clock to which nothing happens: no work of the store is under way when time moves. */
export function inThreadStore(): Promise<Store> {
  const disk = { database: new Sqlite(':memory:'), statements: new Map(), isFull: () => false };
  return mortalStore(disk, { survive: () => Promise.resolve() });
}

export function mortalStore(disk: Disk, life: Pick<Life, 'survive'>): Promise<Store> {
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => mortalDriver(disk, life),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: transactionalAdapter,
      createIntrospector: (inner) => new SqliteIntrospector(inner),
    },
  });
  return openStore({ db, traits: sqliteTraits });
}

function mortalDriver(disk: Disk, life: Pick<Life, 'survive'>): Driver {
  const { database, statements } = disk;
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const place = sql.slice(0, 60);
      await life.survive(`before ${place}`);
      if (disk.isFull())
        throw sqliteFault({ code: 'SQLITE_FULL', message: 'database or disk is full' }, 'b.db');
      const result = run<R>(sql, parameters);
      await life.survive(`after ${place}`);
      return result;
    },
    streamQuery() {
      throw new Error('the store reads pages');
    },
  };
  return {
    async init() {},
    acquireConnection: () => Promise.resolve(connection),
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction() {
      await life.survive('before rollback');
      dropUncommitted(disk);
    },
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };

  function run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }
}
