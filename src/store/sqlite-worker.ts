/**
 * Runs in a thread of its own: one SQLite connection that answers one request after the other. A slow disk, a long
 * query or another process's lock stalls this thread alone.
 */
import { closeSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { reasonOf } from '../errors.ts';
import { codeOf } from './faults.ts';
import type { SqliteAnswer, SqliteRequest } from './sqlite-thread.ts';

/** The store has some 60 statements; migrations and odd list lengths come and go. */
const statementsKept = 300;

const port = parentPort;
if (port === null) throw new Error('sqlite-worker.ts runs as a worker thread');

const { path }: { path: string } = workerData;
let db: Sqlite.Database;
const statements = new Map<string, Sqlite.Statement>();

port.on('message', (request: SqliteRequest) => {
  let answer: SqliteAnswer;
  try {
    answer = { id: request.id, ...perform(request) };
  } catch (error) {
    answer = { id: request.id, error: { code: codeOf(error), message: reasonOf(error) } };
  }
  port.postMessage(answer);
  if (request.kind === 'close') port.close();
});

function perform(request: SqliteRequest): Omit<SqliteAnswer, 'id'> {
  switch (request.kind) {
    case 'open':
      db = open(path);
      return {};
    case 'run':
      return run(request.sql, request.parameters);
    case 'rollback':
      // After a full disk or an I/O error SQLite has often rolled back by itself; ROLLBACK would fail then.
      if (db.inTransaction) db.exec('rollback');
      return {};
    case 'close':
      db.close();
      return {};
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

function run(sql: string, parameters: readonly unknown[]): Omit<SqliteAnswer, 'id'> {
  const statement = statementOf(sql);
  if (statement.reader) return { rows: statement.all(...parameters) };
  const { changes, lastInsertRowid } = statement.run(...parameters);
  return { changes, lastId: Number(lastInsertRowid) };
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
