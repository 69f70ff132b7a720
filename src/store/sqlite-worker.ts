/**
 * Runs in a thread of its own: the store on its one connection to SQLite. A slow disk, a long query or another process's
 * lock stalls this thread alone; and a transaction of twenty statements is one question and one answer.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { openStore } from './open-store.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite-connection.ts';
import { sqliteDialectOn } from './sqlite-dialect.ts';
import { sqliteTraits } from './sqlite-traits.ts';
import type { FromThread, ToThread } from './sqlite-thread.ts';
import { writeFault } from './thread-fault.ts';
import { createQueue } from './together.ts';

const port = parentPort;
if (port === null) throw new Error('sqlite-worker.ts runs as a worker thread');
const say = (message: FromThread): void => port.postMessage(message);

const { path }: { path: string } = workerData;
try {
  await serve();
} catch (error) {
  say({ kind: 'refused', fault: writeFault(error) });
  port.close();
}

async function serve(): Promise<void> {
  const sqlite = openSqlite(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialectOn(() => sqlite) });
  const store = await openStore({ db, traits: sqliteTraits });
  const { backlog, turnBack, close, ...rooms } = store;
  const callable: Readonly<Record<string, object>> = { ...rooms, store: { backlog, turnBack } };
  const queue = createQueue({ sqlite, now: () => performance.now(), nextTurn, after });

  port?.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'call':
        return queue.add(message.urgency, {
          run: () => perform(message),
          answer: (outcome) => {
            if (outcome.kind === 'done') say({ kind: 'done', id: message.id, value: outcome.value });
            else say({ kind: 'failed', id: message.id, fault: writeFault(outcome.error) });
          },
        });
      case 'close':
        return void end(message.id);
    }
  });
  const methods = Object.entries(callable).map(([room, its]) => [room, Object.keys(its)] as const);
  say({ kind: 'opened', methods: Object.fromEntries(methods) });

  async function perform({ room, method, args }: Extract<ToThread, { kind: 'call' }>) {
    return (callable[room] as Record<string, (...its: readonly unknown[]) => unknown>)[method]?.(...args);
  }

  async function end(id: number): Promise<void> {
    await queue.idle();
    await close();
    say({ kind: 'done', id, value: undefined });
    port?.close();
  }
}

function after(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
