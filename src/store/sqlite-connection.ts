/** One connection to SQLite, in the thread that calls it. */
import { closeSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { reasonOf } from '../errors.ts';
import { codeOf, sqliteFault } from './faults.ts';

export interface SqliteConnection {
  /** Throws a `StorageFault` where a person can mend what is wrong. */
  readonly run: (sql: string, parameters?: readonly unknown[]) => SqliteResult;
  /** False also where SQLite has rolled back by itself: after a full disk, or an I/O error. */
  readonly isInTransaction: () => boolean;
  readonly close: () => void;
}

export interface SqliteResult {
  readonly rows?: unknown[];
  readonly changes?: number;
  readonly lastId?: number | bigint;
}

/** The store has some 100 statements; migrations and odd list lengths come and go. */
const statementsKept = 300;

/** @param path of the file, or ":memory:". */
export function openSqlite(path: string): SqliteConnection {
  const db = told(() => open(path));
  const statements = new Map<string, Sqlite.Statement>();
  return {
    run: (sql, parameters = []) =>
      told(() => {
        const statement = statementOf(sql);
        if (statement.reader) return { rows: statement.all(...parameters) };
        const { changes, lastInsertRowid } = statement.run(...parameters);
        return { changes, lastId: lastInsertRowid };
      }),
    isInTransaction: () => db.inTransaction,
    close: () => told(() => void db.close()),
  };

  function told<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteFault({ code: codeOf(error), message: reasonOf(error) }, path);
    }
  }

  function statementOf(sql: string): Sqlite.Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = db.prepare(sql);
    const oldest = statements.keys().next().value;
    if (statements.size >= statementsKept && oldest !== undefined) statements.delete(oldest);
    statements.set(sql, prepared);
    return prepared;
  }
}

function open(file: string): Sqlite.Database {
  if (file !== ':memory:') makeOwnerOnly(file);
  const opened = new Sqlite(file);
  try {
    // How long another process (a backup, the sqlite3 shell) may hold the database before we give up.
    opened.pragma('busy_timeout = 5000');
    opened.pragma('journal_mode = wal');
    // What was committed is on the disk, even if the power goes the next moment.
    opened.pragma('synchronous = full');
    // In pages of 4 KiB, four times the default: a page that is written again and again goes to the file less often.
    opened.pragma('wal_autocheckpoint = 4000');
    opened.pragma('foreign_keys = on');
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** SQLite would let everybody read it; the files it keeps beside it have the rights of the database. */
function makeOwnerOnly(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there, with the rights it was given; or it cannot be made, which SQLite tells with its own code.
  }
}
