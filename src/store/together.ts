/**
 * What waits for the database is done together: in one transaction, of which each is a part that fails alone, and
 * answered once that is committed. A commit waits for the disk; a hundred small ones would wait a hundred times.
 */
import type { SqliteConnection } from './sqlite-connection.ts';
import { createTurns, type Turn, type Urgency } from './turns.ts';

/** A call of the store. */
export interface Task {
  /** May be run again, if nothing of the first time has happened. */
  readonly run: () => Promise<unknown>;
  readonly answer: (outcome: Outcome) => void;
}

export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Queue {
  readonly add: (urgency: Urgency, task: Task) => void;
  /** Resolves when nothing waits any more. */
  readonly idle: () => Promise<void>;
}

interface QueueParts {
  readonly sqlite: Pick<SqliteConnection, 'run' | 'isInTransaction'>;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Resolves when what has come meanwhile was added. */
  readonly nextTurn: () => Promise<void>;
  readonly after: (ms: number, task: () => void) => () => void;
}

/** Others wait for as long; a single task may take longer. */
const longestMs = 20;

export function createQueue({ sqlite, now, nextTurn, after }: QueueParts): Queue {
  const turns = createTurns<Task>(now);
  let waiting = 0;
  let isServing = false;
  let cancelRest = () => {};
  let whenIdle = Promise.withResolvers<void>();
  return {
    add(urgency, task) {
      waiting += 1;
      turns.add(urgency, task);
      begin();
    },
    async idle() {
      if (waiting > 0) await whenIdle.promise;
    },
  };

  function begin(): void {
    if (isServing) return;
    cancelRest();
    isServing = true;
    void serve();
  }

  async function serve(): Promise<void> {
    await nextTurn();
    let turn = turns.next();
    while (turn?.kind === 'turn') {
      const another = turns.more(turn);
      if (another === undefined) answer(turn.one, await outcomeOf(turn.one));
      else await doTogether([turn.one, another.one], turn);
      await nextTurn();
      turn = turns.next();
    }
    isServing = false;
    if (turn !== undefined) cancelRest = after(turn.ms, begin);
  }

  async function doTogether(tasks: Task[], turn: Turn<Task>): Promise<void> {
    const outcomes: Outcome[] = [];
    const until = now() + longestMs;
    try {
      sqlite.run('begin immediate');
      for (const task of tasks) {
        outcomes.push(await outcomeOf(task));
        // A full disk: SQLite may have undone everything.
        if (!sqlite.isInTransaction()) throw new Error('the transaction was rolled back');
        const more = tasks.length === outcomes.length && now() < until ? turns.more(turn) : undefined;
        if (more !== undefined) tasks.push(more.one);
      }
      sqlite.run('commit');
    } catch {
      // Nothing of it has happened. Each by itself: what has room goes through, what has not says so.
      if (sqlite.isInTransaction()) sqlite.run('rollback');
      for (const task of tasks) answer(task, await outcomeOf(task));
      return;
    }
    for (const [at, task] of tasks.entries()) answer(task, outcomes[at] as Outcome);
  }

  function answer(task: Task, outcome: Outcome): void {
    task.answer(outcome);
    waiting -= 1;
    if (waiting > 0) return;
    whenIdle.resolve();
    whenIdle = Promise.withResolvers();
  }
}

async function outcomeOf({ run }: Task): Promise<Outcome> {
  try {
    return { kind: 'done', value: await run() };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
