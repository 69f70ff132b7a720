/** The main thread's end of `sqlite-worker.ts`: requests go out, promises come back in the same order. */
import { Worker } from 'node:worker_threads';
import { threadArguments } from '../thread.ts';
import { sqliteFault } from './faults.ts';

export type SqliteRequest =
  | {
      readonly id: number;
      readonly kind: 'run';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'open' | 'rollback' | 'close' };

export interface SqliteAnswer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly changes?: number;
  readonly lastId?: number;
  /** An error's own `code` would be lost on the way between threads. */
  readonly error?: { readonly code: string | undefined; readonly message: string };
}

export interface SqliteThread {
  readonly run: (sql: string, parameters: readonly unknown[]) => Promise<SqliteAnswer>;
  /** Ends the open transaction, if there still is one. */
  readonly rollback: () => Promise<void>;
  /** Answers what was asked before, then ends the thread. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: SqliteAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the database in a new thread; rejects with a `StorageFault` where a person can mend what is wrong. */
export async function openSqliteThread(path: string): Promise<SqliteThread> {
  const worker = new Worker(new URL('sqlite-worker.ts', import.meta.url), {
    workerData: { path },
    name: 'sqlite',
    execArgv: threadArguments(),
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | undefined;

  const exited = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      end(new Error(`the database's thread has ended (exit code ${code})`));
      resolve();
    });
  });
  worker.on('error', end);
  worker.on('message', (answer: SqliteAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if (answer.error === undefined) asker?.resolve(answer);
    else asker?.reject(sqliteFault(answer.error, path));
  });

  try {
    await ask({ kind: 'open' });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    run: (sql, parameters) => ask({ kind: 'run', sql, parameters }),
    async rollback() {
      await ask({ kind: 'rollback' });
    },
    async close() {
      await ask({ kind: 'close' });
      // The thread has let go of the file and ends; nobody else keeps the process alive until it has.
      worker.ref();
      await exited;
    },
  };

  /** An idle database keeps no process alive; a question that waits for its answer does. */
  function ask(question: Question): Promise<SqliteAnswer> {
    if (ended !== undefined) return Promise.reject(ended);
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      if (waiting.size === 0) worker.ref();
      waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ id, ...question });
    });
  }

  function end(reason: Error): void {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }
}

type Question = SqliteRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;
